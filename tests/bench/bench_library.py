"""A library of a million events: how soon it shows, whether it stays responsive, how it filters.

The library is written through the store's own edits (`libraries`). Start-up is timed from outside;
stalls of the GUI thread, memory, keystrokes and frames during an import in a process that opens the
real window offscreen, types in its search field and pans while articles come in.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.bench_start import in_turn
from tests.bench.libraries import library_of
from tests.bench.processes import python, resident_mb, seconds_to_first_line, surroundings
from tests.measuring import ROOT
from timeline_app.app import QUIT_AFTER
from timeline_app.store import Library

EVENTS = 1_000_000
RUNS = 5
WORDS = ("council", "on the", "zebra")
FIRST_PICTURE_GOAL_S = 1.5
KEY_GOAL_MS = 150
RSS_GOAL_MB = 500
FRAME_GOAL_MS = 16
IMPORTED = 100
STORY = """Story {0}

Published {1} May 2016

The council of town {0} voted on {1} March 2016. The mayor resigned on {1} April 2016.
"""


def run() -> dict[str, list[dict[str, Any]]]:
    """Start-up, loading and filtering at a million events."""
    million = library_of(EVENTS)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        empty = home / "empty.timeline"
        Library.open(empty).close()
        window = _inside(million, home)
        return {
            "library start": _starts(empty, million, home),
            "library loading": [window["loading"]],
            "library filter": window["keys"],
            "library import": [window["import"]],
        }


def _starts(empty: Path, million: Path, home: Path) -> list[dict[str, Any]]:
    def to_frame(library: Path, what: str) -> Callable[[], float]:
        command = python(ROOT / "main.py", library)
        return lambda: seconds_to_first_line(command, home, {QUIT_AFTER: what})

    measures = [
        to_frame(empty, "window"),
        to_frame(million, "window"),
        to_frame(million, "timeline"),
    ]
    for warm_up in measures:
        warm_up()
    times = [statistics.median(each) for each in in_turn(RUNS, *measures)]
    names = ("empty library, window", f"{EVENTS:,} events, window", f"{EVENTS:,} events, timeline")
    return [
        {
            "what": name,
            "median_s": round(taken, 3),
            "after_empty_s": round(taken - times[0], 3),
            "goal_s": FIRST_PICTURE_GOAL_S,
        }
        for name, taken in zip(names, times, strict=True)
    ]


def _inside(library: Path, home: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.bench_library", str(library)],
        cwd=ROOT,
        env=surroundings(home),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def measure(path: Path) -> dict[str, Any]:
    """Open the window on a library in this process, load all of it, type in the search field."""
    from tests.bench.watching import Watch

    begun = time.perf_counter()
    watch = Watch(path)
    watch.until(watch.shows_view)
    first_picture = watch.painted - begun
    watch.until(watch.at_rest)
    loading = {
        "events": EVENTS,
        "timeline_s": round(first_picture, 3),
        "all_loaded_s": round(time.perf_counter() - begun, 3),
        "longest_stall_ms": round(watch.longest_stall(), 1),
        "rss_mb": round(resident_mb()),
        "goal_rss_mb": RSS_GOAL_MB,
    }
    keys = [_typed(watch, word) for word in WORDS]
    for row in keys:
        row["rss_mb"] = round(resident_mb())
    watch.close()
    return {"loading": loading, "keys": keys, "import": _imported(path)}


def _imported(library: Path) -> dict[str, Any]:
    """Frames of a view that is panned while articles are imported into a copy of a library."""
    from tests.bench.watching import Watch

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(library, folder))
        files = [Path(folder, f"story-{number}.txt") for number in range(IMPORTED)]
        for number, file in enumerate(files):
            file.write_text(STORY.format(number, 1 + number % 28), encoding="utf-8")
        watch = Watch(copy)
        watch.until(watch.at_rest)
        before = watch.shown
        frames = watch.frames_while_importing(files)
        watch.until(watch.at_rest)
        added = watch.shown - before
        watch.close()
    return {
        "articles": len(files),
        "events_added": added,
        "frames": len(frames),
        "median_ms": round(statistics.median(frames), 1),
        "p95_ms": round(statistics.quantiles(frames, n=20)[-1], 1),
        "worst_ms": round(max(frames), 1),
        "goal_p95_ms": FRAME_GOAL_MS,
    }


def _typed(watch: Any, word: str) -> dict[str, Any]:
    """Type a word, each letter once the picture of the one before is there; empty the field."""
    watch.longest_stall()
    times = [1000 * watch.press(letter) for letter in word]
    shown = watch.shown
    stall = watch.longest_stall()
    times.append(1000 * watch.press(None))
    return {
        "typed": word,
        "found": shown,
        "median_ms": round(statistics.median(times), 1),
        "worst_ms": round(max(times), 1),
        "goal_ms": KEY_GOAL_MS,
        "longest_stall_ms": round(max(stall, watch.longest_stall()), 1),
    }


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
