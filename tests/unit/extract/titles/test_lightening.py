"""Predicates made lighter before their end is cut."""

from __future__ import annotations

import pytest

from timeline_app.domain.text import Span
from timeline_app.extract.dating.scopes import clause_scope
from timeline_app.extract.grammar.clauses import clauses_of
from timeline_app.extract.grammar.tokens import words_of
from timeline_app.extract.titles.lightening import lighter
from timeline_app.extract.titles.wording import rendered


def _levels(text: str) -> list[str]:
    words = words_of(text, Span(0, len(text)))
    scope = clause_scope(words, clauses_of(words), 0, range(0))
    kept = [i for i in scope.predicate if words[i].text != "."]
    return [rendered(text, words, level) for level in lighter(words, kept, scope)]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Police found 5 kilos (12 pounds) of tea.", ["found 5 kilos of tea"]),
        ("The board has formally asked him.", ["has asked him"]),
        ("The board has secretly asked him.", []),
        ("They met Foreign Minister Ada Hill in Tarn.", ["met Ada Hill in Tarn"]),
        ("It will cost the far-right party a mint.", ["will cost the party a mint"]),
        ("They arrested a 34-year-old man.", []),
    ],
)
def test_what_goes_first(text: str, levels: list[str]) -> None:
    assert _levels(text) == levels
