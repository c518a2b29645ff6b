"""EDTF text both ways, against the specification's examples and a second implementation."""

from __future__ import annotations

import calendar
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.strategies import values
from timeline_app.domain import calendars as cal
from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.errors import EdtfError
from timeline_app.domain.timevalue import Grain, Limit, Mod, TimeValue, month, period_at, qualified
from timeline_app.domain.timevalue import moment as moment_of

TEXTS = [
    "2016",
    "2016-05",
    "2016-05-19",
    "0000",
    "-0043",
    "-0043-03-15",
    "9999",
    "-9999",
    "Y170000002",
    "Y-17000002",
    "201X",
    "20XX",
    "2XXX",
    "000X",
    "-004X",
    "-00XX",
    "2004-XX",
    "1985-04-XX",
    "1985-XX-XX",
    "2001-21",
    "2001-22",
    "2001-23",
    "2001-24",
    "2001-33",
    "2001-36",
    "2001-40",
    "2001-41",
    "1984?",
    "2004-06~",
    "2004-06-11%",
    "1984?/2004~",
    "1984-06%/1984-08-17",
    "2011/..",
    "../2016",
    "2011/",
    "/2016",
    "1964/2008",
    "2004-02-01/2005-02-08",
    "2004-06/2006-08",
    "[1667,1668,1670..1672]",
    "[1760-12..]",
    "[..1983-12-03]",
    "{1960,1961-12}",
    "{1667..1672}",
    "1985-04-12T23",
    "1985-04-12T23:20",
    "1985-04-12T23:20:30",
    "1985-04-12T23:20:30Z",
    "1985-04-12T23:20:30-04:00",
    "1985-04-12T23:20:30+05:30",
]


@pytest.mark.parametrize("text", TEXTS)
def test_text_comes_back_as_it_was(text: str) -> None:
    assert format_edtf(parse_edtf(text)) == text


@given(values())
def test_values_come_back_as_they_were(value: TimeValue) -> None:
    assert parse_edtf(format_edtf(value)) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", "abc", "2016-5", "16-05-19", "2016-13", "2016-00", "2016-02-30", "2016-05-19T25:00"),
        *(
            "2016-05-19T12:61",
            "2016-05T12:00",
            "2016/2011",
            "/",
            "../..",
            "2016//2017",
            "2016/2017/2018",
        ),
        *("[2016", "{2016]", "[]", "201X-05", "2016-XX-05", "2016-05-19T12:00:00+15:00"),
        *("Y2016", "2016/2017/2018"),
    ],
)
def test_what_is_not_edtf_is_refused(text: str) -> None:
    with pytest.raises(EdtfError):
        parse_edtf(text)


@given(st.text(alphabet="0123456789X-/?~%.[]{},TYZ:+", max_size=24))
def test_any_text_parses_or_is_refused(text: str) -> None:
    try:
        value = parse_edtf(text)
    except EdtfError:
        return
    assert parse_edtf(format_edtf(value)) == value


def _oracle_bounds(text: str) -> tuple[int, int]:
    """First second and last day of a text as PyPI's `edtf` reads it."""
    edtf = pytest.importorskip("edtf")
    parsed = edtf.parse_edtf(text)

    def seconds(when: time.struct_time) -> int:
        return cal.seconds_from_civil(when.tm_year, when.tm_mon, when.tm_mday)

    return seconds(parsed.lower_strict()), seconds(parsed.upper_strict())


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "text",
    [
        *("2016", "2016-05", "2016-05-19", "-0043", "201X", "20XX", "2004-XX", "1985-04-XX"),
        *(
            "1964/2008",
            "2004-02-01/2005-02-08",
            "2001-21",
            "2001-22",
            "2001-23",
            "2001-33",
            "2001-34",
        ),
        *("Y170000002", "1985-XX-XX", "0000"),
    ],
)
def test_bounds_agree_with_a_second_implementation(text: str) -> None:
    value = parse_edtf(text)
    assert value.earliest is not None
    assert value.latest is not None
    assert (value.earliest, value.latest - cal.DAY) == _oracle_bounds(text)


def test_spring_of_a_leap_year_has_its_days() -> None:
    value = parse_edtf("2016-21")
    assert value.latest is not None
    assert value.earliest is not None
    assert (value.latest - value.earliest) // cal.DAY == sum(
        calendar.monthrange(2016, number)[1] for number in (3, 4, 5)
    )


def test_open_and_unknown_ends_stay_apart() -> None:
    assert parse_edtf("2011/..").end is Limit.OPEN
    assert parse_edtf("2011/").end is Limit.UNKNOWN


def test_a_week_is_written_as_its_days() -> None:
    week = moment_of(period_at(cal.seconds_from_civil(2016, 5, 19), Grain.WEEK))
    assert format_edtf(week) == "2016-05-16/2016-05-22"


def test_part_of_a_period_is_written_as_approximate() -> None:
    assert format_edtf(qualified(month(2016, 5), mod=Mod.START)) == "2016-05~"
