"""Near copies of one story among a library's articles: who copies whom."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline_app.domain import fingerprint
from timeline_app.domain.fingerprint import Sketch
from timeline_app.domain.records import ArticleId
from timeline_app.domain.telling import published_range
from timeline_app.store import codec, rows

_OFTEN = 500
"""Articles from which on it isn't counted any further how many have a key."""

_COUNT = f"""
SELECT article, key, (
    SELECT count(*) FROM (SELECT 1 FROM article_shingle WHERE shingle = key LIMIT {_OFTEN})
) FROM temp.sought
"""
_NEAR = """
WITH near AS (
    SELECT mine.article, other.article AS other, count(*) AS shared, mine.least
    FROM temp.sought AS mine CROSS JOIN article_shingle AS other ON other.shingle = mine.key
    WHERE mine.rare GROUP BY 1, 2
)
SELECT near.article, id, ifnull(copies_of, id) FROM near CROSS JOIN article ON id = near.other
WHERE near.shared + (
    SELECT count(*) FROM temp.sought AS mine JOIN article_shingle AS other
        ON other.shingle = mine.key AND other.article = near.other
    WHERE mine.article = near.article AND NOT mine.rare
) >= near.least AND NOT deleted AND id != near.article ORDER BY 1, 2
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
    add_keys(connection, {article: sketch.keys})


def add_keys(connection: sqlite3.Connection, articles: Mapping[ArticleId, Sequence[int]]) -> None:
    """Let new articles be found by the keys of their sketches."""
    connection.executemany(
        "INSERT INTO article_shingle VALUES (?, ?)",
        sorted((key, article) for article, keys in articles.items() for key in keys),
    )


def relate(connection: sqlite3.Connection, articles: Iterable[ArticleId]) -> set[ArticleId]:
    """Work out again who copies whom among `articles` and all like them.

    Copies hang together: a copy of a copy belongs to the same story, whose original is what was
    published first. Gives the articles whose original is another one than before. The result
    doesn't depend on the order of import. Stories that none of `articles` belonged to stay whole,
    so an article is compared until it is found to be of a story, not with all that is in it.
    """
    loose = _load(connection, set(articles) | _of_same_stories(connection, articles))
    stories = _Stories(loose)
    near = _near(connection, loose.values())
    for article, each in loose.items():
        for root, members in stories.by_story(near.get(article, {})).items():
            if not stories.joined(article, root) and _is_copy(connection, each, members):
                stories.join(article, root)
    firsts = stories.firsts(_load(connection, stories.whole))
    firsts |= _followers(connection, stories.whole, firsts)
    return _write(connection, firsts)


class _Stories:
    """Which articles belong together: loose ones one by one, whole stories by their original."""

    def __init__(self, loose: Mapping[ArticleId, _Candidate]) -> None:
        self._loose = loose
        self._parent = {article: article for article in loose}
        self.whole: set[ArticleId] = set()

    def by_story(self, near: Mapping[ArticleId, ArticleId]) -> dict[ArticleId, list[ArticleId]]:
        """Candidates by what they would bring along: themselves, or the story they are in."""
        found: dict[ArticleId, list[ArticleId]] = {}
        for article, original in near.items():
            found.setdefault(article if article in self._loose else original, []).append(article)
        return found

    def joined(self, one: ArticleId, other: ArticleId) -> bool:
        """True when both are known to belong together."""
        return self._root(one) == self._root(other)

    def join(self, one: ArticleId, other: ArticleId) -> None:
        """Both belong together."""
        if other not in self._loose:
            self.whole.add(other)
        self._parent[self._root(one)] = self._root(other)

    def firsts(
        self, originals: Mapping[ArticleId, _Candidate]
    ) -> dict[ArticleId, ArticleId | None]:
        """The original of each loose article and of each joined story's original."""
        known = {**self._loose, **originals}
        groups: dict[ArticleId, list[_Candidate]] = {}
        for article, each in known.items():
            groups.setdefault(self._root(article), []).append(each)
        firsts: dict[ArticleId, ArticleId | None] = {}
        for group in groups.values():
            first = min(group, key=lambda each: each.order).id
            firsts |= {each.id: None if each.id == first else first for each in group}
        return firsts

    def _root(self, article: ArticleId) -> ArticleId:
        while (parent := self._parent.get(article, article)) != article:
            article = parent
        return article


def _of_same_stories(
    connection: sqlite3.Connection, articles: Iterable[ArticleId]
) -> set[ArticleId]:
    """All that is marked as one story with any of `articles`, removed ones among them."""
    query = "SELECT ifnull(copies_of, id) FROM article WHERE id IN ({marks})"
    firsts = rows.ids_of(connection, query, articles)
    query = "SELECT id FROM article WHERE copies_of IN ({marks})"
    return firsts | rows.ids_of(connection, query, firsts)


def _followers(
    connection: sqlite3.Connection,
    originals: Iterable[ArticleId],
    firsts: Mapping[ArticleId, ArticleId | None],
) -> dict[ArticleId, ArticleId | None]:
    """The original of those that copied an article which is no longer one itself."""
    found: dict[ArticleId, ArticleId | None] = {}
    for original in originals:
        if firsts.get(original) is not None:
            query = "SELECT id FROM article WHERE copies_of = ?"
            copies = [row[0] for row in connection.execute(query, (original,))]
            found |= dict.fromkeys(copies, firsts[original])
    return found


def _write(
    connection: sqlite3.Connection, firsts: Mapping[ArticleId, ArticleId | None]
) -> set[ArticleId]:
    """Note the originals; gives the articles that had another one."""
    before: dict[ArticleId, ArticleId | None] = {}
    for batch, marks in rows.batches(firsts):
        query = f"SELECT id, copies_of FROM article WHERE id IN ({marks})"
        before |= dict(connection.execute(query, batch).fetchall())
    changed = {article for article, first in firsts.items() if before[article] != first}
    connection.executemany(
        "UPDATE article SET copies_of = ? WHERE id = ?", [(firsts[a], a) for a in changed]
    )
    return changed


def _is_copy(
    connection: sqlite3.Connection, article: _Candidate, members: Sequence[ArticleId]
) -> bool:
    """True when any of a story's members is like the article: mostly the first one is."""
    return any(
        fingerprint.are_copies(article.sketch, member.sketch)
        for some in (members[:1], members[1:])
        for member in _load(connection, some).values()
    )


def _near(
    connection: sqlite3.Connection, wanted: Iterable[_Candidate]
) -> dict[ArticleId, dict[ArticleId, ArticleId]]:
    """For each article others that share enough keys, each with its original.

    Who shares `least` of the keys has one of all but `least - 1`: those few may be the commonest,
    turns of phrase that a large part of a large library has. One of few keys may have them all.
    """
    keys = {each.id: each.sketch.keys for each in wanted}
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS sought (article, key, rare, least)")
    connection.executemany(
        "INSERT INTO temp.sought (article, key) VALUES (?, ?)",
        [(article, key) for article, some in keys.items() for key in some],
    )
    counted: dict[ArticleId, list[tuple[int, int]]] = {}
    for article, key, count in connection.execute(_COUNT):
        counted.setdefault(article, []).append((count, key))
    connection.execute("DELETE FROM temp.sought")
    connection.executemany("INSERT INTO temp.sought VALUES (?, ?, ?, ?)", _looked_for(counted))
    connection.execute("CREATE INDEX IF NOT EXISTS temp.sought_article ON sought (article, rare)")
    found: dict[ArticleId, dict[ArticleId, ArticleId]] = {}
    for article, other, original in connection.execute(_NEAR):
        found.setdefault(article, {})[other] = original
    connection.execute("DELETE FROM temp.sought")
    return found


def _looked_for(
    counted: Mapping[ArticleId, Sequence[tuple[int, int]]],
) -> Iterator[tuple[ArticleId, int, bool, int]]:
    """Keys of each article, whether they are of its rarer ones, and how many are to be shared."""
    for article, keys in counted.items():
        least = max(1, min(len(keys), fingerprint.SHARED_KEYS))
        for position, (_, key) in enumerate(sorted(keys)):
            yield article, key, position <= len(keys) - least, least


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
