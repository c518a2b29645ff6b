"""The most important rows of any part of a sequence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import Positions

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
