"""One entry of a table, a JSON file or a feed to an article, whatever its fields are called."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from timeline_app.domain import timevalue as tv
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Published
from timeline_app.readers.article.lines import Line, assemble, with_title
from timeline_app.readers.article.metadata import author_of, outlet_of, published_of
from timeline_app.readers.article.paragraphs import canonical
from timeline_app.readers.base import MOST_ARTICLES, ReadArticle
from timeline_app.readers.clean import clean
from timeline_app.readers.plaintext import title_of
from timeline_app.readers.web.dates import stated_day
from timeline_app.readers.web.markup import page_lines
from timeline_app.readers.web.meta import language_code

TEXT = ("text", "fulltext", "body", "articlebody", "content", "maintext", "articletext")
TITLE = ("title", "headline", "heading")
DATE = (
    "date",
    "published",
    "publicationdate",
    "publishdate",
    "datepublished",
    "publishedat",
    "pubdate",
    "publishedon",
    "datepublish",
    "publishedtime",
)
URL = ("url", "link", "weburl", "sourceurl", "permalink")
SOURCE = ("source", "publication", "outlet", "publisher", "newspaper", "sourcename", "site")
AUTHOR = ("author", "authors", "byline", "creator")
LANGUAGE = ("language", "lang")
KNOWN = frozenset((*TEXT, *TITLE, *DATE, *URL, *SOURCE, *AUTHOR, *LANGUAGE))

_NOT_LETTERS = re.compile(r"[^a-z]")
_MARKUP = re.compile(
    r"</(?:p|div|a|b|i|em|strong|span|h[1-6]|li|ul|blockquote)>|<(?:br|p)\s*/?>", re.I
)
_FIRST_SECONDS, _FIRST_MILLISECONDS = 86_400 * 365, 100_000_000_000


def key_of(name: object) -> str:
    """`publication_date`, `Publication date` and `publicationDate` are one field."""
    return _NOT_LETTERS.sub("", str(name).lower())


def entry_article(entry: Mapping[Any, Any], reader: str, part: str) -> ReadArticle | None:
    """The article of an entry; None when none of its fields holds a text."""
    fields = {key_of(name): value for name, value in entry.items() if value not in (None, "")}
    words = _first(fields, TEXT)
    if not words:
        return None
    title = _first(fields, TITLE)
    title = " ".join(clean(title).split()) if title else None
    try:
        text, blocks, _ = assemble(with_title(title, text_lines(words)))
    except UnreadableFile:
        return None
    return ReadArticle(
        title=title or title_of(text, blocks) or part,
        text=text,
        blocks=blocks,
        reader=reader,
        author=_first(fields, AUTHOR) or author_of(text, blocks),
        publication=_first(fields, SOURCE) or outlet_of(text, blocks),
        published=_published(fields) or published_of(text, blocks),
        language=language_code(_first(fields, LANGUAGE)),
        url=_first(fields, URL),
        part=part,
    )


def text_lines(words: str) -> list[Line]:
    """Lines of a field's text, which may be HTML."""
    if _MARKUP.search(words):
        return page_lines(clean(words))
    return [Line(line) for line in canonical(clean(words)).split("\n\n")]


def entry_articles(
    entries: Iterable[tuple[str, Mapping[Any, Any]]], reader: str, what: str, whats: str
) -> list[ReadArticle]:
    """Articles of `(part, fields)`; entries without a text are counted in a warning.

    Raises UnreadableFile when none has a text, or when there are more than 50,000.
    """
    articles, silent = [], 0
    for part, entry in entries:
        article = entry_article(entry, reader, part)
        if article is None:
            silent += 1
            continue
        articles.append(article)
        if len(articles) > MOST_ARTICLES:
            msg = f"The file holds more than {MOST_ARTICLES} articles."
            raise UnreadableFile(msg)
    if not articles:
        msg = f"No {what} of the file has an article's text."
        raise UnreadableFile(msg)
    if silent:
        counted = f"{silent} {what} was" if silent == 1 else f"{silent} {whats} were"
        left_out = f"{counted} left out for want of a text."
        articles[0] = replace(articles[0], warnings=(*articles[0].warnings, left_out))
    return articles


def _first(fields: Mapping[str, Any], names: Iterable[str]) -> str | None:
    for name in names:
        words = _words(fields.get(name))
        if words:
            return words
    return None


def _words(value: Any) -> str | None:
    """A text, the name of an object, or the texts of a list."""
    if isinstance(value, dict):
        value = next((value[key] for key in ("name", "title", "text") if key in value), None)
    if isinstance(value, list):
        texts = [item for item in value if isinstance(item, str | dict)]
        parts = [part for item in texts if (part := _words(item))]
        longest = max(map(len, parts), default=0)
        return ("\n\n" if longest > 120 else ", ").join(parts) or None
    return value.strip() or None if isinstance(value, str) else None


def _published(fields: Mapping[str, Any]) -> Published | None:
    for name in DATE:
        value = fields.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            day = _epoch_day(value)
            found = (day, 0.9) if day else None
        else:
            found = stated_day(value) if isinstance(value, str) else None
        if found:
            return Published(found[0], f"the file's “{name}: {value}”", found[1])
    return None


def _epoch_day(seconds: float) -> tv.TimeValue | None:
    """The day in UTC of seconds or milliseconds since 1970."""
    if seconds > _FIRST_MILLISECONDS:
        seconds /= 1000
    if seconds < _FIRST_SECONDS:
        return None
    try:
        day = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return tv.day(day.year, day.month, day.day)
