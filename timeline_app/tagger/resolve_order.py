"""Two ends of an interval stand in order: “mid-May through August”, “Friday to Monday”."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.domain import calendars as cal
from timeline_app.domain.timevalue import Point, TimeValue
from timeline_app.tagger.context import Context, Resolved
from timeline_app.tagger.partials import (
    CalendarDate,
    ClockOn,
    DayPart,
    Partial,
    Qualified,
    Ref,
    Vague,
)
from timeline_app.tagger.steps import WEEK
from timeline_app.tagger.timex3 import format_timex


def in_order(
    partials: tuple[Partial, Partial], ends: tuple[Resolved, Resolved], context: Context
) -> tuple[Resolved, Resolved]:
    """Both ends, where each by itself fell into another week or year: one of them moved.

    What is over ends with the latest such day; what is ahead begins with the next one. What the
    words themselves say is never moved.
    """
    first, last = ends
    start, end = first.point, last.point
    if start is None or end is None or start.earliest <= end.earliest:
        return ends
    weekly = _is_weekday(partials[1])
    yearly = "year" in last.inferred and ("year" in first.inferred or _is_now(partials[0]))
    if not weekly and not yearly:
        return ends
    unit = "week" if weekly else "year"
    over = context.today is None or end.earliest <= context.today * cal.DAY
    settled = context.direction()[0] > 0 and not weekly
    movable = _is_weekday(partials[0]) if weekly else "year" in first.inferred
    if over and movable and not settled and not _is_now(partials[0]):
        return _moved(first, unit, -1), last
    return first, _moved(last, unit, 1)


def _is_now(partial: Partial) -> bool:
    return isinstance(partial, Vague) and partial.ref is Ref.PRESENT


def _is_weekday(partial: Partial | None) -> bool:
    """Whether a date is given by its weekday alone, as in “8 p.m. Friday”."""
    if isinstance(partial, Qualified):
        return _is_weekday(partial.inner)
    if isinstance(partial, ClockOn | DayPart):
        return _is_weekday(partial.date)
    return isinstance(partial, CalendarDate) and "bare_weekday" in partial.kinds


def _moved(done: Resolved, unit: str, steps: int) -> Resolved:
    """A resolved moment a week or a year earlier (-1) or later (1)."""
    point = done.point
    if point is None or done.value is None or done.value.kind != "moment":
        return done
    by = steps * WEEK if unit == "week" else _year_apart(point.earliest, steps)
    here = replace(point, earliest=point.earliest + by, latest=_after(point, by, unit, steps))
    value = TimeValue(here, here, "moment")
    step = f"a {unit} {'earlier' if steps < 0 else 'later'}, to stand in order"
    return replace(done, value=value, timex=format_timex(value), steps=(*done.steps, step))


def _after(point: Point, by: int, unit: str, steps: int) -> int:
    """Where a moved period ends; a February has its own length each year."""
    if unit == "week":
        return point.latest + by
    return point.latest + _year_apart(point.latest, steps)


def _year_apart(start: int, steps: int) -> int:
    """Seconds to the same day `steps` years away."""
    year, month, day, *_ = cal.civil_from_seconds(start)
    there = (year + steps, month, min(day, cal.days_in_month(year + steps, month)))
    return (cal.days_from_civil(*there) - cal.days_from_civil(year, month, day)) * cal.DAY
