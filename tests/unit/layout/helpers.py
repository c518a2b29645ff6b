"""Columns and a measure for layout tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from timeline_app.domain import calendars as cal
from timeline_app.domain.calendars import OPEN_FUTURE, OPEN_PAST
from timeline_app.domain.timevalue import Grain
from timeline_app.layout.columns import EventColumns, Mark
from timeline_app.layout.index import EventIndex
from timeline_app.layout.scene import SceneBuilder
from timeline_app.layout.style import Style
from timeline_app.layout.text import EventLabel, Type
from timeline_app.layout.viewport import Viewport

Row = tuple[int, int, int, int, int, int, int]


class Typewriter:
    """Every letter is 7 pixels wide."""

    def width(self, text: str, role: Type) -> float:
        """Seven times the letters."""
        return 7.0 * len(text)

    def elided(self, text: str, role: Type, width: float) -> str:
        """Cut to whole letters, the ellipsis being one."""
        letters = int(width // 7)
        if len(text) <= letters:
            return text
        return text[: letters - 1] + "…" if letters > 1 else ""


def moment(year: int, month: int = 1, day: int = 1, lane: int = 0, flags: int = 0) -> Row:
    """An event on one day."""
    start = cal.seconds_from_civil(year, month, day)
    end = start + cal.DAY
    return (start, end, start, end, int(Grain.DAY), flags, lane)


def within_year(year: int, lane: int = 0) -> Row:
    """A moment somewhere within a year."""
    start, end = cal.seconds_from_civil(year), cal.seconds_from_civil(year + 1)
    return (start, end, start, end, int(Grain.YEAR), 0, lane)


def lasting(first: int, last: int, lane: int = 0) -> Row:
    """An interval between two seconds, exact ends."""
    return (first, first + 1, last - 1, last, int(Grain.SECOND), int(Mark.INTERVAL), lane)


def since(year: int, lane: int = 0) -> Row:
    """An interval that began within a year and has no end."""
    start, end = cal.seconds_from_civil(year), cal.seconds_from_civil(year + 1)
    flags = int(Mark.INTERVAL | Mark.OPEN_END)
    return (start, end, OPEN_FUTURE, OPEN_FUTURE, int(Grain.YEAR), flags, lane)


def until(year: int, lane: int = 0) -> Row:
    """An interval without a beginning that ended within a year."""
    start, end = cal.seconds_from_civil(year), cal.seconds_from_civil(year + 1)
    flags = int(Mark.INTERVAL | Mark.OPEN_START)
    return (OPEN_PAST, OPEN_PAST, start, end, int(Grain.YEAR), flags, lane)


def columns(rows: Sequence[Row], importance: Sequence[float] | None = None) -> EventColumns:
    """Columns of rows; ids count from 1."""
    table = np.array(rows, np.int64).reshape(-1, 7)
    return EventColumns(
        ids=np.arange(1, len(rows) + 1),
        start_earliest=table[:, 0],
        start_latest=table[:, 1],
        end_earliest=table[:, 2],
        end_latest=table[:, 3],
        grain=table[:, 4].astype(np.int8),
        flags=table[:, 5].astype(np.uint16),
        lane=table[:, 6].astype(np.int32),
        source=table[:, 6].astype(np.int32),
        importance=np.array(importance or [1.0] * len(rows), np.float32),
    )


def labels(ids: Sequence[int]) -> Mapping[int, EventLabel]:
    """Titles of different length."""
    return {each: EventLabel(f"Event {each} " + "x" * (each % 23), "a day", "") for each in ids}


def builder(rows: Sequence[Row], names: Sequence[str] = ("One", "Two", "Three")) -> SceneBuilder:
    """A builder over rows."""
    return SceneBuilder(EventIndex.build(columns(rows)), Style(), Typewriter(), labels, names)


def view_of(low: int, high: int, width: float = 1000.0, height: float = 600.0) -> Viewport:
    """A view of a range."""
    return Viewport(0, 0.0, 1.0, width, height).fitted(low, high)
