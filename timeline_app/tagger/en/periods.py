"""Longer periods: decades, centuries, quarters, halves, seasons."""

from __future__ import annotations

from timeline_app.domain.timevalue import Grain
from timeline_app.tagger.partials import Partial, PartOfYear, YearBlock
from timeline_app.tagger.rules import Example, Match, Rule


def _decade(match: Match) -> Partial | None:
    year = match["year"]
    return YearBlock(year, Grain.DECADE) if year % 10 == 0 else None


def _short_decade(match: Match) -> Partial | None:
    number = match.get("decade") or match.get("yy")
    if number is None or number % 10:
        return None
    return YearBlock(1900 + number, Grain.DECADE)


def _century(match: Match) -> Partial | None:
    number = match["ordinal"]
    if not 1 <= number <= 30:
        return None
    first = (number - 1) * 100
    if match.has("bc") or match.has("bce"):
        return None if number == 1 else YearBlock(-number * 100 + 1, Grain.CENTURY)
    return YearBlock(first, Grain.CENTURY)


def _quarter(match: Match) -> Partial | None:
    number = match.get("ordinal") or match.get("number")
    year = match.get("year")
    if not 1 <= number <= 4:
        return None
    return PartOfYear("quarter", number, year, match.has("fiscal"))


def _half(match: Match) -> Partial | None:
    number = match["ordinal"]
    return PartOfYear("half", number, match["year"]) if number <= 2 else None


def _season(match: Match) -> Partial:
    return PartOfYear("season", match["season"], match["year"])


RULES = (
    Rule(
        "the 1990s", "[the ]<year>[~'|~’]~s", _decade, (Example("the 1990s", "199", None, "199X"),)
    ),
    Rule(
        "the nineties",
        "the (<decade>|[('|’|‘) ~]<yy>~s)",
        _short_decade,
        (Example("the nineties", "199"), Example("the '80s", "198")),
    ),
    Rule(
        "the 19th century",
        "[the ]<ordinal>_century[ (bc|bce)]",
        _century,
        (Example("the 19th century", "18"),),
    ),
    Rule(
        "the third quarter of <year>",
        "[the ][fiscal ]<ordinal>_quarter[ [of ]<year>]",
        _quarter,
        (
            Example("the third quarter of 1988", "1988-Q3"),
            Example("fourth-quarter profit", "2015-Q4", "2016-02-03"),
        ),
    ),
    Rule("Q3 <year>", "q~<number>[[ ,] <year>]", _quarter, (Example("Q3 2015", "2015-Q3"),)),
    Rule(
        "the first half of <year>",
        "[the ]<ordinal>_half of <year>",
        _half,
        (Example("the first half of 1990", "1990-H1"),),
    ),
    Rule(
        "<season> of <year>",
        "[the ]<season> [of ]<year>",
        _season,
        (Example("the summer of 1936", "1936-SU"),),
    ),
)
