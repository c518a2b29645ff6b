"""From a view to a picture: `build_scene`, and `SceneBuilder` which remembers between pictures."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from timeline_app.domain import calendars as cal
from timeline_app.layout.bands import LanePlan, plan_lanes
from timeline_app.layout.budget import Budget
from timeline_app.layout.calendar_names import ENGLISH, CalendarNames
from timeline_app.layout.hit import Hit, Part, hit_test
from timeline_app.layout.index import EventIndex
from timeline_app.layout.items import ItemMaker
from timeline_app.layout.lettering import Lettering
from timeline_app.layout.shapes import Box, Density, Dot, Emphasis, Item, LaneBand, Pill, Scene
from timeline_app.layout.slots import OPEN_PX, Slot, level_of
from timeline_app.layout.steps import WEEK
from timeline_app.layout.style import Style
from timeline_app.layout.text import Labels, Measure, Type
from timeline_app.layout.ticks import build_axis
from timeline_app.layout.top_table import TOP
from timeline_app.layout.viewport import Viewport

__all__ = ["Emphasis", "Hit", "Part", "Scene", "SceneBuilder", "build_scene", "hit_test"]

_WEEKEND_PX_PER_DAY: Final = 5.0
_NAME_ROOM: Final = 0.5  # part of the width that a lane's name may take


def build_scene(
    viewport: Viewport,
    index: EventIndex,
    style: Style,
    measure: Measure,
    labels: Labels,
    lane_names: Sequence[str] = (),
    now: int | None = None,
) -> Scene:
    """The picture of one view; who draws many views of one index keeps a `SceneBuilder`."""
    return SceneBuilder(index, style, measure, labels, lane_names).scene(viewport, now)


class SceneBuilder:
    """Pictures of one index. The same view always gives the same picture, whatever came before."""

    def __init__(
        self,
        index: EventIndex,
        style: Style,
        measure: Measure,
        labels: Labels,
        lane_names: Sequence[str] = (),
        names: CalendarNames = ENGLISH,
        collapsed: Collection[int] = (),
    ) -> None:
        """`lane_names` by lane number; a lane without a name has no header.

        `collapsed` are numbers of lanes that show dots and clusters only.
        """
        self.index = index
        self.style = style
        self._measure = measure
        self._names = names
        self._lane_names = tuple(lane_names)
        self._collapsed = frozenset(collapsed)
        self.lettering = Lettering(index.columns, style, measure, labels)
        self._items = ItemMaker(index, style, self.lettering)
        self._plans: dict[int, tuple[LanePlan, ...]] = {}

    def plans(self, height: float) -> tuple[LanePlan, ...]:
        """How the lanes share a view of `height` pixels."""
        key = round(height)
        if key not in self._plans:
            if len(self._plans) > 8:
                self._plans.clear()
            self._plans[key] = plan_lanes(
                self.index,
                self.style,
                self.lettering,
                self._measure,
                self._lane_names,
                key,
                self._collapsed,
            )
        return self._plans[key]

    def content_height(self, height: float) -> float:
        """Pixels that all lanes take in a view of `height` pixels, the axis included."""
        plans = self.plans(height)
        return plans[-1].bottom if plans else height

    def members(self, scene: Scene, pill: Pill, most: int) -> list[int]:
        """Rows of the events that a cluster of `scene` stands for, the important first."""
        plans = self.plans(scene.viewport.height)
        plan = next(plan for plan in plans if plan.lane.number == pill.lane)
        labelled = {item.id for item in scene.items}
        ids = self.index.columns.ids
        found: list[tuple[float, int]] = []
        for track in (plan.lane.bars, plan.lane.cards):
            if pill.lasting:
                bars = track is plan.lane.bars
                rows = plan.marks.lasting_rows(pill.low, scene.now) if bars else []
            else:
                first, last = track.range(pill.low, pill.high)
                count = min(most + len(labelled), TOP)
                places = track.best(first, last, count).tolist() if first < last else []
                rows = [int(track.rows[place]) for place in places]
            importance = self.index.columns.importance
            found += [(-float(importance[row]), row) for row in rows if ids[row] not in labelled]
        return [row for _, row in sorted(found)[:most]]

    def scene(self, view: Viewport, now: int | None = None, seconds: float = math.inf) -> Scene:
        """The picture of a view; `now` marks today.

        `seconds` limits the time for labels that were never placed before: a picture that is not
        `settled` leaves some out, and the next one of the same view goes on from there.
        """
        style = self.style
        bands: list[LaneBand] = []
        items: list[Item] = []
        marks = _Marks([], [], [])
        plans = self.plans(view.height)
        budget = Budget(seconds)
        first = bisect_right(plans, view.top + style.axis, key=lambda plan: plan.bottom)
        for plan in plans[first:]:
            if plan.top - view.top >= view.height:
                break
            band = self._band(plan, view)
            bands.append(band)
            slots = self._lane_items(plan, band, view, items, budget, now)
            if plan.has_marks:
                self._lane_marks(plan, band, view, slots, marks, now)
        return Scene(
            viewport=view,
            style=style,
            axis=build_axis(view, self._measure, self._names),
            weekends=tuple(weekends(view, self._names.weekend)),
            now=now,
            lanes=tuple(bands),
            items=tuple(items),
            dots=tuple(marks.dots),
            pills=tuple(marks.pills),
            densities=tuple(marks.densities),
            content=self.content_height(view.height),
            settled=not budget.spent,
        )

    def _band(self, plan: LanePlan, view: Viewport) -> LaneBand:
        box = Box(0.0, plan.top - view.top, view.width, plan.height)
        words = ""
        if plan.name:
            count = f" · {plan.lane.count}"
            room = _NAME_ROOM * view.width - self._measure.width(count, Type.LANE)
            words = self._measure.elided(plan.name, Type.LANE, room) + count
        width = self._measure.width(words, Type.LANE) + self.style.fold if words else 0.0
        label = Box(self.style.inset, box.y + 4, width, self.style.lane_header - 6)
        lane = plan.lane
        return LaneBand(lane.number, plan.name, words, lane.count, box, label, plan.collapsed)

    def _lane_items(
        self,
        plan: LanePlan,
        band: LaneBand,
        view: Viewport,
        items: list[Item],
        budget: Budget,
        now: int | None,
    ) -> list[Slot]:
        """Add the lane's labelled events to `items`; gives back their slots."""
        level = level_of(view.seconds_per_px)
        bars = plan.bars.visible(level, view.first, view.last, budget)
        cards = plan.cards.visible(level, view.first, view.last, budget)
        self.lettering.load([slot.row for slot in (*bars, *cards)])
        for slot, limit in _limits(bars, view):
            top = band.box.y + plan.bar_top(slot.line)
            item = self._items.bar(slot, view, top, limit, now)
            # Words never stay behind without their bar: what is open keeps its line for all time,
            # but is drawn near what is known of it, and what is short has words that reach further.
            if item.body.right > 0:
                items.append(item)
        for slot, limit in _limits(cards, view):
            top = band.box.y + plan.card_top(slot.line)
            item = self._items.card(slot, view, top, limit)
            if item.body.right > 0 or item.label.width > 0:
                items.append(item)
        return [*bars, *cards]

    def _lane_marks(
        self,
        plan: LanePlan,
        band: LaneBand,
        view: Viewport,
        slots: list[Slot],
        marks: _Marks,
        now: int | None,
    ) -> None:
        inset, floor = self.style.inset, band.box.y + plan.marks_top
        if plan.name:
            x, y = band.label.right + 2 * inset, band.box.y + self.style.lane_header / 2
        else:
            x, y = inset, floor + self.style.marks / 2
        lasting = plan.marks.lasting(view, slots, x, y, now)
        if lasting is not None:
            marks.pills.append(lasting)
        if plan.marks.is_dense(level_of(view.seconds_per_px)):
            marks.densities.append(plan.marks.density(view, floor))
            return
        settled = plan.bars.settled and plan.cards.settled
        for mark in plan.marks.marks(view, slots, floor, settled):
            if isinstance(mark, Dot):
                marks.dots.append(mark)
            else:
                marks.pills.append(mark)


def _limits(slots: Sequence[Slot], view: Viewport) -> Iterator[tuple[Slot, float]]:
    """Each label with the pixel where the next one on its line begins."""
    following: dict[int, float] = {}
    for slot in sorted(slots, key=lambda each: each.low, reverse=True):
        yield slot, following.get(slot.line, math.inf)
        following[slot.line] = view.x_of(slot.low) - OPEN_PX * slot.open_start


class _Marks(NamedTuple):
    """The marks of all lanes."""

    dots: list[Dot]
    pills: list[Pill]
    densities: list[Density]


def weekends(view: Viewport, days: Sequence[int] = (6, 7)) -> Iterator[tuple[float, float]]:
    """Left and right pixels of the weekends in view, where days are wide enough.

    `days` are those without work, 1 Monday to 7 Sunday.
    """
    if cal.DAY / view.seconds_per_px < _WEEKEND_PX_PER_DAY:
        return
    for begin in days:
        if (begin - 2) % WEEK + 1 in days:
            continue  # the day before it is one too
        length = next(n for n in range(1, WEEK + 1) if (begin + n - 1) % WEEK + 1 not in days)
        first = view.first // cal.DAY
        day = first - (cal.weekday(first) - begin) % WEEK
        while day * cal.DAY < view.last:
            if (day + length) * cal.DAY > view.first:
                yield view.x_of(day * cal.DAY), view.x_of((day + length) * cal.DAY)
            day += WEEK
