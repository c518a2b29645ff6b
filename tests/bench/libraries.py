"""Large libraries to measure with, written through the store's own edits and kept in `build/`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np

from tests.bench.bench_canvas import DAY, synthetic
from tests.corpus import read_corpus
from tests.measuring import ROOT
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import (
    Article,
    ArticleDraft,
    Block,
    Event,
    Mention,
    Modality,
    Published,
    Role,
)
from timeline_app.domain.telling import words_of
from timeline_app.domain.text import Span
from timeline_app.domain.timevalue import Grain, Point, TimeValue
from timeline_app.store import AddArticles, Library
from timeline_app.store.schema import MIGRATIONS

ARTICLES = 2_000
_FOLDER = ROOT / "build" / "libraries"
_EPOCH_SHIFT = -150 * 365 * DAY  # 200 years, the last fifty of them after 1970
_AT_ONCE = 20
_MODALITIES = (*[Modality.HAPPENED] * 7, Modality.SAID, Modality.PLANNED, Modality.ALLEGED)


def library_of(count: int) -> Path:
    """A library with `count` events of 2,000 articles (fewer events: fewer articles).

    Bursty over 200 years, 5 % intervals, sentences of news as passages. Made at the first call
    and whenever the tables or this module have changed; some three minutes for a million.
    """
    recipe = Path(__file__).read_text(encoding="utf-8") + "".join(MIGRATIONS)
    name = f"{count}-{sha256(recipe.encode()).hexdigest()[:12]}.timeline"
    path = _FOLDER / name
    if not path.exists():
        _FOLDER.mkdir(parents=True, exist_ok=True)
        for old in _FOLDER.glob(f"{count}-*"):
            old.unlink()
        made = path.with_suffix(".new")
        with Library.open(made) as library:
            drafts = _drafts(count, min(ARTICLES, max(count // 10, 1)))
            while batch := tuple(itertools.islice(drafts, _AT_ONCE)):
                library.apply(AddArticles(batch))
        made.rename(path)
    return path


def _drafts(count: int, articles: int) -> Iterator[ArticleDraft]:
    columns = synthetic(count)
    rng = np.random.default_rng(2)
    sentences = _sentences()
    chosen = rng.integers(0, len(sentences), count)
    kinds = rng.integers(0, len(_MODALITIES), count)
    for number, rows in enumerate(np.array_split(np.arange(count), articles), start=1):
        title = f"Article {number}: {sentences[int(chosen[rows[0]])][:60]}"
        text, spans = _text(title, [sentences[int(each)] for each in chosen[rows]])
        events = tuple(
            Event(
                0,
                " ".join(span.slice(text).split()[:7]),
                _when(columns, int(row)),
                (Mention(0, span, None, "dated by its own words"),),
                modality=_MODALITIES[int(kinds[row])],
                confidence=0.5 + 0.5 * float(kinds[row]) / len(_MODALITIES),
            )
            for row, span in zip(rows, spans, strict=True)
        )
        words = tuple(_words(each.title, each.mentions[0].passage.slice(text)) for each in events)
        article = _article(number, title, text, spans)
        yield ArticleDraft(article, text.encode(), (), events, words=words)


@cache
def _words(title: str, passage: str) -> str:
    """As a worker would have it; there are few sentences."""
    return words_of(title, f"{passage}\n").packed()


def _when(columns: object, row: int) -> TimeValue:
    low, high, grain, flags = (
        int(getattr(columns, name)[row])
        for name in ("start_earliest", "end_latest", "grain", "flags")
    )
    low, high = low + _EPOCH_SHIFT, high + _EPOCH_SHIFT
    if not flags:
        point = Point(low, high, Grain(grain))
        return TimeValue(point, point)
    first, last = Point(low, low + DAY, Grain.DAY), Point(high - DAY, high, Grain.DAY)
    return TimeValue(first, last, "interval")


def _text(title: str, sentences: list[str]) -> tuple[str, list[Span]]:
    spans, at = [], len(title) + 2
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 2
    return "\n\n".join((title, *sentences)), spans


def _article(number: int, title: str, text: str, spans: list[Span]) -> Article:
    return Article(
        0,
        f"article-{number}.txt",
        title,
        text,
        (Block(Span(0, len(title)), Role.TITLE), *(Block(span, Role.BODY) for span in spans)),
        sha256(text.encode()).hexdigest(),
        "plaintext/1",
        publication=f"Publication {number % 40}",
        published=Published(parse_edtf("2016-05-20"), "a line", 0.9),
    )


def _sentences() -> list[str]:
    text = " ".join(article["text"] for article in read_corpus("en"))
    found = re.split(r"(?<=[.!?])\s+", text)
    return [" ".join(sentence.split())[:160] for sentence in found if len(sentence) > 30]
