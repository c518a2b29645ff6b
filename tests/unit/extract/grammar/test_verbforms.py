from __future__ import annotations

import pytest

from timeline_app.extract.grammar import verbforms as forms


@pytest.mark.parametrize(
    ("form", "past"),
    [
        ("taking", "took"),
        ("making", "made"),
        ("killing", "killed"),
        ("stopping", "stopped"),
        ("carrying", "carried"),
        ("using", "used"),
        ("retaking", "retook"),
        ("meeting", "met"),
        ("releasing", "released"),
        ("opening", "opened"),
        ("visiting", "visited"),
        ("destroying", "destroyed"),
        ("becoming", "became"),
        ("announcing", "announced"),
        ("having", "had"),
    ],
)
def test_past_of_a_gerund(form: str, past: str) -> None:
    assert forms.past_of(form) == past


@pytest.mark.parametrize("word", ["took", "retook", "killed", "was born", "met", "signalled"])
def test_past_forms(word: str) -> None:
    assert forms.is_past(word.split()[-1]) or forms.is_participle(word.split()[-1])


@pytest.mark.parametrize("word", ["united", "hundred", "embed", "indeed", "ahmed", "need"])
def test_what_only_looks_like_a_past_form(word: str) -> None:
    assert not forms.is_past(word)


@pytest.mark.parametrize("word", ["morning", "during", "king", "nothing", "beijing"])
def test_what_only_looks_like_a_gerund(word: str) -> None:
    assert not forms.is_ing(word)
