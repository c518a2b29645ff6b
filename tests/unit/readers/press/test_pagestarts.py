from __future__ import annotations

import datetime

import pytest

from tests.unit.readers.press.exports import DATABASES, Piece, as_pdf
from timeline_app.domain.text import page_of
from timeline_app.readers import read
from timeline_app.readers.press.pagestarts import page_starts

LINES = [
    "head",
    "The council met on Monday",
    "to vote on the em-",
    "bargo of the port.",
    "",
    "Tail",
]


def test_pages_begin_at_their_first_line_in_the_text() -> None:
    text = "The council met on Monday to vote on the embargo of the port."
    found = page_starts(text, LINES, range(6), [4, 4, 5, 6, 6, 7])
    at = text.index
    assert found == (0, 0, 0, 0, 0, at("to vote"), at("bargo of"), len(text))


def test_an_article_without_lines_has_no_pages() -> None:
    assert page_starts("Words", ["", " "], range(2), [0, 1]) == ()


def test_a_page_of_fields_begins_where_the_next_one_does() -> None:
    lines = ["First of the pages", "SUBJECT: none", "The text goes on here."]
    text = "First of the pages The text goes on here."
    assert page_starts(text, lines, range(3), [0, 1, 2]) == (0, 19, 19)


@pytest.mark.parametrize("database", DATABASES)
def test_every_article_of_a_printed_export_knows_its_pages(database: str) -> None:
    pieces = [
        Piece(
            title=f"The Title of Story {number}",
            text="\n\n".join(
                f"Paragraph {part} of story {number} tells that the council of the town met again"
                f" and heard report {number * 100 + part} before it voted on the matter at hand."
                for part in range(30)
            ),
            day=datetime.date(2016, 5, 20 + number),
        )
        for number in range(3)
    ]
    printed = as_pdf(DATABASES[database](pieces))
    whole = dict(enumerate(_pages(printed), start=1))
    articles = read(printed, "export.pdf")
    assert [article.title for article in articles] == [piece.title for piece in pieces]
    for article in articles:
        for line in article.text.split("\n\n")[1:]:
            page = page_of(article.text.index(line), article.pages)
            assert page is not None
            assert line[:40] in whole[page]
    assert page_of(0, articles[0].pages) == 1
    assert (page_of(0, articles[1].pages) or 0) > 1


def _pages(printed: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(printed)
    words = [page.get_textpage().get_text_range() for page in document]
    return [" ".join(page.split()) for page in words]
