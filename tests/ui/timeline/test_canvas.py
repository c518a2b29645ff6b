from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionSlider
from pytestqt.qtbot import QtBot

from tests.ui.timeline.conftest import LANES, point_of, sample_index
from tests.unit.layout.helpers import columns, labels, moment
from timeline_app.domain import calendars as cal
from timeline_app.layout.index import EventIndex
from timeline_app.layout.shapes import Item
from timeline_app.layout.viewport import Viewport
from timeline_app.ui.look.theme import DARK, LIGHT
from timeline_app.ui.timeline.canvas import TimelineCanvas
from timeline_app.ui.timeline.lane_bar import LaneBar

Key = Qt.Key
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
S = cal.seconds_from_civil


def press(canvas: TimelineCanvas, key: Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    QTest.keyClick(canvas, key, modifier)


def inside(canvas: TimelineCanvas, low: int, high: int) -> bool:
    view = canvas.viewport()
    return view.x_of(low) >= 0 and view.x_of(high) <= view.width


def test_the_first_events_are_fitted(canvas: TimelineCanvas) -> None:
    assert inside(canvas, S(2011), S(2016, 6, 3))


def test_new_events_keep_the_view(canvas: TimelineCanvas) -> None:
    canvas.set_viewport(canvas.viewport().fitted(S(2016, 5), S(2016, 6)))
    before = canvas.viewport()
    canvas.set_index(EventIndex.build(columns([moment(1900)])), LANES)
    assert canvas.viewport() == before
    canvas.set_index(None, [])
    assert canvas.viewport() == before
    assert canvas.scene().items == ()


def test_new_events_keep_the_view_when_the_size_changes_too(qtbot: QtBot) -> None:
    made = TimelineCanvas(LIGHT, labels)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.set_index(EventIndex.build(columns([moment(2016, 5, 1), moment(2016, 6, 1)])), LANES)
    before = made.viewport()
    made.set_index(EventIndex.build(columns([moment(1900), moment(2016, 5, 1)])), LANES)
    made.resize(1000, 400)
    assert (made.viewport().first, made.viewport().last) == (before.first, before.last)


def test_a_view_set_before_the_events_stays(qtbot: QtBot) -> None:
    made = TimelineCanvas(LIGHT, labels)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.set_viewport(Viewport(S(1999), 0.0, 3600.0, 800.0, 500.0))
    made.set_index(sample_index(), LANES)
    made.show()
    assert made.viewport().first == S(1999)


def test_clicking_an_event_tells_and_marks_it(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.event_clicked) as clicked:
        QTest.mouseClick(canvas, LEFT, pos=point_of(canvas, 2))
    assert clicked.args == [2]
    assert canvas.primary == 2


def test_clicking_empty_ground_clears_the_selection(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    canvas.set_selected({1, 2}, 1)
    bottom = canvas.rect().bottomRight()
    with qtbot.waitSignal(canvas.selection_cleared):
        QTest.mouseClick(canvas, LEFT, pos=bottom)
    assert canvas.primary is None


def test_marking_from_outside_says_nothing(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(canvas.event_clicked),
        qtbot.assertNotEmitted(canvas.selection_cleared),
    ):
        canvas.set_selected({3}, 3)
        canvas.set_selected((), None)


def test_arrows_walk_through_time(canvas: TimelineCanvas) -> None:
    canvas.choose(7)
    press(canvas, Key.Key_Right)
    press(canvas, Key.Key_Right)
    assert canvas.primary in {3, 5}
    press(canvas, Key.Key_Right)
    assert canvas.primary == 4
    press(canvas, Key.Key_Left)
    assert canvas.primary in {3, 5}
    canvas.choose(6)
    press(canvas, Key.Key_Right)
    assert canvas.primary == 6


def test_arrows_change_lanes(canvas: TimelineCanvas) -> None:
    canvas.choose(4)
    press(canvas, Key.Key_Down)
    assert canvas.primary == 5
    press(canvas, Key.Key_Up)
    assert canvas.primary == 3
    press(canvas, Key.Key_Up)
    assert canvas.primary == 3


def test_an_arrow_without_a_selection_begins_in_view(canvas: TimelineCanvas) -> None:
    press(canvas, Key.Key_Right)
    assert canvas.primary is not None


def test_walking_keeps_the_event_in_view(canvas: TimelineCanvas) -> None:
    canvas.set_viewport(canvas.viewport().fitted(S(2016, 5, 15), S(2016, 5, 18)))
    canvas.choose(3)
    for _ in range(6):
        press(canvas, Key.Key_Right)
        primary = canvas.primary
        assert primary is not None
        row = canvas.index.row_of(primary)
        assert row is not None
        low = canvas.index.extent(row)[0]
        assert inside(canvas, low, low)


@pytest.mark.parametrize(
    ("key", "factor"),
    [(Key.Key_W, 1.6), (Key.Key_Plus, 1.6), (Key.Key_S, 1 / 1.6), (Key.Key_Minus, 1 / 1.6)],
)
def test_keys_zoom(canvas: TimelineCanvas, key: Key, factor: float) -> None:
    before = canvas.viewport().seconds_per_px
    press(canvas, key)
    assert before / canvas.viewport().seconds_per_px == pytest.approx(factor)


def test_keys_zoom_around_the_event_that_is_read(canvas: TimelineCanvas) -> None:
    canvas.choose(4)
    start = S(2016, 5, 19)
    x = canvas.viewport().x_of(start)
    press(canvas, Key.Key_W)
    assert canvas.viewport().x_of(start) == pytest.approx(x)


@pytest.mark.parametrize(("key", "sign"), [(Key.Key_D, 1), (Key.Key_A, -1)])
def test_keys_pan(canvas: TimelineCanvas, key: Key, sign: int) -> None:
    before = canvas.viewport()
    press(canvas, key)
    moved = before.x_of(canvas.viewport().origin)
    assert moved * sign == pytest.approx(250, abs=1)


@pytest.mark.parametrize("key", [Key.Key_0, Key.Key_Home])
def test_fitting_everything(canvas: TimelineCanvas, key: Key) -> None:
    canvas.set_viewport(Viewport(S(1700), 0.0, 60.0, 1000.0, 600.0))
    press(canvas, key)
    assert inside(canvas, canvas.index.low, canvas.index.high)


def test_fitting_the_selection(canvas: TimelineCanvas) -> None:
    canvas.set_selected({3, 6}, 3)
    press(canvas, Key.Key_F)
    view = canvas.viewport()
    assert view.x_of(S(2016, 5, 16)) == pytest.approx(100, abs=1)
    assert view.x_of(S(2016, 6, 3)) == pytest.approx(900, abs=1)


def test_the_first_look_leaves_outliers_aside(qtbot: QtBot) -> None:
    rows = [moment(2016, 5, 1 + n) for n in range(20)] + [moment(1911)]
    made = TimelineCanvas(LIGHT, labels)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.set_index(EventIndex.build(columns(rows)), LANES)
    assert not inside(made, S(1911), S(2016))
    assert inside(made, S(2016, 5, 1), S(2016, 5, 20))
    made.set_animated(False)
    made.fit_all()
    assert inside(made, S(1911), S(2016, 5, 21))


def test_enter_activates_and_space_peeks(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    canvas.choose(2)
    with qtbot.waitSignal(canvas.event_activated) as activated:
        press(canvas, Key.Key_Return)
    assert activated.args == [2]
    press(canvas, Key.Key_Space)
    assert canvas.peeking
    press(canvas, Key.Key_Escape)
    assert (canvas.peeking, canvas.primary) == (False, 2)
    press(canvas, Key.Key_Escape)
    assert canvas.primary is None


def test_views_can_be_left_and_returned_to(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    whole = canvas.viewport()
    canvas.remember_view()
    canvas.set_viewport(whole.fitted(S(2016, 5), S(2016, 6)))
    may = canvas.viewport()
    press(canvas, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert canvas.viewport() == whole
    press(canvas, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert canvas.viewport() == may


def test_revealing(canvas: TimelineCanvas) -> None:
    canvas.set_viewport(Viewport(S(1700), 0.0, 3600.0, 1000.0, 600.0))
    canvas.reveal(4)
    assert isinstance(canvas.scene().item(4), Item)
    before = canvas.viewport()
    canvas.reveal(4)
    assert canvas.viewport() == before
    canvas.reveal(99)
    assert canvas.viewport() == before


def test_moves_are_animated_and_can_be_interrupted(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    canvas.set_animated(True)
    goal = canvas.viewport().fitted(S(2016, 5), S(2016, 6))
    seen: list[Viewport] = []
    canvas.viewport_changed.connect(seen.append)
    canvas.move_to(goal)
    qtbot.waitUntil(lambda: canvas.viewport() == goal, timeout=3000)
    assert len(seen) > 3
    canvas.fit_all()
    qtbot.waitUntil(lambda: canvas.viewport() != goal, timeout=3000)
    canvas.set_viewport(goal)
    assert canvas.viewport() == goal
    assert canvas.goal() == goal


def test_the_first_painting_is_told_once(qtbot: QtBot) -> None:
    made = TimelineCanvas(LIGHT, labels)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.first_painted):
        made.show()
    with qtbot.assertNotEmitted(made.first_painted, wait=30):
        made.repaint()


def test_going_to_a_date(canvas: TimelineCanvas) -> None:
    canvas.go_to(S(1950, 6))
    assert canvas.viewport().x_of(S(1950, 6)) == pytest.approx(500, abs=1)


def test_the_view_keeps_its_left_edge_when_resized(canvas: TimelineCanvas) -> None:
    canvas.set_viewport(canvas.viewport().fitted(S(2016, 5), S(2016, 6)))
    before = canvas.viewport()
    canvas.resize(700, 400)
    after = canvas.viewport()
    assert (after.origin, after.seconds_per_px) == (before.origin, before.seconds_per_px)
    assert (after.width, after.height) == (700, 400)


def test_themes(canvas: TimelineCanvas) -> None:
    canvas.set_theme(DARK)
    ground = canvas.grab().toImage().pixelColor(995, 590)
    assert ground.lightness() < 60


def test_one_and_no_event(qtbot: QtBot) -> None:
    made = TimelineCanvas(LIGHT, labels)
    qtbot.addWidget(made)
    made.set_animated(False)
    made.resize(600, 400)
    made.show()
    for key in (Key.Key_0, Key.Key_Right, Key.Key_F, Key.Key_Return, Key.Key_Space, Key.Key_W):
        press(made, key)
    made.set_index(EventIndex.build(columns([moment(-9999, 3, 1)])), [])
    press(made, Key.Key_0)
    assert isinstance(made.scene().item(1), Item)
    made.grab()


def test_lanes_fold(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    band = canvas.scene().lanes[0]
    with qtbot.waitSignal(canvas.lanes_folded) as told:
        QTest.mouseClick(canvas, LEFT, pos=QPoint(20, round(band.label.y + 6)))
    assert told.args == [frozenset({0})]
    folded = canvas.scene()
    assert folded.lanes[0].collapsed
    assert folded.lanes[0].box.height < band.box.height
    assert {item.id for item in folded.items} == {2, 5, 6}
    assert folded.dots or folded.pills
    canvas.choose(2)
    press(canvas, Key.Key_C)
    assert canvas.collapsed() == {0, 1}
    canvas.set_collapsed(())
    assert not any(lane.collapsed for lane in canvas.scene().lanes)


def test_the_readers_language_on_the_axis(canvas: TimelineCanvas) -> None:
    canvas.setLocale(QLocale("de_DE"))
    canvas.set_theme(LIGHT)
    canvas.set_viewport(canvas.viewport().fitted(S(2016, 5, 2), S(2016, 5, 29)))
    assert "Mai 2016" in [tick.label for tick in canvas.scene().axis.coarse]


def test_a_selected_event_inside_a_cluster_is_ringed(canvas: TimelineCanvas) -> None:
    index = EventIndex.build(columns([moment(2016, 5, 16) for _ in range(60)]))
    canvas.set_index(index, LANES)
    canvas.fit_all()
    drawn = {item.id for item in canvas.scene().items}
    hidden = next(each for each in range(1, 61) if each not in drawn)
    canvas.set_selected({hidden}, hidden)
    assert canvas.scene().emphasis.rings == (canvas.scene().pills[0].box,)
    canvas.set_selected(drawn, None)
    assert canvas.scene().emphasis.rings == ()


def test_lanes_that_do_not_fit_have_a_bar(canvas: TimelineCanvas) -> None:
    bar = canvas.findChild(LaneBar)
    assert bar is not None
    canvas.grab()
    assert not bar.isVisible()
    rows = [moment(2016, 5, 1 + n, lane=n) for n in range(20)]
    canvas.set_index(EventIndex.build(columns(rows)), [f"Lane {n}" for n in range(20)])
    canvas.grab()
    assert bar.isVisible()
    assert bar.maximum() == round(canvas.scene().content - canvas.height())
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    parts = QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider
    grip = bar.style().subControlRect(*parts, bar).center()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(bar, grip + QPoint(0, 200))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=grip + QPoint(0, 200))
    assert canvas.viewport().top > 100
    canvas.grab()
    assert bar.value() == round(canvas.viewport().top)
    press(canvas, Key.Key_PageDown)
    press(canvas, Key.Key_PageDown)
    press(canvas, Key.Key_PageDown)
    assert canvas.viewport().top == bar.maximum()
    press(canvas, Key.Key_PageUp)
    assert canvas.viewport().top < bar.maximum()


def test_space_peeks_at_an_event_out_of_view(canvas: TimelineCanvas) -> None:
    canvas.set_selected({1}, 1)
    canvas.set_viewport(canvas.viewport().fitted(S(2016, 5), S(2016, 6)))
    canvas.set_viewport(canvas.viewport().centred(S(1990)))
    press(canvas, Key.Key_Space)
    assert canvas.peeking
    assert "Event 1" in canvas.peek_words()[0]
    assert canvas.scene().item(1) is not None
