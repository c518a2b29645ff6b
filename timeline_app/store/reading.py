"""Rows to records: the queries behind a library's reads."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from timeline_app.domain.records import (
    Article,
    ArticleId,
    Basis,
    Entity,
    EntityKind,
    Event,
    EventId,
    Mention,
    Modality,
    Status,
    TemporalExpression,
    TimexType,
)
from timeline_app.domain.text import Span
from timeline_app.store import codec, rows

_ARTICLE = """
SELECT id, path, title, text, blocks, sha256, reader, part, author, publication, published,
    language, url, copies_of, warnings, section, pages, superseded_by
FROM article WHERE id = ?
"""
_EVENTS = """
SELECT sort_start, sort_grain, sort_end, id, title, value, inferred, status, modality, confidence,
    basis, speaker, starred, conflict
FROM event WHERE id IN ({marks}) {living}
"""
_MENTIONS = """
SELECT event, article, passage_start, passage_end, expression_start, expression_end, why,
    (SELECT value FROM event AS told WHERE told.id = mention.report)
FROM mention JOIN article ON article.id = mention.article
WHERE event IN ({marks}) AND NOT article.deleted ORDER BY event, position
"""
_ENTITIES = """
SELECT event, ifnull(whole.kind, entity.kind), ifnull(whole.name, entity.name)
FROM event_entity JOIN entity ON entity.id = event_entity.entity
    LEFT JOIN entity AS whole ON whole.id = entity.merged_into
WHERE event IN ({marks}) ORDER BY event, position
"""
_QUOTE = """
SELECT substr(text, passage_start + 1, passage_end - passage_start)
FROM mention JOIN article ON article.id = mention.article JOIN event ON event.id = mention.event
WHERE event.id = ? AND NOT event.deleted AND NOT article.deleted ORDER BY position LIMIT 1
"""
_TAGS = "SELECT event, tag FROM event_tag WHERE event IN ({marks}) ORDER BY event, tag"
_EXPRESSIONS = """
SELECT expression.start, expression.end,
    substr(text, expression.start + 1, expression.end - expression.start), type, timex, value,
    rule, anchor, derivation, inferred, confidence, by_hand
FROM expression JOIN article ON article.id = expression.article
WHERE article.id = ? ORDER BY expression.start
"""


def article(connection: sqlite3.Connection, identity: ArticleId) -> Article:
    """An article with its text; raises KeyError for an unknown id."""
    row = connection.execute(_ARTICLE, [identity]).fetchone()
    if row is None:
        raise KeyError(identity)
    return Article(
        id=row[0],
        path=row[1],
        title=row[2],
        text=row[3],
        blocks=codec.decode_blocks(row[4]),
        sha256=row[5],
        reader=row[6],
        part=row[7],
        author=row[8],
        publication=row[9],
        published=codec.decode_published(row[10]),
        language=row[11],
        url=row[12],
        copies_of=row[13],
        warnings=tuple(json.loads(row[14])),
        section=row[15],
        pages=tuple(json.loads(row[16])),
        superseded_by=row[17],
    )


def events(
    connection: sqlite3.Connection,
    ids: Iterable[EventId],
    *,
    also_deleted: bool = False,
    own: bool = False,
) -> list[Event]:
    """Living events in time order, or all of them; unknown ids are left out.

    `own` leaves out the sources that an event has from other reports.
    """
    living = "" if also_deleted else "AND NOT deleted"
    sources = _MENTIONS.replace("ORDER", "AND report IS NULL ORDER") if own else _MENTIONS
    found: list[tuple[tuple[int, ...], Event]] = []
    for batch, marks in rows.batches(ids):
        mentions = _grouped(connection, sources, batch, marks)
        entities = _grouped(connection, _ENTITIES, batch, marks)
        tags = _grouped(connection, _TAGS, batch, marks)
        for row in connection.execute(_EVENTS.format(marks=marks, living=living), batch):
            identity = row[3]
            event = _event(
                row[3:],
                mentions.get(identity, ()),
                entities.get(identity, ()),
                tuple(tag for (tag,) in tags.get(identity, ())),
            )
            found.append((row[:4], event))
    return [event for _, event in sorted(found, key=lambda pair: pair[0])]


def quote(connection: sqlite3.Connection, event: EventId) -> str:
    """What the first source of an event says; empty for one that has gone."""
    row = connection.execute(_QUOTE, [event]).fetchone()
    return str(row[0]) if row is not None else ""


def expressions(connection: sqlite3.Connection, identity: ArticleId) -> list[TemporalExpression]:
    """Temporal expressions of an article in the order of its text."""
    return [
        TemporalExpression(
            Span(row[0], row[1]),
            row[2],
            TimexType(row[3]),
            row[4],
            codec.decode_value(row[5]) if row[5] else None,
            row[6],
            codec.decode_anchor(row[7]),
            tuple(json.loads(row[8])),
            codec.decode_names(row[9]),
            row[10],
            bool(row[11]),
        )
        for row in connection.execute(_EXPRESSIONS, [identity])
    ]


def _grouped(
    connection: sqlite3.Connection, query: str, batch: list[int], marks: str
) -> dict[EventId, list[tuple[Any, ...]]]:
    found: dict[EventId, list[tuple[Any, ...]]] = {}
    for event, *row in connection.execute(query.format(marks=marks), batch):
        found.setdefault(event, []).append(tuple(row))
    return found


def _event(
    row: Sequence[Any],
    mentions: Iterable[tuple[Any, ...]],
    entities: Iterable[tuple[Any, ...]],
    tags: tuple[str, ...],
) -> Event:
    return Event(
        id=row[0],
        title=row[1],
        when=codec.decode_value(row[2]),
        mentions=tuple(_mention(each, own=row[2]) for each in mentions),
        inferred=codec.decode_names(row[3]),
        status=Status(row[4]),
        modality=Modality(row[5]),
        confidence=row[6],
        basis=Basis(row[7]),
        speaker=row[8],
        entities=tuple(Entity(EntityKind(kind), name) for kind, name in entities),
        starred=bool(row[9]),
        tags=tags,
        conflict=bool(row[10]),
    )


def _mention(row: tuple[Any, ...], own: str) -> Mention:
    identity, start, end, expression_start, expression_end, why, told = row
    dated = expression_start is not None
    return Mention(
        identity,
        Span(start, end),
        Span(expression_start, expression_end) if dated else None,
        why,
        codec.decode_value(told) if told is not None and told != own else None,
    )
