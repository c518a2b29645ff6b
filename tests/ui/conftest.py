"""A window on a small library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.session.samples import InlineExecutor, fill
from timeline_app.session.session import Session
from timeline_app.session.settings import Settings
from timeline_app.store import Library
from timeline_app.ui.window.main_window import MainWindow

PATIENCE_MS = 20_000

OpenWindow = Callable[[Path], MainWindow]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a file of their own."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """A library with two articles and four events."""
    path = tmp_path / "case.timeline"
    with Library.open(path) as library:
        fill(library)
    return path


@pytest.fixture
def open_window(qtbot: QtBot, settings: Settings) -> Iterator[OpenWindow]:
    """Opens windows whose library has been read; they are closed at the end."""
    windows: list[MainWindow] = []

    def open_on(path: Path) -> MainWindow:
        window = MainWindow(Session(path, settings, make_pool=InlineExecutor))
        windows.append(window)
        window.timeline.canvas.set_animated(False)
        window.reader.body.set_animated(False)
        window.resize(1400, 860)
        window.show()
        settle(qtbot, window)
        return window

    yield open_on
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: OpenWindow, library_path: Path) -> MainWindow:
    """A window on the small library."""
    return open_window(library_path)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until everything asked for has been read and shown."""
    qtbot.waitUntil(lambda: window.furnishing.done and window.session.idle, timeout=PATIENCE_MS)
    qtbot.wait(1)
    qtbot.waitUntil(lambda: window.session.idle, timeout=PATIENCE_MS)
