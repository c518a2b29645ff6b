from __future__ import annotations

import pytest
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from timeline_app.ui.look.labels import ElidedLabel
from timeline_app.ui.window.status_line import StatusLine

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def test_what_is_going_on_takes_the_place_of_the_range(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(1100, 28)
    line.set_range(0, 86_400)
    line.show()
    line.show_busy("Read “two days earlier” as 3 March 2019")
    bar, cancel = line.findChild(QProgressBar), line.findChild(QPushButton)
    assert isinstance(bar, QProgressBar)
    assert isinstance(cancel, QPushButton)
    name = next(each for each in line.findChildren(ElidedLabel) if "two days" in each.text())
    qtbot.waitUntil(lambda: bar.x() > 0)
    assert name.geometry().right() < bar.x()
    assert bar.geometry().right() < cancel.x()
    assert not shown(line, "1 January 1970")
    line.end_progress()
    assert shown(line, "1 January 1970")


def shown(line: StatusLine, words: str) -> bool:
    """True while the range can be read."""
    assert words in line.range_words()
    return line.range_is_shown
