"""An export on a thread of its own: the window stays in use, and can call it off."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from timeline_app.domain.errors import UserFacingError
from timeline_app.session.gui_thread import GuiThread
from timeline_app.ui.export.sheets import CancelledError, Progress

LOG = logging.getLogger(__name__)

Work = Callable[[Progress], list[Path]]


class ExportJob(QObject):
    """Runs one piece of work at a time; signals come on the thread that made this."""

    progressed = Signal(int, int)  # steps done, of how many
    done = Signal(object)  # list of the files
    failed = Signal(str)
    ended = Signal()  # however it went; also when it was called off

    def __init__(self, parent: QObject | None = None) -> None:
        """Idle until `start`."""
        super().__init__(parent)
        self._gui = GuiThread(self)
        self._cancelled = threading.Event()
        self._pool: ThreadPoolExecutor | None = None

    @property
    def running(self) -> bool:
        """True from `start` until `ended`."""
        return self._pool is not None

    def start(self, work: Work) -> None:
        """Run `work` with a progress to tell; raises RuntimeError while another one runs."""
        if self.running:
            msg = "an export is running"
            raise RuntimeError(msg)
        self._cancelled.clear()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="export")
        self._gui.watch(self._pool.submit(work, self._tell), self._finish)

    def cancel(self) -> None:
        """Stop at the next step."""
        self._cancelled.set()

    def close(self) -> None:
        """Stop, wait for that, and say nothing more."""
        self._gui.close()
        self.cancel()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _tell(self, done: int, total: int) -> None:
        """On the worker's thread."""
        if self._cancelled.is_set():
            raise CancelledError
        self._gui.post(lambda: self.progressed.emit(done, total))

    def _finish(self, future: Future[list[Path]]) -> None:
        assert self._pool is not None
        self._pool.shutdown(wait=True)
        self._pool = None
        error = future.exception()
        self.ended.emit()
        if error is None:
            self.done.emit(future.result())
        elif isinstance(error, UserFacingError):
            self.failed.emit(str(error))
        elif not isinstance(error, CancelledError):
            LOG.error("an export failed", exc_info=error)
            self.failed.emit(f"{type(error).__name__}: {error}")
