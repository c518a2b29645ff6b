"""Dates as a user types them to go there."""

from __future__ import annotations

import datetime

from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.errors import EdtfError
from timeline_app.domain.timevalue import TimeValue, day, month, year


def parse_date_words(text: str, near_year: int) -> TimeValue:
    """EDTF ("2016-05", "-0043") or loose English ("19 May", "May 2016"), as exact as the words.

    Words without a year mean `near_year`. Raises ValueError with a sentence for the user.
    """
    words = text.strip()
    try:
        return parse_edtf(words)
    except EdtfError:
        return _loose(words, near_year)


def _loose(text: str, near_year: int) -> TimeValue:
    """dateutil fills gaps from a default: two defaults show which parts the words gave."""
    from dateutil.parser import ParserError, parse

    try:
        one = parse(text, default=datetime.datetime(1904, 1, 1))
        other = parse(text, default=datetime.datetime(1908, 2, 2))
    except (ParserError, OverflowError, ValueError) as error:
        msg = "Not a date. Try 2016, May 2016 or 19 May 2016."
        raise ValueError(msg) from error
    chosen = one.year if one.year == other.year else near_year
    if one.month != other.month:
        return year(chosen)
    if one.day != other.day:
        return month(chosen, one.month)
    return day(chosen, one.month, one.day)
