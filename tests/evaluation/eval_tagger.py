"""How well dates are read: F1 on whatever corpora are at hand.

Looked for in `../shared/corpora` and in `build/corpora` (never committed): JSON Lines with
"id", "text", "dct" and "timexes", as the development corpora have them; and always the
project's own corpus in `tests/corpus`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.corpus import read_corpus
from tests.evaluation import recognizers
from tests.evaluation.scoring import count, measures
from timeline_app.domain.edtf import parse_edtf
from timeline_app.tagger import tag, timexes

_ROOT = Path(__file__).parents[2]
_FOLDERS = (_ROOT.parent / "shared" / "corpora", _ROOT / "build" / "corpora")


def run() -> dict[str, list[dict[str, Any]]]:
    """Rows for `build/eval.json`: one a corpus, and the share of specifications read right."""
    rows = [_row("own (English)", read_corpus("en"))]
    rows += [_row("own (German)", read_corpus("de"), "de")]
    specifications: list[dict[str, Any]] = []
    for path in _corpora():
        documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if documents and "timexes" in documents[0]:
            rows.append(_row(path.stem, documents))
        elif documents and "expected" in documents[0]:
            cases = [case for case in documents if recognizers.is_comparable(case)]
            right = sum(map(recognizers.is_right, cases))
            share = round(100 * right / max(1, len(cases)), 1)
            specifications.append(
                {"corpus": path.stem, "cases": len(cases), "right": right, "per_cent": share}
            )
    return {"tagger": rows, "tagger specifications": specifications}


def _corpora() -> Iterator[Path]:
    for folder in _FOLDERS:
        yield from sorted(folder.glob("*.jsonl"))


def _row(name: str, documents: list[dict[str, Any]], language: str = "en") -> dict[str, Any]:
    counts = [
        count(
            document["timexes"],
            timexes(
                tag(
                    document["text"],
                    published=parse_edtf(document["dct"]) if document.get("dct") else None,
                    language=language,
                )
            ),
        )
        for document in documents
    ]
    return {"corpus": name, "documents": len(documents), **measures(counts)}
