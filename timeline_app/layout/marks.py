"""Events without a label: dots where there are few, clusters with a number, a density strip.

Bins lie at fixed places in time for each zoom level, and what a bin shows depends on the level
alone: nothing wobbles while panning, and a bin is worked out once.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from timeline_app.domain.calendars import OPEN_FUTURE, OPEN_PAST
from timeline_app.layout.columns import Ints
from timeline_app.layout.index import EventIndex
from timeline_app.layout.shapes import Box, Density, Dot, Pill
from timeline_app.layout.slots import Slot, level_of
from timeline_app.layout.style import Style
from timeline_app.layout.text import Measure, Type, count_words
from timeline_app.layout.tracks import Lane
from timeline_app.layout.viewport import Viewport

_BIN_SHIFT: Final = 6  # a bin is 64 to 128 pixels wide
_COLUMN_SHIFT: Final = 1  # a column of the density strip 2 to 4 pixels
_FEW: Final = 6
_LISTED: Final = 64
_DOT_GAP: Final = 11.0
_CROWDED: Final = 24  # events a bin, on average, from which a strip says more than numbers
_MANY_BINS: Final = 8
_KEPT: Final = 20_000


class _One(NamedTuple):
    """An event that is drawn as a dot."""

    time: int
    row: int


class _Several(NamedTuple):
    """Events that are drawn as a cluster around `centre`, over [low, high) seconds."""

    centre: int
    number: int
    low: int
    high: int
    source: int | None


_Bin = tuple[_One, ...] | _Several


class LaneMarks:
    """The marks of one lane."""

    def __init__(self, index: EventIndex, lane: Lane, style: Style, measure: Measure) -> None:
        """Nothing is worked out before it is asked for."""
        self._index = index
        self._lane = lane
        self._style = style
        self._measure = measure
        self._bins: dict[tuple[int, int], _Bin] = {}

    def is_dense(self, level: int) -> bool:
        """True when a density strip takes the place of dots and clusters at a level."""
        bins = self._lane.crowd_at(level + _BIN_SHIFT).bins
        return bins >= _MANY_BINS and self._lane.count > _CROWDED * bins

    def density(self, view: Viewport, y: float) -> Density:
        """How many events there are, column by column, on the line at `y`."""
        lane, level = self._lane, level_of(view.seconds_per_px)
        size = 2.0 ** (level + _COLUMN_SHIFT)
        edges = _edges(view, size)
        counts = lane.bars.counts(edges) + lane.cards.counts(edges)
        fullest = max(lane.crowd_at(level + _COLUMN_SHIFT).fullest, 1)
        heights = np.minimum(np.log1p(counts) / math.log1p(fullest), 1.0).astype(np.float32)
        box = Box(0.0, y + 2, view.width, self._style.marks - 4)
        x, step = view.x_of(int(edges[0])), size / view.seconds_per_px
        return Density(box, x, step, heights, lane.number, self._source())

    def marks(
        self, view: Viewport, slots: Sequence[Slot], y: float, settled: bool
    ) -> Iterator[Dot | Pill]:
        """Dots and clusters for the events that `slots` leaves without a label.

        `settled` says that `slots` is all that this level ever shows, so bins may be kept.
        """
        level = level_of(view.seconds_per_px)
        size = 2.0 ** (level + _BIN_SHIFT)
        edges = _edges(view, size)
        first = math.floor(view.first / size)
        labelled = {slot.row for slot in slots}
        counts = self._unlabelled(edges, slots)
        for at in np.flatnonzero(counts > 0).tolist():
            low, high = int(edges[at]), int(edges[at + 1])
            few = int(counts[at]) <= _FEW
            if settled:
                known = self._known_bin(int(counts[at]), (level, first + at), low, high, labelled)
            elif few:
                known = self._bin(int(counts[at]), low, high, level, labelled)
            else:  # the next picture knows better: don't look at each event for this one
                known = _Several((low + high) // 2, int(counts[at]), low, high, self._source())
            if isinstance(known, _Several):
                yield self._pill(known, edges[at], edges[at + 1], view, y)
            else:
                yield from self._dots(known, view, y)

    def bin_at(self, level: int, seconds: int) -> tuple[int, int]:
        """First second of the bin that an instant lies in, and of the next."""
        size = 2.0 ** (level + _BIN_SHIFT)
        number = math.floor(seconds / size)
        return math.ceil(number * size), math.ceil((number + 1) * size)

    def parts(self, level: int, seconds: int, labelled: set[int]) -> bool:
        """True when the bin at an instant shows its events one by one, or never could."""
        low, high = self.bin_at(level, seconds)
        if not isinstance(self._bin(0, low, high, level, labelled), _Several):
            return True
        ends = [
            int(track.anchor[place])
            for track in (self._lane.bars, self._lane.cards)
            for first, last in (track.range(low, high),)
            if first < last
            for place in (first, last - 1)
        ]
        return max(ends) == min(ends)

    def lasting(
        self, view: Viewport, slots: Sequence[Slot], x: float, y: float, now: int | None = None
    ) -> Pill | None:
        """A count of the events that last on from before the view and have no label.

        Nobody knows since when an open start has lasted, nor whether an open end does after `now`.
        """
        first, over = view.first, now is not None and view.first > now
        shown = sum(
            slot.low < first < slot.high and not (over and slot.high >= OPEN_FUTURE)
            for slot in slots
            if not slot.open_start
        )
        ends = self._open_starts
        hidden = self._lane.bars.lasting_at(first) - shown
        hidden -= len(ends) - int(ends.searchsorted(np.int64(first), side="right"))
        if over:
            hidden -= int(self._open_ends.searchsorted(np.int64(first)))
        if hidden <= 0:
            return None
        text = f"+{count_words(hidden)}"
        width = self._measure.width(text, Type.COUNT) + 16
        box = Box(x, y - self._style.pill / 2, width, self._style.pill)
        return Pill(
            box, text, hidden, first, first + 1, self._lane.number, self._source(), lasting=True
        )

    def lasting_rows(self, seconds: int, now: int | None = None) -> list[int]:
        """Rows of the events that `lasting` counts, labelled ones included. For a click."""
        track, columns = self._lane.bars, self._index.columns
        rows = track.rows[track.places_lasting_at(seconds)]
        counted = columns.start_earliest[rows] > OPEN_PAST
        if now is not None and seconds > now:
            counted &= columns.end_latest[rows] < OPEN_FUTURE
        found: list[int] = rows[counted].tolist()
        return found

    @cached_property
    def _open_starts(self) -> Ints:
        """Ends of the events with an open start, ascending."""
        rows, columns = self._lane.bars.rows, self._index.columns
        return np.sort(columns.end_latest[rows[columns.start_earliest[rows] <= OPEN_PAST]])

    @cached_property
    def _open_ends(self) -> Ints:
        """Starts of the events with an open end and a start, ascending."""
        rows, columns = self._lane.bars.rows, self._index.columns
        starts = columns.start_earliest[rows[columns.end_latest[rows] >= OPEN_FUTURE]]
        return np.sort(starts[starts > OPEN_PAST])

    def _unlabelled(self, edges: Ints, slots: Sequence[Slot]) -> Ints:
        counts = self._lane.bars.counts(edges) + self._lane.cards.counts(edges)
        rows = np.array([slot.row for slot in slots], np.int64)
        low = self._index.columns.start_earliest[rows]
        shown = np.where(low > OPEN_PAST, low, self._index.columns.end_earliest[rows])
        inside = shown[(shown >= edges[0]) & (shown < edges[-1])]
        np.subtract.at(counts, np.searchsorted(edges, inside, side="right") - 1, 1)
        return counts

    def _known_bin(
        self, count: int, key: tuple[int, int], low: int, high: int, labelled: set[int]
    ) -> _Bin:
        known = self._bins.get(key)
        if known is None:
            if len(self._bins) > _KEPT:
                self._bins.clear()
            known = self._bins[key] = self._bin(count, low, high, key[0], labelled)
        return known

    def _bin(self, count: int, low: int, high: int, level: int, labelled: set[int]) -> _Bin:
        tracks = (self._lane.bars, self._lane.cards)
        places = [track.range(low, high) for track in tracks]
        if sum(last - first for first, last in places) > _LISTED:
            return _Several((low + high) // 2, count, low, high, self._source())
        listed = sorted(
            _One(int(track.anchor[place]), int(track.rows[place]))
            for track, (first, last) in zip(tracks, places, strict=True)
            for place in range(first, last)
        )
        ones = tuple(one for one in listed if one.row not in labelled)
        gap = _DOT_GAP * 2.0**level
        if len(ones) <= _FEW and all(b.time - a.time >= gap for a, b in pairwise(ones)):
            return ones
        times = [one.time for one in ones]
        sources = {int(self._index.columns.source[one.row]) for one in ones}
        source = sources.pop() if len(sources) == 1 else None
        middle = sum(times) // len(times)
        return _Several(middle, len(times), times[0], times[-1] + 1, source)

    def _dots(self, ones: Sequence[_One], view: Viewport, y: float) -> Iterator[Dot]:
        columns, middle = self._index.columns, y + self._style.marks / 2
        for time, row in ones:
            yield Dot(
                int(columns.ids[row]),
                view.x_of(time),
                middle,
                int(columns.source[row]),
                int(columns.flags[row]),
            )

    def _pill(self, several: _Several, low: int, high: int, view: Viewport, y: float) -> Pill:
        """A cluster's number, kept inside its bin so that it can't meet the next one's."""
        text = count_words(several.number)
        width = max(self._measure.width(text, Type.COUNT) + 16, 28.0)
        left, right = view.x_of(int(low)), view.x_of(int(high))
        margin = width / 2 + min(_DOT_GAP / 2, max((right - left - width) / 2, 0.0))
        centre = min(max(view.x_of(several.centre), left + margin), right - margin)
        middle = y + self._style.marks / 2
        box = Box(centre - width / 2, middle - self._style.pill / 2, width, self._style.pill)
        return Pill(
            box, text, several.number, several.low, several.high, self._lane.number, several.source
        )

    def _source(self) -> int | None:
        return self._lane.sources[0] if len(self._lane.sources) == 1 else None


def _edges(view: Viewport, size: float) -> Ints:
    """Edges of the bins of `size` seconds that cover the view."""
    first, last = math.floor(view.first / size), math.floor(view.last / size) + 1
    return np.ceil(np.arange(first, last + 1, dtype=np.float64) * size).astype(np.int64)
