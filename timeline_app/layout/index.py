"""Events sorted for drawing. Built once for a set of events, off the GUI thread; never changed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeline_app.domain.calendars import DAY
from timeline_app.domain.timevalue import Grain
from timeline_app.layout.columns import OPEN_FUTURE, OPEN_PAST, EventColumns, Mark, Positions
from timeline_app.layout.tracks import Lane, Track

_MOST: Final = 0.9
_FEW: Final = 6
_FAR_OFF: Final = 2.5


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
        by_rank = np.lexsort((columns.ids, -_weight(columns)))
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

    def busiest(self) -> tuple[int, int]:
        """The shortest range that nine tenths of the events begin in, where the rest lies far off.

        Otherwise, and with few events, the range of all.
        """
        anchors = self._anchor[self.order]
        inside = math.ceil(_MOST * len(anchors))
        if inside < _FEW:
            return self.low, self.high
        lengths = anchors[inside - 1 :] - anchors[: len(anchors) - inside + 1]
        at = int(np.argmin(lengths))
        low, high = int(anchors[at]), int(anchors[at + inside - 1])
        if self.high - self.low <= _FAR_OFF * (high - low):
            return self.low, self.high
        near = (high - low) // 10
        kept = anchors[(anchors >= low - near) & (anchors <= high + near)]
        return int(kept[0]), int(kept[-1])

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


def _weight(columns: EventColumns) -> NDArray[np.float64]:
    """What decides who gets a label: importance, and up to one more for a long event.

    A long one is a landmark, and says little as a dot at its start.
    """
    days = (columns.end_latest.astype(np.float64) - columns.start_earliest) / DAY
    bonus: NDArray[np.float64] = np.clip(np.log10(np.maximum(days, 1.0)) / 4, 0.0, 1.0)
    return columns.importance + bonus


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
