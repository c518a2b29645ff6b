"""Patterns: what they allow, and how broken ones are refused."""

from __future__ import annotations

import pytest

from timeline_app.tagger.patterns import expand, grow, words_of


def keys(pattern: str) -> set[str]:
    return {" ".join(element.key for element in sequence) for sequence in expand(pattern)}


def test_options_and_alternatives() -> None:
    assert keys("<month> <day>[,] <year>") == {"<month> <day> <year>", "<month> <day> , <year>"}
    assert keys("(last|next) week") == {"last week", "next week"}
    assert keys("[the ](a|b[ c])") == {"a", "b", "b c", "the a", "the b", "the b c"}


def test_seams() -> None:
    assert keys("q~<number>") == {"q ~<number>"}
    assert keys("mid_<month>") == {"mid <month>", "mid - <month>"}
    assert keys("<year>(~s|s)") == {"<year> ~s", "<year> s"}


def test_slots_have_names() -> None:
    (sequence,) = expand("from <day:first> to <day:last>")
    assert [(element.slot, element.name) for element in sequence if element.slot] == [
        ("day", "first"),
        ("day", "last"),
    ]


@pytest.mark.parametrize("pattern", ["<Month>", "a)", "<day"])
def test_broken_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        expand(pattern)


def test_words_that_the_lexicon_needs() -> None:
    assert words_of("the <ordinal>_quarter[ of <year>]") == {"the", "quarter", "of", "-"}


def test_tree_ends_name_their_owner() -> None:
    tree = grow([("x", "a b"), ("y", "a")])
    assert [owner for _, owner, _ in tree["a"][None]] == ["y"]
    assert [owner for _, owner, _ in tree["a"]["b"][None]] == ["x"]
