"""What the details of an article say, read away from the GUI thread: nothing of Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.domain.display import display
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Article, ArticleId, Published
from timeline_app.session.date_words import parse_full_date
from timeline_app.store import Library


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """An article with what the library knows besides: when it was imported, events, dates.

    `published` is its date in words that can be typed.
    """

    article: Article
    imported_at: str
    events: int
    undated: int
    published: str


def read_facts(library: Library, article: ArticleId) -> ArticleFacts:
    """All that the library has of an article; KeyError for an unknown id."""
    events = library.events_of(article)
    dated = {mention.expression for event in events for mention in event.mentions}
    undated = [e for e in library.expressions(article) if e.span not in dated]
    found = library.article(article)
    return ArticleFacts(
        found,
        library.imported_at(article),
        len(events),
        len(undated),
        editable(found.published),
    )


def editable(published: Published | None) -> str:
    """A date in words that can be typed; EDTF where the words can't say it."""
    if published is None:
        return ""
    words = display(published.value)
    try:
        if parse_full_date(words) == published.value:
            return words
    except ValueError:
        pass
    return format_edtf(published.value)
