from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.text import Span
from timeline_app.extract.grammar.tokens import capitals_inside, words_of
from timeline_app.extract.grammar.words import Tag


def tagged(text: str) -> dict[str, Tag]:
    return {word.text: word.tag for word in words_of(text, Span(0, len(text)))}


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("U.S.-backed men", ["U.S.-backed", "men"]),
        ("a 777-200LR jet", ["a", "777-200LR", "jet"]),
        ("$3.5bn, 1,000 men", ["$3.5bn", ",", "1,000", "men"]),
        ("Gen. Hill's men", ["Gen.", "Hill's", "men"]),
        ("AT&T won.", ["AT&T", "won", "."]),
        ("long-term", ["long-term"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [word.text for word in words_of(text, Span(0, len(text)))] == tokens


def test_a_date_is_one_word_with_its_own_span() -> None:
    text = "He left on May 19, 2016, at last."
    words = words_of(text, Span(0, len(text)), [Span(11, 23)])
    dates = [word for word in words if word.tag is Tag.DATE]
    assert [word.span.slice(text) for word in dates] == ["May 19, 2016"]


def test_the_possessive_of_a_date_goes_with_it() -> None:
    text = "Monday's attack"
    first, second = words_of(text, Span(0, len(text)), [Span(0, 6)])
    assert first.possessive
    assert second.text == "attack"


def test_tags() -> None:
    tags = tagged("The general may have been killed by a U.S. drone, she wrote to him")
    assert tags["The"] is Tag.DETERMINER
    assert tags["may"] is Tag.MODAL
    assert tags["killed"] is Tag.VERB
    assert tags["by"] is Tag.PREPOSITION
    assert tags["U.S."] is Tag.NAME
    assert tags["she"] is Tag.PRONOUN
    assert tags["to"] is Tag.PREPOSITION


def test_may_is_a_month_or_a_modal() -> None:
    assert tagged("Theresa May resigned")["May"] is Tag.NAME
    assert tagged("They may resign")["may"] is Tag.MODAL


def test_names_at_the_start_are_told_by_the_rest_of_the_text() -> None:
    text = "Jobs left. Then, with Jobs gone, sales fell."
    assert "Jobs" in capitals_inside(text)
    (first, *_) = words_of(text, Span(0, 10), names=capitals_inside(text))
    assert first.tag is Tag.NAME


def test_capitals_everywhere_say_nothing() -> None:
    tags = tagged("TWO SOLDIERS DIED IN A BOMB ATTACK IN THE CITY")
    assert tags["DIED"] is Tag.VERB
    assert tags["IN"] is Tag.PREPOSITION


@given(st.text(max_size=80))
def test_words_are_slices_of_the_text_in_order(text: str) -> None:
    words = words_of(text, Span(0, len(text)))
    assert all(word.span.slice(text) == word.text for word in words)
    assert all(a.span.end <= b.span.start for a, b in pairwise(words))
