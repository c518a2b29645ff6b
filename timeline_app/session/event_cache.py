"""Event summaries by id, read from the library when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline_app.domain.records import EventId
from timeline_app.store import EventSummary, Library

LIMIT = 20_000
"""Summaries kept; beyond that the oldest half goes."""


class EventCache:
    """Answers for lists and labels; used on the GUI thread only.

    Reading 200 summaries takes a few milliseconds, so callers ask for what they show.
    """

    def __init__(self, library: Library) -> None:
        """Read from `library`."""
        self._library = library
        self._known: dict[EventId, EventSummary] = {}

    def get(self, event: EventId) -> EventSummary | None:
        """One summary; None when the library has no such event."""
        return self.get_many([event]).get(event)

    def get_many(self, ids: Sequence[EventId]) -> Mapping[EventId, EventSummary]:
        """Summaries of `ids`; unknown ones are left out."""
        missing = [event for event in ids if event not in self._known]
        if missing:
            self.add(self._library.event_summaries(missing))
        known = self._known
        return {event: known[event] for event in ids if event in known}

    def add(self, summaries: Mapping[EventId, EventSummary]) -> None:
        """Remember what was read elsewhere."""
        if len(self._known) + len(summaries) > LIMIT:
            for event in list(self._known)[: LIMIT // 2]:
                del self._known[event]
        self._known.update(summaries)

    def forget(self, ids: Iterable[EventId]) -> None:
        """Drop what a write touched."""
        for event in ids:
            self._known.pop(event, None)

    def clear(self) -> None:
        """Drop everything."""
        self._known.clear()
