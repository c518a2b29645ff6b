"""Pairs of reports that may be one event: how alike they are, and what the user decided."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from timeline_app.domain.grouping import Pair, pair
from timeline_app.domain.records import EventId
from timeline_app.domain.sameness import ECHOED, SAME, SUGGESTED, likeness
from timeline_app.store import finding, rows, tellings
from timeline_app.store.finding import Footprint
from timeline_app.store.tellings import Known


class Decision(StrEnum):
    """What the user said of a pair; `OPEN`: nothing yet."""

    OPEN = ""
    ACCEPTED = "accepted"
    REFUSED = "refused"


_DECISIONS = {decision.value: decision for decision in Decision}


@dataclass(frozen=True, slots=True)
class KnownPair:
    """A pair of reports as it is kept."""

    both: Pair
    score: float
    decision: Decision


def compare(
    connection: sqlite3.Connection,
    reports: Iterable[EventId],
    found_by: Mapping[EventId, Footprint] | None = None,
) -> dict[EventId, Known]:
    """Compare reports with all others of their time; keep pairs that are alike.

    `found_by` has new reports whose footprints are known already. Those of removed articles are
    compared as well: they may come back. Gives all that had to be loaded.
    """
    prints = dict(found_by or {})
    known = tellings.load(connection, set(reports) - prints.keys())
    prints |= tellings.footprints(known)
    near = {pair(*both) for both in finding.near(connection, prints)}
    known |= tellings.load(connection, {report for both in near for report in both} - known.keys())
    alike = []
    for first, second in near:
        if first in known and second in known:
            score = likeness(known[first].telling, known[second].telling)
            if score >= SUGGESTED or score == ECHOED:
                alike.append((first, second, score))
    connection.executemany(
        "INSERT INTO event_pair (first, second, score, decision) VALUES (?, ?, ?, '')"
        " ON CONFLICT DO UPDATE SET score = excluded.score",
        alike,
    )
    return known


def forget_scores(connection: sqlite3.Connection, reports: Iterable[EventId]) -> None:
    """Drop how alike reports are to others; what the user decided of them stays."""
    for batch, marks in rows.batches(reports):
        for side in ("first", "second"):
            connection.execute(
                f"DELETE FROM event_pair WHERE {side} IN ({marks}) AND decision = ''", batch
            )
            connection.execute(f"UPDATE event_pair SET score = 0 WHERE {side} IN ({marks})", batch)


def pairs_of(connection: sqlite3.Connection, reports: Iterable[EventId]) -> list[KnownPair]:
    """All pairs that one of `reports` is in."""
    found: dict[Pair, KnownPair] = {}
    for batch, marks in rows.batches(reports):
        for side in ("first", "second"):
            query = f"SELECT first, second, score, decision FROM event_pair WHERE {side}"
            for first, second, score, word in connection.execute(f"{query} IN ({marks})", batch):
                found[first, second] = KnownPair((first, second), score, _DECISIONS[word])
    return list(found.values())


def decided(connection: sqlite3.Connection, both: Pair) -> KnownPair | None:
    """A pair as it is kept, None where it isn't."""
    row = connection.execute(
        "SELECT score, decision FROM event_pair WHERE first = ? AND second = ?", both
    ).fetchone()
    return KnownPair(both, row[0], Decision(row[1])) if row else None


def write(connection: sqlite3.Connection, both: Pair, decision: Decision) -> None:
    """Write what the user decided of a pair."""
    connection.execute(
        "INSERT INTO event_pair (first, second, score, decision) VALUES (?, ?, 0, ?)"
        " ON CONFLICT DO UPDATE SET decision = excluded.decision",
        (*both, decision.value),
    )


def drop(connection: sqlite3.Connection, wanted: Iterable[Pair]) -> None:
    """Forget pairs altogether."""
    connection.executemany("DELETE FROM event_pair WHERE first = ? AND second = ?", list(wanted))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two events that may be one, the lower id first, and how alike they are (0 to 1)."""

    first: EventId
    second: EventId
    score: float


_SUGGESTIONS = """
SELECT min(lead_a, lead_b), max(lead_a, lead_b), max(score) FROM (
    SELECT ifnull(a.merged_into, a.id) AS lead_a, ifnull(b.merged_into, b.id) AS lead_b, score
    FROM event_pair JOIN event AS a ON a.id = first JOIN event AS b ON b.id = second
        JOIN telling AS of_a ON of_a.report = first JOIN telling AS of_b ON of_b.report = second
    WHERE (score >= ? OR of_a.article != of_b.article)
        AND decision = '' AND score >= ? AND (NOT a.deleted OR a.merged_into IS NOT NULL)
        AND (NOT b.deleted OR b.merged_into IS NOT NULL)
        AND a.status != 'rejected' AND b.status != 'rejected'
) WHERE lead_a != lead_b GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ?
"""


def suggestions(connection: sqlite3.Connection, most: int) -> list[Suggestion]:
    """Pairs of events that wait for the user's word, the likeliest first, at most `most`.

    An article that speaks of one thing twice is no news: only sure pairs of one article count.
    """
    return [Suggestion(*row) for row in connection.execute(_SUGGESTIONS, (SAME, SUGGESTED, most))]
