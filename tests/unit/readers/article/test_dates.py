from __future__ import annotations

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.readers.article.dates import loose_date


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("May 20, 2016", "2016-05-20"),
        ("20 May 2016", "2016-05-20"),
        ("Friday, May 20, 2016 at 9:15 a.m. EDT", "2016-05-20"),
        ("2016-05-20T09:15:00+02:00", "2016-05-20"),
        ("2016/05/20", "2016-05-20"),
        ("Updated 6:40 p.m. ET, Mon May 23, 2016", "2016-05-23"),
        ("The Herald | Sept. 3, 1998", "1998-09-03"),
        ("20.05.2016", "2016-05-20"),
        ("May 2016", "2016-05"),
        ("the 20th day of May, 2016", "2016-05-20"),
        ("20-May-2016", "2016-05-20"),
        ("05-20-2016", "2016-05-20"),
        ("Fri, 20 May 2016 09:15:00 +0200", "2016-05-20"),
        ("2016-05-20T09:15:00.000-0500", "2016-05-20"),
        ("May - 2016", "2016-05"),
    ],
)
def test_loose_forms(words: str, edtf: str) -> None:
    found = loose_date(words)
    assert found is not None
    assert format_edtf(found[0]) == edtf


@pytest.mark.parametrize(
    "words",
    [
        "May 20",
        "Friday",
        "a quarter past nine",
        "2016",
        "31 February 2016",
        "x" * 500,
        "",
        "OCTOBER TERM, 2012 1",
    ],
)
def test_what_names_no_day(words: str) -> None:
    assert loose_date(words) is None


def test_an_unclear_order_of_day_and_month_is_trusted_less() -> None:
    unclear, clear = loose_date("05/06/2016"), loose_date("05/20/2016")
    assert unclear is not None
    assert clear is not None
    assert format_edtf(unclear[0]) == "2016-05-06"
    assert unclear[1] < clear[1]


def test_a_time_zone_that_nobody_knows_is_left_out() -> None:
    found = loose_date("May 20, 2016 at 9:15 AMT")
    assert found is not None
    assert format_edtf(found[0]) == "2016-05-20"
