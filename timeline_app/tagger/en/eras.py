"""Years with their era: 44 BC, 264-241 BC, AD 79, the 440s BC, the third millennium BC."""

from __future__ import annotations

import re

from timeline_app.domain.calendars import days_in_month
from timeline_app.domain.timevalue import Grain
from timeline_app.tagger.partials import Between, CalendarDate, NoDate, Partial, YearBlock
from timeline_app.tagger.rules import Example, Match, Rule

_SHORTEST, _LONGEST = 100, 999
_MONTH = "(<month>|<month_weak:month>)"


def is_bce(match: Match) -> bool:
    """Whether the words name the era before year 1."""
    return match.get("bce") is not None


def _bce_year(match: Match) -> Partial | None:
    number = match["number"]
    return CalendarDate(1 - number) if 0 < number < 10_000 else None


def _bce_day(match: Match) -> Partial:
    return _day_of(match, 1 - match["number"])


def _day_of(match: Match, year: int) -> Partial:
    day, month = match.get("day"), match["month"]
    if day is not None and day > days_in_month(2000, month):
        return NoDate()
    return CalendarDate(year, month, day)


def _bce_years(match: Match) -> Partial | None:
    """“264 to 241 BC”: the numbers fall."""
    if match.get("falling_range"):
        first, last = match["falling_range"]
    else:
        first, last = match["first"], match["last"]
    if not 9999 > first > last > 0 or (match.has("and") and not match.has("between")):
        return None
    return Between(CalendarDate(1 - first), CalendarDate(1 - last), "to")


def _ce_year(match: Match) -> Partial | None:
    number = match["number"]
    return CalendarDate(number) if 0 < number < 3000 else None


_ERA = re.compile(r"\d\s?(?:BCE?|AD|CE|B\.C\.|A\.D\.)(?!\w)|\b(?:AD|A\.D\.) ?\d")
_NO_NOUN = re.compile(
    r"\s*(?:$|[.,;:)]|(?:and|but|by|when|after|before|he|she|it|they|the|his|her|was|were)\b)"
)
_NEARBY = 2000  # code points


def _early_year(match: Match) -> Partial | None:
    """“in 533” where the text writes other years with their era."""
    number = match["number"]
    if not _SHORTEST <= number <= _LONGEST or not match.words.isdecimal():
        return None
    if not re.search(r"\b[Ii]n\s$", match.before()) or not _NO_NOUN.match(match.after()):
        return None
    beside = _ERA.search(match.before(_NEARBY)) or _ERA.search(match.after(_NEARBY))
    return CalendarDate(number) if beside else None


def _ce_day(match: Match) -> Partial | None:
    return _day_of(match, match["number"]) if 0 < match["number"] < 3000 else None


def _bce_decade(match: Match) -> Partial | None:
    """“the 440s BC” are 449 to 440."""
    last = match["number"]
    if last % 10 or last == 0:
        return None
    return Between(CalendarDate(-last - 8), CalendarDate(1 - last))


def _millennium(match: Match) -> Partial | None:
    number = match["ordinal"]
    if not 1 <= number <= 9:
        return None
    if is_bce(match):
        return YearBlock(1 - number * 1000, Grain.MILLENNIUM)
    return YearBlock((number - 1) * 1000, Grain.MILLENNIUM) if number <= 3 else None


RULES = (
    Rule(
        "44 BC",
        "[the year ]<number> <bce>",
        _bce_year,
        (Example("in 44 BC", "BC0044", None, "-0043"),),
    ),
    Rule(
        "15 March 44 BC",
        f"([<day> ]{_MONTH}|{_MONTH} <day>[,])[ of] <number> <bce>",
        _bce_day,
        (
            Example("on 15 March 44 BC", "BC0044-03-15", None, "-0043-03-15"),
            Example("in March 44 BC", "BC0044-03", None, "-0043-03"),
        ),
    ),
    Rule(
        "264 to 241 BC",
        "([from |between ]<number:first>[ <bce:era>] (to|and|-|–|—|until) <number:last>|"
        "<falling_range>) <bce>",
        _bce_years,
        (
            Example("from 264 to 241 BC", "BC0264 BC0241", None, "-0263/-0240"),
            Example("in 218–201 BC", "BC0218 BC0201", None, "-0217/-0200"),
        ),
        ("between 12 and 44 BC",),
    ),
    Rule("AD 79", "<ce> <number>", _ce_year, (Example("in AD 79", "0079"),)),
    Rule("476 AD", "<number> <ce>", _ce_year, (Example("in 476 AD", "0476"),)),
    Rule(
        "in 533, beside years with an era",
        "<number>",
        _early_year,
        (
            Example("In 439 AD it fell; in 698 it was lost.", "0439 0698"),
            Example("It fell in 439 AD and was retaken in 533.", "0439 0533"),
        ),
        ("In AD 79, he paid in 120 coins", "It was built in 300 days", "born in 120, in Rome"),
    ),
    Rule(
        "24 August AD 79",
        f"([<day> ]{_MONTH}|{_MONTH} <day>)[ ,][ of] (<ce> <number>|<number> <ce>)",
        _ce_day,
        (
            Example("on 24 August AD 79", "0079-08-24"),
            Example("on 4 September 476 AD", "0476-09-04"),
        ),
        ("30 February AD 79",),
    ),
    Rule(
        "the 440s BC",
        "[the ]<number>~s <bce>",
        _bce_decade,
        (Example("in the 440s BC", "BC0449", None, "-0448/-0439"),),
    ),
    Rule(
        "the third millennium BC",
        "[the ]<ordinal>_millennium[ <bce>]",
        _millennium,
        (Example("in the third millennium BC", "BC3"), Example("the second millennium", "1")),
    ),
)
