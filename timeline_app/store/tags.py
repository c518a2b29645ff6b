"""The user's tags over the whole library: how many events have each, and which ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from timeline_app.store import rows

if TYPE_CHECKING:
    import numpy

_COUNTS: Final = """
SELECT tag, count(*) FROM event_tag JOIN event ON event.id = event_tag.event
WHERE NOT deleted AND status != 'rejected' GROUP BY tag ORDER BY tag COLLATE NOCASE
"""
_TAGGED: Final = "SELECT event FROM event_tag WHERE tag IN ({marks})"


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many events that aren't rejected have each tag, in the order of the tags."""
    return dict(connection.execute(_COUNTS))


def tagged(connection: sqlite3.Connection, tags: Iterable[str]) -> numpy.ndarray:
    """Ids of the events that have any of `tags`, int64, in no order."""
    import numpy as np

    found = [np.empty(0, np.int64)]
    for batch, marks in rows.batches(tags):
        query = connection.execute(_TAGGED.format(marks=marks), batch)
        found.append(np.fromiter((row[0] for row in query), np.int64))
    return np.concatenate(found)
