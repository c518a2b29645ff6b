"""The overview strip: all of time at a glance, and a brush that pans and resizes the view."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.layout.index import EventIndex
from timeline_app.layout.text import Type
from timeline_app.layout.ticks import build_axis
from timeline_app.layout.viewport import Viewport
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.timeline.calendar_names import calendar_names
from timeline_app.ui.timeline.inks import Inks
from timeline_app.ui.timeline.lettertypes import Lettertypes
from timeline_app.ui.timeline.pointer import NOTCH, ZOOM_PER_NOTCH

_HEIGHT: Final = 64
_EDGE: Final = 6.0
_MIN_BRUSH: Final = 10.0
_COLUMN: Final = 3
_MOST_MARKS: Final = 2_000
_MARGIN: Final = 0.03
_INSET: Final = 6.0  # of the brush, where the view reaches beyond the strip
_SHORTEST: Final = 90 * 86400


class Overview(QWidget):
    """Density of everything; asks for views with `view_requested`."""

    view_requested = Signal(object)  # Viewport

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `set_index`."""
        super().__init__(parent)
        self._index: EventIndex | None = None
        self._view: Viewport | None = None
        self._marked: tuple[int, ...] = ()
        self._hits: tuple[int, ...] = ()
        self._whole: EventIndex | None = None
        self._heights: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None
        self._strip: QPixmap | None = None
        self._drag: str = ""
        self._grip = 0.0
        self.set_theme(theme)
        self.setMouseTracking(True)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Overview of the whole timeline"))

    def set_theme(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._inks = Inks(theme)
        self._names = calendar_names(self.locale())
        self._letters = Lettertypes(theme, self.font())
        self._changed()

    def set_index(self, index: EventIndex | None, whole: EventIndex | None = None) -> None:
        """Show other events. `whole` has those too that a filter leaves out: they stay faint."""
        self._index, self._whole, self._heights = index, whole or index, None
        self._changed()

    def set_view(self, view: Viewport) -> None:
        """Mark the part that the canvas shows."""
        self._view = view
        self.update()

    def set_hits(self, ids: Collection[int]) -> None:
        """Mark what a search has found."""
        self._hits = tuple(ids)[:_MOST_MARKS]
        self._changed()

    def set_marked(self, ids: Iterable[int]) -> None:
        """Mark the selected events, the first ones where there are very many."""
        self._marked = tuple(dict.fromkeys(islice(ids, _MOST_MARKS)))
        self._changed()

    def whole(self) -> Viewport:
        """The strip's own view: all events, a little room at both sides."""
        low, high = (self._whole.low, self._whole.high) if self._whole else (0, 1)
        spare = max(_SHORTEST - (high - low), 0) // 2
        low, high = low - spare, high + spare
        base = Viewport(0, 0.0, 1.0, max(self.width(), 1), self.height())
        return base.fitted(low, high, _MARGIN, _MARGIN)

    def brush(self) -> tuple[float, float]:
        """Left and right pixels of the part in view, wide enough to be grasped."""
        if self._view is None:
            return 0.0, 0.0
        whole = self.whole()
        left, right = whole.x_of(self._view.first), whole.x_of(self._view.last)
        if right - left < _MIN_BRUSH:
            middle = (left + right) / 2
            left, right = middle - _MIN_BRUSH / 2, middle + _MIN_BRUSH / 2
        return left, right

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(600, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Density, brush, selection, years."""
        inks = self._inks
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), inks.panel)
            painter.setPen(QPen(inks.line, 1))
            painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
            if self._whole is None or not len(self._whole):
                return
            self._paint_brush(painter)
            painter.drawPixmap(0, 0, self._picture())

    def _picture(self) -> QPixmap:
        """Density, years and marks: they stay as they are while the view moves."""
        ratio = self.devicePixelRatioF()
        size = QSize(round(self.width() * ratio), round(self.height() * ratio))
        if self._strip is None or self._strip.size() != size:
            self._strip = QPixmap(size)
            self._strip.setDevicePixelRatio(ratio)
            self._strip.fill(Qt.GlobalColor.transparent)
            with QPainter(self._strip) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._paint_density(painter)
                self._paint_years(painter)
        return self._strip

    def _changed(self) -> None:
        self._strip = None
        self.update()

    def _floor(self) -> float:
        return self.height() - self._letters.height(Type.TICK) - 8

    def _shown_brush(self) -> tuple[float, float]:
        """The brush within the strip; where the view reaches further, it ends at the edge."""
        left, right = self.brush()
        edge, far = _INSET, self.width() - _INSET
        left, right = min(max(left, edge), far), min(max(right, edge), far)
        if right - left < _MIN_BRUSH:
            left = min(left, far - _MIN_BRUSH)
            right = left + _MIN_BRUSH
        return left, right

    def _paint_brush(self, painter: QPainter) -> None:
        left, right = self._shown_brush()
        beyond = self.brush()[0] < left - 1, self.brush()[1] > right + 1
        box = QRectF(left, 5, right - left, self._floor() - 2)
        painter.setPen(QPen(self._inks.accent, 1.2))
        painter.setBrush(self._inks.accent_soft)
        painter.drawRoundedRect(box, 4, 4)
        middle = box.center().y()
        for x, outwards, further in ((left, -1, beyond[0]), (right, 1, beyond[1])):
            painter.setPen(QPen(self._inks.accent, 2.5))
            if not further:
                painter.drawLine(QPointF(x, middle - 6), QPointF(x, middle + 6))
                continue
            tip, back = x + 3 * outwards, x - 3 * outwards
            painter.drawPolyline(
                [QPointF(back, middle - 6), QPointF(tip, middle), QPointF(back, middle + 6)]
            )

    def _paint_density(self, painter: QPainter) -> None:
        all_heights, heights = self._column_heights()
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_columns(painter, all_heights, 0.3)
        self._paint_columns(painter, heights, 0.75)
        floor = self._floor()
        painter.setBrush(self._inks.source(1))
        painter.drawRects([QRectF(x - 1, floor - 4, 2, 6) for x in self._places(self._hits)])
        painter.setBrush(self._inks.accent)
        for x in self._places(self._marked):
            painter.drawPolygon([QPointF(x - 4, 3), QPointF(x + 4, 3), QPointF(x, 9)])

    def _places(self, ids: Collection[int]) -> set[int]:
        """Pixels of events, each once."""
        if self._index is None or not ids:
            return set()
        begins = self._index.begins(self._index.rows_of(tuple(ids)))
        return set(np.rint(self.whole().xs_of(begins)).astype(np.int64).tolist())

    def _paint_columns(
        self, painter: QPainter, heights: NDArray[np.float64], strength: float
    ) -> None:
        floor, room = self._floor(), self._floor() - 10
        painter.setBrush(self._inks.soft(self._inks.muted, strength))
        columns = np.flatnonzero(heights)
        tall = np.maximum(heights[columns] * room, 3.0)
        painter.drawRects(
            [
                QRectF(column * _COLUMN, floor - height, _COLUMN - 1, height)
                for column, height in zip(columns.tolist(), tall.tolist(), strict=True)
            ]
        )

    def _column_heights(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Heights (0 to 1) of the columns of all events, and of those that are shown."""
        columns = max(self.width() // _COLUMN, 1)
        if self._heights is None or len(self._heights[0]) != columns:
            whole = self.whole()
            edges = np.array([whole.second_at(n * _COLUMN) for n in range(columns + 1)])
            nothing = np.zeros(columns, np.int64)
            everything = self._whole.counts(edges) if self._whole else nothing
            shown = self._index.counts(edges) if self._index else nothing
            scale = math.log1p(max(int(everything.max()), 4))
            same = self._whole is self._index
            all_heights = np.zeros(columns) if same else np.log1p(everything) / scale
            self._heights = all_heights, np.log1p(shown) / scale
        return self._heights

    def _paint_years(self, painter: QPainter) -> None:
        axis = build_axis(self.whole(), self._letters, self._names)
        ticks = axis.fine if axis.step.unit == "year" else axis.coarse
        painter.setFont(self._letters.font(Type.TICK))
        painter.setPen(self._inks.muted)
        baseline = (
            self.height() - 5 - self._letters.height(Type.TICK) + self._letters.ascent(Type.TICK)
        )
        for tick in ticks:
            if tick.label and tick.label_x >= 0:
                painter.drawText(QPointF(tick.label_x, baseline), tick.label)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grasp the brush or its edges; elsewhere, bring the view there."""
        if event.button() != Qt.MouseButton.LeftButton or self._view is None:
            return
        x = event.position().x()
        self._drag = self._part(x) or "pan"
        left, right = self.brush()
        if not left - _EDGE <= x <= right + _EDGE:
            self._request(self._view.centred(self.whole().second_at(x)))
            left, right = self.brush()
        self._grip = x - left

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan or resize."""
        x, view = event.position().x(), self._view
        if not self._drag or view is None:
            shape = {
                "left": Qt.CursorShape.SizeHorCursor,
                "right": Qt.CursorShape.SizeHorCursor,
                "pan": Qt.CursorShape.OpenHandCursor,
            }.get(self._part(x))
            self.setCursor(shape or Qt.CursorShape.ArrowCursor)
            return
        whole = self.whole()
        if self._drag == "pan":
            left, right = self.brush()
            middle = x - self._grip + (right - left) / 2
            self._request(view.centred(whole.second_at(middle)))
        elif self._drag == "left":
            low = min(whole.second_at(x), view.last - 1)
            self._request(view.fitted(low, view.last, 0.0, 0.0))
        else:
            high = max(whole.second_at(x), view.first + 1)
            self._request(view.fitted(view.first, high, 0.0, 0.0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._drag = ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom the canvas around the place under the cursor."""
        if self._view is None:
            return
        delta = event.angleDelta()
        at = self._view.x_of(self.whole().second_at(event.position().x()))
        inside = 0 <= at <= self._view.width
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or not delta.y():
            amount = (delta.x() or delta.y()) / NOTCH
            self._request(self._view.panned(-amount * self._view.width / 10))
        else:
            factor = ZOOM_PER_NOTCH ** (delta.y() / NOTCH)
            self._request(self._view.zoomed_at(at if inside else self._view.width / 2, factor))
        event.accept()

    def _part(self, x: float) -> str:
        """Which part of the brush lies under `x`: left, right, pan or none."""
        left, right = self._shown_brush()
        edge = _EDGE if right - left > 4 * _EDGE else 3.0
        if abs(x - left) <= edge:
            return "left"
        if abs(x - right) <= edge:
            return "right"
        return "pan" if left < x < right else ""

    def _request(self, view: Viewport) -> None:
        self._view = view
        self.view_requested.emit(view)
        self.update()
