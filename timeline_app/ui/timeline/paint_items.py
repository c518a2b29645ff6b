"""The looks of events: cards, bars, hatched spans, dots and clusters."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from timeline_app.layout.columns import Mark
from timeline_app.layout.lettering import SEPARATOR
from timeline_app.layout.shapes import Box, Dot, Item, Look, Pill, Scene
from timeline_app.layout.text import Type
from timeline_app.ui.timeline.inks import HATCH_TILE, Inks, faded
from timeline_app.ui.timeline.lettertypes import Lettertypes

_RADIUS: Final = 4.0
_BAR_RADIUS: Final = 3.0
_STRIPE: Final = 4.0
_SOFT_EDGE: Final = 26.0
NOT_FIRM: Final = Mark.PLANNED | Mark.ALLEGED | Mark.DENIED


class ItemPainter:
    """Paints the events of one scene."""

    def __init__(self, painter: QPainter, scene: Scene, inks: Inks, letters: Lettertypes) -> None:
        """All belong to the same picture; `painter` must be active."""
        self._painter = painter
        self._scene = scene
        self._inks = inks
        self._letters = letters

    def item(self, item: Item) -> None:
        """An event with its label."""
        if item.look is Look.CARD:
            self._card(item)
        else:
            self._bar(item)

    def dot(self, dot: Dot) -> None:
        """An event alone, without room for its words; a ring when it isn't firm."""
        painter, radius = self._painter, self._scene.style.dot
        colour = self._inks.source(dot.source)
        emphasis = self._scene.emphasis
        if dot.id in emphasis.selected or dot.id == emphasis.primary:
            painter.setPen(QPen(self._inks.accent, 2))
            painter.setBrush(self._inks.accent_soft)
            painter.drawEllipse(QPointF(dot.x, dot.y), radius + 4, radius + 4)
        if dot.id == emphasis.hovered:
            radius += 1.5
        hollow = bool(dot.flags & NOT_FIRM)
        painter.setPen(QPen(colour, 1.6) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(self._inks.canvas if hollow else colour)
        painter.drawEllipse(QPointF(dot.x, dot.y), radius, radius)

    def pill(self, pill: Pill) -> None:
        """Several events: their number, in their source's pale colour."""
        painter, inks = self._painter, self._inks
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.soft(inks.source(pill.source), 0.18))
        half = pill.box.height / 2
        painter.drawRoundedRect(rect(pill.box), half, half)
        painter.setPen(inks.text)
        painter.setFont(self._letters.font(Type.COUNT))
        painter.drawText(rect(pill.box), Qt.AlignmentFlag.AlignCenter, pill.text)

    def _card(self, item: Item) -> None:
        painter, inks = self._painter, self._inks
        colour = inks.source(item.source)
        if item.body.width > 8:
            painter.fillRect(rect(item.body), self._extent_brush(item, colour))
        box = rect(item.label).adjusted(0.5, 0.5, -0.5, -0.5)
        if box.width() < 2:
            return
        ground, pen = self._frame(item, colour)
        painter.setBrush(ground)
        painter.setPen(pen)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if not item.flags & NOT_FIRM:
            self._stripe(item, colour)
        if not item.title:
            return
        x = item.label.x + self._scene.style.card_pad
        y = item.label.y + 5
        letters = self._letters
        self._text(x, y + letters.ascent(Type.TITLE), item.title, Type.TITLE, inks.text, item.flags)
        y += letters.height(Type.TITLE)
        self._text(x, y + letters.ascent(Type.DATE), item.date, Type.DATE, inks.muted)

    def _stripe(self, item: Item, colour: QColor) -> None:
        """The colour bar at a card's left: soft when approximate, broken when inferred."""
        box = item.label
        stripe = QRectF(box.x, box.y, _STRIPE, box.height)
        painter = self._painter
        if item.flags & Mark.APPROXIMATE:
            soft = QLinearGradient(box.x, 0, box.x + 14, 0)
            soft.setColorAt(0, faded(colour, 0.75))
            soft.setColorAt(1, faded(colour, 0))
            painter.fillRect(QRectF(box.x, box.y + 1, 14, box.height - 2), soft)
            return
        path = QPainterPath()
        path.addRoundedRect(stripe.adjusted(0, 0, _RADIUS, 0), _RADIUS, _RADIUS)
        painter.save()
        painter.setClipRect(stripe, Qt.ClipOperation.IntersectClip)
        painter.fillPath(path, colour)
        if item.flags & Mark.INFERRED:
            third = box.height / 5
            for n in (1, 3):
                gap = QRectF(box.x, box.y + n * third + 1, _STRIPE, third - 2)
                painter.fillRect(gap, self._inks.panel)
        painter.restore()

    def _bar(self, item: Item) -> None:
        """A stretch of time below its words: the words never hide how far it reaches."""
        painter, inks = self._painter, self._inks
        colour = inks.source(item.source)
        self._bar_words(item)
        body = rect(item.body)
        painter.save()
        path = QPainterPath()
        path.addRoundedRect(body, _BAR_RADIUS, _BAR_RADIUS)
        if item.flags & NOT_FIRM:
            dotted = item.flags & Mark.ALLEGED
            style = Qt.PenStyle.DotLine if dotted else Qt.PenStyle.DashLine
            painter.setPen(QPen(colour, 1.2, style))
            painter.setBrush(faded(colour, 0.12))
            painter.drawPath(path)
        elif item.look is Look.SPAN:
            self._hatched(body, path, colour, bool(item.flags & Mark.APPROXIMATE))
        else:
            self._solid(item, body, path, colour)
        painter.restore()

    def _bar_words(self, item: Item) -> None:
        box = item.label
        painter, inks, letters = self._painter, self._inks, self._letters
        emphasis = self._scene.emphasis
        ground = rect(box)
        if item.id in emphasis.selected or item.id in {emphasis.primary, emphasis.hovered}:
            left = max(min(box.x, item.body.x), 1.0)
            right = min(max(box.right, item.body.right), self._scene.viewport.width - 1)
            frame = QRectF(left, box.y - 1.5, right - left, item.body.bottom - box.y + 4)
            fill, pen = self._frame(item, inks.line)
            painter.setBrush(fill)
            painter.setPen(pen)
            painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        elif item.title:
            painter.fillRect(ground, faded(inks.canvas, 0.8))
        if not item.title:
            return
        x = box.x + self._scene.style.chip_pad
        y = box.y + (box.height - letters.height(Type.TITLE)) / 2 + letters.ascent(Type.TITLE)
        self._text(x, y, item.title, Type.TITLE, inks.text, item.flags)
        if item.date:
            x += letters.width(item.title, Type.TITLE)
            self._text(x, y, SEPARATOR + item.date, Type.DATE, inks.muted)

    def _hatched(self, body: QRectF, path: QPainterPath, colour: QColor, soft: bool) -> None:
        painter = self._painter
        painter.setBrushOrigin(QPointF(body.x() % HATCH_TILE, body.y()))
        painter.fillPath(path, self._inks.hatch(colour))
        if soft:
            self._veil(body, _SOFT_EDGE, _SOFT_EDGE)
        else:
            painter.setPen(QPen(self._inks.soft(colour, 0.55), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)

    def _solid(self, item: Item, body: QRectF, path: QPainterPath, colour: QColor) -> None:
        painter, inks = self._painter, self._inks
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setBrushOrigin(QPointF(body.x() % HATCH_TILE, body.y()))
        painter.fillRect(body, inks.hatch(colour))
        core = QRectF(item.core_start, body.y(), item.core_end - item.core_start, body.height())
        painter.fillRect(core, inks.soft(colour, 0.65))
        soft = _SOFT_EDGE if item.flags & Mark.APPROXIMATE else 0.0
        self._veil(body, item.fade_start or soft, item.fade_end or soft)

    def _veil(self, body: QRectF, left: float, right: float) -> None:
        """Let the canvas show through at the ends, over `left` and `right` pixels."""
        ground = self._inks.canvas
        left, right = min(left, body.width() / 2), min(right, body.width() / 2)
        sides = ((body.left(), left, 1.0), (body.right(), -right, 1.0))
        for x, size, opacity in sides:
            if not size:
                continue
            veil = QLinearGradient(x, 0, x + size, 0)
            veil.setColorAt(0, faded(ground, opacity))
            veil.setColorAt(1, faded(ground, 0))
            start = min(x, x + size)
            self._painter.fillRect(
                QRectF(start - 1, body.y() - 1, abs(size) + 2, body.height() + 2), veil
            )

    def _frame(self, item: Item, colour: QColor) -> tuple[QColor, QPen]:
        """Ground and outline: accent when selected, dashed when planned, alleged or denied."""
        inks, emphasis = self._inks, self._scene.emphasis
        dashed = bool(item.flags & NOT_FIRM)
        style = Qt.PenStyle.SolidLine
        if dashed:
            style = Qt.PenStyle.DotLine if item.flags & Mark.ALLEGED else Qt.PenStyle.DashLine
        if item.id in emphasis.selected or item.id == emphasis.primary:
            width = 2.0 if item.id == emphasis.primary else 1.4
            return inks.accent_soft, QPen(inks.accent, width, style)
        edge = colour if dashed else inks.line
        if item.id == emphasis.hovered:
            edge = inks.accent
        return inks.panel, QPen(edge, 1.2 if dashed else 1.0, style)

    def _extent_brush(self, item: Item, colour: QColor) -> QBrush:
        return QBrush(faded(colour, 0.35 if not item.flags & Mark.APPROXIMATE else 0.18))

    def _text(
        self, x: float, y: float, text: str, role: Type, colour: QColor, flags: Mark | None = None
    ) -> None:
        font = self._letters.font(role)
        if flags is not None and flags & Mark.DENIED:
            font = type(font)(font)
            font.setStrikeOut(True)
        self._painter.setFont(font)
        self._painter.setPen(colour)
        self._painter.drawText(QPointF(round(x), round(y)), text)


def rect(box: Box) -> QRectF:
    """A box as Qt has it."""
    return QRectF(box.x, box.y, box.width, box.height)
