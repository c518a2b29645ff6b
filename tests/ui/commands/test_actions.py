from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from timeline_app.ui.commands.actions import COMMANDS, ICONS
from timeline_app.ui.window.main_window import MainWindow


def test_no_two_commands_share_a_key() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert [key for key, count in keys.items() if count > 1 or not key] == []


def names_below(action: QAction) -> list[str]:
    """The commands of a menu and of the menus in it."""
    menu = action.menu()
    if not isinstance(menu, QMenu):
        return [] if action.isSeparator() else [action.objectName()]
    return [name for each in menu.actions() for name in names_below(each)]


def test_every_command_is_in_a_menu_and_has_a_handler(window: MainWindow) -> None:
    listed = [name for action in window.menuBar().actions() for name in names_below(action)]
    assert sorted(listed) == sorted(command.name for command in COMMANDS)
    assert set(window.handlers.table()) == set(listed)


def test_access_keys_differ_within_a_menu() -> None:
    for menu in {(command.menu, command.submenu) for command in COMMANDS}:
        texts = [each.text for each in COMMANDS if (each.menu, each.submenu) == menu]
        texts += {each.submenu for each in COMMANDS if each.submenu and (each.menu, "") == menu}
        marks = Counter(text[text.index("&") + 1].casefold() for text in texts if "&" in text)
        assert [mark for mark, count in marks.items() if count > 1] == [], menu


def test_icons_are_for_commands_that_exist() -> None:
    assert set(ICONS) <= {command.name for command in COMMANDS}
