"""Longer periods: decades, centuries, seasons, weeks, and the n-th part of another period."""

from __future__ import annotations

import re

from timeline_app.domain.timevalue import Grain, Mod
from timeline_app.tagger.partials import (
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
    year = match["year"]
    return YearBlock(year, Grain.DECADE) if year % 10 == 0 else None


def _short_decade(match: Match) -> Partial | None:
    number = match.get("decade")
    if number is None:
        number = match["yy"]
    return None if number % 10 else YearBlock(1900 + number, Grain.DECADE, short=number < 30)


_MODS = {"early": Mod.START, "mid": Mod.MID, "late": Mod.END}


def _part_of_decade(match: Match) -> Partial | None:
    decade = _short_decade(match)
    mod = next(mod for word, mod in _MODS.items() if match.has(word))
    return None if decade is None else Qualified(decade, mod)


def _century(match: Match) -> Partial | None:
    number = match["ordinal"]
    if not 1 <= number <= 30:
        return None
    if match.has("bc") or match.has("bce") or match.has("b.c."):
        return None if number == 1 else YearBlock(-number * 100 + 1, Grain.CENTURY)
    return YearBlock((number - 1) * 100, Grain.CENTURY)


def _season(match: Match) -> Partial:
    """“the winter of 2010-11” began in 2010."""
    years = match.get("year_range")
    return PartOfYear("season", match["season"], years[0] if years else match["year"])


def _season_alone(match: Match) -> Partial | None:
    if re.match(r"\s(?:time|school|camp|jobs?|palace|(?:of )?\d{4})\b", match.after()):
        return None
    if match.words[0].isupper() or match.words.endswith("fall"):
        return None
    return PartOfYear("season", match["season"])


def _iso_week(match: Match) -> Partial | None:
    number = match["number"]
    return IsoWeek(number, match.get("year")) if 1 <= number <= 53 else None


RULES = (
    Rule(
        "the 1990s",
        "[the ]<year>[~'|~’]~s",
        _decade,
        (Example("the 1990s", "199", None, "199X"),),
    ),
    Rule("the 1990's", "[the ]<year> ~'s", _decade, (Example("the 1960's", "196"),)),
    Rule(
        "the nineties",
        "the (<decade>|(‘|’|'|`) ~<yy>~s|<yy>~s)",
        _short_decade,
        (Example("the nineties", "199"), Example("the '80s", "198")),
    ),
    Rule(
        "the early fifties",
        "the (early|mid|late)_(<decade>|(‘|’|'|`) ~<yy>~s|<yy>~s)",
        _part_of_decade,
        (Example("the early fifties", "195", None, "195X~"), Example("the mid-'80s", "198")),
    ),
    Rule(
        "the 19th century",
        "[the ]<ordinal>_century[ (bc|bce|b.c.)]",
        _century,
        (Example("the 19th century", "18"), Example("the twentieth century", "19")),
    ),
    Rule(
        "<season> of <year>",
        "[the ]<season> [of ](<year>|<year_range>)",
        _season,
        (
            Example("the summer of 1936", "1936-SU"),
            Example("the winter of 2010-11", "2010-WI"),
            Example("in summer 2011", "2011-SU"),
        ),
    ),
    Rule(
        "the summer",
        "(the|in|over the|during the|early|late|this past)_[early |late ]<season>",
        _season_alone,
        (Example("over the summer", "2015-SU", "2015-11-02"),),
        ("the fall",),
    ),
    Rule(
        "week 10",
        "[the ]week <number>[ of <year>]",
        _iso_week,
        (Example("week 10 of 2019", "2019-W10"),),
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
        "the week (of|commencing|beginning|starting|starting on|beginning on) <day_date:date>",
        _week_of,
        (Example("the week of October 9, 1989", "1989-W41"),),
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
