"""One source of an event in a list: outlet, when it was published, its own date, its words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from timeline_app.domain.records import ArticleId
from timeline_app.ui.look.fonts import interface_font
from timeline_app.ui.look.painting import draw_dot, draw_focus, draw_lines
from timeline_app.ui.look.style import source_colour
from timeline_app.ui.look.theme import Theme

ROW_HEIGHT: Final = 42
_LEFT, _RIGHT, _TOP, _GAP = 36.0, 10.0, 4.0, 8.0


class SourceRow(QAbstractButton):
    """Painted: two lines, the second one the source's words as far as they fit."""

    def __init__(
        self,
        theme: Theme,
        article: ArticleId,
        outlet: str,
        note: str,
        date: str,
        quote: str,
        *,
        here: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._colour = theme, source_colour(theme, article)
        self._outlet, self._note, self._date, self._quote = outlet, note, date, quote
        self._here = here
        self._strong = interface_font(theme.text_size, QFont.Weight.DemiBold)
        self._small = interface_font(theme.small_size)
        self.setFixedHeight(ROW_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        said = ", ".join(part for part in (outlet, note, date and f"says {date}") if part)
        self.setAccessibleName(said)
        self.setAccessibleDescription(quote)
        self.setToolTip(f"{said}\n“{quote}”" if len(quote) < 400 else said)

    def sizeHint(self) -> QSize:
        """Any width, two lines."""
        return QSize(200, ROW_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, dot and both lines."""
        theme, width = self._theme, float(self.width())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._here or self.underMouse():
                ground = QColor(theme.accent_soft if self._here else theme.hover)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(8, 0, 0, -1), 5, 5)
            strong, small = QFontMetricsF(self._strong), QFontMetricsF(self._small)
            draw_dot(painter, QPointF(_LEFT - 12, _TOP + strong.height() / 2), self._colour, 4)
            right = width - _RIGHT
            if self._date:
                right -= small.horizontalAdvance(self._date)
                at = QPointF(right, _TOP + strong.ascent() - small.ascent())
                draw_lines(painter, (self._date,), at, self._small, theme.error)
                right -= _GAP
            room = right - _LEFT
            name = strong.elidedText(self._outlet, Qt.TextElideMode.ElideRight, room * 0.6)
            ink = theme.text if self._here else theme.muted
            draw_lines(painter, (name,), QPointF(_LEFT, _TOP), self._strong, theme.text)
            left = _LEFT + strong.horizontalAdvance(name) + _GAP
            note = small.elidedText(self._note, Qt.TextElideMode.ElideRight, max(right - left, 10))
            at = QPointF(left, _TOP + strong.ascent() - small.ascent())
            draw_lines(painter, (note,), at, self._small, ink)
            quote = small.elidedText(
                f"“{self._quote}”", Qt.TextElideMode.ElideRight, width - _RIGHT - _LEFT
            )
            at = QPointF(_LEFT, _TOP + strong.lineSpacing() + 1)
            draw_lines(painter, (quote,), at, self._small, ink)
            if self.hasFocus():
                draw_focus(painter, QRectF(self.rect()).adjusted(8, 0, 0, -1), theme.accent)
