"""Mouse, wheel and touch pad on the canvas.

The wheel never changes its meaning: with ctrl, or over the axis, it zooms at the cursor; plain it
scrolls lanes; with shift, or sideways, it pans (see `docs` and the key sheet).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent

from timeline_app.layout.hit import Hit, Part
from timeline_app.layout.shapes import Pill
from timeline_app.ui.timeline.glide import COAST_MS, Pace

if TYPE_CHECKING:
    from timeline_app.ui.timeline.canvas import TimelineCanvas

NOTCH: Final = 120.0
ZOOM_PER_NOTCH: Final = 1.25
_PAN_PER_NOTCH: Final = 90.0
_SLOP: Final = 4.0
_PEEK_MS: Final = 350
_MIN_SPEED: Final = 0.15  # pixels a millisecond below which a drag just ends
_MAX_SPEED: Final = 6.0
_MEMORY_MS: Final = 90


class Pointer(QObject):
    """Turns a canvas's mouse events into moves of the view, and into clicks."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        """Watches `canvas`, and is its child."""
        super().__init__(canvas)
        self._canvas = canvas
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._dragging = False
        self._marking = False
        self._double = False
        self._under: tuple[int | None, Pill | None] = (None, None)
        self._trail: list[tuple[float, float]] = []
        self._clock = QElapsedTimer()
        self._clock.start()
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_PEEK_MS)
        self._resting.timeout.connect(self._show_peek)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the canvas's pointer events; everything else passes."""
        kind = event.type()
        if isinstance(event, QWheelEvent):
            self._wheel(event)
            return True
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        if isinstance(event, QMouseEvent):
            handler = {
                QEvent.Type.MouseButtonPress: self._press,
                QEvent.Type.MouseMove: self._move,
                QEvent.Type.MouseButtonRelease: self._release,
                QEvent.Type.MouseButtonDblClick: self._double_click,
            }.get(kind)
            if handler is not None:
                handler(event)
                return True
        if kind == QEvent.Type.Leave:
            self._resting.stop()
            self._under = (None, None)
            self._canvas.show_peek(None)
            self._canvas.set_hovered(None)
        return False

    def _wheel(self, event: QWheelEvent) -> None:
        canvas, delta = self._canvas, event.angleDelta()
        x, y = event.position().x(), event.position().y()
        held = event.modifiers()
        amount = delta.y() or delta.x()
        event.accept()
        self._resting.stop()
        over_axis = canvas.hit(x, y).part is Part.AXIS
        if held & Qt.KeyboardModifier.ControlModifier or (over_axis and delta.y()):
            factor = math.pow(ZOOM_PER_NOTCH, amount / NOTCH)
            if event.pixelDelta().isNull():  # a wheel with notches
                canvas.move_to(canvas.goal().zoomed_at(x, factor), Pace.WHEEL)
            else:
                canvas.set_viewport(canvas.viewport().zoomed_at(x, factor))
        elif held & Qt.KeyboardModifier.ShiftModifier or abs(delta.x()) > abs(delta.y()):
            sideways = delta.x() if abs(delta.x()) > abs(delta.y()) else delta.y()
            canvas.set_viewport(canvas.viewport().panned(-sideways / NOTCH * _PAN_PER_NOTCH))
        else:
            if not canvas.scrollable:
                canvas.hint_at_zooming()
            canvas.scroll_by(-delta.y() / NOTCH * _PAN_PER_NOTCH)

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        view = self._canvas.viewport()
        factor = math.exp(event.value())
        self._canvas.set_viewport(view.zoomed_at(event.position().x(), factor))
        return True

    def _press(self, event: QMouseEvent) -> None:
        if event.button() not in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            return
        marking = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.begin(event.position(), marking)

    def begin(self, at: QPointF, marking: bool = False) -> None:
        """A button or a finger went down; `marking` a range instead of moving the view."""
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        self._resting.stop()
        self._canvas.show_peek(None)
        self._canvas.move_to(self._canvas.viewport())  # a held timeline stops
        self._pressed = self._last = at
        self._dragging = self._double = False
        self._marking = marking
        self._trail = []

    def _move(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._hover(event.position())
        else:
            self.drag(event.position())

    def drag(self, at: QPointF) -> None:
        """What went down moves on."""
        if self._pressed is None:
            return
        if not self._dragging:
            if (at - self._pressed).manhattanLength() < _SLOP:
                return
            self._dragging = True
            self._last = self._pressed
            if not self._marking:
                self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        canvas = self._canvas
        if self._marking:
            canvas.set_range(self._span(at))
            return
        moved = at - self._last
        self._last = at
        view = canvas.viewport().panned(-moved.x())
        canvas.set_viewport(view)
        canvas.scroll_by(-moved.y())
        self._trail.append((self._clock.nsecsElapsed() / 1e6, at.x()))

    def _release(self, event: QMouseEvent) -> None:
        self.end(event.position(), event.button() == Qt.MouseButton.LeftButton)

    def end(self, at: QPointF, clicks: bool = True) -> None:
        """What went down comes up; where it hasn't moved that is a click, if it `clicks`."""
        if self._pressed is None or self._double:
            return
        dragged, start = self._dragging, self._pressed
        self.abandon()
        if not dragged:
            if clicks:
                self._click(self._canvas.hit(start.x(), start.y()))
        elif self._marking:
            self._canvas.set_range(self._span(at, start), done=True)
        else:
            self._coast()

    def abandon(self) -> None:
        """What went down means something else."""
        self._pressed, self._dragging = None, False
        self._canvas.unsetCursor()

    def _double_click(self, event: QMouseEvent) -> None:
        self.double(event.position())

    def double(self, at: QPointF) -> None:
        """The second of two clicks in one place."""
        self._double = True
        self._pressed = None
        canvas = self._canvas
        hit = canvas.hit(at.x(), at.y())
        if hit.part is Part.EVENT and hit.event_id is not None:
            canvas.event_activated.emit(hit.event_id)
        elif hit.pill is not None and not hit.pill.lasting:
            canvas.fit_range(hit.pill.low, hit.pill.high)
        else:
            canvas.move_to(canvas.goal().zoomed_at(at.x(), 2.0))

    def _click(self, hit: Hit) -> None:
        if hit.part is Part.EVENT and hit.event_id is not None:
            self._canvas.choose(hit.event_id)
        elif hit.part is Part.LANE:
            self._canvas.toggle_lane(hit.lane)
        elif hit.part is Part.EMPTY:
            self._canvas.clear_selection()

    def _coast(self) -> None:
        """Let go of a moving timeline: it runs on for a moment."""
        now = self._clock.nsecsElapsed() / 1e6
        recent = [(at, x) for at, x in self._trail if now - at <= _MEMORY_MS]
        if len(recent) < 2 or recent[-1][0] <= recent[0][0]:
            return
        speed = (recent[-1][1] - recent[0][1]) / (recent[-1][0] - recent[0][0])
        speed = min(max(speed, -_MAX_SPEED), _MAX_SPEED)
        if abs(speed) >= _MIN_SPEED and self._canvas.animated:
            view = self._canvas.viewport()
            self._canvas.move_to(view.panned(-speed * COAST_MS / 3), Pace.COAST)

    def _hover(self, at: QPointF) -> None:
        hit = self._canvas.hit(at.x(), at.y())
        self._canvas.set_hovered(hit.event_id)
        hand = hit.part in {Part.EVENT, Part.CLUSTER, Part.LANE}
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        if self._canvas.cursor().shape() != shape:
            self._canvas.setCursor(shape)
        if (hit.event_id, hit.pill) != self._under:
            self._under = (hit.event_id, hit.pill)
            self._canvas.show_peek(None)
            if hit.event_id is not None or hit.pill is not None:
                self._resting.start()
            else:
                self._resting.stop()

    def _show_peek(self) -> None:
        event_id, pill = self._under
        if pill is not None:
            self._canvas.show_cluster(pill)
        else:
            self._canvas.show_peek(event_id)

    def _span(self, at: QPointF, start: QPointF | None = None) -> tuple[int, int]:
        begun = start or self._pressed or at
        view = self._canvas.viewport()
        low, high = sorted((begun.x(), at.x()))
        return view.second_at(low), view.second_at(high)
