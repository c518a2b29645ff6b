from __future__ import annotations

from hypothesis import given

from tests.unit.layout.helpers import Row, builder, lasting, moment, view_of
from tests.unit.layout.test_scene import MAY, SAMPLE, S, libraries, views
from timeline_app.layout.reveal import revealing
from timeline_app.layout.shapes import Item
from timeline_app.layout.viewport import Viewport


def test_revealing_pans_scrolls_and_zooms_only_as_needed() -> None:
    made = builder(SAMPLE)
    assert revealing(made, 4, MAY) == MAY
    away = revealing(made, 4, view_of(S(2017), S(2017, 2)))
    assert isinstance(made.scene(away).item(5), Item)
    assert away.seconds_per_px == view_of(S(2017), S(2017, 2)).seconds_per_px
    rows = [moment(2016, 5, 1 + n % 28, lane=0) for n in range(300)]
    crowd = builder(rows)
    found = revealing(crowd, 137, view_of(S(2010), S(2020)))
    scene = crowd.scene(found)
    near = scene.item(138) is not None or any(
        pill.low <= rows[137][0] < pill.high <= pill.low + 1 for pill in scene.pills
    )
    assert near


def test_revealing_scrolls_to_the_lane() -> None:
    rows = [moment(2016, 5, 1 + n, lane=n) for n in range(20)]
    made = builder(rows, [f"Lane {n}" for n in range(20)])
    view = revealing(made, 19, view_of(S(2016, 5), S(2016, 6), height=400))
    shown = made.scene(view).item(20)
    assert isinstance(shown, Item)
    assert shown.label.bottom <= 400


@given(libraries, views)
def test_a_revealed_event_is_on_screen(rows: list[Row], view: Viewport) -> None:
    made = builder(rows)
    row = len(rows) // 2
    found = revealing(made, row, view)
    scene = made.scene(found)
    shown = scene.item(row + 1)
    low, high = made.index.extent(row)
    together = any(pill.low <= low < pill.high <= pill.low + 1 for pill in scene.pills)
    assert shown is not None or together
    assert found.x_of(low) <= found.width
    assert found.x_of(high) >= 0


@given(libraries, views)
def test_what_is_revealed_needs_no_further_move(rows: list[Row], view: Viewport) -> None:
    made = builder(rows)
    once = revealing(made, 0, view)
    again = revealing(made, 0, once)
    assert again.seconds_per_px == once.seconds_per_px
    assert abs(again.x_of(once.origin) - once.x_of(once.origin)) < 1
    assert again.top == once.top


def test_events_of_one_instant_are_not_zoomed_into_for_ever() -> None:
    rows = [lasting(S(2016), S(2016) + 2) for _ in range(90)]
    found = revealing(builder(rows), 80, view_of(S(2015), S(2017)))
    assert found.seconds_per_px == view_of(S(2015), S(2017)).seconds_per_px
