"""A library that can't be written: all can be looked at, and a copy taken."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, settle
from tests.unit.session.samples import event_id
from timeline_app.session.selection import Events
from timeline_app.store import Library
from timeline_app.ui.commands.states import WRITING
from timeline_app.ui.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")


@pytest.fixture
def protected(
    qtbot: QtBot, open_window: OpenWindow, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """A window on a library whose file the system says can't be written."""
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    window = open_window(library_path)
    window.finish_loading()
    settle(qtbot, window)
    monkeypatch.undo()
    return window


def test_it_says_so_and_shows_everything(protected: MainWindow) -> None:
    assert "write-protected" in protected.banner.text
    assert "read-only" in protected.windowTitle()
    assert protected.session.view is not None
    assert protected.session.view.shown == 4
    event = event_id(protected.session.library, "Council votes")
    protected.session.selection.select(Events.one(event))
    for name in (*WRITING, "merge_events", "split_source", "undo"):
        assert not protected.commands[name].isEnabled(), name
    for name in ("open_passage", "find", "export_image", "copy_library"):
        assert protected.commands[name].isEnabled(), name


def test_what_is_dropped_stays_outside_and_the_window_says_why(
    qtbot: QtBot, protected: MainWindow, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The ship sank in May 2016.")
    data = QMimeData()
    data.setText(str(article))
    protected.import_flow.take_data(data)
    settle(qtbot, protected)
    assert "Nothing can be imported" in protected.banner.text
    assert not protected.status.busy


@pytest.mark.usefixtures("caplog")
def test_a_change_says_why_it_was_not_made(qtbot: QtBot, protected: MainWindow) -> None:
    event = event_id(protected.session.library, "Council votes")
    protected.session.set_title(event, "Another")
    settle(qtbot, protected)
    assert "the library is read-only" in protected.banner.text
    assert protected.session.library.events([event])[0].title == "Council votes"


def test_a_copy_is_saved_and_opened(qtbot: QtBot, protected: MainWindow, tmp_path: Path) -> None:
    name = tmp_path / "copy.timeline"
    protected.commands["copy_library"].trigger()
    dialog = protected.findChild(QFileDialog, "libraryDialog")
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(name))
    dialog.done(0)
    settle(qtbot, protected)
    assert "Saved a copy as copy.timeline" in protected.banner.text
    protected.open_library(name)
    settle(qtbot, protected)
    assert not protected.session.read_only
    assert "read-only" not in protected.windowTitle()
    assert protected.commands["accept"].isEnabled()
    assert len(protected.session.library.events()) == 4


def test_a_copy_never_takes_the_place_of_a_file(
    qtbot: QtBot, window: MainWindow, library_path: Path
) -> None:
    before = library_path.stat().st_ino
    window.library_flow.ask_copy()
    dialog = window.findChild(QFileDialog, "libraryDialog")
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(library_path))
    dialog.done(0)
    settle(qtbot, window)
    assert "there is a file of that name" in window.banner.text
    assert library_path.stat().st_ino == before
    with Library.open(library_path) as library:
        assert len(library.events()) == 4
