"""Newer versions after an import, and reading articles again, from the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from timeline_app.domain.display import counted
from timeline_app.domain.records import ArticleId, ChangeSet
from timeline_app.domain.text import Span
from timeline_app.session.selection import Passage

if TYPE_CHECKING:
    from timeline_app.importing.rereading_job import RereadProgress
    from timeline_app.session.rereading import Rereading
    from timeline_app.store import Applied, Library
    from timeline_app.store.versions import Preview, Version
    from timeline_app.ui.versions.dialog import VersionDialog
    from timeline_app.ui.window.main_window import MainWindow

MOST_NAMED = 3
"""Titles that a failure names."""


class VersionFlow(QObject):
    """Proposes to replace articles by their newer versions, and reads articles again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._added: set[ArticleId] = set()
        self._kept: set[Version] = set()
        self._found: list[Version] = []
        self._ahead: list[Version] = []
        self._total = 0
        self._dialog: VersionDialog | None = None
        self._listened: Rereading | None = None
        self._session.imports.changed.connect(self._on_imported)
        self._session.imports.finished.connect(self._on_import_finished)
        self._session.library_opened.connect(self._on_library_opened)

    # Newer versions

    def show_versions(self) -> None:
        """Every newer version in the library."""
        self._session.read("versions", partial(_find, self._session.library, None), self._on_asked)

    def _on_imported(self, changes: ChangeSet) -> None:
        self._added |= changes.articles.added

    def _on_import_finished(self) -> None:
        added, self._added = self._added, set()
        if added:
            read = partial(_find, self._session.library, tuple(sorted(added)))
            self._session.read("versions", read, self._on_found)

    def _on_found(self, found: list[Version]) -> None:
        """After an import: say so, and let the user choose when to look."""
        if not found:
            return
        self._found = found
        self._window.import_flow.offer_versions(len(found))
        what = self.tr("1 imported article is a newer version of one in the library.")
        if len(found) > 1:
            what = self.tr("{0} imported articles are newer versions of some in the library.")
            what = what.format(len(found))
        self._window.banner.show_note(what, self.tr("Replace…"), self.show_found)

    def show_found(self) -> None:
        """The newer versions that the latest import brought."""
        self._begin(self._found)

    def _on_asked(self, found: list[Version]) -> None:
        left = [version for version in found if version not in self._kept]
        if not left:
            words = self.tr("No article has a newer version in the library.")
            self._window.banner.show_note(words)
            return
        self._begin(left)

    def _begin(self, found: list[Version]) -> None:
        self._ahead, self._total = list(found), len(found)
        self._show_next()

    def _show_next(self) -> None:
        if not self._ahead:
            if self._dialog is not None:
                self._dialog.close()
            return
        version = self._ahead.pop(0)
        read = partial(_preview, self._session.library, version)
        self._session.read("version", read, self._show)

    def _show(self, preview: Preview) -> None:
        if self._dialog is None:
            from timeline_app.ui.versions.dialog import VersionDialog

            self._dialog = VersionDialog(self._window)
            self._dialog.replace_wanted.connect(self._replace)
            self._dialog.passed.connect(self._keep)
            self._dialog.finished.connect(self._on_closed)
        self._dialog.set_preview(preview, self._total - len(self._ahead), self._total)
        self._dialog.open()

    def _replace(self, preview: Preview) -> None:
        older, newer = preview.older.id, preview.newer.id
        opened = self._window.reader.article
        follow = newer if opened is not None and opened.id == older else None
        done = partial(self._on_replaced, follow)
        self._window.correction_flow.corrections.replace_article(older, newer, done)

    def _on_replaced(self, follow: ArticleId | None, applied: Applied | None) -> None:
        """Whoever reads the older version goes on with the newer one (`follow`)."""
        if applied is not None:
            words = self.tr("Replaced by the newer version")
            self._window.status.set_summary(f"{words} · {applied.remark}")
            undo = self._session.undo_stack.undo
            self._window.banner.show_undoable(f"{words}: {applied.remark}.", undo)
        if applied is not None and follow is not None:
            self._session.selection.select(Passage(follow, Span(0, 0)), origin=self)
        self._window.import_flow.offer_versions(len(self._ahead))
        self._found = list(self._ahead)
        self._show_next()

    def _keep(self, preview: Preview) -> None:
        from timeline_app.store.versions import Version

        self._kept.add(Version(preview.older.id, preview.newer.id))
        self._show_next()

    def _on_closed(self) -> None:
        self._dialog = None
        self._ahead = []

    def _on_library_opened(self) -> None:
        self._added, self._kept, self._found, self._ahead = set(), set(), [], []
        self._window.import_flow.offer_versions(0)
        if self._dialog is not None:
            self._dialog.close()

    # Reading again

    @property
    def rereading(self) -> Rereading:
        """The session's rereading, listened to."""
        rereading = self._session.rereading
        if self._listened is not rereading:
            self._listened = rereading
            rereading.progress.connect(self._on_progress)
            rereading.finished.connect(self._on_reread)
            self._window.status.cancelled.connect(rereading.cancel)
        return rereading

    def read_again(self) -> None:
        """Read the marked articles again, or all of the library."""
        marked = self._window.lists.articles.marked
        if marked and (len(marked) > 1 or self._window.lists.articles.hasFocus()):
            self._read_again(marked)
        else:
            self._session.read("reread", self._session.library.article_ids, self._read_again)

    def _read_again(self, articles: list[ArticleId]) -> None:
        if not self.rereading.start(self._session.library, articles):
            words = self.tr("Articles are being read already.")
            self._window.banner.show_note(words if articles else self.tr("There are no articles."))
            return
        self._window.status.show_busy(self.tr("Reading articles again…"))
        self._window.note_saved()

    def _on_progress(self, update: RereadProgress) -> None:
        number = min(update.done + 1, update.total)
        words = self.tr("Reading {0} of {1} again").format(number, update.total)
        self._window.status.show_busy(f"{words} · {update.current}", update.done, update.total)

    def _on_reread(self, update: RereadProgress) -> None:
        if not self._session.imports.running:
            self._window.status.end_progress()
        self._window.note_saved()
        words = reread_words(update)
        self._window.status.set_summary(words)
        if update.failures:
            named = ", ".join(
                f"{title}: {reason}" for title, reason in update.failures[:MOST_NAMED]
            )
            count = counted(len(update.failures), "article")
            self._window.show_error(
                self.tr("{0} could not be read again. {1}").format(count, named)
            )
        elif update.inverse is not None:
            undo = self._session.undo_stack.undo
            self._window.banner.show_undoable(f"{words}.", undo)
        else:
            self._window.banner.show_note(f"{words}.")


def reread_words(update: RereadProgress) -> str:
    """What came of reading again: "5 articles read again, 2 of them otherwise"."""
    words = f"{counted(update.done, 'article')} read again"
    if update.otherwise:
        return f"{words}, {update.otherwise:,} of them otherwise"
    return f"{words}, all as before" if update.done else words


def _find(library: Library, newer: tuple[ArticleId, ...] | None) -> list[Version]:
    from timeline_app.store.versions import versions

    return library.read(lambda connection: versions(connection, newer))


def _preview(library: Library, version: Version) -> Preview:
    from timeline_app.store.versions import preview

    return library.read(lambda connection: preview(connection, version))
