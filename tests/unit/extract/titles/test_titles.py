"""Titles and moods of sentences of very different kinds, kept in sentences.txt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.extract.marked import events_of
from timeline_app.extract.titles.wording import LONGEST


def cases() -> list[tuple[str, list[str]]]:
    """Each sentence with the lines indented under it."""
    found: list[tuple[str, list[str]]] = []
    for line in Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


@pytest.mark.parametrize(("marked", "expected"), cases())
def test_sentence(marked: str, expected: list[str]) -> None:
    assert [f"{event.modality}: {event.title}" for event in events_of(marked)] == expected


@pytest.mark.parametrize("marked", [marked for marked, expected in cases() if expected])
def test_checklist(marked: str) -> None:
    """The mechanical half of the checklist for titles in docs/events.md."""
    for event in events_of(marked):
        title = event.title
        assert len(title.split()) >= 2
        assert len(title) <= LONGEST
        assert title[0].isupper() or not title.split()[0].islower()
        assert not re.match(r"(?:On|In|Since|By|Last|This)\s+(?:\w+ )?\d", title)
        assert not re.search(r"(?:,| according to .*| (?:says?|said|reports?|reported))$", title)
        assert not re.search(r"\b(?:the|a|an|of|to|and|or|with|for|was|were|has|that)$", title)
        assert not title.endswith((".", ",", ";", ":")) or re.search(r"\b\w\.$", title)


def test_a_reasonable_number_of_sentences_is_kept() -> None:
    assert len(cases()) >= 50


def test_names_stand_in_for_descriptions_and_pronouns() -> None:
    marked = (
        "ISIS has made Sirte its base, with help from a former dictator. "
        "The terrorist organization seized an oil field in [2016=2016]."
    )
    assert [event.title for event in events_of(marked)] == ["ISIS seized an oil field"]


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        ("The lease was signed. It may end by [2021=2021].", "The lease may end"),
        ("The council bought the bridge. It collapsed in [2007=2007].", "The bridge collapsed"),
        ("The boat was at sea. It was hit in [2007=2007].", "The boat was hit"),
        (
            "Rui Lopes built a mill. Ada Kessler bought it in [2004=2004].",
            "Ada Kessler bought the mill",
        ),
        ("Two men came in. They were arrested in [2007=2007].", "Two men were arrested"),
        ("A fisherman found a boat. He sold it in [2007=2007].", "The fisherman sold the boat"),
        (
            "The judge heard Karl Brandt. Police caught him in [2012=2012].",
            "Police caught Karl Brandt",
        ),
        ("Rui Lopes, the mayor, spoke. The mayor quit in [2012=2012].", "Rui Lopes quit"),
        ("Tarn Bank was rich. The bank failed in [1931=1931].", "Tarn Bank failed"),
        ("Rui Lopes met Ada Kessler. She quit in [2012=2012].", "Ada Kessler quit"),
    ],
)
def test_names_and_nouns_stand_in_where_that_is_safe(marked: str, title: str) -> None:
    assert [event.title for event in events_of(marked)] == [title]


@pytest.mark.parametrize(
    "marked",
    [
        "The bus hit the tram. It burned out in [2007=2007].",
        "A letter named Rui Lopes and Karl Brandt. He left in [2007=2007].",
        "It rained in [2007=2007] on the town.",
    ],
)
def test_a_pronoun_without_a_sure_name_stays(marked: str) -> None:
    (event,) = events_of(marked)
    assert event.title.split()[0] in {"It", "He"}


def test_the_fuller_wording_of_a_thing_comes_from_the_text_before() -> None:
    marked = (
        "The talks were about the weapons embargo for Libya. "
        "Kerry said on [May 16=2016-05-16] that the embargo would end."
    )
    titles = [event.title for event in events_of(marked)]
    assert titles == ["Kerry said that the weapons embargo for Libya would end"]


def test_ranks_go_first_where_room_is_short() -> None:
    marked = (
        "On [May 16=2016-05-16], U.S. Secretary of State John Kerry signaled that the ban was "
        "likely to be lifted soon, a newspaper reports."
    )
    titles = [event.title for event in events_of(marked)]
    assert titles == ["John Kerry signaled that the ban was likely to be lifted soon"]


def test_a_capital_text_loses_its_attribution_all_the_same() -> None:
    marked = "TWO SOLDIERS DIED IN A BOMB ATTACK IN KABUL ON [MAY 3=2010-05-03], NATO SAID."
    titles = [event.title for event in events_of(marked)]
    assert titles == ["TWO SOLDIERS DIED IN A BOMB ATTACK IN KABUL"]
