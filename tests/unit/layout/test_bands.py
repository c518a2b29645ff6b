from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.layout.helpers import (
    Row,
    Typewriter,
    builder,
    columns,
    labels,
    moment,
    view_of,
    within_year,
)
from timeline_app.domain import calendars as cal
from timeline_app.layout.index import EventIndex
from timeline_app.layout.scene import SceneBuilder
from timeline_app.layout.style import Style

ROOMY = 4000.0
S = cal.seconds_from_civil

rows_of_lanes = st.lists(
    st.builds(
        lambda kind, n, lane: within_year(2000 + n, lane) if kind else moment(2000 + n, 2, 3, lane),
        st.booleans(),
        st.integers(0, 16),
        st.integers(0, 4),
    ),
    min_size=1,
    max_size=60,
)


@given(rows_of_lanes, st.floats(100, 2000))
def test_lanes_follow_each_other_without_gaps(rows: list[Row], height: float) -> None:
    plans = builder(rows).plans(height)
    top = 46.0
    for plan in plans:
        assert plan.top == top
        assert plan.height >= plan.needed
        top = plan.bottom


@given(rows_of_lanes)
def test_every_lane_gets_at_least_a_line_of_what_it_has(rows: list[Row]) -> None:
    for plan in builder(rows).plans(150):
        assert (plan.bars.lines > 0) == bool(len(plan.lane.bars))
        assert (plan.cards.lines > 0) == bool(len(plan.lane.cards))


@given(rows_of_lanes, st.floats(300, 1500))
def test_lanes_stay_in_view_when_one_line_of_each_fits(rows: list[Row], height: float) -> None:
    made = builder(rows)
    plans = made.plans(height)
    if all(plan.bars.lines <= 1 and plan.cards.lines <= 1 for plan in plans):
        return
    fewest = sum(
        26 + 8 + 28 + 32 * bool(len(plan.lane.bars)) + 46 * bool(len(plan.lane.cards))
        for plan in plans
    )
    if fewest + 46 <= height:
        assert plans[-1].bottom <= height + 40


def test_more_height_gives_more_lines() -> None:
    rows = [moment(2016, 5, 1 + n % 5) for n in range(30)]
    low, high = builder(rows).plans(300)[0], builder(rows).plans(900)[0]
    assert high.cards.lines > low.cards.lines


def test_a_lane_whose_events_all_have_lines_needs_no_marks() -> None:
    assert not builder([moment(2016)]).plans(600)[0].has_marks
    assert builder([moment(2016, 5, 1 + n) for n in range(30)]).plans(300)[0].has_marks


def test_lines_do_not_meet() -> None:
    rows = [within_year(2010 + n) for n in range(3)] + [moment(2016, 5, n + 1) for n in range(9)]
    plan = builder(rows).plans(ROOMY)[0]
    bars = [plan.bar_top(line) for line in range(plan.bars.lines)]
    cards = [plan.card_top(line) for line in range(plan.cards.lines)]
    tops = [*bars, *cards, plan.marks_top]
    assert tops == sorted(set(tops))
    assert cards[0] >= bars[-1] + 32


def test_many_lanes_cost_little() -> None:
    rows = [moment(2016, 5, 1 + n % 28, lane=n % 3000) for n in range(9000)]
    made = builder(rows)
    plans = made.plans(600)
    assert len(plans) == 3000
    scene = made.scene(view_of(S(2016, 5), S(2016, 6)))
    assert len(scene.lanes) < 8


def test_a_folded_lane_keeps_its_marks() -> None:
    rows = [moment(2016, 5, 1 + n, lane=n % 2) for n in range(8)]
    index = EventIndex.build(columns(rows))
    made = SceneBuilder(index, Style(), Typewriter(), labels, ["One", "Two"], collapsed={0})
    scene = made.scene(view_of(S(2016, 5), S(2016, 6)))
    assert {item.id % 2 for item in scene.items} == {0}
    marked = len(scene.dots) + sum(pill.count for pill in scene.pills)
    assert marked + len(scene.items) == 8
