from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.layout.helpers import builder, lasting, moment, view_of
from timeline_app.domain import calendars as cal
from timeline_app.layout.shapes import Pill, Scene
from timeline_app.layout.viewport import Viewport

S = cal.seconds_from_civil


def crowd(height: float, count: int = 60) -> tuple[Scene, list[int]]:
    """Many events in May on few lines, and the time of each."""
    rows = [moment(2016, 5, 1 + n % 28) for n in range(count)]
    scene = builder(rows).scene(view_of(S(2016, 4, 25), S(2016, 6, 5), height=height))
    return scene, [row[0] for row in rows]


def test_clusters_count_what_has_no_label() -> None:
    scene, times = crowd(200)
    assert sum(pill.count for pill in scene.pills) + len(scene.dots) + len(scene.items) == 60
    for pill in scene.pills:
        inside = sum(pill.low <= time < pill.high for time in times)
        labelled = sum(pill.low <= times[item.id - 1] < pill.high for item in scene.items)
        assert pill.count == inside - labelled


@given(st.floats(-700, 700))
def test_clusters_move_with_time(shift: float) -> None:
    rows = [moment(2016, 5, 1 + n % 28) for n in range(90)]
    made = builder(rows)
    view = view_of(S(2016, 5), S(2016, 6), height=200)
    here = {(pill.low, pill.high): pill for pill in made.scene(view).pills}
    for pill in made.scene(view.panned(shift)).pills:
        other = here.get((pill.low, pill.high))
        if other is not None:
            assert pill.count == other.count
            assert pill.box.x == pytest.approx(other.box.x - shift, abs=0.01)


def test_what_lasts_from_before_the_view_is_counted() -> None:
    rows = [lasting(S(2000) + n, S(2020) + n) for n in range(30)]
    scene = builder(rows).scene(view_of(S(2010), S(2010, 2), height=300))
    lasting_pills = [pill for pill in scene.pills if pill.lasting]
    assert len(lasting_pills) == 1
    assert lasting_pills[0].count == 30 - len(scene.items)
    assert lasting_pills[0].text == f"+{30 - len(scene.items)}"


def test_members_of_a_cluster() -> None:
    rows = [moment(2016, 5, 1 + n % 28) for n in range(60)]
    made = builder(rows)
    scene = made.scene(view_of(S(2016, 4, 25), S(2016, 6, 5), height=200))
    pill = max(scene.pills, key=lambda each: each.count)
    members = made.members(scene, pill, 100)
    assert len(members) == pill.count
    assert all(pill.low <= rows[row][0] < pill.high for row in members)
    assert len(made.members(scene, pill, 2)) == 2
    old = [lasting(S(2000) + n, S(2020) + n) for n in range(30)]
    lane = builder(old)
    view = view_of(S(2010), S(2010, 2), height=300)
    shown = lane.scene(view)
    more: Pill = next(each for each in shown.pills if each.lasting)
    assert len(lane.members(shown, more, 100)) == more.count


def test_a_density_strip_counts_columns() -> None:
    starts = np.random.default_rng(1).integers(0, 10**9, 20_000).tolist()
    made = builder([lasting(at, at + 60) for at in starts])
    view = Viewport(0, 0.0, 10**9 / 1000, 1000.0, 600.0)
    density = made.scene(view).densities[0]
    assert density.heights.max() <= 1.0
    assert 2.0 <= density.step <= 4.0
    assert density.x <= 0
    assert density.x + density.step * len(density.heights) >= 1000
    beyond = made.scene(view.panned(5000)).densities[0]
    assert not beyond.heights.any()


def test_one_instant_is_one_cluster_and_no_strip() -> None:
    rows = [lasting(1000, 1002) for _ in range(500)]
    scene = builder(rows).scene(Viewport(0, 0.0, 100.0, 1000.0, 400.0))
    assert not scene.densities
    assert [pill.count for pill in scene.pills] == [500 - len(scene.items)]
