"""Work grows with the text and no faster, whatever the text is."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from timeline_app.domain.edtf import parse_edtf
from timeline_app.tagger import LANGUAGES, tag
from timeline_app.tagger.language import load_language

PUBLISHED = parse_edtf("2016-05-20")
PHRASES = sorted(
    {
        (code, example.phrase)
        for code in LANGUAGES
        for stage in load_language(code).rules
        for rule in stage
        for example in rule.examples
    }
)
HOSTILE = {
    "digits": "7" * 300_000,
    "brackets": "(" * 10_000 + ")" * 10_000,
    "surrogates": "\ud800" * 50_000,
    "marks": "\u200f\u202e" * 25_000,
    "dashes": "1-" * 100_000,
    "quotes": "'" * 50_000,
    "no full stop": "word " * 100_000,
    "starts": "from between since May " * 5_000,
    "line breaks": "\n" * 300_000,
}


def calls(text: str, language: str = "en") -> int:
    """Function calls that tagging makes: a measure of work that no clock disturbs."""
    made = 0

    def tally(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal made
        made += 1

    sys.setprofile(tally)
    try:
        tag(text, published=PUBLISHED, language=language)
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_phrase_repeated_costs_no_more_each_time(code: str) -> None:
    for language, phrase in PHRASES:
        if language != code:
            continue
        few, many = (calls(f"{phrase} " * times, code) for times in (40, 120))
        assert many <= 3.4 * few + 200, phrase


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_is_read_through(name: str) -> None:
    text = HOSTILE[name]
    half, whole = calls(text[: len(text) // 2]), calls(text)
    assert whole <= 2.2 * half + 500


def test_all_phrases_in_one_text() -> None:
    text = " ".join(phrase for code, phrase in PHRASES if code == "en") * 5
    found = tag(text, published=PUBLISHED)
    assert len(found) > 1_000
    assert all(expression.text == expression.span.slice(text) for expression in found)
