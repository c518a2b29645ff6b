"""What a worker does to read an article again: with another date, another reading, a new reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.quotes import Quote, find_quote
from timeline_app.domain.records import Article, Event, Published, TemporalExpression, TimexType
from timeline_app.domain.text import Span
from timeline_app.domain.timevalue import Grain, TimeValue

BY_HAND = "given by hand"
"""Evidence of a publication date that the user typed."""

Pins = Mapping[Span, TimeValue]


@dataclass(frozen=True, slots=True)
class Reread:
    """An article as it reads now, with its expressions and events."""

    article: Article
    expressions: tuple[TemporalExpression, ...]
    events: tuple[Event, ...]


def resolve_again(article: Article, pinned: Pins) -> Reread:
    """The same text with the article's present date and language, and the user's readings.

    `pinned` are spans with the values that the user chose; each of them dates an event.
    """
    from timeline_app.extract.digest import draft_of  # parsers stay out of the app's own process
    from timeline_app.extract.placing import placed

    draft = draft_of(article, b"", pinned)
    expressions = _with_all_pins(draft.article, draft.expressions, pinned)
    events = placed(draft.article, expressions, draft.events)
    return Reread(replace(draft.article, language=article.language), expressions, tuple(events))


def read_again(article: Article, original: bytes, pinned: Pins) -> Reread:
    """The file's own bytes with today's readers; what the user chose is found again by its words.

    Metadata that the article has stays; what it lacked may be found now. Raises UnreadableFile
    when the file can't be read any more or lacks this part.
    """
    from timeline_app.extract import digest

    drafts = digest(original, path=article.path)
    parts = [draft.article for draft in drafts if draft.article.part == article.part]
    if not parts:
        msg = "Today's reader finds no such article in the file."
        raise UnreadableFile(msg)
    found = parts[0]
    fresh = replace(
        found,
        id=article.id,
        title=article.title or found.title,
        author=article.author or found.author,
        publication=article.publication or found.publication,
        published=_better(article.published, found.published),
        language=article.language or found.language,
        url=article.url or found.url,
        section=article.section or found.section,
    )
    return resolve_again(fresh, _moved(pinned, article.text, fresh.text))


def take_over(older: Article, newer: Article, pinned: Pins) -> Reread:
    """The newer version of an article with what the user said of the older one.

    That is the readings `pinned` there, found again by their words, and a publication date by
    hand.
    """
    given = older.published
    published = given if given is not None and given.evidence == BY_HAND else newer.published
    moved = _moved(pinned, older.text, newer.text)
    return resolve_again(replace(newer, published=published), moved)


def _better(known: Published | None, found: Published | None) -> Published | None:
    """What the user gave stays; otherwise the surer of both, the newer one of equals."""
    if known is None or found is None or known.evidence == BY_HAND:
        return known or found
    return found if found.confidence >= known.confidence else known


def _moved(pinned: Pins, before: str, after: str) -> Pins:
    if before == after:
        return pinned
    found = {find_quote(after, Quote.of(before, span)): value for span, value in pinned.items()}
    return {span: value for span, value in found.items() if span is not None}


def _with_all_pins(
    article: Article, expressions: tuple[TemporalExpression, ...], pinned: Pins
) -> tuple[TemporalExpression, ...]:
    """Words that the tagger doesn't take for a date, but the user does, are expressions too."""
    known = {expression.span for expression in expressions if expression.by_hand}
    missing = [(span, value) for span, value in pinned.items() if span not in known]
    kept = [e for e in expressions if not any(e.span.overlaps(span) for span, _ in missing)]
    kept += [_expression(article, span, value) for span, value in missing]
    return tuple(sorted(kept, key=lambda expression: expression.span))


def _expression(article: Article, span: Span, value: TimeValue) -> TemporalExpression:
    from timeline_app.tagger.timex3 import format_timex

    return TemporalExpression(
        span,
        span.slice(article.text),
        TimexType.TIME if value.grain < Grain.DAY else TimexType.DATE,
        format_timex(value),
        value,
        "by hand",
        derivation=("chosen by hand",),
        by_hand=True,
    )
