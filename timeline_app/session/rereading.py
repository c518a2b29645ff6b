"""Reading articles of the library again, told on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from timeline_app.domain.records import ArticleId
from timeline_app.importing.rereading_job import RereadJob, RereadProgress
from timeline_app.session.gui_thread import GuiThread

if TYPE_CHECKING:
    from timeline_app.store import Library


class Rereading(QObject):
    """Runs one job at a time.

    `progress` and `finished` carry a RereadProgress, `changed` a ChangeSet, `undoable` the edit
    that takes all back.
    """

    progress = Signal(object)
    finished = Signal(object)
    changed = Signal(object)
    undoable = Signal(object)

    def __init__(
        self, gui: GuiThread, pool: Callable[[], Executor], parent: QObject | None = None
    ) -> None:
        """`pool` gives the executor that reads articles."""
        super().__init__(parent)
        self._gui = gui
        self._pool = pool
        self._job: RereadJob | None = None

    @property
    def running(self) -> bool:
        """True while articles are read again."""
        return self._job is not None

    def start(self, library: Library, articles: Iterable[ArticleId]) -> bool:
        """Read `articles` again; False when some are being read already, or there are none."""
        chosen = list(articles)
        if self._job is not None or not chosen:
            return False
        job: RereadJob
        job = RereadJob(self._pool(), library, lambda update: self._post(job, update))
        self._job = job
        job.start(chosen)
        return True

    def cancel(self) -> None:
        """Stop; what was swapped in stays, and can be undone."""
        if self._job is not None:
            self._job.cancel()

    def cancel_and_wait(self) -> None:
        """Stop, and wait until the library is no longer written to."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.wait()

    def _post(self, job: RereadJob, update: RereadProgress) -> None:
        """From the job's thread to the GUI's."""
        self._gui.post(partial(self._tell, job, update))

    def _tell(self, job: RereadJob, update: RereadProgress) -> None:
        if job is not self._job:
            return
        if update.changes:
            self.changed.emit(update.changes)
        if not update.finished:
            self.progress.emit(update)
            return
        self._job = None
        if update.inverse is not None:
            self.undoable.emit(update.inverse)
        self.finished.emit(update)
