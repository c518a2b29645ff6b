from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.layout.helpers import Typewriter
from timeline_app.layout.text import Type, count_words, tail

MEASURE = Typewriter()


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (7, "7"),
        (999, "999"),
        (1000, "1k"),
        (1234, "1.2k"),
        (9999, "9.9k"),
        (35_400, "35k"),
        (1_000_000, "1M"),
        (2_600_000, "2.6M"),
        (10_000_000, "10M"),
    ],
)
def test_short_numbers(count: int, words: str) -> None:
    assert count_words(count) == words


@given(st.text("abcdef ", max_size=40), st.integers(0, 300))
def test_the_end_of_a_text(text: str, width: int) -> None:
    cut = tail(MEASURE, text, Type.TITLE, width)
    if 7 * len(text) <= width:
        assert cut == text
    elif cut:
        assert cut.startswith("…")
        assert text.endswith(cut[1:])
        assert 7 * len(cut) <= width
