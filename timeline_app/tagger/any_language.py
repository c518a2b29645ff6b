"""Dates that read the same in every language: ISO 8601 in figures."""

from __future__ import annotations

from timeline_app.domain.calendars import is_valid_date
from timeline_app.tagger.partials import (
    Between,
    CalendarDate,
    Clock,
    ClockOn,
    NoDate,
    Partial,
    Zone,
)
from timeline_app.tagger.rules import Example, Match, Rule


def _iso_date(match: Match) -> Partial:
    if match.before(1) == "/" or match.after(1) == "/":
        return NoDate()  # a piece of a web address
    year, month, day = match["iso_date"]
    return CalendarDate(year, month, day) if is_valid_date(year, month, day) else NoDate()


def _compact_date(match: Match) -> Partial:
    return CalendarDate(*match["compact_date"])


def _iso_time(match: Match) -> Partial:
    date, hour, minute, second, zone = match["iso_time"]
    year, month, day = (int(part) for part in date.split("-"))
    if not is_valid_date(year, month, day) or int(hour) > 23 or int(minute) > 59:
        return NoDate()
    offset: Zone | None = None
    if zone:
        digits = zone[1:].replace(":", "") or "0000"
        sign = -1 if zone[0] == "-" else 1
        offset = Zone(sign * (int(digits[:2]) * 60 + int(digits[2:])))
    clock = Clock(int(hour), int(minute), int(second) if second else None, zone=offset)
    return ClockOn(clock, CalendarDate(year, month, day))


def _iso_range(match: Match) -> Partial:
    first, last = match["iso_range"]
    return Between(CalendarDate(*first), CalendarDate(*last), "to")


RULES = (
    Rule(
        "<iso date>/<iso date>",
        "<iso_range>",
        _iso_range,
        (
            Example(
                "2016-05-03/2016-05-08",
                "2016-05-03 2016-05-08",
                None,
                "2016-05-03/2016-05-08",
            ),
        ),
    ),
    Rule(
        "<iso date>",
        "<iso_date>",
        _iso_date,
        (Example("2016-05-19", "2016-05-19"),),
        ("2016-02-30",),
    ),
    Rule(
        "<iso time>",
        "<iso_time>",
        _iso_time,
        (Example("2016-05-19T20:00Z", "2016-05-19T20:00Z"),),
        ("2016-05-19T25:99",),
    ),
    Rule("<compact date>", "<compact_date>", _compact_date, (Example("20160519", "2016-05-19"),)),
)
