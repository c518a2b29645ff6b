"""A line of plain words across the window: failures and notes, never a box in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from timeline_app.ui.labels import label

NOTE_MS = 12_000


class Banner(QFrame):
    """Shows one message at a time; a note goes by itself, an error stays until dismissed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._text = label(wrap=True)
        self._button = QPushButton()
        self._button.setProperty("kind", "link")
        self._button.clicked.connect(self._on_button)
        self._call: Callable[[], None] | None = None
        dismiss = QToolButton()
        dismiss.setText("✕")
        dismiss.setAccessibleName(self.tr("Dismiss"))
        dismiss.setToolTip(self.tr("Dismiss"))
        dismiss.clicked.connect(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NOTE_MS)
        self._timer.timeout.connect(self.dismiss)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 7, 10, 7)
        line.setSpacing(10)
        line.addWidget(self._text, 1)
        line.addWidget(self._button)
        line.addWidget(dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """The words that are shown, empty when the banner is hidden."""
        return self._text.text() if not self.isHidden() else ""

    def show_error(self, text: str) -> None:
        """Tell a failure."""
        self._show(text, "error", "", None)
        self._timer.stop()

    def show_note(
        self, text: str, action: str = "", call: Callable[[], None] | None = None
    ) -> None:
        """Tell that something was done; `action` names what can be done about it."""
        self._show(text, "note", action, call)
        self._timer.start()

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._call = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape dismisses."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def _show(self, text: str, tone: str, action: str, call: Callable[[], None] | None) -> None:
        self.setProperty("tone", tone)
        self._text.setProperty("tone", "error" if tone == "error" else "")
        for widget in (self, self._text):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._text.setText(text)
        self.setAccessibleName(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._call = call
        self.show()

    def _on_button(self) -> None:
        call = self._call
        self.dismiss()
        if call is not None:
            call()
