"""Everything that can be done to a library; each edit returns its inverse.

Undo is a stack of inverses: applying an inverse gives an edit that does it again.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from timeline_app.domain.display import counted
from timeline_app.domain.records import (
    ArticleDraft,
    ArticleId,
    Changes,
    ChangeSet,
    EventId,
    Status,
)
from timeline_app.store import adding, groups, rows
from timeline_app.store.prepared import PreparedArticle, prepared


class Edit(Protocol):
    """A change that a user can name, undo and do again."""

    @property
    def label(self) -> str:
        """Words for the Undo menu: "Import 3 articles"."""
        ...

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Do it, inside the writer's transaction."""
        ...


@dataclass(frozen=True, slots=True)
class Applied:
    """What an edit changed, the edit that takes it back, and what there is to tell the user."""

    changes: ChangeSet
    inverse: Edit
    remark: str = ""


@dataclass(frozen=True, slots=True)
class AddArticles:
    """Add articles with their expressions and events; what the library has already is left alone.

    An article counts as there when its file's SHA-256 and its part are; one that was removed
    comes back as it was.
    """

    drafts: tuple[ArticleDraft | PreparedArticle, ...]

    @property
    def label(self) -> str:
        """Words for the Undo menu."""
        return f"Import {counted(len(self.drafts), 'article')}"

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Add what is new in one go."""
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        drafts = [prepared(d) if isinstance(d, ArticleDraft) else d for d in self.drafts]
        known = rows.find_articles(connection, dict.fromkeys(draft.sha256 for draft in drafts))
        named = {(draft.sha256, draft.part or ""): draft for draft in reversed(drafts)}
        new = [draft for name, draft in reversed(named.items()) if name not in known]
        restored = [known[name].id for name in named if name in known and known[name].deleted]
        rows.mark_articles(connection, restored, deleted=False)
        added, found_by = adding.add_articles(connection, new, now)
        back = rows.reports_of_articles(connection, restored)
        came = (*added, *restored)
        changes = groups.settle(connection, came, back, found_by)
        changes |= ChangeSet(Changes(added=frozenset(came)))
        return Applied(changes, RemoveArticles(came, self.label))


@dataclass(frozen=True, slots=True)
class RemoveArticles:
    """Take articles off the timeline, with the events that no other article reports."""

    articles: tuple[ArticleId, ...]
    undoes: str | None = None

    @property
    def label(self) -> str:
        """Words for the Undo menu."""
        return self.undoes or f"Remove {counted(len(self.articles), 'article')}"

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Mark them deleted."""
        changes = _set_deleted(connection, self.articles, deleted=True)
        return Applied(changes, RestoreArticles(self.articles, self.label))


@dataclass(frozen=True, slots=True)
class RestoreArticles:
    """Bring removed articles and their events back."""

    articles: tuple[ArticleId, ...]
    label: str = "Restore articles"

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Mark them living."""
        changes = _set_deleted(connection, self.articles, deleted=False)
        return Applied(changes, RemoveArticles(self.articles, self.label))


def _set_deleted(
    connection: sqlite3.Connection, articles: Sequence[ArticleId], *, deleted: bool
) -> ChangeSet:
    """An event lives as long as one of its articles does; its other reports go on without one."""
    rows.mark_articles(connection, articles, deleted=deleted)
    reports = rows.reports_of_articles(connection, articles)
    changes = groups.settle(connection, articles, reports)
    ids = frozenset(articles)
    return changes | ChangeSet(Changes(removed=ids) if deleted else Changes(added=ids))


@dataclass(frozen=True, slots=True)
class SetTitle:
    """Give an event another title; it counts as edited from then on."""

    event: EventId
    title: str
    status: Status = Status.EDITED
    label: str = "Edit title"

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Write title and status; the inverse has the old ones."""
        old_title, old_status = rows.title_and_status(connection, self.event)
        rows.set_title(connection, self.event, self.title, self.status)
        inverse = replace(self, title=old_title, status=old_status)
        return Applied(events_changed([self.event]), inverse)


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Accept or reject events, or take that back; `statuses` pairs each with its new status."""

    statuses: tuple[tuple[EventId, Status], ...]
    label: str = "Change status"

    @staticmethod
    def of(events: Iterable[EventId], status: Status) -> SetStatus:
        """One status for all `events`."""
        pairs = tuple((event, status) for event in events)
        verb = {Status.ACCEPTED: "Accept", Status.REJECTED: "Reject"}.get(status, "Reset")
        return SetStatus(pairs, f"{verb} {counted(len(pairs), 'event')}")

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Write each status; the inverse has the old ones."""
        old = tuple(
            (event, rows.title_and_status(connection, event)[1]) for event, _ in self.statuses
        )
        for event, status in self.statuses:
            rows.set_status(connection, event, status)
        changes = events_changed([event for event, _ in self.statuses])
        return Applied(changes, replace(self, statuses=old))


def events_changed(events: Iterable[EventId]) -> ChangeSet:
    """That these, and nothing else, have changed."""
    return ChangeSet(events=Changes(changed=frozenset(events)))
