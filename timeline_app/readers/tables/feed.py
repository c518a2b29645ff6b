"""RSS and Atom files, by feedparser: each entry with a text is an article."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from timeline_app.domain import timevalue as tv
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Published
from timeline_app.readers.article.lines import assemble, with_title
from timeline_app.readers.base import MOST_ARTICLES, ReadArticle
from timeline_app.readers.press.newsxml import root_name
from timeline_app.readers.tables.entries import text_lines
from timeline_app.readers.web.meta import language_code

_ROOTS = {"rss", "feed", "RDF"}


class FeedReader:
    """`part` is the entry's number; an entry with no more than a title is left out."""

    name = "feed/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True when the root element is that of RSS 0.9 to 2.0 or Atom."""
        return root_name(data) in _ROOTS

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """The articles; raises UnreadableFile when no entry has a text."""
        feed = _parsed(data)
        articles = []
        for number, entry in enumerate(feed.entries, 1):
            article = _article(entry, feed.feed, self.name, str(number))
            if article is not None:
                articles.append(article)
            if len(articles) > MOST_ARTICLES:
                msg = f"The feed holds more than {MOST_ARTICLES} articles."
                raise UnreadableFile(msg)
        if not articles:
            raise UnreadableFile("No entry of the feed has a text.")
        if feed.bozo and "CharacterEncodingOverride" not in type(feed.bozo_exception).__name__:
            damaged = "The feed is damaged; what could be read of it was taken."
            articles[0] = replace(articles[0], warnings=(*articles[0].warnings, damaged))
        return articles


def _parsed(data: bytes) -> Any:
    """The feed; from a stream, since feedparser would fetch what looks like an address."""
    import feedparser

    try:
        return feedparser.parse(io.BytesIO(data), resolve_relative_uris=False)
    except Exception as error:  # its loose parser may stumble over anything
        raise UnreadableFile("The feed is damaged and can't be read.") from error


def _article(entry: Any, feed: Any, reader: str, part: str) -> ReadArticle | None:
    contents = [content.get("value") or "" for content in entry.get("content", [])]
    words = max([*contents, entry.get("summary") or ""], key=len)
    title = _plain(entry.get("title"))
    if not words.strip():
        return None
    try:
        lines = text_lines(words)
        text, blocks, _ = assemble(with_title(title, lines))
    except UnreadableFile:
        return None
    link = entry.get("link") or ""
    source = entry.get("source") or {}
    return ReadArticle(
        title=title or text[:80].split("\n")[0],
        text=text,
        blocks=blocks,
        reader=reader,
        author=_plain(entry.get("author")),
        publication=_plain(source.get("title")) or _plain(feed.get("title")),
        published=_published(entry),
        language=language_code(entry.get("language") or feed.get("language")),
        url=link if link.startswith(("http:", "https:")) else None,
        part=part,
    )


def _plain(words: str | None) -> str | None:
    """A title's words: feeds put markup there too."""
    if not words:
        return None
    return " ".join(line.words for line in text_lines(words)).strip() or None


def _published(entry: Any) -> Published | None:
    """The entry's date (in UTC, as feedparser gives it); that of a change counts less."""
    for key, trust in (("published", 0.95), ("created", 0.9), ("updated", 0.8)):
        # `get` alone would warn, and answer for one of these keys with another's value.
        moment = entry[f"{key}_parsed"] if f"{key}_parsed" in entry else None  # noqa: SIM401
        if not moment:
            continue
        try:
            value = tv.day(moment.tm_year, moment.tm_mon, moment.tm_mday)
        except ValueError:
            continue
        return Published(value, f"the feed's “{key}: {entry.get(key)}”", trust)
    return None
