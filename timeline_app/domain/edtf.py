"""Extended Date/Time Format to TimeValue and back.

Source: ISO 8601-2 in the Library of Congress profile of 2019.
Level 0 and 1, and of Level 2 the sets `[..]`, `{..}`, quarters (33 to 36) and halves (40, 41).
Years are astronomical: 0000 is 1 BCE. Two readings of ours: a clock time may stop at hours or
minutes (ISO 8601-1's reduced forms), since `T20:00:00` would claim seconds that the source
doesn't give; and a week, which EDTF lacks, is written as the interval of its days.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.domain import calendars as cal
from timeline_app.domain.errors import EdtfError
from timeline_app.domain.timevalue import (
    Grain,
    Limit,
    Point,
    TimeValue,
    day_point,
    interval,
    moment,
    months,
    period_at,
    year_block,
    years,
)

_DATE = re.compile(
    r"(?P<year>-?(?:\d{4}|\d{3}X|\d{2}XX|\dXXX)|Y-?\d{5,12})"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?:T(?P<clock>\d{2}(?::\d{2}(?::\d{2})?)?)(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?)?"
    r"(?P<qualifier>[?~%])?"
)
_SEASON, _QUARTER, _HALF = range(21, 25), range(33, 37), range(40, 42)
_BLOCKS = {1: Grain.DECADE, 2: Grain.CENTURY, 3: Grain.MILLENNIUM}


def parse_edtf(text: str) -> TimeValue:
    """The value of an EDTF text; raises EdtfError when it isn't one that we support."""
    try:
        return _parse(text.strip())
    except ValueError as error:
        msg = f"not a supported EDTF date: {text!r}"
        raise EdtfError(msg) from error


def _parse(text: str) -> TimeValue:
    if text[:1] in {"[", "{"}:
        return _parse_set(text)
    if "/" not in text:
        return moment(_parse_point(text))
    first, slash, last = text.partition("/")
    if not slash or "/" in last:
        raise ValueError(text)
    return interval(_parse_end(first), _parse_end(last))


def _parse_end(text: str) -> TimeValue | Limit:
    return Limit(text) if text in {"", ".."} else moment(_parse_point(text))


def _parse_set(text: str) -> TimeValue:
    if text[-1:] != {"[": "]", "{": "}"}[text[0]]:
        raise ValueError(text)
    members = tuple(_parse_member(part.strip()) for part in text[1:-1].split(","))
    start = min(members, key=lambda m: _low(m.earliest)).start
    end = max(members, key=lambda m: _high(m.latest)).end
    return TimeValue(start, end, "moment" if text[0] == "[" else "interval", members)


def _parse_member(text: str) -> TimeValue:
    if ".." not in text:
        return moment(_parse_point(text))
    first, _, last = text.partition("..")
    return interval(
        moment(_parse_point(first)) if first else Limit.OPEN,
        moment(_parse_point(last)) if last else Limit.OPEN,
    )


def _low(bound: int | None) -> float:
    return float("-inf") if bound is None else bound


def _high(bound: int | None) -> float:
    return float("inf") if bound is None else bound


def _parse_point(text: str) -> Point:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(text)
    point = _calendar_point(match["year"], match["month"], match["day"])
    if match["clock"]:
        point = _with_clock(point, match["clock"], match["zone"])
    return replace(
        point,
        approximate=match["qualifier"] in {"~", "%"},
        uncertain=match["qualifier"] in {"?", "%"},
    )


def _calendar_point(year_text: str, month_text: str | None, day_text: str | None) -> Point:
    unspecified = year_text.count("X")
    if unspecified:
        if month_text:
            raise ValueError(year_text)
        sign = -1 if year_text[0] == "-" else 1
        number = sign * int(year_text.lstrip("-").replace("X", "0"))
        length = 10**unspecified
        if sign < 0:
            number = min(number, -1) if number > -length else number
        return year_block(number, length, _BLOCKS[unspecified])
    year = int(year_text.lstrip("Y"))
    if month_text is None:
        return years(year, 1)
    if month_text == "XX":
        grain = Grain.MONTH if day_text is None else Grain.DAY
        if day_text not in {None, "XX"}:
            raise ValueError(day_text)
        return replace(years(year, 1), grain=grain)
    month = int(month_text)
    if day_text == "XX":
        return replace(_month(year, month), grain=Grain.DAY)
    if day_text is not None:
        return day_point(year, month, int(day_text))
    return _part_of_year(year, month)


def _month(year: int, month: int) -> Point:
    if not 1 <= month <= 12:
        raise ValueError(month)
    return months(year, month, 1, Grain.MONTH)


def _part_of_year(year: int, code: int) -> Point:
    if code in _SEASON:
        return months(year, 3 * (code - 20), 3, Grain.SEASON)
    if code in _QUARTER:
        return months(year, 3 * (code - 33) + 1, 3, Grain.QUARTER)
    if code in _HALF:
        return months(year, 6 * (code - 40) + 1, 6, Grain.HALF)
    return _month(year, code)


def _with_clock(point: Point, clock: str, zone: str | None) -> Point:
    parts = [int(part) for part in clock.split(":")]
    if point.grain != Grain.DAY or point.latest - point.earliest != cal.DAY:
        raise ValueError(clock)
    hour, minute, second = (*parts, 0, 0)[:3]
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(clock)
    start = point.earliest + hour * cal.HOUR + minute * cal.MINUTE + second
    grain = (Grain.HOUR, Grain.MINUTE, Grain.SECOND)[len(parts) - 1]
    return replace(period_at(start, grain), utc_offset=_zone_minutes(zone))


def _zone_minutes(zone: str | None) -> int | None:
    if zone is None:
        return None
    if zone == "Z":
        return 0
    digits = zone[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    if hours > 14 or minutes > 59:
        raise ValueError(zone)
    return (-1 if zone[0] == "-" else 1) * (hours * 60 + minutes)


def format_edtf(value: TimeValue) -> str:
    """EDTF text of a value. `mod` ("early May") has no EDTF form and is written as `~`."""
    if value.members:
        inner = ",".join(_format_member(member) for member in value.members)
        return f"[{inner}]" if value.kind == "moment" else f"{{{inner}}}"
    if value.kind == "moment":
        return _format_moment(value.points[0])
    first, last = value.start, value.end
    return (
        f"{first.value if isinstance(first, Limit) else _format_edge(first, last=False)}"
        f"/{last.value if isinstance(last, Limit) else _format_edge(last, last=True)}"
    )


def _format_member(member: TimeValue) -> str:
    if member.kind == "moment":
        return format_edtf(member)
    first = "" if isinstance(member.start, Limit) else _format_point(member.start)
    last = "" if isinstance(member.end, Limit) else _format_point(member.end)
    return f"{first}..{last}"


def _format_moment(point: Point) -> str:
    if point.grain != Grain.WEEK:
        return _format_point(point)
    return f"{_format_edge(point, last=False)}/{_format_edge(point, last=True)}"


def _format_edge(point: Point, *, last: bool) -> str:
    """A week at the edge of an interval is its first or last day."""
    if point.grain != Grain.WEEK:
        return _format_point(point)
    at = point.latest - cal.DAY if last else point.earliest
    return _format_point(replace(period_at(at, Grain.DAY), approximate=point.approximate))


def _format_point(point: Point) -> str:
    mark = point.approximate or point.mod is not None
    qualifier = "%" if mark and point.uncertain else "~" if mark else "?" if point.uncertain else ""
    return _format_calendar(point) + qualifier


def _format_calendar(point: Point) -> str:
    year, month, day, hour, minute, second = cal.civil_from_seconds(point.earliest)
    name = _format_year(year)
    grain = point.grain
    if grain in {Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM}:
        return _format_block(point)
    if grain == Grain.YEAR:
        return name
    if grain <= Grain.HOUR:
        clock = (f"{hour:02}", f"{hour:02}:{minute:02}", f"{hour:02}:{minute:02}:{second:02}")
        return f"{name}-{month:02}-{day:02}T{clock[Grain.HOUR - grain]}{_format_zone(point)}"
    if grain in {Grain.DAY, Grain.DAY_PART}:
        days = (point.latest - point.earliest) // cal.DAY
        if days > 31:
            return f"{name}-XX-XX"
        return f"{name}-{month:02}-XX" if days > 27 else f"{name}-{month:02}-{day:02}"
    if grain == Grain.MONTH:
        long = point.latest - point.earliest > 31 * cal.DAY
        return f"{name}-XX" if long else f"{name}-{month:02}"
    start_year, start_month = cal.civil_from_seconds(period_at(point.earliest, grain).earliest)[:2]
    offset = {Grain.SEASON: 20, Grain.QUARTER: 33, Grain.HALF: 40}[grain]
    length = {Grain.SEASON: 3, Grain.QUARTER: 3, Grain.HALF: 6}[grain]
    index = start_month // 3 if grain == Grain.SEASON else (start_month - 1) // length
    return f"{_format_year(start_year)}-{offset + index:02}"


def _format_block(point: Point) -> str:
    """The shared digits of a block of years; its full extent even where `mod` narrows it."""
    digits = {Grain.DECADE: 1, Grain.CENTURY: 2, Grain.MILLENNIUM: 3}[point.grain]
    year = cal.civil_from_seconds(point.earliest).year
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}"[: len(sign) + 4 - digits] + "X" * digits


def _format_year(year: int) -> str:
    return f"Y{year}" if abs(year) > 9999 else cal.iso_year(year)


def _format_zone(point: Point) -> str:
    if point.utc_offset is None:
        return ""
    if point.utc_offset == 0:
        return "Z"
    hours, minutes = divmod(abs(point.utc_offset), 60)
    return f"{'-' if point.utc_offset < 0 else '+'}{hours:02}:{minutes:02}"
