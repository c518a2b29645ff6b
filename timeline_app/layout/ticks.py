"""The two rows of the axis: what is written where, for any zoom from milliseconds to millennia."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from timeline_app.domain import calendars as cal
from timeline_app.domain.display import year_words
from timeline_app.layout.calendar_names import ENGLISH, CalendarNames
from timeline_app.layout.steps import LADDER, WEEK, Step, boundaries, coarser, next_round_year
from timeline_app.layout.text import Measure, Type
from timeline_app.layout.viewport import Viewport

_GAP: Final = 14.0
_PAD: Final = 6.0
_MIN_STEP: Final = 28.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A boundary at `x` and its text, which begins at `label_x`; no text where it doesn't fit."""

    x: float
    label: str
    label_x: float
    width: float


@dataclass(frozen=True, slots=True)
class Axis:
    """Both rows of ticks; `step` is the unit of the lower one, `above` that of the upper."""

    step: Step
    above: Step
    coarse: tuple[Tick, ...]
    fine: tuple[Tick, ...]


def build_axis(view: Viewport, measure: Measure, names: CalendarNames = ENGLISH) -> Axis:
    """The axis of a view; labels of a row never overlap."""
    step = choose_step(view, measure, names)
    above, short = _choose_above(view, step, measure, names)
    return Axis(
        step,
        above,
        _coarse_row(view, above, short, measure, names),
        _fine_row(view, step, above, measure, names),
    )


def choose_step(view: Viewport, measure: Measure, names: CalendarNames = ENGLISH) -> Step:
    """The finest unit whose labels fit beside each other."""
    middle = view.second_at(view.width / 2)
    for step in LADDER:
        pixels = step.seconds / view.seconds_per_px
        if pixels < _MIN_STEP:
            continue
        widest = max(
            measure.width(fine_label(step, at, 0.75 * (step.unit == "ms"), names), Type.TICK)
            for at in (middle, view.first)
        )
        if pixels >= widest + _GAP:
            return step
    return LADDER[-1]


def _choose_above(
    view: Viewport, step: Step, measure: Measure, names: CalendarNames
) -> tuple[Step, bool]:
    """The unit of the upper row, long enough for its labels, and whether to shorten those."""
    above = coarser(step)
    middle = view.second_at(view.width / 2)
    while above.seconds < LADDER[-1].seconds:
        room = _shortest(above) / view.seconds_per_px - 2 * _PAD
        for short in (False, True):
            if _widest_above(above, middle, measure, names, short) <= room:
                return above, short
        above = coarser(above)
    return above, False


def _shortest(step: Step) -> float:
    """Seconds of the shortest period of a unit: February's for months."""
    return 28.0 * cal.DAY if step == Step("month", 1) else step.seconds


def _widest_above(
    step: Step, middle: int, measure: Measure, names: CalendarNames, short: bool
) -> float:
    """The widest label near `middle`: all months' names, so that panning changes nothing."""
    apart = 0 if step.unit == "year" else 30 * cal.DAY  # each weekday comes up too
    times = [middle + n * apart for n in range(12 if apart else 1)]
    return max(measure.width(coarse_label(step, at, names, short), Type.COARSE) for at in times)


def fine_label(
    step: Step,
    seconds: int,
    fraction: float,
    names: CalendarNames = ENGLISH,
    above: Step | None = None,
) -> str:
    """The lower row's text at a boundary of `step`.

    Where the upper row `above` skips a unit, that unit's own boundaries carry its name: `Sep`
    between `16` and `16`, `12:58` between `:30` and `:30`.
    """
    year, month, day, hour, minute, second = cal.civil_from_seconds(seconds)
    skips = above is not None and above != coarser(step)
    if step.unit == "ms":
        whole = skips and fraction == 0
        return f":{second:02}" if whole else f".{round(fraction * 1000):03}"
    if step.unit == "second" and not (skips and second == 0):
        return f":{second:02}"
    if step.unit in {"minute", "hour", "second"}:
        midnight = skips and hour == minute == second == 0
        return names.day_of_month(day, month) if midnight else f"{hour:02}:{minute:02}"
    month_begins = day == 1 or (step.count == WEEK and day <= WEEK)
    if step.unit == "day" and not (skips and month_begins):
        return str(day)
    if step.unit in {"month", "day"} and not (step.unit == "month" and skips and month == 1):
        return names.short_months[month - 1]
    return _year_label(year)


def coarse_label(
    step: Step, seconds: int, names: CalendarNames = ENGLISH, short: bool = False
) -> str:
    """The upper row's text for the period of `step` that `seconds` lies in or begins."""
    year, month, day, hour, minute, second = cal.civil_from_seconds(seconds)
    if step.unit == "year":
        return year_words(year) if step.count == 1 else _block_label(year, step.count)
    if step.unit == "month":
        return names.month_of_year(month, year, short=short)
    date = names.date(cal.weekday(seconds // cal.DAY), day, month, year, short=short)
    if step.unit == "minute":
        return f"{date}, {hour:02}:{minute:02}"
    return f"{date}, {hour:02}:{minute:02}:{second:02}" if step.unit == "second" else date


def _year_label(year: int) -> str:
    return "1 CE" if year == 1 else year_words(year)


def _block_label(year: int, count: int) -> str:
    """`2010–2019`, `99–1 BCE`: the years of a block, both ends named."""
    last = next_round_year(year, count) - 1
    if last < 1:
        return f"{1 - year}–{1 - last} BCE"
    return f"{year}–{last}"


def _fine_row(
    view: Viewport, step: Step, above: Step, measure: Measure, names: CalendarNames
) -> tuple[Tick, ...]:
    ticks: list[Tick] = []
    free = -math.inf
    for seconds, fraction in boundaries(step, view.first, view.last, names.week_start):
        x = view.x_of(seconds) + fraction / view.seconds_per_px
        if not -_MIN_STEP <= x <= view.width + _MIN_STEP:
            continue
        label = fine_label(step, seconds, fraction, names, above)
        width = measure.width(label, Type.TICK)
        start = x + _PAD
        if start < free or start + width > view.width or start < 0:
            label, width = "", 0.0
        else:
            free = start + width + _PAD
        ticks.append(Tick(x, label, start, width))
    return tuple(ticks)


def _coarse_row(
    view: Viewport, step: Step, short: bool, measure: Measure, names: CalendarNames
) -> tuple[Tick, ...]:
    """Labels begin at their boundary; the first sticks to the left edge until pushed out."""
    bounds = [(view.x_of(at), at) for at, _ in boundaries(step, view.first, view.last)]
    bounds = [pair for n, pair in enumerate(bounds) if n + 1 == len(bounds) or bounds[n + 1][0] > 0]
    ticks: list[Tick] = []
    for n, (x, seconds) in enumerate(bounds):
        room_end = bounds[n + 1][0] if n + 1 < len(bounds) else math.inf
        if x > view.width:
            break
        start = max(x, 0.0) + _PAD
        forms = [coarse_label(step, seconds, names, short), *_shorter(step, seconds, names)]
        end = min(room_end - _PAD, view.width if x > 0 else math.inf)
        label, width = _first_fitting(forms, end - start, measure)
        if not label and x < 0:  # pushed out by the next period
            label, width = _first_fitting(forms[-1:], end - _PAD / 2, measure)
            start = end - width
        ticks.append(Tick(x, label, start, width))
    return tuple(ticks)


def _shorter(step: Step, seconds: int, names: CalendarNames) -> list[str]:
    """Shorter and shorter texts of a period, for where its part in view is narrow."""
    if step.unit == "year":
        return []
    _, month, day, hour, minute, second = cal.civil_from_seconds(seconds)
    brief = {
        "month": names.short_months[month - 1],
        "day": names.day_of_month(day, month),
        "minute": f"{hour:02}:{minute:02}",
        "second": f"{hour:02}:{minute:02}:{second:02}",
    }
    return [coarse_label(step, seconds, names, short=True), brief[step.unit]]


def _first_fitting(forms: list[str], room: float, measure: Measure) -> tuple[str, float]:
    """The first of `forms` within `room` pixels and its width; no text when none fits."""
    for form in forms:
        width = measure.width(form, Type.COARSE)
        if width <= room:
            return form, width
    return "", 0.0
