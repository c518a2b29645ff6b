"""The view that shows a range of time, with just the room that its last labels need."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from timeline_app.domain.calendars import DAY, OPEN_PAST
from timeline_app.layout.scene import SceneBuilder
from timeline_app.layout.viewport import Viewport

_SHORTEST: Final = 40 * DAY  # a few days would fill the width with one
_MARGIN: Final = 0.04
MOST_ROOM: Final = 0.15
"""Part of the width that may stay empty for labels; more would be empty time."""
_LEGIBLE: Final = 1.75
"""Narrow labels that the last events always have room for: less would be a word and an ellipsis."""
_NEVER_MORE: Final = 0.4
_LOOKED_AT: Final = 24


def fitting(
    builder: SceneBuilder, low: int, high: int, view: Viewport, most: float = MOST_ROOM
) -> Viewport:
    """A view of [low, high] seconds, as large as `view`, scrolled to the top.

    At the right there is room for the labels of the last events, at most a part `most` (0 to 1) of
    the width, but in a narrow view as much as a few words of them take.
    """
    if high - low < _SHORTEST:
        spare = (_SHORTEST - (high - low)) // 2
        low, high = low - spare, high + spare
    width = max(view.width, 1.0)
    most = max(most, min(_LEGIBLE * builder.style.narrow / width, _NEVER_MORE))
    room = _room(builder, low, high, width, most)
    return replace(view.fitted(low, high, _MARGIN, room), top=0.0)


def _room(builder: SceneBuilder, low: int, high: int, width: float, most: float) -> float:
    """Part of the width that must stay free at the right."""
    index = builder.index
    begun = int(index.counts(np.array([OPEN_PAST, high + 1]))[0])
    rows = index.order[max(begun - _LOOKED_AT, 0) : begun].tolist()
    builder.lettering.load(rows)
    share = 1.0 - 2 * _MARGIN
    for row in rows:
        bar = bool(index.is_bar[row])
        words = builder.lettering.chip(row) if bar else builder.lettering.card(row)
        at = (index.extent(row)[0] - low) / (high - low)
        if at > 0:
            free = 1.0 - _MARGIN - (words.width + builder.style.gap) / width
            share = min(share, free / at)
    return 1.0 - _MARGIN - max(share, 1.0 - _MARGIN - most)
