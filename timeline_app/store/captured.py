"""Rows as they were: what an edit that rewrites much keeps to take itself back exactly."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from timeline_app.domain.records import ArticleId, EventId
from timeline_app.store import rows

_OF_EVENT: Final = (
    *(("mention", "event"), ("event_entity", "event"), ("event_tag", "event")),
    ("telling", "report"),
)
_SEARCH: Final = ("rowid", "title", "passage")

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows of one table, each with a value for each of `columns`."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def insert(self, connection: sqlite3.Connection) -> None:
        connection.executemany(
            f"INSERT INTO {self.name} ({', '.join(self.columns)})"
            f" VALUES ({', '.join('?' * len(self.columns))})",
            self.rows,
        )

    def write_over(self, connection: sqlite3.Connection) -> None:
        """Update rows that exist by their first column, which is the key."""
        key, *others = self.columns
        assignments = ", ".join(f"{name} = ?" for name in others)
        connection.executemany(
            f"UPDATE {self.name} SET {assignments} WHERE {key} = ?",
            [(*row[1:], row[0]) for row in self.rows],
        )


@dataclass(frozen=True, slots=True)
class Captured:
    """Articles with their expressions and events with all that belongs to them, as rows."""

    articles: tuple[ArticleId, ...]
    events: tuple[EventId, ...]
    _written_over: tuple[_Table, ...]
    _inserted: tuple[_Table, ...]

    @staticmethod
    def of(
        connection: sqlite3.Connection, articles: Iterable[ArticleId], events: Iterable[EventId]
    ) -> Captured:
        """The rows of `articles` and `events` as they are now."""
        wanted, touched = tuple(sorted(set(articles))), tuple(sorted(set(events)))
        return Captured(
            wanted,
            touched,
            (
                _read(connection, "article", "id", wanted),
                _read(connection, "event", "id", touched),
            ),
            (
                _read(connection, "expression", "article", wanted),
                *(_read(connection, name, key, touched) for name, key in _OF_EVENT),
                _read(connection, "event_search", "rowid", touched, _SEARCH),
            ),
        )

    def put_back(self, connection: sqlite3.Connection) -> None:
        """Make the rows what they were; events that came since lose their sources and are marked.

        Rows of articles and events are never deleted: other rows may speak of them.
        """
        with_article_search(connection, self.articles, "delete")
        _delete(connection, "expression", "article", self.articles)
        for name, key in (*_OF_EVENT, ("event_search", "rowid")):
            _delete(connection, name, key, self.events)
        for batch, marks in rows.batches(self.events):
            connection.execute(f"UPDATE event SET deleted = 1 WHERE id IN ({marks})", batch)
        for table in self._written_over:
            table.write_over(connection)
        for table in self._inserted:
            table.insert(connection)
        with_article_search(connection, self.articles, "insert")


def forget_event(connection: sqlite3.Connection, event: EventId) -> None:
    """Mark an event deleted and take all that belongs to it away."""
    for name, key in (*_OF_EVENT, ("event_search", "rowid")):
        _delete(connection, name, key, (event,))
    connection.execute("UPDATE event SET deleted = 1 WHERE id = ?", (event,))


def with_article_search(
    connection: sqlite3.Connection, articles: Iterable[ArticleId], what: str
) -> None:
    """Take articles' words out of the search index ("delete", before a change) or in ("insert").

    FTS5's external content tables want the old words to forget them
    (https://sqlite.org/fts5.html#external_content_tables).
    """
    command = "article_search, " if what == "delete" else ""
    value = "'delete', " if what == "delete" else ""
    for batch, marks in rows.batches(articles):
        connection.execute(
            f"INSERT INTO article_search ({command}rowid, title, text)"
            f" SELECT {value}id, title, text FROM article WHERE id IN ({marks})",
            batch,
        )


def _read(
    connection: sqlite3.Connection,
    name: str,
    key: str,
    ids: Iterable[int],
    columns: tuple[str, ...] = (),
) -> _Table:
    names = columns or tuple(row[1] for row in connection.execute(f"PRAGMA table_info({name})"))
    found: list[Row] = []
    for batch, marks in rows.batches(ids):
        query = f"SELECT {', '.join(names)} FROM {name} WHERE {key} IN ({marks})"
        found.extend(connection.execute(query, batch))
    return _Table(name, names, tuple(found))


def _delete(connection: sqlite3.Connection, name: str, key: str, ids: Iterable[int]) -> None:
    for batch, marks in rows.batches(ids):
        connection.execute(f"DELETE FROM {name} WHERE {key} IN ({marks})", batch)
