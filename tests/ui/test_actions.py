from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from timeline_app.ui.actions import COMMANDS, ICONS
from timeline_app.ui.main_window import MainWindow


def test_no_two_commands_share_a_key() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_every_command_is_in_a_menu_and_has_a_handler(window: MainWindow) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    listed = [
        action.objectName()
        for menu in menus
        if isinstance(menu, QMenu)
        for action in menu.actions()
        if not action.isSeparator()
    ]
    assert sorted(listed) == sorted(command.name for command in COMMANDS)
    assert set(window.handlers.table()) == set(listed)


def test_access_keys_differ_within_a_menu() -> None:
    for menu in {command.menu for command in COMMANDS}:
        texts = [command.text for command in COMMANDS if command.menu is menu]
        marks = Counter(text[text.index("&") + 1].casefold() for text in texts if "&" in text)
        assert [mark for mark, count in marks.items() if count > 1] == [], menu


def test_icons_are_for_commands_that_exist() -> None:
    assert set(ICONS) <= {command.name for command in COMMANDS}
