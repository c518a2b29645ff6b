"""The events of one lane, sorted by time: how many lie in a range, and which matter most there.

A lane has two tracks: `bars` (intervals, and moments known no better than to a week, month, year)
and `cards` (moments of a day or finer), since they are drawn in lines of different height.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import EventColumns, Ints, Positions
from timeline_app.layout.top_table import TopTable


class Track:
    """Some events of one lane, sorted by where they are anchored in time.

    `rows` are rows of the columns; `anchor` is the first instant of each event (its end where the
    start is open), `low` and `high` its whole extent.
    """

    def __init__(
        self, columns: EventColumns, rows: Positions, anchor: Ints, rank: NDArray[np.int32]
    ) -> None:
        """`rows` come in the order of their `anchor`s.

        `rank` is that of all events of the columns, by importance, the least first.
        """
        self.rows = rows
        self.anchor = anchor
        self._columns = columns
        self._rank = rank

    @cached_property
    def low(self) -> Ints:
        """First second of each event."""
        low: Ints = self._columns.start_earliest[self.rows]
        return low

    @cached_property
    def high(self) -> Ints:
        """Last second of each event."""
        high: Ints = self._columns.end_latest[self.rows]
        return high

    @cached_property
    def top(self) -> TopTable:
        """The most important places of any range."""
        return TopTable(self._rank[self.rows])

    @property
    def sources(self) -> set[int]:
        """Numbers of the sources."""
        return set(np.unique(self._columns.source[self.rows]).tolist())

    def __len__(self) -> int:
        """Number of events."""
        return len(self.rows)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Places of the events anchored in [start, end)."""
        # A Python int of the column's type: a float key would make numpy copy the whole column.
        first, last = self.anchor.searchsorted(np.array([start, end], np.int64))
        return int(first), int(last)

    def counts(self, edges: Ints) -> Ints:
        """How many events are anchored between neighbouring `edges` (ascending)."""
        return np.diff(self.anchor.searchsorted(edges))

    @cached_property
    def _bounds(self) -> tuple[Ints, Ints]:
        return np.sort(self.low), np.sort(self.high)

    def lasting_at(self, seconds: int) -> int:
        """How many events began before an instant and end after it."""
        lows, highs = self._bounds
        at = np.int64(seconds)
        begun = lows.searchsorted(at)
        return int(begun - highs.searchsorted(at, side="right"))

    def places_lasting_at(self, seconds: int) -> Positions:
        """Places of those events. Looks at all: for a click, not for a frame."""
        return np.flatnonzero((self.low < seconds) & (self.high > seconds)).astype(np.int32)

    def best(self, first: int, last: int, count: int) -> Positions:
        """Places of the most important events of places [first, last)."""
        return self.top.best(first, last, count)

    def rank_of(self, place: int) -> int:
        """Place of an event in the order of importance: smaller is more important."""
        return int(self._rank[self.rows[place]])


@dataclass(frozen=True)
class Lane:
    """One lane's events; `number` is its value in the `lane` column."""

    number: int
    bars: Track
    cards: Track

    @property
    def count(self) -> int:
        """Number of events."""
        return len(self.bars) + len(self.cards)

    @cached_property
    def sources(self) -> tuple[int, ...]:
        """Numbers of the sources, ascending."""
        return tuple(sorted(self.bars.sources | self.cards.sources))

    def prepare(self) -> None:
        """Work out what is otherwise worked out when first asked for."""
        for track in (self.bars, self.cards):
            _ = track.top, track._bounds
        _ = self.crowds, self.sources

    @cached_property
    def crowds(self) -> tuple[Crowd, ...]:
        """How crowded the lane is, by level; see `crowd_at`."""
        return tuple(_crowds(_merged(self.bars.anchor, self.cards.anchor)))

    def crowd_at(self, shift: int) -> Crowd:
        """Crowding with bins of 2**shift seconds (below a second: of a second)."""
        return self.crowds[min(max(shift, 0), len(self.crowds) - 1)]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Of the bins of one size that hold anything: how many, and how many events the fullest has."""

    bins: int
    fullest: int


def _merged(left: Ints, right: Ints) -> Ints:
    """Two sorted columns as one; the stable sort knows runs."""
    return np.sort(np.concatenate([left, right]), kind="stable")


def _crowds(anchors: Ints) -> Iterator[Crowd]:
    """Crowding for bins of 1, 2, 4, ... seconds, up to the size where one bin holds all."""
    codes = anchors
    counts = np.ones(len(anchors), np.int64)
    while True:
        firsts = np.flatnonzero(np.diff(codes, prepend=codes[0] - 1)) if len(codes) else codes
        codes = codes[firsts]
        counts = np.add.reduceat(counts, firsts) if len(firsts) else counts
        yield Crowd(len(codes), int(counts.max(initial=0)))
        if len(codes) <= 2 and (not len(codes) or codes[-1] - codes[0] <= 1):
            return
        codes = codes >> 1
