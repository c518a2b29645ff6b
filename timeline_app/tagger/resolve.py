"""Phase 2: what each phrase means in its article. Knows no language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from timeline_app.domain import calendars as cal
from timeline_app.domain.display import display
from timeline_app.domain.records import TimexType
from timeline_app.domain.timevalue import Grain, Limit, TimeValue, interval, qualified
from timeline_app.tagger import (
    resolve_clock,
    resolve_dates,
    resolve_events,
    resolve_frames,
    resolve_periods,
    resolve_shifts,
)
from timeline_app.tagger.context import Context, Resolved
from timeline_app.tagger.partials import (
    Ahead,
    Between,
    CalendarDate,
    Clock,
    ClockOn,
    DayPart,
    Duration,
    EventDay,
    Holiday,
    IsoWeek,
    Nearest,
    NthUnit,
    Partial,
    PartOfYear,
    Qualified,
    Recurring,
    Ref,
    Shift,
    Stretch,
    Vague,
    WeekOf,
    Within,
    YearBlock,
)
from timeline_app.tagger.resolve_order import in_order
from timeline_app.tagger.timex3 import format_duration

Resolver = Callable[[Any, Context], Resolved]


def resolve(partial: Partial, context: Context) -> Resolved:
    """Meaning of a partial at `context.at`. Never guesses: without evidence `value` is None."""
    return _no_finer_than_known(_RESOLVERS[type(partial)](partial, context), context)


def _no_finer_than_known(done: Resolved, context: Context) -> Resolved:
    """Published "in May 2016": nobody can say which day its "yesterday" is."""
    published, anchor, point = context.published, done.anchor, done.point
    if published is None or anchor is None or point is None or anchor.kind != "publication":
        return done
    known = published.points[0].grain
    if known <= Grain.DAY or point.grain >= known or "year" in done.inferred:
        return done
    return resolve_dates.unplaced(
        "XXXX-XX-XX", f"the publication date is only {display(published)}"
    )


def _duration(partial: Duration, context: Context) -> Resolved:
    timex = format_duration(partial.parts)
    return Resolved(TimexType.DURATION, timex, steps=("a length of time, not a date",))


def _recurring(partial: Recurring, context: Context) -> Resolved:
    return Resolved(TimexType.SET, partial.timex, steps=("a set of times, not one date",))


def _vague(partial: Vague, context: Context) -> Resolved:
    return Resolved(TimexType.DATE, partial.ref.value, steps=("names no date",))


def _qualified(partial: Qualified, context: Context) -> Resolved:
    inner = context.resolve(partial.inner, context)
    if inner.value is None:
        return inner
    words = [partial.mod.value] if partial.mod else []
    words += ["approximate"] if partial.approximate else []
    words += ["uncertain"] if partial.uncertain else []
    value = qualified(
        inner.value,
        approximate=partial.approximate,
        uncertain=partial.uncertain,
        mod=partial.mod,
    )
    return replace(inner, value=value, steps=(*inner.steps, ", ".join(words)))


def resolve_ends(partial: Between, context: Context) -> tuple[Resolved | None, Resolved | None]:
    """Both ends; the first takes from the second what its words leave out, as readers do."""
    own_first, own_last = _on_one_day(partial.first, partial.last)
    last = _end(own_last, context) if own_last is not None else None
    if own_first is None:
        return None, last
    completed = _completed(own_first, own_last, last)
    first = _end(completed, context)
    if completed is not own_first and last is not None:
        first = replace(first, inferred=last.inferred, anchor=last.anchor)
    if last is None or own_last is None:
        return first, last
    return in_order((own_first, own_last), (first, last), context)


def _end(partial: Partial, context: Context) -> Resolved:
    """One end; “now” as an end is the day of speaking."""
    if not isinstance(partial, Vague) or partial.ref is not Ref.PRESENT:
        return context.resolve(partial, context)
    return replace(context.resolve(Shift("day", 0), context), timex=partial.ref.value)


def _on_one_day(
    first: Partial | None, last: Partial | None
) -> tuple[Partial | None, Partial | None]:
    """“3 a.m. to noon on Monday”: a clock time without a day is on the other one's."""
    if isinstance(first, Clock) and isinstance(last, ClockOn):
        return ClockOn(first, last.date, last.part), last
    if isinstance(first, ClockOn) and isinstance(last, Clock):
        return first, ClockOn(last, first.date, first.part)
    return first, last


def join_ends(partial: Between, first: Resolved | None, last: Resolved | None) -> Resolved:
    """The interval between two resolved ends; open where one is None."""
    known = first or last
    assert known is not None
    value = _joined(first, last)
    steps = tuple(step for end in (first, last) if end for step in end.steps)
    if value is None:
        return replace(known, value=None, steps=(*steps, "the ends make no interval"))
    signal = f"“{partial.signal}”: " if partial.signal else ""
    open_end = "no end given" if last is None else "no start given" if first is None else "interval"
    return Resolved(
        known.type,
        known.timex,
        value,
        known.anchor or (last.anchor if last else None),
        (*steps, f"{signal}{open_end}"),
        _inferred(first, last),
        min(end.confidence for end in (first, last) if end),
    )


def _inferred(first: Resolved | None, last: Resolved | None) -> frozenset[str]:
    """What is inferred of either end."""
    ends = [end.inferred for end in (first, last) if end is not None and end.inferred]
    return frozenset().union(*ends) if len(ends) > 1 else ends[0] if ends else frozenset()


def _between(partial: Between, context: Context) -> Resolved:
    return join_ends(partial, *resolve_ends(partial, context))


def _joined(first: Resolved | None, last: Resolved | None) -> TimeValue | None:
    start = Limit.OPEN if first is None else first.value
    end = Limit.OPEN if last is None else last.value
    if start is None or end is None:
        return None
    try:
        return interval(start, end)
    except ValueError:
        return None


def _completed(first: Partial, last: Partial | None, resolved: Resolved | None) -> Partial:
    """`first` with the year (and month) of the second end where it gives none."""
    point = resolved.point if resolved else None
    if point is None:
        return first
    if isinstance(first, PartOfYear) and isinstance(last, PartOfYear) and first.year is None:
        year = cal.civil_from_seconds(point.earliest).year
        return replace(first, year=year - (first.number > last.number))
    if not isinstance(last, CalendarDate) or not isinstance(first, CalendarDate):
        return first
    return resolve_dates.completed(first, last, point)


_RESOLVERS: dict[type[Partial], Resolver] = {
    Ahead: resolve_shifts.ahead,
    Between: _between,
    CalendarDate: resolve_dates.calendar_date,
    Clock: resolve_clock.clock_alone,
    ClockOn: resolve_clock.clock_on,
    DayPart: resolve_clock.day_part,
    Duration: _duration,
    EventDay: resolve_events.event_day,
    Holiday: resolve_periods.holiday,
    IsoWeek: resolve_periods.iso_week,
    Nearest: resolve_frames.nearest,
    NthUnit: resolve_frames.nth_unit,
    PartOfYear: resolve_periods.part_of_year,
    Qualified: _qualified,
    Recurring: _recurring,
    Shift: resolve_shifts.shift,
    Stretch: resolve_shifts.stretch,
    Vague: _vague,
    WeekOf: resolve_frames.week_of,
    Within: resolve_frames.within,
    YearBlock: resolve_periods.year_block_value,
}
