"""Named days fall where calendars print them."""

from __future__ import annotations

import pytest

from timeline_app.domain.calendars import CivilDate, civil_from_days
from timeline_app.tagger.holidays import KEYS, holiday_date, nth_weekday


@pytest.mark.parametrize(
    ("key", "year", "month", "day"),
    [
        ("easter", 2024, 3, 31),
        ("easter", 1818, 3, 22),
        ("good_friday", 2016, 3, 25),
        ("thanksgiving", 1999, 11, 25),
        ("memorial", 2021, 5, 31),
        ("labor", 2015, 9, 7),
        ("election", 1998, 11, 3),
        ("christmas", 2016, 12, 25),
    ],
)
def test_day(key: str, year: int, month: int, day: int) -> None:
    assert civil_from_days(holiday_date(key, year)) == CivilDate(year, month, day)


@pytest.mark.parametrize("key", sorted(KEYS))
@pytest.mark.parametrize("year", [-4712, 0, 1583, 2016, 9999])
def test_any_year_has_it(key: str, year: int) -> None:
    assert civil_from_days(holiday_date(key, year)).year == year


def test_nth_weekday_from_the_end() -> None:
    assert civil_from_days(nth_weekday(2016, 5, 1, -1)) == CivilDate(2016, 5, 30)
    assert civil_from_days(nth_weekday(2016, 2, 1, -1)) == CivilDate(2016, 2, 29)
