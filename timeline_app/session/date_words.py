"""Dates as a user types them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from timeline_app.domain import calendars as cal
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.errors import EdtfError
from timeline_app.domain.timevalue import (
    Grain,
    Limit,
    Mod,
    TimeValue,
    day,
    interval,
    month,
    qualified,
    year,
)

_RANGE = re.compile(
    r"(?:from |between )?(?P<first>.+?)(?: to | until | and | ?[–—] ?| - )(?P<last>.+)"
)
_BEFORE_CHRIST = re.compile(r"(?P<year>\d{1,5}) ?(?:bce?|b\.c\.(?:e\.)?)")
_DOTTED = re.compile(r"\d{1,2}\.\s?\d{1,2}\.")
_NOT_A_DATE = "Not a date. Try 2016, May 2016 or 19 May 2016."


def parse_date_words(text: str, near_year: int) -> TimeValue:
    """EDTF ("2016-05", "-0043") or loose English ("19 May", "May 2016"), as exact as the words.

    Also "since 2011", "until May", "3 to 8 May 2016", "about 1990", "early May 2016", "44 BC".
    Words without a year mean `near_year`. Raises ValueError with a sentence for the user.
    """
    words = " ".join(text.split())
    try:
        return parse_edtf(words)
    except EdtfError:
        pass
    lower = words.lower()
    for prefix, read in _PREFIXES:
        if lower.startswith(prefix) and len(lower) > len(prefix):
            return read(words[len(prefix) :].strip(), near_year)
    found = _RANGE.fullmatch(words)
    if found is not None:
        return _range(found["first"], found["last"], near_year)
    before_christ = _BEFORE_CHRIST.fullmatch(lower)
    return year(1 - int(before_christ["year"])) if before_christ else _loose(words, near_year)


def parse_full_date(text: str) -> TimeValue:
    """As `parse_date_words`, but the year must be among the words."""
    first, second = (parse_date_words(text, near_year) for near_year in (1904, 1908))
    if first != second:
        msg = "Which year? Try 19 May 2016."
        raise ValueError(msg)
    return first


def _since(words: str, near_year: int) -> TimeValue:
    return interval(parse_date_words(words, near_year), Limit.OPEN)


def _until(words: str, near_year: int) -> TimeValue:
    return interval(Limit.OPEN, parse_date_words(words, near_year))


def _about(words: str, near_year: int) -> TimeValue:
    return qualified(parse_date_words(words, near_year), approximate=True)


def _part(mod: Mod) -> Callable[[str, int], TimeValue]:
    return lambda words, near_year: qualified(parse_date_words(words, near_year), mod=mod)


_PREFIXES: tuple[tuple[str, Callable[[str, int], TimeValue]], ...] = (
    ("since ", _since),
    ("until ", _until),
    *((prefix, _about) for prefix in ("about ", "around ", "circa ", "ca. ", "c. ")),
    ("early ", _part(Mod.START)),
    ("mid ", _part(Mod.MID)),
    ("mid-", _part(Mod.MID)),
    *((prefix, _part(Mod.END)) for prefix in ("late ", "the end of ", "end of ")),
)


def _range(first: str, last: str, near_year: int) -> TimeValue:
    """Both ends; the first takes month and year from the second where it lacks them."""
    end = parse_date_words(last, near_year)
    at = cal.civil_from_seconds(end.points[0].earliest)
    if first.isdigit() and len(first) <= 2 and end.grain <= Grain.DAY:
        try:
            return interval(day(at.year, at.month, int(first)), end)
        except ValueError as error:
            raise ValueError(_NOT_A_DATE) from error
    start = parse_date_words(first, at.year)
    try:
        return interval(start, end)
    except ValueError as error:
        msg = "That would end before it begins."
        raise ValueError(msg) from error


def _loose(text: str, near_year: int) -> TimeValue:
    """dateutil fills gaps from a default: two defaults show which parts the words gave."""
    from dateutil.parser import ParserError, parse

    days_first = _DOTTED.match(text) is not None  # 4.5.2016 is written where the day comes first
    try:
        one = parse(text, default=datetime.datetime(1904, 1, 1), dayfirst=days_first)
        other = parse(text, default=datetime.datetime(1908, 2, 2), dayfirst=days_first)
    except (ParserError, OverflowError, ValueError) as error:
        raise ValueError(_NOT_A_DATE) from error
    chosen = one.year if one.year == other.year else near_year
    if one.month != other.month:
        return year(chosen)
    if one.day != other.day:
        return month(chosen, one.month)
    return day(chosen, one.month, one.day)
