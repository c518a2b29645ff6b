"""The timeline for assistive technology: a list whose one child is the event that is read."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Described(NamedTuple):
    """An event in words; `place` says which of how many it is, `box` where on the widget."""

    name: str
    place: str
    box: QRect


Describe = Callable[[], Described | None]
# Readers keep names: the one child must say that it has another before it is read.
_TOLD: Final = (
    QAccessible.Event.NameChanged,
    QAccessible.Event.DescriptionChanged,
    QAccessible.Event.Focus,
)


class _ReadEvent(QAccessibleInterface):
    """Whichever event is read at the moment."""

    def __init__(self, canvas: QWidget, describe: Describe, above: QAccessibleInterface) -> None:
        super().__init__()
        self._canvas, self._describe, self._above = canvas, describe, above

    def isValid(self) -> bool:
        """True while an event is read."""
        return self._describe() is not None

    def object(self) -> QObject:
        """None: an event isn't a widget."""
        return None  # type: ignore[return-value]

    def parent(self) -> QAccessibleInterface:
        """The timeline."""
        return self._above

    def child(self, index: int) -> QAccessibleInterface:
        """None: nothing lies within an event."""
        return None  # type: ignore[return-value]

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """None, as `child`."""
        return None  # type: ignore[return-value]

    def childCount(self) -> int:
        """None."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """It has none."""
        return -1

    def role(self) -> QAccessible.Role:
        """One of a list."""
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        """On the screen."""
        found = self._describe()
        box = found.box if found else QRect()
        return QRect(self._canvas.mapToGlobal(QPoint(box.x(), box.y())), box.size())

    def state(self) -> QAccessible.State:
        """Selected, and focused together with the timeline."""
        state = QAccessible.State()
        state.focusable = state.selectable = state.selected = True
        state.focused = self._canvas.hasFocus()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Title and date; the place among all events as the description."""
        found = self._describe()
        if found is None:
            return ""
        if kind == QAccessible.Text.Name:
            return found.name
        return found.place if kind == QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Events are edited elsewhere."""


class AccessibleTimeline(QAccessibleWidget):
    """The canvas as a list; its child is the event that is read."""

    def __init__(self, canvas: QWidget, describe: Describe) -> None:
        super().__init__(canvas, QAccessible.Role.List)
        self._describe = describe
        self._event = _ReadEvent(canvas, describe, self)
        number = QAccessible.registerAccessibleInterface(self._event)
        canvas.destroyed.connect(partial(QAccessible.deleteAccessibleInterface, number))

    def childCount(self) -> int:
        """One while an event is read."""
        return 1 if self._describe() else 0

    def child(self, index: int) -> QAccessibleInterface:
        """The event that is read."""
        there = index == 0 and self._describe() is not None
        return self._event if there else None  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:
        """The event that is read, else the timeline."""
        return self._event if self._describe() else self

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """0 for the event that is read."""
        return 0 if child is self._event else -1


@cache
def install() -> None:
    """Teach Qt to describe timelines."""
    QAccessible.installFactory(_make)


def announce(canvas: QWidget, describe: Describe) -> None:
    """Tell that another event is read, where anybody listens."""
    found = describe() if QAccessible.isActive() else None
    if found is None:
        return
    event = QAccessible.queryAccessibleInterface(canvas).child(0)
    for kind in _TOLD:
        QAccessible.updateAccessibility(QAccessibleEvent(event, kind))
    words = f"{found.name}, {found.place}"
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(canvas, words))


def _make(_kind: str, subject: QObject) -> QAccessibleInterface | None:
    describe: Describe | None = getattr(subject, "described", None)
    if describe is None or not isinstance(subject, QWidget):
        return None
    return AccessibleTimeline(subject, describe)
