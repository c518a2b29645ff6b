"""From one clock time to another, and the day that both belong to."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.domain.calendars import days_in_month
from timeline_app.tagger.partials import (
    Between,
    CalendarDate,
    Clock,
    ClockOn,
    DayPart,
    Partial,
    Recurring,
)
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"  # a Friday


def _times(match: Match) -> Partial | None:
    if not match.has("from") and not match.has("between") and match.has("and"):
        return None
    first, last = match["first"], match["last"]
    clock = last.clock if isinstance(last, ClockOn) else last
    open_half = isinstance(first, Clock) and first.half is None and 1 <= first.hour <= 12
    if open_half and isinstance(clock, Clock) and clock.half and not _ZERO.search(match.words):
        first = replace(first, half=_first_half(first.hour, clock))
    return Between(first, last, "to")


_ZERO = re.compile(r"\b0\d:")  # “07:00 to 8pm” means the morning


def _first_half(hour: int, last: Clock) -> str | None:
    """The half of the day of “7” in “7 to 8 p.m.” (evening) and “11 to 2 p.m.” (morning)."""
    return "am" if last.half == "pm" and hour > last.hour and last.hour != 12 else last.half


def _hours(match: Match) -> Partial | None:
    """“between 3 and 8am”, “8-9am”: both ends are in the same half of the day."""
    last = match["last"]
    clock = last.clock if isinstance(last, ClockOn) else last
    hour, minute, _ = match.get("face") or (match["first"], None, None)
    if not isinstance(clock, Clock):
        return None
    if not 1 <= hour <= 12 or (match.has("and") and not match.has("between")):
        return None
    first: Partial = Clock(hour, minute, half=_first_half(hour, clock))
    return Between(first, last, "to")


def _hours_of_day(match: Match) -> Partial | None:
    """“5 to 7 on Monday”: hours by the day's company."""
    date = match["day"]
    part = date.code if isinstance(date, DayPart) else None
    base = date.date if isinstance(date, DayPart) else date
    if match.get("clock_range"):
        (hour, minute, _), (last, late, _) = match["clock_range"]
    else:
        (hour, minute), (last, late) = (match["first"], None), (match["last"], None)
    if hour > 23 or last > 24 or hour >= last or max(minute or 0, late or 0) > 59:
        return None
    if match.has("and") and not match.has("between"):
        return None
    ends = [ClockOn(Clock(*face), base, part) for face in ((hour, minute), (last, late))]
    return Between(ends[0], ends[1], "to")


def _day_and_hours(match: Match) -> Partial | None:
    """“Friday from 7 to 9 p.m.”: the day first, then both ends."""
    date = match["day"]
    part = date.code if isinstance(date, DayPart) else None
    base = date.date if isinstance(date, DayPart) else date
    last = match["last"] if isinstance(match["last"], Clock) else Clock(match["last"])
    own = None
    if isinstance(first := match.get("first"), Clock):
        hour, minute, own = first.hour, first.minute, first.half
    else:
        hour, minute, _ = match.get("face") or (first, None, None)
    if not 0 <= hour <= 23 or (minute or 0) > 59:
        return None
    shared = last.half if hour <= 12 and (hour <= last.hour or last.hour == 12) else None
    half = own or shared
    ends = [ClockOn(clock, base, part) for clock in (Clock(hour, minute, half=half), last)]
    return Between(ends[0], ends[1], "to")


def _short_hours(match: Match) -> Partial | None:
    """“8-9am” with or without its day."""
    (hour, minute, _), (last, late, _) = match["clock_range"]
    if not 1 <= hour <= 12 or not 1 <= last <= 12 or max(minute or 0, late or 0) > 59:
        return None
    half = match["half_day"]
    first_half = "am" if half == "pm" and hour > last != 12 else half
    clocks = (Clock(hour, minute, half=first_half), Clock(last, late, half=half))
    date = match.get("day")
    if date is None:
        return Between(*clocks, "to")
    base = date.date if isinstance(date, DayPart) else date
    return Between(ClockOn(clocks[0], base), ClockOn(clocks[1], base), "to")


def _night_between(match: Match) -> Partial | None:
    """“the night of 13/14 October” begins on the 13th."""
    if match.get("interval"):
        first, last = match["interval"].first, match["interval"].last
        if not isinstance(first, CalendarDate) or not isinstance(last, CalendarDate):
            return None
        consecutive = first.day is not None and last.day == first.day + 1
        return DayPart("NI", first) if consecutive else None
    day, after, mark = match["numeric_pair"]
    frame = match["bare_month"] if match.get("bare_month") else match["year_and_month"]
    if after != day + 1 or mark != "/" or after > days_in_month(frame.year or 2000, frame.month):
        return None
    return DayPart("NI", replace(frame, day=day))


WITHIN = (
    Rule(
        "the night of 13/14 October",
        "[the ]<day_part> (of|on) [the ]"
        "(<numeric_pair> [of ](<bare_month>|<year_and_month>)|<interval>)",
        _night_between,
        (
            Example("on the night of 13/14 October 1917", "1917-10-13TNI"),
            Example("on the night of 9–10 May 1941", "1941-05-09TNI"),
        ),
        ("on the night of 13/15 October 1917",),
    ),
    Rule(
        "6-8 next Monday",
        "[from |between ](<clock_range>|<hour:first> (to|and|-|until|till) <hour:last>) "
        "[on ](<day_date:day>|<part_moment:day>)",
        _hours_of_day,
        (Example("between 7 and 9 last night", "2016-05-19T19:00 2016-05-19T21:00", _DAY),),
    ),
)


def _recurring_hours(match: Match) -> Partial:
    return Recurring(match["recurring"].timex)


INTERVALS = (
    Rule(
        "9 a.m. to 5 p.m. daily",
        "[from |between ](<time:first>|<hour:first>) (to|until|till|-|–|and) <time:last>[ ,] "
        "<recurring>",
        _recurring_hours,
        (Example("open from 9 a.m. to 5 p.m. every day", "P1D", _DAY),),
    ),
    Rule(
        "Friday from 7 to 9 p.m.",
        "(<day_date:day>|<part_moment:day>)[ ,] (from|between) "
        "(<hour:first>|<clock:face>|<time:first>) (to|and|-|–|until|till) "
        "(<time:last>|<hour:last>)",
        _day_and_hours,
        (
            Example("Thursday from 10:00 to 16:00", "2016-05-19T10:00 2016-05-19T16:00", _DAY),
            Example("Thursday from 7:00 to 8:30pm", "2016-05-19T19:00 2016-05-19T20:30", _DAY),
            Example("Thursday from 2 a.m. to 5 p.m.", "2016-05-19T02:00 2016-05-19T17:00", _DAY),
            Example("Thursday from 9 a.m. to 1 p.m.", "2016-05-19T09:00 2016-05-19T13:00", _DAY),
            Example("Thursday from 7 to 9 p.m.", "2016-05-19T19:00 2016-05-19T21:00", _DAY),
            Example("last night between 7 and 9", "2016-05-19T19:00 2016-05-19T21:00", _DAY),
        ),
    ),
    Rule(
        "8 to 9am",
        "[from |between ](<hour:first>|<clock:face>) (to|and|-|–|until|till) "
        "(<time:last>|<moment:last>)",
        _hours,
        (Example("between 3 and 8am", "2016-05-20T03:00 2016-05-20T08:00", _DAY),),
    ),
    Rule(
        "Monday 8-9am",
        "[(<day_date:day>|<part_moment:day>)[ ,] ]<clock_range>(~<half_day>|<half_day>)",
        _short_hours,
        (
            Example("Monday 8-9am", "2016-05-16T08:00 2016-05-16T09:00", _DAY),
            Example("open 11-2 p.m.", "2016-05-20T11:00 2016-05-20T14:00", _DAY),
        ),
        ("Monday 8-25am",),
    ),
    Rule(
        "from <time> to <time>",
        "[from |between ](<moment:first>|<time:first>) (to|until|till|through|-|–|and) "
        "(<moment:last>|<time:last>)",
        _times,
        (
            Example("from 5 p.m. to 7 p.m.", "2016-05-20T17:00 2016-05-20T19:00", _DAY),
            Example("from 7:00 to 8:30pm", "2016-05-20T19:00 2016-05-20T20:30", _DAY),
        ),
    ),
)
