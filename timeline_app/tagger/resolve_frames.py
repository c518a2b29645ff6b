"""Named dates near an anchor or in a frame: "next Friday", "May last year", "the first week of"."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.domain import calendars as cal
from timeline_app.domain.display import display
from timeline_app.domain.timevalue import Grain, Point, moment, period_at, years
from timeline_app.tagger.anchors import Base, from_publication, from_told
from timeline_app.tagger.context import Context, Resolved
from timeline_app.tagger.holidays import holiday_date, nth_weekday
from timeline_app.tagger.partials import (
    UNIT_GRAIN,
    CalendarDate,
    From,
    Holiday,
    Nearest,
    NthUnit,
    Partial,
    PartOfYear,
    Shift,
    WeekOf,
    Within,
)
from timeline_app.tagger.resolve_dates import calendar_date, partial_timex, placed, unplaced
from timeline_app.tagger.resolve_shifts import UNKNOWN, keep_number
from timeline_app.tagger.steps import WEEK, moved, same_kind
from timeline_app.tagger.timex3 import format_point


def nearest(partial: Nearest, context: Context) -> Resolved:
    """A named day, month or season before, in or after now."""
    base = _base_of(partial, context)
    if base is None:
        return unplaced(_nameless(partial.inner), "no date to count from")
    point, anchor, name = base
    inner = partial.inner
    found: Point | None
    if isinstance(inner, CalendarDate) and inner.month is None and inner.weekday:
        near = _weekday_near(point, inner.weekday, partial)
        told_before = partial.origin is From.STORY and partial.steps < 0 and _is_told(near, context)
        found = _weekday_near(near, inner.weekday, partial) if told_before else near
    elif isinstance(inner, CalendarDate | PartOfYear | Holiday):
        found = _yearly_near(point, inner, partial.steps, context)
    else:
        found = None
    if found is None:
        return unplaced("XXXX-XX-XX", "no such day near")
    step = f"{_which(partial)} {name}, {display(moment(point))}"
    return placed(found, (step,), anchor=anchor)


def _base_of(partial: Nearest, context: Context) -> Base | None:
    """The date named beside it, that of the story, or the publication's."""
    if partial.base is not None:
        other = context.resolve(partial.base, context)
        return (other.point, other.anchor, "the date named") if other.point else None
    told = context.story if partial.origin is From.STORY else None
    return from_told(told) if told is not None else from_publication(context)


def _is_told(found: Point, context: Context) -> bool:
    """“the previous Friday” is none that the story has just named."""
    return any(told.point == found for told in context.told)


def _which(partial: Nearest) -> str:
    """Which one of that name it is: “the last one before”."""
    weekday = isinstance(partial.inner, CalendarDate) and partial.inner.month is None
    if weekday and partial.origin is From.SPEECH and partial.steps >= 0 and not partial.soonest:
        return "in the week after that of" if partial.steps else "in the week of"
    return {-1: "the last one before", 0: "in the year of", 1: "the next one after"}[partial.steps]


def _nameless(inner: Partial) -> str:
    """TIMEX3 of a named date that can't be placed."""
    if isinstance(inner, CalendarDate) and inner.year is None:
        return partial_timex(inner)
    return "XXXX" if isinstance(inner, PartOfYear) else "XXXX-XX-XX"


def _weekday_near(base: Point, weekday: int, partial: Nearest) -> Point:
    days = base.earliest // cal.DAY
    own = cal.weekday(days)
    if partial.origin is From.STORY or partial.soonest:
        gap = (weekday - own) % 7 or 7
        days += gap if partial.steps > 0 else gap - 7 - (7 if gap == 7 else 0)
    elif partial.steps < 0:
        days -= (own - weekday) % 7 or 7
    elif partial.steps > 0:
        days += weekday - own + 7
    else:
        days += weekday - own
    return Point(days * cal.DAY, (days + 1) * cal.DAY, Grain.DAY)


def _yearly_near(
    base: Point, inner: CalendarDate | PartOfYear | Holiday, steps: int, context: Context
) -> Point | None:
    """The period of this name that ended before, or that begins after, the base."""
    year = cal.civil_from_seconds(base.earliest).year
    options = [_in_year(inner, y, context) for y in (year - 2, year - 1, year, year + 1, year + 2)]
    points = [point for point in options if point is not None]
    if steps < 0:
        before = [p for p in points if p.latest <= _begun(base, inner)]
        return before[-1] if before else None
    if steps > 0:
        # Within “1212” there is no following spring: that is the next year's.
        after = base.latest - 1 if base.grain >= Grain.YEAR else base.earliest
        return next((p for p in points if p.earliest > after), None)
    return _in_year(inner, year, context)


def _begun(base: Point, inner: CalendarDate | PartOfYear | Holiday) -> int:
    """In March nobody calls the month before “last February”: that is “last month”."""
    if isinstance(inner, CalendarDate) and inner.day is None and base.grain <= Grain.DAY:
        this = period_at(base.earliest, Grain.MONTH)
        return period_at(this.earliest - 1, Grain.MONTH).earliest
    return base.earliest


def _in_year(
    inner: CalendarDate | PartOfYear | Holiday, year: int, context: Context
) -> Point | None:
    if isinstance(inner, Holiday):
        days = holiday_date(inner.key, year)
        return Point(days * cal.DAY, (days + 1) * cal.DAY, Grain.DAY)
    return context.resolve(replace(inner, year=year), context).point


def within(partial: Within, context: Context) -> Resolved:
    """A date in a frame that gives its year, month or week."""
    frame = context.resolve(partial.frame, context)
    if frame.point is None:
        return unplaced(_nameless(partial.inner), "no date to count from")
    year, month = cal.civil_from_seconds(frame.point.earliest)[:2]
    inner = partial.inner
    if isinstance(inner, CalendarDate) and inner.month is None and inner.year is None:
        if inner.weekday is not None and inner.day is None:
            done = _weekday_in(inner, frame)
        else:
            done = calendar_date(replace(inner, year=year, month=month), context)
    elif isinstance(inner, CalendarDate | PartOfYear | Holiday):
        done = context.resolve(replace(inner, year=year), context)
    elif isinstance(inner, Shift):
        done = _period_in(inner, year, context)
    else:
        done = context.resolve(inner, context)
    return replace(
        done,
        anchor=frame.anchor or done.anchor,
        steps=(*frame.steps, *done.steps),
        inferred=frame.inferred | done.inferred,
        confidence=min(frame.confidence, done.confidence),
    )


def _period_in(inner: Shift, year: int, context: Context) -> Resolved:
    """“the 1988 period”: the period spoken of, moved to a year."""
    done = context.resolve(inner, context)
    if done.point is None:
        return placed(years(year, 1))
    own = cal.civil_from_seconds(done.point.earliest).year
    moved_there = placed(same_kind(done.point, year - own), done.steps, anchor=done.anchor)
    return keep_number(moved_there, context)


def _weekday_in(inner: CalendarDate, frame: Resolved) -> Resolved:
    """The weekday of a week; of a longer frame the first one."""
    assert frame.point is not None
    assert inner.weekday is not None
    start = frame.point.earliest
    if frame.point.grain == Grain.DAY:
        start = period_at(start, Grain.WEEK).earliest
    days = start // cal.DAY
    days += (inner.weekday - cal.weekday(days)) % 7
    return placed(Point(days * cal.DAY, (days + 1) * cal.DAY, Grain.DAY))


def nth_unit(partial: NthUnit, context: Context) -> Resolved:
    """The n-th day, week, month or named weekday of a longer period."""
    frame = context.resolve(partial.frame, context)
    if frame.point is None:
        return unplaced(UNKNOWN.get(partial.unit, "XXXX"), "no date to count from")
    point = _nth(partial, frame.point)
    if point is None or point.latest <= frame.point.earliest - WEEK:
        return unplaced(UNKNOWN.get(partial.unit, "XXXX"), "there is no such one")
    return placed(
        point,
        frame.steps,
        anchor=frame.anchor,
        inferred=frame.inferred,
        confidence=frame.confidence,
    )


def _nth(partial: NthUnit, frame: Point) -> Point | None:
    if partial.weekday is not None:
        year, month = cal.civil_from_seconds(frame.earliest)[:2]
        days = nth_weekday(year, month, partial.weekday, partial.number)
        point = Point(days * cal.DAY, (days + 1) * cal.DAY, Grain.DAY)
    elif partial.unit == "week":
        # A week belongs to the period that holds its Thursday (ISO 8601).
        if partial.number < 0:
            last = period_at(frame.latest - 4 * cal.DAY, Grain.WEEK)
            found = moved(last, "week", partial.number + 1)
        else:
            first = period_at(frame.earliest + 3 * cal.DAY, Grain.WEEK)
            found = moved(first, "week", partial.number - 1)
        if found is None:
            return None
        point = found
    else:
        base = frame.earliest if partial.number > 0 else frame.latest - 1
        grain = UNIT_GRAIN[partial.unit]
        count = partial.number - 1 if partial.number > 0 else partial.number + 1
        found = moved(period_at(base, grain), partial.unit, count)
        if found is None:
            return None
        point = found
    inside = frame.earliest - WEEK < point.earliest < frame.latest
    return point if inside else None


def week_of(partial: WeekOf, context: Context) -> Resolved:
    """The ISO week that holds a date."""
    inner = context.resolve(partial.inner, context)
    if inner.point is None:
        return replace(inner, value=None)
    week = period_at(inner.point.earliest, Grain.WEEK)
    value = moment(week)
    return replace(
        inner, value=value, timex=format_point(week), steps=(*inner.steps, display(value))
    )
