"""A small field over the window that asks for one line; Enter takes it, Escape leaves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QLineEdit, QVBoxLayout, QWidget

from timeline_app.ui.look.labels import label

WIDTH = 420
TOP = 96


class Prompt(QFrame):
    """One question at a time. `accept` raises ValueError with the words to show if it refuses."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("datePrompt")
        self._question, self._error = label(tone="strong"), label(tone="error", wrap=True)
        self.field = QLineEdit()
        self.field.setAcceptDrops(False)
        self._accept: Callable[[str], None] | None = None
        self._focus_before: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 15)
        column.setSpacing(8)
        for widget in (self._question, self.field, self._error):
            column.addWidget(widget)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        self.setGraphicsEffect(shadow)
        self.field.returnPressed.connect(self._on_return)
        self.field.textEdited.connect(self._error.hide)
        self.field.installEventFilter(self)
        self.hide()

    def ask(
        self, question: str, accept: Callable[[str], None], text: str = "", hint: str = ""
    ) -> None:
        """Show the field under `question`; `accept` gets what was typed."""
        self._accept = accept
        parent = self.parentWidget()
        self._focus_before = parent.window().focusWidget() if parent is not None else None
        self._question.setText(question)
        self._error.hide()
        self.field.setText(text)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(question)
        self.field.selectAll()
        self.show()
        self._place()
        self.raise_()
        self.field.setFocus()

    def dismiss(self) -> None:
        """Leave without an answer."""
        self.hide()
        if self._focus_before is not None:
            self._focus_before.setFocus()
            self._focus_before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape and losing the keyboard leave."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._focus_before = None
            self.hide()
        return super().eventFilter(watched, event)

    def _on_return(self) -> None:
        accept = self._accept
        if accept is None:
            return
        try:
            accept(self.field.text().strip())
        except ValueError as error:
            self._error.setText(str(error))
            self._error.show()
            self._place()
            return
        self.dismiss()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setFixedWidth(min(WIDTH, parent.width() - 40))
            self.adjustSize()
            self.move((parent.width() - self.width()) // 2, TOP)
