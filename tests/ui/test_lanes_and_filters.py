"""Lanes that are chosen and moved, and the switches for what is shown, from the menus."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, settle
from tests.unit.session.samples import Dated, draft
from timeline_app.domain.records import Basis, Entity, EntityKind
from timeline_app.session.selection import Events
from timeline_app.session.view import Tag
from timeline_app.store import AddArticles, Library
from timeline_app.ui.names.dialog import NamesDialog
from timeline_app.ui.window.main_window import MainWindow

KERRY, DUNFORD = (Entity(EntityKind.PERSON, name) for name in ("John Kerry", "Joseph Dunford"))


@pytest.fixture
def window(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    """Three events: two of Dunford, one starred; one of Kerry that is dated by context."""
    dated = tuple(
        Dated(f"{day} May 2016", f"2016-05-{day}", f"Day {day}", 0) for day in (11, 12, 13)
    )
    story = draft("Talks", "Wire", (", ".join(each.words for each in dated),), dated)
    one, two, three = story.events
    events = (
        replace(one, entities=(DUNFORD,), starred=True),
        replace(two, entities=(DUNFORD,)),
        replace(three, entities=(KERRY,), basis=Basis.CARRIED),
    )
    path = tmp_path / "named.timeline"
    with Library.open(path) as library:
        library.apply(AddArticles((replace(story, events=events),)))
    return open_window(path)


def shown(qtbot: QtBot, window: MainWindow, command: str) -> int:
    """How many events are shown once a command has been given."""
    window.commands[command].trigger()
    settle(qtbot, window)
    assert window.session.view is not None
    return window.session.view.shown


def test_switches_hide_and_show(qtbot: QtBot, window: MainWindow) -> None:
    assert shown(qtbot, window, "hide_by_context") == 2
    assert shown(qtbot, window, "hide_by_context") == 3
    assert shown(qtbot, window, "only_starred") == 1
    window.filters.starred_cleared.emit()
    settle(qtbot, window)
    assert window.session.view is not None
    assert window.session.view.shown == 3
    assert shown(qtbot, window, "only_starred") == 1
    window.filters.cleared.emit()
    settle(qtbot, window)
    assert not window.commands["only_starred"].isChecked()
    window.filters.by_context_toggled.emit()
    settle(qtbot, window)
    assert window.commands["hide_by_context"].isChecked()


def test_lanes_by_person_are_moved_with_the_selected_event(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown(qtbot, window, "lanes_person")
    assert window.session.view is not None
    assert window.session.view.lane_names[:2] == ("Joseph Dunford", "John Kerry")
    window.commands["lane_up"].trigger()
    assert "Select an event" in window.banner.text
    window.session.selection.select(Events.one(3))
    shown(qtbot, window, "lane_up")
    assert window.session.view.lane_names[:2] == ("John Kerry", "Joseph Dunford")
    shown(qtbot, window, "lane_down")
    assert window.session.view.lane_names[:2] == ("Joseph Dunford", "John Kerry")


@pytest.mark.qt_log_ignore("propagateSizeHints", "raise")
def test_names_open_once(qtbot: QtBot, window: MainWindow) -> None:
    window.commands["names"].trigger()
    window.commands["names"].trigger()
    settle(qtbot, window)
    [dialog] = window.findChildren(NamesDialog)
    assert [each.entity.name for each in dialog.shown] == ["Joseph Dunford", "John Kerry"]
    dialog.close()


def test_a_tag_is_a_chip(qtbot: QtBot, window: MainWindow) -> None:
    window.session.corrections.set_tags({1: ("harbour",), 2: ("harbour", "vote")})
    settle(qtbot, window)
    chip = window.filters.chip(Tag("vote"))
    assert chip.text() == "#vote 1"
    assert not chip.isChecked()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.session.view is not None
    assert window.session.view.ids.tolist() == [2]
    assert chip.isChecked()
    window.session.corrections.set_tags({2: ("harbour",)})
    settle(qtbot, window)
    assert window.filters.chip(Tag("vote")).text() == "#vote 0"  # or nobody could let go of it
    window.filters.cleared.emit()
    settle(qtbot, window)
    assert window.session.view.shown == 3
    with pytest.raises(KeyError):
        window.filters.chip(Tag("vote"))


def test_chips_without_room_are_in_a_menu(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.ui.filters.bar.MOST_SOURCES", 0)
    window.filters.set_theme(window.appearance.theme)
    more = next(b for b in window.filters.findChildren(QPushButton) if b.menu() is not None)
    qtbot.waitUntil(more.isVisible)
    more.menu().aboutToShow.emit()  # as when it pops up, which takes a real screen
    names = [action.text() for action in more.menu().actions()]
    assert more.text() == f"+ {len(names)} more"
    assert "Wire" in names
    more.menu().actions()[names.index("Wire")].trigger()
    settle(qtbot, window)
    assert window.session.view is not None
    assert window.session.view.shown == 0
