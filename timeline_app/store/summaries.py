"""What lists and cards show of articles and events."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from timeline_app.domain.records import (
    ArticleId,
    Event,
    EventId,
    Modality,
    Published,
    Status,
)
from timeline_app.domain.timevalue import TimeValue
from timeline_app.store import codec, rows

_COUNT = """(
    SELECT count(DISTINCT event) FROM mention JOIN event ON event.id = mention.event
    WHERE mention.article = article.id AND status != 'rejected' AND NOT event.deleted
)"""


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What a list shows of an article; `events` counts those that aren't rejected.

    `copies_of` is the article that it reprints; a newer version has taken the place of a
    `superseded` one, which still has events that the newer one lacks.
    """

    id: ArticleId
    title: str
    path: str
    publication: str | None
    author: str | None
    published: Published | None
    events: int
    copies_of: ArticleId | None = None
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class EventSummary:
    """What a list or a card shows of an event; `articles` are its sources, first report first.

    `sources` counts the independent ones: copies of one story count once. `conflict` is true when
    two of them give dates that can't both be right, `by_context` when no words of its own passage
    date the event.
    """

    id: EventId
    title: str
    when: TimeValue
    inferred: frozenset[str]
    status: Status
    modality: Modality
    articles: tuple[ArticleId, ...]
    sources: int = 1
    conflict: bool = False
    by_context: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()


def of_articles(
    connection: sqlite3.Connection, events: Mapping[ArticleId, int] | None = None
) -> list[ArticleSummary]:
    """All articles in order of import; `events` are their counts, if they are known already."""
    found = connection.execute(
        "SELECT id, title, path, publication, author, published, copies_of,"
        f" superseded_by IS NOT NULL, {_COUNT if events is None else 0} FROM article"
        f" WHERE {rows.LISTED} ORDER BY id"
    )
    return [
        ArticleSummary(
            id=row[0],
            title=row[1],
            path=row[2],
            publication=row[3],
            author=row[4],
            published=codec.decode_published(row[5]),
            events=row[8] if events is None else events.get(row[0], 0),
            copies_of=row[6],
            superseded=bool(row[7]),
        )
        for row in found
    ]


def of_event(event: Event, firsts: Mapping[ArticleId, ArticleId]) -> EventSummary:
    """What is shown of an event; `firsts` are the articles that others are copies of."""
    articles = tuple(dict.fromkeys(mention.article for mention in event.mentions))
    return EventSummary(
        event.id,
        event.title,
        event.when,
        event.inferred,
        event.status,
        event.modality,
        articles,
        len({firsts.get(article, article) for article in articles}),
        event.conflict,
        event.basis.by_context,
        event.starred,
        event.tags,
    )
