from __future__ import annotations

import pytest

from timeline_app.readers.article.paragraphs import canonical, without_wraps

WRAPPED = """\
The Security Council imposed the embargo in 2011 and has kept it
in force ever since, although several members asked for its end
at the last meeting.

A second paragraph of the same article is wrapped at about the
same width.
"""


def test_wrapped_lines_are_joined() -> None:
    first, second = canonical(WRAPPED).split("\n\n")
    assert first.startswith("The Security Council imposed the embargo in 2011 and has kept it in")
    assert first.endswith("at the last meeting.")
    assert "about the same width." in second


def test_a_line_is_a_paragraph_where_lines_are_long() -> None:
    line = "A whole paragraph from the web on a single line, " * 4 + "as browsers copy it."
    assert canonical(f"{line}\n{line}\n").split("\n\n") == [line, line]


def test_short_lines_stay_lines() -> None:
    assert (
        canonical("2011: war\n2012: vote\n2014: split") == "2011: war\n\n2012: vote\n\n2014: split"
    )


def test_lists_stay_lists() -> None:
    text = "- the first item of a list that is rather long, honestly\n- the second item of it"
    assert len(canonical(text).split("\n\n")) == 2


def test_an_indent_begins_a_paragraph() -> None:
    text = (
        "    The first paragraph of this story begins with an indent\n"
        "and goes on without one until it has said all that it has to\n"
        "say about the matter.\n"
        "    The second paragraph begins with an indent too, and goes\n"
        "on as well.\n"
    )
    assert len(canonical(text).split("\n\n")) == 2


def test_a_word_cut_at_the_line_end_keeps_its_hyphen() -> None:
    text = (
        "The committee that met in the capital spoke of a long-\n"
        "term mission in Libya and then\nit rose."
    )
    assert "long-term mission" in canonical(text)


def test_white_space_is_single_and_the_edges_are_clean() -> None:
    assert canonical("\n\n  One.   Two. \n\n\n\n Three. \n") == "One. Two.\n\nThree."


@pytest.mark.parametrize("line_end", ["\n", " \n"])
def test_a_sentence_over_short_lines_is_one_paragraph(line_end: str) -> None:
    text = (
        "Mill story\n\nOn 4 May 2014 a mill\nburned in the\nold town of\nLodz.\n\n"
        "It rained.\nAgain."
    )
    assert canonical(text.replace("\n", line_end)).split("\n\n") == [
        "Mill story",
        "On 4 May 2014 a mill burned in the old town of Lodz.",
        "It rained.",
        "Again.",
    ]


def test_a_range_over_two_lines_is_whole() -> None:
    text = "The bridge was built between 1928\nand 1931."
    assert canonical(text) == "The bridge was built between 1928 and 1931."


@pytest.mark.parametrize(
    "text",
    [
        "The men left home in May\nAnd went to Rome\nTheir ship sank",
        "Roses of 1914,\nred in the rain,\nwho will remember\nyou in 1918?",
        "milk\nbread\neggs",
        "To buy:\nmilk\nbread",
        "- The men left home\n- and went to Rome",
        "Council Meets\nby Jane Roe\nThe council met.",
        "Council Meets\nupdated May 20, 2016\nThe council met.",
    ],
)
def test_verse_lists_and_bylines_stay_lines(text: str) -> None:
    assert canonical(text).split("\n\n") == text.split("\n")


def test_lines_wrapped_at_the_width_of_a_printed_page_are_joined() -> None:
    first = (
        "After the arrest of the three, Staab said, investigating officers learned that they were"
        " suspected in a series of"
    )
    assert 110 < len(first) < 120
    assert canonical(f"{first}\nvalley robberies.") == f"{first} valley robberies."
    assert canonical(f"{first}\nValley supermarket robberies.").count("\n") == 0


def test_long_lines_of_uneven_width_stay_apart() -> None:
    lines = ["A heading of a page that is long enough", "Ships" + " left" * 23, "It rained."]
    assert canonical("\n".join(lines)).split("\n\n") == lines


BROKEN = [
    "Samsung has announced the sale of stakes in",
    "four petrochemical and defence affiliates as",
    "the giant steps up its efforts.",
]


def test_breaks_at_a_fixed_width_go() -> None:
    assert without_wraps(BROKEN) == [" ".join(BROKEN)]
    assert without_wraps(BROKEN[:2]) == [" ".join(BROKEN[:2])]


@pytest.mark.parametrize(
    "lines",
    [
        ["Harbor Record", "12 Quay Street", "Oran"],
        ["A heading that is rather long, as some of them are", "The council voted."],
        ["The council voted on Monday to keep the embargo.", "Nobody spoke.", "It rained."],
        ["One line."],
        [],
    ],
)
def test_other_breaks_stay(lines: list[str]) -> None:
    assert without_wraps(lines) == lines
