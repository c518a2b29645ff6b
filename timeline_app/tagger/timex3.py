"""TIMEX3 values (TimeML 1.2.1, ISO 8601 with its extensions) from time values."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.domain import calendars as cal
from timeline_app.domain.timevalue import Grain, Limit, Point, TimeValue, period_at
from timeline_app.tagger.partials import UNIT_GRAIN

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
PART_HOURS = {"MO": (5, 12), "MI": (11, 14), "AF": (12, 17), "EV": (17, 20), "NI": (20, 24)}
_PART_AT = {5: "MO", 11: "MI", 12: "AF", 17: "EV", 20: "NI"}


def format_timex(value: TimeValue) -> str:
    """TIMEX3 value of a time value; that of its dated end where the other end is open.

    An interval between two dates has no TIMEX3 value of its own: its first end's is given.
    """
    if value.members:
        return format_timex(value.members[0])
    end = value.start if not isinstance(value.start, Limit) else value.end
    assert isinstance(end, Point)
    return format_point(end)


def format_point(point: Point) -> str:
    """TIMEX3 value of one instant: `2016-05-19`, `2016-W20`, `1988-Q3`, `199`, `19`."""
    grain = point.grain
    whole = period_at(point.earliest, grain) if grain != Grain.DAY_PART else point
    year, month, day, hour, minute, second = cal.civil_from_seconds(whole.earliest)
    if grain >= Grain.DECADE:
        digits = {Grain.DECADE: 3, Grain.CENTURY: 2, Grain.MILLENNIUM: 1}[grain]
        return f"{year:04}"[:digits] if year >= 0 else f"BC{1 - year:04}"[: 2 + digits]
    if grain >= Grain.WEEK:
        return _long(whole.earliest, grain)
    date = f"{_year(year)}-{month:02}-{day:02}"
    if grain == Grain.DAY:
        return date
    if grain == Grain.DAY_PART:
        return f"{date}T{_PART_AT.get(hour, 'NI')}"
    clock = (f"{hour:02}:{minute:02}:{second:02}", f"{hour:02}:{minute:02}", f"{hour:02}:00")
    return f"{date}T{clock[grain]}{_zone(point.utc_offset)}"


def _long(start: int, grain: Grain) -> str:
    """A week, month, season, quarter, half or year from its first second."""
    if grain == Grain.WEEK:
        year, week = cal.iso_week(start // cal.DAY)
        return f"{_year(year)}-W{week:02}"
    year, month = cal.civil_from_seconds(start)[:2]
    suffix = {
        Grain.MONTH: f"-{month:02}",
        Grain.SEASON: f"-{_SEASONS.get(month)}",
        Grain.QUARTER: f"-Q{(month + 2) // 3}",
        Grain.HALF: f"-H{1 if month < 7 else 2}",
        Grain.YEAR: "",
    }
    return _year(year) + suffix[grain]


def _year(year: int) -> str:
    return f"BC{1 - year:04}" if year < 1 else f"{year:04}"


def _zone(offset: int | None) -> str:
    """TimeML writes UTC as Z and gives the clock of any other zone without its offset."""
    return "Z" if offset == 0 else ""


_LETTERS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
}
_MULTIPLES = {
    "decade": (10, "year"),
    "century": (100, "year"),
    "millennium": (1000, "year"),
    "fortnight": (2, "week"),
    "weekend": (2, "day"),
    "quarter": (3, "month"),
    "season": (3, "month"),
    "half": (6, "month"),
}


_SMALLER = {"year": (12, "month"), "hour": (60, "minute"), "minute": (60, "second")}


def _halves_apart(
    parts: tuple[tuple[float | None, str], ...],
) -> Iterator[tuple[float | None, str]]:
    """Half a year is six months, half an hour thirty minutes, as TimeML writes them."""
    for count, unit in parts:
        if count is None or count == int(count) or unit not in _SMALLER:
            yield count, unit
            continue
        factor, smaller = _SMALLER[unit]
        rest = count % 1 * factor
        if rest != int(rest):
            yield count, unit
            continue
        if int(count):
            yield int(count), unit
        yield int(rest), smaller


def format_duration(parts: tuple[tuple[float | None, str], ...]) -> str:
    """TIMEX3 value of a length of time, `P3D`, `PT2H30M`, `PXY`; parts are (count, unit)."""
    date, time = "", ""
    for count, unit in _halves_apart(parts):
        if unit == "period":
            return "PXX"
        if unit in _MULTIPLES:
            factor, unit = _MULTIPLES[unit]
            count = None if count is None else count * factor
        text = "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))
        if UNIT_GRAIN[unit] <= Grain.HOUR:
            time += text + _LETTERS[unit]
        else:
            date += text + _LETTERS[unit]
    return f"P{date}" + (f"T{time}" if time else "")
