"""Recognises the export of a press database by its structure, and parts it into articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers.base import MOST_ARTICLES, ReadArticle
from timeline_app.readers.press.factiva import factiva
from timeline_app.readers.press.lexisnexis import lexisnexis
from timeline_app.readers.press.nexis import nexis
from timeline_app.readers.press.pagestarts import page_starts
from timeline_app.readers.press.proquest import proquest
from timeline_app.readers.press.records import Export, read_record

_DATABASES: tuple[Callable[[Sequence[str]], Export | None], ...] = (
    lexisnexis,
    nexis,
    factiva,
    proquest,
)
_WORD = re.compile(rb"do[ck]umen")
_AROUND = 32, 64
_MARKS = re.compile(
    rb"\d (?:of|de|von|van|di) \d+ do[ck]u|end of document|fin du document|ende des dokuments"
    rb"|fin del documento|do[ck]ument[oe]?\s+[a-z0-9]{20}|proquest\s+document(?:=\r?\n|\s)*id"
)


def may_be_export(data: bytes) -> bool:
    """True when the bytes of a text, a page or an RTF document hold a mark of such an export."""
    small = data.lower()
    before, after = _AROUND
    return any(
        _MARKS.search(small, max(0, found.start() - before), found.end() + after)
        for found in _WORD.finditer(small)
    )


def press_articles(
    text: str, reader: str, warnings: tuple[str, ...] = (), line_pages: Sequence[int] = ()
) -> list[ReadArticle] | None:
    """The articles of an export's text; None when it is no export of a known database.

    A paragraph or wrapped lines with blank lines between them; `reader` is the reader of the
    format that the text came in. `warnings` go to the first article; `line_pages` are the page,
    from 0, of each line, where the format has pages. Raises UnreadableFile when no article of an
    export has words, or when there are more than 50,000.
    """
    if not may_be_export(text.encode("utf-8", "ignore")):
        return None
    lines = text.split("\n")
    for database in _DATABASES:
        export = database(lines)
        if export is not None:
            articles = _articles(export, reader, warnings)
            return _with_pages(articles, export, lines, line_pages) if line_pages else articles
    return None


def _articles(export: Export, reader: str, warnings: tuple[str, ...]) -> list[ReadArticle]:
    if len(export.records) > MOST_ARTICLES:
        msg = f"The file holds more than {MOST_ARTICLES} articles."
        raise UnreadableFile(msg)
    name = f"{reader}+{export.database}"
    read = [read_record(record, name, str(n)) for n, record in enumerate(export.records, 1)]
    articles = [article for article in read if article is not None]
    if not articles:
        raise UnreadableFile("No article of the export has words.")
    all_warnings = (*articles[0].warnings, *warnings, *export.warnings)
    articles[0] = replace(articles[0], warnings=all_warnings)
    return articles


def _with_pages(
    articles: list[ReadArticle], export: Export, lines: Sequence[str], line_pages: Sequence[int]
) -> list[ReadArticle]:
    """The articles with where the pages of the file begin in each."""
    result = []
    for article in articles:
        where = export.records[int(article.part or 1) - 1].lines
        starts = page_starts(article.text, lines, where, line_pages)
        result.append(replace(article, pages=starts))
    return result
