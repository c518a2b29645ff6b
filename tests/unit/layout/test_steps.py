from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain import calendars as cal
from timeline_app.layout.steps import LADDER, Step, boundaries, coarser


def years(count: int, first: int, last: int) -> list[int]:
    span = (cal.seconds_from_civil(first), cal.seconds_from_civil(last))
    return [cal.civil_from_seconds(at).year for at, _ in boundaries(Step("year", count), *span)]


def days(count: int, year: int, month: int) -> list[int]:
    first = cal.seconds_from_civil(year, month)
    last = cal.seconds_from_civil(*cal.add_months(year, month, 1)) - 1
    return [cal.civil_from_seconds(at).day for at, _ in boundaries(Step("day", count), first, last)]


@pytest.mark.parametrize(("week_start", "first"), [(1, [2, 9, 16, 23]), (7, [1, 8, 15, 22])])
def test_weeks_begin_where_the_readers_do(week_start: int, first: list[int]) -> None:
    low, high = cal.seconds_from_civil(2016, 5, 1), cal.seconds_from_civil(2016, 5, 24)
    found = [at for at, _ in boundaries(Step("day", 7), low, high, week_start)]
    assert found[0] <= low
    assert [cal.civil_from_seconds(at).day for at in found if at >= low] == first


def test_there_is_no_year_nought() -> None:
    # Astronomical -9 is 10 BCE, -19 is 20 BCE; 1 is where our era begins.
    assert years(10, -19, 25) == [-19, -9, 1, 10, 20]
    assert years(100, -250, 250) == [-299, -199, -99, 1, 100, 200]
    assert years(1, -1, 2) == [-1, 0, 1, 2]


def test_days_start_again_each_month() -> None:
    assert days(2, 2016, 5) == [*range(1, 30, 2)]
    assert days(5, 2016, 5) == [1, 6, 11, 16, 21, 26]
    assert days(10, 2016, 2) == [1, 11, 21]
    assert days(15, 2015, 2) == [1, 16]


def test_months_and_hours() -> None:
    first, last = cal.seconds_from_civil(2015, 12), cal.seconds_from_civil(2016, 7)
    months = [
        cal.civil_from_seconds(at).month for at, _ in boundaries(Step("month", 3), first, last)
    ]
    assert months == [10, 1, 4, 7]
    hours = [at for at, _ in boundaries(Step("hour", 6), -1, 6 * 3600)]
    assert hours == [-6 * 3600, 0, 6 * 3600]


def test_milliseconds() -> None:
    found = list(boundaries(Step("ms", 500), 10, 11))
    assert found == [(10, 0.0), (10, 0.5), (11, 0.0), (11, 0.5)]


@given(st.sampled_from(LADDER), st.integers(-3 * 10**11, 3 * 10**11))
def test_boundaries_ascend_and_cover(step: Step, first: int) -> None:
    last = first + max(int(step.seconds * 20), 1)
    found = [at + fraction for at, fraction in boundaries(step, first, last)]
    assert all(a < b for a, b in pairwise(found))
    assert found[0] <= first
    assert found[-1] > last - 2.2 * max(step.seconds, 1)


@pytest.mark.parametrize("step", LADDER)
def test_the_upper_row_is_coarser(step: Step) -> None:
    assert coarser(step).seconds > step.seconds
