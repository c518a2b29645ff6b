from __future__ import annotations

import json

import pytest

from timeline_app.readers import read
from timeline_app.readers.article.fields import one_line


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("  Council\n\tvotes ", "Council votes"),
        ("Half \ud800 a character", "Half \ufffd a character"),
        ("two halves: \ud83d\ude00", "two halves: 😀"),
        ("bell\x07 and nul\x00", "bell and nul"),
        (" \u200b ", None),
        ("", None),
        (None, None),
    ],
)
def test_one_line(words: str | None, line: str | None) -> None:
    assert one_line(words) == line


def test_a_text_in_the_wrong_field_is_cut() -> None:
    assert len(one_line("word " * 10_000) or "") <= 1000


def test_escaped_halves_of_characters_can_be_stored() -> None:
    entry = {"title": "A \ud800 b", "text": "He left \ud800 in May 2016. " * 9, "author": "\udc00"}
    [article] = read(json.dumps([entry]).encode(), "articles.json")
    assert article.title == "A \ufffd b"
    for words in (article.title, article.text, article.author or ""):
        assert words.encode()


def test_escaped_halves_of_characters_in_rtf() -> None:
    data = rb"{\rtf1\ansi The clock \u-10240? struck. A face \u-10179?\u-8704? smiled.\par}"
    [article] = read(data, "a.rtf")
    assert "A face 😀 smiled." in article.text
    assert article.text.encode()
