"""Events and articles as plain JSON records, the form that other programs rely on.

Field names and meanings are a contract (see docs/commands.md): they may be added to, never
changed. Offsets are code points of the article's canonical text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline_app.domain import calendars as cal
from timeline_app.domain.display import display
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Article, Event, Mention, Published, TemporalExpression
from timeline_app.domain.text import Span, page_count, page_of
from timeline_app.domain.timevalue import Grain, TimeValue
from timeline_app.store import ArticleSummary, Library

Record = dict[str, Any]


def event_records(library: Library, events: Iterable[Event] | None = None) -> list[Record]:
    """Records of `events` (all of the library when None), in the order given."""
    articles: dict[int, Article] = {}

    def article(identity: int) -> Article:
        if identity not in articles:
            articles[identity] = library.article(identity)
        return articles[identity]

    listed = library.events() if events is None else events
    return [
        {
            "id": event.id,
            "title": event.title,
            "when": when_record(event.when, event.inferred),
            "status": event.status.value,
            "modality": event.modality.value,
            "speaker": event.speaker,
            "basis": event.basis.value,
            "confidence": event.confidence,
            "conflict": event.conflict,
            "entities": [
                {"kind": entity.kind.value, "name": entity.name} for entity in event.entities
            ],
            "starred": event.starred,
            "tags": list(event.tags),
            "sources": [
                source_record(mention, article(mention.article)) for mention in event.mentions
            ],
        }
        for event in listed
    ]


def when_record(value: TimeValue, inferred: Iterable[str]) -> Record:
    """A time value; `latest` is the last day (or second) that belongs to it."""
    return {
        "edtf": format_edtf(value),
        "display": display(value),
        "earliest": _bound(value.earliest, value.grain),
        "latest": _bound(None if value.latest is None else value.latest - 1, value.grain),
        "grain": value.grain.name.lower(),
        "kind": value.kind,
        "approximate": value.approximate,
        "uncertain": value.uncertain,
        "inferred": sorted(inferred),
    }


def _bound(seconds: int | None, grain: Grain) -> str | None:
    if seconds is None:
        return None
    return cal.iso_datetime(seconds) if grain <= Grain.DAY_PART else cal.iso_date(seconds)


def source_record(mention: Mention, article: Article) -> Record:
    """One source of an event: `quote` is the text's slice from `start` to `end`."""
    expression = mention.expression
    return {
        "article": article.id,
        "path": article.path,
        "article_title": article.title,
        "published": format_edtf(article.published.value) if article.published else None,
        "start": mention.passage.start,
        "end": mention.passage.end,
        "quote": mention.passage.slice(article.text),
        "expression": span_record(expression, article.text) if expression else None,
        "why": mention.why,
        "when": format_edtf(mention.when) if mention.when else None,
        "page": page_of(mention.passage.start, article.pages),
        "copies_of": article.copies_of,
    }


def span_record(span: Span, text: str) -> Record:
    """A span and its words."""
    return {"start": span.start, "end": span.end, "text": span.slice(text)}


def article_record(library: Library, summary: ArticleSummary, *, text: bool = False) -> Record:
    """An article; `text` adds the canonical text."""
    article = library.article(summary.id)
    record: Record = {
        "id": article.id,
        "path": article.path,
        "part": article.part,
        "title": article.title,
        "author": article.author,
        "publication": article.publication,
        "published": _published_record(article.published),
        "language": article.language,
        "url": article.url,
        "sha256": article.sha256,
        "events": summary.events,
        "copies_of": article.copies_of,
        "warnings": list(article.warnings),
        "section": article.section,
        "pages": page_count(article.pages) or None,
        "superseded_by": article.superseded_by,
    }
    return record | {"text": article.text} if text else record


def _published_record(published: Published | None) -> Record | None:
    if published is None:
        return None
    return {
        "edtf": format_edtf(published.value),
        "evidence": published.evidence,
        "confidence": published.confidence,
    }


def expression_record(expression: TemporalExpression) -> Record:
    """A temporal expression with its value in both notations and the way to it."""
    anchor = expression.anchor
    return {
        "start": expression.span.start,
        "end": expression.span.end,
        "text": expression.text,
        "type": expression.type.value,
        "value": expression.timex,
        "edtf": format_edtf(expression.value) if expression.value else None,
        "display": display(expression.value) if expression.value else None,
        "rule": expression.rule,
        "anchor": None
        if anchor is None
        else {
            "kind": anchor.kind,
            "edtf": anchor.edtf,
            "start": anchor.span.start if anchor.span else None,
            "end": anchor.span.end if anchor.span else None,
        },
        "derivation": list(expression.derivation),
        "inferred": sorted(expression.inferred),
        "confidence": expression.confidence,
    }
