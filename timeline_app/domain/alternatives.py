"""What else the words of a date could mean: the readings that are most often the right one
when the program's isn't."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline_app.domain import calendars as cal
from timeline_app.domain.display import WEEKDAYS
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.errors import EdtfError
from timeline_app.domain.records import TemporalExpression
from timeline_app.domain.timevalue import (
    Grain,
    Limit,
    Point,
    TimeValue,
    moment,
    month,
    period_at,
    qualified,
    year,
)

MOST = 6

_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag"
    r"|mittwoch|sonnabend)",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(?<!\d)\d{1,2}\s?[./-]\s?\d{1,2}(?!\d)")
_UNITS = {
    Grain.DAY: ("day", (0, 0, 1)),
    Grain.DAY_PART: ("day", (0, 0, 1)),
    Grain.WEEK: ("week", (0, 0, 7)),
    Grain.MONTH: ("month", (0, 1, 0)),
    Grain.SEASON: ("year", (1, 0, 0)),
    Grain.QUARTER: ("quarter", (0, 3, 0)),
    Grain.HALF: ("half", (0, 6, 0)),
    Grain.YEAR: ("year", (1, 0, 0)),
    Grain.DECADE: ("decade", (10, 0, 0)),
    Grain.CENTURY: ("century", (100, 0, 0)),
}
_Step = tuple[int, int, int]  # years, months, days


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading: how it differs ("Monday before"), and its value."""

    words: str
    value: TimeValue


def alternatives(
    expression: TemporalExpression, published: TimeValue | None = None
) -> tuple[Alternative, ...]:
    """At most six other readings, the likeliest first; none for what has no place in time.

    The weekday before and after, another year where the text gives none, day and month in the
    other order, the unit before and after, the same distance from the publication date, and the
    same date less exactly.
    """
    if expression.value is None or expression.value.members:
        return ()
    found: dict[TimeValue, Alternative] = {}
    for each in _all(expression, expression.value, published):
        if each.value != expression.value:
            found.setdefault(each.value, each)
    return tuple(found.values())[:MOST]


def _all(
    expression: TemporalExpression, value: TimeValue, published: TimeValue | None
) -> Iterator[Alternative]:
    if _FIGURES.search(expression.text):
        yield from _swapped(value)
    if "year" in expression.inferred:
        yield from _around("year", (1, 0, 0), value)
    elif expression.anchor is not None:
        yield from _from_publication(expression, value, published)
        yield from _neighbours(expression, value)
    yield from _coarser(value)


def _neighbours(expression: TemporalExpression, value: TimeValue) -> Iterator[Alternative]:
    """The weekday, day, week, month … before and after."""
    if _WEEKDAY.search(expression.text) and value.grain <= Grain.DAY:
        name = WEEKDAYS[cal.weekday(value.points[0].earliest // cal.DAY) - 1]
        yield from _around(name, (0, 0, 7), value)
    elif value.grain in _UNITS:
        yield from _around(*_UNITS[value.grain], value)


def _around(unit: str, step: _Step, value: TimeValue) -> Iterator[Alternative]:
    for sign, words in ((-1, "before"), (1, "after")):
        years, months, days = (sign * part for part in step)
        shifted = _shifted(value, (years, months, days))
        if shifted is not None:
            yield Alternative(f"{unit} {words}", shifted)


def _swapped(value: TimeValue) -> Iterator[Alternative]:
    """4/5 as 4 May or 5 April."""
    point = value.points[0]
    if value.kind != "moment" or point.grain != Grain.DAY:
        return
    at = cal.civil_from_seconds(point.earliest)
    if at.day <= 12 and at.day != at.month:
        start = cal.seconds_from_civil(at.year, at.day, at.month)
        swapped = replace(point, earliest=start, latest=start + point.latest - point.earliest)
        yield Alternative("day and month swapped", moment(swapped))


def _from_publication(
    expression: TemporalExpression, value: TimeValue, published: TimeValue | None
) -> Iterator[Alternative]:
    """As far from the publication date as it is from the date that was told before."""
    anchor = expression.anchor
    if published is None or anchor is None or anchor.kind != "expression":
        return
    try:
        told = parse_edtf(anchor.edtf).points[0]
    except EdtfError:
        return
    there, here, origin = value.points[0], published.points[0], told
    if max(there.grain, here.grain, origin.grain) > Grain.DAY:
        return
    days = (there.earliest - origin.earliest) // cal.DAY
    moved = (here.earliest - there.earliest) // cal.DAY + days
    shifted = _shifted(value, (0, 0, moved))
    if shifted is not None:
        yield Alternative("counted from the publication date", shifted)


def _coarser(value: TimeValue) -> Iterator[Alternative]:
    """Only the month, only the year."""
    if value.kind != "moment":
        return
    grain, at = value.grain, cal.civil_from_seconds(value.points[0].earliest)
    if grain < Grain.MONTH:
        yield Alternative("the month only", month(at.year, at.month))
    if grain < Grain.YEAR:
        yield Alternative("the year only", year(at.year))


def _shifted(value: TimeValue, step: _Step) -> TimeValue | None:
    """The value some years, months and days away; None where the calendar has no such day."""
    try:
        ends = [_shifted_end(end, step) for end in (value.start, value.end)]
        start, end = ends[0], ends[0] if value.kind == "moment" else ends[1]
        return TimeValue(start, end, value.kind)
    except ValueError:
        return None


def _shifted_end(end: Point | Limit, step: _Step) -> Point | Limit:
    if isinstance(end, Limit):
        return end
    years, months, days = step
    whole = period_at(end.earliest, end.grain) if end.grain >= Grain.WEEK else end
    at = cal.civil_from_seconds(whole.earliest)
    to_year, to_month = cal.add_months(at.year + years, at.month, months)
    if not cal.is_valid_date(to_year, to_month, at.day):
        msg = f"no such day: {to_year}-{to_month}-{at.day}"
        raise ValueError(msg)
    clock = whole.earliest % cal.DAY
    start = cal.seconds_from_civil(to_year, to_month, at.day) + days * cal.DAY + clock
    if end.grain < Grain.WEEK:
        return replace(end, earliest=start, latest=start + end.latest - end.earliest)
    plain = replace(
        period_at(start, end.grain), approximate=end.approximate, uncertain=end.uncertain
    )
    narrowed = qualified(moment(plain), mod=end.mod).start if end.mod else plain
    assert isinstance(narrowed, Point)
    return narrowed
