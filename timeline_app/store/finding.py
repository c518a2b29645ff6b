"""Which reports may tell the same: found by the words that they share and the days of their dates.

A look-up costs what its rarer words lead to. Reports that share enough have one of all words but
the commonest few, so lists of those are not walked; they are only asked about what was found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple

from timeline_app.domain.records import EventId
from timeline_app.domain.sameness import WORTH, WORTH_IN_A_YEAR
from timeline_app.domain.telling import Telling
from timeline_app.domain.timefit import SIZES, places

_YEAR: Final = len(SIZES) - 1
_SLACK: Final = 2  # days; see `timefit.places`
_LONG: Final = 64
"""Reports of a time that share a word, from which on it is one of the commonest."""
_LONGEST: Final = 2_000
"""Reports from which on it isn't counted any further how many share a word."""

_TABLES: Final = (
    "CREATE TEMP TABLE IF NOT EXISTS wanted"
    " (report, look, term, worth, need, first, last, left_out DEFAULT 0)",
    "CREATE TEMP TABLE IF NOT EXISTS common (look, term, worth)",
    "CREATE INDEX IF NOT EXISTS temp.common_look ON common (look)",
)
_APART: Final = (
    "DELETE FROM temp.wanted WHERE (look, term) IN (SELECT look, term FROM temp.common)",
    "UPDATE temp.wanted SET left_out ="
    " (SELECT ifnull(sum(worth), 0) FROM temp.common WHERE common.look = wanted.look)",
)
_COUNTED: Final = """
SELECT look, count, worth, term, need FROM (
    SELECT look, worth, term, need, (
        SELECT count(*) FROM (
            SELECT 1 FROM telling_term
            WHERE telling_term.term = wanted.term AND day BETWEEN first AND last LIMIT {most}
        )
    ) AS count FROM temp.wanted {chosen}
) WHERE count >= {least}
"""
_FOUND: Final = """
WITH found AS (
    SELECT wanted.report, look, telling_term.report AS other, day, sum(worth) AS shared, need,
        left_out
    FROM temp.wanted CROSS JOIN telling_term
        ON telling_term.term = wanted.term AND day BETWEEN first AND last
    WHERE telling_term.report != wanted.report GROUP BY look, other, day
)
SELECT report, other FROM found WHERE shared >= need OR (
    left_out AND shared + left_out >= need AND shared + (
        SELECT ifnull(sum(worth), 0) FROM temp.common CROSS JOIN telling_term
            ON telling_term.term = common.term AND telling_term.day = found.day
            AND telling_term.report = found.other
        WHERE common.look = found.look
    ) >= need
)
"""


class Footprint(NamedTuple):
    """What a report is found by, and finds others by.

    `places` are those of `timefit.places`; of each term there is the key for each of `SIZES`, and
    at last 2 for a name, 1 for another term.
    """

    places: tuple[tuple[int, int, int], ...]
    terms: tuple[tuple[int, ...], ...]


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


def add(connection: sqlite3.Connection, reports: Mapping[EventId, Footprint]) -> None:
    """Let reports be found; in the order of the index, which fewer pages are touched by."""
    connection.executemany(
        "INSERT OR IGNORE INTO telling_term VALUES (?, ?, ?)",
        sorted(row for report, each in reports.items() for row in _rows(report, each)),
    )


def remove(connection: sqlite3.Connection, reports: Mapping[EventId, Footprint]) -> None:
    """Let reports no longer be found."""
    connection.executemany(
        "DELETE FROM telling_term WHERE term = ? AND day = ? AND report = ?",
        [row for report, each in reports.items() for row in _rows(report, each)],
    )


def near(
    connection: sqlite3.Connection, reports: Mapping[EventId, Footprint]
) -> list[tuple[EventId, EventId]]:
    """Reports at the same time that share words: (one of `reports`, another)."""
    for statement in _TABLES:
        connection.execute(statement)
    connection.executemany(
        "INSERT INTO temp.wanted (report, look, term, worth, need, first, last)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        _wanted(reports),
    )
    _leave_out(connection)
    found = connection.execute(_FOUND).fetchall()
    connection.execute("DELETE FROM temp.wanted")
    connection.execute("DELETE FROM temp.common")
    return found


def _rows(report: EventId, found_by: Footprint) -> list[tuple[int, int, EventId]]:
    """Rows of `telling_term`."""
    return [
        (term[size], first, report) for size, first, _ in found_by.places for term in found_by.terms
    ]


def _wanted(reports: Mapping[EventId, Footprint]) -> Iterator[tuple[int, ...]]:
    """A row for each term of each look at the reports of one size of date."""
    look = 0
    for report, found_by in reports.items():
        for own, first, last in found_by.places:
            for size, days in enumerate(SIZES):
                look += 1
                need = WORTH_IN_A_YEAR if _YEAR in {size, own} and size != own else WORTH
                since, until = first - days - _SLACK, last + _SLACK
                for term in found_by.terms:
                    yield report, look, term[size], term[-1], need, since, until


def _leave_out(connection: sqlite3.Connection) -> None:
    """Take the commonest terms of each look aside, as many as are worth less than it needs."""
    query = _COUNTED.format(most=_LONG, least=_LONG, chosen="")
    looks = {row[0] for row in connection.execute(query)}
    if not looks:
        return
    chosen = f"WHERE look IN ({','.join(map(str, sorted(looks)))})"
    query = _COUNTED.format(most=_LONGEST, least=_LONG, chosen=chosen)
    common = list(_commonest(connection.execute(query).fetchall()))
    connection.executemany("INSERT INTO temp.common VALUES (?, ?, ?)", common)
    for statement in _APART:
        connection.execute(statement)


def _commonest(counted: Iterable[tuple[int, ...]]) -> Iterator[tuple[int, int, int]]:
    """Looks with terms and their worth, from (look, reports, worth, term, need) of each."""
    left: dict[int, int] = {}
    for look, _, worth, term, need in sorted(counted, key=lambda row: (row[0], -row[1], row[2:])):
        rest = left.setdefault(look, need - 1)
        if worth <= rest:
            left[look] = rest - worth
            yield look, term, worth


@lru_cache(maxsize=65536)
def _key(size: int, term: str) -> int:
    """A number for a word of dates of one size."""
    data = f"{size} {term}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=6).digest(), "big")
