"""Events as numpy columns: what a canvas needs of a million of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from timeline_app.domain.calendars import OPEN_FUTURE, OPEN_PAST
from timeline_app.domain.records import ArticleId, Basis, Modality
from timeline_app.store import rows

MODALITIES = tuple(Modality)
"""Column `modality` holds indices into this tuple."""

_FEW = 5_000
"""Events up to which it is quicker to put each in its place than to sort a million anew."""

SORT_KEY = ("sort_start", "sort_grain", "sort_end", "ids")
"""Columns that give the order in time, the first one first."""

# One min() gives the row that its other columns come from: the first report's
# (https://sqlite.org/lang_select.html#bareagg).
_EVENTS = f"""
SELECT event.id, sort_start, sort_grain, sort_end,
    ifnull(start_earliest, {OPEN_PAST}), ifnull(start_latest, {OPEN_PAST}),
    ifnull(end_earliest, {OPEN_FUTURE}), ifnull(end_latest, {OPEN_FUTURE}),
    grain, interval, approximate, uncertain, inferred != '',
    CASE modality {" ".join(f"WHEN '{m.value}' THEN {i}" for i, m in enumerate(MODALITIES))} END,
    status = 'rejected', confidence, mention.article,
    count(DISTINCT ifnull(article.copies_of, article.id)), count(DISTINCT mention.article),
    basis IN ({", ".join(f"'{b.value}'" for b in Basis if b.by_context)}), starred, conflict
FROM event JOIN mention ON mention.event = event.id
    JOIN article ON article.id = mention.article AND NOT article.deleted
WHERE NOT event.deleted {{chosen}} GROUP BY event.id HAVING min(mention.position) >= 0
"""

_SHARED = """
SELECT DISTINCT mention.event, mention.article
FROM mention JOIN article ON article.id = mention.article AND NOT article.deleted
WHERE mention.event IN ({marks}) ORDER BY mention.event, mention.article
"""

DTYPE = np.dtype(
    [
        ("ids", np.int64),
        ("sort_start", np.int64),
        ("sort_grain", np.int8),
        ("sort_end", np.int64),
        ("start_earliest", np.int64),
        ("start_latest", np.int64),
        ("end_earliest", np.int64),
        ("end_latest", np.int64),
        ("grain", np.int8),
        ("interval", np.bool_),
        ("approximate", np.bool_),
        ("uncertain", np.bool_),
        ("inferred", np.bool_),
        ("modality", np.int8),
        ("rejected", np.bool_),
        ("confidence", np.float32),
        ("article", np.int64),
        ("sources", np.int32),
        ("articles", np.int32),
        ("by_context", np.bool_),
        ("starred", np.bool_),
        ("conflict", np.bool_),
    ]
)
"""One field a column, an event a row."""

SHARED_DTYPE = np.dtype([("event", np.int64), ("article", np.int64)])


@dataclass(frozen=True, eq=False)
class EventTable:
    """All living events in time order. Arrays are read-only and may be shared between threads.

    `columns` has one array a field of `DTYPE`: bounds are seconds, open ends hold OPEN_PAST or
    OPEN_FUTURE; `article` is the first report, `sources` how many independent ones there are
    (copies of one story count once), `articles` how many in all, `by_context` whether no words of
    the text date the event. `shared` has `event` and `article` of every source of the events that
    several articles report, in that order.
    """

    columns: dict[str, np.ndarray]
    shared: dict[str, np.ndarray]

    def __len__(self) -> int:
        """Number of events."""
        return len(self.columns["ids"])

    def events_by_article(self) -> dict[ArticleId, int]:
        """How many events that aren't rejected each article reports."""
        columns, shared = self.columns, self.shared
        alone = columns["article"][(columns["articles"] == 1) & ~columns["rejected"]]
        rejected = columns["ids"][columns["rejected"] & (columns["articles"] > 1)]
        others = shared["article"][~np.isin(shared["event"], rejected)]
        counts = np.bincount(alone) if len(alone) else np.zeros(0, np.int64)
        more = np.bincount(others, minlength=len(counts)) if len(others) else counts * 0
        more[: len(counts)] += counts
        return {int(article): int(more[article]) for article in np.flatnonzero(more)}


def load(connection: sqlite3.Connection) -> EventTable:
    """Read every event: seconds for a million, so `snapshot` keeps the result."""
    events = np.fromiter(connection.execute(_EVENTS.format(chosen="")), DTYPE)
    events = _sorted(events)
    several = events["ids"][events["articles"] > 1]
    return EventTable(_split(events), _split(_shared(connection, several.tolist())))


def patched(connection: sqlite3.Connection, table: EventTable, touched: list[int]) -> EventTable:
    """`table` with the events `touched` read anew: added, changed or gone."""
    if not touched:
        return table
    batches = [
        np.fromiter(connection.execute(_EVENTS.format(chosen=f"AND event.id IN ({m})"), b), DTYPE)
        for b, m in rows.batches(touched)
    ]
    fresh = _sorted(np.concatenate(batches))
    several = fresh["ids"][fresh["articles"] > 1]
    kept = ~np.isin(table.columns["ids"], touched)
    columns = _in_place(table.columns, ~kept, fresh) or _merged(table.columns, kept, fresh)
    pairs = np.isin(table.shared["event"], touched, invert=True)
    more = _shared(connection, several.tolist())
    shared = {n: np.concatenate([table.shared[n][pairs], more[n]]) for n in table.shared}
    by_event = np.lexsort([shared["article"], shared["event"]])
    return EventTable(columns, {name: _frozen(each[by_event]) for name, each in shared.items()})


def _in_place(
    columns: dict[str, np.ndarray], touched: np.ndarray, fresh: np.ndarray
) -> dict[str, np.ndarray] | None:
    """Columns with new values where the same events stay in the same order; else None.

    What didn't change isn't copied: accepting an event copies one column.
    """
    at = np.flatnonzero(touched)
    if len(at) != len(fresh) or any((columns[n][at] != fresh[n]).any() for n in SORT_KEY):
        return None
    changed = {}
    for name, values in columns.items():
        if (values[at] != fresh[name]).any():
            values = values.copy()
            values[at] = fresh[name]
        changed[name] = _frozen(values)
    return changed


def _merged(
    columns: dict[str, np.ndarray], kept: np.ndarray, fresh: np.ndarray
) -> dict[str, np.ndarray]:
    left = columns if kept.all() else {name: values[kept] for name, values in columns.items()}
    merged = {name: np.concatenate([values, fresh[name]]) for name, values in left.items()}
    if len(fresh) > _FEW:
        order = np.lexsort([merged[name] for name in reversed(SORT_KEY)])
    else:
        places = np.array([_place(left, row) for row in fresh], np.intp)
        old = len(left["ids"])
        order = np.insert(np.arange(old), places, np.arange(old, old + len(fresh)))
    return {name: _frozen(values.take(order)) for name, values in merged.items()}


def _place(columns: dict[str, np.ndarray], event: np.void) -> int:
    """Where an event belongs among those of sorted columns."""
    low, high = 0, len(columns["ids"])
    for name in SORT_KEY:
        part = columns[name][low:high]
        first, last = (int(part.searchsorted(event[name], side)) for side in ("left", "right"))
        low, high = low + first, low + last
    return low


def _sorted(events: np.ndarray) -> np.ndarray:
    return events[np.lexsort([events[name] for name in reversed(SORT_KEY)])]


def _shared(connection: sqlite3.Connection, events: Iterable[int]) -> np.ndarray:
    found = [np.empty(0, SHARED_DTYPE)]
    for batch, marks in rows.batches(events):
        query = _SHARED.format(marks=marks)
        found.append(np.fromiter(connection.execute(query, batch), SHARED_DTYPE))
    pairs = np.concatenate(found)
    return pairs[np.lexsort([pairs["article"], pairs["event"]])]


def _split(table: np.ndarray) -> dict[str, np.ndarray]:
    names = table.dtype.names or ()
    return {name: _frozen(np.ascontiguousarray(table[name])) for name in names}


def _frozen(values: np.ndarray) -> np.ndarray:
    values.setflags(write=False)
    return values
