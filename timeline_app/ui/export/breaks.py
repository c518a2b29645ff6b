"""Where a stretch of time is cut into pages: about as many events on each, at round dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from timeline_app.domain import calendars as cal
from timeline_app.domain.calendars import OPEN_FUTURE, OPEN_PAST
from timeline_app.domain.timevalue import Grain
from timeline_app.layout.columns import Ints
from timeline_app.layout.index import EventIndex

_LOOKED_AT: Final = 64  # events to either side of an even cut
_AROUND: Final = 4 * cal.DAY

Span = tuple[int, int]


def whole_span(index: EventIndex) -> Span:
    """First and last second of all events; a single day gets some days around it."""
    low, high = index.low, index.high
    if high - low <= cal.DAY and int(index.columns.grain.min()) >= Grain.DAY:
        return low - _AROUND, high + _AROUND
    return low, max(high, low + 60)


def page_spans(index: EventIndex, span: Span, pages: int) -> list[Span]:
    """`pages` stretches of time that follow each other and make up `span`.

    Where the events can't be shared out, the stretches are equally long.
    """
    low, high = span[0], max(span[1], span[0] + pages)
    anchors = _anchors(index, low, high)
    cuts = [low]
    for page in range(1, pages):
        cut = _cut_near(anchors, len(anchors) * page // pages)
        if cut is None or not cuts[-1] < cut < high:
            cuts = [low + (high - low) * n // pages for n in range(pages)]
            break
        cuts.append(cut)
    return list(zip(cuts, [*cuts[1:], high], strict=True))


def _anchors(index: EventIndex, low: int, high: int) -> Ints:
    columns = index.columns
    start = columns.start_earliest
    at = np.where(start > OPEN_PAST, start, columns.end_earliest)
    chosen: Ints = np.sort(at[(at >= low) & (at < high) & (at < OPEN_FUTURE)])
    return chosen


def _cut_near(anchors: Ints, place: int) -> int | None:
    """A round date between two events near `place`; None where there is none."""
    for at in _near(place, len(anchors)):
        before, after = int(anchors[at - 1]), int(anchors[at])
        cut = _round_between(before, after)
        if cut is not None:
            return cut
    if 0 < place < len(anchors) and anchors[place - 1] < anchors[place]:
        return int(anchors[place])
    return None


def _near(place: int, count: int) -> Iterator[int]:
    for far in range(min(_LOOKED_AT, count)):
        for at in {place - far, place + far}:
            if 0 < at < count:
                yield at


def _round_between(before: int, after: int) -> int | None:
    """The beginning of a year, else a month, else a day, in (before, after]."""
    year, month, day = cal.civil_from_seconds(after)[:3]
    for cut in (
        cal.seconds_from_civil(year),
        cal.seconds_from_civil(year, month),
        cal.seconds_from_civil(year, month, day),
    ):
        if cut > before:
            return cut
    return None
