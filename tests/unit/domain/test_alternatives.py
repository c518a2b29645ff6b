"""Other readings of a date, as a user would look for them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.strategies import values
from timeline_app.domain import calendars as cal
from timeline_app.domain.alternatives import MOST, alternatives
from timeline_app.domain.display import display
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import Anchor, TemporalExpression, TimexType
from timeline_app.domain.text import Span
from timeline_app.domain.timevalue import Grain, Mod, TimeValue, moment, period_at, qualified

PUBLICATION = Anchor("publication", "2016-05-20")


def expression(
    words: str, edtf: str, anchor: Anchor | None = None, inferred: str = ""
) -> TemporalExpression:
    return TemporalExpression(
        Span(0, len(words)),
        words,
        TimexType.DATE,
        edtf,
        parse_edtf(edtf),
        "a rule",
        anchor,
        inferred=frozenset(inferred.split()),
    )


def found(given: TemporalExpression, published: str = "2016-05-20") -> list[tuple[str, str]]:
    return [
        (each.words, display(each.value)) for each in alternatives(given, parse_edtf(published))
    ]


def test_a_weekday() -> None:
    assert found(expression("on Monday", "2016-05-16", PUBLICATION)) == [
        ("Monday before", "9 May 2016"),
        ("Monday after", "23 May 2016"),
        ("the month only", "May 2016"),
        ("the year only", "2016"),
    ]


def test_a_date_without_a_year() -> None:
    given = expression("May 19", "2016-05-19", PUBLICATION, "year")
    assert found(given)[:2] == [("year before", "19 May 2015"), ("year after", "19 May 2017")]


def test_a_leap_day_has_no_other_year() -> None:
    given = expression("February 29", "2016-02-29", PUBLICATION, "year")
    assert found(given) == [("the month only", "February 2016"), ("the year only", "2016")]


def test_figures_are_read_in_both_orders() -> None:
    assert found(expression("4/5/2016", "2016-05-04"))[0] == (
        "day and month swapped",
        "5 April 2016",
    )
    assert found(expression("2016-05-04", "2016-05-04"))[0][0] == "day and month swapped"
    assert found(expression("4/25/2016", "2016-04-25"))[0] == ("the month only", "April 2016")
    assert found(expression("4/4/2016", "2016-04-04"))[0] == ("the month only", "April 2016")


@pytest.mark.parametrize(
    ("words", "edtf", "before", "after"),
    [
        ("yesterday", "2016-05-19", ("day before", "18 May 2016"), ("day after", "20 May 2016")),
        ("last month", "2016-04", ("month before", "March 2016"), ("month after", "May 2016")),
        ("last quarter", "2016-33", ("quarter before", "Q4 2015"), ("quarter after", "Q2 2016")),
        ("last spring", "2016-21", ("year before", "spring 2015"), ("year after", "spring 2017")),
        ("last winter", "2015-24", ("year before", "winter 2014"), ("year after", "winter 2016")),
        ("last year", "2015", ("year before", "2014"), ("year after", "2016")),
        ("this decade", "201X", ("decade before", "2000s"), ("decade after", "2020s")),
    ],
)
def test_units_before_and_after(
    words: str, edtf: str, before: tuple[str, str], after: tuple[str, str]
) -> None:
    assert found(expression(words, edtf, PUBLICATION))[:2] == [before, after]


def test_a_week() -> None:
    week = moment(period_at(cal.seconds_from_civil(2016, 5, 11), Grain.WEEK))
    given = replace(expression("last week", "2016", PUBLICATION), value=week)
    assert found(given)[:2] == [
        ("week before", "week of 2 May 2016"),
        ("week after", "week of 16 May 2016"),
    ]


def test_the_same_distance_from_the_publication_date() -> None:
    given = expression("two days later", "2016-04-03", Anchor("expression", "2016-04-01"))
    assert found(given)[0] == ("counted from the publication date", "22 May 2016")


def test_a_part_of_a_month_stays_a_part() -> None:
    early = qualified(parse_edtf("2016-05"), mod=Mod.START)
    given = replace(expression("early last month", "2016-05", PUBLICATION), value=early)
    assert found(given)[:2] == [
        ("month before", "early April 2016"),
        ("month after", "early June 2016"),
    ]


def test_what_has_no_place_has_no_other_reading() -> None:
    assert alternatives(replace(expression("three days", "2016"), value=None)) == ()


@given(values(), st.sampled_from(["on Monday", "4/5", "last month", "May 2"]), st.booleans())
def test_any_value_has_a_few_other_readings(value: TimeValue, words: str, inferred: bool) -> None:
    given = replace(expression(words, "2016", PUBLICATION, "year" if inferred else ""), value=value)
    readings = alternatives(given, parse_edtf("2016-05-20"))
    assert len(readings) <= MOST
    assert value not in [each.value for each in readings]
    assert len({each.value for each in readings}) == len(readings)
