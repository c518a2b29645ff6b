"""The bar below the menus: import, undo and redo, search, fit."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QToolBar, QWidget

from timeline_app.ui.commands.actions import Actions
from timeline_app.ui.look.labels import label


class SearchField(QLineEdit):
    """Searches while it is typed in; Escape clears it and then gives the keyboard back."""

    searched = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("Search events"))
        self.setAccessibleName(self.tr("Search events"))
        self.setAcceptDrops(False)  # files dropped here are articles too
        self.setMinimumWidth(160)
        self.setMaximumWidth(470)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._key = label("Ctrl F", "key", parent=self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 8, 0)
        line.addStretch()
        line.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setTextMargins(0, 0, 52, 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)  # a newer search overtakes an older one anyway
        self._timer.timeout.connect(self._search)
        self.textChanged.connect(self._on_text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field, Enter and Down go to the results."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self._timer.stop()
            self._search()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _on_text(self, text: str) -> None:
        self._key.setText(self.tr("Esc") if text else "Ctrl F")
        self._timer.start()

    def _search(self) -> None:
        self.searched.emit(self.text().strip())


class TopBar(QToolBar):
    """Buttons follow their actions."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topToolBar")
        self.setWindowTitle(self.tr("Main bar"))
        self.setMovable(False)
        self.toggleViewAction().setEnabled(False)
        self.search = SearchField()
        content = QWidget()
        content.setObjectName("topBar")
        line = QHBoxLayout(content)
        line.setContentsMargins(14, 7, 14, 9)
        line.setSpacing(9)
        line.addWidget(ActionButton(actions["import_files"], self.tr("Import…"), kind="primary"))
        line.addWidget(ActionButton(actions["undo"], self.tr("Undo")))
        line.addWidget(ActionButton(actions["redo"], self.tr("Redo")))
        line.addStretch(2)
        line.addWidget(self.search, 6)
        line.addStretch(2)
        line.addWidget(ActionButton(actions["zoom_out"], "−"))
        line.addWidget(ActionButton(actions["zoom_in"], "+"))
        line.addWidget(ActionButton(actions["fit_all"], self.tr("Fit all")))
        self.addWidget(content)


class ActionButton(QPushButton):
    """A button for an action, with its own short words."""

    def __init__(
        self, action: QAction, text: str, *, kind: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._action = action
        if kind:
            self.setProperty("kind", kind)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def action(self) -> QObject:
        """The action behind the button."""
        return self._action

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        keys = self._action.shortcut().toString()
        words = self._action.text().replace("&", "").rstrip("…")
        self.setToolTip(f"{words}  ({keys})" if keys else words)
        self.setAccessibleName(words)
