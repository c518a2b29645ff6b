"""Small labels used all over the window."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from timeline_app.ui.look.painting import draw_dot


def label(
    text: str = "", tone: str = "", *, wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """A plain-text label; `tone` names its look in the style sheet. Articles' words stay text."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    return made


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where it doesn't fit; the tool tip has all of it."""

    def __init__(self, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._full = ""
        if tone:
            self.setProperty("tone", tone)

    def set_text(self, text: str) -> None:
        """Show `text`, as much as fits."""
        self._full = text
        self.setAccessibleName(text)
        self.setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """It can shrink to nothing."""
        return QSize(20, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the elided line."""
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            shown = self.fontMetrics().elidedText(
                self._full, Qt.TextElideMode.ElideRight, self.width()
            )
            painter.drawText(
                self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown
            )


class SourceDot(QWidget):
    """The round mark of a source."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = ""
        self.setFixedSize(10, 14)

    def set_colour(self, colour: str) -> None:
        """Show `colour` (`#rrggbb`), empty for none."""
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot."""
        if self._colour:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                draw_dot(painter, QPointF(5, self.height() / 2), self._colour, 4)
