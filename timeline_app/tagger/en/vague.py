"""References to now, the past and the future that name no date."""

from __future__ import annotations

import re

from timeline_app.tagger.partials import Partial, Ref, Vague
from timeline_app.tagger.rules import Example, Match, Rule


def _present(match: Match) -> Partial | None:
    """“now”; “the now-cancelled deal” is only cancelled, “Now, …” and “Now for …” no time."""
    particle = match.words == "Now" and re.match(r",|\sfor\b", match.after())
    return None if match.after(1) == "-" or particle else Vague(Ref.PRESENT)


_WHEN_AFTER = re.compile(r"\s(?:in|on|at|last|this|as|by|from)\b")


def _past(match: Match) -> Partial | None:
    """“recently”; “most recently in May” and “his most recent book” are the latest, no time."""
    latest = re.search(r"\bmost\s$", match.before()) or (
        match.has("most") and _WHEN_AFTER.match(match.after())
    )
    return None if latest else Vague(Ref.PAST)


_FUTURE_OF = re.compile(r"\s(?:of|looks?|is)\b")


def _ahead(match: Match) -> Partial | None:
    """“in the future”; what has a future, or looks to it, names no time."""
    spoken_of = re.search(r"\bto\s$", match.before()) or _FUTURE_OF.match(match.after())
    if match.words.lower() == "the future" and spoken_of:
        return None
    return Vague(Ref.FUTURE)


_TOLD = re.compile(r"\s(?:[a-z]{2,}ed|became|began|was|were|had|fell|found|came|went|grew|left)\b")


def _unless_noun(match: Match) -> Partial | None:
    """“soon after”, “as soon as” and “soon became” aren't the future."""
    if _TOLD.match(match.after()) or re.search(r"\b(?:was|were|had)\s$", match.before()):
        return None
    if re.match(r"\s(?:after|as|afterwards?|enough)\b|-", match.after()):
        return None
    return None if re.search(r"\bas\s$", match.before()) else Vague(Ref.FUTURE)


def _at_the_time(match: Match) -> Partial | None:
    """“at the time of its founding” is told by what follows."""
    if re.match(r"\s(?:of|when|that|the|[A-Z][a-z]+)\b", match.after()):
        return None
    return Vague(Ref.PAST)


_TO_COME = re.compile(
    r"\b(?:will|would|could|may|might|can|shall|should|to|hop\w+ (?:he|she|it|they|we|I|that \w+))"
    r"\s$"
)


def _one_day(match: Match) -> Partial | None:
    """“will one day be”; “one day” is else a length of time."""
    return Vague(Ref.FUTURE) if _TO_COME.search(match.before()) else None


def _the_past(match: Match) -> Partial | None:
    if re.match(r"\s(?:[a-z]+|\d+)\s?(?:years?|months?|weeks?|days?)\b", match.after()):
        return None
    return Vague(Ref.PAST)


RULES = (
    Rule(
        "now",
        "(now|right now|just now|currently|at present|at the moment|these days|nowadays|"
        "presently|at this point|the present|present day)",
        _present,
        (Example("Currently, it is", "PRESENT_REF"),),
        ("the now-cancelled deal", "Now for the news", "Now, he says, it can be done"),
    ),
    Rule(
        "recently",
        "(recently|more recently|most recently|lately|once upon a time|in recent times|"
        "past (years|months|weeks))",
        _past,
        (Example("It recently fell", "PAST_REF"),),
        ("He won twice, most recently in May",),
    ),
    Rule(
        "at the time",
        "at the time",
        _at_the_time,
        (Example("He was 12 at the time.", "PAST_REF"),),
        ("at the time of the flood", "At the time Howes was captured"),
    ),
    Rule(
        "one day",
        "one day",
        _one_day,
        (Example("It will one day be the largest", "FUTURE_REF"),),
        ("It lasted one day",),
    ),
    Rule(
        "recent",
        "(recent|then_current)",
        _past,
        (Example("the recent fall", "PAST_REF"),),
        ("her most recent book",),
    ),
    Rule("the past", "the past", _the_past, (Example("of the past", "PAST_REF"),)),
    Rule("current", "current", _present, (Example("its current plans", "PRESENT_REF"),)),
    Rule(
        "soon",
        "soon",
        _unless_noun,
        (Example("will soon open", "FUTURE_REF"),),
        ("as soon as", "soon after", "It soon became a flood", "He was soon released"),
    ),
    Rule(
        "in the future",
        "(the (near |foreseeable |distant |not too distant )future|the future|the near term|"
        "the short term|a later date|a later time|some day|someday|"
        "(coming|future) (days|months|weeks|quarters|years))",
        _ahead,
        (Example("in the near future", "FUTURE_REF"),),
        ("an approach to the future", "important for the future of Europe"),
    ),
)
