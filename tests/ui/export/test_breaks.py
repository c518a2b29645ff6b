from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.layout.helpers import columns, moment
from timeline_app.domain import calendars as cal
from timeline_app.layout.index import EventIndex
from timeline_app.ui.export.breaks import page_spans, whole_span

S = cal.seconds_from_civil
DAYS = st.lists(st.integers(-400_000, 20_000), min_size=1, max_size=40)


def index_of(days: list[int]) -> EventIndex:
    dates = [cal.civil_from_seconds(day * cal.DAY) for day in days]
    return EventIndex.build(columns([moment(at.year, at.month, at.day) for at in dates]))


@given(DAYS, st.integers(1, 12))
def test_pages_follow_each_other_and_leave_nothing_out(days: list[int], pages: int) -> None:
    index = index_of(days)
    low, high = whole_span(index)
    spans = page_spans(index, (low, high), pages)
    assert len(spans) == pages
    assert spans[0][0] == low
    assert spans[-1][1] == high
    assert all(one[1] == other[0] for one, other in pairwise(spans))
    assert all(start < end for start, end in spans)


def test_pages_share_the_events_out_at_round_dates() -> None:
    lone, busy = [moment(1815, 6, 18)], [moment(2015 + n // 12, 1 + n % 12, 7) for n in range(23)]
    index = EventIndex.build(columns(lone + busy))
    first, second = page_spans(index, whole_span(index), 2)
    assert first[1] == second[0] == S(2015, 12)


def test_a_single_day_gets_some_days_around_it() -> None:
    index = EventIndex.build(columns([moment(2016, 5, 16)]))
    low, high = whole_span(index)
    assert low < S(2016, 5, 16) < S(2016, 5, 17) < high


@pytest.mark.parametrize("pages", [2, 7])
def test_events_of_one_day_cannot_be_shared_out(pages: int) -> None:
    index = EventIndex.build(columns([moment(2016, 5, 16)] * 50))
    assert len(page_spans(index, whole_span(index), pages)) == pages
