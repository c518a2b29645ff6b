"""Languages: found by their folders, told apart by their commonest words."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.corpus import read_corpus
from timeline_app.tagger import LANGUAGES, detect_language, tag
from timeline_app.tagger.language import load_language


def test_english_is_the_default() -> None:
    assert LANGUAGES[0] == "en"
    assert detect_language("") == "en"
    assert load_language("xx") is load_language("en")


@pytest.mark.parametrize("code", ["en", "de"])
def test_articles_are_recognised(code: str) -> None:
    for document in read_corpus(code):
        assert detect_language(document["text"]) == code, document["id"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("La ley fue aprobada en 2015 por el Congreso y los ministros de la oposición.", "es"),
        ("La flèche s'est effondrée et une enquête a été ouverte par les juges du parquet.", "fr"),
        ("Il ministro della giustizia ha detto che non sono stati trovati i soldi.", "it"),
        ("De brand werd door de politie van het dorp niet op tijd gemeld.", "nl"),
        ("O ministro não foi visto na cidade e os jornais do país dizem que uma lei caiu.", "pt"),
        ("En route to La Paz, the El Paso team met Don de la Cruz at Los Alamos.", "en"),
    ],
)
def test_a_language_without_rules_is_told_from_english(text: str, code: str) -> None:
    assert detect_language(text) == code


def test_unknown_language_is_read_as_english() -> None:
    assert [e.timex for e in tag("in May 2016", language="xx")] == ["2016-05"]


def test_import_loads_no_rules() -> None:
    script = (
        "import sys, timeline_app.tagger as t; t.detect_language('der Hund');"
        "print([n for n in sys.modules if n.startswith('timeline_app.tagger.en.')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['timeline_app.tagger.en.cues']"
