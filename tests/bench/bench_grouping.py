"""How long grouping takes: whole libraries, and one article more.

`words_cpu_s` is what import workers take to work out the words by which reports are compared,
`grouping_cpu_s` what the writer takes to compare and group them.

Each happening is told by one to four articles, in words of their own order, on the same day or
in the same month or year; names come from a pool, as they do in a case.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

from timeline_app.domain import calendars as cal
from timeline_app.domain.fingerprint import sketch
from timeline_app.domain.records import Article, ArticleDraft, Event, Mention, Published
from timeline_app.domain.telling import event_words
from timeline_app.domain.text import Span
from timeline_app.domain.timevalue import TimeValue, day, month, year
from timeline_app.store import AddArticles, Library, RemoveArticles, finding, groups, tellings
from timeline_app.store.prepared import PreparedArticle, prepared

SIZES = (1_000, 10_000, 100_000)
AN_ARTICLE = 20  # events
_AT_ONCE = 50  # articles
_YEARS = 20
_MORE = 20

_DEEDS = (
    "arrested {b} in {c}", "bombed {c}", "signed an accord with {b} in {c}", "left {c}",
    "bought the harbour of {c}", "opened a plant in {c}", "met {b} in {c}", "sued {b} over {c}",
    "won the vote in {c}", "warned {b} of floods in {c}", "closed the bridge of {c}",
    "lost the court case against {b}",
)  # fmt: skip
_SYLLABLES = ("bar", "lin", "mos", "ter", "vek", "rud", "sal", "nor", "pim", "gol", "haz", "den")


def run() -> dict[str, list[dict[str, Any]]]:
    """Seconds to store a library of each size, of them to group it, and for an article more."""
    return {"grouping": [_measured(count) for count in SIZES]}


def _measured(count: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        drafts = _drafts(count)
        with Library.open(Path(folder) / "case.timeline") as library:
            whole = words = 0.0
            with _clocked():
                while batch := tuple(islice(drafts, _AT_ONCE)):
                    began = time.process_time()
                    ready = tuple(_prepared(draft) for draft in batch)
                    words += time.process_time() - began
                    began = time.perf_counter()
                    library.apply(AddArticles(ready))
                    whole += time.perf_counter() - began
            shown = len(library.event_ids())
            one = [_one_more(library, number) for number in range(_MORE)]
            began = time.perf_counter()
            undone = library.apply(RemoveArticles((1,)))
            removal = time.perf_counter() - began
            library.apply(undone.inverse)
        return {
            "events": count,
            "shown": shown,
            "import_s": round(whole, 2),
            "words_cpu_s": round(words, 2),
            "grouping_cpu_s": round(_Clock.seconds, 2),
            "article_more_ms": round(1000 * statistics.median(one), 1),
            "worst_ms": round(1000 * max(one), 1),
            "removal_ms": round(1000 * removal, 1),
        }


class _Clock:
    """Processor time of the writer where all of grouping is done."""

    seconds = 0.0


def _timed(does: Callable[..., Any]) -> Callable[..., Any]:
    def timed(*words: Any, **named: Any) -> Any:
        began = time.thread_time()
        try:
            return does(*words, **named)
        finally:
            _Clock.seconds += time.thread_time() - began

    return timed


@contextmanager
def _clocked() -> Iterator[None]:
    """Count the time of grouping within."""
    _Clock.seconds = 0.0
    with (
        patch.object(groups, "settle", _timed(groups.settle)),
        patch.object(tellings, "add", _timed(tellings.add)),
        patch.object(finding, "add", _timed(finding.add)),
    ):
        yield


def _prepared(draft: ArticleDraft) -> PreparedArticle:
    """What an import worker makes of a draft: the words to compare, a sketch of the text, rows."""
    words = tuple(event_words(event, draft.article).packed() for event in draft.events)
    packed = sketch(draft.article.text, ()).packed()
    return prepared(replace(draft, words=words, fingerprint=packed))


def _one_more(library: Library, number: int) -> float:
    draft = _prepared(next(_drafts(AN_ARTICLE, seed=number + 2)))
    began = time.perf_counter()
    library.apply(AddArticles((draft,)))
    return time.perf_counter() - began


def _drafts(count: int, seed: int = 1) -> Iterator[ArticleDraft]:
    chance = random.Random(seed)
    told = [(title, when) for title, when in islice(_reports(chance), count)]
    chance.shuffle(told)
    for start in range(0, count, AN_ARTICLE):
        yield _draft(f"{seed}.{start}", told[start : start + AN_ARTICLE])


def _reports(chance: random.Random) -> Iterator[tuple[str, TimeValue]]:
    names = ["".join(chance.choices(_SYLLABLES, k=3)).capitalize() for _ in range(2_000)]
    while True:
        a, b, c = chance.choices(names, k=3)
        deed = chance.choice(_DEEDS).format(b=b, c=c)
        when = cal.civil_from_days(cal.days_from_civil(2000, 1, 1) + chance.randrange(365 * _YEARS))
        for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
            grain = chance.random()
            exact = (
                day(*when) if grain < 0.8 else month(*when[:2]) if grain < 0.9 else year(when[0])
            )
            yield (
                chance.choice((f"{a} {deed}", f"The {chance.choice(names)} group {a} {deed}")),
                exact,
            )


def _draft(name: str, told: list[tuple[str, TimeValue]]) -> ArticleDraft:
    text, events = "", []
    for title, when in told:
        span = Span(len(text), len(text) + len(title) + 1)
        text += f"{title}. "
        events.append(Event(0, title, when, (Mention(0, span, None, ""),)))
    data = f"{name} {text}".encode()
    article = Article(
        0, f"{name}.txt", name, text, (), sha256(data).hexdigest(), "plaintext/1",
        published=Published(day(2021, 1, 1), "a line", 1.0),
    )  # fmt: skip
    return ArticleDraft(article, data, (), tuple(events))
