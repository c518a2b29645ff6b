from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Role
from timeline_app.readers import READERS, ReadArticle, read

STORY = b"""Council Keeps Embargo

By Jane Roe | The Harbor Record
Published: May 20, 2016

TRIPOLI, May 20 (Meridian) \xe2\x80\x94 The council voted on Monday to keep the embargo, as it had
said it would.

It was imposed in 2011.
"""


def one(data: bytes, name: str = "story.txt") -> ReadArticle:
    (article,) = read(data, name)
    return article


def test_plain_text_story() -> None:
    article = one(STORY)
    assert article.title == "Council Keeps Embargo"
    assert article.author == "Jane Roe"
    assert article.publication == "The Harbor Record"
    assert article.reader == "plaintext/1"
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-20"
    assert "Published: May 20, 2016" in article.published.evidence
    assert article.published.confidence > 0.9
    assert article.text.endswith("as it had said it would.\n\nIt was imposed in 2011.")


def test_a_date_of_update_counts_less_than_one_of_publication() -> None:
    text = b"A Title\n\nUpdated May 22, 2016\nPublished May 20, 2016\n\nThe men left at once.\n"
    published = one(text).published
    assert published is not None
    assert format_edtf(published.value) == "2016-05-20"


def test_without_a_title_line_the_first_words_name_the_article() -> None:
    words = (
        b"The king died in 1903 after a long illness that had kept him from the throne for years."
    )
    assert (
        one(words).title
        == "The king died in 1903 after a long illness that had kept him from the throne…"
    )


def test_markdown_loses_its_marks_and_keeps_its_headings() -> None:
    text = b"""---
title: "A title"
author: Jane Roe
date: 2016-05-20
---
# A heading

Some *words* with a [link](http://example.org) of 2011,
wrapped.

- item one
- item two

> quoted words of 2014
"""
    article = one(text, "story.md")
    assert article.reader == "markdown/1"
    assert article.title == "A title"
    assert article.author == "Jane Roe"
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-20"
    assert article.text.split("\n\n") == [
        "A heading",
        "Some words with a link of 2011, wrapped.",
        "item one",
        "item two",
        "quoted words of 2014",
    ]
    assert article.blocks[0].role is Role.TITLE


@pytest.mark.parametrize(
    "text",
    [
        "# Council Votes\n\nIt voted on *Friday*.\n",
        "\ufeff\n# Council Votes\r\n\r\nIt voted on *Friday*.\r\n",
        "Council Votes\n\n## Vote\n\nIt voted on *Friday*.\n\n## Reactions\n\nNone.\n",
        "Council Votes\n\n## Vote\n\nIt voted on **Friday**.\n",
    ],
)
def test_text_with_marked_headings_is_markdown_whatever_its_name(text: str) -> None:
    article = one(text.encode(), "story.txt")
    assert article.reader == "markdown/1"
    assert article.title == "Council Votes"
    assert "It voted on Friday." in article.text
    assert "#" not in article.text


@pytest.mark.parametrize(
    "text",
    [
        "Charts\n\n# 1 in the charts\nwas the song. It sold in May.\n",
        "Charts\n\n#1 was the song.\n\n#2 was another.\n",
        "Charts\n\nIt was number\n\n# 1 in May\n\nand fell in June.\n",
        "# 1 in the charts\nwas the song.\n",
    ],
)
def test_a_number_sign_alone_makes_no_markdown(text: str) -> None:
    assert one(text.encode(), "story.txt").reader == "plaintext/1"


def test_markdown_sections_are_headings() -> None:
    article = one(b"# Top\n\nWords.\n\n## Of 2011 and after\n\nMore words.\n", "a.markdown")
    assert [block.role for block in article.blocks] == [
        Role.TITLE,
        Role.BODY,
        Role.HEADING,
        Role.BODY,
    ]


def test_a_picture_named_as_text_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="PNG picture"):
        read(b"\x89PNG\r\n\x1a\n" + bytes(100), "story.txt")


def test_all_capitals() -> None:
    article = one(b"COUNCIL KEEPS EMBARGO\n\nTHE COUNCIL VOTED ON MAY 20, 2016 TO KEEP IT.\n")
    assert article.title == "COUNCIL KEEPS EMBARGO"
    assert article.blocks[1].role is Role.BODY


def test_one_line_of_five_megabytes() -> None:
    article = one(b"The men left in 2011 and came back. " * 145_000)
    assert len(article.blocks) == 1
    assert len(article.text) > 5_000_000


def test_every_reader_names_its_version() -> None:
    assert all(reader.name.rpartition("/")[2].isdigit() for reader in READERS)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=300).map(lambda t: t.encode("utf-8", "ignore")))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in ("a.txt", "a.md"):
        try:
            articles = read(data, name)
        except UnreadableFile:
            continue
        for article in articles:
            assert article.text.strip()
            ends = [block.span for block in article.blocks]
            assert all(0 <= span.start < span.end <= len(article.text) for span in ends)
            assert ends == sorted(ends)
