"""The words of each event and the room that they take, fetched and measured once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from timeline_app.layout.columns import EventColumns
from timeline_app.layout.style import Style
from timeline_app.layout.text import EventLabel, Labels, Measure, Type

_KEPT: Final = 50_000
_STEP: Final = 16.0
_MISSING: Final = EventLabel("…", "")
SEPARATOR: Final = "  ·  "


class Words(NamedTuple):
    """A label as it is drawn: cut where it is too long; `width` is that of its box."""

    title: str
    date: str
    width: float


class Lettering:
    """Labels by row of the columns, as cards (two lines) and as chips (one line, on a bar)."""

    def __init__(
        self, columns: EventColumns, style: Style, measure: Measure, labels: Labels
    ) -> None:
        """Nothing is fetched before it is asked for."""
        self._columns = columns
        self._style = style
        self._measure = measure
        self._fetch = labels
        self._labels: dict[int, EventLabel] = {}
        self._cards: dict[int, Words] = {}
        self._chips: dict[int, Words] = {}

    def load(self, rows: Sequence[int]) -> None:
        """Fetch the labels of `rows` that aren't known yet, all at once."""
        missing = [row for row in rows if row not in self._labels]
        if not missing:
            return
        if len(self._labels) > _KEPT:
            for kept in (self._labels, self._cards, self._chips):
                kept.clear()
            missing = list(rows)
        ids = [int(self._columns.ids[row]) for row in missing]
        found = self._fetch(ids)
        for row, event_id in zip(missing, ids, strict=True):
            self._labels[row] = found.get(event_id, _MISSING)

    def label(self, row: int) -> EventLabel:
        """The full words of a row."""
        if row not in self._labels:
            self.load([row])
        return self._labels[row]

    def card(self, row: int) -> Words:
        """A row's words on a card."""
        if row not in self._cards:
            self._cards[row] = self.card_within(row, self._style.max_card)
        return self._cards[row]

    def chip(self, row: int) -> Words:
        """A row's words on a bar."""
        if row not in self._chips:
            self._chips[row] = self.chip_within(row, self._style.max_chip)
        return self._chips[row]

    def card_for(self, row: int, room: float) -> Words:
        """A row's card in `room` pixels: wider than usual where its title needs and finds it.

        Narrower between others, but never narrower than `narrow_card`.
        """
        usual = self.card(row)
        if room < usual.width:
            narrow = self.narrow_card(row) - self._style.gap
            return self.card_within(row, max(_in_steps(room), narrow))
        if room < usual.width + _STEP or usual.title == self.label(row).title:
            return usual
        return self.card_within(row, _in_steps(min(room, self._style.widest)))

    def chip_for(self, row: int, room: float) -> Words:
        """A row's words on a bar in `room` pixels."""
        usual = self.chip(row)
        if room < usual.width:
            narrow = self.narrow_chip(row) - self._style.gap
            return self.chip_within(row, max(_in_steps(room), narrow))
        if room < usual.width + _STEP or usual.title == self.label(row).title:
            return usual
        return self.chip_within(row, _in_steps(min(room, self._style.widest)))

    def card_within(self, row: int, width: float) -> Words:
        """A card of at most `width` pixels; without words where not even a few letters fit."""
        label, measure = self.label(row), self._measure
        room = width - 2 * self._style.card_pad
        if width < self._style.min_label:
            return Words("", "", width)
        title = measure.elided(label.title, Type.TITLE, room)
        second = " · ".join(part for part in (label.date, label.note) if part)
        date = measure.elided(second, Type.DATE, room)
        used = max(measure.width(title, Type.TITLE), measure.width(date, Type.DATE))
        return Words(title, date, max(used + 2 * self._style.card_pad, self._style.min_label))

    def chip_within(self, row: int, width: float) -> Words:
        """A chip of at most `width` pixels; the title gives way to the date."""
        label, measure = self.label(row), self._measure
        room = width - 2 * self._style.chip_pad
        if width < self._style.min_label:
            return Words("", "", width)
        date = " · ".join(part for part in (label.date, label.note) if part)
        between = measure.width(SEPARATOR, Type.DATE)
        beside = measure.width(date, Type.DATE) + between if date else 0.0
        if measure.width(label.title, Type.TITLE) + beside > room and room - beside < 0.5 * room:
            date = label.date
            beside = measure.width(date, Type.DATE) + between if date else 0.0
        if room - beside < self._style.min_label / 2:
            date, beside = "", 0.0
        title = measure.elided(label.title, Type.TITLE, room - beside)
        used = measure.width(title, Type.TITLE) + beside + 2 * self._style.chip_pad
        return Words(title, date, max(used, self._style.min_label))

    def card_width(self, row: int) -> float:
        """Pixels that a card takes on its line."""
        return self.card(row).width + self._style.gap

    def chip_width(self, row: int) -> float:
        """Pixels that the words of a bar take on their line."""
        return self.chip(row).width + self._style.gap

    def narrow_card(self, row: int) -> float:
        """Pixels that a card takes that was shortened to fit in: a few words, and its date."""
        date = self._measure.width(self.label(row).date, Type.DATE) + 2 * self._style.card_pad
        least = min(max(date, self._style.narrow), self._style.max_card)
        return min(least, self.card(row).width) + self._style.gap

    def narrow_chip(self, row: int) -> float:
        """Pixels that the words of a bar take when they were shortened to fit in."""
        return min(self._style.narrow, self.chip(row).width) + self._style.gap


def _in_steps(width: float) -> float:
    """Widths grow in steps, so that words don't change with every pixel of a zoom."""
    return width // _STEP * _STEP
