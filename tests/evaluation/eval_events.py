"""How well events carry the right date: hand-made timelines of news stories, where at hand.

Gold and the scorer lie in the folder beside the project; without them there are no rows.
"""

from __future__ import annotations

import importlib.util
import json
import random
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.records import Article, Event, Mention, Published
from timeline_app.extract import build
from timeline_app.readers.article.structure import structure
from timeline_app.tagger import tag

_SHARED = Path(__file__).parents[2].parent / "shared"
_SCORER = _SHARED / "tools" / "score_events.py"
_JUDGED = Path(__file__).parent / "judged_events.jsonl"
_SHOWN = {
    "recall_all_strict": "recall",
    "recall_explicit_strict": "dated sentences",
    "recall_off_dct_strict": "other days",
    "precision_strict": "precision",
    "tau_in_document": "order",
    "events_per_doc": "events an article",
}
# Measured on the development half when the task was set: a tagger's dates with the day of
# publication for all other sentences, and what any date that a document names would reach.
_PLAIN = {"recall": 66, "dated sentences": 69, "other days": 41, "precision": 65, "order": 0.64}
_BOUND = {"recall": 88, "dated sentences": 90, "other days": 76, "precision": 90, "order": 0.96}
_BINS = (0.0, 0.5, 0.65, 0.75, 0.85, 0.93, 1.01)

Document = dict[str, Any]


def run() -> dict[str, list[dict[str, Any]]]:
    """Rows for `build/eval.json`: scores in per cent, and how often each confidence is right."""
    gold_path = _SHARED / "corpora" / "events-dev.gold.jsonl"
    documents_path = gold_path.with_name("events-dev.docs.jsonl")
    if not (gold_path.exists() and documents_path.exists() and _SCORER.exists()):
        return {"events": [], "confidence of events": []}
    gold = _read(gold_path)
    started = time.process_time()
    predicted = [_predicted(document) for document in _read(documents_path)]
    spent = time.process_time() - started
    halves = _halves([document["id"] for document in gold])
    rows = [_row("events-dev", gold, predicted, seconds=round(spent, 2))]
    for name, ids in zip(("one half", "other half"), halves, strict=True):
        rows.append(
            _row(
                name, [d for d in gold if d["id"] in ids], [d for d in predicted if d["id"] in ids]
            )
        )
    rows += [{"corpus": "plain baseline", **_PLAIN}, {"corpus": "bound", **_BOUND}]
    return {"events": rows, "confidence of events": _calibration(gold, predicted)}


def _halves(ids: list[str]) -> tuple[set[str], set[str]]:
    """Two random halves, the same each time: one to tune on, one to see whether it holds."""
    shuffled = sorted(ids)
    random.Random(7).shuffle(shuffled)
    middle = len(shuffled) // 2
    return set(shuffled[:middle]), set(shuffled[middle:])


def _row(
    name: str, gold: list[Document], predicted: list[Document], **more: float
) -> dict[str, Any]:
    scores, _ = _scorer().evaluate(gold, predicted)
    shown = {label: round(scores[key], 2) for key, label in _SHOWN.items()}
    return {"corpus": name, **shown, **more}


def _calibration(gold: list[Document], predicted: list[Document]) -> list[dict[str, Any]]:
    """How many events of each confidence are right.

    By gold: of those on sentences that gold speaks of, which leaves out what other companies did.
    By hand: of a sample read and judged, right when the date is that of what the title tells.
    """
    scorer = _scorer()
    triples = {document["id"]: document["triples"] for document in gold}
    judged = {(r["id"], r["start"], r["date"]): r["right"] for r in _read(_JUDGED)}
    found: dict[tuple[str, str], list[list[bool]]] = {}
    for document in predicted:
        for event in document["events"]:
            span = scorer.parse_date(event["date"])
            keys = (("confidence", _bin(event["confidence"])), ("basis", event["basis"]))
            on = [t for t in triples[document["id"]] if scorer.on_sentence(event, t)]
            right = any(scorer.parse_date(t["date"]) == span for t in on)
            by_hand = judged.get((document["id"], event["start"], event["date"]))
            for key in keys:
                all_events, by_gold, judgements = found.setdefault(key, [[], [], []])
                all_events.append(True)
                by_gold.extend([right] if on else [])
                judgements.extend([] if by_hand is None else [by_hand])
    return [
        {
            "events with": f"{kind} {value}",
            "events": len(all_events),
            "on gold": len(by_gold),
            "right by gold": _share(by_gold),
            "judged": len(judgements),
            "right by hand": _share(judgements),
        }
        for (kind, value), (all_events, by_gold, judgements) in sorted(found.items())
    ]


def _bin(confidence: float) -> str:
    low = max(edge for edge in _BINS if edge <= confidence)
    high = min(edge for edge in _BINS if edge > confidence)
    return f"{low:.2f}–{min(high, 1):.2f}"


def _share(verdicts: list[bool]) -> float | None:
    return round(100 * sum(verdicts) / len(verdicts), 1) if verdicts else None


def _predicted(document: Document) -> Document:
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
    rows = [_plain(event, mention) for event in events for mention in event.mentions]
    return {"id": document["id"], "events": rows}


def _plain(event: Event, mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.passage.start,
        "end": mention.passage.end,
        "date": format_edtf(event.when),
        "title": event.title,
        "confidence": event.confidence,
        "basis": str(event.basis),
    }


def _read(path: Path) -> list[Document]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_events", _SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
