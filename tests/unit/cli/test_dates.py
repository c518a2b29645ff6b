"""Dates that users type are read as exactly as they are written."""

from __future__ import annotations

import pytest

from timeline_app.cli.dates import UsageError, parse_date
from timeline_app.domain.edtf import format_edtf


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2016-05-20", "2016-05-20"),
        ("2016-05", "2016-05"),
        ("2016", "2016"),
        ("20 May 2016", "2016-05-20"),
        ("May 20, 2016", "2016-05-20"),
        ("May 2016", "2016-05"),
        ("2016-05-10/2016-05-20", "2016-05-10/2016-05-20"),
    ],
)
def test_dates(typed: str, edtf: str) -> None:
    assert format_edtf(parse_date(typed)) == edtf


@pytest.mark.parametrize("typed", ["", "soon", "May 20", "2016-02-30", "99 May 2016"])
def test_what_is_no_date(typed: str) -> None:
    with pytest.raises(UsageError):
        parse_date(typed)
