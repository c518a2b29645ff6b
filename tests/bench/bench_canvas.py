"""How long a frame takes: a scripted path from the full range to one day and back, panning."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from timeline_app.layout.columns import EventColumns, Mark
from timeline_app.layout.index import EventIndex
from timeline_app.layout.text import EventLabel

DAY = 86_400
YEARS = 200
FRAMES = 300
CASES = ((10_000, 1.0), (100_000, 1.0), (1_000_000, 1.0), (10_000_000, 1.0), (1_000_000, 2.0))
LANES = 4
WORDS = (
    *("council", "minister", "convoy", "treaty", "strike", "harbour", "election", "ceasefire"),
    *("envoy", "market", "railway", "flood", "parliament", "report", "border", "mission"),
    *("court", "vote", "embargo", "statement"),
)


def synthetic(count: int, seed: int = 1) -> EventColumns:
    """Bursty events of 200 years, 5 % of them intervals, a few of a month's or year's precision."""
    rng = np.random.default_rng(seed)
    bursts = rng.integers(0, YEARS * 365 * DAY, max(count // 200, 1))
    near = bursts[rng.integers(0, len(bursts), count)]
    start = near + rng.laplace(0, 20 * DAY, count).astype(np.int64)
    start -= start % DAY
    kind = rng.random(count)
    length = np.full(count, DAY, np.int64)
    long = kind < 0.05
    length[long] = (DAY * np.exp(rng.uniform(0, 9, int(long.sum())))).astype(np.int64)
    month = (kind >= 0.05) & (kind < 0.08)
    length[month] = 30 * DAY
    end = start + length
    flags = np.where(long, int(Mark.INTERVAL), 0)
    start_latest = np.where(long, start + DAY, end)
    end_earliest = np.where(long, end - DAY, start)
    lane = rng.integers(0, LANES, count)
    return EventColumns(
        ids=np.arange(1, count + 1),
        start_earliest=start,
        start_latest=start_latest,
        end_earliest=end_earliest,
        end_latest=end,
        grain=np.where(month, 6, 4).astype(np.int8),
        flags=flags.astype(np.uint16),
        lane=lane.astype(np.int32),
        source=lane.astype(np.int32),
        importance=rng.integers(1, 5, count).astype(np.float32),
    )


def label(event_id: int) -> EventLabel:
    """Words that differ from event to event."""
    words = [WORDS[(event_id * step) % len(WORDS)] for step in (1, 3, 7, 11)]
    return EventLabel(" ".join(words).capitalize(), f"{event_id % 28 + 1} May 1970", "")


def measure(count: int, ratio: float) -> dict[str, float]:
    """One row: paints the path on a real canvas into an image of `ratio` pixels a point."""
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    from timeline_app.ui.look.theme import LIGHT
    from timeline_app.ui.start import Collector
    from timeline_app.ui.timeline.canvas import TimelineCanvas

    app = QApplication.instance() or QApplication([])
    columns = synthetic(count)
    begun = time.perf_counter()
    index = EventIndex.build(columns)
    build = time.perf_counter() - begun
    canvas = TimelineCanvas(LIGHT, lambda ids: {each: label(each) for each in ids})
    canvas.set_animated(False)
    canvas.resize(1600, 900)
    canvas.set_index(index, [f"Source {n}" for n in range(LANES)])
    image = QImage(int(1600 * ratio), int(900 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    canvas.render(image)
    frames = []
    collector = Collector(canvas)  # as in the program, where it comes round every two seconds
    for number, view in enumerate(path(canvas.viewport(), index)):
        begun = time.perf_counter()
        canvas.set_viewport(view)
        canvas.render(image)
        if number % 100 == 99:
            collector.collect()
        frames.append(1000 * (time.perf_counter() - begun))
    collector.stop()
    del app
    return {
        "events": count,
        "pixel_ratio": ratio,
        "median_ms": round(statistics.median(frames), 2),
        "p95_ms": round(float(np.quantile(frames, 0.95)), 2),
        "worst_ms": round(max(frames[1:]), 2),
        "build_s": round(build, 2),
        "rss_mb": round(_resident(), 0),
    }


def path(whole: Any, index: EventIndex) -> Any:
    """300 views: zooming in on one day, panning all the while, and back out."""
    half = FRAMES // 2
    ratio = (DAY / whole.width / whole.seconds_per_px) ** (1 / half)
    target = int(index.columns.start_earliest[len(index) // 3])
    view = whole
    for _ in range(half):
        x = min(max(view.x_of(target), 0.0), view.width)
        view = view.zoomed_at(x, 1 / ratio).panned(3.0)
        yield view
    for _ in range(FRAMES - half):
        view = view.zoomed_at(view.width / 2, ratio).panned(-3.0)
        yield view


def _resident() -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def run() -> dict[str, list[dict[str, float]]]:
    """Each case in a process of its own, so that memory is that of the case alone."""
    rows = []
    for count, ratio in CASES:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.bench_canvas", str(count), str(ratio)],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        rows.append(json.loads(done.stdout))
    return {"canvas": rows}


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), float(sys.argv[2]))))
