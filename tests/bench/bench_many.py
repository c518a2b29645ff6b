"""Importing many files: pages a second with one worker and two, memory, and whether it slows down.

Processor time is the measure that holds where others use the machine, too: `app_cpu_ms` is what
the app's own process takes for an article (committing, mostly), `workers_cpu_ms` what its workers
take together, `possible_per_s` what two cores could do with that.

The pages are made of the project's own articles with the furniture of a news site around them.
`TIMELINE_APP_BENCH_ARTICLES` sets how many articles the long import takes: 100,000 for the whole
measurement, which takes about ten minutes. Its rows are the first thousand, every tenth part, and
the last thousand; `slower` compares that with the first.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from calendar import month_name
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.bench.processes import cpu_seconds, family, resident_mb
from tests.measuring import ROOT
from timeline_app.importing.executor import WorkerPool
from timeline_app.importing.job import ImportJob
from timeline_app.importing.report import ImportProgress
from timeline_app.store import Library

PAGES = 400
LONG = int(os.environ.get("TIMELINE_APP_BENCH_ARTICLES", "6000"))
PART = 1000
CORPUS = ROOT / "tests" / "corpus" / "en"
WORDS = ("harbour", "council", "lease", "bridge", "strike", "court", "ferry", "budget", "school")
VERBS = ("opened", "closed", "sold", "rebuilt", "blocked", "inspected", "left", "won", "lost")
SYLLABLES = tuple(a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or"))

Row = dict[str, Any]


def run() -> dict[str, list[Row]]:
    """Import the same pages with one worker and with two, then many short articles."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        pages = home / "pages"
        write_pages(pages, PAGES)
        rows = [pages_row(home, pages, workers) for workers in (1, 2)]
        for row in rows:
            row["times_one_worker"] = round(row["pages_per_s"] / rows[0]["pages_per_s"], 2)
        short = home / "short"
        write_articles(short, LONG)
        return {"import_pages": rows, "import_many": long_rows(home, short)}


def pages_row(home: Path, pages: Path, workers: int) -> Row:
    """One import of all pages into a new library, workers ready before the clock starts."""
    pool = WorkerPool(workers)
    try:
        with Library.open(home / f"pages-{workers}.timeline") as library:
            ImportJob(pool, library, lambda _: None).run(sorted(pages.iterdir())[: workers * 4])
            begun, spent = time.perf_counter(), _spent()
            report = ImportJob(pool, library, lambda _: None).run([pages])
            taken, (app, others) = time.perf_counter() - begun, _since(spent)
            size = sum(path.stat().st_size for path in pages.iterdir()) / PAGES / 1024
    finally:
        pool.shutdown()
    return {
        "workers": workers,
        "pages": report.articles,
        "kb_a_page": round(size),
        "events": report.events,
        "pages_per_s": round(report.articles / taken, 1),
        "goal": 60 if workers > 1 else None,
        "app_cpu_ms": round(1000 * app / report.articles, 1),
        "workers_cpu_ms": round(1000 * others / report.articles, 1),
        "possible_per_s": round(2 * report.articles / (app + others)),
    }


def _spent() -> dict[int, float]:
    """Processor time so far, by process, this one first."""
    return {process: cpu_seconds(process) for process in family()}


def _since(before: Mapping[int, float]) -> tuple[float, float]:
    """Processor time since `before`: this process's, and that of the others together."""
    spent = [now - before.get(process, 0.0) for process, now in _spent().items()]
    return spent[0], sum(spent[1:])


def long_rows(home: Path, folder: Path) -> list[Row]:
    """Thousands of a long import, ten of them and the last: how fast, and memory after each."""
    pool = WorkerPool(2)
    marks = [_mark(0, 0.0)]

    def watch(update: ImportProgress) -> None:
        if update.done - marks[-1].done >= PART or update.finished:
            marks.append(_mark(update.done, update.seconds))

    try:
        with Library.open(home / "long.timeline") as library:
            ImportJob(pool, library, watch).run([folder])
    finally:
        pool.shutdown()
    parts = [
        _part(before, after)
        for before, after in pairwise(marks)
        if after.done - before.done >= PART
    ]
    first, last = parts[0], parts[-1]
    spent = [part["app_cpu_ms"] + part["workers_cpu_ms"] for part in (first, last)]
    slower = {
        "slower": round(first["articles_per_s"] / last["articles_per_s"], 2),
        "slower_by_cpu": round(spent[1] / spent[0], 2),
    }
    between = parts[: -1 : max(1, len(parts) // 10)]
    return [*(part | dict.fromkeys(slower) for part in between), last | slower]


@dataclass(frozen=True, slots=True)
class _Mark:
    """How far an import is: articles, seconds, and what each process has taken until then."""

    done: int
    seconds: float
    spent: Mapping[int, float]
    app_mb: float
    workers_mb: float


def _mark(done: int, seconds: float) -> _Mark:
    own, *others = family()
    workers = max((resident_mb(process) for process in others), default=0.0)
    return _Mark(done, seconds, _spent(), resident_mb(own), workers)


def _part(before: _Mark, after: _Mark) -> Row:
    count = after.done - before.done
    own = os.getpid()
    taken = {process: now - before.spent.get(process, 0.0) for process, now in after.spent.items()}
    app = taken.pop(own)
    return {
        "articles": after.done,
        "articles_per_s": round(count / max(after.seconds - before.seconds, 1e-9), 1),
        "app_cpu_ms": round(1000 * app / count, 2),
        "workers_cpu_ms": round(1000 * sum(taken.values()) / count, 2),
        "app_mb": round(after.app_mb),
        "largest_worker_mb": round(after.workers_mb),
    }


def write_pages(folder: Path, count: int) -> None:
    """Web pages of typical size, about 30 KB, no two alike."""
    folder.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]
    generator = random.Random(5)
    for number in range(count):
        title, *body = [part for part in texts[number % len(texts)].split("\n\n") if part.strip()]
        body.append(f"Case {number} was closed on {1 + number % 28} May 2016.")
        page = _page(f"{title.strip()} ({number})", body, generator)
        (folder / f"{number:05}.html").write_text(page, encoding="utf-8")


def _page(title: str, body: list[str], generator: random.Random) -> str:
    paragraphs = "\n".join(f"<p>{part}</p>" for part in body)
    links = "\n".join(_link(generator) for _ in range(120))
    script = f"<script>var layout = {[generator.random() for _ in range(500)]};</script>"
    head = '<meta property="article:published_time" content="2016-05-20T08:00:00Z">'
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title} | Post</title>"
        f"{head}{script}</head><body><header><nav><ul>{links}</ul></nav></header>"
        f"<main><article><h1>{title}</h1>{paragraphs}</article>"
        f"<aside><h2>More</h2><ul>{links}</ul></aside></main>"
        f"<footer>About us. Contact. Terms.</footer></body></html>"
    )


def _link(generator: random.Random) -> str:
    words = " ".join(generator.choices(WORDS, k=5))
    return f'<li><a class="menu__item" href="/{words.replace(" ", "-")}">{words.title()}</a></li>'


def write_articles(folder: Path, count: int) -> None:
    """Short reports, a thousand to a folder."""
    generator = random.Random(7)
    for number in range(count):
        part = folder / f"{number // PART:04}"
        part.mkdir(parents=True, exist_ok=True)
        (part / f"{number:06}.txt").write_text(report(generator, number), encoding="utf-8")


def report(generator: random.Random, number: int) -> str:
    """A report of its own words: a title, five paragraphs, four dates of seventy years."""
    lines = [f"Report {number} on the {generator.choice(WORDS)} of {name(generator)}"]
    for _ in range(4):
        day, month = generator.randint(1, 28), generator.choice(month_name[1:])
        lines.append(
            f"{name(generator)} {generator.choice(VERBS)} the {generator.choice(WORDS)} of"
            f" {name(generator)} on {day} {month} {generator.randint(1950, 2020)}, after"
            f" {name(generator)} had left the {generator.choice(WORDS)}."
        )
    lines.append(f"Nobody in {name(generator)} was asked.")
    return "\n\n".join(lines) + "\n"


def name(generator: random.Random) -> str:
    """A name that few others have."""
    syllables = generator.choices(SYLLABLES, k=3)
    return "".join(syllables).capitalize()
