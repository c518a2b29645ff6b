"""Events sorted for drawing. Built once for a set of events, off the GUI thread; never changed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeline_app.domain.calendars import DAY, OPEN_FUTURE, OPEN_PAST
from timeline_app.domain.timevalue import Grain
from timeline_app.layout.columns import EventColumns, Ints, Mark, Positions
from timeline_app.layout.sorting import Sorting, anchors
from timeline_app.layout.tracks import Lane, Track

_MOST: Final = 0.9
_FEW: Final = 7
_SOME: Final = 20
_FAR_OFF: Final = 2.5
_HALF: Final = 0.5
_CROWDED: Final = 5.0
_SAMPLE: Final = 20_000  # events by which a range is found where there are more
_LARGE: Final = 2_000  # events of a lane whose tables would be missed in a frame


class EventIndex:
    """All events, ready to be drawn."""

    def __init__(
        self, columns: EventColumns, anchor: Ints, is_bar: NDArray[np.bool_], sorting: Sorting
    ) -> None:
        """Use `build` or `filtered`, and not on the GUI thread when there are many."""
        self.columns, self.is_bar = columns, is_bar
        self._anchor, self._sorting = anchor, sorting
        self.order: Positions = self._sorting.by_time
        self.low, self.high = _range(columns)
        self.lanes = tuple(self._lanes())

    @classmethod
    def build(cls, columns: EventColumns) -> EventIndex:
        """The index of `columns`, with the tables made that take noticeable time."""
        anchor, is_bar = anchors(columns), _bars(columns)
        return cls(columns, anchor, is_bar, Sorting.of(columns, anchor, is_bar))._prepared()

    def filtered(self, shown: NDArray[np.bool_]) -> EventIndex:
        """The index of the events that `shown` marks: much quicker than to `build` it."""
        if shown.all():
            return self
        rows = np.flatnonzero(shown)  # positions are quicker to take than a mask
        return EventIndex(
            self.columns.take(rows),
            self._anchor.take(rows),
            self.is_bar.take(rows),
            self._sorting.filtered(shown, rows),
        )._prepared()

    def _prepared(self) -> EventIndex:
        for lane in self.lanes:
            if lane.count > _LARGE:
                lane.prepare()
        if len(self) > _LARGE:
            _ = self._sorted_ids
        return self

    def __len__(self) -> int:
        """Number of events."""
        return len(self.columns)

    def _lanes(self) -> Iterator[Lane]:
        columns, sorting = self.columns, self._sorting
        by_lane = sorting.by_lane
        anchor, lanes, is_bar = self._anchor[by_lane], columns.lane[by_lane], self.is_bar[by_lane]
        starts = np.flatnonzero(np.diff(lanes, prepend=-1))
        # In a lane, bars come first; so all of a lane's tracks are slices.
        bars = np.add.reduceat(is_bar, starts, dtype=np.int64) if len(starts) else starts
        ends = (*starts[1:].tolist(), len(by_lane)) if len(starts) else ()
        numbers = lanes[starts].tolist()
        for number, start, end, count in zip(
            numbers, starts.tolist(), ends, bars.tolist(), strict=True
        ):
            middle = start + count
            yield Lane(
                number,
                Track(columns, by_lane[start:middle], anchor[start:middle], sorting.rank),
                Track(columns, by_lane[middle:end], anchor[middle:end], sorting.rank),
            )

    def _in_time(self, most: int) -> Ints:
        """Anchors in time order: all of them, or about `most` that are as many events apart."""
        step = max(len(self) // most, 1)
        sampled: Ints = self._anchor[self.order[::step]]
        return sampled

    def counts(self, edges: Ints) -> Ints:
        """How many events are anchored between neighbouring `edges` (ascending), in all lanes."""
        anchor = self._anchor if self._sorting.in_time else self._anchor[self.order]
        return np.diff(np.searchsorted(anchor, edges))

    @cached_property
    def _sorted_ids(self) -> Ints:
        ids: Ints = self.columns.ids[self._sorting.by_id]
        return ids

    @cached_property
    def _place(self) -> Positions:
        place = np.empty(len(self), np.int32)
        place[self.order] = np.arange(len(self), dtype=np.int32)
        return place

    def row_of(self, event_id: int) -> int | None:
        """The row of an event, None when it isn't here."""
        at = int(np.searchsorted(self._sorted_ids, np.int64(event_id)))
        found = at < len(self._sorted_ids) and self._sorted_ids[at] == event_id
        return int(self._sorting.by_id[at]) if found else None

    def rows_of(self, ids: Sequence[int]) -> Positions:
        """Rows of those events that are here, in the order of `ids`."""
        wanted = np.array(ids, np.int64)
        places = np.minimum(np.searchsorted(self._sorted_ids, wanted), max(len(self) - 1, 0))
        if not len(self):
            return places[:0].astype(np.int32)
        found: Positions = self._sorting.by_id[places[self._sorted_ids[places] == wanted]]
        return found

    def begins(self, rows: Positions) -> Ints:
        """First second of each row; where the start is open, the end."""
        found: Ints = self._anchor[rows]
        return found

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

    @cached_property
    def busiest(self) -> tuple[int, int]:
        """A range to begin with: where half of the events are, if that is much shorter than all.

        Otherwise where nine tenths are, if the rest lies far off; otherwise the range of all, as
        with few events.
        """
        anchors = self._in_time(_SAMPLE)
        low, high = self.low, self.high
        for share, shorter, least in ((_MOST, _FAR_OFF, _FEW), (_HALF, _CROWDED, _SOME)):
            if len(anchors) < least:
                break
            shortest = _shortest_range(anchors, math.ceil(share * len(anchors)))
            if high - low > shorter * (shortest[1] - shortest[0]):
                low, high = shortest
        if (low, high) == (self.low, self.high):
            return low, high
        near = (high - low) // 10
        first = anchors.searchsorted(np.int64(low - near))
        last = anchors.searchsorted(np.int64(high + near), side="right")
        return int(anchors[first]), int(anchors[last - 1])

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


def _shortest_range(anchors: Ints, count: int) -> tuple[int, int]:
    """The shortest range that `count` of the ascending `anchors` lie in."""
    lengths = anchors[count - 1 :] - anchors[: len(anchors) - count + 1]
    at = int(np.argmin(lengths))
    return int(anchors[at]), int(anchors[at + count - 1])


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
    found: list[int] = []
    for column in (
        columns.start_earliest,
        columns.start_latest,
        columns.end_earliest,
        columns.end_latest,
    ):
        dated = column
        if len(column) and (column.min() <= OPEN_PAST or column.max() >= OPEN_FUTURE):
            dated = column[(column > OPEN_PAST) & (column < OPEN_FUTURE)]
        if len(dated):
            found += [int(dated.min()), int(dated.max())]
    return (min(found), max(found)) if found else (0, 0)
