"""All commands, found by typing; what can't be used is listed greyed out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeWidget

from timeline_app.ui.commands.actions import COMMANDS
from timeline_app.ui.commands.palette import CommandPalette
from timeline_app.ui.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")


@pytest.fixture
def palette(window: MainWindow) -> CommandPalette:
    """The palette over a window in which nothing is selected."""
    window.session.selection.clear()
    window.show_palette()
    found = window.findChild(CommandPalette)
    assert isinstance(found, CommandPalette)
    return found


def rows(palette: CommandPalette) -> list[tuple[str, bool]]:
    """Words of each row, and whether it can be run."""
    found = palette.findChild(QTreeWidget)
    assert isinstance(found, QTreeWidget)
    items = (found.topLevelItem(n) for n in range(found.topLevelItemCount()))
    return [(item.text(0), not item.isDisabled()) for item in items if item is not None]


def typed(palette: CommandPalette, words: str) -> QLineEdit:
    field = palette.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.clear()
    QTest.keyClicks(field, words)
    return field


def test_it_lists_everything_what_can_be_used_first(palette: CommandPalette) -> None:
    listed = rows(palette)
    assert len(listed) == len(COMMANDS)
    usable = [can for _, can in listed]
    assert usable == sorted(usable, reverse=True)
    assert not all(usable)


def test_enter_runs_what_was_typed(palette: CommandPalette, window: MainWindow) -> None:
    assert window.commands["toggle_list"].isChecked()
    field = typed(palette, "events and art")
    assert rows(palette) == [("Events and Articles", True)]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not window.commands["toggle_list"].isChecked()
    assert window.lists.isHidden()


def test_what_cannot_be_used_is_not_run(palette: CommandPalette) -> None:
    field = typed(palette, "merge events")
    assert rows(palette) == [("Merge Events", False)]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()


def test_it_says_when_nothing_matches(palette: CommandPalette) -> None:
    field = typed(palette, "xyzzy")
    assert rows(palette) == [("No command matches.", False)]
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()
