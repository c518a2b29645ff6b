"""Which event of a new reading is which of the old one."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.text import Span
from timeline_app.store.matching import Place, matched

SENTENCES = (
    "The port fell in May.",
    "Nobody left the town.",
    "The talks began on Monday in Vienna.",
    "A fire destroyed the customs house.",
    "The court freed two journalists last week.",
)


def text_of(sentences: tuple[str, ...]) -> tuple[str, list[Place]]:
    """A text of these sentences, each a passage that its last word dates."""
    text, places = "", []
    for sentence in sentences:
        start = len(text)
        end = start + len(sentence)
        last = start + sentence.rindex(" ") + 1
        text += sentence + " "
        places.append(Place(Span(start, end), Span(last, end - 1)))
    return text, places


def pairs(old: tuple[str, ...], new: tuple[str, ...]) -> dict[int, int]:
    before, after = text_of(old), text_of(new)
    return matched(before[1], before[0], after[1], after[0])


def test_the_same_text_is_paired_place_by_place() -> None:
    assert pairs(SENTENCES, SENTENCES) == {n: n for n in range(5)}


def test_sentences_that_moved_are_found() -> None:
    order = list(SENTENCES)
    random.Random(3).shuffle(order)
    found = pairs(SENTENCES, tuple(order))
    assert {SENTENCES[a]: order[b] for a, b in found.items()} == {s: s for s in SENTENCES}


def test_sentences_with_small_edits_are_found() -> None:
    newer = (*SENTENCES[:2], "The talks began Tuesday in Vienna.", *SENTENCES[3:])
    assert pairs(SENTENCES, newer) == {n: n for n in range(5)}


def test_what_is_gone_has_no_place() -> None:
    assert pairs(SENTENCES, SENTENCES[:2]) == {0: 0, 1: 1}
    assert pairs(SENTENCES[:1], ("Quite another thing was told elsewhere.",)) == {}


def test_doubles_are_paired_in_order() -> None:
    twice = (SENTENCES[0], SENTENCES[0])
    assert pairs(twice, ("First of all.", *twice)) == {0: 1, 1: 2}


def test_of_many_that_are_left_over_only_the_dear_are_compared() -> None:
    old = tuple(f"The mayor of town {n} opened bridge {n} in May." for n in range(500))
    new = tuple(f"The mayor of town {n} then opened bridge {n} in June." for n in range(500))
    (text, places), (newer, others) = text_of(old), text_of(new)
    dear = [n == 7 for n in range(500)]
    assert matched(places, text, others, newer, dear) == {7: 7}


@given(
    st.lists(st.sampled_from(SENTENCES), max_size=8),
    st.lists(st.sampled_from(SENTENCES), max_size=8),
)
def test_each_place_is_used_once(old: list[str], new: list[str]) -> None:
    found = pairs(tuple(old), tuple(new))
    assert len(set(found.values())) == len(found)
    assert all(0 <= a < len(old) and 0 <= b < len(new) for a, b in found.items())
    same = sum(min(old.count(each), new.count(each)) for each in set(old))
    assert sum(old[a] == new[b] for a, b in found.items()) == same
