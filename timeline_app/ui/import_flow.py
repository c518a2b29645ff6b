"""Importing from the window: dialog, drops, progress, report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from timeline_app.ui.wording import counted

if TYPE_CHECKING:
    from timeline_app.importing.report import ImportProgress, ImportReport
    from timeline_app.ui.import_panel import ImportPanel
    from timeline_app.ui.main_window import MainWindow

FILTERS = (
    "Articles (*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.mhtml *.mht *.pdf *.docx *.odt"
    " *.rtf *.doc *.epub *.eml *.mbox *.rss *.atom *.xml *.json *.jsonl *.csv *.tsv *.zip)"
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
        self._imports.progress.connect(self._on_progress)
        self._imports.finished.connect(self._on_finished)

    @property
    def panel(self) -> ImportPanel:
        """The report's panel, made when it is first needed."""
        if self._panel is None:
            from timeline_app.ui.import_panel import ImportPanel

            self._panel = ImportPanel(self._window.appearance.theme)
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

    def take(self, paths: list[Path]) -> None:
        """Import files and folders."""
        if paths:
            if not self._imports.running:
                self._window.status.begin_progress()
            self._window.commands["cancel_import"].setEnabled(True)
            self._window.session.import_paths(paths)
            self._window.note_saved()

    def show_report(self) -> None:
        """Show the report of the latest import."""
        if self._report is None:
            self._window.banner.show_note(self.tr("Nothing has been imported since the start."))
            return
        self._window.banner.dismiss()
        self.panel.set_report(self._report)
        self.panel.show()

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setObjectName("importDialog")
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _on_chosen(self, names: list[str]) -> None:
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
        self._report = report
        self._window.status.set_summary(report.summary)
        if report.of(Outcome.REFUSED):
            self.show_report()
        elif self._panel is not None:
            self._panel.hide()
        if report.articles and not report.of(Outcome.REFUSED):
            words = self.tr("Imported {0} with {1}.").format(
                counted(report.articles, "article"), counted(report.events, "event")
            )
            undo = self._window.session.undo_stack.undo
            self._window.banner.show_note(words, self.tr("Undo"), undo)
        elif report.of(Outcome.ALREADY_THERE) and not report.of(Outcome.REFUSED):
            self._window.banner.show_note(self.tr("Everything chosen is in the library already."))
