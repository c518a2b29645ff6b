from __future__ import annotations

from tests.unit.readers.pdfs import Placed, column, pdf
from timeline_app.domain.records import Role
from timeline_app.readers import ReadArticle, read


def one(data: bytes) -> ReadArticle:
    (article,) = read(data, "story.pdf")
    return article


SPEAKERS = [
    f"{kind} {place}" for kind in ("crew", "mayor", "pilot") for place in ("a", "b", "c", "d")
]


def prose(number: int, top: float = 490) -> list[Placed]:
    """Lines whose words are the page's own: numbers apart the same they would be running heads."""
    who = SPEAKERS[number]
    lines = [
        f"The council met again and heard what the {who}",
        f"had found in {2000 + number}. The {who} voted at once.",
        "",
        f"Nobody spoke against the {who} in {2001 + number}.",
    ]
    return column(lines, top=top)


def test_the_numbers_of_a_court_papers_lines_go() -> None:
    numbers: list[Placed] = [(20, 520 - 18 * i, 10, str(i + 1)) for i in range(25)]
    words: list[Placed] = [
        (60, 520, 10, "UNITED STATES DISTRICT COURT"),
        (60, 484, 10, "The complaint was filed on May 20, 2016. It names"),
        (60, 466, 10, "3 defendants and 12 witnesses."),
    ]
    text = one(pdf([numbers + words])).text
    assert text == (
        "UNITED STATES DISTRICT COURT\n\nThe complaint was filed on May 20, 2016. It names 3"
        " defendants and 12 witnesses."
    )


def test_a_numbered_list_keeps_its_numbers() -> None:
    items: list[Placed] = [(60, 520 - 18 * i, 10, f"{i + 1}. Ship number {i}") for i in range(12)]
    assert "12. Ship number 11" in one(pdf([items])).text


def test_a_column_of_a_table_keeps_its_numbers() -> None:
    cells: list[Placed] = []
    for i in range(12):
        cells += [(40, 520 - 18 * i, 10, f"Ship {i}"), (300, 520 - 18 * i, 10, str(i + 1))]
    assert "Ship 11 12" in one(pdf([cells])).text


def test_a_chapters_title_goes_where_pages_have_a_running_head() -> None:
    pages = []
    for number in range(12):
        head = "The Harbor Report" if number % 2 else ("Ships" if number < 4 else "Crews")
        pages.append([(40.0, 565.0, 8.0, f"{number + 1} {head}"), *prose(number)])
    text = one(pdf(pages)).text
    assert not any(head in text for head in ("Harbor Report", "Ships", "Crews"))
    assert text.count("Nobody spoke") == 12


def test_heads_of_pages_with_wide_margins_go() -> None:
    pages = [
        [(150.0, 490.0, 9.0, f"Opinion of the Court {number}"), *prose(number, top=460)]
        for number in range(4)
    ]
    assert "Opinion" not in one(pdf(pages)).text


def test_a_first_line_that_stands_once_is_kept() -> None:
    pages = [[(40.0, 565.0, 8.0, f"Part {'abcd'[n]} begins"), *prose(n)] for n in range(4)]
    assert one(pdf(pages)).text.count("begins") == 4


def test_bold_lines_are_headings_of_their_own() -> None:
    lines = ["What the Council Found", *("It met in May 2016 and", "heard the crews. They left.")]
    article = one(pdf([column(lines)], bold=lines[:1]))
    assert article.text.split("\n\n")[1] == "It met in May 2016 and heard the crews. They left."
    roles = {block.role for block in article.blocks if block.span.start == 0}
    assert roles <= {Role.HEADING, Role.TITLE}


def test_a_bold_lead_is_prose() -> None:
    lead = ["The council has voted to keep the embargo that it", "had put on the ships in 2011."]
    lines = ["Council Keeps Embargo", "", *lead, "", "It met on Monday, May 16, 2016."]
    article = one(pdf([column(lines)], bold=lead))
    [block] = [b for b in article.blocks if b.span.slice(article.text).startswith("The council")]
    assert block.role is Role.BODY
    assert block.span.slice(article.text) == " ".join(lead)


def test_a_title_over_two_lines_is_one() -> None:
    title: list[Placed] = [(40, 540, 20, "Council Keeps the"), (40, 515, 20, "Old Embargo")]
    assert one(pdf([title + prose(3, top=470)])).title == "Council Keeps the Old Embargo"


def test_a_bullet_stays_with_its_words() -> None:
    placed: list[Placed] = [
        (40, 520, 10, "The council heard:"),
        (40, 500, 7, "\u2022"),
        (60, 500, 10, "that ships had left in 2011;"),
        (40, 480, 7, "\u2022"),
        (60, 480, 10, "that none came back."),
    ]
    assert one(pdf([placed])).text == (
        "The council heard:\n\n• that ships had left in 2011;\n\n• that none came back."
    )


def test_dots_before_a_contents_page_number_go() -> None:
    lines = ["Chapter 1. The ships . . . . . . . . . . . . . . . . 12", "", "It began in 2011."]
    assert "The ships … 12" in one(pdf([column(lines)])).text
