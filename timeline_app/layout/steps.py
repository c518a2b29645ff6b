"""Calendar steps of the axis: which units there are, and where their boundaries lie.

Years are astronomical inside; round years BCE are those a historian calls round (100 BCE is
year -99), and there is no year 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from timeline_app.domain import calendars as cal

WEEK: Final = 7
"""Days; a step of so many begins where the reader's weeks do."""
YEAR_SECONDS: Final = 31_556_952
_MONTH_SECONDS: Final = YEAR_SECONDS // 12


@dataclass(frozen=True, slots=True)
class Step:
    """`count` of a unit: ms, second, minute, hour, day, month or year."""

    unit: str
    count: int

    @property
    def seconds(self) -> float:
        """Mean length."""
        return _LENGTHS[self.unit] * self.count


_LENGTHS: Final = {
    "ms": 0.001,
    "second": 1.0,
    "minute": float(cal.MINUTE),
    "hour": float(cal.HOUR),
    "day": float(cal.DAY),
    "month": float(_MONTH_SECONDS),
    "year": float(YEAR_SECONDS),
}


def _ladder() -> tuple[Step, ...]:
    counts = {
        "ms": (1, 2, 5, 10, 20, 50, 100, 200, 500),
        "second": (1, 2, 5, 10, 15, 30),
        "minute": (1, 2, 5, 10, 15, 30),
        "hour": (1, 2, 3, 6, 12),
        "day": (1, 2, WEEK, 15),
        "month": (1, 2, 3, 6),
        "year": tuple(base * 10**power for power in range(7) for base in (1, 2, 5)),
    }
    return tuple(Step(unit, count) for unit, listed in counts.items() for count in listed)


LADDER: Final = _ladder()


def coarser(step: Step) -> Step:
    """The unit that the upper row shows above `step`."""
    if step.unit == "ms":
        return Step("second", 1)
    if step.unit == "second":
        return Step("minute", 1)
    if step.unit in {"minute", "hour"}:
        return Step("day", 1)
    if step.unit == "day":
        return Step("month", 1)
    if step.unit == "month":
        return Step("year", 1)
    size = 10
    while size < 5 * step.count:
        size *= 10
    return Step("year", size)


def boundaries(
    step: Step, first: int, last: int, week_start: int = 1
) -> Iterator[tuple[int, float]]:
    """Instants (whole seconds, fraction) of `step` from the one at or before `first` to `last`.

    `week_start` is the first day of a week, 1 Monday to 7 Sunday.
    """
    if step.unit == "ms":
        yield from _milliseconds(step.count, first, last)
        return
    for seconds in _seconds(step, first, last, week_start):
        yield seconds, 0.0


def _seconds(step: Step, first: int, last: int, week_start: int) -> Iterator[int]:
    if step.unit == "year":
        yield from _years(step.count, first, last)
    elif step.unit == "month":
        yield from _months(step.count, first, last)
    elif step == Step("day", WEEK):
        day = first // cal.DAY
        begun = day - (cal.weekday(day) - week_start) % WEEK
        yield from range(begun * cal.DAY, last + 1, WEEK * cal.DAY)
    elif step.unit == "day" and step.count > 1:
        yield from _days_of_month(step.count, first, last)
    else:
        length = int(step.seconds)
        yield from range(first - first % length, last + 1, length)


def _milliseconds(count: int, first: int, last: int) -> Iterator[tuple[int, float]]:
    for second in range(first, last + 1):
        for at in range(0, 1000, count):
            yield second, at / 1000


def _days_of_month(count: int, first: int, last: int) -> Iterator[int]:
    """Days 1, 1 + count, ...: they start again each month, and no short rest is left at its end."""
    year, month = cal.civil_from_seconds(first)[:2]
    while True:
        length = cal.days_in_month(year, month)
        for day in range(1, length + 1, count):
            if day > 1 and length + 1 - day < 0.6 * count + (count == 2):
                break
            seconds = cal.seconds_from_civil(year, month, day)
            if seconds > last:
                return
            yield seconds
        year, month = cal.add_months(year, month, 1)


def _months(count: int, first: int, last: int) -> Iterator[int]:
    year, month = cal.civil_from_seconds(first)[:2]
    month -= (month - 1) % count
    while (seconds := cal.seconds_from_civil(year, month)) <= last:
        yield seconds
        year, month = cal.add_months(year, month, count)


def _years(count: int, first: int, last: int) -> Iterator[int]:
    year = _round_year(cal.civil_from_seconds(first).year, count)
    while (seconds := cal.seconds_from_civil(year)) <= last:
        yield seconds
        year = next_round_year(year, count)


def _round_year(year: int, count: int) -> int:
    """The last round year at or before `year`."""
    if count == 1:
        return year
    if year >= 1:
        return max(year - year % count, 1)
    return -(-(1 - year) // count) * count * -1 + 1


def next_round_year(year: int, count: int) -> int:
    """The round year after a round `year`: 20 BCE, 10 BCE, 1, 10, 20 for `count` 10."""
    if count == 1:
        return year + 1
    if year >= 1:
        return year - year % count + count
    return 1 if year + count > 0 else year + count
