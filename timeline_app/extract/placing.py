"""Events of dates that the user chose: there is one, whatever the sentence says of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from timeline_app.domain.records import (
    Article,
    Block,
    Event,
    Mention,
    TemporalExpression,
)
from timeline_app.domain.text import Span, trimmed
from timeline_app.extract.discourse.modality import mood_of_time
from timeline_app.extract.grammar.sentences import sentences

MOST = 80
"""Code points of a title."""


def placed(
    article: Article, expressions: Sequence[TemporalExpression], events: Sequence[Event]
) -> list[Event]:
    """`events`, and one for each expression placed by hand that dates none of them yet.

    Its title is its sentence, as much of it as fits.
    """
    dated = {mention.expression for event in events for mention in event.mentions}
    missing = [e for e in expressions if e.by_hand and e.value and e.span not in dated]
    made = [_event(article, expression) for expression in missing]
    return sorted((*events, *made), key=lambda event: event.when.sort_key)


def _event(article: Article, expression: TemporalExpression) -> Event:
    assert expression.value is not None
    passage = _sentence(article, expression.span)
    published = article.published.value if article.published else None
    mention = Mention(article.id, passage, expression.span, f"“{expression.text}”: chosen by hand.")
    return Event(
        0,
        short_title(passage.slice(article.text)),
        expression.value,
        (mention,),
        modality=mood_of_time(expression.value, published),
    )


def _sentence(article: Article, span: Span) -> Span:
    """The sentence around a span, else its block, else its line."""
    blocks: list[Block] = [block for block in article.blocks if block.span.contains(span)]
    if not blocks:
        start = article.text.rfind("\n", 0, span.start) + 1
        end = article.text.find("\n", span.end)
        return trimmed(article.text, Span(start, len(article.text) if end < 0 else end))
    found = sentences(article.text, blocks, article.language or "en")
    number = bisect_right(found, Span(span.start, 1 << 62)) - 1
    if number >= 0 and found[number].contains(span):
        return found[number]
    return trimmed(article.text, blocks[0].span)


def short_title(sentence: str) -> str:
    """A sentence as a title: one line, no full stop, cut between words where it is too long."""
    words = " ".join(sentence.split()).rstrip(".")
    if len(words) <= MOST:
        return words
    head = words[: MOST - 1]
    return (head[: head.rfind(" ")] if " " in head else head).rstrip(",;:– ") + "…"
