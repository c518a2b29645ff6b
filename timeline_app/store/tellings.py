"""What each report says, kept in the form in which reports are compared, and found by its words.

It is kept beside the event since the user may give that another title or date.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, repeat
from typing import Any, Final

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


def keep(
    connection: sqlite3.Connection,
    identity: ArticleId,
    article: Article,
    events: Iterable[Event],
    words: Iterable[str] = (),
) -> None:
    """Remember what events of an article say, each by its sources in it; they have their ids.

    `words` are the packed terms of each, where they are known already.
    """
    listed = [
        telling_of(event, article, event.id, identity, known)
        for event, known in zip(events, chain(words, repeat(None)), strict=False)
    ]
    connection.executemany(
        "INSERT OR REPLACE INTO telling VALUES (?, ?, ?, ?, ?)",
        [(t.report, identity, _said(t), t.words.packed(), t.mark) for t in listed],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO telling_term VALUES (?, ?, ?)",
        [row for telling in listed for row in _terms(telling)],
    )


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
    connection: sqlite3.Connection, tellings: Iterable[Telling]
) -> list[tuple[EventId, EventId]]:
    """Reports at the same time that share words: (one of `tellings`, another)."""
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS wanted (report, term, worth, need, first, last)"
    )
    connection.executemany(
        "INSERT INTO temp.wanted VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                telling.report,
                _key(size, term),
                1 + (term in telling.words.names),
                WORTH_IN_A_YEAR if _YEAR in {size, own} and size != own else WORTH,
                first - days - _SLACK,
                last + _SLACK,
            )
            for telling in tellings
            for own, first, last in places(telling)
            for size, days in enumerate(SIZES)
            for term in telling.words.index_terms
        ],
    )
    found = connection.execute(_NEAR).fetchall()
    connection.execute("DELETE FROM temp.wanted")
    return found


def index(connection: sqlite3.Connection, reports: Iterable[EventId]) -> None:
    """Let reports be found by what is kept of them."""
    for telling in load(connection, reports, also_removed=True).values():
        connection.executemany(
            "INSERT OR IGNORE INTO telling_term VALUES (?, ?, ?)", _terms(telling)
        )


def unindex(connection: sqlite3.Connection, reports: Iterable[EventId]) -> None:
    """Let reports no longer be found, before what is kept of them changes."""
    for telling in load(connection, reports, also_removed=True).values():
        connection.executemany(
            "DELETE FROM telling_term WHERE term = ? AND day = ? AND report = ?", _terms(telling)
        )


def _edited(connection: sqlite3.Connection, reports: Iterable[EventId]) -> set[EventId]:
    """Those of `reports` that have a title or date of the user's."""
    found: set[EventId] = set()
    for batch, marks in rows.batches(reports):
        query = f"SELECT id FROM event WHERE id IN ({marks}) AND (basis = ? OR status = ?)"
        by_hand = (Basis.HAND.value, Status.EDITED.value)
        found.update(row[0] for row in connection.execute(query, [*batch, *by_hand]))
    return found


def _terms(telling: Telling) -> list[tuple[int, int, EventId]]:
    """Rows of `telling_term`."""
    return [
        (_key(size, term), first, telling.report)
        for size, first, _ in places(telling)
        for term in telling.words.index_terms
    ]


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
