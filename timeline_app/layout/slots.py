"""Places of labels, and the blocks and cells of time that they are put in."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

BLOCK_PX: Final = 1024
OPEN_PX: Final = 184
"""An open start or end is drawn this many pixels beyond what is known, fading."""
_CELL: Final = 4
_CELLS: Final = 2 * BLOCK_PX // _CELL


class Slot(NamedTuple):
    """A label's place: row of the columns, line of its track, seconds it covers, pixels wide.

    `rank` counts the events of its track that are more important. With an `open_start`, `low` is
    the first instant that is known, and the label begins before it.
    """

    row: int
    line: int
    low: int
    high: int
    width: float
    rank: int
    open_start: bool = False


class Widths(NamedTuple):
    """Pixels that labels take, gap included; the same for a row every time.

    `load` is told which rows will be asked for; none is narrower than `least`. `narrow` is for
    labels that are shortened to fit between others.
    """

    load: Callable[[Sequence[int]], None]
    width: Callable[[int], float]
    least: float
    narrow: Callable[[int], float] | None = None


def level_of(seconds_per_px: float) -> int:
    """The zoom level of a scale."""
    return math.ceil(math.log2(seconds_per_px) - 1e-9)


def overlapping(slots: Sequence[Slot], scale: float) -> bool:
    """True when two labels of one line overlap at `scale` seconds a pixel."""
    for line in {slot.line for slot in slots}:
        ordered = sorted(
            (slot for slot in slots if slot.line == line), key=lambda slot: begin(slot, scale)
        )
        if any(reach(a, scale) > begin(b, scale) for a, b in pairwise(ordered)):
            return True
    return False


def begin(slot: Slot, scale: float) -> float:
    """Second from which a label keeps its line taken, at `scale` seconds a pixel."""
    return slot.low - OPEN_PX * scale if slot.open_start else slot.low


def reach(slot: Slot, scale: float) -> float:
    """Second up to which a label keeps its line taken, at `scale` seconds a pixel."""
    return max(slot.high, begin(slot, scale) + slot.width * scale)


def touching(slots: Iterable[Slot], scale: float, start: int, end: int) -> list[Slot]:
    """The slots that take up a part of [start, end) seconds."""
    return [slot for slot in slots if begin(slot, scale) < end and reach(slot, scale) > start]


def block_seconds(level: int) -> float:
    """How long a block of a level is."""
    return BLOCK_PX * 2.0**level


def block_bounds(level: int, block: int) -> tuple[int, int]:
    """First second of a block and of the next."""
    length = block_seconds(level)
    return math.ceil(block * length), math.ceil((block + 1) * length)


def cells_of(slot: Slot, start: int, scale: float) -> int:
    """The cells of 4 px that a label covers of the two blocks from `start` on, as bits."""
    low = begin(slot, scale)
    first = max(0, math.floor((low - start) / scale / _CELL)) if low > start else 0
    last = min(_CELLS, math.ceil((reach(slot, scale) - start) / scale / _CELL))
    return (1 << last) - (1 << first) if last > first else 0
