"""Events without a label: dots where there are few, clusters with a number, a density strip.

Bins lie at fixed places in time for each zoom level, so nothing wobbles while panning.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import numpy as np

from timeline_app.layout.bands import LanePlan
from timeline_app.layout.columns import OPEN_PAST, Ints, Mark
from timeline_app.layout.index import EventIndex, Lane
from timeline_app.layout.packing import Slot, level_of
from timeline_app.layout.shapes import Box, Density, Dot, Pill
from timeline_app.layout.style import Style
from timeline_app.layout.text import Measure, Type, count_words
from timeline_app.layout.viewport import Viewport

_BIN_SHIFT: Final = 6  # a bin is 64 to 128 pixels wide
_COLUMN_SHIFT: Final = 1  # a column of the density strip 2 to 4 pixels
_FEW: Final = 6
_DOT_GAP: Final = 11.0
_CROWDED: Final = 24  # events a bin, on average, from which a strip says more than numbers


@dataclass
class Marks:
    """What the lanes of a picture add up to."""

    dots: list[Dot] = field(default_factory=list)
    pills: list[Pill] = field(default_factory=list)
    densities: list[Density] = field(default_factory=list)


def lane_marks(
    marks: Marks,
    index: EventIndex,
    plan: LanePlan,
    slots: Sequence[Slot],
    view: Viewport,
    style: Style,
    measure: Measure,
    y: float,
) -> None:
    """Add to `marks` what one lane shows on its line of marks at `y`."""
    lane, level = plan.lane, level_of(view.seconds_per_px)
    crowd = lane.crowd_at(level + _BIN_SHIFT)
    if lane.count > _CROWDED * crowd.bins:
        marks.densities.append(_density(lane, level, view, style, y))
        return
    size = 2.0 ** (level + _BIN_SHIFT)
    edges = _edges(view, size)
    counts = lane.bars.counts(edges) + lane.cards.counts(edges)
    shown = _anchors(index, slots)
    counts -= np.histogram(shown, edges)[0]
    labelled = {slot.row for slot in slots}
    for at in np.flatnonzero(counts > 0):
        low, high = int(edges[at]), int(edges[at + 1])
        _bin(marks, index, lane, labelled, int(counts[at]), low, high, view, style, measure, y)


def _bin(
    marks: Marks,
    index: EventIndex,
    lane: Lane,
    labelled: set[int],
    count: int,
    low: int,
    high: int,
    view: Viewport,
    style: Style,
    measure: Measure,
    y: float,
) -> None:
    middle = y + style.marks / 2
    columns = index.columns
    inside = [track.range(low, high) for track in (lane.bars, lane.cards)]
    if sum(last - first for first, last in inside) <= 64:
        rows = [
            (int(track.anchor[place]), int(track.rows[place]))
            for track, (first, last) in zip((lane.bars, lane.cards), inside, strict=True)
            for place in range(first, last)
            if int(track.rows[place]) not in labelled
        ]
        rows.sort()
        times = [time for time, _ in rows]
        coarse = 2.0 ** level_of(view.seconds_per_px)
        apart = all(b - a >= _DOT_GAP * coarse for a, b in pairwise(times))
        if len(rows) == 1 or (len(rows) <= _FEW and apart):
            for time, row in rows:
                flags = Mark(int(columns.flags[row]))
                dot = Dot(
                    int(columns.ids[row]), view.x_of(time), middle, int(columns.source[row]), flags
                )
                marks.dots.append(dot)
            return
        centre = view.x_of(sum(times) // len(times)) if times else view.x_of((low + high) // 2)
        count, low, high = len(times), min(times, default=low), max(times, default=high) + 1
        sources = {int(columns.source[row]) for _, row in rows}
    else:
        centre, sources = view.x_of((low + high) // 2), set(lane.sources)
    text = count_words(count)
    width = max(measure.width(text, Type.COUNT) + 16, 28.0)
    size = 2.0 ** (level_of(view.seconds_per_px) + _BIN_SHIFT)
    start = view.x_of(math.floor(low / size) * int(size) if size >= 1 else low)
    end = start + size / view.seconds_per_px
    centre = min(max(centre, start + width / 2 + 1), end - width / 2 - 1)
    box = Box(centre - width / 2, middle - style.pill / 2, width, style.pill)
    source = next(iter(sources)) if len(sources) == 1 else None
    marks.pills.append(Pill(box, text, count, low, high, lane.number, source))


def _density(lane: Lane, level: int, view: Viewport, style: Style, y: float) -> Density:
    size = 2.0 ** (level + _COLUMN_SHIFT)
    edges = _edges(view, size)
    counts = lane.bars.counts(edges) + lane.cards.counts(edges)
    fullest = max(lane.crowd_at(level + _COLUMN_SHIFT).fullest, 1)
    heights = np.log1p(counts) / math.log1p(fullest)
    source = lane.sources[0] if len(lane.sources) == 1 else None
    box = Box(0.0, y + 2, view.width, style.marks - 4)
    return Density(
        box,
        view.x_of(int(edges[0])),
        size / view.seconds_per_px,
        np.minimum(heights, 1.0).astype(np.float32),
        lane.number,
        source,
    )


def _edges(view: Viewport, size: float) -> Ints:
    """Edges of the bins of `size` seconds that cover the view."""
    first, last = math.floor(view.first / size), math.ceil(view.last / size)
    return np.ceil(np.arange(first, last + 1, dtype=np.float64) * size).astype(np.int64)


def _anchors(index: EventIndex, slots: Sequence[Slot]) -> Ints:
    columns = index.columns
    rows = np.array([slot.row for slot in slots], np.int64)
    low = columns.start_earliest[rows]
    return np.where(low > OPEN_PAST, low, columns.end_earliest[rows])
