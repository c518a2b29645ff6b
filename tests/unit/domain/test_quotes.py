"""Quotations found again in texts that have changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.quotes import Quote, find_quote, likeness
from timeline_app.domain.text import Span

TEXT = (
    "The port fell in May. Nobody left. The talks began on Monday in Vienna, he said. They failed."
)


def test_words_that_moved_are_found() -> None:
    start = TEXT.index("The talks")
    quote = Quote.of(TEXT, Span(start, TEXT.index(" They failed")))
    newer = "A new first paragraph.\n\n" + TEXT
    found = find_quote(newer, quote)
    assert found is not None
    assert found.slice(newer) == "The talks began on Monday in Vienna, he said."


def test_of_several_places_the_one_with_the_same_context() -> None:
    text = "In spring he left. It rained. In autumn he left. It snowed."
    second = text.rindex("he left")
    quote = Quote.of(text, Span(second, second + len("he left")))
    newer = "Before. " + text
    assert find_quote(newer, quote) == Span(second + 8, second + 8 + len("he left"))


def test_words_with_small_edits_are_found() -> None:
    start = TEXT.index("The talks")
    quote = Quote.of(TEXT, Span(start, TEXT.index(" They failed")))
    newer = TEXT.replace("began on Monday in Vienna", "began Monday in central Vienna")
    found = find_quote(newer, quote)
    assert found is not None
    assert found.slice(newer) == "The talks began Monday in central Vienna, he said."


def test_words_that_are_gone_are_not_found() -> None:
    quote = Quote.of(TEXT, Span(TEXT.index("The talks"), TEXT.index(" They failed")))
    assert find_quote("Another article altogether, about trains and the weather.", quote) is None
    assert find_quote("", quote) is None
    assert find_quote(TEXT, Quote("  ")) is None


def test_a_quotation_whose_pieces_stand_everywhere_is_not_guessed() -> None:
    assert find_quote("a" * 100_000, Quote("b" + "a" * 300 + "c")) is None
    assert likeness("a" * 300, "b" * 300) == 0.0


@given(st.text(min_size=1, max_size=60), st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_found_where_it_was_put(words: str, before: str, behind: str) -> None:
    text = before + words + behind
    found = find_quote(text, Quote(words, before[-32:], behind[:32]))
    if words.strip():
        assert found is not None
        assert found.slice(text) == words
    else:
        assert found is None


@given(st.text(max_size=200), st.text(max_size=60))
def test_what_is_found_lies_within_the_text(text: str, words: str) -> None:
    found = find_quote(text, Quote(words))
    assert found is None or 0 <= found.start < found.end <= len(text)
