"""The orders in which events are looked up: by time, by importance, by lane, by id."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.domain.calendars import DAY
from timeline_app.layout.columns import OPEN_FUTURE, OPEN_PAST, EventColumns, Ints, Positions


@dataclass(frozen=True, eq=False)
class Sorting:
    """Rows in several orders, and the `rank` of every row by importance, the least first.

    `by_time` goes by anchor, then the finer grain first; `by_lane` by lane, in a lane bars before
    cards, and both by time.
    """

    by_time: Positions
    by_lane: Positions
    by_id: Positions
    rank: NDArray[np.int32]

    @classmethod
    def of(cls, columns: EventColumns, anchor: Ints, is_bar: NDArray[np.bool_]) -> Sorting:
        """Sort all: a third of a second for a million."""
        by_time = _by_time(columns, anchor)
        tracks = 2 * columns.lane + ~is_bar
        by_lane = by_time[np.argsort(_short(tracks[by_time]), kind="stable")]
        by_id = np.argsort(columns.ids, kind="stable").astype(np.int32)
        by_rank = by_id[np.argsort(-_weight(columns)[by_id], kind="stable")]
        rank = np.empty(len(columns), np.int32)
        rank[by_rank] = np.arange(len(columns), dtype=np.int32)
        return cls(by_time, by_lane, by_id, rank)

    def filtered(self, shown: NDArray[np.bool_], rows: NDArray[np.intp]) -> Sorting:
        """The same of `rows`, which `shown` marks, numbered anew; ranks keep their gaps."""
        number = np.full(len(shown), -1, np.int32)
        number[rows] = np.arange(len(rows), dtype=np.int32)

        def kept(order: Positions) -> Positions:
            renumbered = number[order]
            chosen: Positions = renumbered[renumbered >= 0]
            return chosen

        return Sorting(kept(self.by_time), kept(self.by_lane), kept(self.by_id), self.rank[rows])


def anchors(columns: EventColumns) -> Ints:
    """Where each event stands in time: its first second, or its end where the start is open."""
    low = columns.start_earliest
    anchor: Ints = np.where(low > OPEN_PAST, low, columns.end_earliest)
    anchor[anchor >= OPEN_FUTURE] = 0
    return anchor


def _by_time(columns: EventColumns, anchor: Ints) -> Positions:
    """Libraries hand their events over in this order, which is quicker to see than to sort."""
    steps, finer = np.diff(anchor), np.diff(columns.grain)
    if not ((steps < 0) | ((steps == 0) & (finer < 0))).any():
        return np.arange(len(columns), dtype=np.int32)
    return np.lexsort((columns.grain, anchor)).astype(np.int32)


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
