"""A real window on a real X screen, and a pointer and keys that go through the X server."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.session.session import Session
from timeline_app.session.settings import Settings
from timeline_app.ui.window.main_window import MainWindow


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without an X screen there is no pointer to move."""
    if os.environ.get("DISPLAY") and os.environ.get("QT_QPA_PLATFORM") == "xcb":
        return
    reason = "needs an X screen: make e2e, which brings one of its own"
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=reason))


PATIENCE_MS = 20_000


class Person:
    """Moves the real pointer and presses real keys (XTEST), as a person would."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        """Act on `window`, which must be shown."""
        self._qtbot = qtbot
        self._window = window

    def click(self, widget: QWidget, at: QPoint, count: int = 1) -> None:
        """Click with the left button on a point of a widget."""
        place = widget.mapToGlobal(at)
        self._run("mousemove", "--sync", str(place.x()), str(place.y()))
        self._run("click", "--repeat", str(count), "--delay", "60", "1")

    def scroll(self, widget: QWidget, at: QPoint, steps: int, *, control: bool = False) -> None:
        """Turn the wheel; positive steps away from the person."""
        place = widget.mapToGlobal(at)
        self._run("mousemove", "--sync", str(place.x()), str(place.y()))
        button = "4" if steps > 0 else "5"
        if control:
            self._run("keydown", "ctrl")
        self._run("click", "--repeat", str(abs(steps)), "--delay", "30", button)
        if control:
            self._run("keyup", "ctrl")

    def press(self, *keys: str) -> None:
        """Press keys, named as X names them: `ctrl+o`, `Return`."""
        self._run("key", *keys)

    def write(self, text: str) -> None:
        """Type text."""
        self._run("type", "--delay", "15", text)

    def take_the_keyboard(self) -> None:
        """Give the window the keyboard; a bare X screen has no window manager that would."""
        window = str(int(self._window.winId()))
        self._run("windowfocus", "--sync", window)
        self._qtbot.waitUntil(self._window.isActiveWindow, timeout=PATIENCE_MS)

    def _run(self, *words: str) -> None:
        """Let the X server do it while the window goes on living."""
        process = subprocess.Popen(["xdotool", *words], stderr=subprocess.PIPE)
        self._qtbot.waitUntil(lambda: process.poll() is not None, timeout=PATIENCE_MS)
        _, told = process.communicate()
        assert process.returncode == 0, told.decode()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window on an empty library, with worker processes for imports."""
    assert QGuiApplication.platformName() == "xcb"
    session = Session(tmp_path / "case.timeline", Settings(tmp_path / "settings.ini"))
    shown = MainWindow(session)
    shown.timeline.canvas.set_animated(False)
    shown.reader.body.set_animated(False)
    shown.resize(1500, 850)
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.waitUntil(lambda: session.view is not None and session.idle, timeout=PATIENCE_MS)
    yield shown
    shown.close()
    shown.deleteLater()


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    """Someone at the window."""
    assert shutil.which("xdotool"), "xdotool is missing: apt-get install xdotool"
    someone = Person(qtbot, window)
    someone.take_the_keyboard()
    return someone
