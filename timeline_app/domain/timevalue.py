"""What a date expression means: four bounds, a grain and how sure the source is.

A `Point` is an instant that is only known to lie in [earliest, latest). A moment is one
point ("in 2011": somewhere in that year). An interval has two, either of which may be open
or unknown ("since 2011"). Seconds as in `calendars`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from typing import Literal

from timeline_app.domain import calendars as cal


class Grain(IntEnum):
    """Precision of the words, from fine to coarse."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    DAY_PART = 3
    DAY = 4
    WEEK = 5
    MONTH = 6
    SEASON = 7
    QUARTER = 8
    HALF = 9
    YEAR = 10
    DECADE = 11
    CENTURY = 12
    MILLENNIUM = 13


class Limit(Enum):
    """An end of an interval that has no date."""

    OPEN = ".."
    UNKNOWN = ""


class Mod(Enum):
    """TIMEX3's `mod` for a part of a period."""

    START = "early"
    MID = "mid"
    END = "late"


Kind = Literal["moment", "interval"]


@dataclass(frozen=True, slots=True)
class Point:
    """An instant known to lie in [earliest, latest), in seconds.

    `utc_offset` is minutes east of UTC where the source gives a zone; bounds stay wall clock.
    """

    earliest: int
    latest: int
    grain: Grain
    approximate: bool = False
    uncertain: bool = False
    mod: Mod | None = None
    utc_offset: int | None = None

    def __post_init__(self) -> None:
        """Refuse an empty range: such a point could be nowhere."""
        if self.latest <= self.earliest:
            msg = f"empty range {self.earliest} to {self.latest}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A moment or an interval, as exact as its source and no more.

    `members` holds the listed values of an EDTF set: one of them for a moment, all of them
    for an interval.
    """

    start: Point | Limit
    end: Point | Limit
    kind: Kind = "moment"
    members: tuple[TimeValue, ...] = ()

    def __post_init__(self) -> None:
        """Refuse intervals that end before they can begin, and moments without a date."""
        if self.kind == "moment" and not self.members and self.start != self.end:
            msg = "a moment is one point"
            raise ValueError(msg)
        if not self.points:
            msg = "a time value needs at least one date"
            raise ValueError(msg)
        first, last = self.start, self.end
        if isinstance(first, Point) and isinstance(last, Point) and last.latest <= first.earliest:
            msg = "the interval ends before it begins"
            raise ValueError(msg)

    @property
    def points(self) -> tuple[Point, ...]:
        """The dated ends: one for a moment, one or two for an interval."""
        if self.start is self.end or self.start == self.end:
            return (self.start,) if isinstance(self.start, Point) else ()
        return tuple(p for p in (self.start, self.end) if isinstance(p, Point))

    @property
    def earliest(self) -> int | None:
        """First second it can begin at; None when the start is open or unknown."""
        return self.start.earliest if isinstance(self.start, Point) else None

    @property
    def latest(self) -> int | None:
        """Second that it is surely over by (exclusive); None when the end is open or unknown."""
        return self.end.latest if isinstance(self.end, Point) else None

    @property
    def grain(self) -> Grain:
        """The coarser precision of its ends."""
        return max(point.grain for point in self.points)

    @property
    def approximate(self) -> bool:
        """True when the source says "about"."""
        return any(point.approximate for point in self.points)

    @property
    def uncertain(self) -> bool:
        """True when the source doubts the date."""
        return any(point.uncertain for point in self.points)

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Order in time: by start, finer grain first, then by end."""
        anchor = self.points[0].earliest
        has_start = isinstance(self.start, Point)
        return (anchor, self.grain if has_start else -1, self.points[-1].latest)


def moment(point: Point) -> TimeValue:
    """The time value of something that happened once, at `point`."""
    return TimeValue(point, point)


def interval(start: TimeValue | Limit, end: TimeValue | Limit) -> TimeValue:
    """From `start` to `end`; raises ValueError when it would end before it begins."""
    first = start.start if isinstance(start, TimeValue) else start
    last = end.end if isinstance(end, TimeValue) else end
    return TimeValue(first, last, "interval")


def qualified(
    value: TimeValue, *, approximate: bool = False, uncertain: bool = False, mod: Mod | None = None
) -> TimeValue:
    """`value` with qualifiers added to its ends; `mod` narrows each end to that third."""

    def mark(end: Point | Limit) -> Point | Limit:
        if isinstance(end, Limit):
            return end
        marked = replace(
            end,
            approximate=end.approximate or approximate,
            uncertain=end.uncertain or uncertain,
        )
        return _third(marked, mod) if mod else marked

    start = mark(value.start)
    end = start if value.kind == "moment" else mark(value.end)
    return TimeValue(start, end, value.kind, value.members)


def _third(point: Point, mod: Mod) -> Point:
    """A third of a period, cut at whole days where it has at least three."""
    step = (point.latest - point.earliest) // 3
    if step >= cal.DAY:
        step -= step % cal.DAY
    earliest, latest = {
        Mod.START: (point.earliest, point.earliest + step),
        Mod.MID: (point.earliest + step, point.latest - step),
        Mod.END: (point.latest - step, point.latest),
    }[mod]
    return replace(point, earliest=earliest, latest=latest, mod=mod)


def whole_period(point: Point) -> tuple[int, int]:
    """[start, end) of the calendar period that `point` lies in, whatever its `mod`."""
    if point.mod is None:
        return point.earliest, point.latest
    full = period_at(point.earliest, point.grain)
    return full.earliest, full.latest


_YEARS = {
    Grain.YEAR: 1,
    Grain.DECADE: 10,
    Grain.CENTURY: 100,
    Grain.MILLENNIUM: 1000,
}
_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6}
_SECONDS = {Grain.SECOND: 1, Grain.MINUTE: cal.MINUTE, Grain.HOUR: cal.HOUR, Grain.DAY: cal.DAY}


def period_at(seconds: int, grain: Grain) -> Point:
    """The period of `grain` that holds an instant; weeks are ISO weeks, seasons meteorological.

    Decades and centuries follow EDTF's digits (201X, 20XX), so the 2000s start in 2000.
    DAY_PART has no calendar of its own and raises KeyError.
    """
    if grain in _SECONDS:
        start = seconds - seconds % _SECONDS[grain]
        return Point(start, start + _SECONDS[grain], grain)
    if grain == Grain.WEEK:
        days = seconds // cal.DAY
        monday = days - cal.weekday(days) + 1
        return Point(monday * cal.DAY, (monday + 7) * cal.DAY, grain)
    year, month = cal.civil_from_seconds(seconds)[:2]
    if grain in _YEARS:
        return year_block(year, _YEARS[grain], grain)
    if grain == Grain.SEASON:
        return months(*cal.add_months(year, month, -(month % 3)), 3, grain)
    length = _MONTHS[grain]
    return months(year, (month - 1) // length * length + 1, length, grain)


def year_block(year: int, length: int, grain: Grain) -> Point:
    """The block of `length` years (1, 10, 100, 1000) whose leading digits `year` shares.

    EDTF's digits count away from zero: -004X is -0049 to -0040.
    """
    if year >= 0:
        return years(year - year % length, length, grain)
    last = min(-1, -(-year - -year % length)) if length > 1 else year
    first = year - (length - 1 - -year % length) if length > 1 else year
    return years(first, last - first + 1, grain)


def months(year: int, month: int, count: int, grain: Grain) -> Point:
    """`count` whole months from `month` (1 to 12) of `year`."""
    return Point(
        cal.seconds_from_civil(year, month),
        cal.seconds_from_civil(*cal.add_months(year, month, count)),
        grain,
    )


def years(first: int, count: int, grain: Grain = Grain.YEAR) -> Point:
    """`count` whole years from astronomical year `first`."""
    return Point(cal.seconds_from_civil(first), cal.seconds_from_civil(first + count), grain)


def day_point(year: int, month: int, day: int) -> Point:
    """One day; raises ValueError when the calendar has no such day."""
    if not cal.is_valid_date(year, month, day):
        msg = f"no such day: {year}-{month}-{day}"
        raise ValueError(msg)
    start = cal.seconds_from_civil(year, month, day)
    return Point(start, start + cal.DAY, Grain.DAY)


def day(year: int, month: int, day_of_month: int) -> TimeValue:
    """The moment "on that day"; raises ValueError when the calendar has no such day."""
    return moment(day_point(year, month, day_of_month))


def month(year: int, month_of_year: int) -> TimeValue:
    """The moment "in that month"; `month_of_year` is 1 to 12."""
    return moment(months(year, month_of_year, 1, Grain.MONTH))


def year(number: int) -> TimeValue:
    """The moment "in that year", astronomical."""
    return moment(years(number, 1))


def iter_points(value: TimeValue) -> Iterator[Point]:
    """The dated ends of a value and of its members."""
    yield from value.points
    for member in value.members:
        yield from iter_points(member)
