"""References to now, the past and the future that name no date."""

from __future__ import annotations

from timeline_app.tagger.partials import Partial, Ref, Vague
from timeline_app.tagger.rules import Example, Match, Rule


def _present(match: Match) -> Partial:
    return Vague(Ref.PRESENT)


def _past(match: Match) -> Partial:
    return Vague(Ref.PAST)


def _future(match: Match) -> Partial:
    return Vague(Ref.FUTURE)


RULES = (
    Rule(
        "now", "(now|right now|currently)", _present, (Example("Currently, it is", "PRESENT_REF"),)
    ),
    Rule("recently", "(recently|recent)", _past, (Example("It recently fell", "PAST_REF"),)),
    Rule(
        "in the future",
        "(the [near ]future|soon)",
        _future,
        (Example("in the near future", "FUTURE_REF"),),
    ),
)
