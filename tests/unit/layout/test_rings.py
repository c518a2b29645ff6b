from __future__ import annotations

from tests.unit.layout.helpers import builder, lasting, moment, view_of
from timeline_app.domain import calendars as cal
from timeline_app.layout.rings import rings

S = cal.seconds_from_civil


def test_the_cluster_that_holds_an_event_is_ringed() -> None:
    made = builder([moment(2016, 5, 1) for _ in range(60)])
    scene = made.scene(view_of(S(2016), S(2017)))
    drawn = {item.id for item in scene.items} | {dot.id for dot in scene.dots}
    hidden = next(each for each in range(1, 61) if each not in drawn)
    assert [pill.box for pill in scene.pills] == list(rings(scene, made.index, [hidden]))
    assert rings(scene, made.index, [*drawn, 999]) == ()


def test_events_of_one_cluster_share_a_ring() -> None:
    made = builder([moment(2016, 5, 1) for _ in range(60)])
    scene = made.scene(view_of(S(2016), S(2017)))
    assert len(rings(scene, made.index, range(1, 61))) == 1


def test_only_the_lane_and_the_time_of_an_event_count() -> None:
    rows = [moment(2016, 1 + n % 12, 1, lane=n // 480) for n in range(960)]
    made = builder(rows)
    view = view_of(S(2016), S(2017))
    scene = made.scene(view)
    drawn = {item.id for item in scene.items} | {dot.id for dot in scene.dots}
    for event_id in set(range(1, 961)) - drawn:
        (box,) = rings(scene, made.index, [event_id])
        band = scene.lanes[(event_id - 1) // 480]
        assert band.box.y <= box.y < band.box.bottom
        x = view.x_of(made.index.extent(event_id - 1)[0])
        assert box.x - 70 <= x <= box.right + 70


def test_what_lasts_from_before_the_view_is_in_the_count_at_the_left() -> None:
    made = builder([lasting(S(2010), S(2020)) for _ in range(60)])
    scene = made.scene(view_of(S(2015), S(2016)))
    shown = {item.id for item in scene.items}
    hidden = next(each for each in range(1, 61) if each not in shown)
    (count,) = (pill for pill in scene.pills if pill.lasting)
    assert rings(scene, made.index, [hidden]) == (count.box,)


def test_a_place_on_a_density_strip() -> None:
    made = builder([moment(2016, 1 + n % 12, 1 + n % 28) for n in range(5000)])
    view = view_of(S(2016), S(2017))
    scene = made.scene(view)
    assert scene.densities
    shown = {item.id for item in scene.items}
    hidden = next(each for each in range(1, 5001) if each not in shown)
    (box,) = rings(scene, made.index, [hidden])
    at = view.x_of(made.index.extent(hidden - 1)[0])
    assert box.x < at < box.right
