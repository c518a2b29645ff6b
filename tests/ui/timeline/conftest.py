"""A canvas on screen with a small library."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.unit.layout.helpers import columns, labels, moment, since, within_year
from timeline_app.layout.index import EventIndex
from timeline_app.layout.shapes import Item
from timeline_app.ui.look.theme import LIGHT
from timeline_app.ui.timeline.canvas import TimelineCanvas

LANES = ["The Monitor", "Daily Courier"]
ROWS = [
    within_year(2011),
    since(2011, lane=1),
    moment(2016, 5, 16),
    moment(2016, 5, 19),
    moment(2016, 5, 16, lane=1),
    moment(2016, 6, 2, lane=1),
    moment(2015, 12, 17),
]


def sample_index() -> EventIndex:
    """Seven events in two lanes."""
    return EventIndex.build(columns(ROWS))


def point_of(canvas: TimelineCanvas, event_id: int) -> QPoint:
    """A point on an event's label."""
    item = canvas.scene().item(event_id)
    assert isinstance(item, Item), event_id
    return QPoint(round(item.label.x + 15), round(item.label.y + 8))


def wheel(
    widget: QWidget,
    at: QPoint,
    delta: QPoint,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Turn the wheel over a widget."""
    event = QWheelEvent(
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        QPoint(),
        delta,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


@pytest.fixture
def canvas(qtbot: QtBot) -> TimelineCanvas:
    """A still canvas, 1000 by 600, fitted to its events."""
    made = TimelineCanvas(LIGHT, labels)
    qtbot.addWidget(made)
    made.set_animated(False)
    made.resize(1000, 600)
    made.set_index(sample_index(), LANES)
    made.show()
    qtbot.waitExposed(made)
    return made
