"""What was seen and made no event, and events that are kept though their words are gone."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from timeline_app.domain.records import ArticleId, Basis, EventId, Status, TemporalExpression
from timeline_app.domain.text import Span
from timeline_app.store import reading

BEFORE, AFTER = 36, 60
"""Code points of the text shown before and behind an expression."""

_UNDATED = """
SELECT expression.article, expression.start FROM expression
JOIN article ON article.id = expression.article AND NOT article.deleted AND superseded_by IS NULL
WHERE {chosen} NOT EXISTS (
    SELECT 1 FROM mention WHERE mention.article = expression.article
    AND expression_start < expression.end AND expression_end > expression.start
) ORDER BY expression.article, expression.start LIMIT ?
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
    chosen = "" if article is None else "expression.article = ? AND"
    values = () if article is None else (article,)
    places = connection.execute(_UNDATED.format(chosen=chosen), (*values, most + 1)).fetchall()
    by_article: dict[ArticleId, set[int]] = {}
    for each, start in places[:most]:
        by_article.setdefault(each, set()).add(start)
    undated = [
        found for each, starts in by_article.items() for found in _of(connection, each, starts)
    ]
    chosen = "" if article is None else "mention.article = ? AND"
    kept = connection.execute(
        _KEPT.format(chosen=chosen), (*values, Basis.KEPT.value, Status.REJECTED.value, most)
    )
    return Shelf(
        tuple(undated),
        tuple(Kept(where, event, title, why) for event, title, where, why in kept),
        len(places) > most,
    )


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
