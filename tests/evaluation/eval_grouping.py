"""How well reports of one event are told from others: the project's own labelled pairs.

Each text of a pair goes through tagging and extraction as an article of its own; the pair counts
as found where any event of one is taken for any event of the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import Article, ArticleDraft, Published
from timeline_app.domain.sameness import SAME, SUGGESTED, likeness
from timeline_app.domain.telling import Telling, telling_of
from timeline_app.extract import build
from timeline_app.readers.article.structure import structure
from timeline_app.tagger import tag

PAIRS = Path(__file__).parents[1] / "corpus" / "pairs" / "pairs.txt"
HALVES = ("tuning", "checking")


@dataclass(frozen=True)
class Pair:
    """Two texts as articles, whether they tell of one event, and what makes them hard."""

    number: int
    same: bool
    kind: str
    drafts: tuple[ArticleDraft, ArticleDraft]

    @property
    def half(self) -> str:
        """The half that the pair belongs to."""
        return HALVES[self.number % 2 == 0]

    @property
    def score(self) -> float:
        """The best likeness of an event of one text with an event of the other."""
        first, second = (_tellings(draft, number) for number, draft in enumerate(self.drafts))
        return max((likeness(a, b) for a in first for b in second), default=0.0)


def run() -> dict[str, list[dict[str, Any]]]:
    """Rows for `build/eval.json`: one a half, shares in per cent."""
    return {"grouping": [quality(half) for half in HALVES]}


@lru_cache
def quality(half: str) -> dict[str, Any]:
    """Precision and recall of one half, and how many of the missed are suggested instead."""
    scored = [(pair, pair.score) for pair in read_pairs() if pair.half == half]
    taken = [pair for pair, score in scored if score >= SAME]
    right = sum(pair.same for pair in taken)
    missed = [score for pair, score in scored if pair.same and score < SAME]
    return {
        "half": half,
        "pairs": len(scored),
        "same": sum(pair.same for pair, _ in scored),
        "precision": round(100 * right / max(1, len(taken)), 2),
        "recall": round(100 * right / sum(pair.same for pair, _ in scored), 2),
        "missed": len(missed),
        "of them suggested": sum(score >= SUGGESTED for score in missed),
    }


@lru_cache
def read_pairs() -> tuple[Pair, ...]:
    """All pairs with their texts extracted."""
    return tuple(_pairs(PAIRS.read_text(encoding="utf-8")))


def _pairs(text: str) -> list[Pair]:
    found = []
    for block in text.split("\n\n")[1:]:
        head, first, second = block.strip().splitlines()
        match = re.fullmatch(r"(\d+) (same|different): (.+)", head)
        assert match is not None, head
        drafts = (_draft(first), _draft(second))
        found.append(Pair(int(match[1]), match[2] == "same", match[3], drafts))
    return found


def _draft(line: str) -> ArticleDraft:
    day, text = line.split(" | ", 1)
    published = Published(parse_edtf(day), "the corpus", 1.0)
    blocks, data = structure(text), text.encode()
    article = Article(
        0, "pair.txt", text[:40], text, blocks, sha256(data).hexdigest(), "corpus/1",
        published=published, language="en",
    )  # fmt: skip
    expressions = tag(text, published=published.value, blocks=blocks)
    return ArticleDraft(article, data, tuple(expressions), tuple(build(article, expressions)))


def _tellings(draft: ArticleDraft, number: int) -> list[Telling]:
    return [telling_of(event, draft.article, number, number) for event in draft.events]
