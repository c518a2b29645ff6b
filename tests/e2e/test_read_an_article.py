"""The whole path in a real X window: import, click an event, read its passage, click a date."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from tests.e2e.conftest import Person
from timeline_app.app import QUIT_AFTER
from timeline_app.domain.text import Span
from timeline_app.layout.shapes import Item
from timeline_app.ui.window.main_window import MainWindow

STORY = """A bridge for the town 🌉

By Ada Example

The old bridge was closed in 2009. Since then a ferry has crossed the river.

On 3 March 2014 the new bridge opened. The mayor cut the ribbon on 7 March 2014.
"""
PATIENCE_MS = 20_000


def write_story(folder: Path) -> Path:
    """An article on disk."""
    path = folder / "bridge.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def import_by_dialog(qtbot: QtBot, window: MainWindow, person: Person, path: Path) -> None:
    """Press Ctrl+O and type the file's name."""
    person.press("ctrl+o")
    qtbot.waitUntil(
        lambda: window.findChild(QFileDialog, "importDialog") is not None, timeout=PATIENCE_MS
    )
    dialog = window.findChild(QFileDialog, "importDialog")
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible, timeout=PATIENCE_MS)
    Person(qtbot, dialog).take_the_keyboard()
    person.write(str(path))
    person.press("Return")
    qtbot.waitUntil(lambda: len(window.timeline.canvas.index) > 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: window.session.idle, timeout=PATIENCE_MS)
    person.take_the_keyboard()


def passage(window: MainWindow) -> str:
    """The highlighted words."""
    highlight, article = window.reader.body.highlight, window.reader.article
    assert highlight is not None
    assert article is not None
    return highlight.passage.slice(article.text)


def label_of(window: MainWindow, words: str) -> QPoint:
    """A point on the label of the event whose title holds `words`."""
    session = window.session
    events = [e.id for e in session.library.events() if words in e.title.casefold()]
    item = window.timeline.canvas.scene().item(events[0])
    assert isinstance(item, Item), words
    return QPoint(round(item.label.x + 12), round(item.label.y + 8))


def test_imports_clicks_an_event_and_reads_its_passage(
    qtbot: QtBot, window: MainWindow, person: Person, tmp_path: Path
) -> None:
    import_by_dialog(qtbot, window, person, write_story(tmp_path))
    canvas, body = window.timeline.canvas, window.reader.body
    person.click(canvas, label_of(window, "bridge opened"))
    qtbot.waitUntil(
        lambda: window.reader.mark is not None and window.session.idle, timeout=PATIENCE_MS
    )
    assert passage(window).startswith("On 3 March 2014 the new bridge opened.")
    assert window.lists.events.selectionModel().hasSelection()
    article = window.reader.article
    assert article is not None
    assert article.title == "A bridge for the town 🌉"

    start = article.text.index("2009")
    date = body.visible_span_rects(Span(start, start + 4))[0].center().toPoint()
    before = window.session.selection.primary
    person.click(body.viewport(), date)
    qtbot.waitUntil(lambda: window.session.selection.primary != before, timeout=PATIENCE_MS)
    assert "closed in 2009" in passage(window)
    assert canvas.primary == window.session.selection.primary
    item = canvas.scene().item(window.session.selection.primary or 0)
    assert isinstance(item, Item)
    assert 0 <= item.label.x < canvas.width()


def test_the_wheel_zooms_at_the_pointer_and_0_fits_all(
    qtbot: QtBot, window: MainWindow, person: Person, tmp_path: Path
) -> None:
    import_by_dialog(qtbot, window, person, write_story(tmp_path))
    canvas = window.timeline.canvas
    before, at = canvas.viewport(), QPoint(400, 300)
    under = before.second_at(400)
    person.scroll(canvas, at, 4, control=True)
    qtbot.waitUntil(lambda: canvas.viewport().span < before.span / 1.2, timeout=PATIENCE_MS)
    assert abs(canvas.viewport().second_at(400) - under) <= before.seconds_per_px * 2
    person.press("0")
    qtbot.waitUntil(lambda: canvas.viewport().span > before.span / 1.2, timeout=PATIENCE_MS)


def test_search_by_keyboard_alone(
    qtbot: QtBot, window: MainWindow, person: Person, tmp_path: Path
) -> None:
    import_by_dialog(qtbot, window, person, write_story(tmp_path))
    person.press("ctrl+f")
    person.write("mayor")
    qtbot.waitUntil(lambda: len(window.timeline.canvas.index) == 1, timeout=PATIENCE_MS)
    person.press("Return")
    qtbot.waitUntil(window.lists.events.hasFocus, timeout=PATIENCE_MS)
    qtbot.waitUntil(
        lambda: window.reader.mark is not None and window.session.idle, timeout=PATIENCE_MS
    )
    assert "ribbon on 7 March 2014" in passage(window)


def test_the_program_itself_starts_paints_and_ends(tmp_path: Path) -> None:
    story = write_story(tmp_path)
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", tmp_path / "new.timeline", story],
        env=os.environ | {QUIT_AFTER: "timeline"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "painted\n", "")
