from __future__ import annotations

import random
from bisect import bisect_right
from pathlib import Path

import pytest

from tests.unit.readers.pdfs import Placed, column, pdf
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Role
from timeline_app.readers import ReadArticle, read

LOCKED = Path(__file__).parents[1] / "data" / "locked.pdf"
"""Made from `pdf([column(["The council voted in May 2016."])])`, RC4 with 128 bits."""

STORY = (
    "The council voted on Monday to keep the embargo, as it had",
    "said it would do. The ships that were stopped in May will re-",
    "main in the harbour until the long-term talks are over.",
    "",
    "It was imposed in 2011. Nobody could say when it would be",
    "over, or what would happen to the crews who wait there.",
)


def one(data: bytes, name: str = "story.txt") -> ReadArticle:
    (article,) = read(data, name)
    return article


def story(pages: int) -> bytes:
    """Pages with a running head and a number at the foot, and words of their own between."""
    drawn: list[list[Placed]] = []
    for number in range(1, pages + 1):
        page: list[Placed] = [(40, 565, 8, f"The Harbor Record {number}")]
        if number == 1:
            page.append((40, 530, 20, "Council Keeps Embargo"))
        page += column(
            [f"Part {number} of the story begins in {2010 + number}.", "", *STORY], top=490
        )
        page += [(200, 20, 8, f"Page {number} of {pages}")]
        drawn.append(page)
    return pdf(drawn, {"Title": "Council Keeps Embargo", "Author": "Jane Roe"})


def test_lines_become_paragraphs_and_the_larger_line_the_title() -> None:
    article = one(story(1))
    assert article.reader == "pdf/3"
    assert article.title == "Council Keeps Embargo"
    assert article.author == "Jane Roe"
    body = [
        "Part 1 of the story begins in 2011.",
        "The council voted on Monday to keep the embargo, as it had said it would do. The ships"
        " that were stopped in May will remain in the harbour until the long-term talks are over.",
        "It was imposed in 2011. Nobody could say when it would be over, or what would happen to"
        " the crews who wait there.",
    ]
    assert article.text.split("\n\n")[2:5] == body
    titles = [b.span.slice(article.text) for b in article.blocks if b.role is Role.TITLE]
    assert titles == ["Council Keeps Embargo"]


def test_running_heads_and_page_numbers_go_and_are_named() -> None:
    article = one(story(4))
    assert "Harbor Record" not in article.text
    assert "Page" not in article.text
    assert article.text.count("The council voted on Monday") == 4
    assert "“The Harbor Record 1” (4 times)" in article.warnings[0]


def test_pages_are_found_again() -> None:
    article = one(story(4))
    assert len(article.pages) == 4
    for number in range(1, 5):
        offset = article.text.index(f"Part {number} of the story")
        assert bisect_right(article.pages, offset) == number


def test_a_paragraph_over_two_pages_is_one_and_keeps_its_page_break() -> None:
    first = column(["The ships that were stopped in May had to"], top=60)
    second = column(["remain in the harbour until 2014."], top=500)
    article = one(pdf([first, second]))
    whole = "The ships that were stopped in May had to remain in the harbour until 2014."
    assert article.text == whole
    assert article.pages == (0, whole.index("remain"))


def test_an_empty_page_counts() -> None:
    article = one(pdf([column(["One was in 2011."]), [], column(["Three was in 2013."])]))
    assert article.pages == (0, 18, 18)


def test_two_columns_are_read_one_after_the_other() -> None:
    left = column(["The left column goes on to the", "end of it, where a sen-", "tence is not"])
    right = column(["over until the right one.", "Then it ended in 2011."], left=220)
    assert one(pdf([left + right])).text == (
        "The left column goes on to the end of it, where a sentence is not over until the right"
        " one. Then it ended in 2011."
    )


def test_the_hyphen_of_a_compound_that_stands_elsewhere_is_kept() -> None:
    lines = ["They spoke of long-term plans in 2011, and in 2012 of long-", "term ones and em-"]
    assert one(pdf([column([*lines, "bargoes."])])).text.endswith(
        "of long-term ones and embargoes."
    )


def test_the_creation_date_is_a_marked_guess_and_only_where_it_fits() -> None:
    fits = one(
        pdf([column(["It was in 2016, said the man."])], {"CreationDate": "D:20160520101500Z"})
    )
    assert fits.published is not None
    assert format_edtf(fits.published.value) == "2016-05-20"
    assert fits.published.confidence < 0.5
    assert "guessed" in fits.warnings[0]
    old = one(
        pdf([column(["It was in 1985, said the man."])], {"CreationDate": "D:20160520101500Z"})
    )
    assert old.published is None


@pytest.mark.parametrize("title", ["Microsoft Word - draft3.doc", "untitled", "x1", "story.indd"])
def test_titles_that_programs_make_up_are_left_out(title: str) -> None:
    data = pdf(
        [[(40, 530, 20, "Council Keeps Embargo"), *column(STORY, top=490)]], {"Title": title}
    )
    assert one(data).title == "Council Keeps Embargo"


def test_a_locked_document_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="password"):
        read(LOCKED.read_bytes(), "locked.pdf")


def test_a_scan_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="scan"):
        read(pdf([[], []]), "scan.pdf")


def test_damaged_documents_are_refused_or_read_as_far_as_they_go() -> None:
    data, chance = story(3), random.Random(7)
    refused = 0
    for cut in range(10, len(data), len(data) // 40):
        refused += _is_refused(data[:cut])
    assert refused > 3
    for _ in range(60):
        spoiled = bytearray(data)
        for _ in range(20):
            spoiled[chance.randrange(len(data))] = chance.randrange(256)
        _is_refused(bytes(b"%PDF-1.4" + spoiled[8:]))


def _is_refused(data: bytes) -> bool:
    try:
        article = one(data)
    except UnreadableFile as refusal:
        return str(refusal).endswith(".") or str(refusal).endswith(").")
    return not article.text.strip()


LEFT = (
    "The council voted on Monday to",
    "keep the embargo, as it had",
    "said it would do. The ships",
    "that were stopped in May will re-",
    "main in the harbour.",
)
RIGHT = (
    "A second vote is planned for",
    "June, said the mayor, who has",
    "never missed one. The crews",
    "wait on board and have been",
    "given food by the town.",
)
COLUMNS = [
    "The council voted on Monday to keep the embargo, as it had said it would do. The ships that"
    " were stopped in May will remain in the harbour.",
    "A second vote is planned for June, said the mayor, who has never missed one. The crews wait on"
    " board and have been given food by the town.",
]


def rows(top: float = 500) -> list[Placed]:
    """Both columns, written line by line across the gutter."""
    drawn = column(LEFT, 40, top) + column(RIGHT, 230, top)
    return sorted(drawn, key=lambda placed: (-placed[1], placed[0]))


def test_columns_that_were_written_row_by_row_are_read_one_after_the_other() -> None:
    article = one(pdf([[(40, 540, 18, "A Vote That Nobody Expected Here"), *rows()]]))
    assert article.text.split("\n\n") == ["A Vote That Nobody Expected Here", *COLUMNS]


def test_a_headline_between_parts_them() -> None:
    middle = (40, 400, 16, "The Mayor Speaks of the Embargo Again")
    article = one(pdf([[*rows(520), middle, *rows(370)]]))
    assert article.text.split("\n\n") == [*COLUMNS, middle[3], *COLUMNS]


def test_three_columns() -> None:
    drawn = column(LEFT, 20, 500, 8) + column(RIGHT, 160, 500, 8) + column(LEFT, 300, 500, 8)
    article = one(pdf([sorted(drawn, key=lambda placed: (-placed[1], placed[0]))]))
    assert article.text.split("\n\n") == [COLUMNS[0], COLUMNS[1], COLUMNS[0]]


def test_rows_of_a_table_stay_together() -> None:
    lines = [(40.0, 500.0 - 13 * n, 10.0, f"{n} May 2015") for n in range(1, 8)]
    cells = [(200.0, 500.0 - 13 * n, 10.0, f"The ship came back in part {n}.") for n in range(1, 8)]
    drawn = sorted(lines + cells, key=lambda placed: (-placed[1], placed[0]))
    article = one(pdf([drawn]))
    assert article.text.split("\n\n")[0].startswith("1 May 2015 The ship came back in part 1.")


def test_a_date_in_larger_type_under_the_title_dates_the_document() -> None:
    heads: list[Placed] = [(40, 560, 20, "Council Keeps Embargo"), (40, 530, 14, "20 May 2016")]
    article = one(pdf([[*heads, *column(STORY, top=490)]]))
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-20"
