"""Quarters, seasons, decades, numbered weeks and holidays: which year's they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline_app.domain import calendars as cal
from timeline_app.domain.display import MONTHS, display, year_words
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Anchor, TimexType
from timeline_app.domain.timevalue import (
    Grain,
    Point,
    interval,
    moment,
    months,
    year_block,
    years,
)
from timeline_app.tagger.context import Context, Resolved, Told
from timeline_app.tagger.holidays import holiday_date
from timeline_app.tagger.narrative import told_of_season
from timeline_app.tagger.partials import (
    Holiday,
    IsoWeek,
    PartOfYear,
    YearBlock,
    quarter_ending,
)
from timeline_app.tagger.resolve_dates import FUTURE_WEIGHT, YEAR_INFERRED, placed, unplaced

_MIDWEEK = 4  # Thursday
_JUST_ENDED = {"quarter": 120 * cal.DAY, "half": 45 * cal.DAY}  # still being reported on


def part_of_year(partial: PartOfYear, context: Context) -> Resolved:
    """A quarter, half or season; without a year the latest one begun, or the coming one."""
    length = {"quarter": 3, "half": 6, "season": 3}[partial.unit]
    grain = {"quarter": Grain.QUARTER, "half": Grain.HALF, "season": Grain.SEASON}[partial.unit]
    if partial.ends is not None:
        return _own_quarter(partial, partial.ends, context)
    month = (partial.number - 1) * length + (3 if partial.unit == "season" else 1)
    if partial.southern and partial.year is not None:
        return _southern(partial, partial.year, month)
    if partial.year is not None:
        return placed(months(partial.year, month, length, grain))
    if (other := _other_name(context)) is not None:
        year = cal.civil_from_seconds(other.point.earliest).year
        return _another_name(months(year, month, length, grain), other)
    if partial.unit == "season" and (told := told_of_season(context)) is not None:
        return _from_there(lambda year: months(year, month, length, grain), told)
    letter = {"quarter": f"Q{partial.number}", "half": f"H{partial.number}"}.get(
        partial.unit, ("SP", "SU", "FA", "WI")[(partial.number - 1) % 4]
    )
    anchor = context.publication_anchor()
    base = context.today
    if base is None:
        if not context.years or context.of_today:
            return unplaced(f"XXXX-{letter}", "the article doesn't say which year")
        year = max(context.years)
        anchor = Anchor("article", format_edtf(moment(years(year, 1))), context.years[year])
        steps = ("no year in the text", f"latest year the article speaks of: {year_words(year)}")
        point = months(year, month, length, grain)
        return placed(point, steps, anchor=anchor, inferred=YEAR_INFERRED, confidence=0.4)
    direction, cue = context.direction()
    this = cal.civil_from_days(base).year
    options = [months(y, month, length, grain) for y in range(this - 2, this + 3)]
    begun = [p for p in options if p.earliest <= base * cal.DAY]
    coming = [p for p in options if p.latest > base * cal.DAY]
    # "Expects to report third-quarter earnings" in November still means the one just ended.
    reported = _JUST_ENDED["half" if partial.unit == "half" else "quarter"]
    ahead = direction > 0 and base * cal.DAY - begun[-1].latest > reported
    point = coming[0] if ahead else begun[-1]
    why = f"“{cue}” points to the {'future' if direction > 0 else 'past'}" if cue else "latest one"
    return placed(
        point, ("no year in the text", why), anchor=anchor, inferred=YEAR_INFERRED, confidence=0.8
    )


def _from_there(in_year: Callable[[int], Point], told: Told) -> Resolved:
    """The first such time from a date told on: that of a year told, else the next one."""
    own = cal.civil_from_seconds(told.point.earliest).year
    options = [in_year(year) for year in (own - 1, own, own + 1)]
    inside = told.point.earliest if told.point.grain == Grain.YEAR else told.point.earliest + 1
    point = next(
        p
        for p in options
        if p.latest >= inside and (told.point.grain < Grain.YEAR or p.earliest >= inside)
    )
    anchor = Anchor("expression", format_edtf(moment(told.point)), told.span)
    why = f"the next one from the date told before, {display(moment(told.point))}"
    return placed(point, (why,), anchor=anchor, inferred=YEAR_INFERRED, confidence=0.7)


def _own_quarter(partial: PartOfYear, ends: int, context: Context) -> Resolved:
    """A company's own quarter: it keeps its number and lies where it ends."""
    done = part_of_year(replace(partial, number=quarter_ending(ends), ends=None), context)
    if done.point is None or partial.number == quarter_ending(ends):
        return done
    why = f"the company's own Q{partial.number} ends in {MONTHS[ends - 1]}"
    return replace(done, timex=f"{done.timex[:-1]}{partial.number}", steps=(*done.steps, why))


def _southern(partial: PartOfYear, year: int, month: int) -> Resolved:
    """Three months of the southern hemisphere's season that begins in that year."""
    month = (month + 5) % 12 + 1
    last = (year, month + 2) if month <= 10 else (year + 1, month - 10)
    first = months(year, month, 1, Grain.MONTH)
    value = interval(moment(first), moment(months(*last, 1, Grain.MONTH)))
    timex = f"{year:04}-{('SP', 'SU', 'FA', 'WI')[partial.number - 1]}"
    steps = ("a season of the southern hemisphere", display(value))
    return Resolved(TimexType.DATE, timex, value, steps=steps, confidence=0.8)


def _other_name(context: Context) -> Told | None:
    """“the year-ago quarter, the second quarter ended Oct. 31”: the year is the first one's."""
    told = context.story
    if told is None or not told.compared or told.point.grain not in {Grain.QUARTER, Grain.HALF}:
        return None
    between = context.text[told.span.end : context.at.start]
    return told if between.strip() in {",", "(", "–", "—", "--"} else None


def _another_name(point: Point, told: Told) -> Resolved:
    anchor = Anchor("expression", format_edtf(moment(told.point)), told.span)
    why = "another name of the period just named"
    return placed(point, (why,), anchor=anchor, inferred=YEAR_INFERRED, confidence=0.8)


def year_block_value(partial: YearBlock, context: Context) -> Resolved:
    """A decade, century or millennium; two figures mean the latest such decade before now."""
    length = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}[partial.grain]
    first = partial.first
    if partial.short:
        now = cal.civil_from_days(context.today).year if context.today is not None else 2029
        first += (now - first) // 100 * 100
    return placed(year_block(first, length, partial.grain))


def iso_week(partial: IsoWeek, context: Context) -> Resolved:
    """A numbered week of the given year, or of the publication's."""
    year = partial.year
    if year is None:
        if context.today is None:
            return unplaced(f"XXXX-W{partial.number:02}", "no year to count in")
        year = cal.civil_from_days(context.today).year
    monday = cal.days_from_iso_week(year, partial.number)
    if cal.iso_week(monday) != (year, partial.number):
        return unplaced(f"{year:04}-WXX", "the year has no such week")
    return placed(Point(monday * cal.DAY, (monday + 7) * cal.DAY, Grain.WEEK))


def holiday(partial: Holiday, context: Context) -> Resolved:
    """A named day of the given year, or of the nearest on the side the words point to."""
    if partial.year is not None:
        return _holiday_in(partial, partial.year)
    if partial.around is None and (told := told_of_season(context)) is not None:
        return _from_there(lambda year: _day_in(partial.key, year), told)
    if context.today is None:
        if not context.years or context.of_today:
            return unplaced("XXXX-XX-XX", "the article doesn't say which year")
        year = max(context.years)
        anchor = Anchor("article", format_edtf(moment(years(year, 1))), context.years[year])
        done = _holiday_in(partial, year)
        return replace(done, anchor=anchor, inferred=YEAR_INFERRED, confidence=0.5)
    direction, cue = context.direction()
    this = cal.civil_from_days(context.today).year
    weight = FUTURE_WEIGHT[direction]
    ahead = [(y, holiday_date(partial.key, y) - context.today) for y in range(this - 1, this + 2)]
    year = min(ahead, key=lambda option: option[1] * (weight if option[1] > 0 else -1))[0]
    done = _holiday_in(partial, year)
    why = f"“{cue}” points to the {'future' if direction > 0 else 'past'}" if cue else "nearest"
    return replace(
        done,
        anchor=context.publication_anchor(),
        inferred=YEAR_INFERRED,
        steps=("no year in the text", why, *done.steps),
        confidence=0.8,
    )


def _weekend(saturday: int) -> Resolved:
    """The weekend nearest to a named day: Labor Day's is the one before, Thanksgiving's after."""
    days = [Point(d * cal.DAY, (d + 1) * cal.DAY, Grain.DAY) for d in (saturday, saturday + 1)]
    value = interval(moment(days[0]), moment(days[1]))
    year, week = cal.iso_week(saturday)
    return Resolved(TimexType.DATE, f"{year:04}-W{week:02}-WE", value, steps=(display(value),))


def _day_in(key: str, year: int) -> Point:
    days = holiday_date(key, year)
    return Point(days * cal.DAY, (days + 1) * cal.DAY, Grain.DAY)


def _holiday_in(partial: Holiday, year: int) -> Resolved:
    days = holiday_date(partial.key, year)
    monday = days - cal.weekday(days) + 1
    if partial.around == "week":
        return placed(Point(monday * cal.DAY, (monday + 7) * cal.DAY, Grain.WEEK))
    if partial.around == "weekend":
        return _weekend(monday + 5 - (7 if cal.weekday(days) < _MIDWEEK else 0))
    return placed(_day_in(partial.key, year))
