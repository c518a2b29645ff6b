from __future__ import annotations

import gc
import os
import weakref
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.timeline.conftest import LANES, sample_index, wheel
from tests.unit.layout.helpers import columns, labels, lasting, moment
from timeline_app.layout.index import EventIndex
from timeline_app.ui.look.theme import LIGHT
from timeline_app.ui.timeline.canvas import TimelineCanvas
from timeline_app.ui.timeline.view import TimelineView

MB = 2**20
_HELD = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


def resident() -> float:
    """Megabytes of memory that this process holds."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MB


def some_thousand() -> EventIndex:
    """Events in two lanes, days and periods, over thirty years."""
    numbers = np.random.default_rng(3)
    days = [
        moment(int(year), 1 + n % 12, 1 + n % 28, n % 2)
        for n, year in enumerate(numbers.integers(1990, 2020, 4000))
    ]
    starts = numbers.integers(6 * 10**8, 15 * 10**8, 1000).tolist()
    return EventIndex.build(columns(days + [lasting(at, at + 10**6, 1) for at in starts]))


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


@pytest.mark.slow
def test_a_hundred_thousand_turns_of_the_wheel_take_no_more_memory_than_some(
    qtbot: QtBot,
) -> None:
    canvas = TimelineCanvas(LIGHT, labels)
    qtbot.addWidget(canvas)
    canvas.set_animated(False)
    canvas.resize(600, 400)
    canvas.set_index(some_thousand(), LANES)
    canvas.show()
    qtbot.waitExposed(canvas)
    numbers = np.random.default_rng(5)
    places = numbers.integers(0, (600, 400), (100_000, 2)).tolist()
    before = 0.0
    for n, (x, y) in enumerate(places):
        if n == 25_000:
            before = resident()
        # In and out again in turn, so that the view never gets stuck at either end of the scale.
        wheel(canvas, QPoint(x, y), QPoint(0, 120 if n % 60 < 30 else -120), _HELD[n % 3])
        if n % 40 == 0:
            canvas.grab()
    assert resident() - before < 40


@pytest.mark.slow
def test_a_thousand_timelines_take_no_more_memory_than_some(qtbot: QtBot) -> None:
    index = some_thousand()
    before = 0.0
    for n in range(1000):
        if n == 250:
            before = resident()
        view = TimelineView(LIGHT, labels)
        view.set_animated(False)
        view.resize(500, 400)
        view.set_index(index, LANES)
        view.set_selected({1, 2}, 1)
        view.grab()
        QTest.keyClick(view.canvas, Qt.Key.Key_Right)
        view.close()
        view.deleteLater()
        del view
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert resident() - before < 25
