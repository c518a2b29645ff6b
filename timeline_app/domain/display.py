"""Time values in words, as exact as their source and no more; how many there are of a thing."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.domain import calendars as cal
from timeline_app.domain.timevalue import Grain, Limit, Mod, Point, TimeValue, whole_period

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def counted(count: int, noun: str) -> str:
    """`1 event`, `3 events`, `1,204 events`."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def display(value: TimeValue) -> str:
    """A value in English words: `19 May 2016`, `since 2011`, `early May 2016`, `about 1990`."""
    if value.members:
        joint = " or " if value.kind == "moment" else " and "
        return joint.join(display(member) for member in value.members)
    if value.kind == "moment":
        return display_point(value.points[0])
    first, last = value.start, value.end
    if isinstance(last, Limit):
        assert isinstance(first, Point)
        known = display_point(first)
        return f"since {known}" if last is Limit.OPEN else f"from {known}, end unknown"
    if isinstance(first, Limit):
        known = _limit_words(last)
        return f"until {known}" if first is Limit.OPEN else f"until {known}, start unknown"
    return _display_range(first, last)


def display_point(point: Point) -> str:
    """One end of a value in words."""
    words = _calendar_words(point)
    if point.mod is not None:
        words = f"{point.mod.value} {words}"
    if point.approximate:
        words = f"about {words}"
    return f"{words} (uncertain)" if point.uncertain else words


def _limit_words(point: Point) -> str:
    """The last end of what has no start: “until the end of 2018”, as one says of a limit."""
    if point.mod is not Mod.END:
        return display_point(point)
    start, end = whole_period(point)
    return f"the end of {display_point(replace(point, earliest=start, latest=end, mod=None))}"


def year_words(year: int) -> str:
    """An astronomical year as historians write it: `2016`, `44 BCE` (there is no year 0)."""
    return str(year) if year > 0 else f"{1 - year} BCE"


def _display_range(first: Point, last: Point) -> str:
    """Parts that both ends share are said once: `16 to 19 May 2016`."""
    plain = not (first.approximate or first.uncertain or first.mod)
    if plain and first.grain == last.grain == Grain.DAY and not (last.approximate or last.mod):
        start, end = cal.civil_from_seconds(first.earliest), cal.civil_from_seconds(last.earliest)
        if start[:2] == end[:2]:
            return f"{start.day} to {display_point(last)}"
        if start.year == end.year:
            return f"{start.day} {MONTHS[start.month - 1]} to {display_point(last)}"
    return f"{display_point(first)} to {display_point(last)}"


def _calendar_words(point: Point) -> str:
    start = point.earliest if point.grain == Grain.DAY_PART else whole_period(point)[0]
    year, month, day, hour, minute, second = cal.civil_from_seconds(start)
    name = year_words(year)
    if point.grain <= Grain.HOUR:
        seconds = f":{second:02}" if point.grain == Grain.SECOND else ""
        zone = _zone_words(point.utc_offset)
        return f"{day} {MONTHS[month - 1]} {name}, {hour:02}:{minute:02}{seconds}{zone}"
    if point.grain >= Grain.DECADE:
        return _block_words(point, year)
    return {
        Grain.DAY_PART: f"{day} {MONTHS[month - 1]} {name}, {_part_of_day(hour)}",
        Grain.DAY: _day_words(point, day, f"{MONTHS[month - 1]} {name}", name),
        Grain.WEEK: f"week of {day} {MONTHS[month - 1]} {name}",
        Grain.MONTH: _month_words(point, MONTHS[month - 1], name),
        Grain.SEASON: f"{_SEASONS.get(month, '')} {name}",
        Grain.QUARTER: f"Q{(month + 2) // 3} {name}",
        Grain.HALF: f"{'first' if month < 7 else 'second'} half of {name}",
        Grain.YEAR: name,
    }[point.grain]


def _day_words(point: Point, day: int, month: str, year: str) -> str:
    """A day that isn't given ("1985-04-XX") is "a day in April 1985"."""
    days = (point.latest - point.earliest) // cal.DAY
    if days <= 1:
        return f"{day} {month}"
    return f"a day in {year}" if days > 31 else f"a day in {month}"


def _month_words(point: Point, month: str, year: str) -> str:
    """A month that isn't given ("1985-XX") is "a month in 1985"."""
    unspecified = point.mod is None and point.latest - point.earliest > 31 * cal.DAY
    return f"a month in {year}" if unspecified else f"{month} {year}"


def _part_of_day(hour: int) -> str:
    if hour < 5 or hour >= 20:
        return "night"
    if hour < 12:
        return "morning" if hour < 11 else "midday"
    return "afternoon" if hour < 17 else "evening"


def _zone_words(offset: int | None) -> str:
    if offset is None:
        return ""
    if offset == 0:
        return " UTC"
    hours, minutes = divmod(abs(offset), 60)
    return f" UTC{'-' if offset < 0 else '+'}{hours}" + (f":{minutes:02}" if minutes else "")


def _block_words(point: Point, first_year: int) -> str:
    """Decades by their digits, centuries and millennia by number: `1990s`, `20th century`."""
    if point.grain == Grain.DECADE:
        last = cal.civil_from_seconds(point.latest - 1).year
        if first_year > 0:
            return f"{first_year}s"
        return f"{1 - first_year} to {1 - last} BCE" if last < 1 else f"up to {last}"
    length, name = (100, "century") if point.grain == Grain.CENTURY else (1000, "millennium")
    if first_year < 0:
        return f"{_ordinal((1 - first_year) // length)} {name} BCE"
    return f"{_ordinal(first_year // length + 1)} {name}"


def _ordinal(number: int) -> str:
    """`1st`, `12th`, `23rd`."""
    teen = number % 100 in {11, 12, 13}
    suffix = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
