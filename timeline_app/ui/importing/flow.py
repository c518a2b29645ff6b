"""Importing from the window: dialog, drops, progress, report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from timeline_app.domain.display import counted
from timeline_app.store import Library
from timeline_app.ui.importing.dropped import importable, is_address

if TYPE_CHECKING:
    from timeline_app.importing.files import Item
    from timeline_app.importing.report import ImportProgress, ImportReport
    from timeline_app.importing.worker import ImportOptions
    from timeline_app.session.watching import FolderWatch
    from timeline_app.ui.importing.panel import ImportPanel
    from timeline_app.ui.window.main_window import MainWindow

    Unfinished = list[tuple[ImportOptions, list[Path]]]
    ToGoOn = tuple[Unfinished, list[str]]

FILTERS = (
    "Articles (*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.mhtml *.mht *.pdf *.docx *.odt"
    " *.rtf *.doc *.epub *.eml *.msg *.mbox *.rss *.atom *.xml *.nitf *.json *.jsonl *.csv *.tsv"
    " *.webarchive *.warc *.warc.gz *.wacz *.zip)"
    ";;All files (*)"
)


class ImportFlow(QObject):
    """Keeps the window usable and its view in place while files come in."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._imports = window.session.imports
        self._panel: ImportPanel | None = None
        self._report: ImportReport | None = None
        self._versions = 0
        self._imports.progress.connect(self._on_progress)
        self._imports.finished.connect(self._on_finished)

    @property
    def panel(self) -> ImportPanel:
        """The report's panel, made when it is first needed."""
        if self._panel is None:
            from timeline_app.ui.importing.panel import ImportPanel

            self._panel = ImportPanel(self._window.appearance.theme)
            self._panel.retried.connect(self.retry)
            self._panel.replace_wanted.connect(self._window.version_flow.show_found)
            self._window.appearance.theme_changed.connect(self._panel.set_theme)
            self._window.add_report_panel(self._panel)
        return self._panel

    def ask_files(self) -> None:
        """Let the user choose files; nothing blocks meanwhile."""
        dialog = self._dialog(self.tr("Import Articles"), QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(FILTERS)
        dialog.open()

    def ask_folder(self) -> None:
        """Let the user choose a folder."""
        dialog = self._dialog(self.tr("Import Folder"), QFileDialog.FileMode.Directory)
        dialog.open()

    def take(self, items: Sequence[Item], options: ImportOptions | None = None) -> None:
        """Import files, folders and text."""
        if self._window.session.read_only:
            self._window.session.import_paths(items, options)  # says why not
        elif items:
            if not self._imports.running:
                self._window.status.begin_progress()
            self._window.commands["cancel_import"].setEnabled(True)
            self._window.session.import_paths(items, options)
            self._window.note_saved()

    def take_data(self, data: QMimeData) -> None:
        """Import what was dropped or pasted."""
        items = importable(data)
        if items:
            self.take(items)
        elif is_address(data):
            words = self.tr(
                "Nothing is fetched from the web. Save the page in the browser and drop its file."
            )
            self._window.banner.show_note(words)
        else:
            self._window.banner.show_note(self.tr("There is no article to paste."))

    def paste(self) -> None:
        """Import the clipboard: files, a list of files, or the text of an article."""
        self.take_data(QGuiApplication.clipboard().mimeData())

    def retry(self) -> None:
        """Import the refused files of the latest report once more."""
        if self._report is not None:
            from timeline_app.importing.report import Outcome

            self.take([Path(row.path) for row in self._report.of(Outcome.REFUSED)])

    def ask_watched(self) -> None:
        """Show the watched folders and let the user change them."""
        from timeline_app.ui.importing.watched_folders import WatchedFolders

        dialog = WatchedFolders(self.watch.folders, self._window)
        dialog.changed.connect(self._on_watched_changed)
        dialog.open()

    # What goes on by itself

    @cached_property
    def watch(self) -> FolderWatch:
        """The watched folders of the open library."""
        from timeline_app.session.watching import FolderWatch

        watch = FolderWatch(self._window.session.read, self)
        watch.found.connect(self._on_found)
        return watch

    def go_on(self) -> None:
        """Take up what the open library is to go on with: cut-off imports, watched folders."""
        if self._window.session.read_only:
            if "watch" in self.__dict__:
                self.watch.set_folders([])
            self._window.library_flow.tell_read_only()
            return
        library = self._window.session.library
        self._window.session.read("to go on", partial(_to_go_on, library), self._on_to_go_on)

    def _on_to_go_on(self, found: ToGoOn) -> None:
        unfinished, folders = found
        if folders or "watch" in self.__dict__:
            self.watch.set_folders(folders)
        if not unfinished or self._imports.running:
            return
        names = [path.name or str(path) for _, paths in unfinished for path in paths]
        words = self.tr("The import of “{0}” was cut off.").format(names[0])
        if len(names) > 1:
            more = counted(len(names) - 1, "other")
            words = self.tr("The import of “{0}” and {1} was cut off.").format(names[0], more)
        self._window.banner.show_offer(
            words,
            self.tr("Go on"),
            partial(self._take_all, unfinished),
            partial(_forget, self._window.session.library, unfinished),
        )

    def _take_all(self, unfinished: Unfinished) -> None:
        for options, paths in unfinished:
            self.take(paths, options)

    def _on_found(self, paths: list[Path]) -> None:
        self._window.session.import_paths(paths, asked=False)

    def _on_watched_changed(self, folders: list[str]) -> None:
        library = self._window.session.library
        for folder in set(folders) ^ set(self.watch.folders):
            library.watch_folder(folder, watch=folder in folders)
        self.watch.set_folders(folders)

    def show_report(self) -> None:
        """Show the report of the latest import."""
        if self._report is None:
            self._window.banner.show_note(self.tr("Nothing has been imported since the start."))
            return
        self._window.banner.dismiss()
        self.panel.set_report(self._report)
        self.panel.offer_versions(self._versions)
        self.panel.show()

    def offer_versions(self, count: int) -> None:
        """Let the report offer to replace `count` articles by newer versions that came in."""
        self._versions = count
        if self._panel is not None:
            self._panel.offer_versions(count)

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._window.session.settings.import_folder)
        dialog.setObjectName("importDialog")
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _on_chosen(self, names: list[str]) -> None:
        if names:
            self._window.session.settings.import_folder = str(Path(names[0]).parent)
        self.take([Path(name) for name in names])

    def _on_progress(self, update: ImportProgress) -> None:
        self._window.status.show_progress(update)
        self._window.commands["cancel_import"].setEnabled(True)

    def _on_finished(self, update: ImportProgress) -> None:
        from timeline_app.importing.report import Outcome

        report = update.report
        self._window.status.end_progress()
        self._window.commands["cancel_import"].setEnabled(False)
        self._window.note_saved()
        if report is None:
            return
        if not report.asked and not report.articles and not report.of(Outcome.REFUSED):
            return
        self._report = report
        self.offer_versions(0)
        self._window.status.set_summary(report.summary)
        if report.of(Outcome.REFUSED) and report.asked:
            self.show_report()
        elif self._panel is not None:
            self._panel.hide()
        if report.articles and not (report.asked and report.of(Outcome.REFUSED)):
            words = self.tr("Imported {0} with {1}.").format(
                counted(report.articles, "article"), counted(report.events, "event")
            )
            undo = self._window.session.undo_stack.undo
            self._window.banner.show_undoable(words, undo)
        elif report.of(Outcome.ALREADY_THERE) and not report.of(Outcome.REFUSED):
            self._window.banner.show_note(self.tr("Everything chosen is in the library already."))


def _to_go_on(library: Library) -> ToGoOn:
    from timeline_app.importing.pending import unfinished

    return unfinished(library), library.watched_folders()


def _forget(library: Library, unfinished: Unfinished) -> None:
    library.forget_pending(str(path) for _, paths in unfinished for path in paths)
