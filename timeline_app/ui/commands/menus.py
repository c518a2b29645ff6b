"""The menus at the pointer: on an event, and on the timeline's ground."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QMenu, QWidget

from timeline_app.ui.commands.actions import Actions

EVENT_MENU: Final = (
    "open_passage",
    "fit_selection",
    "next_source",
    "",
    "accept",
    "reject",
    "edit_title",
    "edit_date",
    "star",
    "tags",
    "",
    "merge_events",
    "split_source",
    "",
    "copy_event",
)
GROUND_MENU: Final = (
    "fit_all",
    "zoom_in",
    "zoom_out",
    "",
    "fit_range",
    "only_range",
    "",
    "go_to_date",
    "view_back",
    "view_forward",
)
"""Names of commands; empty for a line."""


def pointer_menu(name: str, entries: Sequence[str], commands: Actions, parent: QWidget) -> QMenu:
    """A menu of the commands `entries`; `name` is the object's name."""
    menu = QMenu(parent)
    menu.setObjectName(name)
    for entry in entries:
        if entry:
            menu.addAction(commands[entry])
        else:
            menu.addSeparator()
    return menu
