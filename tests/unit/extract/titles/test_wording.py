from __future__ import annotations

import pytest

from timeline_app.extract.titles.wording import capitalised, dangling_cut, shortest_word_cut, tidied


@pytest.mark.parametrize(
    ("rough", "tidy"),
    [
        ("  men  left , ", "men left"),
        ("he said “no", "he said no"),
        ('a "short" word', 'a "short" word'),
        ('a "short word', "a short word"),
        ("made by Acme Inc.", "made by Acme Inc."),
        ("sent to the U.S.", "sent to the U.S."),
        ("it ended.", "it ended"),
        ("first ,, second", "first, second"),
        ("workers ended their strike “”", "workers ended their strike"),
        ("the fund ( ) was closed", "the fund was closed"),
    ],
)
def test_tidied(rough: str, tidy: str) -> None:
    assert tidied(rough) == tidy


@pytest.mark.parametrize("end", ["of the", "with", "and", "to", "was", "which"])
def test_nothing_dangles(end: str) -> None:
    assert dangling_cut(f"men left the town {end}") == "men left the town"


def test_the_last_resort_cuts_between_words() -> None:
    cut = shortest_word_cut("the council of ministers met in the capital of the country", 30)
    assert cut == "the council of ministers met…"
    assert shortest_word_cut("short", 30) == "short"


def test_capitalised() -> None:
    assert capitalised("men left") == "Men left"
    assert capitalised("iPhone sales rose") == "iPhone sales rose"
    assert capitalised("") == ""
