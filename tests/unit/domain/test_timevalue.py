"""Time values hold what a source says and refuse what can't be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.strategies import GRAINS, seconds, values
from timeline_app.domain import calendars as cal
from timeline_app.domain.timevalue import (
    Grain,
    Limit,
    Mod,
    Point,
    TimeValue,
    day,
    interval,
    moment,
    month,
    period_at,
    qualified,
    whole_period,
    year,
)


@given(seconds(), GRAINS)
def test_a_period_holds_its_instant_and_is_found_from_each_end(instant: int, grain: Grain) -> None:
    point = period_at(instant, grain)
    assert point.earliest <= instant < point.latest
    assert period_at(point.earliest, grain) == point
    assert period_at(point.latest - 1, grain) == point


def test_a_week_begins_on_monday() -> None:
    point = period_at(cal.seconds_from_civil(2016, 5, 19), Grain.WEEK)
    assert cal.iso_date(point.earliest) == "2016-05-16"
    assert cal.iso_date(point.latest) == "2016-05-23"


def test_winter_crosses_the_year() -> None:
    point = period_at(cal.seconds_from_civil(2016, 1, 15), Grain.SEASON)
    assert cal.iso_date(point.earliest) == "2015-12-01"


@pytest.mark.parametrize(
    ("mod", "first", "last"),
    [
        (Mod.START, "2016-05-01", "2016-05-10"),
        (Mod.MID, "2016-05-11", "2016-05-21"),
        (Mod.END, "2016-05-22", "2016-05-31"),
    ],
)
def test_parts_of_a_month(mod: Mod, first: str, last: str) -> None:
    value = qualified(month(2016, 5), mod=mod)
    assert value.earliest is not None
    assert value.latest is not None
    assert cal.iso_date(value.earliest) == first
    assert cal.iso_date(value.latest - 1) == last
    assert whole_period(value.points[0]) == whole_period(month(2016, 5).points[0])


@given(values())
def test_bounds_never_cross(value: TimeValue) -> None:
    for point in value.points:
        assert point.earliest < point.latest
    if value.earliest is not None and value.latest is not None:
        assert value.earliest < value.latest
    assert isinstance(value.sort_key, tuple)


@given(values(), st.sampled_from([*Mod]))
def test_parts_lie_inside_their_period(value: TimeValue, mod: Mod) -> None:
    for point in value.points:
        if point.latest - point.earliest < 3:
            continue
        part = qualified(moment(point), mod=mod).points[0]
        assert point.earliest <= part.earliest < part.latest <= point.latest
        assert whole_period(part) == (point.earliest, point.latest)


def test_open_intervals_have_no_bound_there() -> None:
    since = interval(year(2011), Limit.OPEN)
    assert since.earliest == cal.seconds_from_civil(2011)
    assert since.latest is None
    assert interval(Limit.OPEN, year(2011)).earliest is None


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        interval(year(2016), year(2011))
    with pytest.raises(ValueError, match="at least one date"):
        TimeValue(Limit.OPEN, Limit.OPEN, "interval")
    with pytest.raises(ValueError, match="one point"):
        TimeValue(year(2011).start, year(2012).start)
    with pytest.raises(ValueError, match="empty"):
        Point(5, 5, Grain.DAY)
    with pytest.raises(ValueError, match="no such day"):
        day(2016, 2, 30)


def test_order_is_by_start_then_finer_grain() -> None:
    listed = [year(2016), interval(year(2011), Limit.OPEN), day(2016, 1, 1), year(2011)]
    names = [value.sort_key for value in sorted(listed, key=lambda value: value.sort_key)]
    assert names[-2:] == [day(2016, 1, 1).sort_key, year(2016).sort_key]
