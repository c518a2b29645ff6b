"""The project's own articles with every date expression marked by hand.

`en/*.txt`: header lines `published: 2016-05-20` (left out where no date is to be known) and
`kind: wire`, an empty line, and a text in which `[words](value)` marks an expression and its
TIMEX3 value; a recurring one is written `[every day](SET P1D)`. All people, places and events
are made up.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

_MARK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_FOLDER = Path(__file__).parent


def read_corpus(language: str) -> list[dict[str, Any]]:
    """Articles of one language as {"id", "kind", "dct", "text", "timexes"}, in order of names."""
    return [_read(path) for path in sorted((_FOLDER / language).glob("*.txt"))]


def _read(path: Path) -> dict[str, Any]:
    head, _, marked = path.read_text(encoding="utf-8").partition("\n\n")
    header = dict(line.split(": ", 1) for line in head.splitlines())
    text, timexes, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        start = len(text)
        text += match[1]
        kind, value = _kind(match[2])
        timexes.append({"start": start, "end": len(text), "type": kind, "value": value})
        at = match.end()
    text += marked[at:]
    return {
        "id": path.stem,
        "kind": header["kind"],
        "dct": header.get("published"),
        "text": text,
        "timexes": timexes,
    }


def _kind(value: str) -> tuple[str, str]:
    if value.startswith("SET "):
        return "SET", value.removeprefix("SET ")
    if value[0] == "P" and not value.endswith("_REF"):
        return "DURATION", value
    return ("TIME" if "T" in value and not value.endswith("_REF") else "DATE"), value
