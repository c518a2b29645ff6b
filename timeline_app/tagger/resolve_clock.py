"""Clock times and parts of days: which day they belong to, and how exact they are."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.domain import calendars as cal
from timeline_app.domain.display import display
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Anchor, TimexType
from timeline_app.domain.timevalue import Grain, Point, moment, period_at, qualified
from timeline_app.tagger.context import Context, Resolved, Told
from timeline_app.tagger.partials import Clock, ClockOn, DayPart, EventDay, Partial
from timeline_app.tagger.resolve_events import event_day
from timeline_app.tagger.timex3 import PART_HOURS, format_point
from timeline_app.tagger.zones import utc_offset

_HOURS = 24
_DAWN = 5  # “at 3 in the night”
_JUST_NOW = 2  # days
_SAME_STORY = 600  # code points: the paragraph before, not the page before


def clock_alone(partial: Clock, context: Context) -> Resolved:
    """A clock time without a day belongs to the day that the story is at."""
    return clock_on(ClockOn(partial), context)


def clock_on(partial: ClockOn, context: Context) -> Resolved:
    """A clock time on a day."""
    clock = partial.clock
    hour = _hour(clock, partial.part)
    bare = f"T{hour:02}:{clock.minute or 0:02}"
    day = _day(partial.date, context)
    if day is None:
        return Resolved(TimexType.TIME, bare, steps=("no day to put it on",), confidence=0.0)
    base = period_at(day.point.earliest, Grain.DAY) if day.point else None
    if hour == _HOURS and partial.date is None and base and _would_be_ahead(base, context):
        hour = 0  # “shortly after midnight”, in words of what was: the night before
    if base is None:
        return replace(day, type=TimexType.TIME)
    minute, second = clock.minute or 0, clock.second or 0
    start = base.earliest + hour * cal.HOUR + minute * cal.MINUTE + second
    grain = Grain.HOUR if clock.minute is None else Grain.MINUTE
    point = replace(
        period_at(start, grain if clock.second is None else Grain.SECOND),
        utc_offset=utc_offset(clock.zone, base.earliest // cal.DAY),
    )
    value = qualified(moment(point), approximate=clock.approximate)
    timex = f"{format_point(base)}T24:00" if hour == _HOURS else format_point(point)
    return replace(
        day, type=TimexType.TIME, timex=timex, value=value, steps=(*day.steps, display(value))
    )


def _would_be_ahead(day: Point, context: Context) -> bool:
    """Whether the end of a day lies after the publication of words about the past."""
    return day.earliest // cal.DAY == context.today and context.direction()[0] < 0


def _hour(clock: Clock, part: str | None) -> int:
    """Hour of the day, 0 to 28; "at 5 in the afternoon" is 17, "2 last night" past midnight."""
    if part == "NI" and clock.half is None and (clock.hour < _DAWN or clock.hour == 12):
        return _HOURS + clock.hour % 12
    half = clock.half or {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}.get(part or "")
    if half == "pm" and clock.hour < 12:
        return clock.hour + 12
    if half == "am" and clock.hour == 12:
        return 0
    return clock.hour


def _day(date: Partial | None, context: Context) -> Resolved | None:
    """The day named, else the story's, else the publication's."""
    if date is not None:
        return context.resolve(date, context)
    told = _day_ahead(context) or _day_behind(context) or _last_day(context)
    if told is not None and context.at.start - told.span.end < _SAME_STORY:
        anchor = Anchor("expression", format_edtf(moment(told.point)), told.span)
        return Resolved(
            TimexType.TIME, "", told.resolved.value, anchor, ("on the day told of",), confidence=0.8
        )
    if context.today is None or _is_of_another_day(context, context.today):
        return _day_of_deed(context)
    start = context.today * cal.DAY
    day = moment(Point(start, start + cal.DAY, Grain.DAY))
    steps = ("on the publication date",)
    return Resolved(TimexType.TIME, "", day, context.publication_anchor(), steps, confidence=0.7)


def _day_of_deed(context: Context) -> Resolved | None:
    """“He was shot on May 3. … He was shot at 10 p.m.”: the day told with the same verb."""
    cue = context.direction()[1]
    if len(cue) < _SHORTEST_VERB or not cue.isalpha():
        return None
    found = event_day(EventDay(re.compile(rf"\b{cue}\b")), context)
    return found if found.point is not None else None


_SHORTEST_VERB = 4


def _last_day(context: Context) -> Told | None:
    """The day told last; a weekend, or “since Monday”, is none."""
    days = (t for t in reversed(context.told) if t.point.grain <= Grain.DAY and _is_one(t))
    return next(days, None)


def _is_one(told: Told) -> bool:
    return told.resolved.value is not None and told.resolved.value.kind == "moment"


def _day_ahead(context: Context) -> Told | None:
    """“It will open on Saturday, she said today. … She will speak at 10 a.m.”: on Saturday."""
    last = _last_day(context)
    if context.today is None or last is None or context.direction()[0] <= 0:
        return None
    if last.point.earliest // cal.DAY > context.today:
        return None
    ahead = (
        told
        for told in reversed(context.told)
        if told.point.grain <= Grain.DAY and told.point.earliest // cal.DAY > context.today
    )
    return next(ahead, None)


def _day_behind(context: Context) -> Told | None:
    """“He was bailed until April 9. Who saw him between 10pm and 11pm?”: not on April 9."""
    last = _last_day(context)
    if context.today is None or last is None or context.direction()[0] >= 0:
        return None
    over = (context.today + 1) * cal.DAY
    behind = (
        told
        for told in reversed(context.told)
        if told.point.grain <= Grain.DAY and told.point.earliest < over and _is_one(told)
    )
    return next(behind, None)


def _is_of_another_day(context: Context, today: int) -> bool:
    """“He was shot at 10 p.m.”, in an article that has told of days long before."""
    days = [
        told.point.earliest // cal.DAY for told in context.told if told.point.grain == Grain.DAY
    ]
    return context.direction()[0] < 0 and any(today - day > _JUST_NOW for day in days)


def day_part(partial: DayPart, context: Context) -> Resolved:
    """Morning, afternoon, evening or night of a day."""
    day = _day(partial.date, context)
    if day is None or day.point is None:
        timex = f"{day.timex if day else 'XXXX-XX-XX'}T{partial.code}"
        return Resolved(TimexType.TIME, timex, steps=("no day to put it on",), confidence=0.0)
    start = period_at(day.point.earliest, Grain.DAY).earliest
    first, last = PART_HOURS[partial.code]
    point = Point(start + first * cal.HOUR, start + last * cal.HOUR, Grain.DAY_PART)
    value = moment(point)
    return replace(
        day,
        type=TimexType.TIME,
        timex=format_point(point),
        value=value,
        steps=(*day.steps, display(value)),
    )
