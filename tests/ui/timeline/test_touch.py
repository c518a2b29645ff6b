from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.timeline.conftest import point_of
from timeline_app.ui.timeline.canvas import TimelineCanvas


@pytest.fixture(scope="module")
def screen(qapp: object) -> QPointingDevice:
    return QTest.createTouchDevice()


def touch(
    canvas: TimelineCanvas, screen: QPointingDevice, kind: str, *places: tuple[int, int]
) -> None:
    """Fingers, by their number, go down, move or come up."""
    sequence = QTest.touchEvent(canvas, screen)
    for number, (x, y) in enumerate(places):
        getattr(sequence, kind)(number, QPoint(x, y), canvas)
    sequence.commit()


def test_a_finger_drags_the_timeline(canvas: TimelineCanvas, screen: QPointingDevice) -> None:
    under = canvas.viewport().second_at(300)
    touch(canvas, screen, "press", (300, 400))
    touch(canvas, screen, "move", (340, 400))
    touch(canvas, screen, "move", (400, 400))
    touch(canvas, screen, "release", (400, 400))
    assert canvas.viewport().x_of(under) == pytest.approx(400, abs=1)


def test_a_tap_chooses_an_event_and_a_second_one_opens_it(
    canvas: TimelineCanvas, screen: QPointingDevice, qtbot: QtBot
) -> None:
    at = point_of(canvas, 1).toTuple()
    with qtbot.waitSignal(canvas.event_clicked) as clicked:
        touch(canvas, screen, "press", at)
        touch(canvas, screen, "release", at)
    assert clicked.args == [1]
    with qtbot.waitSignal(canvas.event_activated) as opened:
        touch(canvas, screen, "press", at)
        touch(canvas, screen, "release", at)
    assert opened.args == [1]


def test_two_fingers_zoom_between_them(canvas: TimelineCanvas, screen: QPointingDevice) -> None:
    before = canvas.viewport()
    under = before.second_at(350)
    touch(canvas, screen, "press", (300, 200), (400, 200))
    for step in range(1, 11):
        touch(canvas, screen, "move", (300 - 5 * step, 200), (400 + 5 * step, 200))
    touch(canvas, screen, "release", (250, 200), (450, 200))
    after = canvas.viewport()
    assert after.seconds_per_px == pytest.approx(before.seconds_per_px / 2, rel=0.12)
    assert after.x_of(under) == pytest.approx(350, abs=1)
    assert canvas.primary is None
