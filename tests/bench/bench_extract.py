"""How long it takes to make events, beside the time that reading the dates takes.

CPU seconds of news stories, each with its day of publication, and of books, most without one,
which show that time grows with the text and no faster. The text is the project's own corpus.
"""

from __future__ import annotations

import time
from typing import Any

from tests.bench.bench_tagger import sample
from tests.corpus import read_corpus
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import Article, Published
from timeline_app.extract import build
from timeline_app.readers.article.structure import structure
from timeline_app.tagger import tag

_PUBLISHED = parse_edtf("2016-05-20")


def run() -> dict[str, list[dict[str, Any]]]:
    """Rows: what, characters, events, CPU seconds of tagging and of extraction, their ratio."""
    stories = [f"A Story\n\n{document['text']}\n" for document in read_corpus("en")]
    _row("warming up", stories[:2], published=True)
    return {
        "extract": [
            _row(f"{len(stories)} stories of news", stories, published=True),
            _row("a book of 250 KB", [sample(250_000)], published=False),
            _row("a book of 1 MB", [sample(1_000_000)], published=False),
            _row("a book of 1 MB with a day", [sample(1_000_000)], published=True),
            _row("a book of 5 MB", [sample(5_000_000)], published=False),
        ]
    }


def _row(name: str, texts: list[str], *, published: bool) -> dict[str, Any]:
    tagging = extraction = 0.0
    events = 0
    when = _PUBLISHED if published else None
    known = Published(_PUBLISHED, "given", 1.0) if published else None
    for text in texts:
        blocks = structure(text)
        article = Article(0, "a.txt", "A story", text, blocks, "", "bench/1", published=known)
        started = time.process_time()
        expressions = tag(text, published=when, blocks=blocks)
        tagged = time.process_time()
        events += len(build(article, expressions))
        tagging += tagged - started
        extraction += time.process_time() - tagged
    return {
        "text": name,
        "characters": sum(map(len, texts)),
        "events": events,
        "tagging_s": round(tagging, 2),
        "extraction_s": round(extraction, 2),
        "times_tagging": round(extraction / tagging, 1),
    }
