"""TIMEX3 values of every precision."""

from __future__ import annotations

import pytest

from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.timevalue import Grain, moment, period_at
from timeline_app.tagger.timex3 import format_duration, format_timex


@pytest.mark.parametrize(
    ("edtf", "timex"),
    [
        ("2016-05-19T20:00", "2016-05-19T20:00"),
        ("2016-05-19T20", "2016-05-19T20:00"),
        ("2016-05-19T20:00:05Z", "2016-05-19T20:00:05Z"),
        ("2016-05-19", "2016-05-19"),
        ("2016-05", "2016-05"),
        ("1988-35", "1988-Q3"),
        ("1990-40", "1990-H1"),
        ("1936-22", "1936-SU"),
        ("2016", "2016"),
        ("199X", "199"),
        ("18XX", "18"),
        ("-0043", "BC0044"),
        ("-0043-03-15", "BC0044-03-15"),
        ("2011/..", "2011"),
        ("../2020", "2020"),
        ("2010/2012", "2010"),
    ],
)
def test_calendar_values(edtf: str, timex: str) -> None:
    assert format_timex(parse_edtf(edtf)) == timex


def test_week() -> None:
    day = parse_edtf("2016-05-20").points[0].earliest
    assert format_timex(moment(period_at(day, Grain.WEEK))) == "2016-W20"


@pytest.mark.parametrize(
    ("parts", "timex"),
    [
        (((3, "day"),), "P3D"),
        (((None, "year"),), "PXY"),
        (((None, "minute"),), "PTXM"),
        (((2, "decade"),), "P20Y"),
        (((2.5, "year"),), "P2Y6M"),
        (((2, "hour"), (30, "minute")), "PT2H30M"),
        (((None, "period"),), "PXX"),
    ],
)
def test_durations(parts: tuple[tuple[float | None, str], ...], timex: str) -> None:
    assert format_duration(parts) == timex
