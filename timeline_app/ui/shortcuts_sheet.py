"""All keys on one sheet, made from the table of commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.ui.actions import COMMANDS, Menu, plain, translated
from timeline_app.ui.labels import label

TIMELINE_KEYS = (
    ("Ctrl+wheel, pinch", "Zoom at the pointer"),
    ("Wheel on axis", "Zoom"),
    ("Wheel", "Scroll lanes"),
    ("Shift+wheel", "Move in time"),
    ("Drag", "Move in time"),
    ("Shift+drag", "Select a range"),
    ("Double-click", "Zoom in; on an event: its passage"),
    ("← →", "Previous, next event"),
    ("A D", "Move in time"),
    ("W S", "Zoom"),
    ("↑ ↓", "Event in the lane above, below"),
    ("Enter", "Open the passage"),
    ("Space", "Peek at the event"),
    ("Z", "Zoom to the selected range"),
    ("C", "Fold or unfold the lane"),
    ("Esc", "Put away; select nothing"),
)
COLUMNS = ((Menu.FILE, Menu.EDIT, Menu.LIBRARY), (Menu.VIEW,), (Menu.GO, Menu.HELP))


class ShortcutsSheet(QDialog):
    """Opened with `open`; never blocks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        columns = QHBoxLayout()
        columns.setSpacing(36)
        for menus in COLUMNS:
            columns.addLayout(_column(menus))
        columns.addLayout(_timeline_column(self.tr("On the timeline")))
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 18)
        column.setSpacing(16)
        column.addLayout(columns)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _column(menus: tuple[Menu, ...]) -> QGridLayout:
    grid = _grid()
    for menu in menus:
        _heading(grid, plain(translated(menu.value)))
        for command in COMMANDS:
            if command.menu is menu and command.keys:
                keys = "  ".join(_shown(key) for key in command.keys[:2])
                _row(grid, keys, plain(translated(command.text)).rstrip("…"))
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _timeline_column(heading: str) -> QGridLayout:
    grid = _grid()
    _heading(grid, heading)
    for keys, words in TIMELINE_KEYS:
        _row(grid, keys, translated(words))
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    return grid


def _heading(grid: QGridLayout, text: str) -> None:
    row = grid.rowCount()
    if row > 1:
        grid.setRowMinimumHeight(row, 10)
        row += 1
    grid.addWidget(label(text, "section"), row, 0, 1, 2)


def _row(grid: QGridLayout, keys: str, words: str) -> None:
    row = grid.rowCount()
    grid.addWidget(label(keys, "key"), row, 0, Qt.AlignmentFlag.AlignLeft)
    grid.addWidget(label(words), row, 1)


def _shown(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
