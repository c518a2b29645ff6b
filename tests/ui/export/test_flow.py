"""Exporting from the window: the dialogs, the file, the banner."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, settle
from tests.ui.export.test_write import pdf_pages, svg_words
from timeline_app.session.view import Filter
from timeline_app.store import Library
from timeline_app.ui.export.dialog import ExportDialog
from timeline_app.ui.export.flow import ExportFlow
from timeline_app.ui.export.printing import make_printer
from timeline_app.ui.export.request import ExportRequest, Form, Paper
from timeline_app.ui.export.sheets import Progress
from timeline_app.ui.window.main_window import MainWindow

# Qt's offscreen screen has no window manager to tell sizes to.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def flow_of(window: MainWindow) -> ExportFlow:
    return window.handlers.export_flow


def exported(qtbot: QtBot, window: MainWindow, target: Path, request: ExportRequest) -> str:
    flow = flow_of(window)
    with qtbot.waitSignal(flow.job.ended, timeout=20_000):
        flow.export_to(target, request)
    return window.banner.text


def open_dialog(window: MainWindow, command: str) -> ExportDialog:
    window.commands[command].trigger()
    dialog = window.findChild(ExportDialog, "exportDialog")
    assert dialog is not None
    return dialog


def test_everything_as_a_document(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    target = tmp_path / "all.pdf"
    told = exported(qtbot, window, target, ExportRequest(Form.PDF, pages=2))
    assert pdf_pages(target) == 2
    assert told == "Exported all.pdf"


def test_several_pictures_are_counted(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    told = exported(qtbot, window, tmp_path / "all.png", ExportRequest(Form.PNG, pages=3))
    assert told == "Exported all-1.png and 2 more files"


def test_what_the_filter_hides_is_left_out(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.session.set_filter(Filter(text="advisers"))
    settle(qtbot, window)
    target = tmp_path / "some.svg"
    exported(qtbot, window, target, ExportRequest(Form.SVG))
    words = svg_words(target)
    assert "General says advisers may go" in words
    assert "Secretary speaks in Vienna" not in words


def test_a_failure_is_told_in_the_banner(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    told = exported(qtbot, window, blocked / "case.pdf", ExportRequest(Form.PDF))
    assert told.startswith("Nothing was exported: ")
    assert "could not be written" in told


def test_an_empty_library_says_so(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "new.timeline"
    Library.open(path).close()
    window = open_window(path)
    window.commands["export_image"].trigger()
    assert window.banner.text == "There are no events to export."
    assert window.findChild(ExportDialog) is None


def test_the_dialog_asks_and_the_file_dialog_follows(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = open_dialog(window, "export_image")
    dialog.everything.setChecked(True)
    dialog.form.setCurrentIndex(dialog.form.findData(Form.SVG))
    dialog.pages.setValue(2)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    chooser = window.findChild(QFileDialog, "exportFileDialog")
    assert chooser is not None
    assert chooser.selectedFiles()[0].endswith("case.svg")
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile("mine")
    with qtbot.waitSignal(flow_of(window).job.ended, timeout=20_000):
        chooser.accept()
    assert sorted(each.name for each in tmp_path.glob("mine*")) == ["mine-1.svg", "mine-2.svg"]


def test_the_visible_part_is_what_the_timeline_shows(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_dialog(window, "export_image")
    view = window.timeline.viewport()
    assert dialog.request() == ExportRequest(
        Form.PDF, (view.first, view.last), 1, False, None, 1.0, Paper.A4
    )
    dialog.reject()


def test_the_dialog_shows_only_what_the_form_can_have(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_dialog(window, "export_image")

    def shown() -> list[bool]:
        widgets: list[QWidget] = [dialog.paper, dialog.picture_size, dialog.ratio]
        return [not widget.isHidden() for widget in widgets]

    assert shown() == [True, False, False]
    dialog.form.setCurrentIndex(dialog.form.findData(Form.PNG))
    assert shown() == [False, True, True]
    dialog.form.setCurrentIndex(dialog.form.findData(Form.SVG))
    assert shown() == [False, True, False]
    dialog.reject()


def test_print_asks_for_the_part_and_then_for_the_printer(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_dialog(window, "print")
    assert dialog.windowTitle() == "Print"
    assert dialog.form.isHidden()
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    printers = window.findChild(QPrintDialog, "printDialog")
    assert printers is not None
    assert printers.printer().pageLayout().orientation() is QPageLayout.Orientation.Landscape
    printers.reject()


@pytest.mark.parametrize("pages", [1, 3])
def test_printing_makes_the_pages(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, pages: int
) -> None:
    printer = make_printer()
    target = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(target))
    flow = flow_of(window)
    with qtbot.waitSignal(flow.job.ended, timeout=20_000):
        flow.print_on(printer, ExportRequest(Form.PDF, pages=pages))
    assert pdf_pages(target) == pages
    assert window.banner.text == "Exported printed.pdf"


def test_an_export_can_be_called_off(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    job = flow_of(window).job
    steps: list[int] = []

    def endless(progress: Progress) -> list[Path]:
        while True:
            progress(len(steps), 1_000)
            steps.append(0)

    with qtbot.waitSignal(job.progressed, timeout=20_000):
        job.start(endless)
    window.commands["export_image"].trigger()
    assert window.banner.text == "An export is running already."
    window.banner.dismiss()
    with qtbot.waitSignal(job.ended, timeout=20_000):
        job.cancel()
    assert not job.running
    assert window.banner.text == ""


def test_closing_the_window_ends_the_export(qtbot: QtBot, window: MainWindow) -> None:
    job = flow_of(window).job
    steps: list[int] = []

    def endless(progress: Progress) -> list[Path]:
        while True:
            progress(len(steps), 1_000)
            steps.append(0)

    with qtbot.waitSignal(job.progressed, timeout=20_000):
        job.start(endless)
    window.close()
    assert not job.running


def test_an_unexpected_failure_is_told_too(
    qtbot: QtBot, window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(progress: Progress) -> list[Path]:
        raise ValueError("oops")

    job = flow_of(window).job
    with qtbot.waitSignal(job.ended, timeout=20_000):
        job.start(broken)
    assert window.banner.text == "Nothing was exported: ValueError: oops"
    assert "an export failed" in caplog.text
