"""How sure an event's date is, from what it rests on: 0 to 1.

The shares are rounded from those right among the events of the development stories
(`make eval` prints them beside what is found now).
"""

from __future__ import annotations

from timeline_app.domain.records import Basis, TemporalExpression
from timeline_app.domain.timevalue import Grain
from timeline_app.extract.dating.scopes import Relation
from timeline_app.extract.discourse.happenings import Kind

_BY_RELATION = {
    Relation.CLAUSE: 0.95,
    Relation.NOUN: 0.9,
    Relation.PARTICIPLE: 0.9,
    Relation.GERUND: 0.9,
}
_WHOLE_SENTENCE = 0.5  # where no words could be told to be what the date dates
_VAGUE = 0.9  # a decade, a season, about a year: the words may have been read too widely
_BY_BASIS = {Basis.CARRIED: 0.85, Basis.REPORTED: 0.75}
_BY_KIND = {
    Kind.SPEECH: 1.0,
    Kind.DEED: 0.95,
    Kind.NEWS: 0.9,
    Kind.COURSE: 0.75,
    Kind.PLAN: 0.75,
    Kind.TRAIT: 0.75,
}

AGAIN = 0.8
"""Share of its confidence that an event keeps where a noun speaks of it again."""

_OPENING = 3  # sentences that tell the news itself
_FURTHER_ON = 0.94


def of_expression(expression: TemporalExpression, relation: Relation | None) -> float:
    """For a date in the sentence; `relation` is None where the whole sentence is the title."""
    part = _WHOLE_SENTENCE if relation is None else _BY_RELATION[relation]
    value = expression.value
    vague = value is not None and (value.approximate or value.grain > Grain.YEAR)
    return round(expression.confidence * part * (_VAGUE if vague else 1.0), 3)


def of_dating(basis: Basis, kind: Kind, sentence: int) -> float:
    """For a date that the sentence doesn't name; `sentence` is its number in the body."""
    further = 1.0 if sentence < _OPENING else _FURTHER_ON
    return round(_BY_BASIS[basis] * _BY_KIND[kind] * further, 3)


def of_headline(basis: Basis) -> float:
    """For the day of a headline."""
    return round(_BY_BASIS[basis] * _BY_KIND[Kind.DEED], 3)
