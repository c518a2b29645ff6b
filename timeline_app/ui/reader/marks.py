"""Which places of an article carry dates and events."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from timeline_app.domain.records import (
    ArticleId,
    Event,
    EventId,
    TemporalExpression,
    TimexType,
)
from timeline_app.domain.text import Span


@dataclass(frozen=True, slots=True)
class EventMark:
    """One passage of an article that reports an event; `date` is None where it was carried on.

    `mention` is its number among the event's.
    """

    event: EventId
    passage: Span
    date: Span | None
    why: str
    mention: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of one article in the order of its text."""

    events: tuple[EventMark, ...] = ()
    expressions: tuple[TemporalExpression, ...] = ()

    @staticmethod
    def of(
        article: ArticleId, events: Iterable[Event], expressions: Iterable[TemporalExpression]
    ) -> Marks:
        """Marks from what the library holds of `article`."""
        marks = [
            EventMark(event.id, mention.passage, mention.expression, mention.why, number)
            for event in events
            for number, mention in enumerate(event.mentions)
            if mention.article == article
        ]
        marks.sort(key=lambda mark: (mark.date or mark.passage, mark.event))
        return Marks(tuple(marks), tuple(expressions))

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every place that must be visible."""
        return tuple(mark.passage for mark in self.events) + tuple(
            expression.span for expression in self.expressions
        )

    @property
    def dates(self) -> tuple[TemporalExpression, ...]:
        """Expressions that name a date, resolved or not; no durations, repetitions, "now"."""
        return tuple(e for e in self.expressions if e.value is not None or _unresolved(e))

    @property
    def undated(self) -> tuple[TemporalExpression, ...]:
        """Expressions that date no event."""
        dated = [mark.date for mark in self.events if mark.date is not None]
        starts = sorted(dated)
        return tuple(e for e in self.expressions if not _touches(e.span, starts))

    def expression_at(self, offset: int) -> TemporalExpression | None:
        """The date around a code point."""
        return next((e for e in self.dates if e.span.start <= offset < e.span.end), None)

    def expression_of(self, mark: EventMark) -> TemporalExpression | None:
        """The expression that dates an event here."""
        if mark.date is None:
            return None
        return next((e for e in self.expressions if e.span.overlaps(mark.date)), None)

    def dated_by(self, expression: TemporalExpression) -> EventMark | None:
        """The event that an expression dates: by its own words, otherwise by its passage."""
        return self.dating(expression.span)

    def dating(self, span: Span) -> EventMark | None:
        """The event that the words at `span` date."""
        own = (m for m in self.events if m.date is not None and m.date.overlaps(span))
        return next(own, None)


def _touches(span: Span, others: list[Span]) -> bool:
    """True when one of `others`, which are in order and apart, shares text with `span`."""
    after = bisect_right(others, Span(span.end, -1))
    return any(other.overlaps(span) for other in others[max(0, after - 2) : after])


def _unresolved(expression: TemporalExpression) -> bool:
    """A date whose anchor is missing: its TIMEX3 value leaves digits open."""
    return expression.type in {TimexType.DATE, TimexType.TIME} and "X" in expression.timex
