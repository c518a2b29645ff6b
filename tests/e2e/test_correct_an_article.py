"""Correcting in a real X window with real worker processes: another date, taken back."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.e2e.conftest import PATIENCE_MS, Person
from timeline_app.domain.display import display
from timeline_app.domain.records import Basis
from timeline_app.domain.text import Span
from timeline_app.session.selection import Passage
from timeline_app.ui.details.article_dialog import ArticleDialog
from timeline_app.ui.window.main_window import MainWindow

STORY = """\
Talks fail

May 20, 2016

The harbour master closed the port on Monday. Two days later the ships left for Malta.
"""


def dates(window: MainWindow) -> list[str]:
    """Dates of the events that words of their own date."""
    events = window.session.library.events()
    return [display(event.when) for event in events if event.basis is Basis.EXPRESSION]


def test_another_publication_date_and_undo(
    qtbot: QtBot, window: MainWindow, person: Person, tmp_path: Path
) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(STORY, encoding="utf-8")
    window.import_flow.take([path])
    qtbot.waitUntil(lambda: len(window.timeline.canvas.index) > 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: window.session.idle, timeout=PATIENCE_MS)
    assert dates(window) == ["16 May 2016", "18 May 2016"]
    window.session.selection.select(Passage(1, Span(0, 0)), origin=window)
    qtbot.waitUntil(lambda: window.reader.article is not None, timeout=PATIENCE_MS)
    person.press("ctrl+d")
    qtbot.waitUntil(
        lambda: window.findChild(ArticleDialog, "articleDialog") is not None, timeout=PATIENCE_MS
    )
    dialog = window.findChild(ArticleDialog, "articleDialog")
    assert isinstance(dialog, ArticleDialog)
    qtbot.waitUntil(dialog.isVisible, timeout=PATIENCE_MS)
    Person(qtbot, dialog).take_the_keyboard()
    qtbot.waitUntil(dialog.published.edit.hasFocus, timeout=PATIENCE_MS)
    person.press("ctrl+a")
    person.write("June 3, 2016")
    person.press("Return")
    expected = ["30 May 2016", "1 June 2016"]
    qtbot.waitUntil(lambda: dates(window) == expected, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "dates moved" in window.status.summary, timeout=PATIENCE_MS)
    person.take_the_keyboard()
    person.press("ctrl+z")
    before = ["16 May 2016", "18 May 2016"]
    qtbot.waitUntil(lambda: dates(window) == before, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: window.session.idle, timeout=PATIENCE_MS)
