"""What the user says of single events: their date, stars, tags, and events of their own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline_app.domain.display import counted
from timeline_app.domain.records import Basis, Changes, ChangeSet, Event, EventId, Status
from timeline_app.domain.timevalue import TimeValue
from timeline_app.store import adding, groups, reading, rows
from timeline_app.store.captured import Captured
from timeline_app.store.edits import Applied, Edit, events_changed
from timeline_app.store.grouping_edits import MergeEvents
from timeline_app.store.replacing import PutBack
from timeline_app.store.together import Together

BY_HAND = "Dated by hand."


@dataclass(frozen=True, slots=True)
class SetDate:
    """Give an event a date of the user's; no later reading of its article changes it."""

    event: EventId
    when: TimeValue
    label: str = "Change date"

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Write the date; raises KeyError for an unknown event."""
        found = reading.events(connection, [self.event])
        if not found:
            raise KeyError(self.event)
        together = self._hold_together(connection)
        captured = Captured.of(connection, (), [self.event])
        dated = replace(
            found[0],
            when=self.when,
            inferred=frozenset(),
            confidence=1.0,
            basis=Basis.HAND,
            status=Status.EDITED,
        )
        rows.update_event(connection, dated)
        connection.execute(
            "UPDATE mention SET why = ? WHERE event = ? AND report IS NULL", (BY_HAND, self.event)
        )
        changes = groups.renewed(connection, (), [self.event], [self.event], [self.event])
        inverse: Edit = PutBack(captured, self.label)
        if together is not None:
            changes |= together.changes
            inverse = Together((inverse, together.inverse), self.label)
        return Applied(changes, inverse)

    def _hold_together(self, connection: sqlite3.Connection) -> Applied | None:
        """Other reports stay with the event, although they give another date."""
        others = groups.reports_under(connection, [self.event]) - {self.event}
        if not others:
            return None
        return MergeEvents((self.event, *sorted(others))).apply(connection)


@dataclass(frozen=True, slots=True)
class AddEvent:
    """Add an event that the user made of a passage; `event.id` doesn't matter."""

    event: Event
    label: str = "Add event"

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Store it with its passage; raises KeyError when its article is unknown."""
        article = reading.article(connection, self.event.mentions[0].article)
        added = adding.add_event(connection, self.event, article.id, article.text)
        captured = replace(Captured.of(connection, (), ()), events=(added,))
        changes = ChangeSet(Changes(changed=frozenset([article.id])))
        changes |= groups.renewed(connection, (), [added], ())
        return Applied(changes, PutBack(captured, self.label))


@dataclass(frozen=True, slots=True)
class SetStarred:
    """Mark events, or take the mark away; pairs each event with what it shall be."""

    marks: tuple[tuple[EventId, bool], ...]
    label: str = "Star"

    @staticmethod
    def of(events: Iterable[EventId], starred: bool) -> SetStarred:
        """One mark for all `events`."""
        pairs = tuple((event, starred) for event in sorted(events))
        verb = "Star" if starred else "Unstar"
        return SetStarred(pairs, f"{verb} {counted(len(pairs), 'event')}")

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Write each mark; the inverse has the old ones."""
        ids = [event for event, _ in self.marks]
        captured = Captured.of(connection, (), ids)
        connection.executemany(
            "UPDATE event SET starred = ? WHERE id = ?",
            [(int(starred), event) for event, starred in self.marks],
        )
        return Applied(events_changed(ids), PutBack(captured, self.label))


@dataclass(frozen=True, slots=True)
class SetTags:
    """Give events tags, in place of those they have; pairs each event with its tags."""

    tags: tuple[tuple[EventId, tuple[str, ...]], ...]
    label: str = "Change tags"

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Write each event's tags; the inverse has the old ones."""
        ids = [event for event, _ in self.tags]
        captured = Captured.of(connection, (), ids)
        for event, tags in self.tags:
            connection.execute("DELETE FROM event_tag WHERE event = ?", (event,))
            connection.executemany(
                "INSERT INTO event_tag VALUES (?, ?)", [(event, tag) for tag in sorted(set(tags))]
            )
        return Applied(events_changed(ids), PutBack(captured, self.label))
