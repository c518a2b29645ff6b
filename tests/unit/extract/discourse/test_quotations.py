from __future__ import annotations

import pytest

from timeline_app.extract.discourse.quotations import Quotations
from timeline_app.readers.article.structure import structure


def quoted(text: str) -> str:
    """The body with all that isn't quoted as dots."""
    text = f"A Title Of Its Own\n\n{text}\n"
    found = Quotations(text, structure(text))
    shown = "".join(c if n in found else "." for n, c in enumerate(text))
    return shown[len("A Title Of Its Own\n\n") : -1]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        (
            "He said “we go” at once and left the room.",
            "........“we go”...........................",
        ),
        ('He said "we go" and left the small room.', '........"we go".........................'),
        ("The screen is 13.3 inches wide, no more.", "........................................"),
        ("They met, “but not here,” he said today.", "..........“but not here,”..............."),
    ],
)
def test_words_between_marks_are_quoted(text: str, inside: str) -> None:
    assert quoted(text) == inside


def test_a_quotation_goes_on_in_the_next_paragraph_where_that_closes_it() -> None:
    text = "Hill said “we will go there now.\n\nAnd we will come back” and then he left the room."
    shown = quoted(text)
    assert "And we will come back”" in shown
    assert "then he left" not in shown


def test_a_mark_that_nothing_closes_ends_with_its_paragraph() -> None:
    text = "Hill said “we will go there now.\n\nThe men left the city on foot that same night."
    assert "The men left" not in quoted(text)


def test_the_end_of_a_quotation() -> None:
    text = "A Title Of Its Own\n\nHe said “we go” at once and left the room.\n"
    found = Quotations(text, structure(text))
    assert found.end_of(text.index("we")) == text.index("”") + 1
    assert found.end_of(text.index("room")) == text.index("room")
