"""A small library for the tests of session and window, and an executor without processes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, TypeVar

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
    TemporalExpression,
    TimexType,
)
from timeline_app.domain.text import Span
from timeline_app.store import AddArticles, Library

T = TypeVar("T")


@dataclass(frozen=True)
class Dated:
    """An event of a test article: the words that date it and the paragraph that reports it."""

    words: str
    edtf: str
    title: str
    paragraph: int
    modality: Modality = Modality.HAPPENED


MONITOR = (
    "Advisers draw nearer",
    "The Monitor",
    (
        "The fall of the old government came in 2011.",
        "A smile 😀 first. On May 19 the general said that advisers may go. It would take long.",
        "Three days before, on May 16, the secretary had spoken in Vienna.",
    ),
    (
        Dated("in 2011", "2011", "Fall of the old government", 0),
        Dated("On May 19", "2016-05-19", "General says advisers may go", 1, Modality.SAID),
        Dated("on May 16", "2016-05-16", "Secretary speaks in Vienna", 2),
    ),
)
COURIER = (
    "Council to vote",
    "Daily Courier",
    ("The council votes in June 2016.", "Nothing is dated here."),
    (Dated("in June 2016", "2016-06", "Council votes", 0, Modality.PLANNED),),
)


def draft(
    title: str, publication: str, paragraphs: tuple[str, ...], dated: tuple[Dated, ...]
) -> ArticleDraft:
    """An article whose text is its title and paragraphs, with the given events."""
    text = "\n\n".join((title, *paragraphs))
    starts = []
    at = len(title) + 2
    for paragraph in paragraphs:
        starts.append(at)
        at += len(paragraph) + 2
    blocks = [Block(Span(0, len(title)), Role.TITLE)]
    blocks += [
        Block(Span(start, start + len(words)), Role.BODY)
        for start, words in zip(starts, paragraphs, strict=True)
    ]
    expressions, events = [], []
    for each in dated:
        start = starts[each.paragraph] + paragraphs[each.paragraph].index(each.words)
        span = Span(start, start + len(each.words))
        value = parse_edtf(each.edtf)
        passage = blocks[each.paragraph + 1].span
        expressions.append(
            TemporalExpression(span, each.words, TimexType.DATE, each.edtf, value, "a rule")
        )
        mention = Mention(0, passage, span, "by its own words")
        events.append(Event(0, each.title, value, (mention,), modality=each.modality))
    article = Article(
        0,
        f"{title}.txt",
        title,
        text,
        tuple(blocks),
        sha256(text.encode()).hexdigest(),
        "plaintext/1",
        publication=publication,
        published=Published(parse_edtf("2016-05-20"), "the line “May 20, 2016”", 0.9),
    )
    return ArticleDraft(article, text.encode(), tuple(expressions), tuple(events))


def fill(library: Library) -> None:
    """Add both sample articles: ids 1 and 2, events 1 to 4 in the order of the text."""
    library.apply(AddArticles((draft(*MONITOR), draft(*COURIER))))


def event_id(library: Library, title: str) -> int:
    """The id of the event with this title."""
    return next(event.id for event in library.events() if event.title == title)


class InlineExecutor(Executor):
    """Runs each task at once, in the caller's thread."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Run `fn` now."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - handed to whoever waits for the task
            future.set_exception(error)
        return future
