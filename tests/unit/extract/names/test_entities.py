"""People, places and organisations of texts written for the purpose, kept in entities.txt."""

from __future__ import annotations

import pytest

from tests.unit.extract.names.entitygold import gold, score
from timeline_app.domain.records import Entity, EntityKind
from timeline_app.domain.text import Span
from timeline_app.extract.names.entities import ArticleNames, entities_of

PERSON, PLACE = EntityKind.PERSON, EntityKind.PLACE
ORGANIZATION = EntityKind.ORGANIZATION


def test_the_gold_is_large_enough() -> None:
    assert sum(len(entities) for _, entities in gold()) >= 150


def test_a_surname_stands_for_the_full_name_and_an_acronym_for_what_it_is_short_for() -> None:
    text = "John Kerry met the Islamic State (ISIS). Mr. Kerry left. Later ISIS fled, Kerry said."
    last = Span(text.index("Later"), len(text))
    assert entities_of(text, last) == (
        Entity(ORGANIZATION, "Islamic State"),
        Entity(PERSON, "John Kerry"),
    )


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It rained in Omdal.", "Omdal", PLACE),
        ("Rui Lopes, the mayor, left.", "Rui Lopes", PERSON),
        ("They wrote to the Ministry of Trade.", "Ministry of Trade", ORGANIZATION),
        ("It met its German partner Biokern.", "Biokern", ORGANIZATION),
        ("Then Marine Gen. Joseph F. Tarn spoke.", "Joseph F. Tarn", PERSON),
        ("Militias called Libya Dawn took it.", "Libya Dawn", ORGANIZATION),
        ("I spoke to Delgado yesterday.", "Delgado", PERSON),
        ("Then Gen. Okoro spoke.", "Okoro", PERSON),
        ("A share in Vantor Inc. costs more.", "Vantor Inc.", ORGANIZATION),
        ("OMDAL (AP) — It rained.", "Omdal", PLACE),
        ("He was born in Omdal, where his father ran a shop.", "Omdal", PLACE),
        ("Fighters from Omdal, who had fled, came back.", "Omdal", PLACE),
        ("The rebels left Wadi Tarn.", "Wadi Tarn", PLACE),
        ("They have held Abu Tarn since May.", "Abu Tarn", PLACE),
        ("The old man fell. Tarquil, his son, fled.", "Tarquil", PERSON),
    ],
)
def test_one_name(text: str, name: str, kind: EntityKind) -> None:
    assert entities_of(text) == (Entity(kind, name),)


@pytest.mark.parametrize(
    "text",
    [
        "French voters stayed away on Monday.",
        "The Treaty of Versailles ended World War I.",
        "It was Christmas Eve.",
        "Workers left early. Others stayed.",
        "",
    ],
)
def test_no_name(text: str) -> None:
    assert entities_of(text) == ()


def test_two_people_of_one_surname_are_told_apart() -> None:
    text = "Bill Weiss sang. Mr. Weiss won. Anna Weiss spoke. Mrs. Weiss left. Mr. Weiss stayed."
    names = ArticleNames(text)
    last = text.rindex("Mr. ")
    assert names.within(Span(text.index("Mrs."), last)) == (Entity(PERSON, "Anna Weiss"),)
    assert names.within(Span(last, len(text))) == (Entity(PERSON, "Bill Weiss"),)


def test_names_in_a_headline_are_known_from_the_text() -> None:
    text = "Mayor Lopes Leaves Tarn Amid Lease Scandal\n\nRui Lopes resigned in Tarn on Monday."
    names = ArticleNames(text)
    found = names.within(Span(0, text.index("\n")))
    assert set(found) == {Entity(PERSON, "Rui Lopes"), Entity(PLACE, "Tarn")}


def test_precision_and_recall_keep_their_floor() -> None:
    found = score(gold())
    assert found.precision >= 0.95, found
    assert found.recall >= 0.93, found
