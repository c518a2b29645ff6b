from __future__ import annotations

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.session.date_words import parse_date_words


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2016", "2016"),
        ("2016-05", "2016-05"),
        ("-0043", "-0043"),
        ("May 2016", "2016-05"),
        ("19 May 2016", "2016-05-19"),
        ("19 may", "1999-05-19"),
        (" 2016-05-19 ", "2016-05-19"),
        ("2011/2014", "2011/2014"),
    ],
)
def test_as_exact_as_the_words(words: str, edtf: str) -> None:
    assert format_edtf(parse_date_words(words, 1999)) == edtf


@pytest.mark.parametrize("words", ["", "soon", "99 Mai 12345678901234567890"])
def test_refuses_in_plain_words(words: str) -> None:
    with pytest.raises(ValueError, match="Not a date"):
        parse_date_words(words, 2000)
