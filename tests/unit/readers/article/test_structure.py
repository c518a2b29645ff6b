from __future__ import annotations

from itertools import pairwise

import pytest

from timeline_app.domain.records import Role
from timeline_app.readers.article.dateline import dateline_end
from timeline_app.readers.article.structure import structure

BODY = (
    "The council voted on Monday to keep the measure in force, a decision that surprised few of "
    "those who follow its work."
)


def roles(text: str) -> list[tuple[Role, str]]:
    return [(block.role, block.span.slice(text)) for block in structure(text)]


def test_a_full_wire_story() -> None:
    text = "\n\n".join(
        [
            "Council Keeps Embargo",
            "By Jane Roe and John Doe, Staff Writers",
            "Published: May 20, 2016, 9:15 a.m.",
            f"TRIPOLI, Libya, May 20 (Meridian) — {BODY}",
            "What comes next",
            BODY,
            "“We will see,” said Roe.",
            "Sources: Meridian, The Courier / Photo credit: Archive",
            "Photo: J. Doe",
            "Related: Five maps",
            "Popular Video",
        ]
    )
    assert [role for role, _ in roles(text)] == [
        Role.TITLE,
        Role.BYLINE,
        Role.PUBLICATION,
        Role.DATELINE,
        Role.BODY,
        Role.HEADING,
        Role.BODY,
        Role.QUOTATION,
        Role.SOURCES,
        Role.CREDIT,
        Role.PROMO,
        Role.PROMO,
    ]


def test_blocks_cover_every_word_in_order_without_overlap() -> None:
    text = f"A Title\n\nMay 20, 2016\n\nPARIS — {BODY}\n\n{BODY}"
    blocks = structure(text)
    covered = "".join(block.span.slice(text) for block in blocks)
    assert covered.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))


def test_lines_without_blank_lines_between_work_too() -> None:
    text = f"A Title\nMay 20, 2016\n{BODY}"
    assert [role for role, _ in roles(text)] == [Role.TITLE, Role.PUBLICATION, Role.BODY]


def test_an_outlet_on_its_own_line_is_part_of_the_publication() -> None:
    text = f"A Title\n\nThe Lantern Review\n\nMay 24, 2016\n\n{BODY}"
    assert [role for role, _ in roles(text)][:3] == [Role.TITLE, Role.PUBLICATION, Role.PUBLICATION]


def test_one_sentence_alone_is_body() -> None:
    assert roles("The king died in 1903.") == [(Role.BODY, "The king died in 1903.")]


def test_prose_that_begins_like_a_label_is_body() -> None:
    line = "Related questions were left to a committee, which met in 2011."
    text = f"A Title\n\n{BODY}\n\n{line}\n\n{BODY}"
    assert roles(text)[2][0] is Role.BODY


def test_a_list_of_dates_is_body_not_headings() -> None:
    text = f"A Title\n\n{BODY}\n\n2011: Gadhafi falls\n\n2014: parliament splits\n\n{BODY}"
    assert [role for role, _ in roles(text)][2:4] == [Role.BODY, Role.BODY]


@pytest.mark.parametrize(
    "line",
    [
        "TRIPOLI, May 20 — Men left.",
        "TRIPOLI, Libya, May 20 (Reuters) - Men left.",
        "NEW YORK (AP) — Men left.",
        "WASHINGTON — Men left.",
        "Paris, 3 June 1998 — Men left.",
        "Berlin (dpa) - Men left.",
        "Frankfurt/Main (dpa/lhe) – Men left.",
        "BERLIN, 20. Mai (Reuters) - Men left.",
        "Berlin, 20.5.2016 (AFP) - Men left.",
        "Genf (sda) Men left.",
        "HAMBURG taz | Men left.",
        "Paris, le 20 mai 2016 (AFP) - Men left.",
        "Madrid, 20 may (EFE).- Men left.",
        "Roma, 20 mag. (askanews) - Men left.",
        "(ANSA) - ROMA, 1 LUG - Men left.",
        "København /ritzau/: Men left.",
        "MOSCOW, May 20. /TASS/. Men left.",
    ],
)
def test_datelines(line: str) -> None:
    end = dateline_end(line)
    assert line[end:] == "Men left."


@pytest.mark.parametrize(
    "line",
    [
        "ISIS spent 2016 taking control of oil fields.",
        "NATO - the alliance - met in May.",
        "U.S. officials left on May 20 - a Friday.",
        "On May 20 — a Friday — men left.",
        "Angela Merkel (CDU) - Die Kanzlerin sprach.",
        "John Smith (left) - The mayor spoke.",
        "Linux (or) The system ran.",
        "FAA–2020–0686; Product Identifier",
        "PLDI’09, June 15–20, 2009, Dublin",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert dateline_end(line) == 0


@pytest.mark.parametrize(
    "line",
    [
        "7 Nov 2019 - Bridge closed",
        "2016-03-01: council bans lorries",
        "May 20, 2016 — Council bans lorries",
        "May 2016: bridge closed",
    ],
)
def test_a_date_with_what_happened_is_body(line: str) -> None:
    text = f"A Title\n\n{BODY}\n\n{line}"
    assert roles(text)[-1] == (Role.BODY, line)


@pytest.mark.parametrize(
    "line",
    [
        "May 20, 2016",
        "May 20, 2016 - The Herald",
        "The Herald | May 20, 2016, 9:15 a.m.",
        "20 May 2016 at 9:15 am GMT",
    ],
)
def test_a_date_with_an_outlet_or_a_time_is_the_publication(line: str) -> None:
    assert roles(f"A Title\n\n{line}\n\n{BODY}")[1] == (Role.PUBLICATION, line)
    assert roles(f"A Title\n\n{BODY}\n\n{line}")[-1] == (Role.PUBLICATION, line)


def test_a_chronology_has_no_title_and_no_publication_among_its_lines() -> None:
    text = "7 Nov 2019 - Bridge Closed\n\n8 Dec 2020 - Bridge Opened\n\n2021: Toll Falls"
    assert {role for role, _ in roles(text)} == {Role.BODY}


def test_a_month_may_begin_a_headline() -> None:
    assert roles(f"May 2016 in review\n\n{BODY}")[0][0] is Role.TITLE
