"""Paints a scene: on the screen, and into pictures and documents alike."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from timeline_app.layout.shapes import Box, Density, Item, Scene
from timeline_app.layout.text import Type
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.timeline.appearing import mark_key
from timeline_app.ui.timeline.inks import Inks, faded
from timeline_app.ui.timeline.lettertypes import Lettertypes
from timeline_app.ui.timeline.paint_items import ItemPainter, rect
from timeline_app.ui.timeline.stamps import Stamps

_TODAY_WIDTH: Final = 1.5


def paint_scene(
    painter: QPainter,
    scene: Scene,
    theme: Theme,
    inks: Inks | None = None,
    letters: Lettertypes | None = None,
    stamps: Stamps | None = None,
    opacities: Mapping[Hashable, float] | None = None,
) -> None:
    """Paint all of `scene` with its upper left corner at (0, 0).

    `inks` and `letters` may be given to be used again; they must belong to `theme`. `stamps` makes
    frames on a screen fast; documents that should keep their text as text do without. `opacities`
    (0 to 1) is for what is fading in: labels by event id, dots and clusters by `mark_key`.
    """
    inks = inks or Inks(theme)
    letters = letters or Lettertypes(theme)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    view = scene.viewport
    painter.fillRect(QRectF(0, 0, view.width, view.height), inks.canvas)
    painter.save()
    painter.setClipRect(QRectF(0, scene.style.axis, view.width, view.height - scene.style.axis))
    _paint_ground(painter, scene, inks)
    for density in scene.densities:
        _paint_density(painter, density, inks)
    brush = ItemPainter(painter, scene, inks, letters, stamps)
    _paint_items(brush, scene, opacities or {})
    _paint_lane_names(painter, scene, inks, letters)
    painter.restore()
    _paint_axis(painter, scene, inks, letters)


def _paint_ground(painter: QPainter, scene: Scene, inks: Inks) -> None:
    """Weekends, the calendar's lines, today, and the lines between lanes."""
    height, top = scene.viewport.height, scene.style.axis
    for x, end in scene.weekends:
        left, right = max(x, 0.0), min(end, scene.viewport.width)
        painter.fillRect(QRectF(left, top, right - left, height - top), inks.weekend)
    if not scene.lanes:
        return
    pen = QPen(inks.grid, 1)
    pen.setDashPattern([1, 3])
    painter.setPen(pen)
    painter.drawLines([_upright(tick.x, top, height) for tick in scene.axis.fine if tick.label])
    painter.setPen(QPen(inks.grid, 1))
    painter.drawLines([_upright(tick.x, top, height) for tick in scene.axis.coarse if tick.x >= 0])
    if scene.today is not None and 0 <= scene.today <= scene.viewport.width:
        painter.setPen(QPen(faded(inks.accent, 0.7), _TODAY_WIDTH))
        painter.drawLine(_upright(scene.today, top, height))
    painter.setPen(QPen(inks.line, 1))
    for band in scene.lanes:
        y = round(band.box.bottom) - 0.5
        painter.drawLine(QLineF(0, y, scene.viewport.width, y))


def _upright(x: float, top: float, bottom: float) -> QLineF:
    at = round(x) + 0.5
    return QLineF(at, top, at, bottom)


def _paint_density(painter: QPainter, density: Density, inks: Inks) -> None:
    """Columns as one picture: thousands of rectangles would cost a hundred times as much."""
    rows = max(round(density.box.height), 1)
    columns = len(density.heights)
    filled = np.arange(rows, 0, -1)[:, None] <= np.ceil(density.heights * rows)[None, :]
    colour = inks.soft(inks.source(density.source), 0.6)
    pixels = np.where(filled, np.uint32(colour.rgba()), np.uint32(0))
    pixels = np.ascontiguousarray(pixels)
    image = QImage(pixels.data, columns, rows, columns * 4, QImage.Format.Format_ARGB32)
    target = QRectF(density.x, density.box.y, columns * density.step, density.box.height)
    painter.drawImage(target, image)


def _paint_items(brush: ItemPainter, scene: Scene, opacities: Mapping[Hashable, float]) -> None:
    """What stands out comes last, so that nothing covers it."""
    emphasis = scene.emphasis
    raised: list[Item] = []
    for item in scene.items:
        if emphasis.lifts(item.id):
            raised.append(item)
        elif item.id in opacities:
            brush.faint(item, opacities[item.id])
        else:
            brush.item(item)
    for mark in scene.marks:
        brush.mark(mark, opacities.get(mark_key(mark), 1.0) if opacities else 1.0)
    for box in emphasis.rings:
        brush.ring(box)
    for item in sorted(raised, key=lambda each: each.id == emphasis.primary):
        brush.item(item)


def _paint_lane_names(painter: QPainter, scene: Scene, inks: Inks, letters: Lettertypes) -> None:
    painter.setFont(letters.font(Type.LANE))
    for band in scene.lanes:
        if not band.name:
            continue
        box = band.label
        ground = Box(box.x - 6, box.y, box.width + 12, box.height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(inks.canvas, 0.85))
        painter.drawRoundedRect(rect(ground), 4, 4)
        painter.setBrush(inks.muted)
        if scene.style.fold:  # on paper nothing can be folded
            painter.drawPolygon(_arrow(box.x + 4, box.y + box.height / 2, band.collapsed))
        painter.setPen(inks.muted)
        y = box.y + (box.height - letters.height(Type.LANE)) / 2 + letters.ascent(Type.LANE)
        painter.drawText(QPointF(box.x + scene.style.fold, y), band.words)


def _arrow(x: float, y: float, collapsed: bool) -> list[QPointF]:
    """A little triangle: to the right when a lane is folded, down when it is open."""
    if collapsed:
        return [QPointF(x - 2, y - 4), QPointF(x + 3, y), QPointF(x - 2, y + 4)]
    return [QPointF(x - 4, y - 2), QPointF(x + 4, y - 2), QPointF(x, y + 3)]


def _paint_axis(painter: QPainter, scene: Scene, inks: Inks, letters: Lettertypes) -> None:
    style, width = scene.style, scene.viewport.width
    painter.fillRect(QRectF(0, 0, width, style.axis), inks.panel)
    baseline = 7 + letters.ascent(Type.COARSE)
    painter.setFont(letters.font(Type.COARSE))
    for tick in scene.axis.coarse:
        if tick.x >= 0:
            painter.setPen(QPen(inks.line, 1))
            painter.drawLine(_upright(tick.x, 6, style.axis))
        painter.setPen(inks.text)
        painter.drawText(QPointF(tick.label_x, baseline), tick.label)
    painter.setFont(letters.font(Type.TICK))
    lower = style.axis - 7 - letters.height(Type.TICK) + letters.ascent(Type.TICK)
    for tick in scene.axis.fine:
        painter.setPen(QPen(inks.line, 1))
        painter.drawLine(_upright(tick.x, style.axis - 6, style.axis))
        if tick.label:
            painter.setPen(inks.muted)
            painter.drawText(QPointF(tick.label_x, lower), tick.label)
    painter.setPen(QPen(inks.line, 1))
    painter.drawLine(QLineF(0, style.axis - 0.5, width, style.axis - 0.5))
    if scene.today is not None and 0 <= scene.today <= width:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.accent)
        painter.drawEllipse(QPointF(round(scene.today) + 0.5, style.axis - 0.5), 3.5, 3.5)
