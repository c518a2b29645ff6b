"""The peek card: what an event says, without opening it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from timeline_app.layout.text import EventLabel
from timeline_app.ui.look.theme import Theme

_WIDTH: Final = 320
_GAP: Final = 10
_PAD: Final = 12
_LONGEST_QUOTE: Final = 260


class PeekCard(QFrame):
    """A small card beside an event; never under the mouse, and gone with Esc."""

    def __init__(self, parent: QWidget) -> None:
        """Hidden until `show_label`."""
        super().__init__(parent)
        self._canvas = parent
        self.setObjectName("peek")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title, self._date = QLabel(self), QLabel(self)
        self._quote, self._list = QLabel(self), QLabel(self)
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(_PAD, 10, _PAD, 10)
        rows.setSpacing(4)
        for label in (self._title, self._date, self._quote, self._list):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(label is not self._list)
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
        self._quote.setStyleSheet(f"color: {theme.text};")

    def show_label(self, label: EventLabel, quote: str, beside: QRect) -> None:
        """Show an event's words, and what its source says, next to `beside` in parent's pixels."""
        date = " · ".join(part for part in (label.date, label.note) if part)
        shortened = textwrap.shorten(quote, _LONGEST_QUOTE, placeholder=" …")
        self._show([label.title, date, f"“{shortened}”" if quote else "", ""], beside)

    def show_list(self, title: str, lines: Sequence[str], beside: QRect) -> None:
        """Show a list, a line each, next to `beside`."""
        self._list.ensurePolished()
        metrics, room = self._list.fontMetrics(), self._width() - 2 * _PAD
        cut = Qt.TextElideMode.ElideRight
        listed = "\n".join(metrics.elidedText(line, cut, room) for line in lines)
        self._show([title, "", "", listed], beside)

    def words(self) -> tuple[str, ...]:
        """What the card says, from top to bottom."""
        labels = (self._title, self._date, self._quote, self._list)
        return tuple(label.text() for label in labels if label.text())

    def _show(self, words: Sequence[str], beside: QRect) -> None:
        labels = (self._title, self._date, self._quote, self._list)
        for label, text in zip(labels, words, strict=True):
            label.ensurePolished()
            label.setText(text)
            label.setVisible(bool(text))
        width = self._width()
        self._rows.invalidate()
        self._rows.activate()
        self.resize(width, self._rows.totalHeightForWidth(width) + 2)
        self.move(self._place(beside, self._canvas.rect()))
        self.show()
        self.raise_()

    def _width(self) -> int:
        return max(min(_WIDTH, self._canvas.width() - 2 * _GAP), 80)

    def _place(self, beside: QRect, room: QRect) -> QPoint:
        """Below the event where it fits, above it otherwise."""
        x = min(max(beside.left(), _GAP), max(room.width() - self.width() - _GAP, 0))
        y = beside.bottom() + _GAP
        if y + self.height() > room.height():
            y = beside.top() - self.height() - _GAP
        return QPoint(x, max(y, 0))
