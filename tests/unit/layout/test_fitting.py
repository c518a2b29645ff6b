from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.unit.layout.helpers import (
    Row,
    Typewriter,
    builder,
    columns,
    moment,
    since,
    until,
    view_of,
)
from timeline_app.domain import calendars as cal
from timeline_app.layout.fitting import fitting
from timeline_app.layout.index import EventIndex
from timeline_app.layout.scene import SceneBuilder
from timeline_app.layout.shapes import Cut, Item
from timeline_app.layout.style import Style
from timeline_app.layout.text import EventLabel

S = cal.seconds_from_civil
VIEW = view_of(0, 1000, width=1000.0)


def wordy(rows: Sequence[Row]) -> SceneBuilder:
    """A builder whose titles are as long as a card may be."""

    def words(ids: Sequence[int]) -> dict[int, EventLabel]:
        return {
            each: EventLabel("More words than a card has room for " * 2, "2018") for each in ids
        }

    return SceneBuilder(EventIndex.build(columns(rows)), Style(), Typewriter(), words, ("One",))


def test_the_last_labels_are_whole_and_little_more_room_is_left() -> None:
    made = builder([moment(2011), moment(2014), moment(2018, 6)])
    view = fitting(made, made.index.low, made.index.high, VIEW)
    last = made.scene(view).item(3)
    assert isinstance(last, Item)
    assert last.cut is Cut.NONE
    assert view.width - 20 < last.label.right <= view.width
    assert view.x_of(made.index.low) == pytest.approx(40, abs=1)


def test_open_ends_count_for_nothing() -> None:
    made = builder([since(2011), until(2016), moment(2013)])
    view = fitting(made, made.index.low, made.index.high, VIEW)
    assert cal.civil_from_seconds(view.first).year == 2010
    assert cal.civil_from_seconds(view.last).year <= 2017


def test_a_few_days_get_some_days_around_them() -> None:
    made = builder([moment(2016, 5, 16), moment(2016, 5, 18)])
    view = fitting(made, made.index.low, made.index.high, VIEW)
    assert view.span > 39 * cal.DAY
    assert view.x_of(S(2016, 5, 17)) == pytest.approx(VIEW.width / 2, abs=60)


@pytest.mark.parametrize(
    ("width", "room"), [(2000.0, 300.0), (1400.0, 210.0), (700.0, 210.0), (300.0, 120.0)]
)
def test_the_last_labels_get_a_seventh_of_the_width_at_most_but_a_few_words(
    width: float, room: float
) -> None:
    made = wordy([moment(2011), moment(2018)])
    view = fitting(made, made.index.low, made.index.high, VIEW.resized(width, 600.0))
    assert view.x_of(made.index.high) == pytest.approx(width - room, abs=2)


def test_a_first_look_gives_labels_more_room() -> None:
    made = wordy([moment(2011), moment(2018)])
    usual = fitting(made, made.index.low, made.index.high, VIEW)
    roomy = fitting(made, made.index.low, made.index.high, VIEW, 0.3)
    last = roomy.x_of(made.index.high)
    assert 0.66 * VIEW.width <= last < usual.x_of(made.index.high) - 50
