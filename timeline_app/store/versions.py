"""Newer versions of articles: which there are, and what would change if they took over."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath

from timeline_app.domain.records import Article, ArticleId, TemporalExpression
from timeline_app.store import reading, rows
from timeline_app.store.carrying import own_events
from timeline_app.store.planning import Plan, plan
from timeline_app.store.replacing import ReplaceReadings

LIKE_ENOUGH = 0.4
"""Share of words (Jaccard, 0 to 1) from which two articles count as versions of one."""

_WORDS_COMPARED = 4_000
_PAIRS = """
SELECT older.id, newer.id, older.url, newer.url, older.path
FROM article AS newer JOIN article AS older
    ON older.{same} = newer.{same} AND older.id < newer.id AND older.sha256 != newer.sha256
    AND ifnull(older.part, '') = ifnull(newer.part, '')
WHERE NOT newer.deleted AND NOT older.deleted AND older.superseded_by IS NULL
    AND newer.superseded_by IS NULL AND newer.{same} IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Version:
    """An article and the one that it may take the place of."""

    older: ArticleId
    newer: ArticleId


@dataclass(frozen=True, slots=True)
class Preview:
    """Two versions, and what becomes of the older one's events."""

    older: Article
    newer: Article
    plan: Plan


def versions(
    connection: sqlite3.Connection, newer: Iterable[ArticleId] | None = None
) -> list[Version]:
    """Articles (None: all) that are newer versions of another: same file or address, other bytes.

    Both must tell much the same; of several older versions the latest counts. An address is surer
    than a path: where both have one, it must be the same.
    """
    wanted = None if newer is None else set(newer)
    found: dict[ArticleId, ArticleId] = {}
    for same in ("path", "url"):
        for older, latest, old_url, new_url, path in _candidates(connection, same, wanted):
            if old_url and new_url and old_url != new_url:
                continue
            if same == "path" and not PurePath(path).is_absolute():  # pasted text has no file
                continue
            if older > found.get(latest, 0) and _is_alike(connection, older, latest):
                found[latest] = older
    return [Version(older, latest) for latest, older in sorted(found.items())]


def preview(connection: sqlite3.Connection, version: Version) -> Preview:
    """What would change; raises KeyError for an unknown article."""
    before, after = (reading.article(connection, each) for each in (version.older, version.newer))
    old, new = (own_events(connection, each) for each in (version.older, version.newer))
    events = [replace(own.event, mentions=(own.mention,)) for own in new]
    return Preview(before, after, plan(before, after, old, events))


def differs(connection: sqlite3.Connection, edit: ReplaceReadings) -> bool:
    """True when a new reading says anything else than the library does."""
    before = reading.article(connection, edit.article.id)
    if _said(edit.article) != _said(before):
        return True
    known = reading.expressions(connection, before.id)
    if [_fields(each) for each in known] != [_fields(each) for each in edit.expressions]:
        return True
    planned = plan(before, edit.article, own_events(connection, before.id), edit.events)
    fates = (*planned.same, *planned.kept)
    return bool(planned.added or planned.gone or any(fate.changed for fate in fates))


def _said(article: Article) -> Article:
    """What a reading says of an article, without its place in the library."""
    return replace(article, copies_of=None, superseded_by=None)


def _fields(expression: TemporalExpression) -> tuple[object, ...]:
    """Its parts as they are kept: a tagger's own kinds of expression hold more."""
    return (
        expression.span,
        expression.type,
        expression.timex,
        expression.value,
        expression.rule,
        expression.anchor,
        expression.derivation,
        expression.inferred,
        expression.confidence,
        expression.by_hand,
    )


def _candidates(
    connection: sqlite3.Connection, same: str, wanted: set[ArticleId] | None
) -> list[tuple[ArticleId, ArticleId, str | None, str | None, str]]:
    query = _PAIRS.format(same=same)
    if wanted is None:
        return connection.execute(query).fetchall()
    found: list[tuple[ArticleId, ArticleId, str | None, str | None, str]] = []
    for batch, marks in rows.batches(sorted(wanted)):
        found.extend(connection.execute(f"{query} AND newer.id IN ({marks})", batch))
    return found


def _is_alike(connection: sqlite3.Connection, older: ArticleId, newer: ArticleId) -> bool:
    first, second = (reading.article(connection, each) for each in (older, newer))
    if first.title.casefold() == second.title.casefold():
        return True
    one, other = (_words(article.text) for article in (first, second))
    return len(one & other) >= LIKE_ENOUGH * max(1, len(one | other))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())[:_WORDS_COMPARED])
