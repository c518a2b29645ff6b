"""Longer periods: decades, centuries, seasons, weeks, and the n-th part of another period."""

from __future__ import annotations

import re

from timeline_app.domain.timevalue import Grain, Mod
from timeline_app.tagger.en.eras import is_bce
from timeline_app.tagger.figures import two_digit_year
from timeline_app.tagger.partials import (
    Between,
    IsoWeek,
    NthUnit,
    Partial,
    PartOfYear,
    Qualified,
    WeekOf,
    YearBlock,
)
from timeline_app.tagger.rules import Example, Match, Rule


def _decade(match: Match) -> Partial | None:
    """“the 1990s”; “the 1600s” are a century, as historians use it."""
    year = match["year"]
    if year % 100 == 0 and year < 2000:
        return YearBlock(year, Grain.CENTURY)
    return YearBlock(year, Grain.DECADE) if year % 10 == 0 else None


def _short_decade(match: Match) -> YearBlock | None:
    number = match.get("decade")
    if number is None:
        number = match["yy"]
    if number % 10:
        return None
    if match.get("century"):
        return YearBlock(match["century"] * 100 + number, Grain.DECADE)
    return YearBlock(1900 + number, Grain.DECADE, short=number < 30)


_DECADE_BEFORE = re.compile(
    r"(?:(?P<century>1[5-9]|20)?\d0['’]?s(?:\s(?:and|or|to)\s|,\s|\s?[-–]\s?)(?:the\s|early\s|late\s|mid-)?|"
    r"\b(?:in|of|since|late|early|mid|and|or|to)[\s-])$"
)


def _next_decade(match: Match) -> Partial | None:
    """“the '60s and '70s”, “the 1960s-70s”, “late '80s”; “a 30s look” is none."""
    before = _DECADE_BEFORE.search(match.before())
    if before is None or (match.words[0].isdigit() and "0" not in before.group()):
        return None
    short = _short_decade(match)
    if short is None or before["century"] is None:
        return short
    return YearBlock(int(before["century"]) * 100 + short.first % 100, Grain.DECADE)


_MODS = {"early": Mod.START, "mid": Mod.MID, "late": Mod.END}


def _part_of_decade(match: Match) -> Partial | None:
    decade = _short_decade(match)
    mod = next(mod for word, mod in _MODS.items() if match.has(word))
    return None if decade is None else Qualified(decade, mod)


_NAMED_CENTURY = re.compile(r"\s(?:Fox|Fund|Foundation|Insurance|Limited|Aluminum)\b")


def _century(match: Match) -> Partial | None:
    if _NAMED_CENTURY.match(match.after()):
        return None
    return _century_block(match["ordinal"], is_bce(match))


def _century_block(number: int, bce: bool) -> YearBlock | None:
    if not 1 <= number <= 30:
        return None
    return YearBlock(1 - number * 100 if bce else (number - 1) * 100, Grain.CENTURY)


def _centuries(match: Match) -> Partial | None:
    """“the 16th and 17th centuries”: from the first one to the last."""
    first, last = (_century_block(match[end], is_bce(match)) for end in ("first", "last"))
    if match["centuries"] != "century" or first is None or last is None:
        return None
    if first.first >= last.first:
        return None
    return Between(first, last, "to")


def _season(match: Match) -> Partial:
    """“the winter of 2010-11” began in 2010."""
    years = match.get("year_range")
    if is_bce(match):
        return PartOfYear("season", match["season"], 1 - match["bce_year"])
    year = years[0] if years else match.get("year") or two_digit_year(match["yy"])
    return PartOfYear("season", match["season"], year, southern=match.get("south") or False)


def _season_alone(match: Match) -> Partial | None:
    if re.match(
        r"\s(?:time|school|camp|jobs?|palace|onions?|chicken|rolls?|water|mattress|coats?|"
        r"(?:(?:and|or|to|through) [a-z]+ )?(?:of )?\d{4})\b",
        match.after(40),
    ):
        return None
    if match.words[0].isupper() or match.words.endswith("fall"):
        return None
    if match.words.split()[-1].istitle() and re.match(r"\s[A-Z][a-z]", match.after()):
        return None  # “the Winter Palace”
    season = PartOfYear("season", match["season"])
    mod = next((mod for word, mod in _MODS.items() if match.has(word)), None)
    return Qualified(season, mod) if mod else season


def _iso_week(match: Match) -> Partial | None:
    number = match["number"]
    return IsoWeek(number, match.get("year")) if 1 <= number <= 53 else None


RULES = (
    Rule(
        "the 1990s",
        "[the ]<year>[~'|~’]~s",
        _decade,
        (Example("the 1990s", "199", None, "199X"), Example("since the 1600s", "16")),
    ),
    Rule("the 1990's", "[the ]<year> ~'s", _decade, (Example("the 1960's", "196"),)),
    Rule(
        "the nineties",
        "the [(roaring|swinging) ](<decade>|(‘|’|'|`) ~<yy>[~'|~’]~s|<yy>~s|<yy> ~'s)",
        _short_decade,
        (
            Example("the nineties", "199"),
            Example("the '80s", "198"),
            Example("the 90's", "199"),
            Example("the Roaring Twenties", "192", "1999-01-01"),
        ),
        ("in his sixties",),
    ),
    Rule(
        "and '70s",
        "((‘|’|'|`) ~<yy>~s|<yy>~s)",
        _next_decade,
        (
            Example("the '60s and '70s", "196 197"),
            Example("in the 1960s and 70s", "196 197"),
            Example("in the 1860s and 70s", "186 187"),
        ),
        ("a 30s look", "in her 30s"),
    ),
    Rule(
        "the nineteen-sixties",
        "[the ]<teens:century>_<decade>",
        _short_decade,
        (Example("the nineteen-sixties", "196"),),
    ),
    Rule(
        "the early fifties",
        "the (early|mid|late)_(<decade>|(‘|’|'|`) ~<yy>~s|<yy>~s)",
        _part_of_decade,
        (Example("the early fifties", "195", None, "195X~"), Example("the mid-'80s", "198")),
    ),
    Rule(
        "the 19th century",
        "[the ]<ordinal>_century[ (<bce>|<ce>)]",
        _century,
        (
            Example("the 19th century", "18"),
            Example("the twentieth century", "19"),
            Example("the 5th century BC", "BC05", None, "-04XX"),
        ),
        ("20th Century Fox made it",),
    ),
    Rule(
        "the 16th and 17th centuries",
        "[from |between ][the ]<ordinal:first> (and|to|or|-|–|through) [the ]<ordinal:last> "
        "<units:centuries>[ (<bce>|<ce>)]",
        _centuries,
        (Example("in the 16th and 17th centuries", "15 16", None, "15XX/16XX"),),
    ),
    Rule(
        "<season> of <year>",
        "[the ][<south> ]<season> [of ](<year>|<year_range>|('|’|‘) ~<yy>|<number:bce_year> <bce>)",
        _season,
        (
            Example("the summer of 1936", "1936-SU"),
            Example("the winter of 2010-11", "2010-WI"),
            Example("in summer 2011", "2011-SU"),
            Example("the summer of '69", "1969-SU"),
            Example("the spring of 217 BC", "BC0217-SP"),
            Example("the austral summer of 2012", "2012-SU", None, "2012-12/2013-02"),
            Example("the Australian winter of 2010", "2010-WI", None, "2010-06/2010-08"),
        ),
    ),
    Rule(
        "the summer",
        "(the|in|over the|during the|early|late|mid|this past)_[early |late ]<season>",
        _season_alone,
        (
            Example("over the summer", "2015-SU", "2015-11-02"),
            Example("in early spring", "2015-SP", "2015-11-02", "2015-21~"),
            Example("It fell on 3 May 1863. In the spring", "1863-05-03 1863-SP", "2015-11-02"),
            Example("It fell on 3 July 1863. In the spring", "1863-07-03 1864-SP", "2015-11-02"),
            Example("It fell on 3 July 1863. In the spring", "1863-07-03 1864-SP"),
        ),
        ("the fall", "at the Winter Palace", "cut the spring onions"),
    ),
    Rule(
        "week 10",
        "([the ]week <number>[[ ,] [of ]<year>]|<year>[~-]~w~<number>|w~<number> <year>)",
        _iso_week,
        (
            Example("week 10 of 2019", "2019-W10"),
            Example("in 2016-W20", "2016-W20"),
            Example("W20 2016", "2016-W20"),
        ),
        ("2016-W60",),
    ),
)


def _week_of(match: Match) -> Partial:
    return WeekOf(match["date"])


def _nth(match: Match) -> Partial | None:
    number = -1 if match.has("last") or match.has("final") else match["ordinal"]
    if number > 60:
        return None
    frame = match["date"]
    if match.get("weekday"):
        return NthUnit(number, "day", frame, match["weekday"].weekday) if number <= 5 else None
    unit = match["one_unit"]
    return None if unit in {"second", "minute", "hour"} else NthUnit(number, unit, frame)


FRAMED = (
    Rule(
        "the week of <date>",
        "([the ]week (of|commencing|beginning|starting|starting on|beginning on)|w~/~c) "
        "[the ]<day_date:date>",
        _week_of,
        (
            Example("the week of October 9, 1989", "1989-W41"),
            Example("w/c 4 Feb 2019", "2019-W06"),
        ),
    ),
    Rule(
        "the first week of <date>",
        "[the ](<ordinal> (<one_unit>|<bare_weekday:weekday>) (of|in)|"
        "(last|final) (<one_unit>|<bare_weekday:weekday>) of) [the ]"
        "(<month_date:date>|<year_date:date>|<period:date>|<week_date:date>)",
        _nth,
        (
            Example("the first week of 2019", "2019-W01"),
            Example("the last day of May 2016", "2016-05-31"),
            Example("the second Tuesday of March 2016", "2016-03-08"),
        ),
    ),
)
