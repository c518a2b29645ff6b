"""spaCy's opinion on names: what becomes of it, and spaCy itself where it is installed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from timeline_app.domain.records import EntityKind
from timeline_app.domain.text import Span
from timeline_app.extract.names import spacy_entities
from timeline_app.extract.names.mentions import NameMention, mentions_in

TEXT = "Later Velkin spoke of the Omdal affair."


def label(text: str) -> Iterator[tuple[Span, EntityKind]]:
    yield Span(6, 12), EntityKind.PERSON
    yield Span(22, 31), EntityKind.PLACE


def test_the_model_adds_points_and_names() -> None:
    known = NameMention(Span(6, 12), ("Velkin",), Counter())
    found = spacy_entities.seconded(TEXT, [known], label)
    assert [(m.text, max(m.points, key=m.points.__getitem__)) for m in found] == [
        ("Velkin", EntityKind.PERSON),
        ("Omdal", EntityKind.PLACE),
    ]


def test_an_installed_model_labels_names() -> None:
    labeller = spacy_entities.installed()
    if labeller is None:
        pytest.skip("spaCy with an English model is not installed")
    text = "Angela Merkel met Boeing in Berlin.\n\nThen Angela Merkel left for Paris."
    found = spacy_entities.seconded(text, mentions_in(text, []), labeller)
    kinds = {mention.text: max(mention.points, key=mention.points.__getitem__) for mention in found}
    assert kinds["Angela Merkel"] is EntityKind.PERSON
    assert kinds["Paris"] is EntityKind.PLACE
    assert all(mention.span.slice(text).endswith(mention.words[-1]) for mention in found)
