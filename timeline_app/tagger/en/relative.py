"""Dates counted from the publication date or the story: today, last year, three days later."""

from __future__ import annotations

from timeline_app.tagger.partials import (
    CalendarDate,
    Duration,
    From,
    Nearest,
    Partial,
    PartOfYear,
    Ref,
    Shift,
    Stretch,
    Vague,
)
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"  # a Friday
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def _yesterday(match: Match) -> Partial:
    return Shift("day", -1)


def _today(match: Match) -> Partial:
    return Shift("day", 0)


def _tomorrow(match: Match) -> Partial:
    return Shift("day", 1)


def _step(match: Match) -> int:
    return next(step for word, step in _STEPS.items() if match.has(word))


def _step_unit(match: Match) -> Partial | None:
    unit = match["one_unit"]
    if unit in {"second", "minute", "hour"}:
        return None
    if unit == "day":
        return Vague(Ref.PRESENT) if match.has("current") else None
    return Shift(unit, _step(match))


def _step_name(match: Match) -> Partial:
    if match.get("season"):
        return Nearest(PartOfYear("season", match["season"]), _step(match))
    return Nearest(
        CalendarDate(month=match.get("month"), weekday=match.get("weekday")), _step(match)
    )


def _count(match: Match) -> float:
    return 1 if match.get("count") is None else match["count"]


def _ago(match: Match) -> Partial | None:
    count, unit = _count(match), match["unit"]
    if unit == "weekend" or count != int(count):
        return None
    if unit in {"second", "minute", "hour"}:
        return None
    return Shift(unit, -int(count))


def _later(match: Match) -> Partial | None:
    count, unit = _count(match), match["unit"]
    if unit in {"second", "minute", "hour", "weekend"}:
        return None
    back = match.has("earlier") or match.has("before") or match.has("previously")
    return Shift(unit, -int(count) if back else int(count), From.STORY)


def _from_now(match: Match) -> Partial | None:
    count, unit = _count(match), match["unit"]
    if unit in {"second", "minute", "hour", "weekend"}:
        return None
    return Shift(unit, int(count))


def _story_unit(match: Match) -> Partial | None:
    unit = match["one_unit"]
    if unit in {"second", "minute", "hour"}:
        return None
    forward = match.has("following") or match.has("next") or match.has("after")
    back = match.has("previous") or match.has("preceding") or match.has("before")
    return Shift(unit, 1 if forward else -1 if back else 0, From.STORY)


def _stretch(match: Match) -> Partial:
    count = None if match.get("count") is None else match["count"]
    direction = 1 if any(match.has(w) for w in ("next", "coming", "following")) else -1
    return Stretch(Duration(((count, match["unit"]),)), 1 if direction > 0 else -1)


RULES = (
    Rule("yesterday", "yesterday", _yesterday, (Example("yesterday", "2016-05-19", _DAY),)),
    Rule("today", "today", _today, (Example("today", "2016-05-20", _DAY),)),
    Rule("tomorrow", "tomorrow", _tomorrow, (Example("tomorrow", "2016-05-21", _DAY),)),
    Rule(
        "last/this/next <unit>",
        "[the ](last|past|previous|this|current|next|coming) <one_unit>",
        _step_unit,
        (
            Example("last year", "2015", _DAY),
            Example("this week", "2016-W20", _DAY),
            Example("next month", "2016-06", _DAY),
            Example("last quarter", "2016-Q1", _DAY),
            Example("next weekend", "2016-W21-WE", _DAY),
        ),
    ),
    Rule(
        "last/this/next <named time>",
        "[the ](last|past|previous|this|this past|next|this coming|coming) "
        "(<month>|<weekday>|<season>)",
        _step_name,
        (
            Example("last Monday", "2016-05-16", _DAY),
            Example("last June", "2015-06", _DAY),
            Example("next March", "2017-03", _DAY),
            Example("last fall", "2015-FA", _DAY),
            Example("this summer", "2016-SU", _DAY),
        ),
    ),
    Rule(
        "<count> <unit> ago",
        "(<number:count>|a|an) <unit> ago",
        _ago,
        (
            Example("three days ago", "2016-05-17", _DAY),
            Example("two weeks ago", "2016-W18", _DAY),
            Example("five months ago", "2015-12", _DAY),
            Example("20 years ago", "1996", _DAY),
        ),
    ),
    Rule(
        "<count> <unit> from now",
        "(<number:count>|a|an) <unit> from (now|today)",
        _from_now,
        (Example("two months from now", "2016-07", _DAY),),
    ),
    Rule(
        "<count> <unit> later",
        "(<number:count>|a|an) <unit> (later|earlier|before|previously)",
        _later,
        (Example("On May 3, 2011, he left. Two days later", "2011-05-03 2011-05-05", _DAY),),
    ),
    Rule(
        "the following <unit>",
        "(the (following|next|preceding|previous|same)|that[ same]) <one_unit>",
        _story_unit,
        (Example("In 1939 and the following year", "1939 1940", _DAY),),
    ),
    Rule(
        "the past <count> <unit>",
        "[the ](last|past|previous|next|coming|following) <number:count> <unit>",
        _stretch,
        (Example("the past three years", "P3Y", _DAY),),
    ),
)
