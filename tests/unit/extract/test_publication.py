from __future__ import annotations

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Published
from timeline_app.extract.publication import published_by_text
from timeline_app.readers.article.structure import structure

BODY = "The council voted to keep the embargo, which has been in force since {year}, for now."


def found(dateline: str, year: str = "2011") -> Published | None:
    text = f"A Title\n\n{dateline} — {BODY.format(year=year)}"
    return published_by_text(text, structure(text))


def test_a_dateline_with_a_year_is_trusted() -> None:
    published = found("TRIPOLI, May 20, 2016 (Meridian)")
    assert published is not None
    assert format_edtf(published.value) == "2016-05-20"
    assert published.confidence == 0.9


def test_a_dateline_with_its_date_in_brackets() -> None:
    published = found("TRIPOLI (May 20, 2016)")
    assert published is not None
    assert format_edtf(published.value) == "2016-05-20"


def test_a_dateline_without_a_year_takes_the_latest_year_of_the_body() -> None:
    published = found("TRIPOLI, May 20")
    assert published is not None
    assert format_edtf(published.value) == "2011-05-20"
    assert "2011" in published.evidence
    assert published.confidence < 0.7


def test_a_dateline_without_a_year_needs_other_evidence() -> None:
    assert found("TRIPOLI, May 20", year="the war") is None


def test_a_place_alone_says_nothing() -> None:
    assert found("TRIPOLI") is None


def test_amounts_are_no_years() -> None:
    assert found("TRIPOLI, May 20", year="$2,016 and 1,998 men and 2015%") is None
