"""One step of a reasoning: words, in a frame where they are quoted or the result."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.ui.look.fonts import interface_font
from timeline_app.ui.look.painting import draw_focus, draw_lines, wrapped
from timeline_app.ui.look.theme import Theme

CHIP_PADDING = (9.0, 4.5)
RADIUS = 5
MOST_LINES = 6


ARROW = "→"
ARROW_GAP = 6.0


class Step(QWidget):
    """Painted, so that its size is known exactly before a style sheet has been applied.

    `leads` puts an arrow before it: it follows from the step before. With `goes` it can be
    `clicked`, by mouse or Enter.
    """

    clicked = Signal()

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        chip: bool,
        leads: bool,
        parent: QWidget,
        goes: bool = False,
    ) -> None:
        super().__init__(parent)
        self._text, self._theme, self._chip, self._leads = text, theme, chip, leads
        self._goes = goes
        if goes:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setToolTip(self.tr("Go there"))
        self._plain = interface_font(theme.text_size)
        strong = QFont.Weight.DemiBold if leads else QFont.Weight.Medium
        self._font = interface_font(theme.text_size, strong) if chip else self._plain
        self._padding = CHIP_PADDING if chip else (0.0, 1.0)
        arrow = QFontMetricsF(self._plain).horizontalAdvance(ARROW) + ARROW_GAP
        self._indent = arrow if leads else 0.0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """All words in one line."""
        width = QFontMetricsF(self._font).horizontalAdvance(self._text)
        return QSize(int(self._indent + width + 2 * self._padding[0]) + 2, self._height(1))

    def minimumSizeHint(self) -> QSize:
        """It can be wrapped."""
        return QSize(min(80, self.sizeHint().width()), self._height(1))

    def hasHeightForWidth(self) -> bool:
        """A narrow panel takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels of its lines at a width."""
        return self._height(len(self._lines(width)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw arrow, frame and words."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            top = QPointF(0, self._padding[1])
            if self._leads:
                draw_lines(painter, (ARROW,), top, self._plain, theme.muted)
            if self._chip:
                painter.setPen(QPen(QColor(theme.line), 1))
                painter.setBrush(QColor(theme.panel))
                frame = QRectF(self.rect()).adjusted(self._indent + 0.5, 0.5, -0.5, -0.5)
                painter.drawRoundedRect(frame, RADIUS, RADIUS)
            ink = theme.accent if self._goes else theme.text if self._chip else theme.muted
            at = top + QPointF(self._indent + self._padding[0], 0)
            draw_lines(painter, self._lines(self.width()), at, self._font, ink)
            if self.hasFocus():
                draw_focus(painter, QRectF(self.rect()), theme.accent)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes there."""
        inside = self.rect().contains(event.position().toPoint())
        if self._goes and inside and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Taken, or the release would go elsewhere."""
        event.setAccepted(self._goes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go there, too."""
        if self._goes and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.clicked.emit()
            return
        super().keyPressEvent(event)

    def _lines(self, width: int) -> tuple[str, ...]:
        room = width - self._indent - 2 * self._padding[0]
        return wrapped(self._text, self._font, room, MOST_LINES)

    def _height(self, lines: int) -> int:
        spacing = QFontMetricsF(self._font).lineSpacing()
        return int(lines * spacing + 2 * self._padding[1] + 0.5)
