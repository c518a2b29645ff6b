"""Calendar steps: whole periods, the very same day, the same kind of period years away."""

from __future__ import annotations

from functools import lru_cache

from timeline_app.domain import calendars as cal
from timeline_app.domain.timevalue import Grain, Point, day_point, period_at, year_block
from timeline_app.tagger.partials import UNIT_GRAIN, Shift

_PLURALS = {"century": "centuries", "millennium": "millennia", "half": "halves"}
WEEK = 7 * cal.DAY
_SECONDS = {Grain.SECOND: 1, Grain.MINUTE: cal.MINUTE, Grain.HOUR: cal.HOUR, Grain.DAY: cal.DAY}
_YEARS_IN = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}
_MONTHS_IN = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.HALF: 6}


@lru_cache(maxsize=4096)
def told_step(steps: int, unit: str, name: str, base: str) -> str:
    """A step in words: “2 weeks before the publication date, 20 May 2016”.

    `name` says what is counted from, `base` which date that is.
    """
    where = f"{name}, {base}"
    if steps == 0:
        return where if unit in {"day", "period"} else f"the {unit} of {where}"
    count = abs(steps)
    word = unit if count == 1 else _PLURALS.get(unit, f"{unit}s")
    return f"{count} {word} {'before' if steps < 0 else 'after'} {where}"


def moved(base: Point, unit: str, steps: int) -> Point | None:
    """The period of `unit` that lies `steps` such periods from the one that holds `base`.

    None beyond the years -9999 to 9999.
    """
    if abs(steps) > 20_000 and UNIT_GRAIN[unit] >= Grain.WEEK:
        return None
    start = base.earliest
    if unit == "weekend":
        saturday = period_at(start, Grain.WEEK).earliest + 5 * cal.DAY + steps * WEEK
        return Point(saturday, saturday + 2 * cal.DAY, Grain.DAY)
    if unit == "fortnight":
        steps *= 2
    grain = UNIT_GRAIN[unit]
    if grain in _YEARS_IN:
        target = cal.civil_from_seconds(start).year + steps * _YEARS_IN[grain]
        if not -9999 <= target <= 9999:
            return None
        return year_block(target, _YEARS_IN[grain], grain)
    if grain in _MONTHS_IN:
        year, month = cal.civil_from_seconds(period_at(start, grain).earliest)[:2]
        year, month = cal.add_months(year, month, steps * _MONTHS_IN[grain])
        return period_at(cal.seconds_from_civil(year, month), grain)
    length = WEEK if grain == Grain.WEEK else _SECONDS[grain]
    if abs(steps * length) > 20_000 * 366 * cal.DAY:
        return None
    return period_at(start + steps * length, grain)


def same_kind(base: Point, year_steps: int) -> Point:
    """The same period `year_steps` years away: a quarter stays a quarter, a day a day."""
    year, month, day = cal.civil_from_seconds(base.earliest)[:3]
    year += year_steps
    day = min(day, cal.days_in_month(year, month))
    return period_at(cal.seconds_from_civil(year, month, day), base.grain)


def moved_exactly(base: Point, partial: Shift) -> Point | None:
    grain = UNIT_GRAIN[partial.unit]
    start = base.earliest
    if grain <= Grain.WEEK:
        length = WEEK if grain == Grain.WEEK else _SECONDS[grain]
        if abs(partial.steps * length) > 20_000 * 366 * cal.DAY:
            return None
        return period_at(start + partial.steps * length, min(grain, Grain.DAY))
    year, month, day = cal.civil_from_seconds(start)[:3]
    count = partial.steps * (_MONTHS_IN.get(grain) or 12 * _YEARS_IN[grain])
    if abs(count) > 12 * 9999:
        return None
    year, month = cal.add_months(year, month, count)
    return day_point(year, month, min(day, cal.days_in_month(year, month)))
