"""Articles in JSON, JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers import ReadArticle, read

ENTRIES: list[dict[str, Any]] = [
    {
        "title": "Council Keeps Embargo",
        "text": "The council voted on Monday.\n\nIt was imposed in 2011.",
        "date": "2016-05-20",
        "url": "https://record.example/a",
        "source": "The Harbor Record",
    },
    {"title": "Ships Leave", "text": "The ships left in 2014.", "date": "May 21, 2016"},
]


def dates(articles: list[ReadArticle]) -> list[str | None]:
    return [format_edtf(a.published.value) if a.published else None for a in articles]


def as_csv(delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(ENTRIES[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(ENTRIES)
    return out.getvalue()


FORMS = {
    "json list": (json.dumps(ENTRIES), "json/1"),
    "json within": (json.dumps({"ok": True, "articles": ENTRIES}, indent=1), "json/1"),
    "json lines": ("\n".join(json.dumps(entry) for entry in ENTRIES), "json/1"),
    "commas": (as_csv(","), "csv/1"),
    "semicolons": (as_csv(";"), "csv/1"),
    "tabs": (as_csv("\t"), "csv/1"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_every_form_gives_the_same_articles(form: str, encoding: str) -> None:
    words, reader = FORMS[form]
    articles = read(words.encode(encoding), "export")
    assert [a.reader for a in articles] == [reader] * 2
    assert [a.title for a in articles] == ["Council Keeps Embargo", "Ships Leave"]
    assert articles[0].text.split("\n\n")[1:] == [
        "The council voted on Monday.",
        "It was imposed in 2011.",
    ]
    assert articles[0].url == "https://record.example/a"
    assert articles[0].publication == "The Harbor Record"
    assert dates(articles) == ["2016-05-20", "2016-05-21"]
    assert articles[0].part != articles[1].part


def test_other_names_for_the_same_fields() -> None:
    entry = {
        "Headline": "Council Keeps Embargo",
        "full_text": "<p>The council voted.</p><p>It was imposed in 2011.</p>",
        "publishedAt": 1463702400000,
        "source": {"id": 7, "name": "The Harbor Record"},
        "authors": ["Jane Roe", "John Doe"],
        "lang": "en-GB",
    }
    (article,) = read(json.dumps(entry).encode(), "a.json")
    assert article.title == "Council Keeps Embargo"
    assert article.text.endswith("The council voted.\n\nIt was imposed in 2011.")
    assert dates([article]) == ["2016-05-20"]
    assert article.publication == "The Harbor Record"
    assert article.author == "Jane Roe, John Doe"
    assert article.language == "en"


def test_an_unclear_date_is_trusted_less() -> None:
    (article,) = read(b'[{"text": "It was so.", "date": "05/06/2016"}]', "a.json")
    assert article.published is not None
    assert article.published.confidence < 0.6


def test_entries_without_text_are_counted() -> None:
    entries = [*ENTRIES, {"title": "Nothing", "text": ""}, {"title": "More of it"}]
    articles = read(json.dumps(entries).encode(), "a.json")
    assert len(articles) == 2
    assert "2 entries were left out" in articles[0].warnings[0]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'[{"text": "It was in 2011."', "damaged"),
        (b'{"text": ' + b"[" * 100_000, "nested too deeply|damaged"),
        (b'[{"text": ""}, {"text": 5}, {"text": null}]', "No entry"),
        (b"title,text,date\nA,,2016-05-20\n", "No row"),
    ],
)
def test_broken_and_empty_files_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read(data, "a")


def test_a_truncated_table_is_read_as_far_as_it_goes() -> None:
    words = as_csv(",").encode()
    for cut in range(40, len(words), 9):
        try:
            articles = read(words[:cut], "a.csv")
        except UnreadableFile:
            continue
        assert articles[0].title == "Council Keeps Embargo"


def test_prose_that_looks_a_little_like_data_is_prose() -> None:
    for words in ("[Update] The text: it was 2011.", "Text, date and place were agreed.\nIn 2011."):
        (article,) = read(words.encode(), "a.txt")
        assert article.reader == "plaintext/1"


def test_a_field_of_a_megabyte() -> None:
    words = "It was imposed in 2011. " * 50_000
    (article,) = read(f'title,text\nA,"{words}"\n'.encode(), "a.csv")
    assert len(article.text) > 1_000_000
