"""Plain words over the timeline's lower edge: failures and notes, never a box in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from timeline_app.ui.look.labels import label

NOTE_MS = 12_000
MARGIN, BESIDE = 16, 90
LEAST_WIDTH, MOST_WIDTH, LEAST_HEIGHT = 220, 620, 42


class Banner(QFrame):
    """Shows one message at a time; a note goes by itself, an error stays until dismissed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        parent.installEventFilter(self)
        self._text = label(wrap=True)
        self._button = QPushButton()
        self._button.setProperty("kind", "link")
        self._button.clicked.connect(self._on_button)
        self._call: Callable[[], None] | None = None
        self._refuse: Callable[[], None] | None = None
        self._undoes = False
        dismiss = QToolButton()
        dismiss.setText("✕")
        dismiss.setAccessibleName(self.tr("Dismiss"))
        dismiss.setToolTip(self.tr("Dismiss"))
        dismiss.clicked.connect(self._on_dismissed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NOTE_MS)
        self._timer.timeout.connect(self.dismiss)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 6, 6, 6)
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

    def show_undoable(self, text: str, undo: Callable[[], None]) -> None:
        """Tell that something was done that `undo` takes back, as long as nothing else is done."""
        self.show_note(text, self.tr("Undo"), undo)
        self._undoes = True

    def withdraw_undo(self) -> None:
        """Something else was done or undone: Undo would no longer mean what the words say."""
        if self._undoes:
            self.dismiss()

    def show_offer(
        self,
        text: str,
        action: str,
        call: Callable[[], None],
        refuse: Callable[[], None] | None = None,
    ) -> None:
        """Ask without haste: it stays until the action is taken or it is dismissed."""
        self._show(text, "note", action, call)
        self._refuse = refuse
        self._timer.stop()

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._call = self._refuse = None
        self._undoes = False
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the lower edge of what it stands on."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape dismisses."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_dismissed()
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
        self._call, self._refuse, self._undoes = call, None, False
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        """At the lower edge, in the middle, as wide as the words need."""
        parent = self.parentWidget()
        if parent is None:
            return
        room = min(MOST_WIDTH, parent.width() - 2 * MARGIN)
        words = self._text.fontMetrics().horizontalAdvance(self._text.text())
        button = self._button.sizeHint().width() if self._button.text() else 0
        width = min(room, max(LEAST_WIDTH, words + button + BESIDE))
        height = max(self.heightForWidth(width), LEAST_HEIGHT)
        x = (parent.width() - width) // 2
        self.setGeometry(x, parent.height() - height - MARGIN, width, height)

    def _on_dismissed(self) -> None:
        refuse = self._refuse
        self.dismiss()
        if refuse is not None:
            refuse()

    def _on_button(self) -> None:
        call = self._call
        self.dismiss()
        if call is not None:
            call()
