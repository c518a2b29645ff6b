from __future__ import annotations

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given

from tests.unit.layout.helpers import Row, columns, lasting, moment, since, until, within_year
from timeline_app.domain import calendars as cal
from timeline_app.layout.index import EventIndex

DAY = cal.DAY


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


def test_the_busiest_part_leaves_outliers_out() -> None:
    rows = [moment(2016, 5, 1 + n) for n in range(20)]
    assert EventIndex.build(columns(rows)).busiest == (
        cal.seconds_from_civil(2016, 5, 1),
        cal.seconds_from_civil(2016, 5, 21),
    )
    far = EventIndex.build(columns([*rows, moment(1911), moment(2060)]))
    low, high = far.busiest
    assert low >= cal.seconds_from_civil(2016, 5, 1)
    assert high <= cal.seconds_from_civil(2016, 5, 21)


def test_half_of_the_events_in_a_short_time_are_where_to_begin() -> None:
    crowd = [moment(2016, 5, 1 + n) for n in range(20)]
    before = [moment(2001 + n) for n in range(15)]
    low, high = EventIndex.build(columns([*before, *crowd])).busiest
    assert low == cal.seconds_from_civil(2016, 5, 1)
    assert cal.seconds_from_civil(2016, 5, 18) <= high <= cal.seconds_from_civil(2016, 5, 20)
    even = EventIndex.build(columns([moment(1980 + n) for n in range(30)]))
    assert even.busiest == (even.low, even.high)


def test_few_events_have_no_outliers() -> None:
    index = EventIndex.build(columns([moment(1911), moment(2016), moment(2016, 2)]))
    assert index.busiest == (index.low, index.high)


def _rows() -> st.SearchStrategy[list[tuple[Row, float, bool]]]:
    years, lanes = st.integers(2000, 2005), st.integers(0, 2)
    row = st.one_of(
        st.builds(moment, years, lane=lanes),
        st.builds(within_year, years, lanes),
        st.builds(since, years, lanes),
        st.builds(until, years, lanes),
    )
    return st.lists(st.tuples(row, st.sampled_from([1.0, 2.0]), st.booleans()), max_size=40)


@given(_rows())
def test_a_filtered_index_is_the_index_of_what_is_left(
    listed: list[tuple[Row, float, bool]],
) -> None:
    whole = columns([row for row, _, _ in listed], [weight for _, weight, _ in listed])
    shown = np.array([keep for _, _, keep in listed], bool)
    ours, fresh = EventIndex.build(whole).filtered(shown), EventIndex.build(whole.take(shown))
    assert (ours.low, ours.high, ours.order.tolist()) == (
        fresh.low,
        fresh.high,
        fresh.order.tolist(),
    )
    assert [ours.row_of(each) for each in range(42)] == [fresh.row_of(each) for each in range(42)]
    assert [lane.number for lane in ours.lanes] == [lane.number for lane in fresh.lanes]
    for mine, other in zip(ours.lanes, fresh.lanes, strict=True):
        assert (mine.sources, mine.crowds) == (other.sources, other.crowds)
        for left, right in ((mine.bars, other.bars), (mine.cards, other.cards)):
            assert left.rows.tolist() == right.rows.tolist()
            count = len(left)
            assert left.best(0, count, 5).tolist() == right.best(0, count, 5).tolist()
    edges = np.arange(ours.low - 1, ours.high + DAY * 100, DAY * 50)
    each = [lane.bars.counts(edges) + lane.cards.counts(edges) for lane in ours.lanes]
    assert ours.counts(edges).tolist() == sum(each, np.zeros(len(edges) - 1, int)).tolist()


def test_the_busiest_part_of_many_is_found_by_a_part_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    numbers = np.random.default_rng(3)
    crowd = [moment(2011, int(month)) for month in numbers.integers(1, 13, 700)]
    rest = [moment(int(year)) for year in numbers.integers(1900, 2000, 300)]
    index = EventIndex.build(columns([*rest, *crowd]))
    exact = index.busiest
    assert cal.seconds_from_civil(2011) <= exact[0] < exact[1] < cal.seconds_from_civil(2012)
    monkeypatch.setattr("timeline_app.layout.index._SAMPLE", 100)
    sampled = EventIndex.build(index.columns).busiest
    assert all(abs(a - b) < 40 * DAY for a, b in zip(exact, sampled, strict=True))
