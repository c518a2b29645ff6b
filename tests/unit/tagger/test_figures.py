"""What figures can mean by their form alone."""

from __future__ import annotations

from typing import Any

import pytest

from timeline_app.tagger.figures import order_of_figures, read_figures, two_digit_year


@pytest.mark.parametrize(
    ("word", "slot", "value"),
    [
        ("2016-05-19", "iso_date", (2016, 5, 19)),
        ("19.05.2016", "numeric_date", (19, 5, 2016, ".")),
        ("5/19/16", "numeric_date", (5, 19, 2016, "/")),
        ("20160519", "compact_date", (2016, 5, 19)),
        ("17:30:05", "clock", (17, 30, 5)),
        ("1939-45", "year_range", (1939, 1945, 2)),
        ("2010–2012", "year_range", (2010, 2012, 4)),
        ("3-5", "day_range", (3, 5, 1)),
        ("1,482", "number", 1482),
        ("1/2", "fraction", (1, 2)),
        ("2016", "year", 2016),
        ("0735", "military", (7, 35, None)),
    ],
)
def test_slots(word: str, slot: str, value: Any) -> None:
    assert read_figures(word)[slot] == value


@pytest.mark.parametrize("word", ["555-2016-1999", "1.2.3.4", "7" * 30, "20160230", "12-34-56-78"])
def test_no_date(word: str) -> None:
    values = read_figures(word)
    assert not {"iso_date", "numeric_date", "compact_date", "year", "year_range"} & values.keys()


def test_two_figures() -> None:
    assert [two_digit_year(number) for number in (0, 16, 39, 40, 99)] == [
        2000,
        2016,
        2039,
        1940,
        1999,
    ]


@pytest.mark.parametrize(
    ("text", "day_first"),
    [
        ("13/6/2016 and 5/6/2016", True),
        ("6/13/16", False),
        ("5/6/2016", None),
        ("13/6/2016 or 6/13/2016", None),
        ("99/99/9999", None),
    ],
)
def test_order(text: str, day_first: bool | None) -> None:
    assert order_of_figures(text) is day_first
