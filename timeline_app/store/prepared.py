"""A draft as the rows that it becomes: worked out by import workers, so that writing is all that
is left to the one writer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, repeat
from typing import Any, NamedTuple

from timeline_app.domain.fingerprint import unpacked
from timeline_app.domain.records import Article, ArticleDraft, Event
from timeline_app.domain.telling import telling_of
from timeline_app.store import rows, tellings
from timeline_app.store.finding import Footprint, footprint
from timeline_app.store.tellings import Kept

Row = tuple[Any, ...]


class PreparedEvent(NamedTuple):
    """An event of one article: values of its row in `event`, and what goes into other tables.

    `mentions` are rows of `mention` from `passage_start` on. `kept` and `footprint` say what the
    report tells, by which others of the same event are found; they are None where that is to be
    worked out later.
    """

    row: Row
    mentions: tuple[Row, ...]
    entities: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]
    passages: str
    kept: Kept | None = None
    footprint: Footprint | None = None


class PreparedArticle(NamedTuple):
    """An article that is ready to be stored; its parts are small and quickly sent.

    `row` has the values of `rows.ARTICLE_COLUMNS`, `expressions` rows of `expression` from `start`
    on, `keys` what copies of it are found by.
    """

    sha256: str
    part: str | None
    warnings: tuple[str, ...]
    row: Row
    original: bytes
    expressions: tuple[Row, ...]
    keys: tuple[int, ...]
    events: tuple[PreparedEvent, ...]


def prepared(draft: ArticleDraft) -> PreparedArticle:
    """The rows of a draft."""
    article = draft.article
    return PreparedArticle(
        article.sha256,
        article.part,
        article.warnings,
        (*rows.article_row(article), draft.fingerprint or None),
        draft.original,
        tuple(rows.expression_row(expression) for expression in draft.expressions),
        unpacked(draft.fingerprint).keys if draft.fingerprint else (),
        tuple(_events(article, draft.events, draft.words)),
    )


def prepared_event(event: Event, text: str) -> PreparedEvent:
    """The rows of an event of an article with this text."""
    return PreparedEvent(
        rows.event_row(event),
        tuple(rows.mention_row(mention) for mention in event.mentions),
        tuple(rows.entity_row(entity) for entity in event.entities),
        event.tags,
        "\n".join(mention.passage.slice(text) for mention in event.mentions),
    )


def _events(
    article: Article, events: Iterable[Event], words: Iterable[str]
) -> Iterable[PreparedEvent]:
    for event, known in zip(events, chain(words, repeat(None)), strict=False):
        telling = telling_of(event, article, 0, 0, known)
        yield prepared_event(event, article.text)._replace(
            kept=tellings.kept(telling), footprint=footprint(telling)
        )
