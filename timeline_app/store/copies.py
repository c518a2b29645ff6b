"""Near copies of one story among a library's articles: who copies whom."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from timeline_app.domain import fingerprint
from timeline_app.domain.fingerprint import Sketch
from timeline_app.domain.records import ArticleId
from timeline_app.domain.telling import published_range
from timeline_app.store import codec, rows

_NEAR = """
SELECT DISTINCT other.article FROM article_shingle AS mine
    JOIN article_shingle AS other ON other.shingle = mine.shingle
WHERE mine.article = ? GROUP BY other.article HAVING count(*) >= ?
"""
_NEVER = 1 << 62


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A living article: its sketch, whom it copies now, and what orders it among its copies."""

    id: ArticleId
    sketch: Sketch
    copies_of: ArticleId | None
    order: tuple[int, str, str]


def keep(connection: sqlite3.Connection, article: ArticleId, sketch: Sketch) -> None:
    """Remember an article's sketch."""
    connection.execute(
        "UPDATE article SET fingerprint = ? WHERE id = ?", (sketch.packed(), article)
    )
    _index(connection, article, sketch)


def index_again(connection: sqlite3.Connection, articles: Iterable[ArticleId]) -> None:
    """Find articles by the sketches that their rows have now."""
    for article, known in _load(connection, articles).items():
        _index(connection, article, known.sketch)


def _index(connection: sqlite3.Connection, article: ArticleId, sketch: Sketch) -> None:
    connection.execute("DELETE FROM article_shingle WHERE article = ?", (article,))
    connection.executemany(
        "INSERT INTO article_shingle VALUES (?, ?)", [(key, article) for key in sketch.keys]
    )


def relate(connection: sqlite3.Connection, articles: Iterable[ArticleId]) -> set[ArticleId]:
    """Work out again who copies whom among `articles` and all like them.

    The first of several copies is the one published first. Gives the articles whose original is
    another one than before. The result doesn't depend on the order of import.
    """
    known = _alike(connection, set(articles))
    firsts = _firsts(known)
    changed = {a for a, each in known.items() if each.copies_of != firsts[a]}
    connection.executemany(
        "UPDATE article SET copies_of = ? WHERE id = ?", [(firsts[a], a) for a in changed]
    )
    return changed


def _alike(connection: sqlite3.Connection, started: set[ArticleId]) -> dict[ArticleId, _Candidate]:
    """Living articles that hang together by likeness with any of `started`."""
    known: dict[ArticleId, _Candidate] = {}
    ahead, seen = set(started), set()
    while ahead:
        seen |= ahead
        known |= _load(connection, ahead)
        found: set[ArticleId] = set()
        for article in ahead:
            found |= _near(connection, article)
        ahead = found - seen
    return known


def _near(connection: sqlite3.Connection, article: ArticleId) -> set[ArticleId]:
    """Articles that share enough keys; also those of one so short that it has few."""
    count = connection.execute(
        "SELECT count(*) FROM article_shingle WHERE article = ?", (article,)
    ).fetchone()[0]
    least = max(1, min(count, fingerprint.SHARED_KEYS))
    return {row[0] for row in connection.execute(_NEAR, (article, least))}


def _load(
    connection: sqlite3.Connection, articles: Iterable[ArticleId]
) -> dict[ArticleId, _Candidate]:
    found = {}
    for batch, marks in rows.batches(articles):
        query = (
            "SELECT id, fingerprint, copies_of, published, sha256, part FROM article"
            f" WHERE id IN ({marks}) AND NOT deleted AND fingerprint IS NOT NULL"
        )
        for identity, packed, copies_of, published, sha256, part in connection.execute(
            query, batch
        ):
            dated = codec.decode_published(published)
            day = published_range(dated.value) if dated else None
            order = (day[0] if day else _NEVER, sha256, part or "")
            found[identity] = _Candidate(identity, fingerprint.unpacked(packed), copies_of, order)
    return found


def _firsts(known: dict[ArticleId, _Candidate]) -> dict[ArticleId, ArticleId | None]:
    """The original of each article, None for originals."""
    group = {article: {article} for article in known}
    for a, b in combinations(known.values(), 2):
        if group[a.id] is not group[b.id] and fingerprint.are_copies(a.sketch, b.sketch):
            together = group[a.id] | group[b.id]
            for article in together:
                group[article] = together
    firsts: dict[ArticleId, ArticleId | None] = {}
    for article, together in group.items():
        first = min((known[each] for each in together), key=lambda each: each.order).id
        firsts[article] = None if first == article else first
    return firsts
