"""Imports of the window: one job after the other, told on the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from timeline_app import store
from timeline_app.domain.display import counted
from timeline_app.domain.records import ArticleId
from timeline_app.session.gui_thread import GuiThread
from timeline_app.store import Library

if TYPE_CHECKING:
    from timeline_app.importing.files import Item
    from timeline_app.importing.job import ImportJob
    from timeline_app.importing.report import ImportProgress
    from timeline_app.importing.worker import ImportOptions

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Order:
    """An import that is asked for."""

    library: Library
    items: list[Item]
    options: ImportOptions | None
    asked: bool


class Imports(QObject):
    """Runs import jobs in worker processes.

    `progress` and `finished` carry an ImportProgress, `changed` a ChangeSet, `undoable` the
    edit that takes a whole import back.
    """

    progress = Signal(object)
    finished = Signal(object)
    changed = Signal(object)
    undoable = Signal(object)

    def __init__(
        self,
        gui: GuiThread,
        parent: QObject | None = None,
        make_pool: Callable[[], Executor] | None = None,
    ) -> None:
        """`make_pool` makes the executor that reads files, by default a WorkerPool."""
        super().__init__(parent)
        self._gui = gui
        self._make_pool = make_pool or _worker_pool
        self._pool: Executor | None = None
        self._job: ImportJob | None = None
        self._waiting: list[_Order] = []
        self._added: set[ArticleId] = set()

    @property
    def running(self) -> bool:
        """True while files are being imported."""
        return self._job is not None

    def start(
        self,
        library: Library,
        items: list[Item],
        options: ImportOptions | None = None,
        *,
        asked: bool = True,
    ) -> None:
        """Import `items`, after the imports that run already.

        When it wasn't `asked` for, files that the user has removed from the library stay away.
        """
        if not items:
            return
        self._waiting.append(_Order(library, items, options, asked))
        if self._job is None:
            self._next()

    def cancel(self) -> None:
        """Stop; articles that are in stay, and can be undone."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def cancel_and_wait(self) -> None:
        """Stop, and wait until the library is no longer written to; a later start can go on."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel(resumable=True)
            self._job.wait()
            self._job = None

    def close(self) -> None:
        """Stop everything, worker processes too."""
        self.cancel_and_wait()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def pool(self) -> Executor:
        """The executor that reads files; made when it is first needed."""
        if self._pool is None:
            self._pool = self._make_pool()
        return self._pool

    def _next(self) -> None:
        from timeline_app.importing.job import ImportJob

        order = self._waiting.pop(0)
        self._added = set()
        job: ImportJob
        job = ImportJob(
            self.pool(),
            order.library,
            lambda update: self._post(job, update),
            order.options,
            asked=order.asked,
        )
        self._job = job
        job.start(order.items)

    def _post(self, job: ImportJob, update: ImportProgress) -> None:
        """From the job's thread to the GUI's."""
        self._gui.post(partial(self._tell, job, update))

    def _tell(self, job: ImportJob, update: ImportProgress) -> None:
        if job is not self._job:
            return
        if update.changes:
            self._added |= update.changes.articles.added
            self.changed.emit(update.changes)
        if not update.finished:
            self.progress.emit(update)
            return
        self._job = None
        if self._added:
            label = f"Import {counted(len(self._added), 'article')}"
            self.undoable.emit(store.RemoveArticles(tuple(sorted(self._added)), label))
        self.finished.emit(update)
        if self._waiting:
            self._next()


def _worker_pool() -> Executor:
    from timeline_app.importing.executor import WorkerPool

    return WorkerPool()
