from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QApplication

from tests.ui.timeline.conftest import point_of
from timeline_app.ui.timeline import accessible
from timeline_app.ui.timeline.canvas import TimelineCanvas

NAME = QAccessible.Text.Name


@pytest.fixture
def listening(qapp: QApplication) -> Iterator[None]:
    """Somebody reads the screen aloud."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


def test_without_an_event_that_is_read_the_timeline_has_no_child(canvas: TimelineCanvas) -> None:
    timeline = QAccessible.queryAccessibleInterface(canvas)
    assert timeline.role() == QAccessible.Role.List
    assert timeline.text(NAME) == "Timeline"
    assert timeline.childCount() == 0
    assert timeline.child(0) is None


def test_the_event_that_is_read_says_its_name_date_and_place(canvas: TimelineCanvas) -> None:
    timeline = QAccessible.queryAccessibleInterface(canvas)
    canvas.choose(4)
    event = timeline.child(0)
    assert timeline.childCount() == 1
    assert timeline.indexOfChild(event) == 0
    assert event.text(NAME) == "Event 4 xxxx, a day"
    assert event.text(QAccessible.Text.Description) == "6 of 7"
    assert event.role() == QAccessible.Role.ListItem
    assert event.state().selected
    assert event.rect().contains(canvas.mapToGlobal(point_of(canvas, 4)))
    assert event.parent().object() is canvas
    canvas.choose(1)
    assert timeline.child(0).text(NAME) == "Event 1 x, a day"
    canvas.clear_selection()
    assert timeline.childCount() == 0


def test_an_event_that_is_chosen_is_announced(
    listening: None, canvas: TimelineCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(accessible, "QAccessibleAnnouncementEvent", _noting(told))
    canvas.choose(3)
    canvas.choose_neighbour(1)
    assert told == ["Event 3 xxx, a day, 4 of 7", "Event 5 xxxxx, a day, 5 of 7"]
    canvas.clear_selection()
    assert len(told) == 2


def test_the_child_says_that_it_has_another_name_before_it_is_read(
    listening: None, canvas: TimelineCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds: list[QAccessible.Event] = []

    class Noting(QAccessibleEvent):
        def __init__(self, event: QAccessibleInterface, kind: QAccessible.Event) -> None:
            super().__init__(event, kind)
            kinds.append(kind)

    monkeypatch.setattr(accessible, "QAccessibleEvent", Noting)
    canvas.choose(3)
    told = QAccessible.Event
    assert kinds == [told.NameChanged, told.DescriptionChanged, told.Focus]


def test_nothing_is_said_where_nobody_listens(
    canvas: TimelineCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(accessible, "QAccessibleAnnouncementEvent", _noting(told))
    QAccessible.setActive(False)
    canvas.choose(3)
    assert not told


def test_an_event_out_of_sight_has_no_place_on_the_screen(canvas: TimelineCanvas) -> None:
    canvas.choose(4)
    canvas.set_viewport(canvas.viewport().panned(10_000_000))
    event = QAccessible.queryAccessibleInterface(canvas).child(0)
    assert event.rect().isEmpty()
    assert event.rect().topLeft() == canvas.mapToGlobal(QPoint(0, 0))


def _noting(told: list[str]) -> type:
    class Noting(QAccessibleAnnouncementEvent):
        def __init__(self, canvas: TimelineCanvas, words: str) -> None:
            super().__init__(canvas, words)
            told.append(words)

    return Noting
