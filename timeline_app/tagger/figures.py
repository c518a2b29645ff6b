"""What a group of figures can mean by its form alone, in any language."""

from __future__ import annotations

import re
from typing import Any

from timeline_app.domain.calendars import is_valid_date

_DASH = "[-–—]"
_ISO_DATE = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_ISO_RANGE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:/|–|—)(\d{4})-(\d\d)-(\d\d)")
_ISO_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)T(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?"
)
_COMPACT = re.compile(r"((?:1[5-9]|20)\d\d)(\d\d)(\d\d)")
_NUMERIC_DATE = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_END = r"\d{1,2}[-/.]\d{1,2}(?:[-/.](?:\d{4}|\d{2}))?"
_NUMERIC_RANGE = re.compile(rf"({_END}){_DASH}({_END})")
_NUMERIC_PAIR = re.compile(r"(\d{1,2})([-/.])(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/](\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})[-/](\d{2})")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")
_CLOCK_DOT = re.compile(r"(\d{1,2})\.(\d\d)")
_YEARS = re.compile(rf"(\d{{4}}){_DASH}(\d{{4}}|\d{{2}})")
_SEASON_YEARS = re.compile(r"(\d{4})/(\d{2})")  # 2015/16
_DAYS = re.compile(rf"(\d{{1,2}}){_DASH}(\d{{1,2}})")
_FALLING = re.compile(rf"(\d{{1,4}}){_DASH}(\d{{1,4}})")  # 264-241 BC
_CLOCKS = re.compile(rf"(\d{{1,2}})(?::(\d\d))?{_DASH}(\d{{1,2}})(?::(\d\d))?")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3}){1,2}")
_DECIMAL = re.compile(r"\d{1,6}\.\d{1,6}")
_FRACTION = re.compile(r"(\d{1,2})/(\d{1,2})")
_LONGEST_NUMBER = 6

Values = dict[str, Any]


def read_figures(word: str) -> Values:
    """Slots that a group of figures can fill, with their values; empty when it is no date.

    `number` int; `day` 1 to 31; `year` 1000 to 2999; `yy` two figures; `hour` 0 to 24;
    `clock` (hour, minute, second or None); `iso_date` (year, month, day); `numeric_date`
    (first, second, year, mark); and so on: tuples of ints as written.
    """
    if word.isascii() and word.isdigit():
        return _plain(word)
    if not word.isascii() and not any(dash in word for dash in "–—"):
        return {}
    values: Values = {}
    for read in (_read_dates, _read_ranges, _read_times, _read_numbers):
        read(word, values)
    return values


def _plain(word: str) -> Values:
    values: Values = {}
    if len(word) == 8 and (match := _COMPACT.fullmatch(word)):
        year, month, day = map(int, match.groups())
        if is_valid_date(year, month, day):
            values["compact_date"] = (year, month, day)
    if len(word) > _LONGEST_NUMBER:
        return values
    number = int(word)
    values["number"] = number
    if len(word) <= 2:
        if 1 <= number <= 31:
            values["day"] = number
        if number <= 24:
            values["hour"] = number
        if len(word) == 2:
            values["yy"] = number
    elif len(word) == 4:
        if 1000 <= number <= 2999:
            values["year"] = number
        if number < 2400 and number % 100 < 60:
            values["military"] = (number // 100, number % 100, None)
    return values


def _read_dates(word: str, values: Values) -> None:
    if (match := _ISO_RANGE.fullmatch(word)) and match[1] <= match[4]:
        days = [tuple(map(int, match.group(*part))) for part in ((1, 2, 3), (4, 5, 6))]
        if all(is_valid_date(*day) for day in days):
            values["iso_range"] = days
    elif match := _ISO_DATE.fullmatch(word):
        values["iso_date"] = (int(match[1]), int(match[3]), int(match[4]))
    elif match := _ISO_TIME.fullmatch(word):
        values["iso_time"] = match.groups()
    elif match := _NUMERIC_DATE.fullmatch(word):
        year = int(match[4]) if len(match[4]) == 4 else two_digit_year(int(match[4]))
        values["numeric_date"] = (int(match[1]), int(match[3]), year, match[2])
    elif match := _MONTH_YEAR.fullmatch(word):
        values["month_year"] = (int(match[1]), int(match[2]))
    elif match := _YEAR_MONTH.fullmatch(word):
        values["year_month"] = (int(match[1]), int(match[2]))
    if match := _NUMERIC_RANGE.fullmatch(word):
        ends = [_range_end(part) for part in (match[1], match[2])]
        if all(ends):
            values["numeric_range"] = ends
    if match := _NUMERIC_PAIR.fullmatch(word):
        values["numeric_pair"] = (int(match[1]), int(match[3]), match[2])


_IN_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])")


def order_of_figures(text: str) -> bool | None:
    """True when a text's dates in figures put the day first, False when the month comes first.

    Only figures above 12 tell; None where there are none, or where they contradict each other.
    """
    day_first = month_first = False
    for match in _IN_FIGURES.finditer(text):
        first, second = int(match[1]), int(match[3])
        day_first |= 12 < first <= 31 and second <= 12
        month_first |= 12 < second <= 31 and first <= 12
    return None if day_first == month_first else day_first


def _range_end(word: str) -> tuple[int | None, int, int] | None:
    """(year, month, day) of one end, month first as in American dates; None for no such day."""
    parts = [int(part) for part in re.split("[-/.]", word)]
    month, day = parts[:2]
    year = None if len(parts) == 2 else parts[2]
    if year is not None and year < 100:
        year = two_digit_year(year)
    if month > 12:
        month, day = day, month
    return (year, month, day) if is_valid_date(year or 2000, month, day) else None


def two_digit_year(number: int) -> int:
    """The year that two figures stand for in a numeric date: 1940 to 2039."""
    return 2000 + number if number < 40 else 1900 + number


def _read_ranges(word: str, values: Values) -> None:
    if match := _SEASON_YEARS.fullmatch(word):
        first, last = int(match[1]), int(match[2])
        if last == (first + 1) % 100:
            values["year_range"] = (first, first + 1, 2)
    if match := _YEARS.fullmatch(word):
        first = int(match[1])
        last = int(match[2]) if len(match[2]) == 4 else first - first % 100 + int(match[2])
        if 1000 <= first < last <= 2999:
            values["year_range"] = (first, last, len(match[2]))
    if match := _DAYS.fullmatch(word):
        first, last = int(match[1]), int(match[2])
        if 1 <= first < last <= 31:
            values["day_range"] = (first, last, len(match[2]))
        if 1 <= first < last <= 99:
            values["number_range"] = (first, last, len(match[2]))
    if (match := _FALLING.fullmatch(word)) and int(match[1]) > int(match[2]):
        values["falling_range"] = (int(match[1]), int(match[2]))
    if (match := _CLOCKS.fullmatch(word)) and int(match[1]) <= 24 and int(match[3]) <= 24:
        values["clock_range"] = (
            (int(match[1]), _minute(match[2]), None),
            (int(match[3]), _minute(match[4]), None),
        )


def _minute(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _read_times(word: str, values: Values) -> None:
    if match := _CLOCK.fullmatch(word):
        values["clock"] = (int(match[1]), int(match[2]), _minute(match[3]))
    elif match := _CLOCK_DOT.fullmatch(word):
        values["clock_dot"] = (int(match[1]), int(match[2]), None)


def _read_numbers(word: str, values: Values) -> None:
    if _THOUSANDS.fullmatch(word):
        number = int(word.replace(",", ""))
        if number < 10**_LONGEST_NUMBER:
            values["number"] = number
    elif _DECIMAL.fullmatch(word):
        values["decimal"] = float(word)
    elif (match := _FRACTION.fullmatch(word)) and int(match[2]):
        values["fraction"] = (int(match[1]), int(match[2]))
