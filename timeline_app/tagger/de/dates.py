"""German calendar dates: 19. Mai 2016, 19.05.2016, Mai 2016, weekdays, decades."""

from __future__ import annotations

import re

from timeline_app.domain.calendars import days_in_month, is_valid_date
from timeline_app.domain.timevalue import Grain
from timeline_app.tagger.partials import (
    Between,
    CalendarDate,
    Clock,
    DayPart,
    NoDate,
    Partial,
    PartOfYear,
    YearBlock,
)
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"  # a Friday


def _date(match: Match) -> Partial:
    year, month, day = match.get("year"), match["month"], match.get("day")
    if day is not None and day > days_in_month(year or 2000, month):
        return NoDate()
    return CalendarDate(year, month, day, match.get("weekday"))


def _numeric(match: Match) -> Partial:
    """In German the day comes first, whatever the mark."""
    day, month, year, _ = match["numeric_date"]
    if not 1 <= month <= 12 or not is_valid_date(year, month, day):
        return NoDate()
    return CalendarDate(year, month, day, match.get("weekday"))


def _days(match: Match) -> Partial:
    month, year = match["month"], match.get("year")
    first, last = match["first"], match["last"]
    return Between(CalendarDate(year, month, first), CalendarDate(year, month, last), "bis")


_NOUN_AFTER = re.compile(
    r"\s?[%€]|\s(?:Euro|Menschen|Personen|Meter|Kilometer|Mark|Dollar|Stück|Mitarbeiter|Jahre|"
    r"Einwohner|Stimmen|Tonnen|Prozent)\b|[.,]\d|[-–]\w"
)
_NUMBER_BEFORE = re.compile(r"(?:[$€£#]|\b(?:Nr|Nummer|Seite|Boeing|Zimmer)\.?)\s?$")


def _year(match: Match) -> Partial | None:
    year = match["year"]
    if not 1400 <= year <= 2099 or _NUMBER_BEFORE.search(match.before()):
        return None
    return None if _NOUN_AFTER.match(match.after()) else CalendarDate(year)


def _years(match: Match) -> Partial:
    first, last, _ = match["year_range"]
    return Between(CalendarDate(first), CalendarDate(last), "bis")


def _month(match: Match) -> Partial | None:
    if re.match(r"\s*\d{1,2}(?![\d:%])", match.after(4)):
        return NoDate()
    return CalendarDate(month=match["month"])


def _weekday(match: Match) -> Partial:
    return CalendarDate(weekday=match["weekday"])


def _weekday_part(match: Match) -> Partial:
    weekday, code = match["weekday_part"]
    return DayPart(code, CalendarDate(weekday=weekday))


def _decade(match: Match) -> Partial | None:
    year = match["year"]
    return YearBlock(year, Grain.DECADE) if year % 10 == 0 else None


def _short_decade(match: Match) -> Partial | None:
    number = match["yy"]
    return None if number % 10 else YearBlock(1900 + number, Grain.DECADE, short=number < 30)


def _century(match: Match) -> Partial | None:
    return YearBlock((match["number"] - 1) * 100, Grain.CENTURY) if match["number"] <= 30 else None


def _season(match: Match) -> Partial:
    return PartOfYear("season", match["season"], match["year"])


def _clock(match: Match) -> Partial | None:
    hour, minute, _ = match.get("clock") or match.get("clock_dot") or (match["hour"], None, None)
    if hour > 24 or (minute or 0) > 59:
        return NoDate()
    return Clock(hour, minute)


RULES = (
    Rule(
        "[<weekday>, ]<day>. <month>[ <year>]",
        "[<weekday>[,] ][(den|dem|der) ]<day>~. <month>[ <year>]",
        _date,
        (
            Example("am 19. Mai 2016", "2016-05-19"),
            Example("Donnerstag, den 19. Mai", "2016-05-19", _DAY),
        ),
        ("31. Juni 2016",),
    ),
    Rule(
        "3. bis 5. Mai",
        "[vom ]<day:first>~. (bis[ zum]|und) <day:last>~. <month>[ <year>]",
        _days,
        (
            Example(
                "vom 3. bis 5. Mai 2016", "2016-05-03 2016-05-05", None, "2016-05-03/2016-05-05"
            ),
        ),
    ),
    Rule(
        "19.05.2016",
        "[<weekday>[,] ][den ]<numeric_date>",
        _numeric,
        (Example("am 19.05.2016", "2016-05-19"), Example("am 05/06/16", "2016-06-05")),
        ("31.02.2016",),
    ),
    Rule("<month> <year>", "<month> <year>", _date, (Example("im Mai 2016", "2016-05"),)),
    Rule("<month>", "<month>", _month, (Example("im Oktober", "2015-10", _DAY),)),
    Rule("<year>", "[jahr ]<year>", _year, (Example("im Jahr 2011", "2011"),), ("2000 Menschen",)),
    Rule("1939-45", "<year_range>", _years, (Example("1939-45", "1939 1945"),)),
    Rule(
        "1990er Jahre",
        "<year>~er_(jahre|jahren)",
        _decade,
        (Example("in den 1990er Jahren", "199"),),
    ),
    Rule(
        "80er Jahre",
        "(<yy>~er|(’|') ~<yy>~er)_(jahre|jahren)",
        _short_decade,
        (Example("in den 80er Jahren", "198"),),
    ),
    Rule(
        "19. Jahrhundert",
        "<number>~. jahrhundert",
        _century,
        (Example("im 19. Jahrhundert", "18"),),
    ),
    Rule("Sommer 1936", "<season> <year>", _season, (Example("im Sommer 1936", "1936-SU"),)),
    Rule(
        "<weekday>",
        "<weekday>",
        _weekday,
        (
            Example("sagte am Donnerstag", "2016-05-19", _DAY),
            Example("wird am Montag eröffnet", "2016-05-23", _DAY),
        ),
    ),
    Rule(
        "Donnerstagabend",
        "(<weekday_part>|<weekday> <part>)",
        lambda m: _weekday_part(m) if m.get("weekday_part") else DayPart(m["part"], _weekday(m)),
        (Example("am Donnerstagabend", "2016-05-19TEV", _DAY),),
    ),
    Rule(
        "17.30 Uhr",
        "(<clock>|<clock_dot>|<hour>) uhr",
        _clock,
        (Example("um 17.30 Uhr", "2016-05-20T17:30", _DAY),),
        ("um 27 Uhr",),
    ),
)
