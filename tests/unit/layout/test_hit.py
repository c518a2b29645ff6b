from __future__ import annotations

from tests.unit.layout.helpers import builder, moment, view_of
from tests.unit.layout.test_scene import MAY, SAMPLE, S, item_of
from timeline_app.layout.hit import Part, hit_test


def test_hits() -> None:
    scene = builder(SAMPLE).scene(MAY)
    item = item_of(scene, 5)
    assert hit_test(scene, item.label.x + 5, item.label.y + 5).event_id == 5
    band = item_of(scene, 3)
    assert hit_test(scene, 900, band.body.y + 2).event_id == 3
    assert hit_test(scene, 500, 10).part is Part.AXIS
    assert hit_test(scene, 15, scene.lanes[1].label.y + 5).part is Part.LANE
    empty = hit_test(scene, item.label.x + 5, item.label.y - 5)
    assert empty.part in {Part.EMPTY, Part.EVENT}
    assert hit_test(scene, 990, scene.lanes[0].box.bottom - 2).part is Part.EMPTY
    assert hit_test(scene, 500, scene.content + 500).lane == -1


def test_clusters_and_dots_can_be_hit() -> None:
    rows = [moment(2016, 5, 10 + n % 3) for n in range(30)] + [moment(2016, 6, 2) for _ in range(9)]
    scene = builder(rows).scene(view_of(S(2016, 5), S(2016, 7), height=260))
    pill = scene.pills[0]
    hit = hit_test(scene, pill.box.x + 4, pill.box.y + 4)
    assert hit.part is Part.CLUSTER
    assert hit.pill == pill
    lone = [moment(2016, 5, 16) for _ in range(3)] + [moment(2016, 5, 25), moment(2016, 5, 26)]
    many = builder([*lone, *[moment(2016, 5, 18 + n % 2) for n in range(20)]]).scene(
        view_of(S(2016, 5, 10), S(2016, 6, 1), height=180)
    )
    assert many.dots
    assert hit_test(many, many.dots[0].x + 3, many.dots[0].y).event_id == many.dots[0].id
