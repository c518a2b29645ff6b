from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.unit.session.samples import event_id
from timeline_app.session.event_cache import EventCache
from timeline_app.session.loader import load
from timeline_app.session.selection import Events, Nothing, Reveal
from timeline_app.session.view import Filter
from timeline_app.store import EventSummary, Library
from timeline_app.ui.events.delegate import date_words
from timeline_app.ui.events.model import EventListModel
from timeline_app.ui.events.view import EventList, runs
from timeline_app.ui.window.main_window import MainWindow


def test_the_model_keeps_qts_rules(qtbot: QtBot, library_path: Path) -> None:
    model = EventListModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with Library.open(library_path) as library:
        model.set_view(load(library, Filter()), EventCache(library))
        assert tester.model() is model
        words = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
        assert words == [
            "2011",
            "Fall of the old government",
            "2016",
            "Secretary speaks in Vienna",
            "General says advisers may go",
            "Council votes",
        ]
        assert model.data(QStandardItemModel().index(0, 0)) is None
        model.set_view(load(library, Filter(text="zebra")), EventCache(library))
    assert model.rowCount() == 0


def test_rows_are_read_in_chunks_when_they_are_asked_for(qtbot: QtBot, library_path: Path) -> None:
    asked: list[int] = []

    class Watched(EventCache):
        def get_many(self, ids: Sequence[int]) -> Mapping[int, EventSummary]:
            asked.extend(ids)
            return super().get_many(ids)

    with Library.open(library_path) as library:
        model = EventListModel()
        model.set_view(load(library, Filter()), Watched(library))
        assert asked == []
        assert model.summary(1) is not None
        assert sorted(asked) == [1, 2, 3, 4]


def test_headings_are_not_events(qtbot: QtBot, library_path: Path) -> None:
    with Library.open(library_path) as library:
        model = EventListModel()
        model.set_view(load(library, Filter()), EventCache(library))
        assert model.event_id(0) is None
        assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
        assert model.row_of(999) is None
        first, last = model.neighbour(None, 1), model.neighbour(None, -1)
        assert (first, last) == (model.event_id(1), model.event_id(5))
        assert model.neighbour(first, 1) == model.event_id(3)
        assert model.neighbour(first, -1) is None


def row_centre(events: EventList, event: int) -> QPoint:
    """The middle of an event's row."""
    row = events.rows.row_of(event)
    assert row is not None
    return events.visualRect(events.rows.index(row, 0)).center()


def test_a_click_selects_everywhere(qtbot: QtBot, window: MainWindow) -> None:
    events = window.lists.events
    chosen = event_id(window.session.library, "General says advisers may go")
    at = row_centre(events, chosen)
    QTest.mouseClick(events.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.session.selection.selection == Events.one(chosen)
    assert window.timeline.canvas.primary == chosen
    settle(qtbot, window)
    assert window.reader.mark is not None
    assert window.reader.mark.event == chosen


def test_a_selection_from_elsewhere_marks_the_row_without_an_echo(
    qtbot: QtBot, window: MainWindow
) -> None:
    events, selection = window.lists.events, window.session.selection
    told: list[object] = []
    selection.changed.connect(lambda _, origin: told.append(origin))
    chosen = event_id(window.session.library, "Council votes")
    selection.select(Events.one(chosen), origin=window, reveal=Reveal.SCROLL)
    rows = [index.row() for index in events.selectionModel().selectedIndexes()]
    assert rows == [events.rows.row_of(chosen)]
    assert events.currentIndex().row() == rows[0]
    assert told == [window]
    selection.select(Nothing(), origin=window)
    assert events.selectionModel().selectedIndexes() == []
    assert told == [window, window]


def test_several_rows_are_one_selection(qtbot: QtBot, window: MainWindow) -> None:
    events = window.lists.events
    library = window.session.library
    first = event_id(library, "Secretary speaks in Vienna")
    second = event_id(library, "Council votes")
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(events.viewport(), left, pos=row_centre(events, first))
    shift = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(events.viewport(), left, shift, row_centre(events, second))
    assert window.session.selection.selection == Events(frozenset({first, second}), second)


def test_arrow_keys_walk_over_headings(qtbot: QtBot, window: MainWindow) -> None:
    events, library = window.lists.events, window.session.library
    first = event_id(library, "Fall of the old government")
    window.session.selection.select(Events.one(first))
    events.setFocus()
    QTest.keyClick(events, Qt.Key.Key_Down)
    after = event_id(library, "Secretary speaks in Vienna")
    assert window.session.selection.primary == after


def test_other_events_leave_the_selection_marked(qtbot: QtBot, window: MainWindow) -> None:
    chosen = event_id(window.session.library, "Council votes")
    window.session.selection.select(Events.one(chosen))
    with qtbot.waitSignal(window.session.index_changed):
        window.session.set_filter(Filter(text="council"))
    events = window.lists.events
    assert events.rows.rowCount() == 2
    assert [index.row() for index in events.selectionModel().selectedIndexes()] == [1]


def test_without_headings_dates_have_their_year(qtbot: QtBot, library_path: Path) -> None:
    model = EventListModel()
    with Library.open(library_path) as library:
        model.set_view(load(library, Filter()), EventCache(library), headed=False)
        assert not model.headed
        assert [model.event_id(row) is None for row in range(model.rowCount())] == [False] * 4
        summary = model.summary(1)
        assert summary is not None
        assert date_words(summary, model, 1) == "16 May 2016"
        model.set_view(load(library, Filter()), EventCache(library), headed=True)
        assert date_words(summary, model, 3) == "16 May"


def test_a_long_list_keeps_its_place_and_its_selection(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.ui.events.view.UNIFORM_FROM", 1)
    session, events = window.session, window.lists.events
    with qtbot.waitSignal(session.index_changed):
        session.refresh()
    height = events.row_height
    assert height is not None
    events.setFixedHeight(2 * height)
    events.selectAll()
    everything = session.selection.selection
    assert isinstance(everything, Events)
    assert everything.ids == frozenset(events.rows.events(0, 3))
    bar = events.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > height)
    bar.setValue(height + 7)
    with qtbot.waitSignal(session.index_changed):
        session.refresh()
    assert bar.value() == height + 7
    assert [index.row() for index in events.selectionModel().selectedIndexes()] == [0, 1, 2, 3]
    monkeypatch.setattr("timeline_app.ui.window.memory.MOST_REMEMBERED", 3)
    window.memory.save_place()
    place = session.settings.place(session.library.path)
    assert place.events == (session.selection.primary,)


def test_rows_of_many_events_are_found_at_once(
    qtbot: QtBot, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = EventListModel()
    with Library.open(library_path) as library:
        model.set_view(load(library, Filter()), EventCache(library))
    ids = [*model.events(0, 5), 999]
    one_by_one = model.rows_of(ids)
    assert one_by_one == [1, 3, 4, 5]
    monkeypatch.setattr("timeline_app.ui.events.model.FEW", 1)
    assert model.rows_of(ids) == one_by_one
    assert list(runs(one_by_one)) == [(1, 1), (3, 5)]
    assert list(runs([])) == []
