"""Fingers on a touch screen: one drags and taps as a mouse does, two zoom and move."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QTouchEvent

if TYPE_CHECKING:
    from timeline_app.ui.timeline.canvas import TimelineCanvas
    from timeline_app.ui.timeline.pointer import Pointer

_TAP_MS: Final = 400
_TAP_PX: Final = 24.0
_CLOSEST: Final = 8.0  # pixels between two fingers; nearer, a step would be a leap


class Touch(QObject):
    """Turns a canvas's touch events into what its pointer does."""

    def __init__(self, canvas: TimelineCanvas, pointer: Pointer) -> None:
        """Watches `canvas`, and is its child."""
        super().__init__(canvas)
        self._canvas, self._pointer = canvas, pointer
        self._pinching = False
        self._began = QPointF()
        self._tapped: QPointF | None = None
        self._since_tap = QElapsedTimer()
        canvas.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the canvas's touch events; everything else passes."""
        if not isinstance(event, QTouchEvent):
            return False
        places = [point.position() for point in event.points()]
        if event.type() == QEvent.Type.TouchCancel:
            self._pointer.abandon()
            self._pinching = False
        elif len(places) > 1:
            self._pinch([point.lastPosition() for point in event.points()], places)
        elif event.type() == QEvent.Type.TouchBegin:
            self._pinching, self._began = False, places[0]
            self._pointer.begin(places[0])
        elif event.type() == QEvent.Type.TouchUpdate and not self._pinching:
            self._pointer.drag(places[0])
        if event.type() == QEvent.Type.TouchEnd:
            self._end(places[0])
        event.accept()
        return True

    def _pinch(self, before: list[QPointF], now: list[QPointF]) -> None:
        """The instant between two fingers stays between them."""
        self._pointer.abandon()
        if not self._pinching:
            self._pinching = True
            self._tapped = None
            return
        middle, apart = _between(now)
        last_middle, last_apart = _between(before)
        factor = max(apart, _CLOSEST) / max(last_apart, _CLOSEST)
        view = self._canvas.viewport().panned(last_middle.x() - middle.x())
        self._canvas.set_viewport(view.zoomed_at(middle.x(), factor))
        self._canvas.scroll_by(last_middle.y() - middle.y())

    def _end(self, at: QPointF) -> None:
        if self._pinching:
            self._pinching = False
            return
        tap = (at - self._began).manhattanLength() < _TAP_PX
        first = self._tapped
        near = first is not None and (at - first).manhattanLength() < _TAP_PX
        if tap and near and self._since_tap.elapsed() < _TAP_MS:
            self._tapped = None
            self._pointer.double(at)
            return
        self._tapped = at if tap else None
        self._since_tap.start()
        self._pointer.end(at)


def _between(places: list[QPointF]) -> tuple[QPointF, float]:
    """The middle of the first two places, and how many pixels they are apart."""
    one, other = places[0], places[1]
    return (one + other) / 2, math.hypot(one.x() - other.x(), one.y() - other.y())
