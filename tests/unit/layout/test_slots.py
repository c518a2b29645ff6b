from __future__ import annotations

import pytest

from timeline_app.domain.calendars import OPEN_FUTURE, OPEN_PAST
from timeline_app.layout.slots import (
    Slot,
    block_bounds,
    cells_of,
    level_of,
    overlapping,
    reach,
    touching,
)


def slot(low: int, high: int, width: float = 50.0, line: int = 0) -> Slot:
    return Slot(0, line, low, high, width, 0)


@pytest.mark.parametrize(
    ("scale", "level"), [(1.0, 0), (1.01, 1), (2.0, 1), (0.5, -1), (0.001, -9), (86_400.0, 17)]
)
def test_levels(scale: float, level: int) -> None:
    assert level_of(scale) == level


def test_a_label_reaches_as_far_as_its_event_or_its_words() -> None:
    assert reach(slot(0, 10), 1.0) == 50
    assert reach(slot(0, 90), 1.0) == 90


def test_touching_counts_words_too() -> None:
    slots = [slot(0, 10), slot(100, 110)]
    assert touching(slots, 1.0, 40, 60) == [slots[0]]
    assert touching(slots, 1.0, 50, 100) == []


def test_overlaps_are_seen_on_the_same_line_only() -> None:
    assert overlapping([slot(0, 10), slot(40, 45)], 1.0)
    assert not overlapping([slot(0, 10), slot(40, 45, line=1)], 1.0)
    assert not overlapping([slot(0, 10), slot(50, 55)], 1.0)


def test_cells_cover_a_label_and_nothing_beyond_two_blocks() -> None:
    assert cells_of(slot(0, 8, 0.0), 0, 1.0) == 0b11
    assert cells_of(slot(3, 5, 0.0), 0, 1.0) == 0b11
    whole = cells_of(slot(OPEN_PAST, OPEN_FUTURE), 0, 1.0)
    assert whole == (1 << 512) - 1
    assert cells_of(slot(-100, -60), 0, 1.0) == 0


def test_blocks_follow_each_other() -> None:
    for level in (-9, -3, 0, 20):
        _, end = block_bounds(level, 5)
        assert block_bounds(level, 6)[0] == end
