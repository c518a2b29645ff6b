"""The nearest view that shows an event: panned, scrolled, and zoomed only where it must be."""

from __future__ import annotations

from typing import Final

from timeline_app.layout.bands import LanePlan
from timeline_app.layout.scene import SceneBuilder
from timeline_app.layout.slots import level_of
from timeline_app.layout.viewport import Viewport

_FINEST: Final = -9
_COMFORT: Final = (0.1, 0.7)  # part of the width where an event may stand after zooming
_PLACE: Final = 0.3


def revealing(builder: SceneBuilder, row: int, view: Viewport) -> Viewport:
    """`view`, moved no more than it takes to see the event of `row` with its label or as a dot.

    Events of the same instant can't be parted: then their cluster is shown.
    """
    index = builder.index
    low, high = index.extent(row)
    if not index.is_bar[row]:  # its card begins at its start
        high = low + max(int(builder.lettering.card(row).width * view.seconds_per_px), 1)
    view = view.revealed(low, high)
    lane = int(index.columns.lane[row])
    plan = next(plan for plan in builder.plans(view.height) if plan.lane.number == lane)
    level = start = level_of(view.seconds_per_px)
    while level > _FINEST and not _alone(plan, row, low, level):
        level -= 1
    if level < start:
        x = min(max(view.x_of(low), 0.0), view.width)
        view = view.zoomed_at(x, view.seconds_per_px / 2.0**level)
        if not _COMFORT[0] * view.width <= view.x_of(low) <= _COMFORT[1] * view.width:
            view = view.panned(view.x_of(low) - _PLACE * view.width)
    top, bottom = _lines(plan, row, low, level)
    content = builder.content_height(view.height)
    scrolled = max(view.top, bottom - view.height)
    return view.scrolled_to(min(scrolled, top - builder.style.axis), content)


def _alone(plan: LanePlan, row: int, seconds: int, level: int) -> bool:
    """True when a level shows the event apart from others, or when no level ever will."""
    if _line_of(plan, row, seconds, level) is not None:
        return True
    start, end = plan.marks.bin_at(level, seconds)
    slots = [*plan.bars.visible(level, start, end), *plan.cards.visible(level, start, end)]
    return plan.marks.parts(level, seconds, {slot.row for slot in slots})


def _line_of(plan: LanePlan, row: int, seconds: int, level: int) -> float | None:
    """Top of the line on which the event has its label, in pixels of the content."""
    for slot in plan.bars.visible(level, seconds, seconds + 1):
        if slot.row == row:
            return plan.top + plan.bar_top(slot.line)
    for slot in plan.cards.visible(level, seconds, seconds + 1):
        if slot.row == row:
            return plan.top + plan.card_top(slot.line)
    return None


def _lines(plan: LanePlan, row: int, seconds: int, level: int) -> tuple[float, float]:
    """Top and bottom of what must be seen, in pixels of the content."""
    line = _line_of(plan, row, seconds, level)
    if line is None:
        return plan.top + plan.marks_top, plan.bottom
    return line, line + plan.style.card_line
