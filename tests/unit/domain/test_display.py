"""Words for dates never claim more than the source gives."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from tests.unit.domain.strategies import values
from timeline_app.domain import calendars as cal
from timeline_app.domain.display import display, year_words
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.timevalue import (
    Grain,
    Limit,
    Mod,
    Point,
    TimeValue,
    interval,
    moment,
    month,
    qualified,
)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2016-05-19", "19 May 2016"),
        ("2016-05", "May 2016"),
        ("2016", "2016"),
        ("201X", "2010s"),
        ("19XX", "20th century"),
        ("00XX", "1st century"),
        ("10XX", "11th century"),
        ("-04XX", "5th century BCE"),
        ("2XXX", "3rd millennium"),
        ("-2XXX", "3rd millennium BCE"),
        ("-0043", "44 BCE"),
        ("0000", "1 BCE"),
        ("-004X", "50 to 41 BCE"),
        ("2011/..", "since 2011"),
        ("../2016-05", "until May 2016"),
        ("2011/", "from 2011, end unknown"),
        ("2016-05-16/2016-05-19", "16 to 19 May 2016"),
        ("2016-05-16/2016-06-02", "16 May to 2 June 2016"),
        ("2011/2016-05", "2011 to May 2016"),
        ("1990~", "about 1990"),
        ("1990?", "1990 (uncertain)"),
        ("2016-21", "spring 2016"),
        ("2016-24", "winter 2016"),
        ("2016-34", "Q2 2016"),
        ("2016-41", "second half of 2016"),
        ("1985-04-XX", "a day in April 1985"),
        ("1985-XX", "a month in 1985"),
        ("2016-05-19T20:05", "19 May 2016, 20:05"),
        ("2016-05-19T20:05Z", "19 May 2016, 20:05 UTC"),
        ("2016-05-19T20:05-04:00", "19 May 2016, 20:05 UTC-4"),
        ("[1667,1668]", "1667 or 1668"),
        ("{1667,1668}", "1667 and 1668"),
    ],
)
def test_values_in_words(edtf: str, words: str) -> None:
    assert display(parse_edtf(edtf)) == words


def test_parts_of_a_period_in_words() -> None:
    assert display(qualified(month(2016, 5), mod=Mod.START)) == "early May 2016"
    since = interval(qualified(month(2016, 5), mod=Mod.END), Limit.OPEN)
    assert display(since) == "since late May 2016"
    until = interval(Limit.OPEN, qualified(month(2016, 5), mod=Mod.END))
    assert display(until) == "until the end of May 2016"


def test_part_of_a_day_in_words() -> None:
    evening = cal.seconds_from_civil(2016, 5, 19, 18)
    point = Point(evening, evening + 3 * cal.HOUR, Grain.DAY_PART)
    assert display(moment(point)) == "19 May 2016, evening"


@given(values())
def test_every_value_has_words_and_qualifiers_show(value: TimeValue) -> None:
    words = display(value)
    assert words
    assert ("about" in words) == value.approximate
    assert ("(uncertain)" in words) == value.uncertain


@given(values())
def test_a_year_is_not_given_a_month(value: TimeValue) -> None:
    if all(point.grain >= Grain.YEAR for point in value.points):
        assert not any(name in display(value) for name in ("January", "December"))


def test_there_is_no_year_zero() -> None:
    assert [year_words(number) for number in (-1, 0, 1)] == ["2 BCE", "1 BCE", "1"]


def test_ranges_with_qualifiers_keep_both_ends_whole() -> None:
    first, last = parse_edtf("2016-05-16").points[0], parse_edtf("2016-05-19").points[0]
    value = TimeValue(replace(first, approximate=True), last, "interval")
    assert display(value) == "about 16 May 2016 to 19 May 2016"
