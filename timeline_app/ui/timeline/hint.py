"""A short hint over the canvas that goes away by itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from timeline_app.ui.look.theme import Theme

_SHOWN_MS: Final = 1800
_FROM_BOTTOM: Final = 16


class Hint(QLabel):
    """One line at the bottom of its parent."""

    def __init__(self, parent: QWidget) -> None:
        """Hidden until `show_text`."""
        super().__init__(parent)
        self._canvas = parent
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.setStyleSheet(
            f"background: {theme.text}; color: {theme.canvas}; border-radius: 6px;"
            f" padding: 5px 12px; font-size: {theme.small_size}pt;"
        )

    def show_text(self, text: str) -> None:
        """Show a hint for a moment."""
        self.setText(text)
        self.adjustSize()
        x = (self._canvas.width() - self.width()) // 2
        self.move(max(x, 0), self._canvas.height() - self.height() - _FROM_BOTTOM)
        self.show()
        self.raise_()
        self._timer.start()
