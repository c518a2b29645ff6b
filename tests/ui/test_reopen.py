from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from tests.unit.session.samples import event_id
from timeline_app.store import Library

PROGRAM = """
import json, sys
from pathlib import Path
from typing import Any
from PySide6.QtCore import QEventLoop, QTimer
from timeline_app.session.selection import Events, Reveal
from timeline_app.session.session import Session
from timeline_app.session.settings import Settings
from timeline_app.ui.window.main_window import MainWindow
from timeline_app.ui.start import make_application

application = make_application()
folder = Path(sys.argv[1])
session = Session(folder / "case.timeline", Settings(folder / "settings.ini"))
window = MainWindow(session)
window.timeline.canvas.set_animated(False)
window.show()
loop = QEventLoop()
timer = QTimer()
timer.timeout.connect(lambda: window.furnishing.done and session.idle and loop.quit())
timer.start(20)
loop.exec()
canvas = window.timeline.canvas
if len(sys.argv) > 2:
    window.resize(790, 600)
    window.commands["theme_dark"].trigger()
    window.commands["toggle_reader"].trigger()
    session.selection.select(Events.one(int(sys.argv[2])), reveal=Reveal.SCROLL)
    canvas.zoom_in()
    canvas.set_collapsed([1])
    loop.exec()
view = canvas.viewport()
print(json.dumps({
    "size": [window.width(), window.height()],
    "theme": window.appearance.theme.name,
    "reader": window.reader_panel.isHidden(),
    "event": session.selection.primary,
    "passage": window.reader.mark.event if window.reader.mark else None,
    "folded": sorted(canvas.collapsed()),
    "first": view.first, "last": view.last, "tick": view.seconds_per_px,
}))
window.close()
"""


def run(folder: Path, *arguments: str) -> dict[str, Any]:
    """What a window in a process of its own shows when it closes."""
    import json

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    shown: dict[str, Any] = json.loads(done.stdout)
    return shown


def test_the_next_start_shows_what_the_last_one_left(
    qtbot: QtBot, library_path: Path, tmp_path: Path
) -> None:
    with Library.open(library_path) as library:
        event = event_id(library, "Secretary speaks in Vienna")
    left = run(tmp_path, str(event))
    found = run(tmp_path)
    assert found["event"] == found["passage"] == event
    assert found["size"] == left["size"] == [790, 600]
    assert found["theme"] == "dark"
    assert found["reader"] is True
    assert found["folded"] == left["folded"] == [1]
    assert abs(found["first"] - left["first"]) < 2 * left["tick"]
    assert abs(found["last"] - left["last"]) < 2 * left["tick"]
