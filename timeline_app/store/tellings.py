"""What each report says, kept in the form in which reports are compared, and found by its words.

It is kept beside the event since the user may give that another title or date.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from timeline_app.domain.records import (
    Article,
    ArticleId,
    Basis,
    Event,
    EventId,
    Modality,
    Status,
)
from timeline_app.domain.telling import Telling, published_range, telling_of, unpacked
from timeline_app.store import codec, finding, reading, rows
from timeline_app.store.finding import Footprint, footprint

_TELLINGS: Final = """
SELECT telling.report, telling.article, ifnull(article.copies_of, article.id), said, published,
    words, mark,
    status != 'suggested' OR starred OR EXISTS (SELECT 1 FROM event_tag WHERE event = event.id),
    NOT article.deleted AND EXISTS
        (SELECT 1 FROM mention WHERE event = telling.report AND mention.report IS NULL)
FROM telling JOIN event ON event.id = telling.report JOIN article ON article.id = telling.article
WHERE telling.report IN ({marks})
"""
_MODALITIES: Final = {modality.value: modality for modality in Modality}
_BASES: Final = {basis.value: basis for basis in Basis}


class Known(NamedTuple):
    """A telling, and whether its article is there: those of removed ones may come back."""

    telling: Telling
    living: bool


class Kept(NamedTuple):
    """What a report says, as it is kept: date and mood, packed terms, and what orders reports."""

    said: str
    words: str
    mark: str


def kept(telling: Telling) -> Kept:
    """What is kept of a telling."""
    return Kept(_said(telling), telling.words.packed(), telling.mark)


def add(connection: sqlite3.Connection, reports: Iterable[tuple[EventId, ArticleId, Kept]]) -> None:
    """Remember what reports say."""
    connection.executemany(
        "INSERT OR REPLACE INTO telling VALUES (?, ?, ?, ?, ?)",
        [(report, article, *each) for report, article, each in reports],
    )


def keep(
    connection: sqlite3.Connection,
    identity: ArticleId,
    article: Article,
    events: Iterable[Event],
) -> None:
    """Remember what stored events of an article say, each by its sources in it."""
    listed = [telling_of(event, article, event.id, identity) for event in events]
    add(connection, [(telling.report, identity, kept(telling)) for telling in listed])
    finding.add(connection, {telling.report: footprint(telling) for telling in listed})


def keep_again(connection: sqlite3.Connection, reports: Iterable[EventId]) -> None:
    """Remember anew what stored events say.

    Of those that the user gave another title or date, what is known of them stays; so it does of
    those that no article reports any more: they may come back.
    """
    wanted = set(reports)
    edited = _edited(connection, wanted - missing(connection, wanted))
    by_article: dict[ArticleId, list[EventId]] = {}
    for batch, marks in rows.batches(wanted):
        query = f"SELECT article, event FROM mention WHERE report IS NULL AND event IN ({marks})"
        for identity, event in connection.execute(query, batch):
            by_article.setdefault(identity, []).append(event)
    for identity, events in by_article.items():
        connection.executemany(
            "UPDATE telling SET article = ? WHERE report = ?",
            [(identity, event) for event in edited.intersection(events)],
        )
        anew = set(events) - edited
        unindex(connection, anew)
        own = reading.events(connection, anew, also_deleted=True, own=True)
        keep(connection, identity, reading.article(connection, identity), own)


def missing(connection: sqlite3.Connection, reports: Iterable[EventId]) -> set[EventId]:
    """Those of `reports` that nothing is kept of: an older version of this program stored them."""
    wanted = set(reports)
    query = "SELECT report FROM telling WHERE report IN ({marks})"
    return wanted - rows.ids_of(connection, query, wanted)


def load(connection: sqlite3.Connection, reports: Iterable[EventId]) -> dict[EventId, Known]:
    """Reports by id; those of which nothing is kept are left out."""
    found: dict[EventId, Known] = {}
    for batch, marks in rows.batches(reports):
        for row in connection.execute(_TELLINGS.format(marks=marks), batch):
            found[row[0]] = Known(_telling(row), bool(row[8]))
    return found


def index(connection: sqlite3.Connection, reports: Iterable[EventId]) -> None:
    """Let reports be found by what is kept of them."""
    finding.add(connection, footprints(load(connection, reports)))


def unindex(connection: sqlite3.Connection, reports: Iterable[EventId]) -> None:
    """Let reports no longer be found, before what is kept of them changes."""
    finding.remove(connection, footprints(load(connection, reports)))


def footprints(known: Mapping[EventId, Known]) -> dict[EventId, Footprint]:
    """What reports are found by."""
    return {report: footprint(each.telling) for report, each in known.items()}


def _edited(connection: sqlite3.Connection, reports: Iterable[EventId]) -> set[EventId]:
    """Those of `reports` that have a title or date of the user's."""
    found: set[EventId] = set()
    for batch, marks in rows.batches(reports):
        query = f"SELECT id FROM event WHERE id IN ({marks}) AND (basis = ? OR status = ?)"
        by_hand = (Basis.HAND.value, Status.EDITED.value)
        found.update(row[0] for row in connection.execute(query, [*batch, *by_hand]))
    return found


def _said(t: Telling) -> str:
    return json.dumps(
        [t.start, t.end, t.grain, int(t.interval), int(t.approximate), t.modality, t.basis,
         t.confidence]
    )  # fmt: skip


def _telling(row: tuple[Any, ...]) -> Telling:
    start, end, grain, interval, approximate, modality, basis, confidence = json.loads(row[3])
    return Telling(
        report=row[0],
        article=row[1],
        source=row[2],
        start=tuple(start) if start else None,
        end=tuple(end) if end else None,
        grain=grain,
        interval=bool(interval),
        approximate=bool(approximate),
        modality=_MODALITIES[modality],
        basis=_BASES[basis],
        published=_published(row[4]),
        words=unpacked(row[5]),
        mark=row[6],
        confidence=confidence,
        chosen=bool(row[7]),
    )


@lru_cache(maxsize=4096)
def _published(text: str | None) -> tuple[int, int] | None:
    published = codec.decode_published(text)
    return published_range(published.value) if published else None
