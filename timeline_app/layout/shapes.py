"""A picture of the timeline as plain data: everything the painter needs, nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.style import Style
from timeline_app.layout.ticks import Axis
from timeline_app.layout.viewport import Viewport


class Cut(Enum):
    """Where the view's edge cuts a label off."""

    NONE = "none"
    LEFT = "left"
    RIGHT = "right"


class Look(Enum):
    """How an event is drawn; each has a line in the legend."""

    CARD = "card"
    SPAN = "span"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """First pixel to its right."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """First pixel below."""
        return self.y + self.height

    def holds(self, x: float, y: float, slack: float = 0.0) -> bool:
        """True when a point lies inside, or within `slack` pixels of it."""
        return (
            self.x - slack <= x < self.right + slack and self.y - slack <= y < self.bottom + slack
        )

    def overlaps(self, other: Box) -> bool:
        """True when both share more than an edge."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Item:
    """An event that has its label.

    `flags` are `Mark`s. `label` is the text's box, `body` the event's stretch of time, cut to a
    little beyond the view; both lie on one line. [core_start, core_end] is the part of the body
    that is certain (empty for a moment). `fade_start` and `fade_end` are the pixels over which an
    open end fades. `cut` says on which side the view's edge
    shortened the label.
    """

    id: int
    look: Look
    flags: int
    source: int
    label: Box
    body: Box
    core_start: float
    core_end: float
    title: str
    date: str
    fade_start: float = 0.0
    fade_end: float = 0.0
    cut: Cut = Cut.NONE


@dataclass(frozen=True, slots=True)
class Dot:
    """An event without room for its label, at its place in time."""

    id: int
    x: float
    y: float
    source: int
    flags: int


@dataclass(frozen=True, slots=True)
class Pill:
    """Several events without labels of their own: how many, and the time [low, high) they cover.

    They begin too close to each other to tell apart, or, when `lasting`, before the view.
    """

    box: Box
    text: str
    count: int
    low: int
    high: int
    lane: int
    source: int | None
    lasting: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """Heights (0 to 1) of columns `step` pixels wide from `x` on, standing on the box's floor."""

    box: Box
    x: float
    step: float
    heights: NDArray[np.float32]
    lane: int
    source: int | None


@dataclass(frozen=True, slots=True)
class LaneBand:
    """One lane's part of the picture; `label` is where `words` stand, its name and count.

    A lane without a name has no words and no header.
    """

    number: int
    name: str
    words: str
    count: int
    box: Box
    label: Box
    collapsed: bool = False


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Events that stand out: selected, the one of them that is read, the one under the mouse.

    `rings` are the clusters that hold a selected event without a label of its own.
    """

    selected: frozenset[int] = frozenset()
    primary: int | None = None
    hovered: int | None = None
    focus: bool = False
    rings: tuple[Box, ...] = ()

    def lifts(self, event_id: int) -> bool:
        """True for an event that stands out."""
        return event_id in self.selected or event_id in (self.primary, self.hovered)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A picture of `viewport`; `content` is the height of all lanes, seen or not;
    `now` is the second that marks today;
    not `settled` means that there was no time for all labels yet."""

    viewport: Viewport
    style: Style
    axis: Axis
    weekends: tuple[tuple[float, float], ...]
    now: int | None
    lanes: tuple[LaneBand, ...]
    items: tuple[Item, ...]
    dots: tuple[Dot, ...]
    pills: tuple[Pill, ...]
    densities: tuple[Density, ...]
    content: float
    settled: bool = True
    emphasis: Emphasis = field(default_factory=Emphasis)

    @property
    def today(self) -> float | None:
        """Pixel of `now`, None where it isn't told."""
        return None if self.now is None else self.viewport.x_of(self.now)

    @property
    def marks(self) -> tuple[Dot | Pill, ...]:
        """What stands for events without a label."""
        return (*self.dots, *self.pills)

    def with_emphasis(self, emphasis: Emphasis) -> Scene:
        """The same picture with other events standing out."""
        return replace(self, emphasis=emphasis)

    def item(self, event_id: int) -> Item | Dot | None:
        """Where an event is drawn on its own, None when it isn't."""
        for item in self.items:
            if item.id == event_id:
                return item
        return next((dot for dot in self.dots if dot.id == event_id), None)
