from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.unit.session.samples import event_id
from timeline_app.session.selection import Events
from timeline_app.ui.window.main_window import MainWindow


def spoken(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    return widget.placeholderText() if isinstance(widget, QLineEdit) else widget.windowTitle()


def reachable(window: MainWindow) -> list[QWidget]:
    """Widgets that Tab reaches."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    event = event_id(window.session.library, "Council votes")
    window.session.selection.select(Events.one(event))
    settle(qtbot, window)
    widgets = reachable(window)
    assert len(widgets) > 15
    nameless = [(type(w).__name__, w.objectName()) for w in widgets if not spoken(w).strip()]
    assert nameless == []


def test_symbols_are_not_names(qtbot: QtBot, window: MainWindow) -> None:
    names = {spoken(widget) for widget in reachable(window)}
    assert not [name for name in names if not any(char.isalpha() for char in name)]
