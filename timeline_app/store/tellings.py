"""What each report says, kept in the form in which reports are compared, and found by its words.

It is kept beside the event since the user may give that another title or date.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b
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
from timeline_app.domain.sameness import WORTH, WORTH_IN_A_YEAR
from timeline_app.domain.telling import Telling, published_range, telling_of, unpacked
from timeline_app.domain.timefit import SIZES, places
from timeline_app.store import codec, reading, rows

_TELLINGS: Final = """
SELECT telling.report, telling.article, ifnull(article.copies_of, article.id), said, published,
    words, mark,
    status != 'suggested' OR starred OR EXISTS (SELECT 1 FROM event_tag WHERE event = event.id)
FROM telling JOIN event ON event.id = telling.report JOIN article ON article.id = telling.article
WHERE telling.report IN ({marks})
"""
_LIVING: Final = (
    " AND NOT article.deleted AND EXISTS"
    " (SELECT 1 FROM mention WHERE event = telling.report AND mention.report IS NULL)"
)
_NEAR: Final = """
SELECT wanted.report, telling_term.report
FROM temp.wanted CROSS JOIN telling_term
    ON telling_term.term = wanted.term AND day BETWEEN wanted.first AND wanted.last
WHERE telling_term.report != wanted.report
GROUP BY 1, 2 HAVING sum(worth) >= min(need)
"""
_YEAR: Final = len(SIZES) - 1
_SLACK: Final = 2  # days; see `timefit.places`


class Kept(NamedTuple):
    """What a report says, as it is kept: date and mood, packed terms, and what orders reports."""

    said: str
    words: str
    mark: str


class Footprint(NamedTuple):
    """What a report is found by, and finds others by.

    `places` are those of `timefit.places`; of each term there is the key for each of `SIZES`, and
    at last 2 for a name, 1 for another term.
    """

    places: tuple[tuple[int, int, int], ...]
    terms: tuple[tuple[int, ...], ...]


def kept(telling: Telling) -> Kept:
    """What is kept of a telling."""
    return Kept(_said(telling), telling.words.packed(), telling.mark)


def footprint(telling: Telling) -> Footprint:
    """What a telling is found by."""
    names = telling.words.names
    sizes = range(len(SIZES))
    return Footprint(
        tuple(places(telling)),
        tuple(
            (*(_key(size, term) for size in sizes), 1 + (term in names))
            for term in sorted(telling.words.index_terms)
        ),
    )


def add(connection: sqlite3.Connection, reports: Iterable[tuple[EventId, ArticleId, Kept]]) -> None:
    """Remember what reports say."""
    connection.executemany(
        "INSERT OR REPLACE INTO telling VALUES (?, ?, ?, ?, ?)",
        [(report, article, *each) for report, article, each in reports],
    )


def add_terms(connection: sqlite3.Connection, reports: Mapping[EventId, Footprint]) -> None:
    """Let reports be found; in the order of the index, which fewer pages are touched by."""
    connection.executemany(
        "INSERT OR IGNORE INTO telling_term VALUES (?, ?, ?)",
        sorted(row for report, each in reports.items() for row in _rows(report, each)),
    )


def _rows(report: EventId, found_by: Footprint) -> list[tuple[int, int, EventId]]:
    """Rows of `telling_term`."""
    return [
        (term[size], first, report) for size, first, _ in found_by.places for term in found_by.terms
    ]


def keep(
    connection: sqlite3.Connection,
    identity: ArticleId,
    article: Article,
    events: Iterable[Event],
) -> None:
    """Remember what stored events of an article say, each by its sources in it."""
    listed = [telling_of(event, article, event.id, identity) for event in events]
    add(connection, [(telling.report, identity, kept(telling)) for telling in listed])
    add_terms(connection, {telling.report: footprint(telling) for telling in listed})


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


def load(
    connection: sqlite3.Connection, reports: Iterable[EventId], *, also_removed: bool = False
) -> dict[EventId, Telling]:
    """Reports of living articles by id, or of removed ones, too; unknown ones are left out."""
    query = _TELLINGS + ("" if also_removed else _LIVING)
    found: dict[EventId, Telling] = {}
    for batch, marks in rows.batches(reports):
        for row in connection.execute(query.format(marks=marks), batch):
            found[row[0]] = _telling(row)
    return found


def near(
    connection: sqlite3.Connection, reports: Mapping[EventId, Footprint]
) -> list[tuple[EventId, EventId]]:
    """Reports at the same time that share words: (one of `reports`, another)."""
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS wanted (report, term, worth, need, first, last)"
    )
    connection.executemany(
        "INSERT INTO temp.wanted VALUES (?, ?, ?, ?, ?, ?)",
        [row for report, each in reports.items() for row in _wanted(report, each)],
    )
    found = connection.execute(_NEAR).fetchall()
    connection.execute("DELETE FROM temp.wanted")
    return found


def _wanted(report: EventId, found_by: Footprint) -> Iterator[tuple[int, ...]]:
    for own, first, last in found_by.places:
        for size, days in enumerate(SIZES):
            need = WORTH_IN_A_YEAR if _YEAR in {size, own} and size != own else WORTH
            for term in found_by.terms:
                yield report, term[size], term[-1], need, first - days - _SLACK, last + _SLACK


def index(connection: sqlite3.Connection, reports: Iterable[EventId]) -> None:
    """Let reports be found by what is kept of them."""
    known = load(connection, reports, also_removed=True)
    add_terms(connection, {report: footprint(telling) for report, telling in known.items()})


def unindex(connection: sqlite3.Connection, reports: Iterable[EventId]) -> None:
    """Let reports no longer be found, before what is kept of them changes."""
    known = load(connection, reports, also_removed=True)
    connection.executemany(
        "DELETE FROM telling_term WHERE term = ? AND day = ? AND report = ?",
        [row for report, telling in known.items() for row in _rows(report, footprint(telling))],
    )


def _edited(connection: sqlite3.Connection, reports: Iterable[EventId]) -> set[EventId]:
    """Those of `reports` that have a title or date of the user's."""
    found: set[EventId] = set()
    for batch, marks in rows.batches(reports):
        query = f"SELECT id FROM event WHERE id IN ({marks}) AND (basis = ? OR status = ?)"
        by_hand = (Basis.HAND.value, Status.EDITED.value)
        found.update(row[0] for row in connection.execute(query, [*batch, *by_hand]))
    return found


@lru_cache(maxsize=65536)
def _key(size: int, term: str) -> int:
    """A number for a word of dates of one size."""
    data = f"{size} {term}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=6).digest(), "big")


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
        modality=Modality(modality),
        basis=Basis(basis),
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
