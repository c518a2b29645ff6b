"""Putting a new reading of an article in the place of the old one, with what the user did kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from timeline_app.domain.details import Details
from timeline_app.domain.fingerprint import sketch
from timeline_app.domain.records import (
    Article,
    ArticleId,
    Changes,
    ChangeSet,
    Event,
    TemporalExpression,
)
from timeline_app.domain.timevalue import TimeValue
from timeline_app.store import adding, codec, copies, groups, rows, tellings
from timeline_app.store.captured import Captured, forget_event, with_article_search
from timeline_app.store.carrying import carry, listed_articles, own_events, touched
from timeline_app.store.edits import Applied
from timeline_app.store.planning import plan
from timeline_app.store.prepared import prepared_event
from timeline_app.store.reading import article as read_article


@dataclass(frozen=True, slots=True)
class ReplaceReadings:
    """Give an article other metadata, expressions and events, in one step.

    Events that are the same keep their ids, and all that the user did with them; those that are
    gone but carry the user's work are kept. `article.id` says which article; a better reader may
    have changed its text, too.
    """

    article: Article
    expressions: tuple[TemporalExpression, ...]
    events: tuple[Event, ...]
    label: str = "Read the article again"

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Swap the readings; the inverse puts every row back as it was."""
        identity = self.article.id
        before = read_article(connection, identity)
        old = own_events(connection, identity)
        planned = plan(before, self.article, old, self.events)
        # Which report of an event comes first hangs on when its article was published.
        redated = _day(before) != _day(self.article)
        written = old if redated else planned.written
        captured = Captured.of(connection, [identity], touched(connection, written))
        shown = rows.living_events(connection, captured.events)
        _write_article(connection, self.article)
        connection.execute("DELETE FROM expression WHERE article = ?", (identity,))
        rows.insert_expressions(
            connection, [(identity, *rows.expression_row(each)) for each in self.expressions]
        )
        changed = carry(connection, planned, before, self.article)
        text = self.article.text
        added = adding.add_events(
            connection, [(identity, prepared_event(event, text)) for event in planned.added]
        )
        captured = replace(captured, events=(*captured.events, *added))
        if self.article.text != before.text:
            copies.keep(connection, identity, sketch(self.article.text, self.article.blocks))
        changes = ChangeSet(Changes(changed=frozenset([identity])))
        changes |= groups.renewed(connection, [identity], captured.events, shown, changed)
        return Applied(changes, PutBack(captured, self.label), planned.remark)


@dataclass(frozen=True, slots=True)
class SetDetails:
    """Give an article other metadata; for what its dates hang on, ReplaceReadings is needed."""

    article: ArticleId
    details: Details
    label: str = "Change article details"

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Write them; raises KeyError for an unknown article."""
        before = read_article(connection, self.article)
        captured = Captured.of(connection, [self.article], ())
        _write_article(connection, self.details.on(before))
        changes = ChangeSet(Changes(changed=frozenset([self.article])))
        return Applied(changes, PutBack(captured, self.label))


@dataclass(frozen=True, slots=True)
class ReplaceArticle:
    """Let a newer version of an article, in the library already, take the place of an older one."""

    older: ArticleId
    newer: ArticleId
    label: str = "Replace an article by its newer version"

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Carry the older one's events over to the newer text and mark the older one superseded.

        Events that aren't in the newer text, but carry the user's work, stay with the older one.
        """
        before, after = (read_article(connection, each) for each in (self.older, self.newer))
        old, new = (own_events(connection, each) for each in (self.older, self.newer))
        captured = Captured.of(
            connection, [self.older, self.newer], touched(connection, (*old, *new))
        )
        shown = rows.living_events(connection, captured.events)
        planned = plan(before, after, old, [replace(o.event, mentions=(o.mention,)) for o in new])
        listed = listed_articles(connection, [self.older])
        changed = carry(connection, planned, before, after)
        taken = frozenset(fate.taken.id for fate in planned.same if fate.taken is not None)
        for event in taken:
            forget_event(connection, event)
        connection.execute(
            "UPDATE article SET superseded_by = ? WHERE id = ?", (self.newer, self.older)
        )
        unlisted = listed - listed_articles(connection, [self.older])
        articles = Changes(changed=frozenset([self.older, self.newer]) - unlisted, removed=unlisted)
        changes = ChangeSet(articles)
        changes |= groups.renewed(connection, (), captured.events, shown, changed)
        return Applied(changes, PutBack(captured, self.label), planned.remark)


@dataclass(frozen=True, slots=True)
class PutBack:
    """Make rows what they were."""

    captured: Captured = field(repr=False)
    label: str

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Write them; the inverse has what they were until now."""
        articles, events = self.captured.articles, self.captured.events
        now = Captured.of(connection, articles, events)
        listed = listed_articles(connection, articles)
        living = rows.living_events(connection, events)
        tellings.unindex(connection, events)
        self.captured.put_back(connection)
        tellings.index(connection, events)
        regrouped = groups.renewed(connection, articles, events, living, events, reread=False)
        changes = ChangeSet(_changes(listed, listed_articles(connection, articles))) | regrouped
        return Applied(changes, replace(self, captured=now))


def _changes(before: Iterable[int], after: Iterable[int]) -> Changes:
    was, now = frozenset(before), frozenset(after)
    return Changes(now - was, now & was, was - now)


def _day(article: Article) -> TimeValue | None:
    return article.published.value if article.published is not None else None


def _write_article(connection: sqlite3.Connection, article: Article) -> None:
    """Everything that is known of an article and may be known better later."""
    values: dict[str, object] = {
        "title": article.title,
        "text": article.text,
        "blocks": codec.encode_blocks(article.blocks),
        "author": article.author,
        "publication": article.publication,
        "published": codec.encode_published(article.published),
        "language": article.language,
        "url": article.url,
        "reader": article.reader,
        "warnings": codec.dumps(article.warnings),
        "section": article.section,
        "pages": codec.dumps(article.pages),
    }
    with_article_search(connection, [article.id], "delete")
    assignments = ", ".join(f"{name} = ?" for name in values)
    connection.execute(
        f"UPDATE article SET {assignments} WHERE id = ?", (*values.values(), article.id)
    )
    with_article_search(connection, [article.id], "insert")
