"""The orders in which events are looked up: by time, by importance, by lane, by id."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.domain.calendars import DAY, OPEN_FUTURE, OPEN_PAST
from timeline_app.layout.columns import EventColumns, Ints, Positions


@dataclass(frozen=True, eq=False)
class Sorting:
    """Rows in several orders, and the `rank` of every row by importance, the least first.

    `by_time` goes by anchor, then the finer grain first; `by_lane` by lane, in a lane bars before
    cards, and both by time. `in_time` says that the rows themselves come in time order.
    """

    by_time: Positions
    by_lane: Positions
    by_id: Positions
    rank: NDArray[np.int32]
    in_time: bool

    @classmethod
    def of(cls, columns: EventColumns, anchor: Ints, is_bar: NDArray[np.bool_]) -> Sorting:
        """Sort all: a third of a second for a million."""
        in_time = _is_in_time(columns, anchor)
        if in_time:
            by_time = np.arange(len(columns), dtype=np.int32)
        else:
            by_time = np.lexsort((columns.grain, anchor)).astype(np.int32)
        tracks = 2 * columns.lane + ~is_bar
        by_lane = by_time[np.argsort(_short(tracks[by_time]), kind="stable")]
        by_id = np.argsort(columns.ids, kind="stable").astype(np.int32)
        by_rank = by_id[np.argsort(-_weight(columns)[by_id], kind="stable")]
        rank = np.empty(len(columns), np.int32)
        rank[by_rank] = np.arange(len(columns), dtype=np.int32)
        return cls(by_time, by_lane, by_id, rank, in_time)

    def filtered(self, shown: NDArray[np.bool_], rows: NDArray[np.intp]) -> Sorting:
        """The same of `rows`, which `shown` marks, numbered anew; ranks keep their gaps."""
        number = np.empty(len(shown), np.int32)
        number[rows] = np.arange(len(rows), dtype=np.int32)

        def kept(order: Positions) -> Positions:
            chosen: Positions = number.take(order.take(np.flatnonzero(shown.take(order))))
            return chosen

        in_time = np.arange(len(rows), dtype=np.int32) if self.in_time else kept(self.by_time)
        by_lane, by_id, rank = kept(self.by_lane), kept(self.by_id), self.rank.take(rows)
        return Sorting(in_time, by_lane, by_id, rank, self.in_time)


def anchors(columns: EventColumns) -> Ints:
    """Where each event stands in time: its first second, or its end where the start is open."""
    low = columns.start_earliest
    anchor: Ints = np.where(low > OPEN_PAST, low, columns.end_earliest)
    anchor[anchor >= OPEN_FUTURE] = 0
    return anchor


def _is_in_time(columns: EventColumns, anchor: Ints) -> bool:
    """Libraries hand their events over in time order, which is quicker to see than to sort."""
    steps, finer = np.diff(anchor), np.diff(columns.grain)
    return not ((steps < 0) | ((steps == 0) & (finer < 0))).any()


def _short(numbers: Positions) -> NDArray[np.int16] | Positions:
    """Numbers in 16 bits where they fit: numpy sorts those in linear time."""
    few = not len(numbers) or int(numbers.max()) < np.iinfo(np.int16).max
    return numbers.astype(np.int16) if few else numbers


def _weight(columns: EventColumns) -> NDArray[np.float64]:
    """What decides who gets a label: importance, and up to one more for a long event.

    A long one is a landmark, and says little as a dot at its start.
    """
    days = (columns.end_latest.astype(np.float64) - columns.start_earliest) / DAY
    bonus: NDArray[np.float64] = np.clip(np.log10(np.maximum(days, 1.0)) / 4, 0.0, 1.0)
    return columns.importance + bonus
