from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.viewport import Viewport
from timeline_app.ui.timeline.glide import between

views = st.builds(
    lambda origin, power: Viewport(origin, 0.5, 10**power, 1000.0, 600.0),
    st.integers(-(10**11), 10**11),
    st.floats(-2, 7),
)


@given(views, views)
def test_a_glide_begins_and_ends_where_it_should(start: Viewport, goal: Viewport) -> None:
    for part, view in ((0.0, start), (1.0, goal)):
        reached = between(start, goal, part)
        assert reached.seconds_per_px == pytest.approx(view.seconds_per_px)
        tolerance = 1 + 1e-9 * abs(goal.origin - start.origin) / view.seconds_per_px
        assert abs(reached.x_of(view.origin) - view.x_of(view.origin)) < tolerance


@given(views, st.floats(0.1, 10), st.floats(0, 1000), st.floats(0, 1))
def test_zooming_keeps_the_fixed_point_all_the_way(
    start: Viewport, factor: float, x: float, part: float
) -> None:
    goal = start.zoomed_at(x, factor)
    second, fraction = start.time_at(x)
    view = between(start, goal, part)
    assert view.x_of(second) + fraction / view.seconds_per_px == pytest.approx(x, abs=0.1)


def test_panning_is_straight() -> None:
    start = Viewport(0, 0.0, 10.0, 1000.0, 600.0)
    goal = start.panned(800)
    assert between(start, goal, 0.25).origin == 2000
