"""The shelf beside the lists: what of the open article, or the library, has no place in time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, settle
from timeline_app.domain.display import display
from timeline_app.domain.records import TemporalExpression, TimexType
from timeline_app.domain.text import Span
from timeline_app.extract import digest
from timeline_app.session.selection import Events, Passage
from timeline_app.store import AddArticles, Library
from timeline_app.store.undated import Kept, Shelf, Undated
from timeline_app.ui.shelf.model import ShelfModel
from timeline_app.ui.shelf.view import summary_words
from timeline_app.ui.window.main_window import MainWindow
from timeline_app.ui.window.panels import UNDATED

FIRST = "Talks fail\n\nMay 20, 2016\n\nThe talks began on Monday. The strike lasted three days.\n"
SECOND = "The vote\n\nMay 27, 2016\n\nThe council voted on Friday. It had argued for two weeks.\n"
STRIKE = TemporalExpression(Span(3, 9), "a week", TimexType.DURATION, "P1W", None, "a rule")
SHELF = Shelf((Undated(1, STRIKE, "for ", " or so"),), (Kept(1, 7, "Dear", "why"),))


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    """A window on two articles; the first is open."""
    path = tmp_path / "case.timeline"
    with Library.open(path) as library:
        for name, text in (("one.txt", FIRST), ("two.txt", SECOND)):
            library.apply(AddArticles(tuple(digest(text.encode(), path=name))))
    made = open_window(path)
    made.session.selection.select(Passage(1, Span(0, 0)), origin=made)
    settle(qtbot, made)
    return made


def words(window: MainWindow) -> list[str]:
    rows = window.lists.shelf.rows
    return [str(rows.data(rows.index(n))) for n in range(rows.rowCount())]


def click(window: MainWindow, row: int) -> None:
    shown = window.lists.shelf.list
    at = shown.visualRect(shown.model().index(row, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = ShelfModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_shelf(SHELF)
    assert tester.model() is model
    assert [model.data(model.index(n)) for n in range(2)] == ["Dear", "“a week”"]
    model.set_shelf(None)
    assert model.rowCount() == 0


def test_the_count_is_said() -> None:
    assert summary_words(SHELF) == "1 date expression made no event. 1 event kept without words."
    assert summary_words(Shelf((), ())) == "Every date expression made an event."
    assert "The first 1 " in summary_words(Shelf(SHELF.undated, (), more=True))
    assert "Open an article" in summary_words(None)


def test_the_open_articles_shelf(qtbot: QtBot, window: MainWindow) -> None:
    assert "1" in window.lists.tabs.tabToolTip(UNDATED)
    window.commands["focus_undated"].trigger()
    settle(qtbot, window)
    assert words(window) == ["“three days”"]
    assert window.lists.shelf.summary.text() == "1 date expression made no event."
    window.session.selection.select(Passage(2, Span(0, 0)), origin=window)
    settle(qtbot, window)
    assert words(window) == ["“two weeks”"]


def test_the_librarys_shelf(qtbot: QtBot, window: MainWindow) -> None:
    window.commands["focus_undated"].trigger()
    window.lists.shelf.of_library.click()
    settle(qtbot, window)
    assert words(window) == ["“three days”", "“two weeks”"]
    click(window, 1)
    settle(qtbot, window)
    assert window.reader.article is not None
    assert window.reader.article.id == 2
    highlight = window.reader.body.highlight
    assert highlight is not None
    assert highlight.passage.slice(window.reader.article.text) == "two weeks"
    assert "no place on the timeline" in window.reader.why.accessibleDescription()


def test_placing_by_hand(qtbot: QtBot, window: MainWindow) -> None:
    window.commands["focus_undated"].trigger()
    settle(qtbot, window)
    shelf = window.lists.shelf
    assert not shelf.place.isEnabled()
    click(window, 0)
    settle(qtbot, window)
    shelf.place.click()
    window.prompt.field.setText("April 2016")
    window.prompt.field.returnPressed.emit()
    settle(qtbot, window)
    assert words(window) == []
    assert not shelf.place.isEnabled()
    assert shelf.summary.text() == "Every date expression made an event."
    events = window.session.library.events()
    made = next(event for event in events if display(event.when) == "April 2016")
    assert window.session.selection.selection == Events.one(made.id)
    window.commands["undo"].trigger()
    settle(qtbot, window)
    assert words(window) == ["“three days”"]


def test_tabs_say_as_much_as_they_have_room_for(window: MainWindow) -> None:
    lists = window.lists
    lists.set_counts(1_000_000, 100_000)
    lists.resize(220, 600)
    lists.set_undated(12_345)
    texts = [lists.tabs.tabText(n) for n in range(3)]
    assert "Articles" in texts
    assert lists.tabs.tabToolTip(UNDATED) == "Undated 12,345"
    assert "Undated" in texts
