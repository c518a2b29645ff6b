"""Articles written with their dates marked: `On [May 19=2016-05-19], men left.`"""

from __future__ import annotations

import re

from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import (
    Article,
    Event,
    Published,
    TemporalExpression,
    TimexType,
)
from timeline_app.domain.text import Span
from timeline_app.extract import build
from timeline_app.readers.article.structure import structure

_MARK = re.compile(r"\[([^\]=]+)=([^\]]+)\]")


def unmarked(marked: str) -> tuple[str, list[TemporalExpression]]:
    """The plain text, and an expression for each mark."""
    parts: list[str] = []
    expressions: list[TemporalExpression] = []
    position = length = 0
    for match in _MARK.finditer(marked):
        parts.append(marked[position : match.start()])
        start = length + match.start() - position
        span = Span(start, start + len(match[1]))
        parts.append(match[1])
        length, position = span.end, match.end()
        expressions.append(
            TemporalExpression(
                span=span,
                text=match[1],
                type=TimexType.DATE,
                timex=match[2],
                value=parse_edtf(match[2]),
                rule="marked",
                derivation=(match[2],),
            )
        )
    parts.append(marked[position:])
    return "".join(parts), expressions


def article_of(text: str, *, published: str | None = None) -> Article:
    """An article of plain text; `published` is EDTF."""
    known = Published(parse_edtf(published), "given", 1.0) if published else None
    return Article(0, "a.txt", "A title", text, structure(text), "", "test/1", published=known)


def events_of(marked: str, *, published: str | None = None) -> list[Event]:
    """Events of a marked text, in time order."""
    text, expressions = unmarked(marked)
    return build(article_of(text, published=published), expressions)
