"""Sets of times ("every Friday"), recognised so that they aren't taken for dates."""

from __future__ import annotations

import re

from timeline_app.tagger.en.lexicon import MANY_PARTS
from timeline_app.tagger.partials import Partial, Recurring
from timeline_app.tagger.rules import Example, Match, Rule

EACH = {
    "second": "T1S", "minute": "T1M", "hour": "T1H", "day": "1D", "week": "1W", "month": "1M",
    "quarter": "3M", "year": "1Y", "decade": "10Y", "century": "100Y", "weekend": "1WE",
}  # fmt: skip
_ADVERBS = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y",
    "hourly": "PT1H", "nightly": "P1D",
}  # fmt: skip
_SEASONS = ("SP", "SU", "FA", "WI")


def _every(match: Match) -> Partial | None:
    part = f"T{match['part']}" if match.get("part") else ""
    if match.get("weekday"):
        return Recurring(f"XXXX-WXX-{match['weekday']}{part}")
    if match.get("month"):
        day = match.get("day")
        return Recurring(f"XXXX-{match['month']:02}" + (f"-{day:02}" if day else ""))
    if match.get("season"):
        return Recurring(f"XXXX-{_SEASONS[match['season'] - 1]}")
    if part:
        return Recurring(f"XXXX-XX-XX{part}")
    unit = match.get("one_unit") or match["unit"]
    count = match.get("number") or (2 if match.has("other") or match.has("second") else 1)
    letter = EACH.get(unit)
    return Recurring("P" + letter.replace("1", str(count), 1)) if letter else None


def _nth_of_every(match: Match) -> Partial | None:
    """“the first Monday of every month”: TIMEX3 has no place for the number."""
    if match.get("weekday"):
        return Recurring(f"XXXX-WXX-{match['weekday']}")
    unit = match["one_unit"]
    return Recurring("P" + EACH[unit]) if unit in EACH else None


def _weekdays(match: Match) -> Partial:
    return Recurring(f"XXXX-WXX-{match['weekdays']}")


def _weekday_parts(match: Match) -> Partial:
    """“Tuesday nights” are many, as “Tuesday night” is one."""
    return Recurring(f"XXXX-WXX-{match['weekday']}T{match['parts']}")


_SHARED_PARTS = re.compile(
    r"(?:,\s[A-Z][a-z]+)*,?\s(?:and|or)\s[A-Z][a-z]+day\s(mornings|afternoons|evenings|nights)\b"
)


def _weekday_of_parts(match: Match) -> Partial | None:
    """The “Monday” of “Monday and Tuesday nights”."""
    shared = _SHARED_PARTS.match(match.after(64))
    return Recurring(f"XXXX-WXX-{match['weekday']}T{MANY_PARTS[shared[1]]}") if shared else None


_RATE_BEFORE = re.compile(r"(?:%|\bper\s?cent|\d\s[a-z]+s)\s$")


def _adverb(match: Match) -> Partial | None:
    """“daily”; “China Daily” is a newspaper, “5% annually” a rate."""
    beside = re.search(r"[A-Z][a-z]+\s$", match.before()) or re.match(r"\s[A-Z]", match.after())
    if match.words.istitle() and beside:
        return None
    if re.search(r"\b(?:[Bb]i|[Ss]emi)-$", match.before()) or _RATE_BEFORE.search(match.before()):
        return None
    return Recurring(_ADVERBS[match.words.lower()])


RULES = (
    Rule(
        "every <unit>",
        "(every|each)[ (other|<number>|second)] "
        "(<one_unit>|<unit>|<weekday>[ <part>]|<month>[ <day>]|<season>|<part>)",
        _every,
        (
            Example("every day", "P1D"),
            Example("every two weeks", "P2W"),
            Example("each Thursday", "XXXX-WXX-4"),
            Example("every Friday night", "XXXX-WXX-5TNI"),
            Example("every July 4", "XXXX-07-04"),
        ),
    ),
    Rule(
        "the first <weekday> of every <unit>",
        "[the ](<ordinal>|last) (<weekday>|<one_unit:of>) (of|in) (every|each) <one_unit>",
        _nth_of_every,
        (
            Example("on the first Monday of every month", "XXXX-WXX-1"),
            Example("on the last day of each month", "P1M"),
        ),
    ),
    Rule("Tuesdays", "<weekdays>", _weekdays, (Example("open on Tuesdays", "XXXX-WXX-2"),)),
    Rule(
        "Tuesday nights",
        "<weekday> <parts>",
        _weekday_parts,
        (Example("open Tuesday nights", "XXXX-WXX-2TNI", "2016-05-20"),),
        ("on Tuesday night",),
    ),
    Rule(
        "Monday and Tuesday nights",
        "<weekday>",
        _weekday_of_parts,
        (Example("on Monday and Tuesday nights", "XXXX-WXX-1TNI XXXX-WXX-2TNI", "2016-05-20"),),
        ("on Monday and Tuesday night",),
    ),
    Rule(
        "daily",
        "(daily|weekly|monthly|yearly|annually|hourly|nightly)",
        _adverb,
        (Example("daily", "P1D"),),
        ("the Weekly Standard", "It grew 5% annually", "It makes 500 trucks annually"),
    ),
)
