"""Calendar arithmetic agrees with the standard library, and beyond its years with itself."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.strategies import WIDE_YEARS, seconds
from timeline_app.domain import calendars as cal


@given(st.dates())
def test_days_agree_with_datetime(date: datetime.date) -> None:
    days = cal.days_from_civil(date.year, date.month, date.day)
    assert days == (date - datetime.date(1970, 1, 1)).days
    assert cal.civil_from_days(days) == (date.year, date.month, date.day)
    assert cal.weekday(days) == date.isoweekday()
    assert cal.iso_week(days) == tuple(date.isocalendar())[:2]
    assert cal.iso_date(days * cal.DAY) == date.isoformat()


@given(WIDE_YEARS, st.integers(1, 12), st.integers(1, 28))
def test_civil_round_trip_for_any_year(year: int, month: int, day: int) -> None:
    assert cal.civil_from_days(cal.days_from_civil(year, month, day)) == (year, month, day)


@given(st.integers(-(10**12), 10**12))
def test_days_round_trip_and_follow_each_other(days: int) -> None:
    date = cal.civil_from_days(days)
    assert cal.days_from_civil(*date) == days
    assert cal.is_valid_date(*date)
    assert cal.civil_from_days(days + 1) > date


@given(seconds(WIDE_YEARS))
def test_clock_round_trip(instant: int) -> None:
    assert cal.seconds_from_civil(*cal.civil_from_seconds(instant)) == instant


@given(st.integers(-3000, 3000), st.integers(1, 52), st.integers(1, 7))
def test_iso_weeks_round_trip(year: int, week: int, day: int) -> None:
    days = cal.days_from_iso_week(year, week, day)
    assert cal.iso_week(days) == (year, week)
    assert cal.weekday(days) == day


@given(WIDE_YEARS, st.integers(1, 12), st.integers(-500, 500))
def test_months_add_up(year: int, month: int, count: int) -> None:
    later = cal.add_months(year, month, count)
    assert cal.add_months(*later, -count) == (year, month)
    assert (later[0] - year) * 12 + later[1] - month == count


@pytest.mark.parametrize(
    ("year", "days"), [(2000, 29), (1900, 28), (2016, 29), (2015, 28), (0, 29), (-4, 29)]
)
def test_february(year: int, days: int) -> None:
    assert cal.days_in_month(year, 2) == days


@pytest.mark.parametrize("date", [(2015, 2, 29), (2016, 4, 31), (2016, 13, 1), (2016, 1, 0)])
def test_impossible_days(date: tuple[int, int, int]) -> None:
    assert not cal.is_valid_date(*date)


@pytest.mark.parametrize(
    ("year", "text"),
    [(2016, "2016"), (44, "0044"), (0, "0000"), (-43, "-0043"), (12016, "+12016")],
)
def test_iso_years(year: int, text: str) -> None:
    assert cal.iso_year(year) == text


def test_iso_datetime_leaves_zero_seconds_out() -> None:
    assert cal.iso_datetime(cal.seconds_from_civil(2016, 5, 19, 20)) == "2016-05-19T20:00"
    assert cal.iso_datetime(cal.seconds_from_civil(2016, 5, 19, 20, 0, 7)) == "2016-05-19T20:00:07"
