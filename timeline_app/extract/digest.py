"""A file's bytes to articles with expressions and events: the work of an import's worker."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePath

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.fingerprint import sketch
from timeline_app.domain.records import Article, ArticleDraft, Published, TemporalExpression
from timeline_app.domain.telling import event_words
from timeline_app.domain.text import Span
from timeline_app.domain.timevalue import TimeValue
from timeline_app.extract.events import build
from timeline_app.extract.publication import published_by_text
from timeline_app.readers import ReadArticle, read
from timeline_app.readers.article.filedate import day_in_name, guess_warning, published_by_change

_GUESSED, _SURENESS = 0.4, 0.6
"""How little a publication date is trusted that is a guess, and what is counted from it."""


def digest(
    data: bytes,
    *,
    path: str,
    published: TimeValue | None = None,
    source: str | None = None,
    language: str | None = None,
    changed: Callable[[], datetime.date | None] | None = None,
) -> list[ArticleDraft]:
    """Articles of a file with their expressions and events, nothing stored yet.

    `path` is kept as it is, its name tells the format; `published`, `source` (the outlet) and
    `language` (ISO 639-1) overrule what the file says. `changed` tells when the file was last
    changed; it is asked where an article alone in its file has nothing else that dates it. Raises
    UnreadableFile with a reason in plain words.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    drafts = []
    for found in read(data, PurePath(path).name):
        article = _article(found, path, sha256, published)
        if changed and article.published is None and found.part is None:
            article = _dated_by_change(article, changed)
        article = replace(
            article,
            publication=source or article.publication,
            language=language or article.language,
        )
        drafts.append(draft_of(article, data))
    return drafts


def draft_of(
    article: Article, data: bytes, pinned: Mapping[Span, TimeValue] | None = None
) -> ArticleDraft:
    """An article that has been read with its expressions and events; `data` are its file's bytes.

    `pinned` gives expressions, by their spans, the value that the user chose.
    """
    from timeline_app.tagger import detect_language, tag  # its rules take a while to build

    article = replace(article, language=article.language or detect_language(article.text))
    expressions = tag(
        article.text,
        published=article.published.value if article.published else None,
        language=article.language or "en",
        blocks=article.blocks,
        pinned=pinned,
    )
    expressions = [_on_a_guess(expression, article.published) for expression in expressions]
    events = tuple(build(article, expressions))
    return ArticleDraft(
        article,
        data,
        tuple(expressions),
        events,
        sketch(article.text, article.blocks).packed(),
        tuple(event_words(event, article).packed() for event in events),
    )


def _article(
    found: ReadArticle,
    path: str,
    sha256: str,
    published: TimeValue | None,
) -> Article:
    return Article(
        id=0,
        path=path,
        title=found.title,
        text=found.text,
        blocks=found.blocks,
        sha256=sha256,
        reader=found.reader,
        part=found.part,
        author=found.author,
        publication=found.publication,
        published=_published(found, path, published),
        language=found.language,
        url=found.url,
        warnings=found.warnings,
        section=found.section,
        pages=found.pages,
    )


def _on_a_guess(found: TemporalExpression, published: Published | None) -> TemporalExpression:
    """An expression that is counted from a guessed publication date says so, and is less sure."""
    guessed = published is not None and published.confidence <= _GUESSED
    if published is None or not guessed or not found.anchor or found.anchor.kind != "publication":
        return found
    *steps, result = found.derivation or ("",)
    told = f"the publication date is a guess by {published.evidence}"
    return replace(
        found,
        derivation=(*steps, told, result) if result else (told,),
        confidence=round(found.confidence * _SURENESS, 2),
    )


def _dated_by_change(article: Article, changed: Callable[[], datetime.date | None]) -> Article:
    found = published_by_change(changed(), article.text, article.blocks)
    if found is None:
        return article
    warnings = (*article.warnings, guess_warning(found.evidence))
    return replace(article, published=found, warnings=warnings)


def _published(found: ReadArticle, path: str, given: TimeValue | None) -> Published | None:
    if given is not None:
        return Published(given, f"given as {format_edtf(given)}", 1.0)
    name = PurePath(found.part).name if found.part else PurePath(path).name
    return found.published or published_by_text(found.text, found.blocks, day_in_name(name))
