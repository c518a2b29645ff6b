"""What the program has loaded at each step of its start: what isn't loaded takes no time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.bench.bench_gui_imports import PARSERS
from tests.conftest import ROOT
from tests.unit.session.samples import fill
from timeline_app.app import QUIT_AFTER
from timeline_app.store import Library

PROGRAM = """
import builtins, json, sys, threading

class Elsewhere:
    asked = []
    def find_spec(self, name, path=None, target=None):
        if threading.current_thread() is not threading.main_thread():
            self.asked.append(name)

sys.meta_path.insert(0, Elsewhere())

class Told:
    def write(self, words):
        if "painted" in words:
            from PySide6 import QtWidgets
            sys.__stdout__.write(json.dumps({
                "modules": list(sys.modules),
                "widgets": [name for name in vars(QtWidgets) if name.startswith("Q")],
                "import": builtins.__import__.__name__,
                "elsewhere": Elsewhere.asked,
            }))
    def flush(self):
        sys.__stdout__.flush()

sys.stdout = Told()
from timeline_app.app import main
raise SystemExit(main(sys.argv[1:]))
"""
AFTER_FIRST_FRAME = ("numpy", "timeline_app.layout.scene", "timeline_app.ui.timeline")
AFTER_EVENTS = (
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "PySide6.QtSvg",
    "multiprocessing",
    "platformdirs",
    "qtawesome",
    "timeline_app.domain.telling",
    "timeline_app.importing",
    "timeline_app.exporters",
    "timeline_app.store.edits",
    "timeline_app.ui.articles",
    "timeline_app.ui.events",
    "timeline_app.ui.export",
    "timeline_app.ui.reader",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small library."""
    made = tmp_path_factory.mktemp("start")
    with Library.open(made / "case.timeline") as library:
        fill(library)
    return made


@cache
def loaded(folder: Path, step: str) -> dict[str, Any]:
    """Start the program up to `step`, "window" or "timeline"; return what it has loaded then."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, folder / "case.timeline"],
        cwd=ROOT,
        env=os.environ | {QUIT_AFTER: step, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def of(modules: list[str], packages: tuple[str, ...]) -> list[str]:
    """Return the modules that belong to packages."""
    return [name for name in modules if name.startswith(packages)]


def test_the_first_frame_waits_for_nothing_that_only_the_timeline_needs(folder: Path) -> None:
    modules = loaded(folder, "window")["modules"]
    assert "timeline_app.ui.window.main_window" in modules
    assert of(modules, AFTER_FIRST_FRAME + AFTER_EVENTS) == []


def test_the_events_wait_for_nothing_that_the_panels_need(folder: Path) -> None:
    modules = loaded(folder, "timeline")["modules"]
    assert "timeline_app.ui.timeline.paint" in modules
    assert of(modules, AFTER_EVENTS + PARSERS) == []


def test_no_other_thread_asks_for_types_of_qt(folder: Path) -> None:
    elsewhere = loaded(folder, "timeline")["elsewhere"]
    assert "timeline_app.layout.scene" in elsewhere
    assert of(elsewhere, ("PySide6.QtGui", "PySide6.QtWidgets", "timeline_app.ui")) == []


@pytest.mark.parametrize("step", ["window", "timeline"])
def test_no_source_is_read_and_no_style_wrapped_on_the_way(folder: Path, step: str) -> None:
    found = loaded(folder, step)
    assert found["import"] != "__feature_import__"
    assert "QMainWindow" in found["widgets"]
    assert not set(found["widgets"]) & {"QStyle", "QMessageBox", "QTextEdit", "QListView"}
