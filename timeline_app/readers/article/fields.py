"""What a file says of itself, made fit to be kept: one line of real characters each."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.readers.base import ReadArticle
from timeline_app.readers.clean import clean

_SPACES = re.compile(r"\s+")
_LONGEST = 1000
"""Characters; what is longer is no title, name or address but a text in the wrong field."""


def tidied(article: ReadArticle) -> ReadArticle:
    """The article with its title, names and evidence each on one line, in composed characters.

    Halves of characters, which no file may hold but escapes of RTF and JSON can give, are
    replaced; the text has been through `clean` already.
    """
    published = article.published
    if published is not None:
        published = replace(published, evidence=one_line(published.evidence) or "")
    return replace(
        article,
        title=one_line(article.title) or one_line(article.text[:80]) or "?",
        author=one_line(article.author),
        publication=one_line(article.publication),
        published=published,
        url=one_line(article.url),
        part=one_line(article.part),
        section=one_line(article.section),
        warnings=tuple(words for line in article.warnings if (words := one_line(line))),
    )


def one_line(words: str | None) -> str | None:
    """Clean words with single spaces between them; None where nothing is left."""
    if not words:
        return None
    return _SPACES.sub(" ", clean(words[: 2 * _LONGEST])).strip()[:_LONGEST] or None
