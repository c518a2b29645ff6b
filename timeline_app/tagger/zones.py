"""How far a time zone is from UTC on a given day."""

from __future__ import annotations

from timeline_app.domain import calendars as cal
from timeline_app.tagger.holidays import nth_weekday
from timeline_app.tagger.partials import Zone

_SUNDAY = 7


def utc_offset(zone: Zone | None, day: int) -> int | None:
    """Minutes east of UTC on a day (days since 1970-01-01); None where no zone is given."""
    if zone is None:
        return None
    return zone.minutes + (60 if zone.summer and is_summer_time(day) else 0)


def is_summer_time(day: int) -> bool:
    """Whether North American summer time is on, by the law of the United States since 1967.

    From the last Sunday of April (since 1987 the first, since 2007 the second of March) to the
    last Sunday of October (since 2007 the first of November); the odd years 1974 and 1975
    aren't told apart. Source: Uniform Time Act of 1966 and its amendments of 1986 and 2005.
    """
    year = cal.civil_from_days(day).year
    if year < 1967:
        return False
    if year >= 2007:
        first, last = nth_weekday(year, 3, _SUNDAY, 2), nth_weekday(year, 11, _SUNDAY, 1)
    else:
        first = nth_weekday(year, 4, _SUNDAY, 1 if year >= 1987 else -1)
        last = nth_weekday(year, 10, _SUNDAY, -1)
    return first <= day < last
