"""A window that is watched from inside its own process: when it paints and when it stalls."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from timeline_app.session.session import Session
from timeline_app.ui.start import Collector, make_application
from timeline_app.ui.window.main_window import MainWindow

_TICK_MS = 2
_LONGEST_WAIT_S = 120.0
_FRAME_S = 1 / 60
_FEWEST_FRAMES = 300
_TURN = 200  # frames, after which the view moves back


class Watch(QObject):
    """The window on a library, 1600 by 900."""

    def __init__(self, library: Path) -> None:
        """Open and show it; nothing is read before `until`."""
        self._application = make_application()
        super().__init__()
        self.painted = 0.0
        self._on_screen: object = None
        self._pictures = 0
        self._ticked = time.perf_counter()
        self._longest = 0.0
        self._session = Session(library)
        self._window = MainWindow(self._session)
        self._window.resize(1600, 900)
        self._application.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(_TICK_MS)
        self._window.show()
        self._collector = Collector(self._application)  # as the program does
        self._ticked = time.perf_counter()

    @property
    def shown(self) -> int:
        """How many events pass the filter."""
        return self._session.view.shown if self._session.view else 0

    def shows_view(self) -> bool:
        """True once the newest view of the library has been painted."""
        return self._session.view is not None and self._on_screen is self._session.view

    def at_rest(self) -> bool:
        """True when nothing is read any more and every label of the picture is in its place."""
        canvas = self._window.timeline.canvas
        return self._session.idle and self.shows_view() and canvas.scene().settled

    def until(self, condition: Callable[[], bool]) -> None:
        """Run the window until something is so; raises RuntimeError after two minutes."""
        end = time.perf_counter() + _LONGEST_WAIT_S
        while not condition():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() > end:
                msg = "the window took too long"
                raise RuntimeError(msg)

    def longest_stall(self) -> float:
        """Longest time in ms that the window didn't answer since this was last asked."""
        longest, self._longest = self._longest, 0.0
        return 1000 * longest

    def press(self, letter: str | None) -> float:
        """Type a letter in the search field, or Escape; gives s until its picture is painted."""
        field, before = self._window.top_bar.search, self._session.view
        pressed = time.perf_counter()
        if letter is None:
            QTest.keyClick(field, Qt.Key.Key_Escape)
        else:
            QTest.keyClicks(field, letter)

        def answered() -> bool:
            same = self._session.filter.text == field.text().strip()
            return same and self._session.view is not before and self.shows_view()

        if field.text().strip() != self._session.filter.text:
            self.until(answered)
        taken = self.painted - pressed
        self.until(self.at_rest)
        return max(taken, 0.0)

    def frames_while_importing(self, files: list[Path]) -> list[float]:
        """Import files and pan all the while: ms from each move of the view to its picture.

        Whatever else the window does in between counts: lists that grow, a new index.
        """
        self._session.import_paths(files)
        canvas, step = self._window.timeline.canvas, 4.0
        frames: list[float] = []
        while not self._session.idle or len(frames) < _FEWEST_FRAMES:
            begun, before = time.perf_counter(), self._pictures
            if len(frames) % _TURN == _TURN - 1:
                step = -step
            canvas.set_viewport(canvas.viewport().panned(step))
            self.until(lambda before=before: self._pictures > before)  # type: ignore[misc]
            frames.append(1000 * (time.perf_counter() - begun))
            rest = begun + _FRAME_S
            self.until(lambda rest=rest: time.perf_counter() >= rest)  # type: ignore[misc]
        return frames

    def close(self) -> None:
        """Close the window and its library."""
        self._timer.stop()
        self._collector.stop()
        self._application.removeEventFilter(self)
        self._window.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when the canvas paints, and of which view."""
        made = event.type() == QEvent.Type.Paint and "timeline" in vars(self._window)
        if made and watched is self._window.timeline.canvas:
            QTimer.singleShot(0, self, self._note_painted)
            self._pictures += 1
        return False

    def _note_painted(self) -> None:
        view, drawn = self._session.view, self._window.timeline.canvas.index
        if view is None or self._on_screen is view:
            return
        if drawn is view.index or (view.index is None and not len(drawn)):
            self._on_screen, self.painted = view, time.perf_counter()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._ticked - _TICK_MS / 1000)
        self._ticked = now
