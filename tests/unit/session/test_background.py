from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.session.background import Background
from timeline_app.session.gui_thread import GuiThread


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background(GuiThread())
    yield made
    made.close()


def test_answers_come_on_the_gui_thread(qtbot: QtBot, background: Background) -> None:
    where: list[threading.Thread] = []
    failures: list[BaseException] = []
    background.run(
        "x",
        threading.current_thread,
        lambda t: where.extend([t, threading.current_thread()]),
        failures.append,
    )
    qtbot.waitUntil(lambda: background.idle)
    assert where[0] is not where[1]
    assert where[1] is threading.main_thread()
    assert failures == []


def test_the_newest_request_wins(qtbot: QtBot, background: Background) -> None:
    gate = threading.Event()
    answers: list[str] = []
    failures: list[BaseException] = []

    def slow() -> str:
        gate.wait(5)
        return "old"

    background.run("view", slow, answers.append, failures.append)
    background.run("view", lambda: "new", answers.append, failures.append)
    background.run("other", lambda: "other", answers.append, failures.append)
    gate.set()
    qtbot.waitUntil(lambda: background.idle)
    assert answers == ["new", "other"]
    assert failures == []


def test_failures_are_handed_over(qtbot: QtBot, background: Background) -> None:
    failures: list[BaseException] = []

    def broken() -> str:
        raise OSError("gone")

    answers: list[str] = []
    background.run("x", broken, answers.append, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert str(failures[0]) == "gone"
    assert background.idle
