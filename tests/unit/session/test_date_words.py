from __future__ import annotations

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.session.date_words import parse_date_words, parse_full_date


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
        ("May 20, 2016", "2016-05-20"),
        ("20.5.2016", "2016-05-20"),
        ("4.5.2016", "2016-05-04"),
        ("since 2011", "2011/.."),
        ("until May 2016", "../2016-05"),
        ("3 to 8 May 2016", "2016-05-03/2016-05-08"),
        ("from 3 May to 8 June 2016", "2016-05-03/2016-06-08"),
        ("2011 – 2014", "2011/2014"),
        ("about 1990", "1990~"),
        ("early May 2016", "2016-05~"),
        ("until the end of May 2016", "../2016-05~"),
        ("44 BC", "-0043"),
    ],
)
def test_as_exact_as_the_words(words: str, edtf: str) -> None:
    assert format_edtf(parse_date_words(words, 1999)) == edtf


@pytest.mark.parametrize(
    "words", ["", "soon", "since", "40 to 50 May 2016", "99 Mai 12345678901234567890"]
)
def test_refuses_in_plain_words(words: str) -> None:
    with pytest.raises(ValueError, match="Not a date"):
        parse_date_words(words, 2000)


def test_a_range_that_ends_first_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        parse_date_words("May 2016 to March 2016", 2000)


def test_where_the_year_matters_it_must_be_given() -> None:
    assert format_edtf(parse_full_date("20 May 2016")) == "2016-05-20"
    with pytest.raises(ValueError, match="Which year"):
        parse_full_date("20 May")
