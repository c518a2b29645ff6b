"""How well files become articles: texts and days against public pages, formats against plain text.

The pages are looked for in `build/readers` (never committed): the repositories
article-extraction-benchmark and htmldate, as docs/development.md says. Without them only the
documents that are made here, from the project's own corpus, have rows.
"""

from __future__ import annotations

import datetime
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import mean
from typing import Any

from tests.corpus import read_corpus
from tests.evaluation.documents import DOCUMENTS
from tests.unit.readers.press.exports import DATABASES, FORMATS, Piece
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Role
from timeline_app.readers import ReadArticle, read

_PAGES = Path(__file__).parents[2] / "build" / "readers"
_WORD = re.compile(r"\w+")
_GRAM = 4
_TEXTS = 8
_OWN_LINES = {Role.TITLE, Role.CAPTION}
"""What the benchmark's texts are without: we keep captions and put the title above the text."""
_ADDED = {Role.PUBLICATION, Role.CAPTION}
"""Lines that the documents have besides the article."""


def run() -> dict[str, list[dict[str, Any]]]:
    """Rows for `build/eval.json`: text F1 and days of publication, shares in per cent."""
    rows = []
    benchmark = _PAGES / "article-extraction-benchmark"
    if benchmark.exists():
        rows.append({"files": "web pages (article-extraction-benchmark)", **_texts(benchmark)})
    htmldate = _PAGES / "htmldate" / "tests"
    if htmldate.exists():
        rows.append({"files": "web pages (htmldate)", **_days(htmldate)})
    pieces = list(_pieces())
    rows += [_format_row(name, make, pieces) for name, make in DOCUMENTS.items()]
    return {"readers": rows, "press exports": list(_export_rows(pieces))}


def overlap(gold: str, found: str) -> tuple[float, float, float]:
    """Shared, spare and missing runs of four words as shares of all, longer texts no heavier."""
    own, other = _grams(gold), _grams(found)
    shared = sum((own & other).values())
    counts = shared, sum(other.values()) - shared, sum(own.values()) - shared
    total = sum(counts)
    right, spare, missing = (count / total if total else 0.0 for count in counts)
    return right, spare, missing


def f1(overlaps: Iterable[tuple[float, float, float]]) -> dict[str, float]:
    """Mean precision and recall over documents, and their F1, as the benchmark has them."""
    scored = list(overlaps)
    precision = mean(right / (right + spare) for right, spare, _ in scored if right + spare)
    recall = mean(right / (right + missing) for right, _, missing in scored if right + missing)
    both = precision + recall
    shares = {
        "F1": 2 * precision * recall / both if both else 0.0,
        "precision": precision,
        "recall": recall,
    }
    return {name: round(100 * share, 1) for name, share in shares.items()}


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + _GRAM]) for i in range(max(1, len(words) - _GRAM + 1)))


def _texts(benchmark: Path) -> dict[str, Any]:
    """The article's text on 181 pages; title and captions don't count."""
    gold = json.loads((benchmark / "ground-truth.json").read_text("utf-8"))
    scored = []
    for name, page in gold.items():
        data = gzip.decompress((benchmark / "html" / f"{name}.html.gz").read_bytes())
        scored.append(
            overlap(page["articleBody"], _text(_articles(data, f"{name}.html"), _OWN_LINES))
        )
    return {"documents": len(scored), **f1(scored)}


def _days(tests: Path) -> dict[str, Any]:
    """The day of publication on 1,000 pages; none is right where the gold has none."""
    pages: dict[str, dict[str, str]] = {}
    for name in ("eval_mediacloud_2020.json", "eval_default.json"):
        pages.update(json.loads((tests / name).read_text("utf-8")))
    places = [tests / folder for folder in ("test_set", "cache", "eval")]
    right = 0
    for page in pages.values():
        path = next(place / page["file"] for place in places if (place / page["file"]).exists())
        articles = _articles(path.read_bytes(), path.name)
        gold = None if page["date"] == "nan" else page["date"]
        right += (_day(articles[0]) if articles else None) == gold
    return {"documents": len(pages), "day right": round(100 * right / len(pages), 1)}


def _articles(data: bytes, name: str) -> list[ReadArticle]:
    try:
        return read(data, name)
    except UnreadableFile:
        return []


def _text(articles: list[ReadArticle], without: set[Role]) -> str:
    return "\n".join(
        block.span.slice(article.text)
        for article in articles
        for block in article.blocks
        if block.role not in without
    )


def _day(article: ReadArticle) -> str | None:
    return format_edtf(article.published.value) if article.published else None


def _pieces() -> Iterator[Piece]:
    """Each article of the corpus with the following ones below it, so that it fills some pages."""
    for language in ("en", "de"):
        documents = read_corpus(language)
        texts = [re.sub(r"(?<!\n)\n(?!\n)", " ", item["text"]).strip() for item in documents]
        for at, document in enumerate(documents):
            words = " ".join(document["id"].split("-")[1:])
            text = "\n\n".join((texts[at:] + texts[:at])[:_TEXTS])
            day = datetime.date.fromisoformat((document["dct"] or "2016-05-20")[:10])
            yield Piece(f"The {words} in full", text, day)


def _format_row(name: str, make: Callable[[Piece], bytes], pieces: list[Piece]) -> dict[str, Any]:
    """Documents of one format, made of the corpus, against the text that went into them."""
    scored, right = [], 0
    for piece in pieces:
        articles = _articles(make(piece), f"document.{name.split()[0].lower()}")
        found = _text(articles, _ADDED)
        scored.append(overlap(f"{piece.title}\n{piece.text}", found))
        right += bool(articles) and _day(articles[0]) == piece.day.isoformat()
    share = round(100 * right / len(pieces), 1)
    return {"files": name, "documents": len(pieces), **f1(scored), "day right": share}


def _export_rows(pieces: list[Piece]) -> Iterator[dict[str, Any]]:
    """Every article of an export must be found, under its title and its day."""
    wanted = {(piece.title, piece.day.isoformat()) for piece in pieces}
    for database, export in DATABASES.items():
        for form, write in FORMATS.items():
            found = _articles(write(export(pieces)), f"export.{form}")
            texts = {article.title: _text([article], _ADDED) for article in found}
            days = {(article.title, _day(article)) for article in found}
            scored = [overlap(f"{p.title}\n{p.text}", texts.get(p.title, "")) for p in pieces]
            yield {
                "export": f"{database}, {form}",
                "articles": len(pieces),
                "found": len(found),
                "with their day": len(wanted & days),
                **f1(scored),
            }
