"""Single statements over the tables; callers hold the transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from timeline_app.domain.records import (
    Article,
    ArticleId,
    Entity,
    Event,
    EventId,
    Mention,
    Status,
    TemporalExpression,
)
from timeline_app.domain.timevalue import Point, TimeValue
from timeline_app.store import codec

K = TypeVar("K")

_WORTH_A_SNAPSHOT = 2_000  # touched events
LISTED = (
    "NOT article.deleted AND (superseded_by IS NULL OR EXISTS (SELECT 1 FROM mention JOIN event"
    " ON event.id = mention.event WHERE mention.article = article.id AND NOT event.deleted))"
)
"""Condition for an article that a list shows: an older version only for the events it still has."""
_BATCH = 500  # stays below SQLite's limit of bound parameters


def batches(ids: Iterable[K]) -> Iterator[tuple[list[K], str]]:
    """Lists of at most 500 ids or other keys, each with its `?,?,…`."""
    iterator = iter(ids)
    while batch := list(islice(iterator, _BATCH)):
        yield batch, ",".join("?" * len(batch))


def ids_of(connection: sqlite3.Connection, query: str, ids: Iterable[int]) -> set[int]:
    """The ids that `query` selects, asked for a batch of `ids` at a time in place of `{marks}`."""
    found: set[int] = set()
    for batch, marks in batches(ids):
        found.update(row[0] for row in connection.execute(query.format(marks=marks), batch))
    return found


class KnownArticle(NamedTuple):
    """An article that the library has, and whether it was removed."""

    id: ArticleId
    deleted: bool


def find_articles(
    connection: sqlite3.Connection, sha256s: Iterable[str]
) -> dict[tuple[str, str], KnownArticle]:
    """Articles of these files, removed or not, by hash and part; "" for that of a whole file."""
    found = {}
    for batch, marks in batches(sha256s):
        query = (
            f"SELECT sha256, ifnull(part, ''), id, deleted FROM article WHERE sha256 IN ({marks})"
        )
        for sha256, part, identity, deleted in connection.execute(query, batch):
            found[sha256, part] = KnownArticle(identity, bool(deleted))
    return found


ARTICLE_COLUMNS = (
    *("path", "part", "sha256", "title", "text", "blocks", "author", "publication", "published"),
    *("language", "url", "reader", "copies_of", "warnings", "section", "pages", "fingerprint"),
)


def article_row(article: Article) -> tuple[object, ...]:
    """Values of `ARTICLE_COLUMNS`, all but the last one."""
    return (
        article.path,
        article.part,
        article.sha256,
        article.title,
        article.text,
        codec.encode_blocks(article.blocks),
        article.author,
        article.publication,
        codec.encode_published(article.published),
        article.language,
        article.url,
        article.reader,
        article.copies_of,
        codec.dumps(article.warnings),
        article.section,
        codec.dumps(article.pages),
    )


def insert_articles(connection: sqlite3.Connection, articles: Sequence[tuple[object, ...]]) -> None:
    """Store articles, and what search finds them by: id, `ARTICLE_COLUMNS`, time of import."""
    columns = ("id", *ARTICLE_COLUMNS, "imported_at")
    connection.executemany(_insert("article", columns), articles)
    title, text = (columns.index(name) for name in ("title", "text"))
    connection.executemany(
        "INSERT INTO article_search (rowid, title, text) VALUES (?, ?, ?)",
        [(row[0], row[title], row[text]) for row in articles],
    )


def _insert(table: str, columns: Sequence[str]) -> str:
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"


def insert_expressions(
    connection: sqlite3.Connection, expressions: Iterable[tuple[object, ...]]
) -> None:
    """Store temporal expressions: each the id of its article, then an `expression_row`."""
    connection.executemany(
        "INSERT INTO expression (article, start, end, type, timex, value, rule, anchor,"
        " derivation, inferred, confidence, by_hand)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        expressions,
    )


def expression_row(expression: TemporalExpression) -> tuple[object, ...]:
    """An expression's columns from `start` on."""
    return (
        expression.span.start,
        expression.span.end,
        expression.type.value,
        expression.timex,
        codec.encode_value(expression.value) if expression.value else None,
        expression.rule,
        codec.encode_anchor(expression.anchor),
        codec.dumps(expression.derivation),
        codec.encode_names(expression.inferred),
        expression.confidence,
        int(expression.by_hand),
    )


_EVENT_COLUMNS = (
    *("title", "value", "start_earliest", "start_latest", "end_earliest", "end_latest"),
    *("sort_start", "sort_grain", "sort_end", "grain", "interval", "approximate", "uncertain"),
    *("inferred", "status", "modality", "confidence", "basis", "speaker", "starred", "conflict"),
)


def insert_events(connection: sqlite3.Connection, events: Iterable[tuple[object, ...]]) -> None:
    """Store rows of events: id, then an `event_row`; all that hangs on them is apart."""
    connection.executemany(_insert("event", ("id", *_EVENT_COLUMNS)), events)


def update_event(connection: sqlite3.Connection, event: Event) -> None:
    """Write what an event's own row holds; mentions, names, tags and search text stay."""
    assignments = ", ".join(f"{name} = ?" for name in _EVENT_COLUMNS)
    connection.execute(
        f"UPDATE event SET {assignments} WHERE id = ?", (*event_row(event), event.id)
    )


def event_row(event: Event) -> tuple[object, ...]:
    """An event's own columns, the title first."""
    value = event.when
    return (
        event.title,
        codec.encode_value(value),
        *_bounds(value),
        *(codec.clamped(part) for part in value.sort_key),
        int(value.grain),
        int(value.kind == "interval"),
        int(value.approximate),
        int(value.uncertain),
        codec.encode_names(event.inferred),
        event.status.value,
        event.modality.value,
        event.confidence,
        event.basis.value,
        event.speaker,
        int(event.starred),
        int(event.conflict),
    )


def set_entities(
    connection: sqlite3.Connection, event: EventId, entities: Iterable[Entity]
) -> None:
    """Write whom an event names, in place of those it named before."""
    connection.execute("DELETE FROM event_entity WHERE event = ?", (event,))
    for position, entity in enumerate(entities):
        connection.execute(
            "INSERT INTO event_entity VALUES (?, ?, ?)",
            (event, position, entity_id(connection, entity)),
        )


def set_search_texts(
    connection: sqlite3.Connection, texts: Sequence[tuple[EventId, str, str]]
) -> None:
    """Write what search finds events by, in place of what it was: id, title, passages."""
    connection.executemany(
        "DELETE FROM event_search WHERE rowid = ?", [(event,) for event, _, _ in texts]
    )
    connection.executemany(
        "INSERT INTO event_search (rowid, title, passage) VALUES (?, ?, ?)", texts
    )


def entity_id(connection: sqlite3.Connection, entity: Entity) -> int:
    """The row of an entity, made where there is none."""
    connection.execute(
        "INSERT OR IGNORE INTO entity (kind, name) VALUES (?, ?)", entity_row(entity)
    )
    query = "SELECT id FROM entity WHERE kind = ? AND name = ?"
    return int(connection.execute(query, entity_row(entity)).fetchone()[0])


def entity_row(entity: Entity) -> tuple[str, str]:
    """Kind and name as they are kept."""
    return entity.kind.value, entity.name


def _bounds(value: TimeValue) -> tuple[int | None, ...]:
    ends = [
        (end.earliest, end.latest) if isinstance(end, Point) else (None, None)
        for end in (value.start, value.end)
    ]
    return tuple(codec.clamped(bound) for pair in ends for bound in pair)


def insert_mention(
    connection: sqlite3.Connection,
    event: EventId,
    position: int,
    mention: Mention,
    article: ArticleId,
) -> None:
    """Store one source of an event; `article` takes the place of an unstored mention's 0."""
    insert_mentions(
        connection, [(event, position, mention.article or article, *mention_row(mention))]
    )


def insert_mentions(connection: sqlite3.Connection, mentions: Iterable[tuple[object, ...]]) -> None:
    """Store sources of events: event, position, article, then a `mention_row`."""
    connection.executemany(
        "INSERT INTO mention (event, position, article, passage_start, passage_end,"
        " expression_start, expression_end, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        mentions,
    )


def mention_row(mention: Mention) -> tuple[object, ...]:
    """A mention's columns from `passage_start` on."""
    return (*mention.passage, *(mention.expression or (None, None)), mention.why)


def reports_of_articles(connection: sqlite3.Connection, articles: Iterable[int]) -> set[EventId]:
    """Events as these articles report them, removed or not, each by itself."""
    query = "SELECT event FROM mention WHERE article IN ({marks}) AND report IS NULL"
    return ids_of(connection, query, articles)


def living_events(connection: sqlite3.Connection, events: Iterable[EventId]) -> set[EventId]:
    """Those of `events` that are not deleted."""
    query = "SELECT id FROM event WHERE id IN ({marks}) AND NOT deleted"
    return ids_of(connection, query, events)


def merged_into(connection: sqlite3.Connection, events: Iterable[EventId]) -> set[EventId]:
    """Reports that are shown under one of `events`."""
    return ids_of(connection, "SELECT id FROM event WHERE merged_into IN ({marks})", events)


def mark_articles(
    connection: sqlite3.Connection, articles: Iterable[ArticleId], *, deleted: bool
) -> None:
    """Set or clear the mark of removal."""
    for batch, marks in batches(articles):
        connection.execute(
            f"UPDATE article SET deleted = ? WHERE id IN ({marks})", [int(deleted), *batch]
        )


def title_and_status(connection: sqlite3.Connection, event: EventId) -> tuple[str, Status]:
    """An event's title and status; raises KeyError for an unknown event."""
    row = connection.execute("SELECT title, status FROM event WHERE id = ?", (event,)).fetchone()
    if row is None:
        raise KeyError(event)
    return row[0], Status(row[1])


def set_title(connection: sqlite3.Connection, event: EventId, title: str, status: Status) -> None:
    """Write title and status, also for search."""
    connection.execute(
        "UPDATE event SET title = ?, status = ? WHERE id = ?", (title, status.value, event)
    )
    connection.execute("UPDATE event_search SET title = ? WHERE rowid = ?", (title, event))


def set_status(connection: sqlite3.Connection, event: EventId, status: Status) -> None:
    """Write an event's status."""
    connection.execute("UPDATE event SET status = ? WHERE id = ?", (status.value, event))


def much_was_touched(connection: sqlite3.Connection) -> bool:
    """True when so much was written since the last snapshot that a new one pays; see `snapshot`."""
    source = "touched" if connection.execute("SELECT 1 FROM snapshot").fetchone() else "event"
    query = f"SELECT count(*) FROM (SELECT 1 FROM {source} LIMIT {_WORTH_A_SNAPSHOT})"
    return bool(connection.execute(query).fetchone()[0] == _WORTH_A_SNAPSHOT)


def note_pending(connection: sqlite3.Connection, paths: Iterable[str], options: str) -> None:
    """Remember paths whose import begins."""
    connection.executemany(
        "INSERT OR REPLACE INTO pending_import VALUES (?, ?)", [(path, options) for path in paths]
    )


def forget_pending(connection: sqlite3.Connection, paths: Iterable[str]) -> None:
    """Forget paths whose import has ended."""
    connection.executemany("DELETE FROM pending_import WHERE path = ?", [(path,) for path in paths])


def watch_folder(connection: sqlite3.Connection, path: str, *, watch: bool) -> None:
    """Add a folder to those that are watched, or take it away."""
    if watch:
        connection.execute("INSERT OR IGNORE INTO watched_folder VALUES (?)", (path,))
    else:
        connection.execute("DELETE FROM watched_folder WHERE path = ?", (path,))
