from __future__ import annotations

import pytest

from timeline_app.layout.text import count_words


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
