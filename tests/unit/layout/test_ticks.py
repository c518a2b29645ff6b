from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.layout.helpers import Typewriter
from timeline_app.domain import calendars as cal
from timeline_app.layout.calendar_names import CalendarNames
from timeline_app.layout.ticks import Axis, Tick, build_axis
from timeline_app.layout.viewport import Viewport

MEASURE = Typewriter()
AFTERNOON = cal.seconds_from_civil(2016, 5, 10, 13, 3, 4)


def axis_at(seconds: int, scale: float, width: float = 1000.0) -> Axis:
    view = Viewport(0, 0.0, scale, width, 600.0).centred(seconds)
    return build_axis(view, MEASURE)


def words(ticks: tuple[Tick, ...]) -> list[str]:
    return [tick.label for tick in ticks if tick.label]


@pytest.mark.parametrize(
    ("scale", "coarse", "fine"),
    [
        (0.001, "Tuesday 10 May 2016, 13:03:04", [".000", ".050"]),
        (0.01, "Tuesday 10 May 2016, 13:03", [":03", ".500", ":04"]),
        (0.1, "Tuesday 10 May 2016, 13:02", [":30", ":35"]),
        (0.5, "Tuesday 10 May 2016", ["13:03", ":30", "13:04"]),
        (10, "Tuesday 10 May 2016", ["12:50", "13:00", "13:10"]),
        (300, "Tuesday 10 May 2016", ["06:00", "12:00", "18:00"]),
        (1800, "May 2016", ["9", "10", "11"]),
        (3600, "May 2016", ["9", "11", "13"]),
        (40_000, "2016", ["16", "May", "16", "Jun"]),
        (200_000, "2016", ["Apr", "Jul", "Oct", "Jan"]),
        (500_000, "2010–2019", ["2015", "2016", "2017"]),
        (3_000_000, "2000–2099", ["2010", "2015", "2020"]),
    ],
)
def test_both_rows(scale: float, coarse: str, fine: list[str]) -> None:
    axis = axis_at(AFTERNOON, scale)
    assert coarse in words(axis.coarse)
    found = words(axis.fine)
    assert any(found[n : n + len(fine)] == fine for n in range(len(found))), found


def test_years_before_our_era() -> None:
    axis = axis_at(cal.seconds_from_civil(0), 10_000_000)
    fine = words(axis.fine)
    at = fine.index("1 CE")
    assert fine[at - 2 : at + 3] == ["40 BCE", "20 BCE", "1 CE", "20", "40"]
    assert "100–1 BCE" in words(axis.coarse)
    deep = words(axis_at(cal.seconds_from_civil(-9999), 3_000_000).fine)
    assert deep[3] == "10000 BCE" or all(label.endswith("BCE") for label in deep)


def test_the_coarse_label_sticks_to_the_left_edge() -> None:
    axis = axis_at(AFTERNOON + 10 * cal.DAY, 1800)
    first = next(tick for tick in axis.coarse if tick.label)
    assert first.x < 0
    assert first.label_x == 6


def test_the_next_period_pushes_the_pinned_label_out() -> None:
    june = cal.seconds_from_civil(2016, 6)
    for x in range(60):
        view = Viewport(june, 0.0, 1800.0, 1000.0, 600.0).panned(-x)
        labels = [tick for tick in build_axis(view, MEASURE).coarse if tick.label]
        assert all(tick.label_x >= 0 for tick in labels)
        assert labels[-1].label == "June 2016" or x == 0


@pytest.mark.parametrize("scale", [22_000, 25_000, 30_000, 40_000, 60_000])
def test_no_month_with_a_long_name_is_left_blank(scale: float) -> None:
    axis = axis_at(AFTERNOON, scale, 900.0)
    assert axis.coarse[0].label
    for tick, following in pairwise(axis.coarse[1:]):
        assert tick.label, following


@given(
    st.integers(cal.seconds_from_civil(1900), cal.seconds_from_civil(2100)),
    st.floats(-2, 8),
)
def test_something_is_always_said_near_the_left_edge(seconds: int, power: float) -> None:
    shown = [tick for tick in axis_at(seconds, 10**power).coarse if tick.label]
    assert shown[0].label_x < 100


def test_a_pinned_label_gets_shorter_before_it_goes() -> None:
    june = cal.seconds_from_civil(2016, 6)
    view = Viewport(june, 0.0, 1800.0, 1000.0, 600.0).panned(-65)
    assert words(build_axis(view, MEASURE).coarse)[:2] == ["May", "June 2016"]


def test_other_names() -> None:
    names = CalendarNames(
        months=("janvier", "février", "mars", "avril", "mai", "juin") * 2,
        short_months=("janv.", "févr.", "mars", "avr.", "mai", "juin") * 2,
    )
    view = Viewport(0, 0.0, 1800.0, 1000.0, 600.0).centred(AFTERNOON)
    assert "mai 2016" in words(build_axis(view, MEASURE, names).coarse)


@given(
    st.integers(cal.seconds_from_civil(-9999), cal.seconds_from_civil(9999)),
    st.floats(-3, 11),
    st.floats(200, 2500),
)
def test_labels_never_overlap_and_are_never_cut(seconds: int, power: float, width: float) -> None:
    axis = axis_at(seconds, 10**power, width)
    for row in (axis.coarse, axis.fine):
        shown = [tick for tick in row if tick.label]
        for tick, following in pairwise(shown):
            assert tick.label_x + tick.width < following.label_x
    assert all(tick.label_x + tick.width <= width for tick in axis.fine if tick.label)
    assert all(tick.label_x >= 0 for tick in (*axis.coarse, *axis.fine) if tick.label)
    assert len(axis.fine) < 200
    assert len(axis.coarse) < 100


@given(st.floats(-3, 11))
def test_every_zoom_has_a_label_in_both_rows(power: float) -> None:
    axis = axis_at(AFTERNOON, 10**power)
    assert words(axis.fine)
    assert words(axis.coarse)
    assert axis.above.seconds > axis.step.seconds
