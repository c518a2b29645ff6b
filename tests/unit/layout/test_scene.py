from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.layout.helpers import (
    Row,
    Typewriter,
    builder,
    columns,
    labels,
    lasting,
    moment,
    since,
    until,
    view_of,
    within_year,
)
from timeline_app.domain import calendars as cal
from timeline_app.layout.hit import Part, hit_test
from timeline_app.layout.index import EventIndex
from timeline_app.layout.scene import SceneBuilder, build_scene, weekends
from timeline_app.layout.shapes import Cut, Dot, Item, Look, Scene
from timeline_app.layout.slots import OPEN_PX
from timeline_app.layout.style import Style
from timeline_app.layout.text import EventLabel
from timeline_app.layout.viewport import Viewport

S = cal.seconds_from_civil
MAY = view_of(S(2016, 5, 8), S(2016, 6, 8))
SAMPLE: list[Row] = [
    within_year(2011),
    since(2011, lane=1),
    within_year(2016),
    moment(2016, 5, 16),
    moment(2016, 5, 19),
    moment(2016, 5, 16, lane=1),
    moment(2016, 5, 19, lane=2),
    until(2014, lane=2),
    lasting(S(2015, 1, 14), S(2015, 1, 28)),
]


def titles_overlap(scene: Scene) -> bool:
    boxes = [item.label for item in scene.items if item.title]
    boxes += [pill.box for pill in scene.pills]
    return any(a.overlaps(b) for a, b in combinations(boxes, 2))


def item_of(scene: Scene, event_id: int) -> Item:
    found = scene.item(event_id)
    assert isinstance(found, Item)
    return found


moments = st.builds(
    lambda day, lane: moment(2016, 1 + day // 28, 1 + day % 28, lane),
    st.integers(0, 335),
    st.integers(0, 2),
)
years = st.builds(within_year, st.integers(2005, 2020), st.integers(0, 2))
intervals = st.builds(
    lambda start, length, lane: lasting(S(2012) + start, S(2012) + start + length, lane),
    st.integers(0, 10**8),
    st.integers(2, 10**8),
    st.integers(0, 2),
)
opens = st.builds(since, st.integers(2005, 2018), st.integers(0, 2))
libraries = st.lists(st.one_of(moments, years, intervals, opens), min_size=1, max_size=60)
views = st.builds(
    lambda centre, power, height: Viewport(0, 0.0, 10**power, 1100.0, height).centred(centre),
    st.integers(S(2005), S(2020)),
    st.floats(1, 6.5),
    st.floats(250, 1200),
)


@given(libraries, views)
def test_no_two_labels_overlap(rows: list[Row], view: Viewport) -> None:
    assert not titles_overlap(builder(rows).scene(view))


@given(libraries, views)
def test_every_event_in_view_is_shown_or_counted(rows: list[Row], view: Viewport) -> None:
    """At a scale where all lanes fit: labels, dots and clusters add up, by the start of each."""
    view = view.resized(1100.0, 4000.0)
    scene = builder(rows).scene(view)
    shown = {item.id for item in scene.items} | {dot.id for dot in scene.dots}
    counted = sum(pill.count for pill in scene.pills)
    starting = {number + 1 for number, row in enumerate(rows) if view.first <= row[0] < view.last}
    if not scene.densities:
        assert len(starting - shown) <= counted


@given(libraries, views, st.floats(-300, 300))
def test_labels_keep_their_height_while_panning(
    rows: list[Row], view: Viewport, shift: float
) -> None:
    here, there = builder(rows).scene(view), builder(rows).scene(view.panned(shift))
    for item in here.items:
        found = there.item(item.id)
        if isinstance(found, Item):
            assert found.label.y == item.label.y


@given(libraries, views, st.floats(0, 1100))
def test_zooming_in_and_out_gives_the_same_picture(
    rows: list[Row], view: Viewport, x: float
) -> None:
    made = builder(rows)
    before = made.scene(view)
    for n in range(1, 6):
        made.scene(view.zoomed_at(x, 1.7**n))
    after = made.scene(view)
    assert after.items == before.items
    assert after.dots == before.dots
    assert after.pills == before.pills


@given(libraries, views)
def test_coordinates_stay_near_the_view(rows: list[Row], view: Viewport) -> None:
    scene = builder(rows).scene(view)
    for item in scene.items:
        assert -300 <= item.body.x <= view.width + 300
        assert item.body.right <= view.width + 300
        assert item.label.x >= 0
        assert item.label.right <= view.width + 0.01


def test_kinds_of_events_look_different() -> None:
    scene = builder(SAMPLE).scene(view_of(S(2010), S(2017), height=1200))
    looks = {event_id: item_of(scene, event_id) for event_id in (1, 2, 4, 8, 9)}
    assert looks[1].look is Look.SPAN
    assert looks[4].look is Look.CARD
    assert looks[2].look is Look.INTERVAL
    assert looks[2].fade_end > 0
    assert looks[8].fade_start > 0
    assert looks[9].fade_end == looks[9].fade_start == 0
    assert looks[1].core_end == looks[1].core_start


def test_the_uncertain_part_of_an_interval_is_not_its_core() -> None:
    view = view_of(S(2010), S(2017), height=1200)
    item = item_of(builder(SAMPLE).scene(view), 2)
    assert item.body.x == pytest.approx(view.x_of(S(2011)))
    assert item.core_start == pytest.approx(view.x_of(S(2012)))


def test_long_events_keep_their_words_at_the_left_edge() -> None:
    scene = builder(SAMPLE).scene(MAY)
    for event_id in (2, 3):
        item = item_of(scene, event_id)
        assert 0 <= item.label.x < 20
        assert item.title
    assert item_of(scene, 3).body.right > MAY.width


def test_an_open_end_goes_on_until_now_and_fades() -> None:
    made, now = builder([since(2011), moment(2032)]), S(2026)
    view = view_of(S(2010), S(2040))
    item = item_of(made.scene(view, now), 1)
    assert item.body.right == pytest.approx(view.x_of(now) + OPEN_PX)
    assert 100 < item.fade_end < OPEN_PX
    before = item_of(made.scene(view_of(S(2020), S(2021)), now), 1)
    assert before.fade_end == 0
    assert before.body.right > 1000
    assert not made.scene(view_of(S(2029), S(2031)), now).items


def test_an_open_start_is_drawn_next_to_its_end_alone() -> None:
    made = builder([until(2016), moment(2011)])
    for view in (view_of(S(2010), S(2020)), view_of(S(2015), S(2018))):
        item = item_of(made.scene(view), 1)
        assert item.body.x == pytest.approx(view.x_of(S(2016)) - OPEN_PX)
        assert item.body.right == pytest.approx(view.x_of(S(2017)))
        assert item.fade_start > 100
    assert made.scene(view_of(S(2010), S(2012))).item(1) is None


def test_open_starts_far_from_their_ends_are_not_counted_as_lasting() -> None:
    made = builder([until(2016) for _ in range(40)])
    assert made.scene(view_of(S(2016), S(2020))).pills
    far = made.scene(view_of(S(1990), S(1995)))
    assert not far.pills
    assert not far.items


def test_open_ends_are_not_counted_as_lasting_after_now() -> None:
    made = builder([since(2011) for _ in range(40)])
    scene = made.scene(view_of(S(2020), S(2022)), S(2026))
    assert [pill.count + len(scene.items) for pill in scene.pills if pill.lasting] == [40]
    later = made.scene(view_of(S(2030), S(2035)), S(2026))
    assert not later.pills
    assert not later.items


def test_labels_at_the_edge_are_cut_with_an_ellipsis() -> None:
    row = [moment(2016, 5, 20)]
    full = item_of(builder(row).scene(MAY), 1)
    # Event 1's title is "Event 1 x": let only a part of its card be in view.
    edge = MAY.panned(full.label.x - MAY.width + 80)
    cut = item_of(builder(row).scene(edge), 1)
    assert cut.cut is Cut.RIGHT
    assert cut.title.endswith("…") or len(cut.title) * 7 <= 80
    assert cut.label.right <= edge.width + 0.01
    made = builder([*(moment(1900 + n) for n in range(21)), moment(2016, 5, 20)])
    whole = item_of(made.scene(MAY), 22)
    leaving = item_of(made.scene(MAY.panned(whole.label.right - 90)), 22)
    assert leaving.cut is Cut.LEFT
    assert leaving.title.endswith("…")
    assert whole.title.startswith(leaving.title[:-1])
    assert leaving.label.x == 0
    slit = item_of(builder(row).scene(MAY.panned(full.label.x - MAY.width + 10)), 1)
    assert slit.title == ""


def test_no_empty_card_is_left_at_the_left_edge() -> None:
    made = builder([*(moment(1900 + n) for n in range(21)), moment(2016, 5, 20)])
    whole = item_of(made.scene(MAY), 22)
    for seen in range(1, 120, 3):
        scene = made.scene(MAY.panned(whole.label.right - seen))
        assert all(item.title for item in scene.items if item.label.width)


def test_words_never_stay_behind_without_their_bar() -> None:
    made = builder([lasting(S(2016, 5, 1), S(2016, 5, 3)), moment(2016, 5, 20)])
    end = made.scene(MAY).viewport.x_of(S(2016, 5, 3))
    assert made.scene(MAY.panned(end - 1)).item(1) is not None
    assert made.scene(MAY.panned(end + 1)).item(1) is None


def test_no_empty_card_is_left_at_the_right_edge() -> None:
    made = builder([moment(2016, 5, 20)])
    whole = item_of(made.scene(MAY), 1)
    for seen in range(1, 60, 3):
        slit = item_of(made.scene(MAY.panned(whole.label.x - MAY.width + seen)), 1)
        assert slit.title == ""
        assert slit.label.width <= 8


def test_labels_are_shortened_to_find_a_free_line() -> None:
    rows = [moment(2016, 5, 1 + 6 * n) for n in range(4)]
    titles = {n: EventLabel("A title of forty letters, not one more..", "a day") for n in range(9)}
    made = SceneBuilder(
        EventIndex.build(columns(rows)), Style(max_card_lines=1), Typewriter(), lambda _: titles
    )
    view = Viewport(S(2016, 4, 30), 0.0, 2048.0, 1400.0, 300.0)
    items = made.scene(view).items
    assert len(items) >= 3
    assert any(item.title.endswith("…") and item.cut is Cut.NONE for item in items)
    assert not any(a.label.overlaps(b.label) for a, b in combinations(items, 2))


def test_a_bar_that_goes_over_the_left_edge_keeps_the_start_of_its_title() -> None:
    made = builder([lasting(S(2016, 5, 1), S(2016, 5, 8)), moment(2016, 5, 20)])
    end = made.scene(MAY).viewport.x_of(S(2016, 5, 8))
    cuts = set()
    for left in range(10, 300, 10):
        item = item_of(made.scene(MAY.panned(end - left)), 1)
        cuts.add(item.cut)
        assert item.label.x >= 0
        assert "Event 1".startswith(item.title.rstrip("…").rstrip(" x"))
    assert Cut.LEFT in cuts


def test_lanes_share_the_height() -> None:
    scene = builder(SAMPLE).scene(view_of(S(2010), S(2017), height=900))
    assert [band.name for band in scene.lanes] == ["One", "Two", "Three"]
    assert [band.count for band in scene.lanes] == [5, 2, 2]
    for band, below in zip(scene.lanes, scene.lanes[1:], strict=False):
        assert below.box.y == pytest.approx(band.box.bottom)
    assert scene.content <= 900


def test_lanes_that_do_not_fit_are_scrolled() -> None:
    rows = [moment(2016, 5, 1 + n, lane=n) for n in range(20)]
    made = builder(rows, [f"Lane {n}" for n in range(20)])
    view = view_of(S(2016, 5), S(2016, 6), height=400)
    content = made.content_height(400)
    assert content > 1000
    top = made.scene(view)
    bottom = made.scene(view.scrolled_to(content, content))
    assert top.lanes[0].number == 0
    assert bottom.lanes[-1].number == 19
    assert len(top.lanes) < 10


def test_a_lane_without_a_name_has_no_header() -> None:
    scene = builder([moment(2016, 5, 19)], []).scene(MAY)
    assert scene.lanes[0].name == ""
    assert scene.lanes[0].label.width == 0


def test_two_hundred_events_on_one_second() -> None:
    rows = [lasting(S(2016), S(2016) + 1) for _ in range(200)]
    rows = [(row[0], row[1], row[0], row[1], 0, 0, 0) for row in rows]
    scene = builder(rows).scene(Viewport(S(2016) - 1, 0.0, 0.01, 1000.0, 600.0))
    assert not titles_overlap(scene)
    labelled = len(scene.items)
    assert labelled + sum(pill.count for pill in scene.pills) == 200


def test_ten_thousand_years_among_seconds() -> None:
    rows = [lasting(S(-7999), S(2000)), *[lasting(n * 10, n * 10 + 1) for n in range(50)]]
    for scale in (0.001, 1.0, 1e5, 1e8):
        view = Viewport(0, 0.0, scale, 1000.0, 600.0).centred(200)
        scene = builder(rows).scene(view)
        assert item_of(scene, 1).title
        assert not titles_overlap(scene)


@pytest.mark.parametrize("year", [-9999, -43, 1, 9999])
def test_far_away_years(year: int) -> None:
    rows = [moment(year, 3, 15), within_year(year)]
    scene = builder(rows).scene(view_of(S(year), S(year + 1)))
    assert {item.id for item in scene.items} == {1, 2}


def test_an_empty_library() -> None:
    scene = builder([]).scene(MAY)
    assert (scene.items, scene.lanes, scene.dots, scene.pills) == ((), (), (), ())
    assert scene.axis.fine
    assert hit_test(scene, 300, 300).part is Part.EMPTY


def test_one_call_does_it_all() -> None:
    index = EventIndex.build(columns(SAMPLE))
    scene = build_scene(MAY, index, Style(), Typewriter(), labels, ["One"], now=S(2016, 5, 20))
    assert scene.today == pytest.approx(MAY.x_of(S(2016, 5, 20)))
    assert scene.items == builder(SAMPLE, ["One"]).scene(MAY, S(2016, 5, 20)).items


def test_weekends_where_days_are_wide_enough() -> None:
    scene = builder([]).scene(MAY)
    assert len(scene.weekends) in {5, 6}
    for start, end in scene.weekends:
        assert cal.weekday(MAY.second_at(start + 1) // cal.DAY) == 6
        assert end - start == pytest.approx(2 * cal.DAY / MAY.seconds_per_px)
    assert builder([]).scene(view_of(S(2000), S(2020))).weekends == ()


def test_weekends_are_those_of_the_reader() -> None:
    view = view_of(S(2016, 5, 2), S(2016, 5, 29))
    friday, sunday = S(2016, 5, 6), S(2016, 5, 8)
    bands = list(weekends(view, (5, 6)))
    assert (view.x_of(friday), view.x_of(sunday)) in bands
    assert len(list(weekends(view, (5,)))) == 4
    assert not list(weekends(view, ()))


def test_a_hundred_thousand_events() -> None:
    rng = np.random.default_rng(4)
    starts = rng.integers(S(1900), S(2020), 100_000).tolist()
    made = builder([lasting(at, at + 3600, n % 3) for n, at in enumerate(starts)])
    dense = made.scene(view_of(S(1900), S(2020)))
    assert len(dense.densities) == 3
    assert not dense.pills
    closer = made.scene(view_of(S(1950), S(1950, 2)))
    assert closer.pills or closer.dots
    assert not titles_overlap(closer)
    assert len(closer.items) < 200


def test_every_dot_lies_at_its_time() -> None:
    rows = [moment(2016, 5, 1 + n % 28) for n in range(40)]
    view = view_of(S(2016, 5), S(2016, 6), height=200)
    scene = builder(rows).scene(view)
    for dot in scene.dots:
        assert isinstance(dot, Dot)
        assert dot.x == pytest.approx(view.x_of(rows[dot.id - 1][0]))


def test_a_long_lane_name_is_cut_and_keeps_its_count() -> None:
    scene = builder([moment(2016, 5, 19)], ["A very long name " * 20]).scene(MAY)
    band = scene.lanes[0]
    assert band.words.endswith("… · 1")
    assert band.label.width <= MAY.width * 0.5 + 20
