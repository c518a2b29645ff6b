"""Writing many new articles and events at once: a statement a table, not one a row."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from timeline_app.domain.records import ArticleId, Event, EventId
from timeline_app.store import copies, finding, rows, tellings
from timeline_app.store.finding import Footprint
from timeline_app.store.prepared import PreparedArticle, PreparedEvent, prepared_event

_ENTITIES = "SELECT name, id FROM entity WHERE kind = ? AND name IN ({marks})"


def add_articles(
    connection: sqlite3.Connection, articles: Sequence[PreparedArticle], now: str
) -> tuple[list[ArticleId], dict[EventId, Footprint]]:
    """Store articles with their expressions and events; `now` is the time of import.

    Gives the ids of the articles, and those of the events with what they are found by.
    """
    first = _next_id(connection, "article")
    listed = list(enumerate(articles, first))
    connection.executemany(
        "INSERT OR IGNORE INTO original VALUES (?, ?)",
        [(article.sha256, article.original) for article in articles],
    )
    rows.insert_articles(connection, [(i, *article.row, now) for i, article in listed])
    rows.insert_expressions(
        connection, [(i, *each) for i, article in listed for each in article.expressions]
    )
    copies.add_keys(connection, {i: article.keys for i, article in listed})
    events = [(i, event) for i, article in listed for event in article.events]
    ids = add_events(connection, events)
    reports = list(zip(ids, events, strict=True))
    tellings.add(connection, [(r, i, e.kept) for r, (i, e) in reports if e.kept])
    found_by = {report: event.footprint for report, (_, event) in reports if event.footprint}
    finding.add(connection, found_by)
    return [i for i, _ in listed], found_by


def add_event(
    connection: sqlite3.Connection, event: Event, article: ArticleId, text: str
) -> EventId:
    """Store an event of a stored article with this text."""
    return add_events(connection, [(article, prepared_event(event, text))])[0]


def add_events(
    connection: sqlite3.Connection, events: Sequence[tuple[ArticleId, PreparedEvent]]
) -> list[EventId]:
    """Store events, each of one article, with mentions, names, tags and search text."""
    first = _next_id(connection, "event")
    listed = [(report, *each) for report, each in enumerate(events, first)]
    rows.insert_events(connection, [(report, *event.row) for report, _, event in listed])
    rows.insert_mentions(
        connection,
        [
            (report, position, article, *mention)
            for report, article, event in listed
            for position, mention in enumerate(event.mentions)
        ],
    )
    _add_entities(connection, listed)
    connection.executemany(
        "INSERT INTO event_tag VALUES (?, ?)",
        [(report, tag) for report, _, event in listed for tag in event.tags],
    )
    connection.executemany(
        "INSERT INTO event_search (rowid, title, passage) VALUES (?, ?, ?)",
        [(report, event.row[0], event.passages) for report, _, event in listed],
    )
    return [report for report, _, _ in listed]


def _add_entities(
    connection: sqlite3.Connection, events: Iterable[tuple[EventId, ArticleId, PreparedEvent]]
) -> None:
    named = [
        (report, position, entity)
        for report, _, event in events
        for position, entity in enumerate(event.entities)
    ]
    wanted = list(dict.fromkeys(entity for _, _, entity in named))
    ids = _entity_ids(connection, wanted)
    if missing := [entity for entity in wanted if entity not in ids]:
        connection.executemany("INSERT INTO entity (kind, name) VALUES (?, ?)", missing)
        ids |= _entity_ids(connection, missing)
    connection.executemany(
        "INSERT INTO event_entity VALUES (?, ?, ?)",
        [(report, position, ids[entity]) for report, position, entity in named],
    )


def _entity_ids(
    connection: sqlite3.Connection, entities: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], int]:
    """The rows of entities that the library has, by kind and name."""
    by_kind: dict[str, list[str]] = {}
    for kind, name in entities:
        by_kind.setdefault(kind, []).append(name)
    found: dict[tuple[str, str], int] = {}
    for kind, names in by_kind.items():
        for batch, marks in rows.batches(names):
            query = _ENTITIES.format(marks=marks)
            found |= {(kind, name): i for name, i in connection.execute(query, [kind, *batch])}
    return found


def _next_id(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT ifnull(max(id), 0) + 1 FROM {table}").fetchone()[0])
