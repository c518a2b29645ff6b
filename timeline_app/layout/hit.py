"""What lies under a point of the picture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from timeline_app.layout.shapes import Pill, Scene


class Part(Enum):
    """What a point of the picture belongs to."""

    EVENT = "event"
    CLUSTER = "cluster"
    AXIS = "axis"
    LANE = "lane"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under a point; `lane` is -1 outside all lanes."""

    part: Part
    event_id: int | None = None
    pill: Pill | None = None
    lane: int = -1


def hit_test(scene: Scene, x: float, y: float) -> Hit:
    """What lies at (x, y), the topmost first."""
    if y < scene.style.axis:
        return Hit(Part.AXIS)
    band = next((band for band in scene.lanes if band.box.y <= y < band.box.bottom), None)
    if band is None:
        return Hit(Part.EMPTY)
    for item in scene.items:
        if item.label.holds(x, y):
            return Hit(Part.EVENT, item.id, lane=band.number)
    for pill in scene.pills:
        if pill.box.holds(x, y, 2.0):
            return Hit(Part.CLUSTER, pill=pill, lane=band.number)
    near = [(abs(dot.x - x), dot.id) for dot in scene.dots if abs(dot.y - y) <= 9]
    if near and min(near)[0] <= 7:
        return Hit(Part.EVENT, min(near)[1], lane=band.number)
    for item in scene.items:
        if item.body.holds(x, y, 1.0):
            return Hit(Part.EVENT, item.id, lane=band.number)
    return Hit(Part.LANE if band.label.holds(x, y) else Part.EMPTY, lane=band.number)
