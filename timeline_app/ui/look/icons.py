"""Icons from QtAwesome, loaded after the first frame: importing it costs more than a window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon

from timeline_app.ui.look.theme import Theme

_STEPS: Final = ("qtpy.QtCore", "qtpy.QtGui", "qtpy.QtWidgets", "qtawesome")


def load(owner: QObject, done: Callable[[], None]) -> None:
    """Import the package in steps that no one notices, then call `done`, unless `owner` has gone.

    On the GUI thread: the package asks for all of Qt's types, PySide makes a type when it is first
    asked for, and two threads that do so at once crash.
    """
    QTimer.singleShot(0, owner, partial(_step, owner, done, 0))


def _step(owner: QObject, done: Callable[[], None], number: int) -> None:
    if number == len(_STEPS):
        done()
        return
    import_module(_STEPS[number])
    QTimer.singleShot(0, owner, partial(_step, owner, done, number + 1))


def icon(name: str, theme: Theme) -> QIcon:
    """An icon by QtAwesome's name in the colours of a theme."""
    import qtawesome

    made: QIcon = qtawesome.icon(name, color=theme.muted, color_active=theme.text)
    return made
