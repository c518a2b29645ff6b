"""Tab goes through the window as it is read."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.unit.session.samples import event_id
from timeline_app.session.selection import Events
from timeline_app.ui.window.main_window import MainWindow


def walk(first: QWidget, *, back: bool = False) -> list[QWidget]:
    """What has the keyboard after each Tab, until it comes round."""
    first.setFocus()
    found = [first]
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    for _ in range(80):
        QTest.keyClick(found[-1], key)
        now = QApplication.focusWidget()
        assert now is not None
        if now is first:
            return found
        found.append(now)
    raise AssertionError("Tab never comes round")


def test_part_after_part(qtbot: QtBot, window: MainWindow) -> None:
    event = event_id(window.session.library, "Council votes")
    window.session.selection.select(Events.one(event))
    settle(qtbot, window)
    found = walk(window.lists.events)
    parts = [window.lists, window.timeline, window.reader_panel, window.top_bar, window.filters]
    numbers = [next(n for n, p in enumerate(parts) if p.isAncestorOf(w)) for w in found[:-2]]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(parts)))
    assert found[-1] not in found[:-1]


def test_the_reader_from_top_to_bottom(qtbot: QtBot, window: MainWindow) -> None:
    event = event_id(window.session.library, "Council votes")
    window.session.selection.select(Events.one(event))
    settle(qtbot, window)
    panel = window.reader_panel
    tops = [
        w.mapTo(panel, w.rect().center()).y()
        for w in walk(window.lists.events)
        if panel.isAncestorOf(w)
    ]
    assert len(tops) > 3
    assert all(second > first - 20 for first, second in itertools.pairwise(tops))


def test_back_is_the_same_way(qtbot: QtBot, window: MainWindow) -> None:
    forward = walk(window.lists.events)
    back = walk(window.lists.events, back=True)
    assert back == [forward[0], *reversed(forward[1:])]


def test_what_is_greyed_out_or_hidden_is_passed_over(qtbot: QtBot, window: MainWindow) -> None:
    window.reader_panel.hide()
    found = walk(window.lists.events)
    assert all(widget.isVisible() and widget.isEnabled() for widget in found)
    assert window.top_bar.search in found
