"""The order in which Tab goes through a window: part after part, each as it is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def step(parts: Sequence[QWidget], forward: bool) -> bool:
    """Give the keyboard to the next or previous control of `parts`; False where there is none.

    Nothing is remembered: controls come and go, and the order is that of what is in sight.
    """
    order = [control for part in parts for control in reading_order(part)]
    if not order:
        return False
    now = QApplication.focusWidget()
    at = next((n for n, control in enumerate(order) if control is now), None)
    if at is None:
        at = -1 if forward else len(order)
    control = order[(at + (1 if forward else -1)) % len(order)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    control.setFocus(reason)
    _scroll_to(control)
    return True


def reading_order(part: QWidget) -> list[QWidget]:
    """The controls of `part` that take the keyboard: line after line, each from the left."""
    found = [each for each in (part, *part.findChildren(QWidget)) if _takes_tab(each, part)]
    places = {each: QRect(each.mapTo(part, QPoint()), each.size()) for each in found}
    lines: list[list[QWidget]] = []
    for each in sorted(found, key=lambda control: places[control].top()):
        if lines and places[each].center().y() <= places[lines[-1][0]].bottom():
            lines[-1].append(each)
        else:
            lines.append([each])
    return [each for line in lines for each in sorted(line, key=lambda one: places[one].left())]


def _takes_tab(widget: QWidget, part: QWidget) -> bool:
    return (
        widget.isVisible()
        and widget.isEnabled()
        and widget.window() is part.window()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
    )


def _scroll_to(control: QWidget) -> None:
    above = control.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(control)
        above = above.parentWidget()
