"""Pages that show the same events as the canvas, follow the same path and time themselves.

A frame is timed from asking for a view until the browser has painted it, its frame rate not limited
(see `bench_web.FLAGS`). Each page writes one line `RESULT {json}` to its console.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from timeline_app.layout.columns import EventColumns

View = tuple[int, int]
"""First and last visible second."""

_TIMING = """
const frames = [];
function painted() {
  return new Promise(resolve => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(0);
  }));
}
function report(build) {
  console.log("RESULT " + JSON.stringify({build_s: build / 1000, frames}));
}
async function follow(showView, build) {
  const end = performance.now() + 1000 * SECONDS;
  for (const view of VIEWS) {
    if (performance.now() > end) break;
    const begun = performance.now();
    showView(view);
    await painted();
    frames.push(performance.now() - begun);
  }
  report(build);
}
"""

_VIS = """
const begun = performance.now();
const timeline = new vis.Timeline(document.getElementById("view"), new vis.DataSet(EVENTS), {
  stack: false, height: 900, width: 1600, showCurrentTime: false,
});
timeline.setWindow(VIEWS[0][0], VIEWS[0][1], {animation: false});
timeline.redraw();
void document.body.offsetHeight;
const build = performance.now() - begun;
follow(view => {
  timeline.setWindow(view[0], view[1], {animation: false});
  timeline.redraw();
}, build);
"""

_TIMELINEJS = """
const begun = performance.now();
const timeline = new TL.Timeline("view", {events: EVENTS}, {
  width: 1600, height: 900, duration: 0, hash_bookmark: false, font: null, debug: false,
});
const levels = timeline.options.zoom_sequence.length;
const whole = VIEWS[0][1] - VIEWS[0][0];
function level(view) {
  const zoom = Math.log(whole / (view[1] - view[0])) / Math.log(whole / 86400000);
  return Math.max(0, Math.min(levels - 1, Math.round(zoom * (levels - 1))));
}
let done = false;
timeline.on("ready", () => {
  if (done) return;
  done = true;
  const build = performance.now() - begun;
  let zoom = -1;
  follow(view => {
    const wanted = level(view);
    if (wanted !== zoom) { timeline.setZoom(wanted); zoom = wanted; }
    const middle = (view[0] + view[1]) / 2;
    let low = 0, high = STARTS.length;
    while (low < high) {
      const half = (low + high) >> 1;
      if (STARTS[half] < middle) low = half + 1; else high = half;
    }
    timeline.goTo(Math.min(low, STARTS.length - 1));
  }, build);
});
"""


_NOTHING = """
const view = document.getElementById("view");
let turn = 0;
follow(() => { view.textContent = String(turn++); }, 0);
"""


def empty_page(views: Sequence[View], seconds: float) -> str:
    """A page that changes one number a frame: what the browser itself takes."""
    return _page([], [], _data([], views, seconds) + _TIMING + _NOTHING)


def vis_page(
    folder: Path,
    columns: EventColumns,
    titles: Sequence[str],
    views: Sequence[View],
    seconds: float,
) -> str:
    """vis-timeline without stacking, which is how it is quickest; `folder` is its package."""
    events = [
        {"id": int(row), "content": title, "start": 1000 * start, "end": 1000 * end, "type": kind}
        for row, title, start, end, kind in _rows(columns, titles)
    ]
    base = folder / "standalone" / "umd" / "vis-timeline-graph2d.min.js"
    style = folder / "styles" / "vis-timeline-graph2d.min.css"
    return _page([base], [style], _data(events, views, seconds) + _TIMING + _VIS)


def timelinejs_page(
    folder: Path,
    columns: EventColumns,
    titles: Sequence[str],
    views: Sequence[View],
    seconds: float,
) -> str:
    """TimelineJS3 on the same events: its nearest zoom level, and the event nearest the middle."""
    events = []
    starts = []
    for row, title, start, end, kind in sorted(_rows(columns, titles), key=lambda each: each[2]):
        event = {"unique_id": f"e{row}", "text": {"headline": title}, "start_date": _date(start)}
        if kind == "range":
            event["end_date"] = _date(end)
        events.append(event)
        starts.append(1000 * start)
    script = f"const STARTS = {json.dumps(starts)};" + _data(events, views, seconds)
    base, style = folder / "dist" / "js" / "timeline.js", folder / "dist" / "css" / "timeline.css"
    return _page([base], [style], script + _TIMING + _TIMELINEJS)


def _rows(columns: EventColumns, titles: Sequence[str]) -> list[tuple[int, str, int, int, str]]:
    kinds = np.where(columns.flags != 0, "range", "point").tolist()
    starts, ends = columns.start_earliest.tolist(), columns.end_latest.tolist()
    return list(zip(columns.ids.tolist(), titles, starts, ends, kinds, strict=True))


def _date(seconds: int) -> dict[str, int]:
    day = np.datetime64(seconds, "s").astype("datetime64[D]").item()
    return {"year": day.year, "month": day.month, "day": day.day}


def _data(events: object, views: Sequence[View], seconds: float) -> str:
    shown = [[1000 * low, 1000 * high] for low, high in views]
    return (
        f"const EVENTS = {json.dumps(events)}; const VIEWS = {json.dumps(shown)};"
        f" const SECONDS = {seconds};"
    )


def _page(scripts: Sequence[Path], styles: Sequence[Path], script: str) -> str:
    head = "".join(f'<link rel="stylesheet" href="{each.as_uri()}">' for each in styles)
    head += "".join(f'<script src="{each.as_uri()}"></script>' for each in scripts)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body style="margin:0">'
        f'<div id="view" style="width:1600px;height:900px"></div><script>{script}</script>'
        "</body></html>"
    )
