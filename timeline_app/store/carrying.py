"""Writing what a new reading makes of an article's events."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from timeline_app.domain.records import Article, ArticleId, EventId, Mention
from timeline_app.domain.text import Span
from timeline_app.store import captured, reading, rows
from timeline_app.store.planning import Fate, Own, Plan

_OWN = """
SELECT mention.event, position, passage_start, passage_end, expression_start, expression_end, why,
    merged_into
FROM mention JOIN event ON event.id = mention.event
WHERE mention.article = ? AND report IS NULL AND (NOT event.deleted OR merged_into IS NOT NULL)
ORDER BY passage_start, expression_start, mention.event
"""


def own_events(connection: sqlite3.Connection, article: ArticleId) -> list[Own]:
    """Events that `article` reports, each by itself even where it is shown with other reports."""
    found = connection.execute(_OWN, (article,)).fetchall()
    events = {
        event.id: event
        for event in reading.events(connection, [row[0] for row in found], also_deleted=True)
    }
    owned: dict[EventId, Own] = {}
    for identity, position, start, end, words, words_end, why, whole in found:
        dated = None if words is None else Span(words, words_end)
        mention = Mention(article, Span(start, end), dated, why)
        owned.setdefault(identity, Own(events[identity], mention, position, whole))
    return list(owned.values())


def touched(connection: sqlite3.Connection, owned: Iterable[Own]) -> set[EventId]:
    """Events whose rows `carry` may write: these, those that show them, those that they show."""
    ids = {own.event.id for own in owned} | {own.merged_into for own in owned if own.merged_into}
    return ids | rows.merged_into(connection, ids)


def carry(
    connection: sqlite3.Connection, plan: Plan, before: Article, after: Article
) -> frozenset[EventId]:
    """Write what becomes of the old events; gives the ids of those that changed."""
    changed: set[EventId] = set()
    for fate in (*plan.same, *plan.kept):
        if fate.changed:
            _write(connection, fate, before, after)
            changed |= {fate.old.event.id, fate.old.merged_into or fate.old.event.id}
    for own in plan.gone:
        changed |= _take_away(connection, own)
    return frozenset(changed) - {own.event.id for own in plan.gone}


def _write(connection: sqlite3.Connection, fate: Fate, before: Article, after: Article) -> None:
    event, mention = fate.new.event, fate.new.mention
    if event != fate.old.event:
        rows.update_event(connection, event)
        if event.entities != fate.old.event.entities:
            rows.set_entities(connection, event.id, event.entities)
    if mention != fate.old.mention:
        values = (
            mention.article,
            *mention.passage,
            *(mention.expression or (None, None)),
            mention.why,
        )
        connection.execute(
            "UPDATE mention SET article = ?, passage_start = ?, passage_end = ?,"
            " expression_start = ?, expression_end = ?, why = ?"
            " WHERE (event = ? AND position = ?) OR report = ?",
            (*values, event.id, fate.old.position, event.id),
        )
    text = after.text if mention.article == after.id else before.text
    _write_search_text(connection, fate, mention.passage.slice(text))


def _write_search_text(connection: sqlite3.Connection, fate: Fate, passage: str) -> None:
    """Other sources' passages stay; an empty passage leaves the words that were there."""
    event = fate.new.event
    query = "SELECT passage FROM event_search WHERE rowid = ?"
    row = connection.execute(query, (event.id,)).fetchone()
    known = row[0] if row else ""
    if not passage or len(event.mentions) > 1:
        passage = "\n".join(dict.fromkeys(part for part in (known, passage) if part))
    rows.set_search_texts(connection, [(event.id, event.title, passage)])


def _take_away(connection: sqlite3.Connection, own: Own) -> set[EventId]:
    """Forget an event; reports that it showed stand for themselves again. Gives what changed."""
    event = own.event.id
    connection.execute("DELETE FROM mention WHERE report = ?", (event,))
    freed = rows.merged_into(connection, [event])
    connection.execute(
        "UPDATE event SET merged_into = NULL, deleted = 0 WHERE merged_into = ?", (event,)
    )
    captured.forget_event(connection, event)
    return freed | ({own.merged_into} if own.merged_into else set())


def listed_articles(
    connection: sqlite3.Connection, articles: Sequence[ArticleId]
) -> frozenset[ArticleId]:
    """Those of `articles` that a list shows: not removed, not superseded without anything left."""
    query = f"SELECT id FROM article WHERE id IN ({{marks}}) AND {rows.LISTED}"
    return frozenset(rows.ids_of(connection, query, articles))
