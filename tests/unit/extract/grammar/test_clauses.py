from __future__ import annotations

import pytest

from tests.unit.extract.marked import unmarked
from timeline_app.domain.text import Span
from timeline_app.extract.grammar.clauses import clauses_of
from timeline_app.extract.grammar.tokens import words_of


def outline(marked: str) -> list[tuple[str, str, str]]:
    """Marker, subject and verb of each clause that has a verb."""
    text, expressions = unmarked(marked)
    words = words_of(text, Span(0, len(text)), [e.span for e in expressions])
    found = []
    for clause in clauses_of(words):
        if clause.group is None:
            continue
        subject = " ".join(words[i].text for i in clause.subject)
        verb = " ".join(word.text for word in words[clause.group.start : clause.group.end])
        found.append((clause.marker, subject, verb))
    return found


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Men left.", [("", "Men", "left")]),
        ("It has a screen, dubbed a retina display.", [("", "It", "has")]),
        (
            "The museum, closed since [2006=2006/..], reopens on [Saturday=2011-06-18].",
            [(",", "The museum", "reopens")],
        ),
        (
            "Protests that erupted in Tarn have ended.",
            [("that", "Protests", "erupted"), (",", "Protests", "have ended")],
        ),
        ("This brings the total to 230.", [("", "This", "brings")]),
        ("This news surprised the city.", [("", "This news", "surprised")]),
        (
            "Two men who had worked for the bank praised its guards.",
            [("who", "Two men", "had worked"), (",", "Two men", "praised")],
        ),
        (
            "When the plane landed passengers thanked the crew.",
            [("when", "the plane", "landed"), (",", "passengers", "thanked")],
        ),
        ("Men came and left.", [("", "Men", "came"), ("and", "Men", "left")]),
        (
            "The leaders of Egypt and Jordan met in Cairo.",
            [("", "The leaders of Egypt and Jordan", "met")],
        ),
        (
            "Hill, head of the force, said troops may go.",
            [(",", "Hill", "said"), ("that", "troops", "may go")],
        ),
        (
            "Hill said that the embargo was likely to end.",
            [("", "Hill", "said"), ("that", "the embargo", "was")],
        ),
        (
            "The bridge, which was built in [1931=1931], fell.",
            [("which", "The bridge", "was built"), (",", "The bridge", "fell")],
        ),
        (
            "A tanker chartered by rebels left the port.",
            [("", "A tanker chartered by rebels", "left")],
        ),
        (
            "Sales rose in [2004=2004], fell in [2005=2005] and rose in [2006=2006].",
            [("", "Sales", "rose"), (",", "Sales", "fell"), ("and", "Sales", "rose")],
        ),
        (
            "This, he said, would happen.",
            [(",", "he", "said"), (",", "This", "would happen")],
        ),
        ("The pact made in [2015=2015] limits trade.", [("", "The pact made", "limits")]),
        (
            "He left after the king had been killed.",
            [("", "He", "left"), ("after", "the king", "had been killed")],
        ),
        ("After the killing of the king, he left.", [(",", "he", "left")]),
        ("The company plans to open a plant.", [("", "The company", "plans")]),
        ("The company's plans failed.", [("", "The company's plans", "failed")]),
    ],
)
def test_verbs_find_their_subjects(marked: str, expected: list[tuple[str, str, str]]) -> None:
    assert outline(marked) == expected


def test_every_word_lies_in_one_clause_or_is_a_marker() -> None:
    text = "On Monday, Hill, who leads the force, said men came, saw and left; nobody spoke."
    words = words_of(text, Span(0, len(text)))
    taken = [i for clause in clauses_of(words) for i in clause.indices]
    assert taken == sorted(set(taken))
    left = {words[i].text for i in range(len(words)) if i not in set(taken)}
    assert left <= {",", ";", "who", "that", "and"}
