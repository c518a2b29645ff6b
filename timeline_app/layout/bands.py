"""How lanes share the height: as many lines each as it can use, the view filled evenly.

Depends on the events and on the height alone, so nothing moves up or down while time is panned or
zoomed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from timeline_app.layout.index import EventIndex
from timeline_app.layout.lettering import Lettering
from timeline_app.layout.marks import LaneMarks
from timeline_app.layout.packing import Packing
from timeline_app.layout.slots import Widths
from timeline_app.layout.style import Style
from timeline_app.layout.text import Measure
from timeline_app.layout.tracks import Lane

_SCROLLED_BARS: Final = 2
_SCROLLED_CARDS: Final = 2
_MAX_SLACK: Final = 40.0
_LOOKED_AT: Final = 40  # lanes, up to which each is looked at for the lines that it can use


@dataclass(frozen=True, eq=False)
class _Making:
    """What all lanes of a plan have in common."""

    index: EventIndex
    style: Style
    measure: Measure
    chips: Widths
    cards: Widths

    @property
    def span(self) -> int:
        """Seconds that all events cover."""
        return self.index.high - self.index.low

    @property
    def many(self) -> bool:
        """True when the lanes must be scrolled anyway, so that each gets the least."""
        return len(self.index.lanes) > _LOOKED_AT


@dataclass(eq=False)
class LanePlan:
    """A lane's place: `top` and `height` in pixels of the content, and its lines.

    Labels and marks are worked out for the lanes that come into view.
    """

    lane: Lane
    name: str
    bar_lines: int
    card_lines: int
    making: _Making
    collapsed: bool = False
    top: float = 0.0
    height: float = 0.0

    @property
    def style(self) -> Style:
        """Sizes in pixels."""
        return self.making.style

    @cached_property
    def bars(self) -> Packing:
        """Labels of the bars."""
        return Packing(self.lane.bars, self.bar_lines, self.making.chips, self.making.span)

    @cached_property
    def cards(self) -> Packing:
        """The cards."""
        return Packing(self.lane.cards, self.card_lines, self.making.cards, self.making.span)

    @cached_property
    def has_marks(self) -> bool:
        """True when there is a line for what has no label at some zoom."""
        return self.making.many or not (self.bars.always_labelled and self.cards.always_labelled)

    @cached_property
    def marks(self) -> LaneMarks:
        """What stands for events without a label."""
        return LaneMarks(self.making.index, self.lane, self.style, self.making.measure)

    @property
    def bottom(self) -> float:
        """First pixel below the lane."""
        return self.top + self.height

    @property
    def _first(self) -> float:
        return self.style.lane_header if self.name else self.style.lane_pad

    def bar_top(self, line: int) -> float:
        """Top of a line of bars, in pixels from the lane's top."""
        return self._first + line * self.style.bar_line

    def card_top(self, line: int) -> float:
        """Top of a line of cards."""
        bars = self.bar_lines * self.style.bar_line
        return self._first + bars + line * self.style.card_line

    @property
    def marks_top(self) -> float:
        """Top of the line of dots and clusters."""
        return self.card_top(self.card_lines)

    @property
    def needed(self) -> float:
        """Pixels that the lines take."""
        has_marks = self.making.many or self.has_marks  # the first is quicker to know
        marks = self.style.marks if has_marks else 0.0
        return self.marks_top + marks + self.style.lane_pad


def plan_lanes(
    index: EventIndex,
    style: Style,
    lettering: Lettering,
    measure: Measure,
    names: Sequence[str],
    height: float,
    collapsed: Collection[int] = (),
) -> tuple[LanePlan, ...]:
    """The lanes from top to bottom in a view `height` pixels high.

    `collapsed` are numbers of lanes that show dots and clusters only.
    """
    lanes, least = index.lanes, style.min_label + style.gap
    making = _Making(
        index,
        style,
        measure,
        Widths(lettering.load, lettering.chip_width, least, lettering.narrow_chip),
        Widths(lettering.load, lettering.card_width, least, lettering.narrow_card),
    )

    def wanted(lane: Lane) -> tuple[int, int]:
        if lane.number in collapsed:
            return 0, 0
        if making.many:
            return min(len(lane.bars), _SCROLLED_BARS), min(len(lane.cards), _SCROLLED_CARDS)
        plan = LanePlan(lane, "", style.max_bar_lines, style.max_card_lines, making)
        return plan.bars.lines_used, plan.cards.lines_used

    titles = [names[lane.number] if lane.number < len(names) else "" for lane in lanes]
    lines = _share(
        [wanted(lane) for lane in lanes],
        [bool(title) for title in titles],
        style,
        height - style.axis,
    )
    plans = [
        LanePlan(lane, title, bars, cards, making, lane.number in collapsed)
        for lane, title, (bars, cards) in zip(lanes, titles, lines, strict=True)
    ]
    _stack(plans, style.axis, height)
    return tuple(plans)


def _share(
    wanted: Sequence[tuple[int, int]], named: Sequence[bool], style: Style, room: float
) -> list[tuple[int, int]]:
    """Lines of bars and of cards for each lane: a few for all, then in turn while they fit."""
    fixed = sum(
        style.lane_pad + style.marks + (style.lane_header if name else style.lane_pad)
        for name in named
    )

    def least(bars: int, cards: int) -> list[list[int]]:
        return [[min(want[0], bars), min(want[1], cards)] for want in wanted]

    def height(given: Sequence[Sequence[int]]) -> float:
        return fixed + sum(b * style.bar_line + c * style.card_line for b, c in given)

    given = least(1, 1)
    if height(given) > room:  # they must be scrolled anyway
        given = least(_SCROLLED_BARS, _SCROLLED_CARDS)
    used = height(given)
    growing = True
    while growing:
        growing = False
        for lines, want in zip(given, wanted, strict=True):
            for kind, cost in ((1, style.card_line), (0, style.bar_line)):
                if lines[kind] < want[kind] and used + cost <= room:
                    lines[kind] += 1
                    used += cost
                    growing = True
    return [(bars, cards) for bars, cards in given]


def _stack(plans: Sequence[LanePlan], top: float, height: float) -> None:
    """Place the lanes one below the other; spare height is spread over them."""
    needed = [plan.needed for plan in plans]
    spare = max(height - top - sum(needed), 0.0)
    unfolded = sum(not plan.collapsed for plan in plans)
    slack = min(spare / unfolded, _MAX_SLACK) if unfolded else 0.0
    for plan, own in zip(plans, needed, strict=True):
        plan.top = top
        plan.height = own + slack * (not plan.collapsed)
        top = plan.bottom
