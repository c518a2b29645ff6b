"""The project's own articles are read at least as well as ever: floors may only rise."""

from __future__ import annotations

import pytest

from tests.corpus import read_corpus
from tests.evaluation.scoring import count, measures
from timeline_app.domain.edtf import parse_edtf
from timeline_app.tagger import tag, timexes

FLOORS = {
    "en": {"strict": 99.8, "relaxed": 99.9, "value": 99.8, "placeable": 99.8},
    "de": {"strict": 100.0, "relaxed": 100.0, "value": 100.0, "placeable": 100.0},
}
LEAST = {"en": 92, "de": 6}


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_f1_keeps_its_floor(language: str) -> None:
    documents = read_corpus(language)
    assert len(documents) >= LEAST[language]
    counts = []
    for document in documents:
        published = parse_edtf(document["dct"]) if document["dct"] else None
        found = timexes(tag(document["text"], published=published, language=language))
        counts.append(count(document["timexes"], found))
    reached = measures(counts)
    floors = FLOORS[language]
    assert {name: reached[name] for name in floors if reached[name] < floors[name]} == {}


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_gold_is_marked_whole(language: str) -> None:
    for document in read_corpus(language):
        assert "](" not in document["text"], document["id"]
        assert all(timex["start"] < timex["end"] for timex in document["timexes"])
