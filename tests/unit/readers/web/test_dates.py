from __future__ import annotations

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Published
from timeline_app.readers import read

STORY = "".join(
    f"<p>The council met again to talk about the embargo, part {n}.</p>" for n in range(9)
)


def dated(head: str = "", above: str = "", below: str = "", lang: str = "en") -> Published | None:
    page = (
        f"<html lang='{lang}'><head><meta property='og:title' content='Council Keeps Embargo'>"
        f"{head}</head><body><article>{above}<h1>Council Keeps Embargo</h1>{below}{STORY}</article>"
    )
    (article,) = read(page.encode(), "page.html")
    return article.published


def day(published: Published | None) -> str | None:
    return format_edtf(published.value) if published else None


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def test_structured_data_counts_most() -> None:
    words = '{"@type": "NewsArticle", "datePublished": "2016-05-20"}'
    head = f'<script type="application/ld+json">{words}</script>'
    published = dated(head, below="<p>21 May 2016</p>")
    assert published is not None
    assert day(published) == "2016-05-20"
    assert published.evidence == "the page's structured data, datePublished “2016-05-20”"
    assert published.confidence >= 0.9


@pytest.mark.parametrize(
    ("stamp", "shown", "expected"),
    [
        ("2016-05-21T01:30:00Z", "May 20, 2016", "2016-05-20"),  # evening in America
        ("2016-05-20T23:01:00+00:00", "21 May 2016", "2016-05-21"),  # midnight in Europe
        ("2016-05-20T09:00:00Z", "19 May 2016", "2016-05-19"),
        ("2016-05-20T13:00:00Z", "19 May 2016", "2016-05-20"),  # nowhere is it the 19th then
        ("2016-05-21T01:30:00+02:00", "20 May 2016", "2016-05-21"),  # its own zone is given
        ("2016-05-21T01:30:00Z", "Updated 28 May 2016", "2016-05-21"),
    ],
)
def test_a_moment_in_utc_yields_to_the_day_that_the_page_shows(
    stamp: str, shown: str, expected: str
) -> None:
    assert day(dated(meta("article:published_time", stamp), below=f"<p>{shown}</p>")) == expected


def test_the_address_may_show_the_day_too() -> None:
    head = meta("article:published_time", "2016-05-21T01:30:00Z")
    head += '<link rel="canonical" href="https://example.org/2016/05/20/embargo">'
    assert day(dated(head)) == "2016-05-20"


def test_a_line_beside_the_title() -> None:
    published = dated(below="<p>20 May 2016</p>")
    assert day(published) == "2016-05-20"
    assert published is not None
    assert published.evidence == "the line “20 May 2016” beside the title"


@pytest.mark.parametrize(
    ("lang", "expected"), [("en", "2016-06-05"), ("en-GB", "2016-05-06"), ("fr", "2016-05-06")]
)
def test_slashes_follow_the_page_s_language(lang: str, expected: str) -> None:
    assert day(dated(below="<p>06/05/2016</p>", lang=lang)) == expected


def test_a_date_with_dots_has_its_day_first() -> None:
    assert day(dated(below="<p>06.05.2016</p>")) == "2016-05-06"


def test_months_in_other_languages() -> None:
    assert day(dated(below="<p>Veröffentlicht am 20. März 2016</p>", lang="de")) == "2016-03-20"
    assert day(dated(below="<p>Publié le 20 août 2016</p>", lang="fr")) == "2016-08-20"


def test_a_weak_meta_tag_yields_to_the_line_under_the_title() -> None:
    published = dated(meta("date", "2016-05-28"), below="<p>20 May 2016</p>")
    assert day(published) == "2016-05-20"
    assert published is not None
    assert published.confidence == 0.75
    assert "the page's meta tag “date” “2016-05-28” says 2016-05-28" in published.evidence


def test_a_line_that_tells_of_a_change_does_not() -> None:
    head = meta("date", "2016-05-20")
    assert day(dated(head, below="<p>Updated 28 May 2016</p>")) == "2016-05-20"


def test_an_address_alone() -> None:
    head = '<link rel="canonical" href="https://example.org/news/2016/05/20/embargo.html">'
    assert day(dated(head)) == "2016-05-20"


def test_no_date_at_all() -> None:
    assert dated() is None


def test_the_year_1_is_no_date() -> None:
    assert dated(meta("article:published_time", "0001-01-01T00:00:00Z")) is None
