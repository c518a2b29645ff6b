"""What was seen and made no event, and events that are kept though their words are gone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter

from timeline_app.domain.records import ArticleId, Basis, EventId, Status, TemporalExpression
from timeline_app.domain.text import Span
from timeline_app.store import reading

BEFORE, AFTER = 36, 60
"""Code points of the text shown before and behind an expression."""

_EXPRESSIONS = """
SELECT expression.article, expression.start, expression.end FROM expression
JOIN article ON article.id = expression.article AND NOT article.deleted AND superseded_by IS NULL
WHERE {chosen} ORDER BY expression.article, expression.start
"""
_DATED = """
SELECT DISTINCT expression_start, expression_end FROM mention
WHERE article = ? AND expression_start IS NOT NULL ORDER BY expression_start
"""
_KEPT = """
SELECT DISTINCT event.id, title, mention.article, why FROM event
JOIN mention ON mention.event = event.id AND report IS NULL
WHERE {chosen} basis = ? AND status != ? AND NOT event.deleted ORDER BY event.id LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Undated:
    """An expression that dates no event, with the words around it, on one line."""

    article: ArticleId
    expression: TemporalExpression
    before: str
    after: str

    @property
    def reason(self) -> str:
        """Why it made no event."""
        if self.expression.value is not None:
            return "names a time, but dates no event"
        steps = self.expression.derivation
        return steps[-1] if steps else "names no date"


@dataclass(frozen=True, slots=True)
class Kept:
    """An event that a newer reading of its article no longer gives."""

    article: ArticleId
    event: EventId
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """What has no place on the timeline; `more` says that there is more than was asked for."""

    undated: tuple[Undated, ...]
    kept: tuple[Kept, ...]
    more: bool = False


def shelf(connection: sqlite3.Connection, article: ArticleId | None, most: int) -> Shelf:
    """The shelf of one article, or (None) of the library, at most `most` expressions."""
    places = list(islice(_places(connection, article), most + 1))
    by_article: dict[ArticleId, set[int]] = {}
    for each, start in places[:most]:
        by_article.setdefault(each, set()).add(start)
    undated = [
        found for each, starts in by_article.items() for found in _of(connection, each, starts)
    ]
    chosen = "" if article is None else "mention.article = ? AND"
    values = () if article is None else (article,)
    kept = connection.execute(
        _KEPT.format(chosen=chosen), (*values, Basis.KEPT.value, Status.REJECTED.value, most)
    )
    return Shelf(
        tuple(undated),
        tuple(Kept(where, event, title, why) for event, title, where, why in kept),
        len(places) > most,
    )


def _places(
    connection: sqlite3.Connection, article: ArticleId | None
) -> Iterator[tuple[ArticleId, int]]:
    """Article and start of each expression that shares no text with words that date an event."""
    chosen = "1" if article is None else "expression.article = ?"
    values = () if article is None else (article,)
    found = connection.execute(_EXPRESSIONS.format(chosen=chosen), values)
    for each, spans in groupby(found, key=itemgetter(0)):
        dated = [Span(*row) for row in connection.execute(_DATED, (each,))]
        at = 0
        for _, start, end in spans:
            while at < len(dated) and dated[at].end <= start:
                at += 1
            if at == len(dated) or dated[at].start >= end:
                yield each, start


def _of(connection: sqlite3.Connection, article: ArticleId, starts: set[int]) -> list[Undated]:
    """An article's text is read once for all its expressions."""
    text = reading.article(connection, article).text
    return [
        Undated(article, expression, *_around(text, expression.span))
        for expression in reading.expressions(connection, article)
        if expression.span.start in starts
    ]


def _around(text: str, span: Span) -> tuple[str, str]:
    """Words of the same paragraph before and behind."""
    before = text[max(0, span.start - BEFORE) : span.start].rpartition("\n\n")[2]
    after = text[span.end : span.end + AFTER].partition("\n\n")[0]
    if span.start > BEFORE and len(before) == BEFORE:
        before = "…" + before.partition(" ")[2]
    if len(after) == AFTER:
        after = after.rpartition(" ")[0] + "…"
    return _on_a_line(before), _on_a_line(after)


def _on_a_line(words: str) -> str:
    return "".join(" " if char.isspace() else char for char in words)
