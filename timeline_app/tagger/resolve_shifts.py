"""Dates counted in units: "last year", "three days later", "a year earlier", "in two weeks"."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.domain import calendars as cal
from timeline_app.domain.display import display
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Anchor, TimexType
from timeline_app.domain.timevalue import (
    Grain,
    Point,
    TimeValue,
    interval,
    moment,
    period_at,
    years,
)
from timeline_app.tagger.anchors import PUBLICATION, base_of, compared_with, period_spoken_of
from timeline_app.tagger.context import Context, Resolved
from timeline_app.tagger.partials import (
    CLOCK_UNITS,
    UNIT_GRAIN,
    Ahead,
    EventDay,
    From,
    Partial,
    Shift,
    Stretch,
)
from timeline_app.tagger.resolve_dates import placed, unplaced
from timeline_app.tagger.steps import WEEK, moved, moved_exactly, same_kind, told_step
from timeline_app.tagger.timex3 import format_duration, format_point

_HALF_A_DAY = {"hour": 12, "minute": 12 * 60, "second": 12 * 3600}
UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
}


def shift(partial: Shift, context: Context) -> Resolved:
    """A unit counted from the publication date, the story's date or a date in the phrase."""
    if partial.base is not None:
        inner = context.resolve(partial.base, context)
        base = (inner.point, inner.anchor, _name_of(partial.base)) if inner.point else None
        if base is None and isinstance(partial.base, EventDay) and partial.steps:
            timex = format_duration(((abs(partial.steps), partial.unit),))
            return Resolved(TimexType.DURATION, timex, steps=inner.steps)
    elif partial.same_sort:
        base = compared_with(partial, context)
    elif partial.unit == "period":
        base = period_spoken_of(context, ended=True, longer=partial.origin is From.NEAR)
    else:
        base = base_of(partial, context)
    if base is None or base[0] is None:
        return _without_base(partial, context)
    point, anchor, name = base
    if UNIT_GRAIN.get(partial.unit, Grain.DAY) <= Grain.HOUR < point.grain:
        timex = format_duration(((abs(partial.steps), partial.unit),))
        return Resolved(TimexType.DURATION, timex, steps=("no clock time to count from",))
    if partial.same_sort or partial.unit == "period":
        found: Point | None = same_kind(point, partial.steps)
    elif partial.exact:
        found = moved_exactly(point, partial)
    else:
        found = moved(point, partial.unit, partial.steps)
    if found is None:
        return unplaced(UNKNOWN.get(partial.unit, "XXXX"), "beyond the calendar")
    step = told_step(partial.steps, partial.unit, name, display(moment(point)))
    confidence = 1.0 if name == PUBLICATION else 0.8
    if partial.unit == "weekend":
        if partial.steps == 0 and found.earliest > point.earliest:
            found = _weekend_just_over(found, context)
        return _weekend(found, step, anchor)
    done = placed(found, (step,), anchor=anchor, confidence=confidence)
    return keep_number(done, context)


def _name_of(base: Partial) -> str:
    return "the event told before" if isinstance(base, EventDay) else "the date named"


def keep_number(done: Resolved, context: Context) -> Resolved:
    """A quarter counted from a company's own quarter keeps that one's number."""
    if done.point is None or done.point.grain != Grain.QUARTER or done.anchor is None:
        return done
    told = next((t for t in reversed(context.told) if t.span == done.anchor.span), None)
    if told is None or told.point.grain != Grain.QUARTER:
        return done
    if done.timex[-1] != format_point(told.point)[-1] or len(done.timex) != len(
        told.resolved.timex
    ):
        return done
    return replace(done, timex=done.timex[:-1] + told.resolved.timex[-1])


def _weekend_just_over(point: Point, context: Context) -> Point:
    """Before Saturday, words about the past mean the weekend before."""
    if context.direction()[0] >= 0:
        return point
    return replace(point, earliest=point.earliest - WEEK, latest=point.latest - WEEK)


def _weekend(point: Point, step: str, anchor: Anchor | None) -> Resolved:
    saturday = period_at(point.earliest, Grain.DAY)
    value = interval(moment(saturday), moment(period_at(point.latest - 1, Grain.DAY)))
    year, week = cal.iso_week(point.earliest // cal.DAY)
    timex = f"{year:04}-W{week:02}-WE"
    return Resolved(TimexType.DATE, timex, value, anchor, (step, display(value)))


def _without_base(partial: Shift, context: Context) -> Resolved:
    """No publication date: years of a story count from the latest year that it speaks of."""
    story = partial.origin is not From.SPEECH and not context.of_today
    if partial.unit == "year" and context.years and partial.base is None and story:
        latest = max(context.years)
        anchor = Anchor("article", format_edtf(moment(years(latest, 1))), context.years[latest])
        found = moved(years(latest, 1), "year", partial.steps)
        if found is not None:
            name = "the latest year the article speaks of"
            step = told_step(partial.steps, "year", name, str(latest))
            inferred = frozenset({"year"})
            return placed(found, (step,), anchor=anchor, inferred=inferred, confidence=0.4)
    return unplaced(UNKNOWN.get(partial.unit, "XXXX"), "no date to count from")


def ahead(partial: Ahead, context: Context) -> Resolved:
    """A date ahead where the words speak of the future, else a length of time."""
    direction, cue = context.direction()
    if direction < 0 or context.today is None:
        timex = format_duration(((partial.count, partial.unit),))
        return Resolved(TimexType.DURATION, timex, steps=("a length of time, not a date",))
    exact = UNIT_GRAIN[partial.unit] <= Grain.HOUR
    done = shift(Shift(partial.unit, partial.count, exact=exact), context)
    why = f"“{cue}” points to the future" if cue else "nothing points to the past"
    return replace(done, steps=(why, *done.steps))


def stretch(partial: Stretch, context: Context) -> Resolved:
    """A length of time that ends or begins now: an interval where its count is known."""
    duration = partial.duration
    timex = format_duration(duration.parts)
    count, unit = duration.parts[0]
    # “It stayed there for the next three years”: those after the time that is told of.
    told_of = partial.direction > 0 and context.direction()[0] < 0
    base = base_of(Shift("day", 0, From.NEAR if told_of else partial.origin), context)
    if base is None or count is None or count != int(count) or len(duration.parts) > 1:
        return Resolved(TimexType.DURATION, timex, steps=("a length of time",))
    point, anchor, name = base
    if unit in CLOCK_UNITS and count < _HALF_A_DAY[unit] and point.grain > Grain.HOUR:
        return Resolved(TimexType.DURATION, timex, steps=("no clock time to count from",))
    value = _stretched(point, unit, partial.direction * int(count))
    if value is None:
        return Resolved(TimexType.DURATION, timex, steps=("beyond the calendar",))
    step = told_step(partial.direction * int(count), unit, name, display(moment(point)))
    return Resolved(TimexType.DURATION, timex, value, anchor, (step, display(value)))


def _stretched(base: Point, unit: str, steps: int) -> TimeValue | None:
    far = moved(base, unit, steps) if unit != "period" else None
    if far is None or steps == 0:
        return None
    if steps > 0 and far.grain == Grain.WEEK and base.grain <= Grain.DAY:
        far = moved(base, "day", 7 * steps)  # “the next two weeks” begin today, not on Monday
        if far is None:
            return None
    near = period_at(base.earliest, min(far.grain, Grain.YEAR)) if far.grain >= base.grain else base
    ends = (far, near) if steps < 0 else (near, far)
    try:
        return interval(moment(ends[0]), moment(ends[1]))
    except ValueError:
        return None
