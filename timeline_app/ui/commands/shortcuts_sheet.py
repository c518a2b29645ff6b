"""All keys on one sheet, made from the table of commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from timeline_app.ui.commands.actions import COMMANDS, Command, Menu, plain, translated
from timeline_app.ui.look.labels import label

MOUSE = (
    ("Ctrl+wheel, pinch", "Zoom at the pointer"),
    ("Wheel", "Scroll lanes; on the axis: zoom"),
    ("Drag, Shift+wheel", "Move in time"),
    ("Shift+drag", "Mark a range"),
    ("Ctrl+click", "Select one more event"),
    ("Double-click", "Zoom in; on an event: its passage"),
)
TIMELINE_KEYS = (
    ("← →", "Previous, next event"),
    ("↑ ↓", "Event in the lane above, below"),
    ("A D", "Move in time"),
    ("W S", "Zoom"),
    ("PgUp PgDn", "Scroll lanes"),
    ("Enter", "Open the passage"),
    ("Space", "Peek at the event"),
    ("C", "Fold or unfold the lane"),
    ("Esc", "Put away; select nothing"),
)
MENUS = ((Menu.FILE, Menu.GO, Menu.HELP), (Menu.VIEW, Menu.LIBRARY), (Menu.EDIT,))
"""What stands in each column; keys that mean different things in different places the last."""
SPARE = 40
"""Pixels of the window that the sheet leaves free around itself."""


class Entry(NamedTuple):
    """A line: keys as they are shown, and what they do."""

    keys: str
    words: str


class Section(NamedTuple):
    """Lines under a heading."""

    heading: str
    entries: tuple[Entry, ...]


class ShortcutsSheet(QDialog):
    """Opened with `open`; never blocks. In a small window it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.columns = self._sections()
        sheet = QWidget()
        line = QHBoxLayout(sheet)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(28)
        for sections in self.columns:
            line.addLayout(_column(sections))
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 14)
        column.setSpacing(10)
        column.addWidget(_Scroll(sheet))
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.ensurePolished()
        size = self.sizeHint()
        if parent is not None:
            size = size.boundedTo(parent.size() - QSize(SPARE, SPARE))
        self.resize(size)

    def _sections(self) -> tuple[tuple[Section, ...], ...]:
        chosen = [tuple(_of_menu(menu) for menu in menus) for menus in MENUS]
        local = tuple(
            Entry(command.panel_key, _entry(command).words)
            if command.panel_key
            else _entry(command)
            for command in COMMANDS
            if command.local or command.panel_key
        )
        mouse, own = (
            tuple(Entry(keys, translated(words)) for keys, words in table)
            for table in (MOUSE, TIMELINE_KEYS)
        )
        chosen[1] += (Section(self.tr("The mouse on the timeline"), mouse),)
        chosen[-1] += (
            Section(self.tr("On the timeline"), own),
            Section(self.tr("In the lists and the reader"), local),
        )
        return tuple(chosen)


class _Scroll(QScrollArea):
    """Wants to be as large as what it holds."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self._held = held
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(held)

    def sizeHint(self) -> QSize:
        """All of it, and room for the bar beside it."""
        bar = self.verticalScrollBar().sizeHint().width()
        return self._held.sizeHint() + QSize(bar, 0)


def _of_menu(menu: Menu) -> Section:
    """A menu's commands that have keys, but for those whose keys mean something else elsewhere."""
    listed = (each for each in COMMANDS if each.menu is menu and each.keys and not each.local)
    return Section(plain(translated(menu.value)), tuple(map(_entry, listed)))


def _entry(command: Command) -> Entry:
    keys = "  ".join(_shown(key) for key in command.keys[:2])
    return Entry(keys, plain(translated(command.text)).rstrip("…"))


def _column(sections: Sequence[Section]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(1)
    for section in sections:
        row = grid.rowCount()
        if row > 1:
            grid.setRowMinimumHeight(row, 6)
            row += 1
        grid.addWidget(label(section.heading, "section"), row, 0, 1, 2)
        for below, entry in enumerate(section.entries, start=row + 1):
            grid.addWidget(label(entry.keys, "key"), below, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(entry.words), below, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _shown(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
