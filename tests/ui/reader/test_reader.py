from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.unit.session.samples import event_id
from timeline_app.domain.text import Span
from timeline_app.session.selection import Events, Passage, Reveal
from timeline_app.store.replacing import ReplaceReadings
from timeline_app.ui.window.main_window import MainWindow


def choose(qtbot: QtBot, window: MainWindow, title: str) -> int:
    """Select an event as another view would; returns its id."""
    event = event_id(window.session.library, title)
    window.session.selection.select(Events.one(event), origin=window, reveal=Reveal.SCROLL)
    settle(qtbot, window)
    return event


def words_at(window: MainWindow, span: Span) -> str:
    """The words of the open article's text in a span."""
    assert window.reader.article is not None
    return span.slice(window.reader.article.text)


def test_an_event_opens_its_passage(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "General says advisers may go")
    highlight = window.reader.body.highlight
    assert highlight is not None
    assert highlight.words is not None
    assert words_at(window, highlight.passage).startswith("A smile 😀 first. On May 19")
    assert words_at(window, highlight.words) == "On May 19"


def test_highlights_lie_on_the_words_behind_an_emoji(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "General says advisers may go")
    body, highlight = window.reader.body, window.reader.body.highlight
    assert highlight is not None
    assert highlight.words is not None
    rect = body.visible_span_rects(highlight.words)[0].toRect()
    cursor = body.cursorForPosition(QPoint(rect.left() + 1, rect.center().y()))
    end = body.cursorForPosition(QPoint(rect.right(), rect.center().y())).position()
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "On May 19"


def test_dates_are_underlined_with_dots(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "General says advisers may go")
    cursor = window.reader.body.document().find("May 19")
    dotted = QTextCharFormat.UnderlineStyle.DotLine
    assert cursor.charFormat().underlineStyle() == dotted
    plain = window.reader.body.document().find("advisers may")
    assert plain.charFormat().underlineStyle() != dotted


def test_a_click_on_a_date_selects_its_event(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "General says advisers may go")
    body = window.reader.body
    wanted = event_id(window.session.library, "Secretary speaks in Vienna")
    assert window.reader.article is not None
    start = window.reader.article.text.index("May 16")
    rect = body.visible_span_rects(Span(start, start + 6))[0]
    at = rect.center().toPoint()
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.session.selection.selection == Events.one(wanted)
    assert window.timeline.canvas.primary == wanted
    rows = window.lists.events.selectionModel().selectedIndexes()
    assert [index.row() for index in rows] == [window.lists.events.rows.row_of(wanted)]


def test_a_click_on_plain_words_selects_nothing(qtbot: QtBot, window: MainWindow) -> None:
    before = Events.one(choose(qtbot, window, "General says advisers may go"))
    body = window.reader.body
    assert window.reader.article is not None
    start = window.reader.article.text.index("secretary")
    rect = body.visible_span_rects(Span(start, start + 9))[0]
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert window.session.selection.selection == before


def test_a_click_on_a_margin_bar_selects_its_event(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "General says advisers may go")
    body = window.reader.body
    assert window.reader.article is not None
    start = window.reader.article.text.index("The fall")
    middle = body.visible_span_rects(Span(start, start + 3))[0].center().toPoint().y()
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(14, middle))
    wanted = event_id(window.session.library, "Fall of the old government")
    assert window.session.selection.selection == Events.one(wanted)


def test_steps_through_the_passages(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "General says advisers may go")
    window.commands["next_passage"].trigger()
    wanted = event_id(window.session.library, "Secretary speaks in Vienna")
    assert window.session.selection.primary == wanted
    window.commands["next_passage"].trigger()
    assert window.session.selection.primary == wanted
    window.commands["previous_passage"].trigger()
    window.commands["previous_passage"].trigger()
    first = event_id(window.session.library, "Fall of the old government")
    assert window.session.selection.primary == first


def test_an_article_can_be_opened_without_an_event(qtbot: QtBot, window: MainWindow) -> None:
    window.session.selection.select(Passage(2, Span(0, 0)), origin=window)
    settle(qtbot, window)
    assert window.reader.article is not None
    assert window.reader.article.id == 2
    assert window.reader.body.highlight is None
    assert window.reader.why.isHidden()


def test_articles_are_text_and_nothing_else(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "Council votes")
    shown = window.reader.body.toPlainText()
    assert shown == "The council votes in June 2016.\nNothing is dated here."
    assert window.reader.body.isReadOnly()


def test_another_theme_keeps_passage_and_place(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "General says advisers may go")
    before = window.reader.body.highlight
    window.commands["theme_dark"].trigger()
    assert window.reader.body.highlight == before
    window.commands["theme_light"].trigger()
    assert window.appearance.theme.name == "light"


def test_files_dropped_on_the_text_go_to_the_window(window: MainWindow) -> None:
    body = window.reader.body
    assert not body.acceptDrops()
    assert not body.viewport().acceptDrops()


def test_the_head_names_the_page_of_a_passage(qtbot: QtBot, window: MainWindow) -> None:
    library = window.session.library
    text = library.article(1).text
    paged = replace(library.article(1), pages=(0, text.index("Three days before")))
    events = tuple(replace(event, id=0) for event in library.events_of(1))
    library.apply(ReplaceReadings(paged, tuple(library.expressions(1)), events))
    choose(qtbot, window, "Secretary speaks in Vienna")
    shown = [each.text() for each in window.reader.header.findChildren(QLabel)]
    assert any(words.startswith("p. 2 · ") for words in shown)
    choose(qtbot, window, "General says advisers may go")
    shown = [each.text() for each in window.reader.header.findChildren(QLabel)]
    assert any(words.startswith("p. 1 · ") for words in shown)
