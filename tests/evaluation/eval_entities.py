"""How well people, places and organisations are found, and how many titles read well."""

from __future__ import annotations

from typing import Any

from tests.unit.extract.names.entitygold import gold, score
from tests.unit.extract.titles.titlecorpus import stories
from timeline_app.domain.records import EntityKind


def run() -> dict[str, list[dict[str, Any]]]:
    """Rows for `build/eval.json`: one a kind of entity, and one for titles; shares in per cent."""
    rows = [_row("all", *EntityKind), *(_row(kind.value, kind) for kind in EntityKind)]
    verdicts = [passed for story in stories() for passed in story.passes]
    titles = {"titles": len(verdicts), "pass": round(100 * sum(verdicts) / len(verdicts), 2)}
    return {"entities": rows, "titles": [titles]}


def _row(name: str, *kinds: EntityKind) -> dict[str, Any]:
    texts = gold()
    found = score(texts, *kinds)
    named = sum(entity.kind in kinds for _, entities in texts for entity in entities)
    return {
        "kind": name,
        "named": named,
        "precision": round(100 * found.precision, 2),
        "recall": round(100 * found.recall, 2),
    }
