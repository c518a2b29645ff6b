from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.timeline.conftest import LANES, point_of, wheel
from tests.unit.layout.helpers import columns, moment
from timeline_app.domain import calendars as cal
from timeline_app.layout.index import EventIndex
from timeline_app.ui.timeline.canvas import TimelineCanvas
from timeline_app.ui.timeline.hint import Hint

S = cal.seconds_from_civil
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOTCH = QPoint(0, 120)


def move(canvas: TimelineCanvas, at: QPoint, held: bool = True) -> None:
    buttons = LEFT if held else Qt.MouseButton.NoButton
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(at),
        QPointF(canvas.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        buttons,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(canvas, event)


def drag(
    canvas: TimelineCanvas,
    start: QPoint,
    end: QPoint,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    QTest.mousePress(canvas, LEFT, modifier, start)
    for part in (0.3, 0.6, 1.0):
        move(canvas, start + (end - start) * part)
    QTest.mouseRelease(canvas, LEFT, modifier, end)


@pytest.mark.parametrize(
    ("at", "modifier"),
    [(QPoint(300, 400), CTRL), (QPoint(300, 20), Qt.KeyboardModifier.NoModifier)],
)
def test_ctrl_and_wheel_or_the_wheel_on_the_axis_zoom_at_the_cursor(
    canvas: TimelineCanvas, at: QPoint, modifier: Qt.KeyboardModifier
) -> None:
    before = canvas.viewport()
    under = before.second_at(300)
    wheel(canvas, at, NOTCH, modifier)
    after = canvas.viewport()
    assert after.seconds_per_px < before.seconds_per_px
    assert after.x_of(under) == pytest.approx(300, abs=0.1)
    wheel(canvas, at, -NOTCH, modifier)
    assert canvas.viewport().seconds_per_px == pytest.approx(before.seconds_per_px)


def test_the_plain_wheel_scrolls_lanes_and_nothing_else(canvas: TimelineCanvas) -> None:
    before = canvas.viewport()
    wheel(canvas, QPoint(300, 400), -NOTCH)
    assert canvas.viewport() == before  # all lanes fit
    rows = [moment(2016, 5, 1 + n, lane=n) for n in range(12)]
    canvas.set_index(EventIndex.build(columns(rows)), [f"Lane {n}" for n in range(12)])
    wheel(canvas, QPoint(300, 400), -NOTCH)
    after = canvas.viewport()
    assert after.top == 90
    assert (after.origin, after.seconds_per_px) == (before.origin, before.seconds_per_px)
    for _ in range(30):
        wheel(canvas, QPoint(300, 400), -NOTCH)
    assert canvas.viewport().top == pytest.approx(canvas.scene().content - 600)


@pytest.mark.parametrize(
    ("delta", "modifier"),
    [(QPoint(0, -120), SHIFT), (QPoint(-120, 0), Qt.KeyboardModifier.NoModifier)],
)
def test_shift_or_a_sideways_wheel_pans(
    canvas: TimelineCanvas, delta: QPoint, modifier: Qt.KeyboardModifier
) -> None:
    before = canvas.viewport()
    wheel(canvas, QPoint(300, 400), delta, modifier)
    after = canvas.viewport()
    assert before.x_of(after.origin) == pytest.approx(90, abs=1)
    assert after.seconds_per_px == before.seconds_per_px


def test_dragging_pans(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    before = canvas.viewport()
    with (
        qtbot.assertNotEmitted(canvas.event_clicked),
        qtbot.assertNotEmitted(canvas.selection_cleared),
    ):
        drag(canvas, QPoint(500, 500), QPoint(380, 500))
    assert before.x_of(canvas.viewport().origin) == pytest.approx(120, abs=1)


def test_a_thrown_timeline_runs_on_and_stops_when_touched(
    canvas: TimelineCanvas, qtbot: QtBot
) -> None:
    canvas.set_animated(True)
    drag(canvas, QPoint(900, 500), QPoint(300, 500))
    goal = canvas.goal()
    released = canvas.viewport()
    assert goal != released
    QTest.mousePress(canvas, LEFT, pos=QPoint(400, 500))
    assert canvas.goal() == canvas.viewport()
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(400, 500))


def test_reduced_motion_throws_nothing(canvas: TimelineCanvas) -> None:
    drag(canvas, QPoint(900, 500), QPoint(300, 500))
    assert canvas.goal() == canvas.viewport()


def test_shift_and_drag_select_a_range(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    before = canvas.viewport()
    with qtbot.waitSignal(canvas.range_selected) as told:
        drag(canvas, QPoint(200, 500), QPoint(600, 500), SHIFT)
    low, high = told.args[0]
    assert canvas.viewport() == before
    assert before.x_of(low) == pytest.approx(200, abs=1)
    assert before.x_of(high) == pytest.approx(600, abs=1)
    QTest.keyClick(canvas, Qt.Key.Key_Z)
    assert canvas.viewport().x_of(low) == pytest.approx(100, abs=1)
    with qtbot.waitSignal(canvas.range_selected) as told:
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert told.args == [None]


def test_double_click_on_an_event_activates_it(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    before = canvas.viewport()
    at = point_of(canvas, 2)
    with qtbot.waitSignal(canvas.event_activated) as activated:
        QTest.mouseDClick(canvas, LEFT, pos=at)
    assert activated.args == [2]
    assert canvas.viewport() == before


def test_double_click_on_empty_ground_zooms_in_there(canvas: TimelineCanvas) -> None:
    before = canvas.viewport()
    at = canvas.rect().bottomRight() - QPoint(30, 3)
    under = before.second_at(at.x())
    QTest.mouseDClick(canvas, LEFT, pos=at)
    assert canvas.viewport().seconds_per_px == pytest.approx(before.seconds_per_px / 2)
    assert canvas.viewport().x_of(under) == pytest.approx(at.x(), abs=0.1)


def test_double_click_on_a_cluster_fits_it(canvas: TimelineCanvas) -> None:
    rows = [moment(2016, 5, 1 + n % 20) for n in range(60)] + [moment(2010)]
    canvas.set_index(EventIndex.build(columns(rows)), LANES)
    canvas.fit_all()
    pill = max(canvas.scene().pills, key=lambda each: each.count)
    at = QPoint(round(pill.box.x + pill.box.width / 2), round(pill.box.y + 8))
    QTest.mouseDClick(canvas, LEFT, pos=at)
    view = canvas.viewport()
    assert view.x_of(pill.low) == pytest.approx(100, abs=1)
    assert view.x_of(pill.high) == pytest.approx(900, abs=1)


def test_hovering_tells_and_peeks(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.hovered) as told:
        move(canvas, point_of(canvas, 2), held=False)
    assert told.args == [2]
    qtbot.waitUntil(lambda: canvas.peeking, timeout=2000)
    with qtbot.waitSignal(canvas.hovered) as told:
        move(canvas, canvas.rect().bottomRight() - QPoint(3, 3), held=False)
    assert told.args == [None]
    assert not canvas.peeking


def test_a_wheel_storm_leaves_the_view_sound(canvas: TimelineCanvas) -> None:
    for n in range(2000):
        wheel(canvas, QPoint(n % 900, 300), QPoint(0, 120 if n % 400 < 200 else -120), CTRL)
    view = canvas.viewport()
    assert view.seconds_per_px > 0
    canvas.grab()


def test_a_wheel_with_nothing_to_scroll_hints_at_zooming(canvas: TimelineCanvas) -> None:
    wheel(canvas, QPoint(300, 400), -NOTCH)
    hints = canvas.findChildren(Hint)
    assert [hint.isVisible() for hint in hints] == [True]
    assert "Ctrl" in hints[0].text()


def test_notches_of_the_wheel_add_up_while_it_glides(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    canvas.set_animated(True)
    before = canvas.viewport()
    under = before.second_at(300)
    for _ in range(3):
        wheel(canvas, QPoint(300, 20), NOTCH)
    goal = canvas.goal()
    assert before.seconds_per_px / goal.seconds_per_px == pytest.approx(1.25**3)
    qtbot.waitUntil(lambda: canvas.viewport() == goal, timeout=2000)
    assert canvas.viewport().x_of(under) == pytest.approx(300, abs=0.2)


def pinch(
    canvas: TimelineCanvas,
    at: QPoint,
    value: float,
    kind: Qt.NativeGestureType = Qt.NativeGestureType.ZoomNativeGesture,
) -> bool:
    """One step of two fingers on a touch pad; True when the canvas took it."""
    place = QPointF(at)
    event = QNativeGestureEvent(
        kind,
        QPointingDevice.primaryPointingDevice(),
        2,
        place,
        place,
        QPointF(canvas.mapToGlobal(at)),
        value,
        QPointF(),
    )
    event.ignore()
    return QApplication.sendEvent(canvas, event)


def test_pinching_zooms_around_the_fingers(canvas: TimelineCanvas) -> None:
    before = canvas.viewport()
    under = before.second_at(300)
    for _ in range(10):
        assert pinch(canvas, QPoint(300, 200), 0.05)
    after = canvas.viewport()
    assert after.seconds_per_px == pytest.approx(before.seconds_per_px / math.exp(0.5))
    assert after.x_of(under) == pytest.approx(300, abs=1)
    for _ in range(10):
        pinch(canvas, QPoint(300, 200), -0.05)
    assert canvas.viewport().seconds_per_px == pytest.approx(before.seconds_per_px)
    assert canvas.viewport().x_of(under) == pytest.approx(300, abs=1)


def test_turning_two_fingers_does_nothing(canvas: TimelineCanvas) -> None:
    before = canvas.viewport()
    pinch(canvas, QPoint(300, 200), 30.0, Qt.NativeGestureType.RotateNativeGesture)
    assert canvas.viewport() == before
