"""The timeline on a printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from timeline_app.ui.export.material import Material
from timeline_app.ui.export.request import ExportRequest
from timeline_app.ui.export.sheets import Progress
from timeline_app.ui.export.write import paint_pages


def print_dialog(printer: QPrinter, parent: QWidget) -> QPrintDialog:
    """A dialog that sets up `printer`, which the caller keeps; what to print is chosen before."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, False)
    return dialog


def make_printer() -> QPrinter:
    """A printer that measures as the screen does, so that text keeps its place; landscape."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    return printer


def print_pages(
    printer: QPrinter, material: Material, request: ExportRequest, progress: Progress
) -> list[Path]:
    """Print; gives the file where the printer is one. Raises UserFacingError."""
    printer.setFullPage(True)
    printer.setDocName(material.title)
    printer.setCreator("Timeline App")
    paint_pages(printer, material, request, progress)
    return [Path(printer.outputFileName())] if printer.outputFileName() else []
