"""Spans, and the way between code points and Qt's UTF-16 units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.text import (
    Span,
    Utf16Map,
    cover,
    page_count,
    page_of,
    trimmed,
    whole_words,
)


@given(st.text(alphabet=st.characters() | st.sampled_from("a😀𝒳é")))
def test_utf16_offsets_agree_with_the_codec(text: str) -> None:
    offsets = Utf16Map(text)
    for offset in range(len(text) + 1):
        expected = len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        assert offsets.to_utf16(offset) == expected
        assert offsets.from_utf16(expected) == offset


def test_an_offset_inside_a_pair_is_that_of_its_character() -> None:
    assert Utf16Map("a😀b").from_utf16(2) == 1


def test_spans() -> None:
    span = Span(2, 5)
    assert span.slice("abcdefg") == "cde"
    assert span.overlaps(Span(4, 9))
    assert not span.overlaps(Span(5, 9))
    assert span.contains(Span(3, 5))
    assert not span.contains(Span(3, 6))
    assert span.shifted(2) == Span(4, 7)
    assert cover([Span(7, 8), Span(1, 3)]) == Span(1, 8)
    with pytest.raises(ValueError, match="empty"):
        cover([])


@given(st.text(alphabet=" \na"), st.data())
def test_trimmed_spans_have_no_white_edges(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    inner = trimmed(text, span)
    assert inner.slice(text) == span.slice(text).strip()
    assert span.start <= inner.start <= inner.end <= span.end


def test_the_page_of_an_offset() -> None:
    assert [page_of(offset, (0, 10, 10, 25)) for offset in (0, 9, 10, 24, 25, 99)] == [
        1,
        1,
        3,
        3,
        4,
        4,
    ]
    assert page_of(0, (3, 10)) == 1
    assert page_of(5, ()) is None


def test_pages_that_a_text_lies_on() -> None:
    assert page_count(()) == 0
    assert page_count((0, 10, 10, 25)) == 4
    assert page_count((0, 0, 0, 40)) == 2  # the third and fourth of a file


@pytest.mark.parametrize(
    ("text", "selected", "words"),
    [
        ("The Council voted on Monday.", "uncil vot", "Council voted"),
        ("The Council voted on Monday.", " Council ", "Council"),
        ("The Council voted on Monday.", "Monda", "Monday"),
        ("It’s a well-known U.S. ship.", "t’s a well", "It’s a well-known"),
        ("It’s a well-known U.S. ship.", "S. shi", "U.S. ship"),
        ("1,000 men “left” early", "000 men “lef", "1,000 men “left"),
        ("A re\u0301sume\u0301 of it", "e\u0301sume", "re\u0301sume\u0301"),
        ("one – two", "–", "–"),
        ("one two", " ", ""),
    ],
)
def test_whole_words(text: str, selected: str, words: str) -> None:
    start = text.index(selected)
    assert whole_words(text, Span(start, start + len(selected))).slice(text) == words


@given(st.text(alphabet="a’-. é"), st.data())
def test_whole_words_of_whole_words_are_the_same(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    once = whole_words(text, Span(start, end))
    assert whole_words(text, once) == once
    assert once.contains(trimmed(text, Span(start, end)))
