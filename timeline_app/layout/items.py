"""A labelled event's geometry: its stretch of time, and its label that stays in view."""

from __future__ import annotations

from typing import Final

from timeline_app.domain.calendars import OPEN_FUTURE
from timeline_app.domain.timevalue import Grain
from timeline_app.layout.columns import Mark
from timeline_app.layout.index import EventIndex
from timeline_app.layout.lettering import Lettering, Words
from timeline_app.layout.shapes import Box, Cut, Item, Look
from timeline_app.layout.slots import OPEN_PX, Slot
from timeline_app.layout.style import Style
from timeline_app.layout.viewport import Viewport

# Bodies are cut this far outside the view: painters go wrong with coordinates of 1e10 pixels.
_OUTSIDE: Final = 60.0 + OPEN_PX
_MIN_BODY: Final = 3.0
_EXTENT: Final = 3.0
_STRIPE: Final = 8.0
_LANE_BAR: Final = 12.0
"""Pixels at the right that the bar for lanes takes where they don't fit."""
_INTERVAL: Final = int(Mark.INTERVAL)


class ItemMaker:
    """Makes items of one index."""

    def __init__(self, index: EventIndex, style: Style, lettering: Lettering) -> None:
        """`lettering` must belong to the same columns."""
        self._index = index
        self._columns = index.columns
        self._style = style
        self._lettering = lettering

    def card(self, slot: Slot, view: Viewport, y: float, limit: float) -> Item:
        """A moment of a day or finer: a card at its start, its extent as a line below.

        The card ends before pixel `limit`, where the next one begins.
        """
        style, columns, row = self._style, self._columns, slot.row
        x, end = view.x_of(slot.low), view.x_of(slot.high)
        left = _sticky(x, end, self._lettering.card(row).width, 4.0)
        words = self._lettering.card_for(row, limit - left - style.gap)
        left = _sticky(x, end, words.width, 4.0)
        box, words, cut = self._cut(row, words, left, y, style.card, view.width, card=True)
        body_x, body_end = _clipped(x, end, view.width)
        body = Box(body_x, y + style.card, max(body_end - body_x, 0.0), _EXTENT)
        flags = int(columns.flags[row])
        return Item(
            int(columns.ids[row]),
            Look.CARD,
            flags,
            int(columns.source[row]),
            box,
            body,
            body_x,
            body_x,
            words.title,
            words.date,
            cut=cut,
        )

    def bar(
        self, slot: Slot, view: Viewport, y: float, limit: float, now: int | None = None
    ) -> Item:
        """An interval, or a moment somewhere within a longer period; `limit` as in `card`.

        An open start fades in shortly before what is known. An open end goes on until `now`,
        without it until the last known date, and fades out shortly after.
        """
        style, columns, row = self._style, self._columns, slot.row
        flags = int(columns.flags[row])
        x, end = self._ends(slot, view, now)
        first, inset = x - style.chip_pad, style.inset - style.chip_pad
        left = _sticky(first, end, self._lettering.chip(row).width, inset)
        words = self._lettering.chip_for(row, limit - max(left, first) - style.gap)
        left = _sticky(first, end, words.width, inset)
        seen = view.width - _LANE_BAR  # a card's own margin keeps its words clear of that
        box, words, cut = self._cut(row, words, left, y, style.bar_text, seen, card=False)
        y += style.bar_text + 1
        end = max(end, x + _MIN_BODY)
        body_x, body_end = _clipped(x, end, view.width)
        core = self._core(slot, view, flags, body_x, body_end)
        fade = OPEN_PX - style.stub
        return Item(
            int(columns.ids[row]),
            Look.INTERVAL if flags & _INTERVAL else Look.SPAN,
            flags,
            int(columns.source[row]),
            box,
            Box(body_x, y, body_end - body_x, style.bar),
            *core,
            words.title,
            words.date,
            max(x + fade - body_x, 0.0) if slot.open_start else 0.0,
            max(body_end - end + fade, 0.0) if slot.high >= OPEN_FUTURE else 0.0,
            cut,
        )

    def _ends(self, slot: Slot, view: Viewport, now: int | None) -> tuple[float, float]:
        """Pixels of both ends, an open one as far as it is drawn."""
        x = view.x_of(slot.low) - OPEN_PX * slot.open_start
        if slot.high < OPEN_FUTURE:
            return x, view.x_of(slot.high)
        until = self._index.high if now is None else now
        known = max(until, int(self._columns.start_latest[slot.row]), slot.low)
        return x, view.x_of(known) + OPEN_PX

    def _core(
        self, slot: Slot, view: Viewport, flags: int, body_x: float, body_end: float
    ) -> tuple[float, float]:
        """Pixels between the latest start and the earliest end; none for a moment."""
        if not flags & _INTERVAL:
            return body_x, body_x
        if self._columns.grain[slot.row] <= Grain.DAY:
            return body_x, body_end
        low, high = (
            int(self._columns.start_latest[slot.row]),
            int(self._columns.end_earliest[slot.row]),
        )
        x = body_x if slot.open_start else view.x_of(low)
        end = view.x_of(high) if slot.high < OPEN_FUTURE else body_end
        x, end = min(max(x, body_x), body_end), min(max(end, body_x), body_end)
        return (x, end) if end > x else (body_x, body_x)

    def _cut(
        self, row: int, words: Words, x: float, y: float, height: float, width: float, card: bool
    ) -> tuple[Box, Words, Cut]:
        """The label's box within the view, its words shortened at their end to what can be seen.

        Where there is no room for words, nothing is left of a label beyond the left edge, and at
        the right one the card's stripe: an empty card would tell neither what happened nor when.
        """
        left, right = max(x, 0.0), min(x + words.width, width)
        seen = max(right - left, 0.0)
        box = Box(left, y, seen, height)
        if seen >= words.width - 0.5:
            return box, words, Cut.NONE
        lettering = self._lettering
        within = lettering.card_within if card else lettering.chip_within
        words = within(row, seen)
        if x >= 0 and card and not words.title:
            return Box(left, y, min(seen, _STRIPE), height), words, Cut.NONE
        if x >= 0:
            return box, words, Cut.RIGHT
        return (box if words.title else Box(left, y, 0.0, height)), words, Cut.LEFT


def _sticky(x: float, end: float, width: float, inset: float) -> float:
    """Where a label begins: at its event, or at the view's left edge while the event lasts."""
    if x >= inset:
        return x
    return max(x, min(inset, end - width - 4.0))


def _clipped(x: float, end: float, width: float) -> tuple[float, float]:
    return min(max(x, -_OUTSIDE), width + _OUTSIDE), min(max(end, -_OUTSIDE), width + _OUTSIDE)
