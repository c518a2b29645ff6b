"""From the events to sheets: each page of time lays out its own events, so nothing is cut off.

Lanes that don't fit on one page go on further ones; lanes too many for that become one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from timeline_app.domain.calendars import OPEN_PAST
from timeline_app.layout.calendar_names import CalendarNames
from timeline_app.layout.columns import EventColumns
from timeline_app.layout.index import EventIndex
from timeline_app.layout.scene import SceneBuilder
from timeline_app.layout.shapes import Cut, Item, Look, Scene
from timeline_app.layout.style import Style
from timeline_app.layout.text import Labels, Measure
from timeline_app.layout.ticks import Tick
from timeline_app.layout.viewport import Viewport
from timeline_app.ui.export.breaks import Span
from timeline_app.ui.export.material import Material

_LEFT: Final = 0.01
_LABEL_ROOM: Final = 1.0  # cards, to the right of the last event
_MOST_ROOM: Final = 0.3  # of the width
_MOST_PARTS: Final = 6  # pages one below the other, or heights that a picture may grow to
_GROWING: Final = 8
_OUTSIDE: Final = 60.0
_EDGE: Final = 10.0  # pixels that stay free at the right
_CARD_LINES: Final = 40
_BAR_LINES: Final = 24

Progress = Callable[[int, int], None]
"""Told how many steps of how many are done; may raise CancelledError."""


class CancelledError(Exception):
    """The user has called the export off."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """What timelines are laid out with: `width` and least `height` in pixels.

    Where the lanes need more than `height`, pictures grow (`grows`), and pages become more.
    """

    width: float
    height: float
    grows: bool
    style: Style
    measure: Measure
    names: CalendarNames


class Sheet:
    """A page or a picture: a stretch of time, and the events that are drawn there."""

    def __init__(
        self,
        span: Span,
        columns: EventColumns,
        labels: Labels,
        lane_names: Sequence[str],
        drafting: Drafting,
        continues: tuple[bool, bool],
    ) -> None:
        """`columns` are the events of this sheet alone.

        `continues`: whether there are earlier and later events than this sheet's on others, or
        outside the exported part.
        """
        self.span = span
        self._continues = continues
        self.columns = columns
        self._drafting = drafting
        # Paper has room for more lines in a lane than a window, and nothing on it can be folded.
        style = replace(
            drafting.style, max_card_lines=_CARD_LINES, max_bar_lines=_BAR_LINES, fold=0.0
        )
        self._room = min(_LABEL_ROOM * style.max_card, _MOST_ROOM * drafting.width)
        index = EventIndex.build(columns)
        # An open end reaches to the end of the sheet at least.
        index.low, index.high = min(index.low, span[0]), max(index.high, span[1])
        self.builder = SceneBuilder(
            index,
            style,
            drafting.measure,
            labels,
            lane_names,
            drafting.names,
        )

    def scene(self, height: float) -> Scene:
        """The picture, `height` pixels high; higher where it grows with its lanes."""
        if self._drafting.grows:
            height = self.needed(height)
        width, (low, high) = self._drafting.width, self.span
        view = Viewport(0, 0.0, 1.0, width, height).fitted(low, high, _LEFT, self._room / width)
        return self._on_paper(self.builder.scene(view), view.x_of(high))

    def needed(self, height: float) -> float:
        """Pixels that all lanes take where there are at least `height`."""
        for _ in range(_GROWING):
            content = math.ceil(self.builder.content_height(height))
            if content <= height + 1:
                break
            height = content
        return height

    def _on_paper(self, scene: Scene, end: float) -> Scene:
        """A scene whose calendar stops at `end` pixels: what comes later is on another page."""
        axis, width = scene.axis, scene.viewport.width
        return replace(
            scene,
            axis=replace(
                axis,
                coarse=tuple(_fitting(axis.coarse, end, width)),
                fine=tuple(_fitting(axis.fine, end, width)),
            ),
            weekends=tuple((x, min(stop, end)) for x, stop in scene.weekends if x < end),
            items=tuple(self._going_on(self._kept(item, scene), width) for item in scene.items),
        )

    def _kept(self, item: Item, scene: Scene) -> Item:
        """An item with its words on the sheet, where they would slide out at the left on a screen.

        They may reach beyond the end of what they name, as far as nothing else is on the line.
        """
        if item.cut is not Cut.LEFT or item.look is Look.CARD:
            return item
        row, style = self.builder.index.row_of(item.id), scene.style
        assert row is not None, "an item is an event of its sheet"
        later = [
            min(other.label.x, other.body.x)
            for other in scene.items
            if other.label.y == item.label.y and other.body.x >= item.body.right
        ]
        x, end = style.inset - style.chip_pad, min([*later, scene.viewport.width - _EDGE])
        words = self.builder.lettering.chip_within(row, min(end - x - style.gap, style.widest))
        label = replace(item.label, x=x, width=words.width)
        return replace(item, title=words.title, date=words.date, label=label, cut=Cut.NONE)

    def _going_on(self, item: Item, width: float) -> Item:
        """An item that runs over the sheet's edge where other pages show the rest of it."""
        if item.cut is Cut.RIGHT:
            item = self._inside(item, width)
        if item.look is Look.CARD:
            return item
        low, high = self._extent(item.id)
        before = self._continues[0] and OPEN_PAST < low < self.span[0]
        after = self._continues[1] and high > self.span[1]
        body, core_start, core_end = item.body, item.core_start, item.core_end
        left = -_OUTSIDE if before else body.x
        right = width + _OUTSIDE if after else body.right
        if core_end > core_start:
            core_start = left if before and core_start <= body.x else core_start
            core_end = right if after and core_end >= body.right else core_end
        return replace(
            item,
            body=replace(body, x=left, width=right - left),
            core_start=core_start,
            core_end=core_end,
            fade_start=0.0 if before else item.fade_start,
            fade_end=0.0 if after else item.fade_end,
        )

    def _inside(self, item: Item, width: float) -> Item:
        """An item whose words end a little before the sheet's edge: nothing slides in there."""
        row = self.builder.index.row_of(item.id)
        assert row is not None, "an item is an event of its sheet"
        lettering = self.builder.lettering
        within = lettering.card_within if item.look is Look.CARD else lettering.chip_within
        words = within(row, width - _EDGE - item.label.x)
        label = replace(item.label, width=words.width)
        return replace(item, title=words.title, date=words.date, label=label, cut=Cut.NONE)

    def _extent(self, event_id: int) -> Span:
        row = self.builder.index.row_of(event_id)
        assert row is not None, "an item is an event of its sheet"
        columns = self.columns
        return int(columns.start_earliest[row]), int(columns.end_latest[row])


def make_sheets(
    material: Material, spans: Sequence[Span], drafting: Drafting, progress: Progress
) -> list[Sheet]:
    """The sheets of all `spans`, in order; takes seconds where there are a million events."""
    sheets: list[Sheet] = []
    for n, span in enumerate(spans):
        progress(n, len(spans))
        columns = events_within(material.index, span, first=n == 0)
        sheets += _sheets_of(span, columns, material, drafting)
    return sheets


def events_within(index: EventIndex, span: Span, *, first: bool) -> EventColumns:
    """The events that belong on the page of `span`: what begins there, and what lasts there.

    A day is on one page only, that of its start; the `first` page also has what is under way.
    An event without a start is where its end is.
    """
    columns, (low, high) = index.columns, span
    start = columns.start_earliest
    start = np.where(start > OPEN_PAST, start, columns.end_earliest)
    touching = (start < high) & (columns.end_latest > low)
    begins = (start >= low) & (start < high)
    return columns.take(begins | (touching if first else touching & index.is_bar))


def _sheets_of(
    span: Span, columns: EventColumns, material: Material, drafting: Drafting
) -> Iterator[Sheet]:
    """One sheet, or several with some of the lanes each."""
    continues = material.index.low < span[0], material.index.high > span[1]

    def sheet(part: EventColumns, names: Sequence[str] = material.lane_names) -> Sheet:
        return Sheet(span, part, material.labels, names, drafting, continues)

    whole, height = sheet(columns), drafting.height
    if whole.needed(height) <= (height * _MOST_PARTS if drafting.grows else height + 1):
        yield whole
        return
    groups = [] if drafting.grows else _groups(whole, height)
    if not 0 < len(groups) <= _MOST_PARTS:
        yield sheet(replace(columns, lane=np.zeros(len(columns), np.int32)), ())
        return
    for group in groups:
        yield sheet(columns.take(np.isin(columns.lane, group)))


def _groups(sheet: Sheet, height: float) -> list[list[int]]:
    """Numbers of neighbouring lanes that fit on a page together."""
    groups: list[list[int]] = [[]]
    room = height - sheet.builder.plans(height)[0].top
    left = room
    for plan in sheet.builder.plans(height):
        if plan.height > left and groups[-1]:
            groups.append([])
            left = room
        groups[-1].append(plan.lane.number)
        left -= plan.height
    return groups


def _fitting(ticks: Sequence[Tick], end: float, width: float) -> Iterator[Tick]:
    for tick in ticks:
        if tick.x <= end + 1:
            fits = tick.label_x >= 0 and tick.label_x + tick.width <= width
            yield tick if fits else replace(tick, label="", width=0.0)
