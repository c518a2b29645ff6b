"""Dates that a user types."""

from __future__ import annotations

import datetime

from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.errors import EdtfError
from timeline_app.domain.timevalue import TimeValue, day, month, year


class UsageError(Exception):
    """Words on the command line that can't be used; the message says why."""


def parse_date(text: str) -> TimeValue:
    """EDTF, or loose English as dateutil reads it ("20 May 2016"), as exact as the words.

    Raises UsageError for anything else.
    """
    try:
        return parse_edtf(text)
    except EdtfError:
        return _loose(text)


def _loose(text: str) -> TimeValue:
    """dateutil fills gaps from a default: two defaults show which parts the words gave."""
    from dateutil.parser import ParserError, parse

    try:
        one = parse(text, default=datetime.datetime(1904, 1, 1))
        other = parse(text, default=datetime.datetime(1908, 2, 2))
    except (ParserError, OverflowError, ValueError) as error:
        msg = f"not a date: {text!r} (write it as 2016-05-20)"
        raise UsageError(msg) from error
    if one.year != other.year:
        msg = f"the date needs a year: {text!r}"
        raise UsageError(msg)
    if one.month != other.month:
        return year(one.year)
    return month(one.year, one.month) if one.day != other.day else day(*one.timetuple()[:3])
