"""Lengths of time and sets of times: recognised so that they aren't taken for dates."""

from __future__ import annotations

from timeline_app.tagger.partials import Duration, Partial, Recurring
from timeline_app.tagger.rules import Example, Match, Rule

_LETTER = {
    "second": "T1S", "minute": "T1M", "hour": "T1H", "day": "1D", "week": "1W", "month": "1M",
    "quarter": "1Q", "year": "1Y", "decade": "10Y", "century": "100Y",
}  # fmt: skip


def _duration(match: Match) -> Partial | None:
    return Duration(((match["count"], match["unit"]),))


def _unknown_count(match: Match) -> Partial:
    return Duration(((None, match["units"]),))


def _one(match: Match) -> Partial | None:
    return Duration(((1, match["one_unit"]),))


def _every(match: Match) -> Partial | None:
    letter = _LETTER.get(match["one_unit"])
    return Recurring("P" + letter) if letter else None


RULES = (
    Rule(
        "<count> <unit>",
        "<number:count>_<unit>",
        _duration,
        (Example("three days", "P3D"), Example("a 27-year contract", "P27Y")),
    ),
    Rule(
        "several <units>",
        "(several|[a ]few|many|some) <units>",
        _unknown_count,
        (Example("several years", "PXY"), Example("a few minutes", "PTXM")),
    ),
    Rule("every <unit>", "(every|each) <one_unit>", _every, (Example("every day", "P1D"),)),
)
