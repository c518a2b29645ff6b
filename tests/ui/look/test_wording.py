from __future__ import annotations

from dataclasses import replace

import pytest

from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import Modality, Status
from timeline_app.store import EventSummary
from timeline_app.ui.look.wording import date_within_year, event_note, full_date
from timeline_app.ui.window.status_line import range_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2016-05-19", "19 May"),
        ("2016-09-19", "19 Sep"),
        ("2016", "2016"),
        ("2016-05", "May"),
        ("2016-21", "spring"),
        ("2016/..", "since 2016"),
        ("2016-02-26/2016-03-02", "26 Feb to 2 Mar"),
        ("2016-05-19~", "about 19 May"),
    ],
)
def test_dates_under_the_heading_of_their_year(edtf: str, words: str) -> None:
    assert date_within_year(parse_edtf(edtf), 2016) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2016-05-19", "Thursday, 19 May 2016"),
        ("2016-05-19~", "about 19 May 2016"),
        ("2016-05", "May 2016"),
        ("2016-05-19/..", "since 19 May 2016"),
        ("2016-05-XX", "a day in May 2016"),
    ],
)
def test_only_a_day_has_a_weekday(edtf: str, words: str) -> None:
    assert full_date(parse_edtf(edtf)) == words


def test_notes_say_how_an_event_is_known() -> None:
    event = EventSummary(
        1,
        "It began",
        parse_edtf("2016"),
        frozenset({"year"}),
        Status.ACCEPTED,
        Modality.SAID,
        (3, 4),
        2,
    )
    assert event_note(event) == "2 sources · said · year inferred · accepted"
    alone = replace(event, sources=1, starred=True)
    assert event_note(alone, "The Wire").startswith("★ · The Wire · said")
    assert event_note(alone, star=False) == "said · year inferred · accepted"
    disputed = replace(event, sources=1, conflict=True)
    assert event_note(disputed, "The Wire").startswith("The Wire · dates differ")


DAY = 86400


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (0, DAY, "1 January 1970, 00:00 to 23:59"),
        (0, 2 * DAY, "1 January 1970, 00:00 to 2 January 1970, 23:59"),
        (0, 40 * DAY, "1 January to 9 February 1970"),
        (-DAY, 40 * DAY, "31 December 1969 to 9 February 1970"),
        (0, 4000 * DAY, "1970 to 1980"),
        (-(2200 * 366) * DAY, 0, "236 BCE to 1969"),
    ],
)
def test_ranges_are_as_fine_as_they_are_long(first: int, last: int, words: str) -> None:
    assert range_words(first, last) == words
