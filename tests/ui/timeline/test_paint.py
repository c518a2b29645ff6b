from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from tests.unit.layout.helpers import columns, labels, moment, since, view_of, within_year
from timeline_app.domain import calendars as cal
from timeline_app.layout.columns import Mark
from timeline_app.layout.index import EventIndex
from timeline_app.layout.scene import build_scene
from timeline_app.layout.shapes import Emphasis, Item, Scene
from timeline_app.ui.look.theme import DARK, LIGHT, Theme
from timeline_app.ui.timeline.lettertypes import Lettertypes
from timeline_app.ui.timeline.paint import paint_scene
from timeline_app.ui.timeline.stamps import Stamps

S = cal.seconds_from_civil
ROWS = [
    within_year(2016),
    since(2011),
    moment(2016, 5, 16),
    moment(2016, 5, 19, flags=int(Mark.PLANNED)),
    moment(2016, 5, 25, flags=int(Mark.INFERRED | Mark.APPROXIMATE)),
]


def scene_of(theme: Theme) -> Scene:
    letters = Lettertypes(theme)
    view = view_of(S(2016, 5, 8), S(2016, 6, 8), width=900, height=500)
    index = EventIndex.build(columns(ROWS))
    now = S(2016, 6, 1)
    return build_scene(view, index, letters.style(), letters, labels, ["The Monitor"], now)


def painted(scene: Scene, theme: Theme, stamps: Stamps | None = None) -> QImage:
    image = QImage(900, 500, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paint_scene(painter, scene, theme, stamps=stamps)
    return image


def item_of(scene: Scene, event_id: int) -> Item:
    found = scene.item(event_id)
    assert isinstance(found, Item)
    return found


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_an_events_colour_stands_at_its_start(qapp: QApplication, theme: Theme) -> None:
    scene = scene_of(theme)
    box = item_of(scene, 3).label
    image = painted(scene, theme)
    stripe = image.pixelColor(round(box.x + 2), round(box.y + box.height / 2))
    assert stripe == QColor(theme.sources[0])


def test_a_planned_event_has_no_colour_bar(qapp: QApplication) -> None:
    scene = scene_of(LIGHT)
    box = item_of(scene, 4).label
    inside = painted(scene, LIGHT).pixelColor(round(box.x + 3), round(box.y + box.height / 2))
    assert inside == QColor(LIGHT.panel)


def test_stamped_labels_look_like_painted_ones(qapp: QApplication) -> None:
    scene = scene_of(LIGHT)
    stamps = Stamps(1.0)
    first, again = painted(scene, LIGHT, stamps), painted(scene, LIGHT, stamps)
    assert first == again
    box = item_of(scene, 3).label
    direct = painted(scene, LIGHT)
    middle = (round(box.x + 2), round(box.y + 10))
    assert first.pixelColor(*middle) == direct.pixelColor(*middle)


def test_what_is_read_stands_out(qapp: QApplication) -> None:
    scene = scene_of(LIGHT)
    box = item_of(scene, 3).label
    chosen = painted(scene.with_emphasis(Emphasis(frozenset({3}), 3)), LIGHT)
    ground = chosen.pixelColor(round(box.right - 5), round(box.y + box.height - 6))
    assert ground == QColor(LIGHT.accent_soft)


def test_the_cluster_of_what_is_read_has_a_ring(qapp: QApplication) -> None:
    letters = Lettertypes(LIGHT)
    view = view_of(S(2016, 4, 8), S(2016, 6, 8), width=900, height=500)
    index = EventIndex.build(columns([moment(2016, 5, 16) for _ in range(60)]))
    scene = build_scene(view, index, letters.style(), letters, labels, ["The Monitor"])
    (pill,) = scene.pills
    chosen = painted(scene.with_emphasis(Emphasis(rings=(pill.box,))), LIGHT)
    at = (round(pill.box.x + pill.box.width / 2), round(pill.box.y - 3))
    assert chosen.pixelColor(*at).blue() > chosen.pixelColor(*at).red() + 60
    assert chosen.pixelColor(*at) != painted(scene, LIGHT).pixelColor(*at)


def test_an_open_end_fades_into_the_canvas(qapp: QApplication) -> None:
    scene = scene_of(LIGHT)
    body = item_of(scene, 2).body
    image = painted(scene, LIGHT)
    y = round(body.y + body.height / 2)
    solid, faint = image.pixelColor(300, y), image.pixelColor(round(body.right) - 3, y)
    assert body.right < 900
    assert solid.saturation() > 60
    assert faint.saturation() < 20


def test_svg_keeps_text_as_text(qapp: QApplication, tmp_path: Path) -> None:
    target = tmp_path / "timeline.svg"
    generator = QSvgGenerator()
    generator.setFileName(str(target))
    generator.setSize(QSize(900, 500))
    generator.setViewBox(QRect(0, 0, 900, 500))
    with QPainter(generator) as painter:
        paint_scene(painter, scene_of(LIGHT), LIGHT)
    written = target.read_text(encoding="utf-8")
    assert "Event 3" in written
    assert "May 2016" in written


def test_pdf(qapp: QApplication) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    writer.setPageSize(QPageSize(QSizeF(675, 375), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    with QPainter(writer) as painter:
        paint_scene(painter, scene_of(LIGHT), LIGHT)
    assert buffer.size() > 5000
