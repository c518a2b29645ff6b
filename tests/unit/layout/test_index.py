from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.layout.helpers import columns, lasting, moment, since, until, within_year
from timeline_app.domain import calendars as cal
from timeline_app.layout.index import EventIndex
from timeline_app.layout.top_table import TOP, TopTable

DAY = cal.DAY


@given(st.integers(1, 6000), st.data())
def test_the_best_of_a_range(size: int, data: st.DataObject) -> None:
    rank = np.random.default_rng(size).permutation(size).astype(np.int32)
    table = TopTable(rank)
    first = data.draw(st.integers(0, size - 1))
    last = data.draw(st.integers(first + 1, size))
    count = data.draw(st.integers(1, TOP))
    expected = sorted(range(first, last), key=lambda row: rank[row])[:count]
    assert table.best(first, last, count).tolist() == expected


def test_best_over_many_chunks() -> None:
    rank = np.random.default_rng(5).permutation(70_000).astype(np.int32)
    table = TopTable(rank)
    for first, last in [(0, 70_000), (511, 69_999), (513, 40_000), (4096, 8192), (600, 700)]:
        expected = sorted(range(first, last), key=lambda row: rank[row])[:20]
        assert table.best(first, last, 20).tolist() == expected


def test_lanes_and_kinds() -> None:
    index = EventIndex.build(
        columns([moment(2016, lane=3), within_year(2011, lane=1), since(2011, 3), until(2014, 1)])
    )
    assert [(lane.number, len(lane.bars), len(lane.cards)) for lane in index.lanes] == [
        (1, 2, 0),
        (3, 1, 1),
    ]
    assert index.low == cal.seconds_from_civil(2011)
    assert index.high == cal.seconds_from_civil(2016, 1, 2)


def test_without_events() -> None:
    index = EventIndex.build(columns([]))
    assert (index.low, index.high, index.lanes, len(index)) == (0, 0, (), 0)
    assert index.row_of(1) is None
    assert index.neighbour(None, 1) is None


def test_finding_and_walking() -> None:
    index = EventIndex.build(columns([moment(2018), moment(2016), moment(2017, lane=1)]))
    row = index.row_of(2)
    assert row == 1
    assert index.row_of(99) is None
    assert [index.place_of(row) for row in range(3)] == [2, 0, 1]
    assert index.neighbour(1, 1) == 2
    assert index.neighbour(1, 1, lane=0) == 0
    assert index.neighbour(1, -1) is None
    assert index.neighbour(None, 1) == 1
    assert index.neighbour(None, -1) == 0
    assert index.nearest(0, cal.seconds_from_civil(2017, 11)) == 0
    assert index.nearest(0, cal.seconds_from_civil(2016, 3)) == 1
    assert index.nearest(7, 0) is None


def test_extents_stop_at_the_dated_end() -> None:
    index = EventIndex.build(columns([since(2011), until(2014), lasting(0, 10 * DAY)]))
    year = cal.seconds_from_civil
    assert index.extent(0) == (year(2011), year(2012))
    assert index.extent(1) == (year(2014), year(2015))
    assert index.extent(2) == (0, 10 * DAY)


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=60), st.integers(0, 34))
def test_crowding(starts: list[int], shift: int) -> None:
    index = EventIndex.build(columns([lasting(start, start + 5) for start in starts]))
    bins = [start >> shift for start in starts]
    crowd = index.lanes[0].crowd_at(shift)
    if shift < len(index.lanes[0].crowds):
        assert crowd.bins == len(set(bins))
        assert crowd.fullest == max(bins.count(each) for each in bins)
