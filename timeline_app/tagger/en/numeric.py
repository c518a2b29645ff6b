"""Dates in figures: ISO 8601, 19.05.2016, 5/19/16, 2016-11, 05-Aug-2016."""

from __future__ import annotations

import re

from timeline_app.domain.calendars import days_in_month, is_valid_date
from timeline_app.tagger.partials import CalendarDate, NoDate, Partial
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"
_MONTH = "(<month>|<month_weak:month>)"
_WEEKDAY = "(<weekday>|<weekday_short:weekday>)"
_MARK = "(-|/|.)"


_VERSION_BEFORE = re.compile(r"\b(?:[Vv]ersion|v|release|build|[Nn]o|[Nn]umber|[Pp]art)\.?\s$")


def _numeric_date(match: Match) -> Partial:
    """Day and month by their size; in doubt American with slashes, European with full stops."""
    if _VERSION_BEFORE.search(match.before()) or re.match(r"-[A-Za-z]", match.after()):
        return NoDate()
    first, second, year, mark = match["numeric_date"]
    day_first = mark == "." if first <= 12 and second <= 12 else first > 12
    day, month = (first, second) if day_first else (second, first)
    if not is_valid_date(year, month, day) if 1 <= month <= 12 else True:
        return NoDate()
    unsure = first <= 12 and second <= 12 and first != second
    return CalendarDate(year, month, day, match.get("weekday"), unsure)


def _month_of_year(match: Match) -> Partial | None:
    if match.get("month_year"):
        month, year = match["month_year"]
    elif match.get("year_month"):
        year, month = match["year_month"]
        if month == year % 100 + 1 or (month > year % 100 and "0" not in match.words[-2:-1]):
            return None  # “2010-11” is two years
    else:
        year, month = match["year"], match["number"]
    if not 1 <= month <= 12 or not 1400 <= year <= 2099:
        return None
    return CalendarDate(year, month)


_PAIR_BEFORE = re.compile(r"\bon\s+$", re.IGNORECASE)


def _pair(match: Match) -> Partial | None:
    """“on 22/04”, “Friday 7.6”: two figures need a weekday or “on” to be a date."""
    first, second, _ = match["numeric_pair"]
    weekday = match.get("weekday")
    if weekday is None and not _PAIR_BEFORE.search(match.before()):
        return None
    if re.match(r"\s?[ap]\.?m\b", match.after()):
        return None
    if weekday is None and re.match(r"\s?(?:%|percent|[ap]\.?m|[a-z]{3,})", match.after()):
        return None
    day_first = first > 12
    day, month = (first, second) if day_first else (second, first)
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(2000, month):
        return None
    unsure = first <= 12 and second <= 12 and first != second
    return CalendarDate(None, month, day, weekday, unsure)


def _marked(match: Match) -> Partial | None:
    """“05-Aug-2016” in any order."""
    year, month, day = match.get("year"), match.get("month"), match.get("day")
    if match.get("month_year"):
        day, year = match["month_year"]
    if day is not None and day > days_in_month(year or 2000, month):
        return NoDate()
    return CalendarDate(year, month, day)


_SINCE_BEFORE = re.compile(r"\b(?:since|after|before|of|the|post|pre|until)[\s-]$", re.IGNORECASE)


def _nine_eleven(match: Match) -> Partial | None:
    """“since 9/11”: the day of the attacks; “on 9/11” is the writer's own."""
    if match["numeric_pair"] != (9, 11, "/") or not _SINCE_BEFORE.search(match.before()):
        return None
    return CalendarDate(2001, 9, 11)


RULES = (
    Rule(
        "9/11",
        "<numeric_pair>",
        _nine_eleven,
        (
            Example("since 9/11", "2001-09-11", "2016-05-20"),
            Example("the 9/11 attacks", "2001-09-11", "2016-05-20"),
        ),
        ("on 9/11", "a 9-11 record"),
    ),
    Rule(
        "<numeric date>",
        f"[{_WEEKDAY}[,] ]<numeric_date>",
        _numeric_date,
        (
            Example("19.05.2016", "2016-05-19"),
            Example("5/19/16", "2016-05-19"),
            Example("19/5/2016", "2016-05-19"),
        ),
        ("31.02.2016", "version 10.4.2016", "part no. 05/12/77", "form 05/12/77-B"),
    ),
    Rule(
        "11/2016",
        "(<month_year>|<year_month>|<year> (-|/) <number>|<number> (-|/) <year>)",
        _month_of_year,
        (
            Example("in 11/2016", "2016-11"),
            Example("in 2016-11", "2016-11"),
            Example("2016 / 11", "2016-11"),
        ),
        ("21/2016", "2010-11", "2005-06"),
    ),
    Rule(
        "on 22/04",
        f"[{_WEEKDAY}[,] ]<numeric_pair>",
        _pair,
        (
            Example("on 22/04", "2016-04-22", _DAY),
            Example("Friday 5/6", "2016-05-06", _DAY),
        ),
        ("won 5-3", "about 4.5 percent", "on 4.5 percent"),
    ),
    Rule(
        "05-Aug-2016",
        f"(<day> {_MARK} {_MONTH} {_MARK} <year>|<year> {_MARK} {_MONTH} {_MARK} <day>|"
        f"{_MONTH} {_MARK} <day> {_MARK} <year>|{_MONTH} {_MARK} <month_year>|"
        f"{_MONTH} {_MARK} <year>|{_MONTH} (-|/) <day>|<day> - {_MONTH}|"
        f"{_MONTH}~<day>[[ ,] <year>])",
        _marked,
        (
            Example("05-Aug-2016", "2016-08-05"),
            Example("2016/Aug/05", "2016-08-05"),
            Example("Sep-23-2020", "2020-09-23"),
            Example("Dec/2018", "2018-12"),
            Example("Dec31, 1994", "1994-12-31"),
            Example("Oct/2", "2015-10-02", "2016-03-02"),
        ),
    ),
)
