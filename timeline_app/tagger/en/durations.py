"""Lengths of time, recognised so that they aren't taken for dates."""

from __future__ import annotations

import re

from timeline_app.tagger.en.recurring import EACH
from timeline_app.tagger.partials import Duration, NoDate, Partial, Recurring
from timeline_app.tagger.rules import Example, Match, Rule

_AGE = re.compile(r"[- ](?:old|olds)\b|-of-age")
_WAR = re.compile(r"['’]?\sWar\b")  # “the Thirty Years' War”
_NAME = re.compile(r"\d\s[A-Z][a-z]+$")  # “60 Minutes”


_CONTENT = re.compile(
    r"\sof\s(?:[a-z]+\s)?(?:video|audio|music|footage|recordings?|tapes?|film|talk time|"
    r"programming|content|material)\b"
)


_AROUND_THE_CLOCK = re.compile(
    r"(?:24 hours a day|7 days a wee|(?:52 weeks|365 days) a yea)", re.IGNORECASE
)


def _duration(match: Match) -> Partial | None:
    count, unit = match["count"], match["unit"]
    if _AROUND_THE_CLOCK.match(f"{count:g} {match.words.split()[-1]}{match.after(6)}"):
        return NoDate()
    if _CONTENT.match(match.after(40)):
        return None  # “75 hours of video” are an amount
    if _AGE.match(match.after()) or _NAME.search(match.words) or _WAR.match(match.after()):
        return NoDate()
    if unit == "quarter" and ("-" in match.words or re.match(r"\sof\b", match.after())):
        return None
    return Duration(((count, unit),))


def _fraction(match: Match) -> Partial | None:
    above, below = match["fraction"]
    if above >= below or _AGE.match(match.after()):
        return None
    return Duration((((match.get("count") or 0) + above / below, match["unit"]),))


def _and_a_half(match: Match) -> Partial:
    count = match.get("count") or 1
    unit = match.get("unit") or match["one_unit"]
    part = 0.25 if match.has("quarter") else 0.5
    return Duration(((count + part, unit),))


def _half(match: Match) -> Partial:
    return Duration(((0.5, match["one_unit"]),))


def _quarter_century(match: Match) -> Partial:
    return Duration(((25, "year"),))


def _couple(match: Match) -> Partial:
    return Duration(((2, match["units"]),))


def _unknown_count(match: Match) -> Partial | None:
    if match.has("early") and re.match(r"\sof\b", match.after()):
        return None  # “the early hours of Sunday”
    return Duration(((None, match["units"]),))


_LENGTH_BEFORE = re.compile(
    r"\b(?:for|in|within|over|took|take|takes|taken|of|after|almost|nearly|about|than|just|lasting|"
    r"last|lasted|spent|spend|follows|barely|the|heady)\s$",
    re.I,
)


_BESIDE_EVENT = re.compile(r"\s(?:after|before|apart)\b")
_FOR_BEFORE = re.compile(r"\b(?:for|took|lasted)\s$", re.IGNORECASE)
_MATTER_BEFORE = re.compile(r"\bmatter of\s$", re.IGNORECASE)


def _several(match: Match) -> Partial:
    return Duration(((None, match["one_unit"]),))


def _bare_units(match: Match) -> Partial | None:
    """“for weeks”, “years later”: a plural with nothing before it needs a reason."""
    beside = _BESIDE_EVENT.match(match.after()) and not _FOR_BEFORE.search(match.before())
    if beside or _MATTER_BEFORE.search(match.before()):
        return None  # “days before the raid” only says that it was near
    if re.match(r"\s(?:after|before|later|earlier|ahead)\b", match.after()):
        return Duration(((None, match["units"]),))
    return Duration(((None, match["units"]),)) if _LENGTH_BEFORE.search(match.before()) else None


_RATE_BEFORE = re.compile(
    r"(?:\d[\d,.]*|million|billion|thousand|hundred|times|once|twice|[a-z]+s|%|percent)\s$", re.I
)


_SORT_AFTER = re.compile(
    r"\s(?:hand|job|amount|quantity|fraction|care|trip|trader|nursery|labou?rer|school|pupil)\b"
)


def _one(match: Match) -> Partial | None:
    """“within a week” is a length of time, “twice a week” a rate."""
    unit = match["one_unit"]
    if re.match(r"(?:[- ]long|-earlier|-ago)\b", match.after()):
        return None
    if unit in {"second", "quarter", "weekend"} or _AGE.match(match.after()):
        return None
    if _SORT_AFTER.match(match.after()):
        return None  # “a day job”, “an hour hand”
    if unit in {"minute", "hour", "day"} and re.match(r"\s(?:of|when|that|in)\b", match.after()):
        return None
    if not match.has("another") and _RATE_BEFORE.search(match.before()):
        return Recurring("P" + EACH[unit]) if unit in EACH else None
    return Duration(((1, unit),))


def _range(match: Match) -> Partial | None:
    if match.get("number_range"):
        _, last, _ = match["number_range"]
        count: float = last
    else:
        count = match["last"]
    return NoDate() if _AGE.match(match.after()) else Duration(((count, match["unit"]),))


def _long(match: Match) -> Partial:
    return (
        Duration(((None, match["units"]),))
        if match.get("units")
        else Duration(((1, match["one_unit"]),))
    )


def _about(match: Match) -> Partial:
    inner = match["duration"]
    return Duration(inner.parts, approximate=True)


def _two_parts(match: Match) -> Partial:
    first, last = match["first"], match["last"]
    return Duration((*first.parts, *last.parts))


def _while(match: Match) -> Partial:
    return Duration(((None, "period"),))


_MORE = "(more|additional|straight|consecutive|full|calendar|trading|whole|working|long|other)"

RULES = (
    Rule(
        "<count> <unit>",
        f"(<number:count>|<decimal:count>)_[{_MORE} ]<unit>",
        _duration,
        (
            Example("three days", "P3D"),
            Example("a 27-year contract", "P27Y"),
            Example("two more weeks", "P2W"),
        ),
        (
            "a 12-year-old boy",
            "three-quarters of it",
            "the Thirty Years' War",
            "the Six-Day War",
            "75 hours of video",
            "open 24 hours a day, seven days a week",
        ),
    ),
    Rule("3h", "<number:count>~<unit>", _duration, (Example("for 3hrs", "PT3H"),)),
    Rule(
        "2 1/2 <unit>",
        "[<number:count> ]<fraction>_<unit>",
        _fraction,
        (Example("2 1/2 years", "P2Y6M"),),
    ),
    Rule(
        "two and a half <unit>",
        "(<number:count>|one) and a (half|quarter) <unit>",
        _and_a_half,
        (Example("two and a half years", "P2Y6M"),),
    ),
    Rule(
        "a <unit> and a half",
        "(a|an|one) <one_unit> and a (half|quarter)",
        _and_a_half,
        (Example("a year and a half", "P1Y6M"),),
    ),
    Rule(
        "half an hour",
        "(half (a|an)|a half) <one_unit>",
        _half,
        (Example("half an hour", "PT30M"),),
    ),
    Rule(
        "a quarter of a century",
        "a quarter[ of a] century",
        _quarter_century,
        (Example("a quarter of a century", "P25Y"), Example("for a quarter century", "P25Y")),
    ),
    Rule(
        "a couple of <units>",
        "[a ]couple[ of] <units>",
        _couple,
        (Example("a couple of years", "P2Y"),),
    ),
    Rule(
        "several <units>",
        "[the ](several|[a ]few|many|some|recent|dozens of|hundreds of|numerous|early|"
        "first)_[more ]<units>[ (ahead|to come)]",
        _unknown_count,
        (
            Example("several years", "PXY"),
            Example("a few minutes", "PTXM"),
        ),
    ),
    Rule(
        "a several-year tenure",
        "(several|multi)~-~<one_unit>",
        _several,
        (Example("a several-year tenure", "PXY"), Example("a multi-year contract", "PXY")),
    ),
    Rule(
        "<units> or <units>",
        "<units>[ (or|and) <units:more>]",
        _bare_units,
        (Example("for weeks", "PXW"), Example("within weeks or months", "PXW")),
        ("Days Inn", "in the weeks before the raid", "a matter of days", "minutes apart"),
    ),
    Rule(
        "a <unit>",
        "(a|an|one|another|an additional|a full) <one_unit>",
        _one,
        (Example("within a week", "P1W"), Example("three times a year", "P1Y")),
        ("It is a day job", "an hour hand"),
    ),
    Rule(
        "a while",
        "[a ](while|long time)",
        lambda m: _while(m) if m.has("a") else None,
        (Example("for a while", "PXX"),),
    ),
    Rule(
        "two to three <units>",
        "<number:first> (to|or|-|–) <number:last>_<unit>",
        _range,
        (Example("two to three weeks", "P3W"),),
    ),
    Rule("2-3 <units>", "<number_range>_<unit>", _range, (Example("2-3 weeks", "P3W"),)),
    Rule(
        "decades-long",
        "(<units>|<one_unit>)_(long|lasting)",
        _long,
        (Example("a decades-long dispute", "PXY"), Example("an hour-long meeting", "PT1H")),
    ),
)
QUALIFIED = (
    Rule(
        "about <duration>",
        "(more than|less than|no more than|no less than|at least|at most|nearly|almost|about|"
        "around|over|up to|approximately|roughly|some|just over|just under|under|well over) "
        "<duration>",
        _about,
        (Example("more than four hours", "PT4H"),),
    ),
    Rule(
        "<duration> and <duration>",
        "<duration:first>[ (and|,)] <duration:last>",
        _two_parts,
        (Example("two hours and 30 minutes", "PT2H30M"),),
    ),
)
