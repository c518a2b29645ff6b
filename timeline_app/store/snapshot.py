"""The event table kept in the library's file, so that opening a million events takes no reading.

Triggers log every event that a write touches (table `touched`), whoever writes. A snapshot says
up to which entry of the log it holds; snapshot and later entries together are always the truth.
"""

from __future__ import annotations

import sqlite3
import threading
from typing import Final

import numpy as np

from timeline_app.store import columns
from timeline_app.store.columns import DTYPE, SHARED_DTYPE, EventTable

_MANY: Final = 2_000
"""Reading so many events anew takes no noticeable time."""

_EVENT, _SHARED = "event.", "shared."


class TableCache:
    """The newest event table, for readers of any thread: kept in memory, patched after writes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._table: EventTable | None = None
        self._upto = 0

    def table(self, connection: sqlite3.Connection) -> EventTable:
        """All living events as `connection` sees them now."""
        with self._lock:
            connection.execute("BEGIN")  # one state of the file for log, snapshot and events
            try:
                self._table, self._upto = _newest(connection, self._table, self._upto)
            finally:
                connection.execute("COMMIT")
            return self._table

    def keep(self, connection: sqlite3.Connection) -> None:
        """Write a new snapshot; to be called in the writer's transaction."""
        with self._lock:
            table, upto = _newest(connection, self._table, self._upto)
        connection.execute("DELETE FROM snapshot")
        connection.executemany(
            "INSERT INTO snapshot (name, upto, data) VALUES (?, ?, ?)",
            [
                (prefix + name, upto, values.tobytes())
                for prefix, part in ((_EVENT, table.columns), (_SHARED, table.shared))
                for name, values in part.items()
            ],
        )
        connection.execute("DELETE FROM touched WHERE id <= ?", [upto])


def _newest(
    connection: sqlite3.Connection, table: EventTable | None, seen: int
) -> tuple[EventTable, int]:
    """`table`, which holds all up to log entry `seen`, brought up to now; and the last entry."""
    stored, last = connection.execute(
        "SELECT ifnull((SELECT min(upto) FROM snapshot), 0),"
        " ifnull((SELECT max(id) FROM touched), 0)"
    ).fetchone()
    last = max(stored, last)
    if table is None or seen < stored:  # the log no longer goes back to `seen`
        table, seen = _stored(connection, stored), stored
    if table is None:
        return columns.load(connection), last
    query = "SELECT DISTINCT event FROM touched WHERE id > ?"
    touched = [row[0] for row in connection.execute(query, [seen])]
    if len(touched) > max(len(table) // 4, _MANY):
        return columns.load(connection), last
    return columns.patched(connection, table, touched), last


def _stored(connection: sqlite3.Connection, upto: int) -> EventTable | None:
    """The table of the snapshot; None without one, or where it has other columns than today's."""
    blobs = dict(connection.execute("SELECT name, data FROM snapshot WHERE upto = ?", [upto]))
    parts = []
    for prefix, dtype in ((_EVENT, DTYPE), (_SHARED, SHARED_DTYPE)):
        names = dtype.names or ()
        if any(prefix + name not in blobs for name in names):
            return None
        parts.append({n: np.frombuffer(blobs[prefix + n], dtype[n]) for n in names})
    return EventTable(*parts)
