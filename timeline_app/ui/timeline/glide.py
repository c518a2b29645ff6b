"""Moves a view smoothly to another; a new goal takes over from wherever the view is."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from timeline_app.layout.viewport import Viewport

COAST_MS: Final = 380
_FRAME_MS: Final = 15


class Pace(Enum):
    """How a view moves: its length in ms."""

    GLIDE = 280  # slowly at both ends: a move that was asked for
    COAST = COAST_MS  # fast, then slower: a timeline that was thrown
    WHEEL = 140  # fast, then slower: between two notches of a wheel


class Glide(QObject):
    """Animates from one view to another; never queues."""

    moved = Signal(object)  # Viewport
    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        """Stands still until `start`."""
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._step)
        self._clock = QElapsedTimer()
        self._from: Viewport | None = None
        self._goal: Viewport | None = None
        self._pace = Pace.GLIDE

    @property
    def goal(self) -> Viewport | None:
        """Where the view is moving to, None when it stands still."""
        return self._goal

    def start(self, view: Viewport, goal: Viewport, pace: Pace = Pace.GLIDE) -> None:
        """Move from `view` to `goal`."""
        self._from, self._goal, self._pace = view, goal, pace
        self._clock.start()
        self._timer.start()

    def stop(self) -> None:
        """Stay where the view is."""
        self._timer.stop()
        self._from = self._goal = None

    def _step(self) -> None:
        start, goal = self._from, self._goal
        if start is None or goal is None:
            return
        part = min(self._clock.elapsed() / self._pace.value, 1.0)
        if part >= 1.0:
            self.stop()
            self.moved.emit(goal)
            self.finished.emit()
            return
        slow_start = self._pace is Pace.GLIDE
        eased = part * part * (3 - 2 * part) if slow_start else 1 - (1 - part) ** 3
        self.moved.emit(between(start, goal, eased))


def between(start: Viewport, goal: Viewport, part: float) -> Viewport:
    """The view that is `part` (0 to 1) of the way; zooms by equal factors in equal times."""
    scale = start.seconds_per_px * (goal.seconds_per_px / start.seconds_per_px) ** part
    change = goal.seconds_per_px - start.seconds_per_px
    if abs(change) > 1e-9 * start.seconds_per_px:
        along = (scale - start.seconds_per_px) / change
    else:
        along = part
    seconds = (goal.origin - start.origin) + (goal.fraction - start.fraction)
    moved = start.panned(seconds * along / start.seconds_per_px)
    return replace(
        moved,
        seconds_per_px=scale,
        top=start.top + (goal.top - start.top) * part,
        width=goal.width,
        height=goal.height,
    )
