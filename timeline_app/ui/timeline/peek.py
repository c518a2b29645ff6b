"""The peek card: what an event says, without opening it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from timeline_app.layout.text import EventLabel
from timeline_app.ui.theme import Theme

_WIDTH: Final = 320
_GAP: Final = 10
_PAD: Final = 12


class PeekCard(QFrame):
    """A small card beside an event; never under the mouse, and gone with Esc."""

    def __init__(self, parent: QWidget) -> None:
        """Hidden until `show_label`."""
        super().__init__(parent)
        self._canvas = parent
        self.setObjectName("peek")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = QLabel(self)
        self._date = QLabel(self)
        self._more = QLabel(self)
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(_PAD, 10, _PAD, 10)
        rows.setSpacing(4)
        for label in (self._title, self._date, self._more):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(label is not self._more)
            rows.addWidget(label)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.setStyleSheet(
            f"#peek {{ background: {theme.panel}; border: 1px solid {theme.line};"
            " border-radius: 6px; }"
            f"QLabel {{ color: {theme.muted}; font-size: {theme.small_size}pt;"
            " background: transparent; }"
        )
        self._title.setStyleSheet(
            f"color: {theme.text}; font-size: {theme.text_size}pt; font-weight: 600;"
        )

    def show_label(self, label: EventLabel, more: str, beside: QRect) -> None:
        """Show an event's words next to `beside`, in the parent's pixels."""
        self._title.setText(label.title)
        self._date.setText(" · ".join(part for part in (label.date, label.note) if part))
        self._date.setVisible(bool(label.date or label.note))
        parent = self._canvas
        width = max(min(_WIDTH, parent.width() - 2 * _GAP), 80)
        for label_widget in (self._title, self._date, self._more):
            label_widget.ensurePolished()
        metrics, room = self._more.fontMetrics(), width - 2 * _PAD
        cut = Qt.TextElideMode.ElideRight
        self._more.setText(
            "\n".join(metrics.elidedText(line, cut, room) for line in more.splitlines())
        )
        self._more.setVisible(bool(more))
        self._rows.invalidate()
        self._rows.activate()
        self.resize(width, self._rows.totalHeightForWidth(width) + 2)
        self.move(self._place(beside, parent.rect()))
        self.show()
        self.raise_()

    def _place(self, beside: QRect, room: QRect) -> QPoint:
        """Below the event where it fits, above it otherwise."""
        x = min(max(beside.left(), _GAP), max(room.width() - self.width() - _GAP, 0))
        y = beside.bottom() + _GAP
        if y + self.height() > room.height():
            y = beside.top() - self.height() - _GAP
        return QPoint(x, max(y, 0))
