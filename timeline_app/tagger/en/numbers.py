"""Numbers in words and ordinals in figures: dates build on them."""

from __future__ import annotations

from timeline_app.tagger.partials import Number, Partial, Zone
from timeline_app.tagger.rules import Match, Rule


def _tens_and_ones(match: Match) -> Partial:
    return Number(match["tens"] + match["ones"])


def _tens_and_ordinal(match: Match) -> Partial:
    return Number(match["tens"] + match["ones_ordinal"], ordinal=True)


def _figures_ordinal(match: Match) -> Partial | None:
    return Number(match["number"], ordinal=True) if match["number"] < 1000 else None


def _hundreds(match: Match) -> Partial:
    count = match.get("count") or 1
    rest = (match.get("tens") or 0) + (match.get("ones") or match.get("teens") or 0)
    return Number(count * 100 + rest, as_year=11 <= count <= 20)


def _thousands(match: Match) -> Partial | None:
    count = match.get("count") or 1
    rest = (match.get("tens") or 0) + (match.get("ones") or match.get("teens") or 0)
    return Number(count * 1000 + rest, as_year=count in {1, 2}) if count < 1000 else None


def _year_said_in_pairs(match: Match) -> Partial:
    century = match.get("century") or 20
    rest = (match.get("tens") or 0) + (match.get("ones") or match.get("late") or 0)
    return Number(century * 100 + rest, as_year=True)


def _zone_of_region(match: Match) -> Partial:
    minutes = match["region"]
    if match.has("standard"):
        return Zone(minutes)
    return Zone(minutes + 60) if match.has("daylight") else Zone(minutes, summer=True)


def _zone_apart(match: Match) -> Partial | None:
    """“GMT+8”, “UTC-3:30”."""
    hours, minutes, _ = match.get("clock") or (match["number"], 0, None)
    if match["zone"].minutes or hours > 14 or minutes not in {0, 30, 45}:
        return None
    return Zone((hours * 60 + minutes) * (1 if match.has("+") else -1))


RULES = (
    Rule(
        "Eastern time",
        "<region>[ (standard|daylight)] time",
        _zone_of_region,
        latent=True,
    ),
    Rule("GMT+8", "<zone> (+|-|−)~(<number>|<clock>)", _zone_apart, latent=True),
    Rule("twenty-nine", "<tens>_<ones>", _tens_and_ones, latent=True),
    Rule("twenty-ninth", "<tens>_<ones_ordinal>", _tens_and_ordinal, latent=True),
    Rule("29th", "<number>~(st|nd|rd|th)", _figures_ordinal, latent=True),
    Rule(
        "two hundred and ten",
        "(a|<number:count>) hundred[ [and ](<ones>|<teens>|<tens>[_<ones>])]",
        _hundreds,
        latent=True,
    ),
    Rule(
        "two thousand sixteen",
        "(a|<number:count>) thousand[ [and ](<ones>|<teens>|<tens>[_<ones>])]",
        _thousands,
        latent=True,
    ),
    Rule(
        "nineteen ninety-six",
        "<teens:century>_(<teens:late>|<tens>[_<ones>])",
        _year_said_in_pairs,
        latent=True,
    ),
    Rule("twenty sixteen", "twenty_<teens:late>", _year_said_in_pairs, latent=True),
    Rule(
        "nineteen oh five",
        "(<teens:century>|twenty)_(oh|o|aught|ought)_<ones>",
        _year_said_in_pairs,
        latent=True,
    ),
)
