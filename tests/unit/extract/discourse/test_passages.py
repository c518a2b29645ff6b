from __future__ import annotations

import pytest

from timeline_app.domain.text import Span
from timeline_app.extract.discourse.passages import with_quotations
from timeline_app.readers.article.structure import structure

SENTENCE = "On May 19, Gen. Mark Hill said troops may go to Libya."


def widened(*paragraphs: str, speaker: str | None = "Hill") -> str:
    text = "\n\n".join(["A Title", SENTENCE, *paragraphs])
    span = Span(9, 9 + len(SENTENCE))
    return with_quotations(text, structure(text), span, speaker).slice(text)


@pytest.mark.parametrize(
    "paragraph",
    [
        "“We are not ready,” said Hill.",
        "“We are not ready,” Hill said on the flight home.",
        "“We are not ready,” he said.",
        "“We are not ready,” the general added.",
        "The general added, “There will be a mission.”",
        "“There will be a long mission.”",
    ],
)
def test_the_same_speaker_goes_on(paragraph: str) -> None:
    assert widened(paragraph).endswith(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "“This is wrong,” Murphy said.",
        "“This is wrong,” said Sen. Chris Murphy.",
        "Murphy added, “This is wrong.”",
        "The troops trained in the desert.",
    ],
)
def test_somebody_else_stays_out(paragraph: str) -> None:
    assert widened(paragraph) == SENTENCE


def test_nobody_speaks() -> None:
    assert widened("“We are not ready,” said Hill.", speaker=None) == SENTENCE


def test_only_the_end_of_a_paragraph_is_widened() -> None:
    text = f"A Title\n\n{SENTENCE} More of it.\n\n“We are not ready,” said Hill."
    span = Span(9, 9 + len(SENTENCE))
    assert with_quotations(text, structure(text), span, "Hill") == span
