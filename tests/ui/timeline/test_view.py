from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.timeline.conftest import LANES, sample_index, wheel
from tests.unit.layout.helpers import labels
from timeline_app.domain import calendars as cal
from timeline_app.ui.look.theme import DARK, LIGHT
from timeline_app.ui.timeline.view import TimelineView

S = cal.seconds_from_civil
LEFT = Qt.MouseButton.LeftButton
# The offscreen platform has no window manager to tell sizes to, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def view(qtbot: QtBot) -> TimelineView:
    made = TimelineView(LIGHT, labels)
    qtbot.addWidget(made)
    made.set_animated(False)
    made.resize(1000, 700)
    made.set_index(sample_index(), LANES)
    made.set_source_names(LANES)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_an_empty_timeline_says_what_to_do(qtbot: QtBot) -> None:
    made = TimelineView(LIGHT, labels)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    assert "Ctrl+O" in made.empty_words()
    assert not made.overview.isVisible()
    made.set_index(sample_index(), LANES)
    assert made.empty_words() == ""
    assert made.overview.isVisible()


def test_the_overview_shows_and_moves_the_view(view: TimelineView) -> None:
    view.set_viewport(view.viewport().fitted(S(2013), S(2014)))
    left, right = view.overview.brush()
    QTest.mousePress(view.overview, LEFT, pos=QPoint(round((left + right) / 2), 20))
    QTest.mouseMove(view.overview, QPoint(round((left + right) / 2) + 100, 20))
    QTest.mouseRelease(view.overview, LEFT, pos=QPoint(round((left + right) / 2) + 100, 20))
    moved, _ = view.overview.brush()
    assert moved - left == pytest.approx(100, abs=2)
    assert view.viewport().x_of(S(2013)) < 0


def test_the_brush_can_be_resized(view: TimelineView) -> None:
    view.set_viewport(view.viewport().fitted(S(2013), S(2014)))
    left, right = view.overview.brush()
    QTest.mousePress(view.overview, LEFT, pos=QPoint(round(right), 20))
    QTest.mouseMove(view.overview, QPoint(round(right) + 80, 20))
    QTest.mouseRelease(view.overview, LEFT, pos=QPoint(round(right) + 80, 20))
    new_left, new_right = view.overview.brush()
    assert new_left == pytest.approx(left, abs=2)
    assert new_right == pytest.approx(right + 80, abs=3)


def test_clicking_the_overview_brings_the_view_there(view: TimelineView) -> None:
    view.set_viewport(view.viewport().fitted(S(2016, 5), S(2016, 6)))
    scale = view.viewport().seconds_per_px
    target = view.overview.whole().x_of(S(2012))
    QTest.mouseClick(view.overview, LEFT, pos=QPoint(round(target), 20))
    assert view.viewport().seconds_per_px == pytest.approx(scale)
    left, right = view.overview.brush()
    assert left - 2 <= target <= right + 2


def test_the_overview_keeps_its_range_while_filtered(view: TimelineView) -> None:
    everything = sample_index()
    before = view.overview.whole()
    kept = everything.filtered(everything.columns.ids == 4)
    view.set_index(kept, LANES, everything)
    assert view.overview.whole() == before
    view.set_index(None, LANES, everything)
    assert view.overview.isVisible()
    assert view.overview.whole() == before
    assert "No event matches." in view.empty_words()
    assert "Nothing on the timeline yet" not in view.empty_words()
    view.set_theme(DARK)
    assert "No event matches." in view.empty_words()
    view.set_index(kept, LANES, everything)
    assert view.empty_words() == ""
    view.set_index(None, LANES)
    assert "Ctrl+O" in view.empty_words()
    view.set_importing(True)
    assert "Reading articles…" in view.empty_words()
    view.set_importing(False)
    assert "Ctrl+O" in view.empty_words()


def test_the_brush_stays_in_sight_where_the_view_reaches_further(view: TimelineView) -> None:
    view.set_viewport(view.viewport().fitted(S(1900), S(2100)))
    edge = view.overview.width() - 6
    QTest.mousePress(view.overview, LEFT, pos=QPoint(edge, 20))
    QTest.mouseMove(view.overview, QPoint(edge - 100, 20))
    QTest.mouseRelease(view.overview, LEFT, pos=QPoint(edge - 100, 20))
    assert view.overview.brush()[1] == pytest.approx(edge - 100, abs=2)
    view.set_viewport(view.viewport().fitted(S(2100), S(2200)))
    accent = QColor(LIGHT.accent)
    picture = view.overview.grab().toImage()
    assert any(picture.pixelColor(x, 22) == accent for x in range(edge - 20, edge + 4))


def test_the_wheel_over_the_overview_zooms(view: TimelineView) -> None:
    before = view.viewport().seconds_per_px
    wheel(view.overview, QPoint(500, 20), QPoint(0, 120))
    assert view.viewport().seconds_per_px < before


def test_the_legend_explains_what_is_on_screen_and_nothing_else(
    view: TimelineView, qtbot: QtBot
) -> None:
    view.fit_all()
    qtbot.waitUntil(lambda: "somewhere within" in view.legend.words(), timeout=2000)
    assert set(LANES) <= set(view.legend.words())
    assert "open end" not in view.legend.words()
    view.set_viewport(view.viewport().fitted(S(2010), S(2200)))
    qtbot.waitUntil(lambda: "open end" in view.legend.words(), timeout=2000)
    assert "alleged" not in view.legend.words()
    view.set_viewport(view.viewport().fitted(S(1900), S(1901)))
    qtbot.waitUntil(lambda: not view.legend.words(), timeout=2000)


def test_the_legend_unfolds(view: TimelineView, qtbot: QtBot) -> None:
    view.resize(420, 700)
    view.fit_all()
    qtbot.waitUntil(lambda: len(view.legend.words()) > 3, timeout=2000)
    folded = view.legend.height()
    QTest.mouseClick(view.legend, LEFT)
    assert view.legend.is_open()
    assert view.legend.height() > folded
    QTest.mouseClick(view.legend, LEFT)
    assert view.legend.height() == folded


def test_selection_is_marked_in_both(view: TimelineView) -> None:
    view.set_selected({3}, 3)
    assert view.canvas.primary == 3
    plain = view.overview.grab().toImage()
    view.set_selected((), None)
    assert view.overview.grab().toImage() != plain


def test_signals_come_through(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.event_clicked) as told:
        view.canvas.choose(4)
    assert told.args == [4]
    with qtbot.waitSignal(view.viewport_changed):
        view.zoom_in()


def test_both_themes_paint(view: TimelineView) -> None:
    light = view.grab().toImage()
    view.set_theme(DARK)
    dark = view.grab().toImage()
    assert light.pixelColor(5, 300).lightness() > 200 > dark.pixelColor(5, 300).lightness()


def test_search_hits_are_marked_in_the_overview(view: TimelineView) -> None:
    plain = view.overview.grab().toImage()
    view.set_hits([1, 7, 99])
    assert view.overview.grab().toImage() != plain
