"""The open library and everything that is done to it from the window."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app import store
from timeline_app.domain.errors import UserFacingError
from timeline_app.domain.records import ArticleId, ChangeSet, EventId, Status
from timeline_app.session.background import Background
from timeline_app.session.commands import UndoStack
from timeline_app.session.event_cache import EventCache
from timeline_app.session.gui_thread import GuiThread
from timeline_app.session.imports import Imports
from timeline_app.session.lanes import Lanes
from timeline_app.session.loader import Loader
from timeline_app.session.selection import Events, SelectionModel
from timeline_app.session.settings import Settings
from timeline_app.session.view import Filter, LibraryView
from timeline_app.store import Library

if TYPE_CHECKING:
    from timeline_app.importing.files import Item
    from timeline_app.importing.worker import ImportOptions
    from timeline_app.session.corrections import Corrections
    from timeline_app.session.rereading import Rereading
    from timeline_app.store import Applied, Edit

T = TypeVar("T")
LOG = logging.getLogger(__name__)

_LARGE = 20_000
"""Events from which on a view takes noticeable time."""
_SHARE = 1 / 30
"""Of the time of an import, what may go into views of a large library: one of a million events
takes about a second, in which the window answers late."""
_PATIENCE = 0.2
"""Seconds after which it is looked again whether a view has come."""


class Session(QObject):
    """Owns the library, the selection, undo and imports; the window only listens and asks.

    `library_opened` carries the path, `library_changed` a ChangeSet, `index_changed` a
    LibraryView, `failed` a sentence for the user.
    """

    library_opened = Signal(object)
    library_changed = Signal(object)
    index_changed = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        library: Path,
        settings: Settings | None = None,
        parent: QObject | None = None,
        make_pool: Callable[[], Executor] | None = None,
    ) -> None:
        """Open the library at `library`, making it where there is none; raises LibraryError.

        `make_pool` makes the executor that imports run on, by default worker processes.
        """
        super().__init__(parent)
        self.settings = settings or Settings()
        self.selection = SelectionModel(self)
        self._gui = GuiThread(self)
        self._background = Background(self._gui)
        self._library = Library.open(library)
        self._loader = Loader(self._library)
        self._turn = 0
        self._view_seconds = 0.0
        self._view_shown = 0.0
        self._awaited = False
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._follow_import)
        self.events = EventCache(self._library)
        self.undo_stack = UndoStack(self._submit, self._gui, self)
        self.imports = Imports(self._gui, self, make_pool)
        self._corrections: Corrections | None = None
        self._rereading: Rereading | None = None
        self._filter = Filter()
        self._view: LibraryView | None = None
        self._closed = False
        self.undo_stack.applied.connect(self._on_applied)
        self.undo_stack.failed.connect(self.failed)
        self.imports.changed.connect(self._on_imported)
        self.imports.finished.connect(self._on_import_finished)
        self.imports.undoable.connect(self.undo_stack.record)
        self.settings.last_library = library

    @property
    def library(self) -> Library:
        """The open library, for reads."""
        return self._library

    @property
    def read_only(self) -> bool:
        """True while the open library can't be written."""
        return self._library.read_only

    @property
    def corrections(self) -> Corrections:
        """What the user can correct; made when it is first needed."""
        if self._corrections is None:
            from timeline_app.session.corrections import Corrections

            self._corrections = Corrections(self, self._gui, self.imports.pool)
            self._corrections.failed.connect(self.failed)
        return self._corrections

    @property
    def rereading(self) -> Rereading:
        """Reading articles again; made when it is first needed."""
        if self._rereading is None:
            from timeline_app.session.rereading import Rereading

            self._rereading = Rereading(self._gui, self.imports.pool, self)
            self._rereading.changed.connect(self._on_applied)
            self._rereading.undoable.connect(self.undo_stack.record)
        return self._rereading

    @property
    def view(self) -> LibraryView | None:
        """What was last computed for the window; None until the first `index_changed`."""
        return self._view

    @property
    def filter(self) -> Filter:
        """What narrows the view."""
        return self._filter

    @property
    def saved(self) -> bool:
        """True when nothing waits to be written."""
        rereading = self._rereading is not None and self._rereading.running
        return self.undo_stack.saved and not self.imports.running and not rereading

    @property
    def idle(self) -> bool:
        """True when nothing is being read, written or imported."""
        correcting = self._corrections is not None and self._corrections.running
        return self._background.idle and self.saved and not correcting

    def open(self, path: Path) -> None:
        """Close this library and open another; a failure is told and leaves this one open."""
        try:
            opened = Library.open(path)
        except UserFacingError as error:
            LOG.warning("could not open %s: %s", path, error)
            self.failed.emit(f"{path.name} could not be opened: {error}")
            return
        self.imports.cancel_and_wait()
        if self._rereading is not None:
            self._rereading.cancel_and_wait()
        self._background.forget()
        self._library.close()
        self._library, self._loader = opened, Loader(opened)
        self._view, self._view_seconds = None, 0.0
        self._filter = Filter()
        self.events = EventCache(opened)
        self.undo_stack.clear()
        self.selection.clear()
        self.settings.last_library = path
        self.library_opened.emit(path)
        self.refresh()

    def refresh(self) -> None:
        """Compute the view again; the newest request wins. After `close` nothing happens."""
        if self._closed:
            return
        self._later.stop()
        self._turn += 1
        self._awaited = True
        turn, loader = self._turn, self._loader
        chosen, lanes = self._filter, self.settings.lanes
        first = self.settings.first_lanes(self._library.path, lanes)

        def read() -> LibraryView | None:
            begun = time.perf_counter()
            view = loader.view(chosen, lambda: turn == self._turn, lanes, first)
            self._view_seconds = time.perf_counter() - begun
            return view

        self._background.run("view", read, self._show, self._fail_to_read)

    def look_again(self) -> None:
        """Show what another program has written to the library meanwhile, such as an import."""
        if not self._closed and self._view is not None and self.saved:
            stale = self._loader.is_stale
            self._background.run("others", stale, self._follow_others, self._fail_to_read)

    def read(self, purpose: str, read: Callable[[], T], done: Callable[[T], None]) -> None:
        """Read something away from the GUI thread; a newer read for `purpose` replaces this one."""
        self._background.run(purpose, read, done, self._fail_to_read)

    def set_filter(self, chosen: Filter) -> None:
        """Show what `chosen` lets through."""
        if chosen != self._filter:
            self._filter = chosen
            self.refresh()

    def set_lanes(self, lanes: Lanes) -> None:
        """Give the timeline other lanes, in this library and the next ones."""
        if lanes is not self.settings.lanes:
            self.settings.lanes = lanes
            self.refresh()

    def move_lane(self, name: str, by: int) -> None:
        """Move a lane up (-1) or down (1) among those that are shown; the order is remembered."""
        view, lanes = self._view, self.settings.lanes
        if view is None or view.index is None:
            return
        shown = [view.lane_names[lane.number] for lane in view.index.lanes]
        at = shown.index(name) if name in shown else -1
        if at < 0 or not 0 <= at + by < len(shown):
            return
        shown.insert(at + by, shown.pop(at))
        rest = [each for each in view.lane_names if each not in shown]
        self.settings.set_first_lanes(self._library.path, lanes, (*shown, *rest))
        self.refresh()

    def import_paths(
        self, paths: Iterable[Item], options: ImportOptions | None = None, *, asked: bool = True
    ) -> None:
        """Import files, folders and clippings; progress and report come from `imports`."""
        if self.read_only:
            self.failed.emit("Nothing can be imported: the library is read-only.")
            return
        self.imports.start(self._library, list(paths), options, asked=asked)

    def remove_articles(self, articles: Iterable[ArticleId]) -> None:
        """Take articles and the events that only they report off the library."""
        chosen = tuple(articles)
        if chosen:
            self.undo_stack.do(store.RemoveArticles(chosen))

    def set_status(self, events: Iterable[EventId], status: Status) -> None:
        """Accept or reject events."""
        chosen = tuple(events)
        if chosen:
            self.undo_stack.do(store.SetStatus.of(chosen, status))

    def set_title(self, event: EventId, title: str) -> None:
        """Give an event a title of the user's."""
        self.undo_stack.do(store.SetTitle(event, title))

    def close(self) -> None:
        """Finish writing, stop importing and let go of the library."""
        if self._closed:
            return
        self._closed = True
        self._later.stop()
        if self._rereading is not None:
            self._rereading.cancel_and_wait()
        self.imports.close()
        self._gui.close()
        self._background.close()
        self._library.close()
        self.settings.sync()

    def _submit(self, edit: Edit) -> Future[Applied]:
        return self._library.submit(edit)

    def _on_applied(self, changes: ChangeSet) -> None:
        self._tell(changes)
        self.refresh()

    def _on_imported(self, changes: ChangeSet) -> None:
        self._tell(changes)
        self._follow_import()

    def _follow_import(self) -> None:
        """A view of a large library waits until the last one has paid for itself."""
        large = self._view is not None and self._view.total > _LARGE
        wait = self._view_shown + self._view_seconds / _SHARE - time.perf_counter()
        if self._awaited:
            wait = max(wait, _PATIENCE)
        if not large or wait <= 0:
            self.refresh()
        elif not self._later.isActive():
            self._later.start(int(1000 * wait))

    def _on_import_finished(self) -> None:
        if self._later.isActive():
            self.refresh()

    def _tell(self, changes: ChangeSet) -> None:
        self.events.forget(changes.events.changed | changes.events.removed | changes.events.added)
        self._follow_merged(changes.events.removed)
        self.library_changed.emit(changes)

    def _follow_merged(self, removed: frozenset[EventId]) -> None:
        """A selected report that was merged into an event gives way to that event."""
        selection = self.selection.selection
        gone = selection.ids & removed if isinstance(selection, Events) else frozenset()
        self.selection.prune(removed, self._library.leads_of(gone) if gone else {})

    def _show(self, view: LibraryView | None) -> None:
        if view is None:
            return
        begun = time.perf_counter()
        self._view, self._awaited = view, False
        self.events.add(view.summaries)
        self.index_changed.emit(view)
        self._view_shown = time.perf_counter()
        self._view_seconds += self._view_shown - begun

    def _follow_others(self, stale: bool) -> None:
        if stale:
            self.events.clear()
            self.refresh()

    def _fail_to_read(self, error: BaseException) -> None:
        self._awaited = False
        LOG.error("could not read the library", exc_info=error)
        self.failed.emit(f"The library could not be read: {error}")
