"""Full disks and killed processes: what was committed stays, the rest can be done again."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.measuring import ROOT
from tests.unit.importing.conftest import InlineExecutor
from timeline_app.importing.executor import WorkerPool
from timeline_app.importing.job import ImportJob
from timeline_app.importing.pending import unfinished
from timeline_app.importing.report import Outcome
from timeline_app.store import Library

STORY = "Talks {0}\n\nTalks {0} began in Oran on 4 March 2014. {1}\n"
PATIENCE = 60.0


def write(folder: Path, count: int, filling: str = "") -> None:
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(STORY.format(number, filling))


def integrity(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def test_a_disk_that_fills_up_in_the_middle(inline: InlineExecutor, folder: Path) -> None:
    write(folder, 120, "The dispute went on. " * 400)
    path = folder.parent / "small.timeline"
    with Library.open(path) as library:
        limit = library._writer.submit(
            lambda connection: connection.execute("PRAGMA max_page_count = 400").fetchone()
        )
        limit.result()
        report = ImportJob(inline, library, lambda _: None).run([folder])
        refused = report.of(Outcome.REFUSED)
        kept = library.summaries()
        assert 0 < len(kept) < 120
        assert len(kept) + len(refused) == 120
        assert {row.reason for row in refused} == {"the disk is full"}
        assert all(library.events_of(summary.id) for summary in kept)
    assert integrity(path) == "ok"


def test_a_worker_that_is_killed_costs_its_own_file(library: Library, folder: Path) -> None:
    write(folder, 40)
    killed: list[int] = []

    def kill_one(update: object) -> None:
        lane = pool._lanes[0]
        if not killed and lane._process is not None:
            killed.append(lane._process.pid)
            os.kill(killed[0], signal.SIGKILL)

    pool = WorkerPool(2)
    try:
        report = ImportJob(pool, library, kill_one).run([folder])
    finally:
        pool.shutdown(cancel_futures=True)
    assert killed
    assert report.articles >= 39
    assert all("crashed" in row.reason for row in report.of(Outcome.REFUSED))
    assert len(report.rows) == 40


def test_the_program_is_killed_and_goes_on_later(folder: Path, inline: InlineExecutor) -> None:
    write(folder, 300)
    path = folder.parent / "case.timeline"
    command = [sys.executable, "main.py", "import", "--library", str(path), str(folder)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        _wait_for_articles(path, process)
    finally:
        process.kill()
        process.wait()
    assert integrity(path) == "ok"
    with Library.open(path) as library:
        before = len(library.summaries())
        assert 0 < before < 300
        assert all(library.events_of(summary.id) for summary in library.summaries())
        [(options, paths)] = unfinished(library)
        report = ImportJob(inline, library, lambda _: None, options).run(paths)
        assert len(report.of(Outcome.ALREADY_THERE)) == before
        assert len(library.summaries()) == 300
        assert unfinished(library) == []


def _wait_for_articles(path: Path, process: subprocess.Popen[bytes]) -> None:
    """Until something is committed."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        if path.exists() and _articles(path):
            return
    raise AssertionError(json.dumps({"ended": process.poll()}))


def _articles(path: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])
    except sqlite3.OperationalError:  # not made yet, or being made
        return 0
