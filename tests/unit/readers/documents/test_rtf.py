from __future__ import annotations

import random

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers import ReadArticle, read

STORY = (
    rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}
{\info{\title Embargo f\'fcr immer}{\author Jane Roe}{\creatim\yr2016\mo5\dy20\hr10}}
\pard\b Council Keeps Embargo\b0\par\par
The council voted \i on Monday\i0  to keep the embargo, \'93as it had\'94 said.\par
It was imposed in 2011 \u8212? nobody could say until when.\par
{\pict\pngblip """
    + b"89504e47" * 400
    + rb"""}
}"""
)


def one(data: bytes, name: str = "story.doc") -> ReadArticle:
    (article,) = read(data, name)
    return article


def test_a_document_called_doc() -> None:
    article = one(STORY)
    assert article.reader == "rtf/1"
    assert article.text.split("\n\n") == [
        "Council Keeps Embargo",
        "The council voted on Monday to keep the embargo, “as it had” said.",
        "It was imposed in 2011 — nobody could say until when.",
    ]
    assert article.title == "Embargo für immer"
    assert article.author == "Jane Roe"


def test_the_day_it_was_begun_counts_only_where_it_fits_the_text() -> None:
    assert one(STORY).published is None
    published = one(STORY.replace(b"2011", b"2015")).published
    assert published is not None
    assert format_edtf(published.value) == "2016-05-20"
    assert published.confidence < 0.5


def test_the_code_page_counts() -> None:
    data = rb"{\rtf1\ansi\ansicpg1251 \'cc\'ee\'f1\'ea\'e2\'e0, 2011 \'e3.\par}"
    assert one(data).text == "Москва, 2011 г."


def test_a_code_page_that_is_none_is_read_as_western() -> None:
    assert one(rb"{\rtf1\ansi\ansicpg14789 It was in 2011.\par}").text == "It was in 2011."


def test_a_document_without_words_and_one_far_too_long_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="no words"):
        read(rb"{\rtf1\ansi \par}", "a.rtf")
    with pytest.raises(UnreadableFile, match="too long"):
        read(rb"{\rtf1\ansi " + b"It was in 2011.\\par\n" * 700_000 + b"}", "a.rtf")


def test_truncated_and_spoiled_documents_are_read_or_refused() -> None:
    chance = random.Random(3)
    for cut in range(8, len(STORY), 97):
        _try(STORY[:cut])
    for _ in range(60):
        spoiled = bytearray(STORY)
        for _ in range(10):
            spoiled[chance.randrange(6, len(STORY))] = chance.randrange(256)
        _try(bytes(spoiled))


def _try(data: bytes) -> None:
    try:
        articles = read(data, "a.rtf")
    except UnreadableFile as refusal:
        assert str(refusal).endswith(".")  # noqa: PT017 - either outcome is right
    else:
        assert articles[0].text.strip()


def test_cells_of_a_row_are_parted_as_in_other_formats() -> None:
    data = rb"{\rtf1\ansi\trowd Ship\cell Left\cell\row\trowd Rome\cell May 2016\cell\row}"
    [article] = read(data, "a.rtf")
    assert article.text.split("\n\n") == ["Ship | Left", "Rome | May 2016"]


def test_a_title_in_the_documents_code_page() -> None:
    data = rb"{\rtf1\ansi\ansicpg1251{\info{\title \'cc\'e5\'f2\'ee\'e4}} It was so in 2016.\par}"
    [article] = read(data, "a.rtf")
    assert article.title == "Метод"


def test_a_title_of_question_marks_is_none() -> None:
    data = rb"{\rtf1\ansi{\info{\title ?????}} The ships left in 2016.\par}"
    [article] = read(data, "a.rtf")
    assert article.title == "The ships left in 2016."


def test_a_star_before_a_style_hides_nothing() -> None:
    data = rb"{\rtf1\ansi\pard{\loch\f2\i0\b0\*\cs7\cf0 The ships left in 2016.}\par}"
    [article] = read(data, "a.rtf")
    assert article.text == "The ships left in 2016."


def test_a_bullet_of_the_symbol_font() -> None:
    data = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}{\f3\fcharset2 Symbol;}}{\f3\'b7\tab}ships\par}"
    [article] = read(data, "a.rtf")
    assert article.text == "• ships"
