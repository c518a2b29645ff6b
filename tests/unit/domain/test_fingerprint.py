"""Reprints are told from other stories."""

from __future__ import annotations

import random

import hypothesis.strategies as st
from hypothesis import given

from timeline_app.domain.fingerprint import are_copies, shared, sketch, unpacked
from timeline_app.domain.records import Block, Role
from timeline_app.domain.text import Span

WORDS = [f"{a}{b}" for a in "bdfgklmnprst" for b in ("ade", "imo", "ulk", "ono", "est")]


def story(seed: int, length: int = 400) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(WORDS) for _ in range(length)]


def test_small_edits_and_cuts_keep_a_copy_a_copy() -> None:
    words = story(1)
    edited = [*words[:40], "reworded", *words[41:200], "and", "more", *words[200:]]
    whole, other = sketch(" ".join(words), ()), sketch(" ".join(edited), ())
    assert are_copies(whole, other)
    assert are_copies(whole, sketch(" ".join(words[:250]), ()))
    assert not are_copies(whole, sketch(" ".join(story(2)), ()))


def test_half_a_story_of_new_words_is_no_copy() -> None:
    words = story(1)
    assert not are_copies(
        sketch(" ".join(words), ()), sketch(" ".join(words[:200] + story(3, 200)), ())
    )


def test_short_texts_are_copies_only_where_they_are_the_same() -> None:
    a, b = "It rained in Oran.", "It rained in Oran today."
    assert are_copies(sketch(a, ()), sketch("it rained, in Oran", ()))
    assert not are_copies(sketch(a, ()), sketch(b, ()))
    assert not are_copies(sketch("", ()), sketch("", ()))


def test_headline_and_credits_play_no_part() -> None:
    body = " ".join(story(1))
    blocks = (Block(Span(0, 8), Role.TITLE), Block(Span(9, 9 + len(body)), Role.BODY))
    assert sketch(f"Headline\n{body}", blocks) == sketch(body, ())


@given(st.integers(0, 400), st.integers(0, 5))
def test_shares_are_estimated_well(cut: int, seed: int) -> None:
    words = story(seed)
    other = words[:cut] + story(seed + 100, 400 - cut)
    a, b = sketch(" ".join(words), ()), sketch(" ".join(other), ())
    assert abs(shared(a, b) - cut / 400) < 0.2
    assert shared(a, b) == shared(b, a)
    assert unpacked(a.packed()) == a
