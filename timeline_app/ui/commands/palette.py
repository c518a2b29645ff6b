"""All commands in one list, found by typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from timeline_app.ui.commands.actions import COMMANDS, Actions, plain, translated

WIDTH, HEIGHT, TOP = 520, 380, 80
NAME_ROLE = Qt.ItemDataRole.UserRole


class CommandPalette(QDialog):
    """Type a few letters of a command, choose with the arrows, run it with Enter.

    Commands that can't be used just now are listed last, greyed out.
    """

    def __init__(self, commands: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All Commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = commands
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Type a command"))
        self._field.setAccessibleName(self.tr("Type a command"))
        self._field.installEventFilter(self)
        self._list = QTreeWidget()
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setColumnWidth(0, WIDTH - 170)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.addWidget(self._field)
        column.addWidget(self._list)
        self._field.textChanged.connect(self._filter)
        self._field.returnPressed.connect(self._run)
        self._list.itemClicked.connect(self._run)
        self._filter("")

    def open_over(self) -> None:
        """Show over the upper part of the window."""
        parent = self.parentWidget()
        self.resize(WIDTH, HEIGHT)
        if parent is not None:
            corner = parent.mapToGlobal(parent.rect().topLeft())
            self.move(corner.x() + (parent.width() - WIDTH) // 2, corner.y() + TOP)
        self.open()
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move through the list while the field keeps the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._choose(self._list.currentIndex().row() + step)
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        self._list.clear()
        greyed = []
        for command in COMMANDS:
            action = self._commands[command.name]
            name = plain(action.text())
            place = f"{plain(translated(command.menu.value))} {name}".casefold()
            if not all(word in place for word in words):
                continue
            item = QTreeWidgetItem([name, action.shortcut().toString()])
            item.setData(0, NAME_ROLE, command.name)
            if action.isEnabled():
                self._list.addTopLevelItem(item)
            else:
                item.setDisabled(True)
                greyed.append(item)
        self._list.addTopLevelItems(greyed)
        if not self._list.topLevelItemCount():
            nothing = QTreeWidgetItem([self.tr("No command matches.")])
            nothing.setDisabled(True)
            self._list.addTopLevelItem(nothing)
        self._choose(0)

    def _choose(self, row: int) -> None:
        item = self._list.topLevelItem(row)
        if item is not None and not item.isDisabled():
            self._list.setCurrentItem(item)

    def _run(self) -> None:
        item = self._list.currentItem()
        if item is None or item.isDisabled():
            return
        action = self._commands[item.data(0, NAME_ROLE)]
        self.accept()
        action.trigger()
