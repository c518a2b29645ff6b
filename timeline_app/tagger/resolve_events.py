"""The day of an event, from the words that tell of it and date it."""

from __future__ import annotations

import re

from timeline_app.domain.display import display
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Anchor
from timeline_app.domain.timevalue import moment
from timeline_app.tagger.context import Context, Resolved, Told
from timeline_app.tagger.partials import EventDay
from timeline_app.tagger.resolve_dates import placed, unplaced

_REACH = 160  # code points before and after a date: a long clause
_END = re.compile(r"[.!?]['\"”’)]*\s+(?=[A-Z\"“‘'`])|\n\s*\n")


def event_day(partial: EventDay, context: Context) -> Resolved:
    """The date told in the sentence that tells of the event.

    Without a value where no sentence dates it, or two sentences date it differently.
    """
    nearest: dict[int, tuple[int, Told]] = {}
    for told in context.told:
        if told.spoken or told.compared or told.point.grain > partial.coarsest:
            continue
        start, end = _sentence(context.text, told)
        end = min(end, context.at.start)  # the words that count from it don't tell of it
        apart = _distance(partial.told_as, context.text, start, end, told)
        if apart is not None and (start not in nearest or apart < nearest[start][0]):
            nearest[start] = (apart, told)
    days = [told for _, told in nearest.values()]
    if not days:
        return unplaced("XXXX-XX-XX", "no day is told for the event")
    finest = min(days, key=lambda told: told.point.grain)
    inside = all(t.point.earliest <= finest.point.earliest < t.point.latest for t in days)
    if not inside:
        return unplaced("XXXX-XX-XX", "more than one day is told for the event")
    anchor = Anchor("expression", format_edtf(moment(finest.point)), finest.span)
    why = f"the day told for the event, {display(moment(finest.point))}"
    return placed(finest.point, (why,), anchor=anchor, confidence=0.7)


def _sentence(text: str, told: Told) -> tuple[int, int]:
    """Where the sentence of a date begins and ends, as far as it is looked at."""
    start = max(0, told.span.start - _REACH)
    for match in _END.finditer(text, start, told.span.start + 1):
        start = match.end()
    end = _END.search(text, told.span.end, told.span.end + _REACH)
    return start, end.start() if end else min(len(text), told.span.end + _REACH)


def _distance(told_as: re.Pattern[str], text: str, start: int, end: int, told: Told) -> int | None:
    """Code points between a date and the nearest word for the event; None without one."""
    gaps = [
        max(told.span.start - match.end(), match.start() - told.span.end)
        for match in told_as.finditer(text, start, end)
    ]
    return min(gaps, default=None)
