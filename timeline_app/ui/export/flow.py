"""Exporting and printing from the window: dialogs, progress, and how it went."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QProgressDialog

from timeline_app.domain.display import counted
from timeline_app.ui.export.dialog import ExportDialog
from timeline_app.ui.export.job import ExportJob, Work
from timeline_app.ui.export.material import Material, material_of
from timeline_app.ui.export.request import ExportRequest, Form
from timeline_app.ui.export.write import write_export

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from timeline_app.ui.window.main_window import MainWindow

SLOW_MS = 500
"""After so long an export shows how far it is."""

_PROGRESS_SIZE = (380, 120)
_FILTERS = {
    Form.PDF: "PDF documents (*.pdf)",
    Form.PNG: "PNG pictures (*.png)",
    Form.SVG: "SVG drawings (*.svg)",
}


class ExportFlow(QObject):
    """One export at a time, beside whatever else happens in the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._progress: QProgressDialog | None = None
        self.job = ExportJob(self)
        self.job.progressed.connect(self._on_progress)
        self.job.ended.connect(self._end_progress)
        self.job.done.connect(self._on_done)
        self.job.failed.connect(self._on_failed)
        window.session.library_opened.connect(self.job.cancel)
        window.installEventFilter(self)

    def ask_export(self) -> None:
        """Let the user choose what to export, and where to."""
        self._ask(printing=False)

    def ask_print(self) -> None:
        """Let the user choose what to print, and on which printer."""
        self._ask(printing=True)

    def export_to(self, target: Path, request: ExportRequest) -> None:
        """Write `target`; the banner tells how it went."""
        material = self._material()
        if material is not None:
            self._start(lambda progress: write_export(material, request, target, progress))

    def print_on(self, printer: QPrinter, request: ExportRequest) -> None:
        """Print; the banner tells how it went."""
        from timeline_app.ui.export.printing import print_pages

        material = self._material()
        if material is not None:
            self._start(lambda progress: print_pages(printer, material, request, progress))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An export ends with its window, before the library is closed."""
        if event.type() == QEvent.Type.Close and watched is self._window:
            self.job.close()
            self._end_progress()
        return super().eventFilter(watched, event)

    # Asking

    def _ask(self, *, printing: bool) -> None:
        material = self._material()
        if material is None:
            return
        view = self._window.timeline.viewport()
        visible = (view.first, max(view.last, view.first + 1))
        dialog = ExportDialog(visible, material.note, printing, self._window)
        dialog.chosen.connect(self._choose_printer if printing else self._choose_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_file(self, request: ExportRequest) -> None:
        path = self._window.session.library.path.with_suffix(f".{request.form.value}")
        dialog = QFileDialog(self._window, self.tr("Export Image"), str(path.parent))
        dialog.setObjectName("exportFileDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_FILTERS[request.form])
        dialog.setDefaultSuffix(request.form.value)
        dialog.selectFile(path.name)
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name), request))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_printer(self, request: ExportRequest) -> None:
        try:
            from timeline_app.ui.export.printing import make_printer, print_dialog
        except ImportError as error:  # the system's printing libraries are missing
            self._window.show_error(self.tr("This system can't print: {0}").format(error))
            return
        printer = make_printer()
        dialog = print_dialog(printer, self._window)
        dialog.setObjectName("printDialog")
        dialog.accepted.connect(lambda: self.print_on(printer, request))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _material(self) -> Material | None:
        """What there is to show; says so in the banner where that is nothing, or too early."""
        session = self._window.session
        if self.job.running:
            self._window.banner.show_note(self.tr("An export is running already."))
            return None
        material = material_of(session.library, session.view) if session.view else None
        if material is None:
            self._window.banner.show_note(self.tr("There are no events to export."))
        return material

    # Running

    def _start(self, work: Work) -> None:
        progress = QProgressDialog(self._window)
        bar = QProgressBar(progress)
        bar.setTextVisible(False)
        progress.setBar(bar)
        progress.setMinimumSize(*_PROGRESS_SIZE)
        progress.setWindowTitle(self.tr("Export"))
        progress.setLabelText(self.tr("Exporting the timeline…"))
        progress.setWindowModality(Qt.WindowModality.NonModal)
        progress.setMinimumDuration(SLOW_MS)
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        progress.canceled.connect(self.job.cancel)
        self._progress = progress
        self.job.start(work)

    def _on_progress(self, done: int, total: int) -> None:
        if self._progress is not None and not self._progress.wasCanceled():
            self._progress.setMaximum(total)
            self._progress.setValue(done)

    def _end_progress(self) -> None:
        if self._progress is not None:
            self._progress.canceled.disconnect(self.job.cancel)
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None

    def _on_done(self, files: list[Path]) -> None:
        if not files:
            self._window.banner.show_note(self.tr("Sent to the printer."))
            return
        name = files[0].name
        more = f" and {counted(len(files) - 1, 'more file')}" if len(files) > 1 else ""
        words = self.tr("Exported {0}").format(name + more)
        self._window.banner.show_note(words, self.tr("Open"), partial(_open, files[0]))

    def _on_failed(self, reason: str) -> None:
        self._window.show_error(self.tr("Nothing was exported: {0}").format(reason))


def _open(path: Path) -> None:
    """Show a file in the program that the desktop has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
