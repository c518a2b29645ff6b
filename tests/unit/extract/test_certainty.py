from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.extract.marked import unmarked
from timeline_app.domain.records import Basis
from timeline_app.extract.certainty import of_dating, of_expression, of_headline
from timeline_app.extract.dating.scopes import Relation
from timeline_app.extract.discourse.happenings import Kind


def test_a_surer_part_makes_a_surer_event() -> None:
    (sure,) = unmarked("on [3 May 2014=2014-05-03]")[1]
    (vague,) = unmarked("in [the 1990s=199X]")[1]
    guessed = replace(sure, confidence=0.7, inferred=frozenset({"year"}))
    clause = of_expression(sure, Relation.CLAUSE)
    assert clause > of_expression(sure, Relation.NOUN) > of_expression(sure, None)
    assert clause > of_expression(vague, Relation.CLAUSE)
    assert clause > of_expression(guessed, Relation.CLAUSE)


@pytest.mark.parametrize("kind", Kind)
def test_named_days_are_surer_than_carried_ones_and_those_than_reports(kind: Kind) -> None:
    (sure,) = unmarked("on [3 May 2014=2014-05-03]")[1]
    named = of_expression(sure, Relation.CLAUSE)
    assert 1 >= named > of_dating(Basis.CARRIED, kind, 0) > of_dating(Basis.REPORTED, kind, 0) > 0


def test_a_headline_is_as_sure_as_a_deed() -> None:
    assert of_headline(Basis.REPORTED) == of_dating(Basis.REPORTED, Kind.DEED, 0)


def test_the_opening_is_surer_than_what_follows() -> None:
    opening = of_dating(Basis.CARRIED, Kind.DEED, 2)
    assert opening > of_dating(Basis.CARRIED, Kind.DEED, 9)
