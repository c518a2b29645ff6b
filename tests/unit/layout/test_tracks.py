from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.layout.helpers import columns, lasting, moment, since, until
from timeline_app.layout.index import EventIndex
from timeline_app.layout.tracks import Track

times = st.lists(
    st.tuples(st.integers(-(10**9), 10**9), st.integers(2, 10**8)), min_size=1, max_size=60
)


def bars(listed: list[tuple[int, int]]) -> Track:
    index = EventIndex.build(columns([lasting(at, at + length) for at, length in listed]))
    return index.lanes[0].bars


@given(times, st.integers(-(10**9), 10**9), st.integers(0, 10**9))
def test_ranges_and_counts(listed: list[tuple[int, int]], start: int, length: int) -> None:
    track = bars(listed)
    expected = sum(start <= at < start + length for at, _ in listed)
    first, last = track.range(start, start + length)
    assert last - first == expected
    assert track.counts(np.array([start, start + length])).tolist() == [expected]


@given(times, st.integers(-(10**9), 10**9))
def test_what_lasts_at_an_instant(listed: list[tuple[int, int]], at: int) -> None:
    track = bars(listed)
    expected = [n for n, (start, length) in enumerate(listed) if start < at < start + length]
    assert track.lasting_at(at) == len(expected)
    assert sorted(track.rows[track.places_lasting_at(at)].tolist()) == expected


def test_open_ends_last_for_ever() -> None:
    index = EventIndex.build(columns([since(2011), until(2005)]))
    track = index.lanes[0].bars
    assert track.lasting_at(10**12) == 1
    assert track.lasting_at(-(10**12)) == 1


def test_rank_follows_importance_and_length() -> None:
    rows = [lasting(0, 10**9), lasting(0, 10**5), lasting(5, 10**5)]
    index = EventIndex.build(columns(rows, [1.0, 1.0, 5.0]))
    track = index.lanes[0].bars
    ranks = {int(track.rows[place]): track.rank_of(place) for place in range(3)}
    assert ranks == {2: 0, 0: 1, 1: 2}


def test_sources_of_a_lane() -> None:
    index = EventIndex.build(columns([moment(2016, lane=2), moment(2017, lane=2)]))
    assert index.lanes[0].sources == (2,)
    assert index.lanes[0].count == 2


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=60), st.integers(0, 34))
def test_crowding(starts: list[int], shift: int) -> None:
    index = EventIndex.build(columns([lasting(start, start + 5) for start in starts]))
    bins = [start >> shift for start in starts]
    crowd = index.lanes[0].crowd_at(shift)
    if shift < len(index.lanes[0].crowds):
        assert crowd.bins == len(set(bins))
        assert crowd.fullest == max(bins.count(each) for each in bins)
