"""How well events carry the right date: hand-made timelines of news stories, where at hand.

Gold and the scorer lie in the folder beside the project; without them there are no rows.
"""

from __future__ import annotations

import importlib.util
import json
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.records import Article, Event, Published
from timeline_app.extract import build
from timeline_app.readers.structure import structure
from timeline_app.tagger import tag

_SHARED = Path(__file__).parents[2].parent / "shared"
_SCORER = _SHARED / "tools" / "score_events.py"
_SHOWN = {
    "recall_all_strict": "recall",
    "recall_explicit_strict": "dated sentences",
    "recall_off_dct_strict": "other days",
    "precision_strict": "precision",
    "tau_in_document": "order",
    "events_per_doc": "events an article",
}


def run() -> dict[str, list[dict[str, Any]]]:
    """Rows for `build/eval.json`: one a set of stories, shares in per cent."""
    rows = []
    for gold in sorted((_SHARED / "corpora").glob("events-*.gold.jsonl")):
        documents = gold.with_name(gold.name.replace(".gold.", ".docs."))
        if documents.exists() and _SCORER.exists():
            rows.append(_row(gold, documents))
    return {"events": rows}


def _row(gold: Path, documents: Path) -> dict[str, Any]:
    started = time.process_time()
    predicted = [_predicted(document) for document in _read(documents)]
    spent = time.process_time() - started
    scores, _ = _scorer().evaluate(_read(gold), predicted)
    shown = {name: round(scores[key], 2) for key, name in _SHOWN.items()}
    return {"corpus": gold.name.split(".")[0], **shown, "seconds": round(spent, 2)}


def _predicted(document: dict[str, Any]) -> dict[str, Any]:
    """A document's events as the scorer takes them."""
    text, published = document["text"], parse_edtf(document["dct"])
    blocks = structure(text)
    article = Article(
        0,
        document["id"],
        document["title"],
        text,
        blocks,
        "",
        "corpus/1",
        published=Published(published, "the corpus", 1.0),
    )
    events = build(article, tag(text, published=published, blocks=blocks))
    return {"id": document["id"], "events": [_plain(event) for event in events]}


def _plain(event: Event) -> dict[str, Any]:
    passage = event.mentions[0].passage
    when = format_edtf(event.when)
    return {"start": passage.start, "end": passage.end, "date": when, "title": event.title}


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_events", _SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
