"""How long `timeline-app import` of one article takes, against loading QtCore alone."""

from __future__ import annotations

import tempfile
from itertools import count
from pathlib import Path
from typing import Any

from tests.bench.bench_start import in_turn
from tests.bench.processes import python, seconds, summary
from tests.measuring import ROOT
from timeline_app.app import sample_articles

RUNS = 11
ARTICLE = ROOT.parent / "shared" / "articles" / "pact-to-send-us-troops-to-libya.txt"


def run() -> dict[str, list[dict[str, Any]]]:
    """Import into a new library each time."""
    article = ARTICLE if ARTICLE.exists() else sample_articles()[0]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        number = count()

        def bare() -> float:
            return seconds(python("-c", "import PySide6.QtCore"), home)

        def article_import() -> float:
            library = home / f"{next(number)}.timeline"
            return seconds(python("main.py", "import", "--library", library, article), home)

        for warm_up in (bare, article_import):
            warm_up()
        times = in_turn(RUNS, bare, article_import)
    return {
        "import": [
            summary("import PySide6.QtCore", times[0], times[0]),
            summary("timeline-app import, 1 article", times[1], times[0], goal=3),
        ]
    }
