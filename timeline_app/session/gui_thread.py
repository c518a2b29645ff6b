"""The way back from worker threads: calls that run on the thread of the window."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class GuiThread(QObject):
    """Runs what is posted to it, in order, on the thread that made it.

    A slot that is a lambda would run in the sender's thread; this slot is a bound method of a
    QObject, which Qt queues to the object's own thread.
    """

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], Any]) -> None:
        """Run `call` soon; from any thread. After `close` it is dropped."""
        if not self._open:
            return
        try:
            self._posted.emit(call)
        except RuntimeError:  # the window was torn down between the two lines
            self._open = False

    def watch(self, future: Future[T], done: Callable[[Future[T]], None]) -> None:
        """Call `done(future)` on this thread once the future has its result."""
        future.add_done_callback(lambda finished: self.post(partial(done, finished)))

    def close(self) -> None:
        """Drop everything that still arrives."""
        self._open = False

    def _run(self, call: Callable[[], Any]) -> None:
        if self._open:
            call()
