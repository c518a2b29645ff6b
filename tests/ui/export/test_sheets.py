"""Every event of the exported part is on a sheet, and nothing is cut off."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.export.conftest import ROWS, material_from, nothing
from tests.unit.layout.helpers import Row, Typewriter, lasting, moment, since, until, within_year
from timeline_app.domain import calendars as cal
from timeline_app.layout.calendar_names import ENGLISH
from timeline_app.layout.shapes import Cut, Item, Look, Scene
from timeline_app.layout.style import Style
from timeline_app.ui.export.breaks import page_spans, whole_span
from timeline_app.ui.export.material import Material
from timeline_app.ui.export.sheets import (
    CancelledError,
    Drafting,
    Sheet,
    events_within,
    make_sheets,
)

S = cal.seconds_from_civil


def drafting(height: float = 620.0, grows: bool = False) -> Drafting:
    return Drafting(1400.0, height, grows, Style(), Typewriter(), ENGLISH)


def sheets_of(rows: list[Row], pages: int = 1, draft: Drafting | None = None) -> list[Sheet]:
    made = material_from(rows)
    spans = page_spans(made.index, whole_span(made.index), pages)
    return make_sheets(made, spans, draft or drafting(), nothing)


def shown(scene: Scene) -> int:
    return len(scene.items) + len(scene.dots) + sum(pill.count for pill in scene.pills)


DAY = st.builds(
    moment, st.integers(2014, 2016), st.integers(1, 12), st.integers(1, 28), st.integers(0, 1)
)
YEAR = st.builds(within_year, st.integers(2010, 2017), st.integers(0, 1))
OPEN = st.one_of(
    st.builds(since, st.integers(2010, 2016), st.integers(0, 1)),
    st.builds(until, st.integers(2012, 2017), st.integers(0, 1)),
)
ROW = st.one_of(DAY, DAY, DAY, YEAR, OPEN)


@settings(max_examples=40)
@given(st.lists(ROW, min_size=1, max_size=60), st.integers(1, 4))
def test_each_sheet_shows_all_its_events_and_all_events_are_on_a_sheet(
    rows: list[Row], pages: int
) -> None:
    sheets = sheets_of(rows, pages)
    for sheet in sheets:
        assert shown(sheet.scene(620.0)) == len(sheet.columns)
    assert {int(each) for sheet in sheets for each in sheet.columns.ids} == {
        n + 1 for n in range(len(rows))
    }


def test_a_day_is_on_one_page_only() -> None:
    days = [moment(2016, 1 + n % 12, 1 + n % 28) for n in range(60)]
    ids = [int(each) for sheet in sheets_of(days, 5) for each in sheet.columns.ids]
    assert sorted(ids) == list(range(1, 61))


def test_what_lasts_is_on_every_page_that_it_lasts_on() -> None:
    days = [moment(2016, 1 + n, 5) for n in range(12)]
    war = lasting(S(2016, 2), S(2016, 11))
    sheets = sheets_of([*days, war], 4)
    assert [13 in sheet.columns.ids for sheet in sheets] == [True] * 4


def test_an_open_end_runs_off_the_page_until_the_last_one() -> None:
    rows = [since(2015), *(moment(2016, 1 + n, 5) for n in range(12))]
    bars = [sheet.scene(620.0).item(1) for sheet in sheets_of(rows, 3)]
    assert all(isinstance(bar, Item) for bar in bars)
    first, second, last = (bar for bar in bars if isinstance(bar, Item))
    assert first.body.right > 1400
    assert second.body.x < 0
    assert second.body.right > 1400
    assert (first.fade_end, second.fade_end) == (0.0, 0.0)
    assert last.fade_end > 0
    assert last.body.right < 1400


def test_labels_end_before_the_edge_and_do_not_overlap() -> None:
    for sheet in sheets_of(ROWS, 2):
        items = sheet.scene(620.0).items
        assert all(item.label.right <= 1391 for item in items)
        assert all(item.cut is Cut.NONE for item in items if item.look is Look.CARD)
        assert not any(a.label.overlaps(b.label) for a, b in combinations(items, 2))


def test_what_ends_early_on_a_page_still_has_its_words() -> None:
    days = [moment(2016, 1 + n, 5) for n in range(12)]
    sheets = sheets_of([*days, lasting(S(2016, 1, 20), S(2016, 7, 15))], 2)
    for sheet in sheets:
        bar = sheet.scene(620.0).item(13)
        assert isinstance(bar, Item)
        assert bar.title == "Event 13 " + "x" * 13
        assert bar.label.x >= 0
    assert sheets[1].span[0] < S(2016, 7, 15) < sheets[1].span[1]


def test_the_calendar_stops_where_the_next_page_begins() -> None:
    first = sheets_of(ROWS, 2)[0]
    scene = first.scene(620.0)
    end = scene.viewport.x_of(first.span[1])
    assert end < 1300
    assert max(tick.x for tick in (*scene.axis.fine, *scene.axis.coarse)) <= end + 1


def many_lanes(count: int) -> Material:
    rows = [moment(2016, 1 + n % 12, 1 + n % 28, lane=n % count) for n in range(4 * count)]
    made = material_from(rows)
    names = tuple(f"Paper {n}" for n in range(count))
    return Material(made.index, made.labels, names, names, "case", "")


def test_lanes_that_do_not_fit_go_on_further_pages() -> None:
    made = many_lanes(12)
    sheets = make_sheets(made, [whole_span(made.index)], drafting(), nothing)
    assert len(sheets) > 1
    numbers = [band.number for sheet in sheets for band in sheet.scene(620.0).lanes]
    assert numbers == list(range(12))
    assert all(sheet.scene(620.0).content <= 621 for sheet in sheets)


def test_a_picture_grows_with_its_lanes() -> None:
    made = many_lanes(12)
    (sheet,) = make_sheets(made, [whole_span(made.index)], drafting(grows=True), nothing)
    scene = sheet.scene(620.0)
    assert scene.viewport.height > 620
    assert scene.content <= scene.viewport.height + 1


@pytest.mark.parametrize("grows", [False, True])
def test_too_many_lanes_become_one(grows: bool) -> None:
    made = many_lanes(200)
    (sheet,) = make_sheets(made, [whole_span(made.index)], drafting(grows=grows), nothing)
    scene = sheet.scene(620.0)
    assert [band.name for band in scene.lanes] == [""]
    assert len(sheet.columns) == 800
    assert len(scene.densities) == 1
    assert len(scene.items) > 40


def test_the_visible_part_has_what_is_under_way() -> None:
    made = material_from(ROWS)
    part = events_within(made.index, (S(2016, 5, 10) + 3600, S(2016, 5, 12)), first=True)
    starts = {int(each) for each in part.start_earliest}
    assert {S(2016, 5, 10), S(2016, 5, 11), S(2011)} == starts


def test_progress_can_call_it_off() -> None:
    def stop(done: int, total: int) -> None:
        raise CancelledError

    made = material_from(ROWS)
    with pytest.raises(CancelledError):
        make_sheets(made, [whole_span(made.index)], drafting(), stop)
