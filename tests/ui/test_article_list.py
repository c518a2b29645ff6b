from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.unit.session.samples import event_id
from timeline_app.session.selection import Events
from timeline_app.store import Library
from timeline_app.ui.articles.model import ArticleListModel
from timeline_app.ui.window.main_window import MainWindow
from timeline_app.ui.window.panels import ARTICLES


def test_the_model_keeps_qts_rules(qtbot: QtBot, library_path: Path) -> None:
    model = ArticleListModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with Library.open(library_path) as library:
        articles = tuple(library.summaries())
    assert model.set_articles(articles)
    assert not model.set_articles(articles)
    assert tester.model() is model
    assert [model.data(model.index(row)) for row in range(2)] == [
        "Advisers draw nearer",
        "Council to vote",
    ]
    assert model.row_of(2) == 1
    assert model.row_of(3) is None


def test_what_an_article_is_to_others_is_said(qtbot: QtBot, library_path: Path) -> None:
    with Library.open(library_path) as library:
        first, second = library.summaries()
    model = ArticleListModel()
    model.set_articles((replace(first, copies_of=second.id), replace(second, superseded=True)))
    told = [model.data(model.index(row), Qt.ItemDataRole.ToolTipRole) for row in range(2)]
    assert "copy of another article" in told[0]
    assert "older version" not in told[0]
    assert "older version" in told[1]


def test_a_click_opens_the_article(qtbot: QtBot, window: MainWindow) -> None:
    window.lists.show_tab(ARTICLES)
    articles = window.lists.articles
    at = articles.visualRect(articles.rows.index(1)).center()
    QTest.mouseClick(articles.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle(qtbot, window)
    assert window.reader.article is not None
    assert window.reader.article.title == "Council to vote"


def test_the_open_article_is_marked(qtbot: QtBot, window: MainWindow) -> None:
    event = event_id(window.session.library, "Council votes")
    window.session.selection.select(Events.one(event))
    settle(qtbot, window)
    assert window.lists.articles.marked == [2]
    assert window.session.selection.selection == Events.one(event)


def test_delete_removes_and_undo_brings_back(qtbot: QtBot, window: MainWindow) -> None:
    window.lists.show_tab(ARTICLES)
    articles = window.lists.articles
    articles.setCurrentIndex(articles.rows.index(0))
    settle(qtbot, window)
    with qtbot.waitSignal(window.session.index_changed):
        QTest.keyClick(articles, Qt.Key.Key_Delete)
    assert articles.rows.rowCount() == 1
    assert window.lists.events.rows.rowCount() == 2
    assert window.reader.article is None
    with qtbot.waitSignal(window.session.index_changed):
        window.commands["undo"].trigger()
    assert articles.rows.rowCount() == 2
    assert window.lists.events.rows.rowCount() == 6


def test_many_articles_lie_in_rows_that_are_alike(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.ui.articles.view.UNIFORM_FROM", 1)
    window.lists.show_tab(ARTICLES)
    articles = window.lists.articles
    assert window.session.view is not None
    articles.set_articles(window.session.view.articles)
    first, second = (articles.visualRect(articles.rows.index(row)) for row in range(2))
    assert articles.row_height == first.height() == second.top() - first.top()
    QTest.mouseClick(articles.viewport(), Qt.MouseButton.LeftButton, pos=second.center())
    settle(qtbot, window)
    assert window.reader.article is not None
    assert window.reader.article.title == "Council to vote"
