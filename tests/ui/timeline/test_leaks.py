from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests.ui.timeline.conftest import LANES, sample_index
from tests.unit.layout.helpers import labels
from timeline_app.ui.theme import LIGHT
from timeline_app.ui.timeline.canvas import TimelineCanvas


def test_closed_canvases_are_forgotten(qtbot: QtBot) -> None:
    index = sample_index()
    gone: list[weakref.ref[TimelineCanvas]] = []
    for _ in range(30):
        canvas = TimelineCanvas(LIGHT, labels)
        canvas.resize(300, 200)
        canvas.set_index(index, LANES)
        canvas.grab()
        gone.append(weakref.ref(canvas))
        canvas.deleteLater()
        del canvas
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert sum(reference() is not None for reference in gone) <= 1


def test_what_is_remembered_has_a_limit(qtbot: QtBot) -> None:
    canvas = TimelineCanvas(LIGHT, labels)
    qtbot.addWidget(canvas)
    canvas.set_animated(False)
    canvas.resize(400, 300)
    canvas.set_index(sample_index(), LANES)
    for n in range(400):
        canvas.set_viewport(canvas.viewport().zoomed_at(200, 1.3 if n % 60 < 30 else 1 / 1.3))
        canvas.set_viewport(canvas.viewport().panned(37.0))
        canvas.remember_view()
    steps = 0
    while steps < 1000:
        before = canvas.viewport()
        canvas.view_back()
        if canvas.viewport() == before:
            break
        steps += 1
    assert steps <= 100
