"""How fast dates are read: CPU seconds for 100 KiB of news, and that time grows with the text.

Beside it, where they are installed, dateparser's `search_dates` and timefhuman read the same
text in the same run. The text is the project's own corpus, repeated.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from tests.corpus import read_corpus
from tests.measuring import ROOT
from timeline_app.domain.edtf import parse_edtf
from timeline_app.tagger import tag

_KIB_100 = 102_400
_PUBLISHED = parse_edtf("2016-05-20")
_MEMORY = """
import os, resource
from tests.bench.bench_tagger import sample
from timeline_app.domain.edtf import parse_edtf
from timeline_app.tagger import tag
tag("May 2016")
text = sample(20_000_000)
with open("/proc/self/statm", encoding="ascii") as file:
    before = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024
tag(text, published=parse_edtf("2016-05-20"))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def sample(length: int) -> str:
    """News-like text of about `length` characters: a date in every third sentence or so."""
    articles = [document["text"] for document in read_corpus("en")]
    padding = "The committee listened to the report and asked several questions about it. " * 6
    page = "\n\n".join(f"{article}\n{padding}" for article in articles)
    return (page * (length // len(page) + 1))[:length]


def run() -> dict[str, list[dict[str, Any]]]:
    """Rows: what, characters, CPU seconds, CPU seconds for 100 KiB."""
    tag("May 2016")
    rows = [
        _row(f"timeline-app, {name}", text, lambda t: tag(t, published=_PUBLISHED))
        for name, text in (
            ("100 KiB of news", sample(_KIB_100)),
            ("1 MB of news", sample(1_000_000)),
            ("20 MB of news", sample(20_000_000)),
            ("5 MB without a full stop", sample(5_000_000).replace(".", "").replace("\n", " ")),
            ("a million digits", "7" * 1_000_000),
            ("10,000 brackets", "(" * 10_000 + ")" * 10_000),
        )
    ]
    rows += [_row(name, sample(_KIB_100 // 4), read) for name, read in _peers()]
    return {"tagger speed": rows, "tagger memory": [{"text_mb": 20, "more_rss_mb": _memory()}]}


def _peers() -> list[tuple[str, Callable[[str], object]]]:
    peers: list[tuple[str, Callable[[str], object]]] = []
    if find_spec("dateparser"):
        search = import_module("dateparser.search").search_dates
        peers.append(("dateparser search_dates", lambda t: search(t, languages=["en"])))
    if find_spec("timefhuman"):
        peers.append(("timefhuman", import_module("timefhuman").timefhuman))
    return peers


def _row(name: str, text: str, read: Callable[[str], object]) -> dict[str, Any]:
    start = time.process_time()
    read(text)
    seconds = time.process_time() - start
    return {
        "what": name,
        "characters": len(text),
        "cpu_s": round(seconds, 3),
        "cpu_s_per_100_kib": round(seconds / len(text) * _KIB_100, 4),
    }


def _memory() -> float:
    """Resident memory in MB that tagging 20 MB adds at most, in a process of its own (Linux)."""
    done = subprocess.run(
        [sys.executable, "-c", _MEMORY], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return round(int(done.stdout) / 1024, 1)
