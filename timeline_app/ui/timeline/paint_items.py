"""The looks of events: cards, bars, hatched spans, dots and clusters."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QLinearGradient, QPainter, QPainterPath, QPen

from timeline_app.layout.columns import Mark
from timeline_app.layout.lettering import SEPARATOR
from timeline_app.layout.shapes import Box, Cut, Dot, Item, Look, Pill, Scene
from timeline_app.layout.text import Type
from timeline_app.ui.timeline.inks import HATCH_TILE, Inks, faded, mixed
from timeline_app.ui.timeline.lettertypes import Lettertypes
from timeline_app.ui.timeline.stamps import Paint, Stamps

_RADIUS: Final = 4.0
_BAR_RADIUS: Final = 3.0
_STRIPE: Final = 4.0
_RING: Final = 2.5
_BEYOND: Final = 6.0
_SOFT_STRIPE: Final = 14.0
_SOFT_EDGE: Final = 26.0
_SHORTEST_EXTENT: Final = 8.0
_LAYERS: Final = 24
# Plain numbers: enum arithmetic costs more than the painting.
NOT_FIRM: Final = int(Mark.PLANNED | Mark.ALLEGED | Mark.DENIED)
_ALLEGED: Final = int(Mark.ALLEGED)
_APPROXIMATE: Final = int(Mark.APPROXIMATE)
_DENIED: Final = int(Mark.DENIED)
_INFERRED: Final = int(Mark.INFERRED)
_UNCERTAIN: Final = int(Mark.UNCERTAIN)
_BY_CONTEXT: Final = int(Mark.BY_CONTEXT)
_CONFLICT: Final = int(Mark.CONFLICT)
_STARRED: Final = int(Mark.STARRED)


class ItemPainter:
    """Paints the events of one scene."""

    def __init__(
        self,
        painter: QPainter,
        scene: Scene,
        inks: Inks,
        letters: Lettertypes,
        stamps: Stamps | None = None,
    ) -> None:
        """All belong to the same picture; with `stamps`, words are painted once and stamped."""
        self._painter = painter
        self._scene = scene
        self._inks = inks
        self._letters = letters
        self._stamps = stamps
        self._emphasis = scene.emphasis

    def item(self, item: Item) -> None:
        """An event with its label."""
        if item.look is Look.CARD:
            self._card(item)
        else:
            self._bar(item)

    def faint(self, item: Item, opacity: float) -> None:
        """An event that is fading in."""
        self._painter.setOpacity(opacity)
        self.item(item)
        self._painter.setOpacity(1.0)

    def mark(self, mark: Dot | Pill, opacity: float = 1.0) -> None:
        """A dot or a cluster; `opacity` (0 to 1) while it is fading in."""
        if opacity < 1.0:
            self._painter.setOpacity(opacity)
        if isinstance(mark, Dot):
            self.dot(mark)
        else:
            self.pill(mark)
        if opacity < 1.0:
            self._painter.setOpacity(1.0)

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
        if dot.flags & _STARRED:
            paint_star(painter, QPointF(dot.x, dot.y), radius + 3, colour, self._inks.canvas)
            return
        if dot.flags & _BY_CONTEXT:
            radius -= 1.5
        hollow = bool(dot.flags & NOT_FIRM)
        painter.setPen(QPen(colour, 1.6) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(self._inks.canvas if hollow else colour)
        painter.drawEllipse(QPointF(dot.x, dot.y), radius, radius)

    def pill(self, pill: Pill) -> None:
        """Several events: their number, in their source's pale colour."""
        key = (pill.text, pill.source, pill.box.width)
        self._stamp(key, pill.box, lambda painter, box: self._paint_pill(painter, pill, box))

    def ring(self, box: Box) -> None:
        """Around the cluster, or the place on a density strip, that holds a selected event."""
        self._painter.setPen(QPen(self._inks.accent, 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        around = rect(box).adjusted(-_RING, -_RING, _RING, _RING)
        round_off = min(around.width(), around.height()) / 2
        self._painter.drawRoundedRect(around, round_off, round_off)

    def _paint_pill(self, painter: QPainter, pill: Pill, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks.soft(self._inks.source(pill.source), 0.18))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(self._inks.text)
        painter.setFont(self._letters.font(Type.COUNT))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, pill.text)

    def _card(self, item: Item) -> None:
        if item.body.width > _SHORTEST_EXTENT:
            opacity = 0.2 if item.flags & _APPROXIMATE else 0.4
            extent = rect(item.body)
            self._painter.fillRect(extent, faded(self._inks.source(item.source), opacity))
        if item.label.width < 2:
            return
        key = (item.title, item.date, item.flags, item.source, item.label.width, self._state(item))
        self._stamp(
            key if item.cut is Cut.NONE else None,
            item.label,
            lambda painter, box: self._paint_card(painter, item, box),
        )

    def _paint_card(self, painter: QPainter, item: Item, box: QRectF) -> None:
        inks, letters = self._inks, self._letters
        colour = inks.source(item.source)
        ground, pen = self._frame(item, colour)
        painter.setBrush(ground)
        painter.setPen(pen)
        # A card that slides out of view has its outline on the side that is in view.
        left = -_BEYOND if item.cut is Cut.LEFT else 0.5
        right = _BEYOND if item.cut is Cut.RIGHT else -0.5
        painter.drawRoundedRect(box.adjusted(left, 0.5, right, -0.5), _RADIUS, _RADIUS)
        if not item.flags & NOT_FIRM and item.cut is not Cut.LEFT:
            self._paint_stripe(painter, item, box, colour)
        if not item.title:
            return
        y = box.y() + 4
        x = box.x() + self._scene.style.card_pad
        self._text(painter, x, y + letters.ascent(Type.TITLE), item.title, Type.TITLE, item.flags)
        y += letters.height(Type.TITLE)
        self._text(painter, x, y + letters.ascent(Type.DATE), item.date, Type.DATE)

    def _paint_stripe(self, painter: QPainter, item: Item, box: QRectF, colour: QColor) -> None:
        """The colour bar at a card's left: soft when approximate, broken when inferred."""
        if item.flags & _APPROXIMATE:
            # Without transparency, which documents can't keep in a gradient.
            ground = painter.brush().color()
            soft = QLinearGradient(box.x(), 0, box.x() + _SOFT_STRIPE, 0)
            soft.setColorAt(0, mixed(colour, ground, 0.75))
            soft.setColorAt(1, ground)
            painter.fillRect(QRectF(box.x(), box.y() + 1, _SOFT_STRIPE, box.height() - 2), soft)
            return
        if item.flags & _CONFLICT:
            for x in (0.0, _STRIPE):
                line = QRectF(box.x() + x, box.y() + 1, _STRIPE / 2, box.height() - 2)
                painter.fillRect(line, colour)
            return
        if item.flags & _BY_CONTEXT:
            line = QRectF(box.x(), box.y() + 1, _STRIPE / 2, box.height() - 2)
            painter.fillRect(line, self._inks.soft(colour, 0.55))
            return
        rounded, stripe = QPainterPath(), QPainterPath()
        rounded.addRoundedRect(
            QRectF(box.x(), box.y(), _STRIPE + _RADIUS, box.height()), _RADIUS, _RADIUS
        )
        stripe.addRect(QRectF(box.x(), box.y(), _STRIPE, box.height()))
        if item.flags & _INFERRED:
            fifth = box.height() / 5
            for n in (1, 3):
                gap = QPainterPath()
                gap.addRect(QRectF(box.x(), box.y() + n * fifth + 1, _STRIPE, fifth - 2))
                stripe = stripe.subtracted(gap)
        painter.fillPath(stripe.intersected(rounded), colour)

    def _bar(self, item: Item) -> None:
        """A stretch of time below its words: the words never hide how far it reaches."""
        painter, inks = self._painter, self._inks
        colour = inks.source(item.source)
        if self._emphasis.lifts(item.id):
            self._paint_bar_frame(item)
        if item.title:
            key = (
                item.title,
                item.date,
                item.flags & (_DENIED | _BY_CONTEXT),
                item.label.width,
                self._emphasis.lifts(item.id),
            )
            self._stamp(
                key if item.cut is Cut.NONE else None,
                item.label,
                lambda each, box: self._paint_words(each, item, box),
            )
        body = rect(item.body)
        if item.flags & _CONFLICT:
            below = QRectF(body.x(), body.bottom() + 1.5, body.width(), 1.5)
            painter.fillRect(below, colour)
        if item.flags & NOT_FIRM:
            style = Qt.PenStyle.DotLine if item.flags & _ALLEGED else Qt.PenStyle.DashLine
            painter.setPen(QPen(colour, 1.2, style))
            painter.setBrush(faded(colour, 0.12))
            painter.drawRoundedRect(body, _BAR_RADIUS, _BAR_RADIUS)
            return
        soft = _SOFT_EDGE if item.flags & _APPROXIMATE else 0.0
        if item.look is Look.SPAN:
            plain = not soft and not item.flags & _UNCERTAIN
            self._hatched(body, colour, outlined=plain)
        else:
            self._lasting(item, body, colour)
        if item.flags & _UNCERTAIN:
            painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashDotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body, _BAR_RADIUS, _BAR_RADIUS)
        self._veil(body, item.fade_start or soft, item.fade_end or soft)

    def _paint_bar_frame(self, item: Item) -> None:
        box, body = item.label, item.body
        left = max(min(box.x, body.x), 1.0)
        right = min(max(box.right, body.right), self._scene.viewport.width - 1)
        ground, pen = self._frame(item, self._inks.line)
        self._painter.setBrush(ground)
        self._painter.setPen(pen)
        frame = QRectF(left, box.y - 1.5, right - left, body.bottom - box.y + 4)
        self._painter.drawRoundedRect(frame, _RADIUS, _RADIUS)

    def _paint_words(self, painter: QPainter, item: Item, box: QRectF) -> None:
        letters = self._letters
        if not self._emphasis.lifts(item.id):
            painter.fillRect(box, faded(self._inks.canvas, 0.8))
        x = box.x() + self._scene.style.chip_pad
        y = box.y() + (box.height() - letters.height(Type.TITLE)) / 2 + letters.ascent(Type.TITLE)
        self._text(painter, x, y, item.title, Type.TITLE, item.flags)
        if item.date:
            x += letters.width(item.title, Type.TITLE)
            self._text(painter, x, y, SEPARATOR + item.date, Type.DATE)

    def _hatched(self, body: QRectF, colour: QColor, outlined: bool) -> None:
        painter, inks = self._painter, self._inks
        painter.setPen(QPen(inks.soft(colour, 0.55), 1) if outlined else Qt.PenStyle.NoPen)
        narrow = body.width() < 2 * HATCH_TILE
        if narrow or self._stamps is None:
            painter.setBrush(inks.soft(colour, 0.4 if narrow else 0.1))
        else:
            painter.setBrushOrigin(QPointF(body.x() % HATCH_TILE, body.y()))
            painter.setBrush(inks.hatch(colour))
        painter.drawRoundedRect(body, _BAR_RADIUS, _BAR_RADIUS)
        if self._stamps is None and not narrow:
            # Documents get lines: not all of them can keep a texture sharp.
            pen = QPen(inks.soft(colour, 0.55), 1.3)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLines(_slanted(body.adjusted(0, 0.4, 0, -0.4)))

    def _lasting(self, item: Item, body: QRectF, colour: QColor) -> None:
        """Solid where it surely lasts, hatched where it may have."""
        painter = self._painter
        core = QRectF(item.core_start, body.y(), item.core_end - item.core_start, body.height())
        whole = core.width() >= body.width() - 3
        if not whole:
            self._hatched(body, colour, outlined=False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks.soft(colour, 0.65))
        painter.drawRoundedRect(body if whole else core, _BAR_RADIUS, _BAR_RADIUS)

    def _veil(self, body: QRectF, left: float, right: float) -> None:
        """Let the canvas show through at the ends, over `left` and `right` pixels."""
        ground = self._inks.canvas
        share = min(body.width() / max(left + right, 1.0), 1.0)
        left, right = left * share, right * share
        for x, size in ((body.left(), left), (body.right(), -right)):
            if not size:
                continue
            if self._stamps is None:
                self._layered_veil(body, x, size)
                continue
            veil = QLinearGradient(x, 0, x + size, 0)
            veil.setColorAt(0, ground)
            veil.setColorAt(1, faded(ground, 0))
            start = min(x, x + size)
            covered = QRectF(start - 1, body.y() - 1, abs(size) + 2, body.height() + 2)
            self._painter.fillRect(covered, veil)

    def _layered_veil(self, body: QRectF, x: float, size: float) -> None:
        """The same for documents, which can't keep a gradient to transparency: thin layers.

        Layers begin at the end `x` and reach further and further, so that no seams show.
        """
        for n in range(_LAYERS):
            reach = size * (n + 1) / _LAYERS
            opacity = 1 - (n + 0.5) / (n + 1.5) if n + 1 < _LAYERS else 0.5 / _LAYERS
            start = min(x, x + reach)
            covered = QRectF(start, body.y() - 1, abs(reach), body.height() + 2)
            covered.adjust(-1 if size > 0 else 0, 0, 0 if size > 0 else 1, 0)
            self._painter.fillRect(covered, faded(self._inks.canvas, opacity))

    def _state(self, item: Item) -> int:
        """How an item stands out: 0 not at all, 1 under the mouse, 2 selected, 3 being read."""
        if not self._emphasis.lifts(item.id):
            return 0
        emphasis = self._scene.emphasis
        if item.id == emphasis.primary:
            return 3
        return 2 if item.id in emphasis.selected else 1

    def _frame(self, item: Item, colour: QColor) -> tuple[QColor, QPen]:
        """Ground and outline: accent when selected, dashed when planned, alleged or denied."""
        inks, state = self._inks, self._state(item)
        dashed = bool(item.flags & NOT_FIRM)
        style = Qt.PenStyle.SolidLine
        if dashed:
            style = Qt.PenStyle.DotLine if item.flags & _ALLEGED else Qt.PenStyle.DashLine
        if state >= 2:
            return inks.accent_soft, QPen(inks.accent, 2.0 if state == 3 else 1.4, style)
        if item.flags & _UNCERTAIN and not dashed:
            dashed, style = True, Qt.PenStyle.DashDotLine
        edge = inks.accent if state else colour if dashed else inks.line
        ground = inks.canvas if item.flags & _BY_CONTEXT else inks.panel
        return ground, QPen(edge, 1.2 if dashed else 1.0, style)

    def _stamp(self, key: tuple[object, ...] | None, box: Box, paint: Paint) -> None:
        if self._stamps is None or key is None:
            paint(self._painter, rect(box))
        else:
            self._stamps.stamp(self._painter, key, box, paint)

    def _text(
        self, painter: QPainter, x: float, y: float, text: str, role: Type, flags: int = 0
    ) -> None:
        font = self._letters.font(role)
        if flags & _DENIED:
            font = QFont(font)
            font.setStrikeOut(True)
        painter.setFont(font)
        loud = role is Type.TITLE and not flags & _BY_CONTEXT
        painter.setPen(self._inks.text if loud else self._inks.muted)
        painter.drawText(QPointF(round(x), round(y)), text)


def rect(box: Box) -> QRectF:
    """A box as Qt has it."""
    return QRectF(box.x, box.y, box.width, box.height)


def paint_star(
    painter: QPainter, at: QPointF, radius: float, colour: QColor, around: QColor
) -> None:
    """A five-pointed star, set off from what lies under it."""
    points = []
    for n in range(10):
        reach = radius if n % 2 == 0 else radius * 0.42
        angle = math.pi * (n / 5 - 0.5)
        points.append(at + QPointF(reach * math.cos(angle), reach * math.sin(angle)))
    painter.setPen(QPen(around, 1.5))
    painter.setBrush(colour)
    painter.drawPolygon(points)


def _slanted(body: QRectF) -> list[QLineF]:
    """Lines from lower left to upper right, cut at the sides of `body`."""
    lines = []
    x = body.left() - body.height() + HATCH_TILE / 2
    while x < body.right():
        start = max(x, body.left())
        end = min(x + body.height(), body.right())
        lines.append(QLineF(start, body.bottom() - (start - x), end, body.bottom() - (end - x)))
        x += HATCH_TILE
    return lines
