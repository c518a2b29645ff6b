"""Events sorted for drawing: what lies in a range of time, and what matters most there.

Built once for a set of events, off the GUI thread; never changed. A lane has two tracks: `bars`
(intervals, and moments known no better than to a week, month, year) and `cards` (moments of a day
or finer), since they are drawn in rows of different height.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeline_app.domain.calendars import DAY
from timeline_app.domain.timevalue import Grain
from timeline_app.layout.columns import OPEN_FUTURE, OPEN_PAST, EventColumns, Ints, Mark, Positions

_CHUNK: Final = 512
_FAN: Final = 8
# The most important events that a chunk remembers; a tile can't show more labels than this.
TOP: Final = 48


class TopTable:
    """The most important rows of any range of a sequence, without looking at all of them.

    Chunks of 512 rows remember their best 48; eight chunks make one of the next level.
    """

    def __init__(self, rank: NDArray[np.int32]) -> None:
        """`rank` orders the rows: 0 is the most important."""
        self._rank = rank
        self._levels: list[Positions] = []
        padded = -(-len(rank) // _CHUNK) * _CHUNK
        if len(rank) <= 2 * _CHUNK:
            return
        rows = np.full(padded, -1, np.int32)
        rows[: len(rank)] = np.arange(len(rank), dtype=np.int32)
        table = self._best(rows.reshape(-1, _CHUNK))
        self._levels.append(table)
        while len(table) > _FAN:
            short = -len(table) % _FAN
            table = np.vstack([table, np.full((short, TOP), -1, np.int32)])
            table = self._best(table.reshape(-1, _FAN * TOP))
            self._levels.append(table)

    def _best(self, rows: Positions) -> Positions:
        """The TOP best of each line of `rows`; -1 stands for none."""
        keys = np.where(rows >= 0, self._rank[rows], np.iinfo(np.int32).max)
        chosen = np.argpartition(keys, TOP - 1, axis=1)[:, :TOP]
        return np.take_along_axis(rows, chosen, axis=1)

    def rank_of(self, row: int) -> int:
        """How many rows are more important."""
        return int(self._rank[row])

    def best(self, first: int, last: int, count: int) -> Positions:
        """The `count` (at most TOP) most important rows of [first, last), best first."""
        rows = np.concatenate(list(self._covering(first, last)))
        rows = rows[rows >= 0]
        keys = self._rank[rows]
        if len(rows) > count:
            chosen = np.argpartition(keys, count - 1)[:count]
            rows, keys = rows[chosen], keys[chosen]
        return rows[np.argsort(keys)]

    def _covering(self, first: int, last: int) -> Iterator[Positions]:
        """Rows that hold the best of [first, last): its ragged ends, and whole chunks between."""
        low, high = -(-first // _CHUNK), last // _CHUNK
        if not self._levels or low >= high:
            yield np.arange(first, last, dtype=np.int32)
            return
        yield np.arange(first, low * _CHUNK, dtype=np.int32)
        yield np.arange(high * _CHUNK, last, dtype=np.int32)
        for depth, table in enumerate(self._levels):
            above_low, above_high = -(-low // _FAN), high // _FAN
            if depth + 1 == len(self._levels) or above_low >= above_high:
                yield table[low:high].ravel()
                return
            yield table[low : above_low * _FAN].ravel()
            yield table[above_high * _FAN : high].ravel()
            low, high = above_low, above_high


class Track:
    """Some events of one lane, sorted by where they are anchored in time.

    `rows` are rows of the columns; `anchor` is the first instant of each event (its end where the
    start is open), `low` and `high` its whole extent.
    """

    def __init__(self, columns: EventColumns, rows: Positions, rank: NDArray[np.int32]) -> None:
        """`rank` orders all events by importance, 0 first."""
        low = columns.start_earliest[rows]
        anchor = np.where(low > OPEN_PAST, low, columns.end_earliest[rows])
        anchor = np.where(anchor >= OPEN_FUTURE, 0, anchor)
        order = np.argsort(anchor, kind="stable")
        self.rows: Positions = rows[order]
        self.anchor: Ints = anchor[order]
        self.low: Ints = low[order]
        self.high: Ints = columns.end_latest[self.rows]
        self.top = TopTable(np.argsort(np.argsort(rank[self.rows])).astype(np.int32))

    def __len__(self) -> int:
        """Number of events."""
        return len(self.rows)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Places of the events anchored in [start, end)."""
        # A Python int of the column's type: a float key would make numpy copy the whole column.
        first, last = np.searchsorted(self.anchor, np.array([start, end], np.int64))
        return int(first), int(last)

    def counts(self, edges: Ints) -> Ints:
        """How many events are anchored between neighbouring `edges` (ascending)."""
        return np.diff(np.searchsorted(self.anchor, edges))

    def best(self, first: int, last: int, count: int) -> Positions:
        """Places of the most important events of places [first, last)."""
        return self.top.best(first, last, count)

    def rank_of(self, place: int) -> int:
        """How many of the track's events are more important."""
        return self.top.rank_of(place)


@dataclass(frozen=True)
class Lane:
    """One lane's events; `number` is its value in the `lane` column."""

    number: int
    bars: Track
    cards: Track
    sources: tuple[int, ...]

    @property
    def count(self) -> int:
        """Number of events."""
        return len(self.bars) + len(self.cards)

    @cached_property
    def crowds(self) -> tuple[Crowd, ...]:
        """How crowded the lane is, by level; see `crowd_at`."""
        return tuple(_crowds(np.sort(np.concatenate([self.bars.anchor, self.cards.anchor]))))

    def crowd_at(self, shift: int) -> Crowd:
        """Crowding with bins of 2**shift seconds (below a second: of a second)."""
        return self.crowds[min(max(shift, 0), len(self.crowds) - 1)]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Of the bins of one size that hold anything: how many, and how many events the fullest has."""

    bins: int
    fullest: int


class EventIndex:
    """All events, ready to be drawn."""

    def __init__(self, columns: EventColumns) -> None:
        """Sort `columns`; use `build`, and not on the GUI thread when there are many."""
        self.columns = columns
        self.is_bar = _bars(columns)
        low = columns.start_earliest
        anchor = np.where(low > OPEN_PAST, low, columns.end_earliest)
        self.order: Positions = np.lexsort((columns.grain, anchor)).astype(np.int32)
        self._anchor = anchor
        self._by_id = np.argsort(columns.ids, kind="stable").astype(np.int32)
        self._sorted_ids = columns.ids[self._by_id]
        self._place = np.empty(len(columns), np.int32)
        self._place[self.order] = np.arange(len(columns), dtype=np.int32)
        self.low, self.high = _range(columns)
        self.lanes = tuple(self._lanes())

    @classmethod
    def build(cls, columns: EventColumns) -> EventIndex:
        """The index of `columns`, with all its tables made."""
        index = cls(columns)
        for lane in index.lanes:
            lane.crowd_at(0)
        return index

    def __len__(self) -> int:
        """Number of events."""
        return len(self.columns)

    def _lanes(self) -> Iterator[Lane]:
        columns = self.columns
        rank = np.empty(len(columns), np.int32)
        # Among equals the longer one first: it is the more useful landmark.
        length = np.minimum(columns.end_latest.astype(np.float64) - columns.start_earliest, 1e18)
        by_rank = np.lexsort((columns.ids, -length, -columns.importance))
        rank[by_rank] = np.arange(len(columns), dtype=np.int32)
        by_lane = np.argsort(columns.lane, kind="stable").astype(np.int32)
        numbers, starts = np.unique(columns.lane[by_lane], return_index=True)
        for number, rows in zip(numbers, np.split(by_lane, starts[1:]), strict=False):
            bars = self.is_bar[rows]
            sources = np.unique(columns.source[rows])
            yield Lane(
                int(number),
                Track(columns, rows[bars], rank),
                Track(columns, rows[~bars], rank),
                tuple(int(source) for source in sources),
            )

    def row_of(self, event_id: int) -> int | None:
        """The row of an event, None when it isn't here."""
        at = int(np.searchsorted(self._sorted_ids, np.int64(event_id)))
        found = at < len(self._sorted_ids) and self._sorted_ids[at] == event_id
        return int(self._by_id[at]) if found else None

    def place_of(self, row: int) -> int:
        """Place of a row in time order, from 0."""
        return int(self._place[row])

    def extent(self, row: int) -> tuple[int, int]:
        """First and last second of a row; an open end stops at its other, dated end."""
        columns = self.columns
        low, high = int(columns.start_earliest[row]), int(columns.end_latest[row])
        if low <= OPEN_PAST:
            low = int(columns.end_earliest[row])
        return low, int(columns.start_latest[row]) if high >= OPEN_FUTURE else high

    def neighbour(self, row: int | None, step: int, lane: int | None = None) -> int | None:
        """The row `step` (1 or -1) further in time, in `lane` only if given; None at the end."""
        if not len(self):
            return None
        place = self.place_of(row) + step if row is not None else (0 if step > 0 else len(self) - 1)
        ordered = self.columns.lane[self.order] if lane is not None else None
        while 0 <= place < len(self):
            if ordered is None or ordered[place] == lane:
                return int(self.order[place])
            place += step
        return None

    def nearest(self, lane: int, seconds: int) -> int | None:
        """The row of `lane` anchored nearest to an instant; None when the lane has no events."""
        best: tuple[int, int] | None = None
        for track in next(
            ((each.bars, each.cards) for each in self.lanes if each.number == lane), ()
        ):
            at = int(np.searchsorted(track.anchor, np.int64(seconds)))
            for place in range(max(at - 1, 0), min(at + 1, len(track))):
                far = abs(int(track.anchor[place]) - seconds)
                if best is None or far < best[0]:
                    best = (far, int(track.rows[place]))
        return best[1] if best else None


def _bars(columns: EventColumns) -> NDArray[np.bool_]:
    spread = columns.start_latest - columns.start_earliest > DAY
    bars: NDArray[np.bool_] = (
        ((columns.flags & int(Mark.INTERVAL)) != 0)
        | (columns.grain > int(Grain.DAY))
        | spread
        | (columns.start_earliest <= OPEN_PAST)
    )
    return bars


def _range(columns: EventColumns) -> tuple[int, int]:
    """First and last dated second; (0, 0) without events."""
    if not len(columns):
        return 0, 0
    dated = np.concatenate(
        [
            column[(column > OPEN_PAST) & (column < OPEN_FUTURE)]
            for column in (
                columns.start_earliest,
                columns.start_latest,
                columns.end_earliest,
                columns.end_latest,
            )
        ]
    )
    return (int(dated.min()), int(dated.max())) if len(dated) else (0, 0)


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
