"""Events as numpy columns: all that drawing needs, a row an event."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import IntFlag
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Positions = NDArray[np.int32]


class Mark(IntFlag):
    """What is special about an event, for its look."""

    INTERVAL = 1
    OPEN_START = 2
    OPEN_END = 4
    APPROXIMATE = 8
    UNCERTAIN = 16
    INFERRED = 32
    SAID = 64
    PLANNED = 128
    ALLEGED = 256
    DENIED = 512
    ONGOING = 1024
    BY_CONTEXT = 2048
    CONFLICT = 4096
    STARRED = 8192


_TYPES: Final = {
    "ids": np.int64,
    "start_earliest": np.int64,
    "start_latest": np.int64,
    "end_earliest": np.int64,
    "end_latest": np.int64,
    "grain": np.int8,
    "flags": np.uint16,
    "lane": np.int32,
    "source": np.int32,
    "importance": np.float32,
}


@dataclass(frozen=True, eq=False)
class EventColumns:
    """Columns of equal length, rows in any order.

    Times are seconds (see `domain.calendars`), OPEN_PAST and OPEN_FUTURE where an end is open.
    A moment has the same two bounds at its start and its end. `grain` holds `Grain` values,
    `flags` `Mark` values, `lane` and `source` count from 0; higher `importance` is labelled first.
    Raises ValueError when the columns differ in length.
    """

    ids: Ints
    start_earliest: Ints
    start_latest: Ints
    end_earliest: Ints
    end_latest: Ints
    grain: NDArray[np.int8]
    flags: NDArray[np.uint16]
    lane: Positions
    source: Positions
    importance: NDArray[np.float32]

    def __post_init__(self) -> None:
        """Bring every column to its type; a column that has it already is not copied."""
        for name, kind in _TYPES.items():
            column = np.ascontiguousarray(getattr(self, name), dtype=kind)
            object.__setattr__(self, name, column)
        if len({len(getattr(self, field.name)) for field in fields(self)}) > 1:
            msg = "columns of different lengths"
            raise ValueError(msg)

    def __len__(self) -> int:
        """Number of events."""
        return len(self.ids)

    def take(self, rows: NDArray[Any]) -> EventColumns:
        """The chosen rows (a mask or positions), in that order."""
        return EventColumns(**{name: getattr(self, name)[rows] for name in _TYPES})

    @classmethod
    def empty(cls) -> EventColumns:
        """No events."""
        return cls(**{name: np.empty(0, kind) for name, kind in _TYPES.items()})
