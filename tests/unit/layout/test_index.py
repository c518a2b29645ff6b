from __future__ import annotations

from tests.unit.layout.helpers import columns, lasting, moment, since, until, within_year
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
    assert EventIndex.build(columns(rows)).busiest() == (
        cal.seconds_from_civil(2016, 5, 1),
        cal.seconds_from_civil(2016, 5, 21),
    )
    far = EventIndex.build(columns([*rows, moment(1911), moment(2060)]))
    low, high = far.busiest()
    assert low >= cal.seconds_from_civil(2016, 5, 1)
    assert high <= cal.seconds_from_civil(2016, 5, 21)


def test_few_events_have_no_outliers() -> None:
    index = EventIndex.build(columns([moment(1911), moment(2016), moment(2016, 2)]))
    assert index.busiest() == (index.low, index.high)
