"""The canvas beside the web timelines: the same events, the same views, in the same run.

`python -m scripts.web_peers` installs the peers; where they are missing, the benchmark says so and
measures nothing. A peer that takes longer than its time is a row without frames.
"""

from __future__ import annotations

import json
import queue
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from scripts.web_peers import PACKAGES, browser, package
from tests.bench.bench_canvas import label, path, synthetic
from tests.bench.processes import surroundings
from tests.bench.web_pages import View, empty_page, timelinejs_page, vis_page
from tests.measuring import ROOT
from timeline_app.layout.columns import EventColumns

COUNTS = (1_000, 10_000)
EVERY = 5
"""Every fifth frame of the canvas's path, so that slow peers come to its end."""
FRAMES_S = 60.0
"""How long a peer may take for its frames; it reports those that it has shown by then."""
PATIENCE_S = 120.0
"""How long a peer may take for everything."""
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--allow-file-access-from-files",
    "--window-size=1600,900",
    "--disable-frame-rate-limit",
    "--disable-gpu-vsync",
    "--enable-logging=stderr",
)
Page = Callable[[Path, EventColumns, Sequence[str], Sequence[View], float], str]
PEERS: dict[str, Page] = {"vis-timeline": vis_page, "@knight-lab/timelinejs": timelinejs_page}


def run() -> dict[str, list[dict[str, Any]]]:
    """A row a program and number of events; ratios are of medians to the canvas's."""
    program = browser()
    folders = {name: package(name) for name in PEERS}
    missing = [name for name, folder in folders.items() if folder is None]
    if program is None or missing:
        what = ", ".join([*([] if program else ["chromium"]), *missing])
        print(f"not measured beside web timelines: {what} missing; python -m scripts.web_peers")
        return {}
    rows = []
    for count in COUNTS:
        ours = _ours(count)
        views = [(int(low), int(high)) for low, high in ours.pop("views")]
        rows.append(_row("timeline-app", count, ours, ours))
        rows.append(_row("empty page", count, _browse(program, empty_page(views, FRAMES_S)), ours))
        for name, page in PEERS.items():
            folder = folders[name]
            assert folder is not None
            columns = synthetic(count)
            titles = [label(each).title for each in columns.ids.tolist()]
            html = page(folder, columns, titles, views, FRAMES_S)
            answer = _browse(program, html)
            rows.append(_row(f"{name} {PACKAGES[name]}", count, answer, ours))
    return {"web": rows}


def _row(
    what: str, count: int, answer: dict[str, Any] | None, ours: dict[str, Any]
) -> dict[str, Any]:
    row: dict[str, Any] = {"what": what, "events": count}
    if answer is None or not answer["frames"]:
        return row | {"note": f"no frame within {PATIENCE_S:.0f} s"}
    frames, base = answer["frames"], ours["frames"]
    row |= {
        "frames": len(frames),
        "median_ms": round(statistics.median(frames), 2),
        "p95_ms": round(float(np.quantile(frames, 0.95)), 2),
        "worst_ms": round(max(frames), 1),
        "build_s": round(answer["build_s"], 2),
        "ratio": round(statistics.median(frames) / statistics.median(base), 1),
        "ratio_p95": round(float(np.quantile(frames, 0.95) / np.quantile(base, 0.95)), 1),
    }
    return row


def _ours(count: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.bench_web", str(count)],
            cwd=ROOT,
            env=surroundings(Path(folder)),
            check=True,
            capture_output=True,
            text=True,
        )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def measure(count: int) -> dict[str, Any]:
    """Frames of the canvas along the path, painting included, and the views that it showed."""
    from PySide6.QtGui import QImage

    from timeline_app.layout.index import EventIndex
    from timeline_app.ui.look.theme import LIGHT
    from timeline_app.ui.start import make_application
    from timeline_app.ui.timeline.canvas import TimelineCanvas

    application = make_application()
    begun = time.perf_counter()
    index = EventIndex.build(synthetic(count))
    canvas = TimelineCanvas(LIGHT, lambda ids: {each: label(each) for each in ids})
    canvas.set_animated(False)
    canvas.resize(1600, 900)
    canvas.set_index(index, ["Source 1", "Source 2", "Source 3", "Source 4"])
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    canvas.render(image)
    build = time.perf_counter() - begun
    frames, views = [], []
    for view in list(path(canvas.viewport(), index))[::EVERY]:
        begun = time.perf_counter()
        canvas.set_viewport(view)
        canvas.render(image)
        frames.append(1000 * (time.perf_counter() - begun))
        views.append((view.first, view.last))
    application.processEvents()
    return {"build_s": build, "frames": frames, "views": views}


def _browse(program: str, html: str) -> dict[str, Any] | None:
    """Open a page in a browser of its own; its report, or None when it takes too long."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        command = [program, *FLAGS, f"--user-data-dir={folder}/profile", page.as_uri()]
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
        ) as process:
            try:
                return _report(process)
            finally:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()


def _report(process: subprocess.Popen[str]) -> dict[str, Any] | None:
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def read() -> None:
        assert process.stderr is not None
        for line in process.stderr:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    end = time.monotonic() + PATIENCE_S
    while (left := end - time.monotonic()) > 0:
        try:
            line = lines.get(timeout=left)
        except queue.Empty:
            return None
        if line is None:
            return None
        if "RESULT {" in line:
            start = line.index("RESULT {") + len("RESULT ")
            answer: dict[str, Any] = json.loads(line[start : line.rindex("}") + 1])
            return answer
    return None


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
