from __future__ import annotations

import pytest

from timeline_app.domain.records import Block, Role
from timeline_app.domain.text import Span
from timeline_app.extract.grammar.sentences import sentences


def split(text: str) -> list[str]:
    return [s.slice(text) for s in sentences(text, [Block(Span(0, len(text)), Role.BODY)])]


@pytest.mark.parametrize(
    "parts",
    [
        ["U.S. Marine Gen. Joseph F. Dunford spoke.", "He left."],
        ["The talks begin at 5 p.m. Monday.", "They end at noon."],
        ["The polls closed at 9 p.m.", "“We have won,” he said."],
        ["It began at 5 a.m.", "The river rose."],
        ["Sen. Chris Murphy of Conn. spoke on Jan. 5, 2016.", "Nobody listened."],
        ["The firm, Acme Inc., closed in Sept. 2015.", "It owed money."],
        ["Mr. Smith and Dr. Jones met in St. Louis.", "They agreed."],
        ["“Will it end?” he asked.", "Nobody knew."],
        ["“We are not ready. We may never be,” Hill said.", "He left."],
        ["He went to the U.S.", "The trip was short."],
        ["The bridge fell on 4 May.", "Police came."],
        ["Theresa May.", "“I saw it in May.”", "She left."],
    ],
)
def test_abbreviations_and_quotations(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_only_the_body_is_split() -> None:
    text = "A Title. Here\n\nOne. Two."
    blocks = [Block(Span(0, 13), Role.TITLE), Block(Span(15, 24), Role.BODY)]
    assert [span.slice(text) for span in sentences(text, blocks)] == ["One.", "Two."]


def test_a_line_without_an_end_is_cut_between_words() -> None:
    text = "word " * 5000
    found = split(text)
    assert len(found) > 1
    assert all(len(part) <= 2000 for part in found)
    assert " ".join(found).split() == text.split()
