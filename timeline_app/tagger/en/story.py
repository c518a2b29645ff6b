"""Dates counted from where the story is: the following month, a year earlier, that day."""

from __future__ import annotations

import re

from timeline_app.domain.calendars import days_in_month
from timeline_app.tagger.en.counted import whole
from timeline_app.tagger.en.lexicon import MONTHS, WEAK_MONTHS
from timeline_app.tagger.partials import (
    CLOCK_UNITS,
    Between,
    CalendarDate,
    Duration,
    From,
    Nearest,
    Partial,
    PartOfYear,
    Shift,
    WeekOf,
    quarter_ending,
)
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"
_MONTHS = MONTHS | WEAK_MONTHS


def _later(match: Match) -> Partial | None:
    """“two days later”: the story's date moved; “a year earlier” keeps what it compares with."""
    count = whole(match.get("count") or 1)
    unit = match["unit"]
    if count is None or unit in {"weekend", "period"}:
        return None
    back = match.has("earlier") or match.has("before") or match.has("previously")
    if re.match(r"\s(?:than|this|that|in (?:the|this|that|\d{4}))\b", match.after()):
        return None
    if match.has("before") and re.match(r"\s(?!and\b|when\b|but\b)\w", match.after()):
        return None
    if unit in {"decade", "century"}:
        count, unit = count * (10 if unit == "decade" else 100), "year"
    steps = -count if back else count
    if unit in CLOCK_UNITS:
        return Shift(unit, steps, From.STORY, exact=True)
    return Shift(unit, steps, From.STORY, same_sort=back and unit == "year" and count == 1)


def _after_that(match: Match) -> Partial | None:
    count = whole(match.get("count") or 1)
    unit = match["unit"]
    if count is None or unit in {"weekend", "period"} or re.match(r"\s[a-z]", match.after()):
        return None
    return Shift(unit, count if match.has("after") else -count, From.STORY, exact=True)


def _until_then(match: Match) -> Partial | None:
    """“Until then” leads back to the day told before."""
    if match.after(1) == "-":
        return None
    return Between(None, Shift("day", 0, From.STORY), match.words.split()[0].lower())


def _story_unit(match: Match) -> Partial | None:
    unit = match["one_unit"]
    if unit in CLOCK_UNITS or (unit == "day" and match.has("same") and match.has("the") is None):
        return None
    if re.search(r"\bto\s$", match.before()):
        return None  # “ten years to the day after”
    forward = match.has("following") or match.has("next") or match.has("after")
    back = match.has("previous") or match.has("preceding")
    if match.has("before"):
        if re.match(r"\s(?!(?:he|she|it|they|we|I)\b)\w", match.after()):
            return None
        back = True
    if match.has("after") and re.match(
        r"\s(?:[A-Z][a-z]|last\b|next\b|[a-z]+ing\b)", match.after()
    ):
        return None  # “the day after Christmas”, “the day after airing”
    return Shift(unit, 1 if forward else -1 if back else 0, From.STORY)


_TODAY_UNITS = frozenset({"quarter", "weekend", "week", "year", "month"})
_OF_EACH = re.compile(
    r"\b(?:of|per|for|in|during|throughout|over|to|through|from|end|from|at)\s$", re.I
)


_ENDED = re.compile(r"\s(?:ended|ending)\s(?:in\s)?([A-Za-z]{3})")
_WEEK_ENDED = re.compile(
    r"\s(?:ended|ending|to)\s(?:on\s)?([A-Z][a-z]+)\.?\s(\d\d?)(?!\d)(?:,?\s((?:19|20)\d\d))?"
)
_LONG_BEFORE = re.compile(r"\b(?:end|start|beginning|rest|middle|turn|close) of\s$", re.IGNORECASE)


def _the_unit(match: Match) -> Partial | None:
    """“the quarter”, “the weekend”: the one that the story is at."""
    unit = match["one_unit"]
    if unit == "year" and re.search(r"\b\d{4},\s$", match.before()):
        return Shift("year", 0, From.STORY)  # “in 2001, the year she left school”
    if unit == "week" and (week := _WEEK_ENDED.match(match.after(40))):
        return _week_ended(week)
    if unit in {"decade", "century"} and _LONG_BEFORE.search(match.before()):
        return Shift(unit, 0, From.NEAR)
    if unit not in _TODAY_UNITS or not _OF_EACH.search(match.before()):
        return None
    if unit in {"month", "week"} and not re.search(r"\b(?:of|in|during)\s$", match.before()):
        return None
    if re.match(r"[-]|\s(?:old|round|of(?! [$£€#¥])|before|after)\b", match.after()):
        return None
    return _period_ended(match, unit) or Shift(unit, 0, From.NEAR)


def _period_ended(match: Match, unit: str) -> Partial | None:
    """“the year to March 31”, “the quarter ended Sept. 29”; None where no end is named."""
    ended = _ENDED.match(match.after())
    to_day = re.match(r"\sto\s(?:[A-Z][a-z]|\d)", match.after())
    if unit == "year" and (ended or to_day):
        return Duration(((1, "year"),), reported=True)
    if unit == "quarter" and ended and ended[1].lower() in _MONTHS:
        return _quarter_ended(match, _MONTHS[ended[1].lower()])
    return None


def _week_ended(ended: re.Match[str]) -> Partial | None:
    """“the week ended March 16” is the one that holds this day."""
    month, day = _MONTHS.get(ended[1].lower()), int(ended[2])
    if month is None or not 1 <= day <= days_in_month(2000, month):
        return None
    return WeekOf(CalendarDate(int(ended[3]) if ended[3] else None, month, day))


_FISCAL_BEFORE = re.compile(
    r"\b(?:fiscal[- ](first|second|third|fourth)|(first|second|third|fourth) fiscal)[- ]quarter"
    r"(?!.*\bquarter\b)",
    re.DOTALL,
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _quarter_ended(match: Match, month: int) -> Partial:
    """“the quarter ended Sept. 29”: the fiscal quarter just named, else a calendar quarter."""
    named = _FISCAL_BEFORE.search(match.before(320))
    number = _ORDINALS[named[1] or named[2]] if named else quarter_ending(month)
    return PartOfYear("quarter", number, ends=month)


def _later_in(match: Match) -> Partial | None:
    unit = match["one_unit"]
    if unit in CLOCK_UNITS:
        return None
    story = match.has("that") or unit == "day"
    return Shift(unit, 0, From.STORY if story else From.NEAR)


_CONJUNCTION = re.compile(
    r"\b(?:said|says?|told|announced|reported|believe[sd]?|thinks?|noted|added|warned|indicated|"
    r"confirmed|fear(?:s|ed)?|hope[sd]?|knows?|knew|show(?:s|ed)?|claimed|insisted|so|is|was)\b"
    r"[^.;,]{0,40}$"
)


def _story_name(match: Match) -> Partial | None:
    """“that summer”; but “told reporters that Friday's march …” is no pronoun."""
    if match.words[:4].lower() == "that" and _CONJUNCTION.search(match.before(60)):
        return None
    step = 1 if match.has("following") or match.has("next") else -1 if match.has("previous") else 0
    if match.get("season"):
        return Nearest(PartOfYear("season", match["season"]), step, From.STORY)
    inner = CalendarDate(month=match.get("month"), weekday=match.get("weekday"))
    return Nearest(inner, step, From.STORY)


RULES = (
    Rule(
        "<count> <unit> (later|earlier|before|previously|afterwards)",
        "[just |only |exactly ](<number:count>|a|an|one) <unit> "
        "(later|earlier|before|previously|afterwards|afterward)",
        _later,
        (
            Example("On May 3, 2011, he left. Two days later", "2011-05-03 2011-05-05", _DAY),
            Example("In 1939 it rose; one year earlier", "1939 1938", "2015-11-02"),
            Example("On May 3, 2011, he left. A year earlier", "2011-05-03 2010", _DAY),
        ),
        ("a day before the match",),
    ),
    Rule(
        "<count> <unit> after that",
        "(<number:count>|a|an|one) <unit> (after|before) (that|this)",
        _after_that,
        (Example("He left on May 3, 2011, and died two days after that", "2011-05-03 2011-05-05"),),
        ("two days after that match",),
    ),
    Rule(
        "until then",
        "(until|till|by) <then>",
        _until_then,
        (Example("It ends on Nov. 30. Until then it stays", "2016-11-30 2016-11-30", _DAY),),
        ("until then-president",),
    ),
    Rule(
        "(the following|the previous|the preceding|the next|that|the same) <unit>",
        "([the ](following|preceding|previous)|the [very ](next|same)|that[ same]) <one_unit>",
        _story_unit,
        (
            Example("In 1939 and the following year", "1939 1940", _DAY),
            Example(
                "It came in 1915, confirmed on 29 May 1919. The same year he married",
                "1915 1919-05-29 1919",
                _DAY,
            ),
            Example("In 1861 he won. The following year it fell in May", "1861 1862 1862-05", _DAY),
            Example("On May 3, 2011, he left. That same day", "2011-05-03 2011-05-03", _DAY),
        ),
    ),
    Rule(
        "the <unit> (before|after)",
        "the <one_unit> (before|after)",
        _story_unit,
        (
            Example("On May 3, 2011, he left. The day before, he", "2011-05-03 2011-05-02", _DAY),
            Example(
                "In 1939 war came; the year after, he enlisted; the year before, he had married",
                "1939 1940 1938",
                _DAY,
            ),
        ),
        ("the day before the battle", "the day after airing"),
    ),
    Rule(
        "the <unit>",
        "the[ full][ (fiscal|financial)] <one_unit>",
        _the_unit,
        (
            Example("In 1939 it fell; for the year, it lost", "1939 1939", _DAY),
            Example("a high for the year of $42", "2016", _DAY),
            Example(
                "Shares fell today as its fourth-quarter loss grew. It was founded in 1812. "
                "It lost $9 million for the full year",
                "2015-01-15 2014-Q4 1812 2014",
                "2015-01-15",
            ),
            Example("In 2001, the year she left school", "2001 2001", _DAY),
            Example("in the year to March 31", "P1Y 2016-03-31", _DAY),
            Example("in the week ended May 14", "2016-W19 2016-05-14", _DAY),
            Example("by the end of the decade", "201", _DAY),
        ),
        ("the day", "the week-long strike"),
    ),
    Rule(
        "(later|earlier|late|early) (in the|that) <unit>",
        "(earlier|later|early|late) (in the|that) <one_unit>",
        _later_in,
        (
            Example("In 1939 he left. Later that year", "1939 1939", _DAY),
            Example(
                "He landed Tuesday morning and left later in the day",
                "2016-05-17TMO 2016-05-17",
                _DAY,
            ),
        ),
    ),
    Rule(
        "(that|the following|the previous|the next|the same) <named time>",
        "(that[ same]|[the ](following|previous)|the (next|same)) (<month>|<weekday>|<season>)",
        _story_name,
        (
            Example("In 1939 he left. That summer", "1939 1939-SU", _DAY),
            Example("In 1212 he left. The following spring", "1212 1213-SP", _DAY),
            Example("In May 1212 he left. The following spring", "1212-05 1213-SP", _DAY),
            Example("On May 3, 2011, he left. The following Friday", "2011-05-03 2011-05-06", _DAY),
            Example(
                "It fell Thursday, after falling Wednesday, and is below the previous Thursday",
                "2016-05-19 2016-05-18 2016-05-12",
                _DAY,
            ),
        ),
    ),
)
