"""Correcting in the window: an article's date, a reading, events by hand; undone again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, settle
from timeline_app.domain.display import display
from timeline_app.domain.records import Basis, Event
from timeline_app.domain.text import Span
from timeline_app.extract import digest
from timeline_app.session.selection import Events, Passage
from timeline_app.store import AddArticles, Library
from timeline_app.ui.details.article_dialog import ArticleDialog
from timeline_app.ui.details.event_dialog import EventDialog
from timeline_app.ui.reader.step import Step
from timeline_app.ui.window.main_window import MainWindow
from timeline_app.ui.window.panels import ARTICLES

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

TEXT = """\
Talks fail

May 20, 2016

The harbour master closed the port on Monday. Two days later the ships left for Malta.

The strike lasted three days. The union called the plan a mistake.
"""


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """A library with one article that was really read."""
    path = tmp_path / "case.timeline"
    with Library.open(path) as library:
        library.apply(AddArticles(tuple(digest(TEXT.encode(), path="talks.txt"))))
    return path


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow, library_path: Path) -> MainWindow:
    """A window with the article's closing of the port selected."""
    made = open_window(library_path)
    made.session.selection.select(Events.one(dated(made, "16 May 2016").id), origin=made)
    settle(qtbot, made)
    return made


def dated(window: MainWindow, date: str) -> Event:
    """The event that words of its own, or the user, give this date."""
    told = {Basis.EXPRESSION, Basis.HAND}
    events = window.session.library.events()
    return next(e for e in events if display(e.when) == date and e.basis in told)


def dates(window: MainWindow) -> list[str]:
    told = {Basis.EXPRESSION, Basis.HAND}
    return [display(e.when) for e in window.session.library.events() if e.basis in told]


def dialog_of(qtbot: QtBot, window: MainWindow) -> ArticleDialog:
    settle(qtbot, window)
    found = window.findChild(ArticleDialog, "articleDialog")
    assert isinstance(found, ArticleDialog)
    return found


def published(window: MainWindow) -> QPushButton:
    """The reader's line that says when the article was published."""
    found = window.reader.header.findChild(QPushButton)
    assert isinstance(found, QPushButton)
    return found


def undo(qtbot: QtBot, window: MainWindow) -> None:
    window.commands["undo"].trigger()
    settle(qtbot, window)


def test_another_publication_date(qtbot: QtBot, window: MainWindow) -> None:
    before = dated(window, "16 May 2016").id
    QTest.mouseClick(published(window), Qt.MouseButton.LeftButton)
    dialog = dialog_of(qtbot, window)
    dialog.published.edit.setText("3 June 2016")
    dialog.save.click()
    settle(qtbot, window)
    assert dates(window) == ["30 May 2016", "1 June 2016"]
    assert dated(window, "30 May 2016").id == before
    assert window.session.selection.selection == Events.one(before)
    assert "dates moved" in window.status.summary
    assert window.banner.text.endswith("dates moved.")
    assert "Monday, 30 May 2016" in window.reader.why.accessibleDescription()
    assert "3 June 2016" in published(window).text()
    undo(qtbot, window)
    assert dates(window) == ["16 May 2016", "18 May 2016"]
    assert "20 May 2016" in published(window).text()
    assert window.banner.text == ""  # its Undo would take back something else now


def test_closing_the_window_finishes_a_correction_first(qtbot: QtBot, window: MainWindow) -> None:
    QTest.mouseClick(published(window), Qt.MouseButton.LeftButton)
    dialog = dialog_of(qtbot, window)
    dialog.published.edit.setText("3 June 2016")
    dialog.save.click()
    window.close()
    assert window.isVisible()
    assert window.status.busy
    qtbot.waitUntil(lambda: not window.isVisible())
    with Library.open(window.session.library.path) as again:
        known = {display(event.when) for event in again.events()}
    assert {"30 May 2016", "1 June 2016"} <= known


def test_closing_twice_does_not_wait(qtbot: QtBot, window: MainWindow) -> None:
    buttons = {each.text(): each for each in window.reader.why.findChildren(QPushButton)}
    buttons["9 May 2016"].click()
    window.close()
    window.close()
    assert not window.isVisible()


def test_details_from_the_article_list(qtbot: QtBot, window: MainWindow) -> None:
    assert window.commands["article_details"] in window.lists.articles.actions()
    window.lists.show_tab(ARTICLES)
    window.commands["article_details"].trigger()
    dialog = dialog_of(qtbot, window)
    dialog.title.edit.setText("Another title")
    dialog.save.click()
    settle(qtbot, window)
    assert window.session.library.article(1).title == "Another title"
    assert window.lists.articles.rows.article(0) == window.session.library.summaries()[0]


def test_another_reading_is_one_click_away(qtbot: QtBot, window: MainWindow) -> None:
    buttons = {each.text(): each for each in window.reader.why.findChildren(QPushButton)}
    assert "Monday before" in buttons["9 May 2016"].toolTip()
    buttons["9 May 2016"].click()
    settle(qtbot, window)
    assert dates(window) == ["9 May 2016", "11 May 2016"]
    assert "chosen by hand" in window.reader.why.accessibleDescription()
    back = next(b for b in window.reader.why.findChildren(QPushButton) if "As it" in b.text())
    back.click()
    settle(qtbot, window)
    assert dates(window) == ["16 May 2016", "18 May 2016"]
    undo(qtbot, window)
    undo(qtbot, window)
    assert dates(window) == ["16 May 2016", "18 May 2016"]


def test_any_other_date_can_be_typed(qtbot: QtBot, window: MainWindow) -> None:
    window.reader.why.other_wanted.emit()
    assert window.prompt.field.text() == "16 May 2016"
    window.prompt.field.setText("some day")
    window.prompt.field.returnPressed.emit()
    assert window.prompt.isVisible()
    window.prompt.field.setText("2 May 2016")
    window.prompt.field.returnPressed.emit()
    settle(qtbot, window)
    assert dates(window) == ["2 May 2016", "4 May 2016"]


def test_a_click_on_the_anchor_goes_there(qtbot: QtBot, window: MainWindow) -> None:
    anchor = next(step for step in window.reader.why.findChildren(Step) if step.focusPolicy())
    QTest.mouseClick(anchor, Qt.MouseButton.LeftButton)
    highlight = window.reader.body.highlight
    assert highlight is not None
    assert window.reader.article is not None
    assert highlight.passage.slice(window.reader.article.text) == "May 20, 2016"
    second = dated(window, "18 May 2016")
    window.session.selection.select(Events.one(second.id), origin=window)
    settle(qtbot, window)
    anchor = next(step for step in window.reader.why.findChildren(Step) if step.focusPolicy())
    QTest.keyClick(anchor, Qt.Key.Key_Return)
    highlight = window.reader.body.highlight
    assert highlight is not None
    assert "Monday" in highlight.passage.slice(window.reader.article.text)


def test_a_length_of_time_is_placed(qtbot: QtBot, window: MainWindow) -> None:
    found = {e.text: e.span for e in window.reader.undated}
    window.session.selection.select(Passage(1, found["three days"]), origin=window)
    settle(qtbot, window)
    window.reader.why.other_wanted.emit()
    window.prompt.field.setText("April 2016")
    window.prompt.field.returnPressed.emit()
    settle(qtbot, window)
    made = dated(window, "April 2016")
    assert window.session.selection.selection == Events.one(made.id)
    undo(qtbot, window)
    assert dates(window) == ["16 May 2016", "18 May 2016"]


def test_an_event_from_a_selection(qtbot: QtBot, window: MainWindow) -> None:
    window.commands["add_event"].trigger()
    assert "Select the words" in window.banner.text
    body = window.reader.body
    start = body.toPlainText().index("The union")
    cursor = body.textCursor()
    cursor.setPosition(start)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    window.commands["add_event"].trigger()
    dialog = window.findChild(EventDialog, "eventDialog")
    assert isinstance(dialog, EventDialog)
    assert dialog.title.text == "The union called the plan a mistake"
    dialog.save.click()
    assert dialog.isVisible()
    assert "Not a date" in dialog.date.error.text()
    dialog.date.edit.setText("early 2016")
    dialog.save.click()
    settle(qtbot, window)
    made = dated(window, "early 2016")
    article = window.session.library.article(1)
    assert made.mentions[0].passage.slice(article.text) == "The union called the plan a mistake."
    undo(qtbot, window)
    assert dates(window) == ["16 May 2016", "18 May 2016"]


def test_an_events_own_date(qtbot: QtBot, window: MainWindow) -> None:
    event = dated(window, "16 May 2016").id
    window.commands["edit_date"].trigger()
    assert window.prompt.field.text() == "16 May 2016"
    window.prompt.field.setText("2014")
    window.prompt.field.returnPressed.emit()
    settle(qtbot, window)
    assert dated(window, "2014").id == event
    assert dates(window) == ["2014", "18 May 2016"]
    assert "Dated by hand." in window.reader.why.accessibleDescription()


def test_stars_and_tags(qtbot: QtBot, window: MainWindow) -> None:
    event = dated(window, "16 May 2016").id

    def now() -> Event:
        return next(e for e in window.session.library.events() if e.id == event)

    window.commands["star"].trigger()
    settle(qtbot, window)
    assert now().starred
    window.commands["star"].trigger()
    settle(qtbot, window)
    assert not now().starred
    window.commands["tags"].trigger()
    settle(qtbot, window)
    window.prompt.field.setText("port,  strike ,, port")
    window.prompt.field.returnPressed.emit()
    settle(qtbot, window)
    assert now().tags == ("port", "strike")


def test_commands_without_anything_chosen_say_so(qtbot: QtBot, window: MainWindow) -> None:
    window.session.selection.clear()
    for name in ("edit_date", "star", "tags"):
        window.banner.dismiss()
        window.commands[name].trigger()
        assert "Select an event first" in window.banner.text
    assert window.reader.body.selected_span() is None
    assert window.reader.date_within(Span(0, 1)) is None
