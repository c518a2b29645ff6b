"""What a layout must know about text: how wide it is, and how it is cut."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple, Protocol


class Type(Enum):
    """The typographic roles of the timeline."""

    TITLE = "title"
    DATE = "date"
    COARSE = "coarse"
    TICK = "tick"
    LANE = "lane"
    COUNT = "count"


class EventLabel(NamedTuple):
    """What is written on an event: its title, its date ("Mon 16 May"), a note ("said")."""

    title: str
    date: str
    note: str = ""


# Labels by event id; ids without a label may be missing. Asked only for what is on screen.
Labels = Callable[[Sequence[int]], Mapping[int, EventLabel]]


class Measure(Protocol):
    """Text in pixels."""

    def width(self, text: str, role: Type) -> float:
        """How wide `text` is."""

    def elided(self, text: str, role: Type, width: float) -> str:
        """`text`, cut with an ellipsis where it is wider than `width`; empty when nothing fits."""


def count_words(count: int) -> str:
    """A short number: `7`, `940`, `1.2k`, `35k`, `4M`."""
    for size, letter in ((1_000_000, "M"), (1_000, "k")):
        if count >= size:
            tenths = count * 10 // size
            return (
                f"{tenths / 10:.1f}{letter}"
                if tenths < 100 and tenths % 10
                else (f"{count // size}{letter}")
            )
    return str(count)
