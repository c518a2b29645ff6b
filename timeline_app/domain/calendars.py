"""Proleptic Gregorian arithmetic on plain integers, for any year.

Unit everywhere: whole seconds from 1970-01-01T00:00:00, no time zone, astronomical years
(year 0 is 1 BCE). Day algorithms: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
"""

from __future__ import annotations

from typing import NamedTuple

MINUTE = 60
HOUR = 3600
DAY = 86400

OPEN_PAST = -(2**62)
OPEN_FUTURE = 2**62
"""Stand for the bounds of open ends where times are plain numbers: far outside any date (2**62 s
are 146 billion years), yet the sum of two still fits 64 bits."""

_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class CivilDate(NamedTuple):
    """A proleptic Gregorian day; `year` is astronomical."""

    year: int
    month: int
    day: int


class CivilTime(NamedTuple):
    """A day and a wall clock time on it."""

    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int


def is_leap(year: int) -> bool:
    """True for a proleptic Gregorian leap year."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Number of days, 28 to 31; `month` is 1 to 12."""
    return 29 if month == 2 and is_leap(year) else _DAYS_IN_MONTH[month - 1]


def is_valid_date(year: int, month: int, day: int) -> bool:
    """True when the calendar has this day."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def days_from_civil(year: int, month: int = 1, day: int = 1) -> int:
    """Days from 1970-01-01 to the given day; any integer year."""
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146097 + day_of_era - 719468


def civil_from_days(days: int) -> CivilDate:
    """The day that is `days` after 1970-01-01; the inverse of `days_from_civil`."""
    era, day_of_era = divmod(days + 719468, 146097)
    year_of_era = (
        day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    month = shifted_month + (3 if shifted_month < 10 else -9)
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    return CivilDate(year_of_era + era * 400 + (month <= 2), month, day)


def seconds_from_civil(
    year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0
) -> int:
    """Seconds from 1970-01-01T00:00:00; `month` 1 to 12, other parts may overflow."""
    return days_from_civil(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second


def civil_from_seconds(seconds: int) -> CivilTime:
    """Day and wall clock time of an instant given in seconds."""
    days, rest = divmod(seconds, DAY)
    hour, rest = divmod(rest, HOUR)
    minute, second = divmod(rest, MINUTE)
    return CivilTime(*civil_from_days(days), hour, minute, second)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month (1 to 12), `count` months later (negative: earlier)."""
    year_shift, index = divmod(month - 1 + count, 12)
    return year + year_shift, index + 1


def weekday(days: int) -> int:
    """ISO weekday of a day number, 1 Monday to 7 Sunday."""
    return (days + 3) % 7 + 1


def iso_week(days: int) -> tuple[int, int]:
    """ISO 8601 week-numbering year and week (1 to 53) of a day number."""
    thursday = days - weekday(days) + 4
    year = civil_from_days(thursday).year
    return year, (thursday - days_from_civil(year)) // 7 + 1


def days_from_iso_week(year: int, week: int, day: int = 1) -> int:
    """Day number of an ISO week date; `day` is 1 Monday to 7 Sunday."""
    fourth_of_january = days_from_civil(year, 1, 4)
    return fourth_of_january - weekday(fourth_of_january) + 7 * (week - 1) + day


def iso_date(seconds: int) -> str:
    """ISO 8601 date of an instant, `-0043-03-15`; years beyond four digits carry a sign."""
    year, month, day = civil_from_seconds(seconds)[:3]
    return f"{iso_year(year)}-{month:02}-{day:02}"


def iso_year(year: int) -> str:
    """ISO 8601 year: four digits, a minus for negative years, a sign beyond four digits."""
    if year < 0:
        return f"-{-year:04}"
    return f"{year:04}" if year <= 9999 else f"+{year}"


def iso_datetime(seconds: int) -> str:
    """ISO 8601 date-time of an instant, seconds left out when they are 0."""
    _, _, _, hour, minute, second = civil_from_seconds(seconds)
    clock = f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "")
    return f"{iso_date(seconds)}T{clock}"
