"""A sentence taken apart once: its words and its clauses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.domain.text import Span
from timeline_app.extract.grammar.clause import Clause
from timeline_app.extract.grammar.clauses import clauses_of
from timeline_app.extract.grammar.tokens import capitals_inside, words_of
from timeline_app.extract.grammar.words import Word


@dataclass(frozen=True, slots=True)
class Parsed:
    """Words and clauses of one sentence."""

    words: list[Word]
    clauses: list[Clause]
    dates: int = 0


class Parser:
    """Takes sentences of one text apart, each at most once."""

    def __init__(self, text: str, dates: Sequence[Span]) -> None:
        """`dates` are the spans of all expressions of time; each counts as one word."""
        self._text = text
        self._dates = sorted(dates)
        self._names = capitals_inside(text)
        self._known: dict[Span, Parsed] = {}

    def plain(self, sentence: Span) -> Parsed:
        """The sentence's words and clauses."""
        parsed = self._known.get(sentence)
        if parsed is None:
            first = bisect_left(self._dates, Span(sentence.start, 0))
            last = bisect_left(self._dates, Span(sentence.end, 0))
            dates = self._dates[first:last]
            words = words_of(self._text, sentence, dates, self._names)
            parsed = self._known[sentence] = Parsed(words, clauses_of(words), len(dates))
        return parsed
