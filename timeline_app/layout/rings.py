"""Where events that stand out are found when they have neither a label nor a dot of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from timeline_app.layout.index import EventIndex
from timeline_app.layout.shapes import Box, Scene

_MOST: Final = 200
_COLUMN: Final = 8.0  # a ring's width on a density strip


def rings(scene: Scene, index: EventIndex, ids: Iterable[int]) -> tuple[Box, ...]:
    """Boxes in pixels around the clusters, or places on a density strip, that hold `ids`.

    Events that the scene draws on their own, or that lie outside the view, get none.
    """
    drawn = {item.id for item in scene.items} | {dot.id for dot in scene.dots}
    hidden = islice((each for each in ids if each not in drawn), _MOST)
    return tuple(dict.fromkeys(box for each in hidden for box in _around(scene, index, each)))


def _around(scene: Scene, index: EventIndex, event_id: int) -> Iterator[Box]:
    row = index.row_of(event_id)
    if row is None:
        return
    lane = int(index.columns.lane[row])
    low, high = index.extent(row)
    for pill in scene.pills:
        held = low < pill.low < high if pill.lasting else pill.low <= low < pill.high
        if pill.lane == lane and held:
            yield pill.box
            return
    x = scene.viewport.x_of(low)
    for density in scene.densities:
        if density.lane == lane and 0 <= x <= scene.viewport.width:
            box = density.box
            yield Box(x - _COLUMN / 2, box.y, _COLUMN, box.height)
