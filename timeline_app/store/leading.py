"""Writing what a group of reports shows: the lead's sources, their order, conflict, search text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline_app.domain.grouping import in_conflict, reported
from timeline_app.domain.records import EventId
from timeline_app.domain.telling import Telling
from timeline_app.store import rows

_OWN = """
SELECT mention.event, event.title, substr(text, passage_start + 1, passage_end - passage_start),
    position, mention.article, passage_start, passage_end, expression_start, expression_end, why
FROM mention JOIN event ON event.id = mention.event JOIN article ON article.id = mention.article
WHERE mention.event IN ({marks}) AND report IS NULL ORDER BY mention.event, position
"""
_ADD = (
    "INSERT INTO mention (event, position, article, passage_start, passage_end, expression_start,"
    " expression_end, why, report) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class _Own:
    """One mention that a report has of its own: where it stands in its event, and its row."""

    title: str
    passage: str
    position: int
    row: tuple[Any, ...]


def write(
    connection: sqlite3.Connection,
    groups: Mapping[EventId, Sequence[Telling]],
    events: Iterable[EventId],
) -> None:
    """Write the sources of `events` anew: those of its group for a lead, its own for another."""
    wanted = sorted(events)
    _take_away_others(connection, wanted)
    orders = {event: _first_first(groups.get(event, ()), event) for event in wanted}
    own = _own_mentions(connection, {report for order in orders.values() for report in order})
    orders = {event: order for event, order in orders.items() if event in own}
    _write_mentions(connection, orders, own)
    conflicts = [(event, int(in_conflict(groups.get(event, ())))) for event in orders]
    connection.executemany(
        "UPDATE event SET conflict = ?2 WHERE id = ?1 AND conflict != ?2", conflicts
    )
    rows.set_search_texts(
        connection,
        [(e, own[e][0].title, _search_text(e, order, own)) for e, order in orders.items()],
    )


def _first_first(group: Sequence[Telling], event: EventId) -> list[EventId]:
    return [telling.report for telling in sorted(group, key=reported)] or [event]


def _take_away_others(connection: sqlite3.Connection, events: Iterable[EventId]) -> None:
    for batch, marks in rows.batches(events):
        connection.execute(
            f"DELETE FROM mention WHERE report IS NOT NULL AND event IN ({marks})", batch
        )


def _own_mentions(
    connection: sqlite3.Connection, reports: Iterable[EventId]
) -> dict[EventId, list[_Own]]:
    found: dict[EventId, list[_Own]] = {}
    for batch, marks in rows.batches(reports):
        for report, title, passage, position, *row in connection.execute(
            _OWN.format(marks=marks), batch
        ):
            found.setdefault(report, []).append(_Own(title, passage, position, tuple(row)))
    return found


def _write_mentions(
    connection: sqlite3.Connection,
    orders: Mapping[EventId, Sequence[EventId]],
    own: Mapping[EventId, Sequence[_Own]],
) -> None:
    moved, added = [], []
    for event, order in orders.items():
        listed = [(report, mention) for report in order for mention in own.get(report, ())]
        for position, (report, mention) in enumerate(listed):
            if report != event:
                added.append((event, position, *mention.row, report))
            elif mention.position != position:
                moved.append((-1 - position, event, mention.position))
    # In two steps, since a position may still be another's.
    connection.executemany(
        "UPDATE mention SET position = ? WHERE event = ? AND position = ?", moved
    )
    connection.executemany(
        "UPDATE mention SET position = -1 - position WHERE event = ? AND position < 0",
        [(event,) for event in {event for _, event, _ in moved}],
    )
    connection.executemany(_ADD, added)


def _search_text(
    event: EventId, order: Sequence[EventId], own: Mapping[EventId, Sequence[_Own]]
) -> str:
    """The words of all reports, so that the lead is found by them."""
    mentions = [(report, mention) for report in order for mention in own.get(report, ())]
    titles = [mention.title for report, mention in mentions if report != event]
    return "\n".join(dict.fromkeys([*(mention.passage for _, mention in mentions), *titles]))
