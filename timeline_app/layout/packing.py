"""Which labels of a track are shown at a zoom, and on which line each of them stands.

Zoom levels are powers of two: at level k a pixel is at most 2**k seconds. What is shown at a level
is everything shown at the level above it, on the same line, and then, most important first, what
fits between. Zooming in only ever spreads events apart, so nothing has to move. Time is cut into
blocks of 1024 pixels of a level; a block depends on the blocks above it and beside it, not on the
view, so lines stay as they are while panning, and zooming in and out again is the identity.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from timeline_app.domain.calendars import OPEN_PAST
from timeline_app.layout.budget import Budget, OutOfTimeError
from timeline_app.layout.slots import (
    BLOCK_PX,
    OPEN_PX,
    Slot,
    Widths,
    begin,
    block_bounds,
    block_seconds,
    cells_of,
    reach,
    touching,
)
from timeline_app.layout.top_table import TOP
from timeline_app.layout.tracks import Track

_TILE_PX: Final = 128
_ROOT_PX: Final = 512
_ALL: Final = 64
_COMPACT: Final = 400
_CACHE: Final = 40_000
_FETCHED: Final = 16  # labels at once: most of those further down the order find no room


class Packing:
    """Label places of one track on `lines` lines; blocks are worked out when first asked for."""

    def __init__(self, track: Track, lines: int, widths: Widths, span: int | None = None) -> None:
        """`span` is how many seconds all tracks together cover; the track's own without it."""
        self._track = track
        self._widths = widths
        self.lines = lines
        self.settled = True  # the last answer of `visible` was complete
        self._origin = int(track.anchor[0]) if len(track) else 0
        own = int(track.anchor[-1]) - self._origin if len(track) else 0
        covered = max(own, span or 0, 1)
        self._root_level = max(-9, math.ceil(math.log2(covered / _ROOT_PX)))
        self._budget = Budget()
        self._present: dict[tuple[int, int], tuple[Slot, ...]] = {}
        self._added: dict[tuple[int, int], tuple[Slot, ...]] = {}
        self._outer: dict[int, tuple[Slot, ...]] = {}

    @property
    def always_labelled(self) -> bool:
        """True when every event has its label at every zoom: a line of its own."""
        lines = {slot.line for slot in self._root()}
        return len(lines) == len(self._track)

    @property
    def lines_used(self) -> int:
        """Lines that are ever used: fewer than allowed when everything fits."""
        if len(self._root()) < len(self._track):
            return self.lines
        return max((slot.line + 1 for slot in self._root()), default=0)

    def visible(self, level: int, start: int, end: int, budget: Budget | None = None) -> list[Slot]:
        """The labels of a level that touch [start, end) seconds, each once, in no set order.

        When `budget` runs out, parts of the range show what the levels above it show.
        """
        self._budget = budget or Budget()
        self.settled = True
        if not len(self._track) or not self.lines:
            return []
        if self._root_level not in self._outer and self._budget.over:
            self.settled = False
            return []
        if len(self._present) > _CACHE:
            self._present.clear()
            self._added.clear()
        if level >= self._root_level:
            return list(touching(self._above_root(level), 2.0**level, start, end))
        length = block_seconds(level)
        found: dict[int, Slot] = {}
        for block in range(math.floor(start / length), math.floor((end - 1) / length) + 1):
            for slot in self._known_at(level, block):
                found[slot.row] = slot
        return list(touching(found.values(), 2.0**level, start, end))

    def _known_at(self, level: int, block: int) -> tuple[Slot, ...]:
        """What is shown at a level in a block, or as much of it as there is time for."""
        while level < self._root_level:
            try:
                return self._at(level, block)
            except OutOfTimeError:
                self.settled = False
                level, block = level + 1, block >> 1
        return self._above_root(level)

    def _at(self, level: int, block: int) -> tuple[Slot, ...]:
        """Everything shown at a level that touches a block."""
        if level >= self._root_level:
            return tuple(touching(self._above_root(level), 2.0**level, *block_bounds(level, block)))
        known = self._present.get((level, block))
        if known is None:
            reaching = touching(
                self._new(level, block - 1), 2.0**level, *block_bounds(level, block)
            )
            known = (*self._inherited(level, block), *reaching, *self._new(level, block))
            self._present[level, block] = known
        return known

    def _inherited(self, level: int, block: int) -> tuple[Slot, ...]:
        above = self._at(level + 1, block >> 1)
        return tuple(touching(above, 2.0**level, *block_bounds(level, block)))

    def _new(self, level: int, block: int) -> tuple[Slot, ...]:
        """Labels that a level adds, anchored in a block.

        Even blocks are filled first, odd ones between them: a label reaches into the next block
        at most, so two even ones can't meet.
        """
        known = self._added.get((level, block))
        if known is not None:
            return known
        start, end = block_bounds(level, block)
        first, last = self._track.range(start, end)
        added: tuple[Slot, ...] = ()
        if first < last:
            self._budget.check()
            taken = [*self._inherited(level, block)]
            if len(taken) < last - first or self._unplaced(first, last, taken):
                taken += self._inherited(level, block + 1)
                if block % 2:
                    taken += self._new(level, block - 1)
                    taken += self._new(level, block + 1)
                places = self._candidates(first, last, level, {slot.row for slot in taken})
                few = last - first <= _ALL
                added = self._fill(places, taken, start, 2.0**level, shorten=few)
        self._added[level, block] = added
        return added

    def _unplaced(self, first: int, last: int, taken: Sequence[Slot]) -> bool:
        rows = {slot.row for slot in taken}
        return any(int(row) not in rows for row in self._track.rows[first:last])

    def _candidates(self, first: int, last: int, level: int, taken: set[int]) -> list[int]:
        """Places that may get a label, most important first: some of every tile."""
        track = self._track
        if last - first <= _ALL:
            tiles = [(first, last)]
        else:
            length = _TILE_PX * 2.0**level
            low = math.floor(int(track.anchor[first]) / length)
            high = math.floor(int(track.anchor[last - 1]) / length) + 1
            cuts = [
                track.range(math.ceil(tile * length), math.ceil((tile + 1) * length))
                for tile in range(low, high)
            ]
            tiles = [(a, b) for a, b in cuts if a < b]
        count = _ALL if len(tiles) == 1 and last - first <= _ALL else min(2 * self.lines + 4, TOP)
        best = [[int(place) for place in track.best(a, b, count)] for a, b in tiles]
        free = [place for tile in best for place in tile if int(track.rows[place]) not in taken]
        return sorted(free, key=track.rank_of) if len(tiles) > 1 else free

    def _fill(
        self,
        places: Sequence[int],
        taken: Sequence[Slot],
        start: int,
        scale: float,
        root: bool = False,
        shorten: bool = False,
    ) -> tuple[Slot, ...]:
        """Put events on free lines, in the order given; those that find no room are left out.

        With `shorten`, a label that finds none is made narrow first.
        """
        lines = [0] * self.lines
        for slot in taken:
            lines[slot.line] |= cells_of(slot, start, scale)
        added: list[Slot] = []
        possible: list[Slot] = []
        for place in places:
            slot = self._slot(place)
            # A bar longer than a block got its chance at the levels where it was short; an open
            # start that reaches into the block before gets one where it doesn't.
            before = begin(slot, scale) < start and slot.open_start
            if not root and (before or slot.high - slot.low > BLOCK_PX * scale):
                continue
            cells = cells_of(slot, start, scale)
            if not all(line & cells for line in lines):
                possible.append(slot)
        known = 0
        for at, slot in enumerate(possible):
            cells = cells_of(slot, start, scale)
            if all(line & cells for line in lines):
                continue  # not even the narrowest label fits any more: no need to measure this one
            if at >= known:
                known = at + _FETCHED
                self._widths.load([each.row for each in possible[at:known]])
            for width in self._widths_of(slot.row, shorten):
                slot = slot._replace(width=width)
                cells = cells_of(slot, start, scale)
                line = next((n for n, taken in enumerate(lines) if not taken & cells), None)
                if line is not None:
                    lines[line] |= cells
                    added.append(slot._replace(line=line))
                    break
        return tuple(added)

    def _widths_of(self, row: int, shorten: bool) -> Iterator[float]:
        """How wide a label may be, what it would like first."""
        width = self._widths.width(row)
        yield width
        if shorten and self._widths.narrow and (narrow := self._widths.narrow(row)) < width:
            yield narrow

    def _slot(self, place: int) -> Slot:
        """An event's slot on the first line, as narrow as a label can be."""
        track = self._track
        low, high = int(track.low[place]), int(track.high[place])
        row, rank, least = int(track.rows[place]), track.rank_of(place), self._widths.least
        if low > OPEN_PAST:
            return Slot(row, 0, low, high, least, rank)
        return Slot(row, 0, int(track.anchor[place]), high, least, rank, open_start=True)

    def _root(self) -> tuple[Slot, ...]:
        return self._above_root(self._root_level)

    def _above_root(self, level: int) -> tuple[Slot, ...]:
        known = self._outer.get(level)
        if known is None:
            if level == self._root_level:
                known = self._pack_root()
            else:
                known = self._thinned(self._above_root(level - 1), 2.0**level)
            self._outer[level] = known
        return known

    def _pack_root(self) -> tuple[Slot, ...]:
        """The level that shows everything at once: the most important, then compacted in time."""
        count = len(self._track)
        if not count or not self.lines:
            return ()
        scale = 2.0**self._root_level
        start = self._origin - math.ceil(OPEN_PX * scale)
        if count <= _COMPACT:
            in_time = self._fill(range(count), (), start, scale, root=True)
            if len(in_time) == count:
                return in_time
        places = self._candidates(0, count, self._root_level, set())
        few = count <= _ALL
        chosen = self._fill(places, (), start, scale, root=True, shorten=few)
        place_of = {int(self._track.rows[place]): place for place in places}
        ordered = sorted(place_of[slot.row] for slot in chosen)
        compact = self._fill(ordered, (), start, scale, root=True, shorten=few)
        return compact if len(compact) == len(chosen) else chosen

    def _thinned(self, slots: Sequence[Slot], scale: float) -> tuple[Slot, ...]:
        """What is left further out, where labels come closer: the most important of each line."""
        kept: dict[int, list[Slot]] = {}
        for slot in sorted(slots, key=lambda each: each.rank):
            line = kept.setdefault(slot.line, [])
            low, high = begin(slot, scale), reach(slot, scale)
            if all(begin(o, scale) >= high or reach(o, scale) <= low for o in line):
                line.append(slot)
        return tuple(slot for line in kept.values() for slot in line)
