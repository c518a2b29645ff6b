"""The leak detector must find leaks, or its silence means nothing."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QEventLoop, QPropertyAnimation, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import leaks
from tests.leaks import watch_for_leaks


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaks, "PATIENCE_S", 0.05)


def test_nothing_left(qtbot: QtBot) -> None:
    with watch_for_leaks() as found:
        window = QWidget()
        qtbot.addWidget(window)
        timer = QTimer(window)
        timer.start(10_000)
        thread = QThread()
        thread.start()
        thread.quit()
        thread.wait()
        timer.stop()
        window.deleteLater()
        del window
    assert found == []


def test_a_window(qapp: QApplication) -> None:
    with watch_for_leaks() as found:
        window = QWidget()
        window.setObjectName("forgotten")
    assert found == ["window QWidget 'forgotten'"]
    window.deleteLater()


def test_a_timer_and_an_animation(qapp: QApplication) -> None:
    loop = QEventLoop()
    with watch_for_leaks() as found:
        timer = QTimer(loop)
        timer.start(10_000)
        animation = QPropertyAnimation(loop, b"objectName", loop)
        animation.setStartValue(0)
        animation.setEndValue(1)
        animation.setDuration(10_000)
        animation.start()
    assert [line.split(" ")[0] for line in found] == ["QTimer", "QPropertyAnimation"]
    assert all("test_leaks.py" in line for line in found)
    timer.stop()
    animation.stop()


def test_threads(qapp: QApplication) -> None:
    end = threading.Event()
    with watch_for_leaks() as found:
        threading.Thread(target=end.wait, name="endless", daemon=True).start()
    assert found == ["thread 'endless'"]
    end.set()
