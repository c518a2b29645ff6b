"""Dates so many units away: three days ago, in two weeks, the past three years."""

from __future__ import annotations

import re

from timeline_app.tagger.partials import (
    CLOCK_UNITS,
    Ahead,
    Duration,
    From,
    Nearest,
    Partial,
    Qualified,
    Ref,
    Shift,
    Stretch,
    Unit,
    Vague,
)
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"  # a Friday
_SMALLER: dict[str, tuple[int, Unit]] = {
    "year": (12, "month"), "decade": (10, "year"), "century": (100, "year"),
}  # fmt: skip
_COUNT = "(<number:count>|<decimal:count>|a|an|one)"


def whole(count: float | None) -> int | None:
    """A count that can be counted with: None unless it is a whole number."""
    return int(count) if count is not None and count == int(count) else None


# “the first in 600 years” looks back over them; “the first will open in two years” doesn't.
_RANKED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|only|last|most|least|once|twice|times?|record|"
    r"[a-z]{3,}est)\b(?![^.;]*\b(?:will|would|shall|due|['’]ll)\b)[^.;]{0,60}$"
)


def _in_time(match: Match) -> Partial | None:
    count = whole(match.get("count") or 1)
    unit = match["unit"]
    if count is None or unit in {"weekend", "quarter"}:
        return None
    if re.match(r"-|\s(?:ago|or|of|that|when|where)\b", match.after()):
        return None
    if _RANKED.search(match.before(72)):
        return None
    return Ahead(count, unit)


def _ago(match: Match) -> Partial | None:
    shift = _exactly_ago(match)
    return Qualified(shift, approximate=True) if shift and match.has("so") else shift


def _exactly_ago(match: Match) -> Partial | None:
    count = whole(match.get("count") or 1)
    unit = match["unit"]
    if count is None or unit == "weekend":
        return None
    if unit in CLOCK_UNITS or match.has("today"):
        return Shift(unit, -count, exact=True)
    if unit == "year" and count == 1 and not match.has("exactly"):
        return Shift("year", -1, same_sort=True)
    if unit in {"decade", "century"}:
        return Shift("year", -count * (10 if unit == "decade" else 100))
    return Shift(unit, -count)


def _unknown_ago(match: Match) -> Partial:
    return Vague(Ref.PAST)


def _from_now(match: Match) -> Partial | None:
    count = whole(match.get("count") or 1)
    unit = match["unit"]
    if count is None or unit == "weekend":
        return None
    return Shift(unit, count, exact=unit in CLOCK_UNITS)


def _from_day(match: Match) -> Partial | None:
    parts = match["duration"].parts
    count = whole(parts[0][0])
    if count is None or len(parts) > 1 or parts[0][1] in {"weekend", "period", "fortnight"}:
        return None
    steps = -count if match.has("before") else count
    return Shift(parts[0][1], steps, exact=True, base=match["day_date"])


def _duration_ago(match: Match) -> Partial | None:
    """“a year and a half ago”: counted in the unit that makes it whole."""
    (count, unit), *rest = match["duration"].parts
    if count is None or rest or unit not in _SMALLER:
        return None
    factor, smaller = _SMALLER[unit]
    steps = whole(count * factor)
    return None if steps is None else Shift(smaller, -steps)


def _next_to_day(match: Match) -> Partial:
    steps = -1 if match.has("before") else 1
    return Shift("day", steps, exact=True, base=match["day_date"])


# “expected to last four weeks”
_VERB = re.compile(
    r"\b(?:to|will|would|should|could|may|might|can|must|shall|not|they|usually|often)\s$|n['’]t\s$"
)


def _stretch(match: Match) -> Partial | None:
    if match.has("few") or match.has("several"):
        count: float | None = None
    elif match.has("couple"):
        count = 2
    else:
        count = match["count"]
    unit: Unit = match["unit"]
    if unit == "weekend" or (match.words.startswith("last") and _VERB.search(match.before())):
        return None
    if re.match(r"\sof\s(?:the\s)?[A-Z\d]", match.after()):
        return Duration(((count, unit),))  # “the last three days of May” end with May
    forward = any(match.has(word) for word in ("next", "coming", "following"))
    return Stretch(Duration(((count, unit),)), 1 if forward else -1)


RULES = (
    Rule(
        "<count> <unit> ago",
        f"[exactly |just |only ]{_COUNT} <unit>[ or so] ago[ today]",
        _ago,
        (
            Example("three days ago", "2016-05-17", _DAY),
            Example("two weeks ago", "2016-W18", _DAY),
            Example("ten years or so ago", "2006", _DAY, "2006~"),
            Example("five months ago", "2015-12", _DAY),
            Example("20 years ago", "1996", _DAY),
            Example("a year ago today", "2015-05-20", _DAY),
        ),
    ),
    Rule(
        "<units> ago",
        "([(several|[a ]few|many|some|a couple of) ]<units>|a long time|some time|ages) ago",
        _unknown_ago,
        (
            Example("several years ago", "PAST_REF", _DAY),
            Example("a long time ago", "PAST_REF", _DAY),
        ),
    ),
    Rule(
        "<count> <unit> from now",
        f"{_COUNT} <unit> (from (now|today)|hence)",
        _from_now,
        (Example("two months from now", "2016-07", _DAY),),
    ),
    Rule(
        "in <count> <unit>",
        "in (<number:count>|a|an|one) <unit>[(~'s| ~(’|')) time]",
        _in_time,
        (
            Example("It will open in two weeks", "2016-W22", _DAY),
            Example("It fell 5% in two weeks", "P2W", _DAY),
            Example("It opens in two weeks' time", "2016-W22", _DAY),
            Example("The first train will run in two weeks", "2016-W22", _DAY),
        ),
        ("He will resign, the first to do so in 600 years", "It is the driest spell in ten years"),
    ),
    Rule(
        "the (past|last|previous|next|coming|following) <count> <unit>",
        "[each of |at least ][the ](last|past|previous|next|coming|following) "
        "(<number:count>|[a ]couple[ of]|few|several) <unit>[ or so]",
        _stretch,
        (
            Example("the past three years", "P3Y", _DAY, "2013/2016"),
            Example("the next few years", "PXY", _DAY),
            Example("It fell in 1914 and was held for the next three years", "1914 P3Y", _DAY),
            Example("the last three months of 2012", "P3M 2012", _DAY, "2012"),
        ),
        ("It is expected to last three months",),
    ),
)


def _weekday_beside(match: Match) -> Partial:
    steps = -1 if match.has("before") else 1
    return Nearest(match["weekday"], steps, From.STORY, base=match["day_date"])


FROM_DAY = (
    Rule(
        "the <weekday> (before|after) <day>",
        "the <bare_weekday:weekday> (before|after) <day_date>",
        _weekday_beside,
        (
            Example("on the Tuesday before Easter 2016", "2016-03-22"),
            Example("the Monday after May 3, 2011", "2011-05-09"),
        ),
    ),
    Rule(
        "<duration> ago",
        "<duration> ago",
        _duration_ago,
        (
            Example("a year and a half ago", "2014-11", _DAY),
            Example("half a century ago", "1966", _DAY),
        ),
    ),
    Rule(
        "the day (before|after) <date>",
        "[the ]day (before|after) <day_date>",
        _next_to_day,
        (
            Example("the day before last Tuesday", "2016-05-16", _DAY),
            Example("the day after Christmas 2015", "2015-12-26"),
        ),
        ("the day before the match",),
    ),
    Rule(
        "<count> <unit> (from|after|before) <day>",
        "<duration> (from|after|before) <day_date>",
        _from_day,
        (Example("two weeks after May 3, 2016", "2016-05-17"),),
    ),
)
