"""Calendar dates, parts of years, holidays: the missing year comes from the article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from timeline_app.domain import calendars as cal
from timeline_app.domain.display import WEEKDAYS, display, year_words
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Anchor, TimexType
from timeline_app.domain.timevalue import (
    Grain,
    Point,
    TimeValue,
    day_point,
    moment,
    months,
    years,
)
from timeline_app.tagger.context import Context, Resolved, Told
from timeline_app.tagger.narrative import STORY_GRAINS, is_near, narrative, story_day, story_told
from timeline_app.tagger.partials import CalendarDate
from timeline_app.tagger.timex3 import format_timex

YEAR_INFERRED = frozenset({"year"})
_FIGURES = re.compile(r"\d+")
_FIRST, _LAST = -9999, 9999
_BACKWARD = 2.0  # how much longer a step back in time counts than one forward
_CLOSE = 24  # code points: a verb and a preposition
_PREPOSITION = 4  # code points, its space included
_NEXT_MONTH = 31  # days
_A_WEEK = 7  # days
_SURE = 0.8  # confidence of a year that a weekday has proved


def placed(point: Point, steps: Iterable[str] = (), **rest: object) -> Resolved:
    """A resolved date at one point."""
    value, timex, words = _written(point)
    kind = TimexType.TIME if point.grain <= Grain.DAY_PART else TimexType.DATE
    done = Resolved(kind, timex, value, steps=(*steps, words))
    return replace(done, **rest) if rest else done  # type: ignore[arg-type]


@lru_cache(maxsize=4096)
def _written(point: Point) -> tuple[TimeValue, str, str]:
    """Value, TIMEX3 and words of a point; articles name the same few dates again and again."""
    value = moment(point)
    return value, format_timex(value), display(value)


def unplaced(timex: str, why: str) -> Resolved:
    """A date that the article doesn't let anyone place."""
    return Resolved(TimexType.DATE, timex, steps=(why,), confidence=0.0)


def calendar_date(partial: CalendarDate, context: Context) -> Resolved:
    """A date with all, or only some, of its parts."""
    if partial.unsure_order:
        partial, why = _ordered(partial, context)
        if why:
            done = calendar_date(partial, context)
            return replace(done, steps=(why, *done.steps))
    if partial.year is not None:
        return _with_year(partial, partial.year)
    if partial.month is None:
        return _day_alone(partial, context)
    return _year_missing(partial, context)


def _ordered(partial: CalendarDate, context: Context) -> tuple[CalendarDate, str]:
    """Day and month of "5/6/2016" in the order that the weekday or other dates show, and why."""
    swapped = replace(partial, month=partial.day, day=partial.month)
    if partial.weekday is not None and partial.year is not None:
        fitting = [p for p in (partial, swapped) if _weekday_fits(p)]
        if len(fitting) == 1:
            why = f"{WEEKDAYS[partial.weekday - 1]} fits this order of day and month"
            return replace(fitting[0], unsure_order=False), why
    if context.day_first is None:
        return partial, ""
    figures = _FIGURES.search(context.text, context.at.start, context.at.end)
    reads_day_first = figures is not None and int(figures.group()) == partial.day
    chosen = partial if reads_day_first == context.day_first else swapped
    order = "day" if context.day_first else "month"
    return replace(chosen, unsure_order=False), f"the article's other dates put the {order} first"


def _weekday_fits(partial: CalendarDate) -> bool:
    start = _start(partial, partial.year or 0)
    return start is not None and cal.weekday(start) == partial.weekday


def _with_year(partial: CalendarDate, year: int) -> Resolved:
    if not _FIRST <= year <= _LAST:
        return unplaced("XXXX", "no calendar year")
    if partial.month is None:
        return placed(years(year, 1))
    if partial.day is None:
        return placed(months(year, partial.month, 1, Grain.MONTH))
    if not cal.is_valid_date(year, partial.month, partial.day):
        return unplaced(f"{year:04}-XX-XX", "the calendar has no such day")
    point = day_point(year, partial.month, partial.day)
    steps, confidence = [], 1.0
    if partial.unsure_order:
        steps.append("day and month could be the other way round")
        confidence = 0.5
    weekday = cal.weekday(point.earliest // cal.DAY)
    if partial.weekday is not None and weekday != partial.weekday:
        steps.append(
            f"the text says {WEEKDAYS[partial.weekday - 1]}, the calendar {WEEKDAYS[weekday - 1]}"
        )
        confidence = 0.7
    return placed(point, steps, confidence=confidence)


def _year_missing(partial: CalendarDate, context: Context) -> Resolved:
    """Month, or month and day, without a year."""
    if context.today is None:
        return _year_from_evidence(partial, context)
    today = cal.civil_from_days(context.today)
    if (period := _period_that_ends(context)) is not None:
        year = cal.civil_from_seconds(period.point.earliest).year
        anchor = Anchor("expression", format_edtf(moment(period.point)), period.span)
        return _inferred(partial, year, anchor, "in the year of the period that it ends", 0.8)
    story = story_told(context, of_day=partial.day is not None)
    if story is not None and partial.weekday is None:
        return _by_told(partial, story, today.year, 0.8)
    direction, cue = context.direction()
    years_near = range(today.year - 8, today.year + 9)
    near = [(y, d - context.today) for y in years_near if (d := _start(partial, y)) is not None]
    if partial.weekday is not None:
        own = partial.weekday
        near = [(y, d) for y, d in near if cal.weekday(context.today + d) == own] or near
    elif partial.day is None:
        near = _months_towards(near, direction, settled=_is_close(cue, context))
    elif direction < 0 and _is_just_before(cue, context):
        near = [(y, d) for y, d in near if d <= 0]  # “expired June 3”
    if not near:
        return unplaced(partial_timex(partial), "the calendar has no such day")
    weight = FUTURE_WEIGHT[direction]
    year = min(near, key=lambda option: option[1] * (weight if option[1] > 0 else -1))[0]
    done = _with_year(partial, year)
    steps = ("no year in the text", _counted(cue, direction), *done.steps)
    return replace(
        done,
        anchor=context.publication_anchor(),
        steps=steps,
        inferred=YEAR_INFERRED,
        confidence=0.9,
    )


def _is_close(cue: str, context: Context) -> bool:
    """Whether a verb stands just before a date."""
    return bool(cue) and cue in context.text[max(0, context.at.start - _CLOSE) : context.at.start]


@lru_cache(maxsize=1024)
def _counted(cue: str, direction: int) -> str:
    """Why a day lies in its year; long texts have the same few reasons again and again."""
    why = f"“{cue}” points to the {'future' if direction > 0 else 'past'}" if cue else "nearest"
    return f"counted from the publication date, {why}"


def _is_just_before(cue: str, context: Context) -> bool:
    """Whether one verb, at most a preposition away, says that a date is over."""
    start = context.at.start
    before = context.text[max(0, start - len(cue) - _PREPOSITION) : start]
    gap = before.rpartition(cue)[2]
    return cue in before and len(gap.split()) < 2 and cue.count(" ") < 2


# How much further a day ahead counts than one behind, when the words point to the past (-1),
# say nothing (0) or point to the future (1). A dividend "to holders of record Dec. 7" is near
# and ahead whatever the verb; a day eleven months off is not.
FUTURE_WEIGHT = {-1: 3.0, 0: 1.3, 1: 0.1}


def _months_towards(
    near: list[tuple[int, int]], direction: int, *, settled: bool
) -> list[tuple[int, int]]:
    """(year, days from now) on the side that the words point to; past if nothing says.

    In August nobody calls the September before just "September": a month about to come is meant,
    unless the direction is `settled` by a verb just before it ("joined in September").
    """
    if direction > 0:
        return [(y, d) for y, d in near if d >= -27]
    if direction and settled:
        return [(y, d) for y, d in near if d <= 0]
    soon = [(y, d) for y, d in near if 0 < d <= (_NEXT_MONTH if direction else 2 * _NEXT_MONTH)]
    return soon or [(y, d) for y, d in near if d <= 0]


def _by_told(partial: CalendarDate, told: Told, latest: int, confidence: float) -> Resolved:
    """The year that puts a date nearest to one told before; stories mostly go forward in time."""
    days = told.point.earliest // cal.DAY
    own = cal.civil_from_days(days).year
    if told.point.grain == Grain.YEAR:
        latest = own
        days = cal.days_from_civil(own, 7, 1)  # any day of that year is nearest
    apart = {
        year: start - days if start >= days else (days - start) * _BACKWARD
        for year in (own - 1, own, own + 1)
        if year <= max(latest, own) and (start := _start(partial, year)) is not None
    }
    year = min(apart, key=lambda y: apart[y], default=own)
    anchor = Anchor("expression", format_edtf(moment(told.point)), told.span)
    why = f"nearest to the date told before, {display(moment(told.point))}"
    return _inferred(partial, year, anchor, why, confidence)


def _period_that_ends(context: Context) -> Told | None:
    """The earlier year's quarter of “… the second quarter ended Oct. 31”."""
    told = context.story
    if told is None or told.point.grain not in {Grain.QUARTER, Grain.HALF}:
        return None
    if told.resolved.anchor is None or told.resolved.anchor.kind != "expression":
        return None
    between = context.text[told.span.end : context.at.start]
    return told if len(between) < _CLOSE and between.strip().isalpha() else None


def _start(partial: CalendarDate, year: int) -> int | None:
    """Day number of the date in a year; None where that year hasn't got it."""
    month, day = partial.month or 1, partial.day or 1
    return cal.days_from_civil(year, month, day) if cal.is_valid_date(year, month, day) else None


def _year_from_evidence(partial: CalendarDate, context: Context) -> Resolved:
    """No publication date: the article's own years, and its weekdays, say which year."""
    told = context.story if context.of_today else narrative(context)
    if told and partial.weekday is None and _gives_the_year(told, context):
        return _by_told(partial, told, max(context.years, default=9999), 0.6)
    if not context.years:
        return unplaced(partial_timex(partial), "the article names no year")
    latest = max(context.years)
    year, why, confidence = latest, f"latest year the article speaks of: {year_words(latest)}", 0.4
    fitting = _years_that_fit(partial, latest, context)
    if fitting:
        year, confidence = fitting[0], 0.8
        why = f"{WEEKDAYS[(partial.weekday or 1) - 1]} fits the year {year_words(year)}"
    elif context.of_today:
        # Who says “yesterday” writes a year out because it is another one.
        return unplaced(partial_timex(partial), "the article doesn't say what its own year is")
    place = context.years.get(year, context.years[latest])
    anchor = Anchor("article", format_edtf(moment(years(year, 1))), place)
    return _inferred(partial, year, anchor, why, confidence)


def _gives_the_year(told: Told, context: Context) -> bool:
    """Whether a date told before is whole enough, and near enough, to lend its year."""
    if told.point.grain not in STORY_GRAINS or (
        context.of_today and told.point.grain > Grain.MONTH
    ):
        return False
    near = is_near(told, context)
    if context.of_today or told.point.grain == Grain.YEAR:
        return near and (not told.resolved.inferred or told.resolved.confidence >= _SURE)
    year = cal.civil_from_seconds(told.point.earliest).year
    anchor = told.resolved.anchor
    handed_on = anchor is not None and anchor.kind == "expression"
    return (handed_on or not told.resolved.inferred) and year in context.years


def _years_that_fit(partial: CalendarDate, latest: int, context: Context) -> list[int]:
    """Years in which a date falls on its weekday: those that the article names, then near ones."""
    if partial.weekday is None:
        return []
    span = range(latest, latest + 5) if context.of_today else range(latest + 1, latest - 12, -1)
    fitting = [
        y
        for y in span
        if (d := _start(partial, y)) is not None and cal.weekday(d) == partial.weekday
    ]
    named = [y for y in fitting if y in context.years]
    return named or sorted(fitting, key=lambda y: abs(y - latest))


def _inferred(
    partial: CalendarDate, year: int, anchor: Anchor, why: str, confidence: float
) -> Resolved:
    done = _with_year(partial, year)
    if done.value is None:
        return unplaced(partial_timex(partial), f"{year_words(year)} has no such day")
    steps = ("no year in the text", why, *done.steps)
    return replace(done, anchor=anchor, steps=steps, inferred=YEAR_INFERRED, confidence=confidence)


def partial_timex(partial: CalendarDate) -> str:
    """TIMEX3 of a date without its year: XXXX-05-19, XXXX-WXX-4."""
    if partial.month is None:
        if partial.day is not None:
            return f"XXXX-XX-{partial.day:02}"
        return f"XXXX-WXX-{partial.weekday}"
    return f"XXXX-{partial.month:02}" + ("" if partial.day is None else f"-{partial.day:02}")


def _day_alone(partial: CalendarDate, context: Context) -> Resolved:
    """A weekday, or "the 21st": the nearest such day on the side the words point to."""
    if (told := story_day(context)) is not None:
        if partial.day is None and told.point.grain == Grain.DAY:
            return _weekday_of_story(partial, told)
        if partial.weekday is None:
            return _day_of_story(partial, told)
    base, anchor = context.today, context.publication_anchor()
    if base is None:
        told = context.last(Grain.DAY)
        if told is None or context.of_today:
            return unplaced(partial_timex(partial), "no date to count from")
        base = told.point.earliest // cal.DAY
        anchor = Anchor("expression", format_edtf(moment(told.point)), told.span)
    direction, cue = context.direction()
    again = _named_before(partial, context)
    if again is not None and not _is_close(cue, context):
        anchor = Anchor("expression", format_edtf(moment(again.point)), again.span)
        return placed(
            again.point, ("the day of that name told before",), anchor=anchor, confidence=0.9
        )
    if partial.weekday == cal.weekday(base) and partial.day is None:
        direction, cue = 0, ""  # on its own weekday an article speaks of that very day
    if partial.day is not None and (partial.weekday is not None or direction == 0):
        found = _nearest_fitting(partial, base)
    else:
        found = _search(partial, base, 1 if direction > 0 else -1)
    if found is None:
        return unplaced(partial_timex(partial), "no such day near")
    why = (
        f"“{cue}” points to the {'future' if direction > 0 else 'past'}"
        if cue
        else ("latest such day" if partial.day is None else "nearest such day")
    )
    point = Point(found * cal.DAY, (found + 1) * cal.DAY, Grain.DAY)
    return placed(point, (why,), anchor=anchor, confidence=0.9)


def _named_before(partial: CalendarDate, context: Context) -> Told | None:
    """The same weekday, named before: an article rarely speaks of two Tuesdays by their name."""
    if partial.day is not None or context.today is None:
        return None
    for told in reversed(context.told):
        day = told.point.earliest // cal.DAY
        if told.point.grain != Grain.DAY or cal.weekday(day) != partial.weekday:
            continue
        name = told.span.slice(context.text).strip()
        return told if name.isalpha() and abs(day - context.today) <= _A_WEEK else None
    return None


def _day_of_story(partial: CalendarDate, told: Told) -> Resolved:
    """“On 16 May 1941 … by the 19th”: stories go on to the next such day."""
    base = told.point.earliest // cal.DAY
    found = _search(partial, base - 1, 1)
    if found is None:
        return unplaced(partial_timex(partial), "no such day near")
    anchor = Anchor("expression", format_edtf(moment(told.point)), told.span)
    why = f"the next one from the date told before, {display(moment(told.point))}"
    point = Point(found * cal.DAY, (found + 1) * cal.DAY, Grain.DAY)
    return placed(point, (why,), anchor=anchor, confidence=0.7)


def _weekday_of_story(partial: CalendarDate, told: Told) -> Resolved:
    """“On Thursday, May 19, 1940, … On Friday”: stories go on to the next such day."""
    base = told.point.earliest // cal.DAY
    found = base + ((partial.weekday or 1) - cal.weekday(base)) % 7
    anchor = Anchor("expression", format_edtf(moment(told.point)), told.span)
    why = f"the next one from the date told before, {display(moment(told.point))}"
    point = Point(found * cal.DAY, (found + 1) * cal.DAY, Grain.DAY)
    return placed(point, (why,), anchor=anchor, confidence=0.7)


def _nearest_fitting(partial: CalendarDate, base: int) -> int | None:
    """“Friday the 13th”, “back on the 14th”: the one closest by."""
    both = [_search(partial, base, step) for step in (-1, 1)]
    return min((d for d in both if d is not None), key=lambda d: abs(d - base), default=None)


def _search(partial: CalendarDate, base: int, step: int) -> int | None:
    """First fitting day from `base` on, at most a year away; the base day itself is past."""
    begin = base + 1 if step > 0 else base
    for days in range(begin, begin + 366 * step, step):
        day_fits = partial.day is None or cal.civil_from_days(days).day == partial.day
        weekday_fits = partial.weekday is None or cal.weekday(days) == partial.weekday
        if day_fits and weekday_fits:
            return days
    return None


def completed(first: CalendarDate, last: CalendarDate, end: Point) -> CalendarDate:
    """The first end of an interval with what it leaves to the second: "3 to 12 September"."""
    if first.year is not None or (last.month is None and last.year is None):
        return first
    year, month, day = cal.civil_from_seconds(end.earliest)[:3]
    if first.month is None:
        if first.day is None:
            return first
        if first.day > day:
            year, month = cal.add_months(year, month, -1)
        return replace(first, year=year, month=month)
    if (first.month, first.day or 1) > (month, day if last.day else 31):
        year -= 1
    return replace(first, year=year)
