from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.layout.helpers import Row, columns, lasting, moment, since, until
from timeline_app.domain import calendars as cal
from timeline_app.layout.budget import Budget
from timeline_app.layout.index import EventIndex
from timeline_app.layout.packing import Packing
from timeline_app.layout.slots import Widths, level_of, overlapping

DAY = cal.DAY
FAR = 10**12


def width_of(row: int) -> float:
    return 70.0 + row * 37 % 200


def ignore(rows: object) -> None:
    """Nothing to load."""


WIDTHS = Widths(ignore, width_of, 64.0)


def packing(rows: list[Row], lines: int, bars: bool = False) -> Packing:
    lane = EventIndex.build(columns(rows)).lanes[0]
    return Packing(lane.bars if bars else lane.cards, lines, WIDTHS)


days = st.lists(st.integers(0, 4000), min_size=1, max_size=150)
spans = st.lists(st.tuples(st.integers(0, 10**8), st.integers(2, 10**7)), min_size=1, max_size=80)


@given(days, st.integers(1, 5), st.integers(4, 24))
def test_no_two_cards_overlap(starts: list[int], lines: int, level: int) -> None:
    rows = [moment(2000, 1, 1) for _ in starts]
    rows = [
        (row[0] + at * DAY, row[1] + at * DAY, row[2] + at * DAY, row[3] + at * DAY, *row[4:])
        for row, at in zip(rows, starts, strict=True)
    ]
    slots = (
        packing(rows, lines).visible(level, -FAR, FAR)
        if level > 16
        else packing(rows, lines).visible(level, rows[0][0] - 10**6, rows[0][0] + 10**6)
    )
    assert not overlapping(slots, 2.0**level)
    assert all(0 <= slot.line < lines for slot in slots)


@given(spans, st.integers(1, 4), st.integers(10, 26))
def test_no_two_bars_overlap(listed: list[tuple[int, int]], lines: int, level: int) -> None:
    rows = [lasting(start, start + length) for start, length in listed]
    slots = packing(rows, lines, bars=True).visible(level, -(10**8), 2 * 10**8)
    assert not overlapping(slots, 2.0**level)


@given(days, st.integers(1, 4))
def test_zooming_in_adds_labels_and_moves_none(starts: list[int], lines: int) -> None:
    rows = [lasting(at * DAY, at * DAY + 1) for at in starts]
    pack = packing(rows, lines, bars=True)
    before: dict[int, int] = {}
    for level in range(28, 12, -1):
        now = {slot.row: slot.line for slot in pack.visible(level, -DAY, 4001 * DAY)}
        assert before.items() <= now.items()
        before = now


@given(days, st.integers(1, 4), st.integers(8, 20), st.integers(-50, 50))
def test_panning_moves_no_label(starts: list[int], lines: int, level: int, shift: int) -> None:
    rows = [lasting(at * DAY, at * DAY + 1) for at in starts]
    start, width = 1000 * DAY, 1400 * 2**level
    one, other = packing(rows, lines, bars=True), packing(rows, lines, bars=True)
    moved = start + shift * 20 * 2**level
    here = {s.row: s.line for s in one.visible(level, start, start + width)}
    there = {s.row: s.line for s in other.visible(level, moved, moved + width)}
    for row in here.keys() & there.keys():
        assert here[row] == there[row]
    again = {s.row: s.line for s in one.visible(level, moved, moved + width)}
    assert again == there


def test_few_events_all_have_a_label_on_as_few_lines_as_possible() -> None:
    rows = [moment(year) for year in range(2000, 2010)]
    pack = packing(rows, 9)
    assert pack.lines_used < 9
    assert not pack.always_labelled
    assert len(pack.visible(level_of(400_000.0), -FAR, FAR)) == 10


def test_lines_go_down_in_time_where_labels_crowd() -> None:
    rows = [moment(2016, 5, day) for day in (19, 11, 25, 16)]
    rows.append(moment(2011))
    pack = packing(rows, 4)
    crowd = [slot for slot in pack.visible(level_of(160_000.0), -FAR, FAR) if slot.row != 4]
    in_time = sorted(crowd, key=lambda slot: slot.low)
    assert [slot.line for slot in in_time] == [0, 1, 2, 3]


def test_important_events_are_labelled_first() -> None:
    rows = [moment(2016, 5, 1 + n % 28) for n in range(60)]
    importance = [1.0] * 60
    importance[37] = 9.0
    lane = EventIndex.build(columns(rows, importance)).lanes[0]
    pack = Packing(lane.cards, 1, WIDTHS)
    assert [slot.row for slot in pack.visible(22, -FAR, FAR)] == [37]


def test_open_ends_reach_everywhere_and_open_starts_a_little_way() -> None:
    pack = packing([since(2011), until(2005)], 3, bars=True)
    assert {slot.row for slot in pack.visible(12, 10**10, 10**10 + 10**6)} == {0}
    assert not pack.visible(12, -(10**10), -(10**10) + 10**6)
    ended = cal.seconds_from_civil(2005)
    assert {slot.row for slot in pack.visible(12, ended - 10**5, ended)} == {1}


def test_open_starts_overlap_nothing_at_any_level() -> None:
    rows = [until(year) for year in range(1990, 2010)] + [
        lasting(year_start, year_start + 100 * DAY)
        for year_start in range(
            cal.seconds_from_civil(1985), cal.seconds_from_civil(2010), 90 * DAY
        )
    ]
    pack = packing(rows, 4, bars=True)
    low, high = cal.seconds_from_civil(1980), cal.seconds_from_civil(2015)
    for level in range(14, 26):
        assert not overlapping(pack.visible(level, low, high), 2.0**level)


def test_a_spent_budget_shows_what_the_levels_above_show() -> None:
    rng = np.random.default_rng(2)
    rows = [lasting(int(at), int(at) + 1) for at in rng.integers(0, 10**9, 5000)]
    pack = packing(rows, 3, bars=True)
    start, end, level = 4 * 10**8, 4 * 10**8 + 10**6, 10
    hurried = {slot.row: slot.line for slot in pack.visible(level, start, end, Budget(-1.0))}
    whole = {slot.row: slot.line for slot in pack.visible(level, start, end)}
    assert hurried.items() <= whole.items()
    assert len(hurried) < len(whole)


def test_nothing_to_place() -> None:
    lane = EventIndex.build(columns([moment(2016)])).lanes[0]
    assert Packing(lane.bars, 3, WIDTHS).visible(3, 0, 100) == []
    assert Packing(lane.bars, 3, WIDTHS).always_labelled
    assert Packing(lane.cards, 0, WIDTHS).visible(3, -FAR, FAR) == []
