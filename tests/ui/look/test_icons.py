from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from timeline_app.ui.look import icons


def test_the_package_is_loaded_on_the_windows_own_thread(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, threading.Thread]] = []
    monkeypatch.setattr(
        icons, "import_module", lambda name: asked.append((name, threading.current_thread()))
    )
    done: list[bool] = []
    owner = QObject()
    icons.load(owner, lambda: done.append(True))
    assert asked == []  # not at once: what is painted now comes first
    qtbot.waitUntil(lambda: done == [True])
    assert asked[-1][0] == "qtawesome"
    assert {thread for _, thread in asked} == {threading.main_thread()}
