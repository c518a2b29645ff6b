"""Merging, splitting and deciding on suggestions, each one step to undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, settle
from tests.unit.store.test_groups import draft
from timeline_app.session.selection import Events
from timeline_app.store import AddArticles, Library, MergeEvents
from timeline_app.ui.merging.dialog import SuggestionsDialog
from timeline_app.ui.merging.report_view import ReportView
from timeline_app.ui.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")
MET = "John Kerry met Sarda in Vienna"
TALKS = "John Kerry and Paolo Gentili met ministers in Vienna"
FIRE = "A fire destroyed a mill in Brakel"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Two reports that may be of one event, and another event."""
    path = tmp_path / "merging.timeline"
    with Library.open(path) as library:
        library.apply(
            AddArticles(
                (
                    draft("2016-05-17", (MET, "2016-05-16"), (FIRE, "2016-05-14")),
                    draft("2016-05-18", (TALKS, "2016-05-16")),
                )
            )
        )
    return path


def sizes(window: MainWindow) -> list[int]:
    """How many sources each event has."""
    return sorted(len(event.mentions) for event in window.session.library.events())


def ids(window: MainWindow) -> dict[str, int]:
    return {event.title: event.id for event in window.session.library.events()}


def opened(qtbot: QtBot, window: MainWindow) -> SuggestionsDialog:
    window.commands["suggestions"].trigger()
    settle(qtbot, window)
    dialog = window.findChild(SuggestionsDialog)
    assert isinstance(dialog, SuggestionsDialog)
    return dialog


def waits(dialog: SuggestionsDialog) -> set[str]:
    """Titles of the pair that is shown."""
    return {event.title for event in dialog.waiting.events} if dialog.waiting else set()


def press(dialog: SuggestionsDialog, words: str) -> None:
    buttons = {b.text().replace("&", ""): b for b in dialog.findChildren(QPushButton)}
    QTest.mouseClick(buttons[words], Qt.MouseButton.LeftButton)


def test_selected_events_are_merged_and_split_again(
    qtbot: QtBot, open_window: OpenWindow, case: Path
) -> None:
    window = open_window(case)
    known = ids(window)
    chosen = Events(frozenset((known[MET], known[TALKS])), known[MET])
    window.session.selection.select(chosen, origin=window)
    window.commands["merge_events"].trigger()
    settle(qtbot, window)
    assert sizes(window) == [1, 2]
    (whole,) = (e for e in window.session.library.events() if len(e.mentions) == 2)
    window.session.selection.select(Events.one(whole.id), origin=window)
    settle(qtbot, window)
    window.commands["split_source"].trigger()
    settle(qtbot, window)
    assert sizes(window) == [1, 1, 1]
    for expected in ([1, 2], [1, 1, 1]):
        window.commands["undo"].trigger()
        settle(qtbot, window)
        assert sizes(window) == expected


def test_the_selection_follows_a_report_into_its_event(
    qtbot: QtBot, open_window: OpenWindow, case: Path
) -> None:
    window = open_window(case)
    known = ids(window)
    for title in (MET, TALKS):
        window.session.selection.select(Events.one(known[title]), origin=window)
        settle(qtbot, window)
        window.session.undo_stack.do(MergeEvents((known[MET], known[TALKS])))
        settle(qtbot, window)
        (whole,) = (e for e in window.session.library.events() if len(e.mentions) == 2)
        assert window.session.selection.primary == whole.id
        window.commands["undo"].trigger()
        settle(qtbot, window)


def test_one_event_alone_cannot_be_merged_or_split(
    qtbot: QtBot, open_window: OpenWindow, case: Path
) -> None:
    window = open_window(case)
    window.session.selection.select(Events.one(ids(window)[FIRE]), origin=window)
    settle(qtbot, window)
    for command in ("merge_events", "split_source"):
        assert not window.commands[command].isEnabled()
        window.commands[command].trigger()
        settle(qtbot, window)
    assert sizes(window) == [1, 1, 1]


def test_what_can_be_merged_or_split_can_be_asked_for(
    qtbot: QtBot, open_window: OpenWindow, case: Path
) -> None:
    window = open_window(case)
    known = ids(window)
    first, second = known[MET], known[TALKS]
    window.session.selection.select(Events(frozenset((first, second)), first), origin=window)
    settle(qtbot, window)
    assert window.commands["merge_events"].isEnabled()
    assert not window.commands["split_source"].isEnabled()
    window.commands["merge_events"].trigger()
    settle(qtbot, window)
    assert sizes(window) == [1, 2]
    assert not window.commands["merge_events"].isEnabled()
    assert window.commands["split_source"].isEnabled()
    window.session.selection.clear()
    settle(qtbot, window)
    assert not window.commands["split_source"].isEnabled()


def test_with_ctrl_a_click_on_the_timeline_selects_one_more(
    qtbot: QtBot, open_window: OpenWindow, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(case)
    known = ids(window)
    clicked, selection = window.timeline.canvas.event_clicked, window.session.selection
    clicked.emit(known[MET])
    control = Qt.KeyboardModifier.ControlModifier
    monkeypatch.setattr(QGuiApplication, "keyboardModifiers", lambda: control)
    clicked.emit(known[TALKS])
    assert selection.selection == Events(frozenset((known[MET], known[TALKS])), known[TALKS])
    monkeypatch.setattr(window.event_menu, "popup", lambda _at: None)
    window.lists.menu_requested.emit(known[MET], QPoint())
    assert selection.selection == Events(frozenset((known[MET], known[TALKS])), known[MET])
    clicked.emit(known[MET])
    assert selection.selection == Events.one(known[TALKS])


def test_a_suggestion_is_taken(qtbot: QtBot, open_window: OpenWindow, case: Path) -> None:
    window = open_window(case)
    dialog = opened(qtbot, window)
    assert waits(dialog) == {MET, TALKS}
    press(dialog, "Same Event")
    settle(qtbot, window)
    assert sizes(window) == [1, 2]
    assert waits(dialog) == set()
    window.commands["undo"].trigger()
    settle(qtbot, window)
    assert waits(dialog) == {MET, TALKS}


def test_a_suggestion_is_refused_for_good(
    qtbot: QtBot, open_window: OpenWindow, case: Path
) -> None:
    window = open_window(case)
    dialog = opened(qtbot, window)
    press(dialog, "Different")
    settle(qtbot, window)
    assert sizes(window) == [1, 1, 1]
    assert waits(dialog) == set()
    assert window.session.library.suggested_merges() == []


def test_a_click_on_a_report_shows_it(qtbot: QtBot, open_window: OpenWindow, case: Path) -> None:
    window = open_window(case)
    dialog = opened(qtbot, window)
    assert dialog.waiting is not None
    view = dialog.findChildren(ReportView)[1]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.session.selection.primary == dialog.waiting.events[1].id
    assert opened(qtbot, window) is dialog
