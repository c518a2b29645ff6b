"""What the window's process has loaded once its first frame is painted: no parser among it."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.processes import python, seconds, surroundings
from tests.measuring import ROOT
from timeline_app.app import QUIT_AFTER, sample_articles

PARSERS = (
    "chardet",
    "dateutil",
    "docx",
    "fastwarc",
    "feedparser",
    "htmldate",
    "lxml",
    "markdown_it",
    "olefile",
    "pypdfium2",
    "sentencex",
    "striprtf",
    "timeline_app.extract",
    "timeline_app.readers",
    "timeline_app.tagger",
    "trafilatura",
)
"""Beginnings of the names of what only worker processes may load."""

PROGRAM = """
import json, sys
from timeline_app.app import main
status = main(sys.argv[1:])
print(json.dumps(sorted(sys.modules)))
raise SystemExit(status)
"""


def loaded(library: Path, home: Path) -> list[str]:
    """Return the modules loaded after the first frame of a window on `library`."""
    done = subprocess.run(
        python("-c", PROGRAM, library),
        cwd=ROOT,
        env=surroundings(home, {QUIT_AFTER: "timeline"}),
        capture_output=True,
        text=True,
        check=True,
    )
    return list(json.loads(done.stdout.splitlines()[-1]))


def run() -> dict[str, list[dict[str, Any]]]:
    """Count modules by their top-level package; raises AssertionError if a parser is loaded."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        library = home / "samples.timeline"
        seconds(python("main.py", "import", "--library", library, *sample_articles()), home)
        modules = loaded(library, home)
    parsers = [name for name in modules if name.startswith(PARSERS)]
    assert not parsers, f"the window's process has loaded {parsers}"
    packages = ("timeline_app", "PySide6", "qtawesome", "numpy", "dateutil", "rich")
    counts = {
        package: sum(name.split(".")[0] == package for name in modules) for package in packages
    }
    return {"gui imports": [{"all": len(modules), "parsers": len(parsers), **counts}]}
