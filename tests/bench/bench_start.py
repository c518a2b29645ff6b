"""How long from the start of the process to the first painted frame, against an empty window.

The window paints its first frame before it loads numpy and reads the library; the timeline with
its events follows, then what is in the panels. The first two are measured, up to the moment that
the process says so; both are meant to take no more than twice the empty window.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.processes import python, seconds, seconds_to_first_line, summary
from tests.measuring import ROOT
from timeline_app.app import QUIT_AFTER, sample_articles

RUNS = 15

EMPTY_WINDOW = """
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
        application.quit()

application = QApplication([])
window = Window()
window.resize(1600, 900)
window.show()
application.exec()
"""


def run() -> dict[str, list[dict[str, Any]]]:
    """Measure both in turn, so that a busy moment of the machine meets both alike."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        library = home / "samples.timeline"
        seconds(python("main.py", "import", "--library", library, *sample_articles()), home)

        def empty() -> float:
            return seconds_to_first_line(python("-c", EMPTY_WINDOW), home)

        def window() -> float:
            command = python(ROOT / "main.py", library)
            return seconds_to_first_line(command, home, {QUIT_AFTER: "window"})

        def timeline() -> float:
            command = python(ROOT / "main.py", library)
            return seconds_to_first_line(command, home, {QUIT_AFTER: "timeline"})

        for warm_up in (empty, window, timeline):
            warm_up()
        times = in_turn(RUNS, empty, window, timeline)
    return {
        "start": [
            summary("empty QMainWindow", times[0], times[0]),
            summary("first frame, sample library", times[1], times[0], goal=2),
            summary("timeline with its events", times[2], times[0], goal=2),
        ]
    }


def in_turn(runs: int, *measures: Callable[[], float]) -> list[list[float]]:
    """Call the measures alternately; return the seconds of each."""
    times: list[list[float]] = [[] for _ in measures]
    for _ in range(runs):
        for measure, taken in zip(measures, times, strict=True):
            taken.append(measure())
    return times
