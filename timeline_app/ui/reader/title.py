"""An article's title in reading type, set closer than a QLabel would."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.ui.look.fonts import reading_font
from timeline_app.ui.look.painting import wrapped
from timeline_app.ui.look.theme import Theme

LEADING = 1.3
MOST_LINES = 5


class TitleLabel(QWidget):
    """As many lines as the title needs, at most five."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use the type and the colours of a theme."""
        self._colour = theme.text
        self._type = reading_font(theme.title_size, QFont.Weight.DemiBold)
        self._step = QFontInfo(self._type).pixelSize() * LEADING
        self.updateGeometry()
        self.update()

    def set_text(self, text: str) -> None:
        """Show a title."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A narrow panel takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels that the lines take."""
        return round(len(self._lines(width)) * self._step) + 2

    def sizeHint(self) -> QSize:
        """Any width; the height at the present one."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """At least one line."""
        return QSize(80, round(self._step) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        metrics = QFontMetricsF(self._type)
        middle = (self._step - metrics.ascent() - metrics.descent()) / 2
        with QPainter(self) as painter:
            painter.setFont(self._type)
            painter.setPen(QColor(self._colour))
            for number, line in enumerate(self._lines(self.width())):
                base = number * self._step + middle + metrics.ascent()
                painter.drawText(QPointF(0, base + 1), line)

    def _lines(self, width: int) -> tuple[str, ...]:
        return wrapped(self._text, self._type, width, MOST_LINES)
