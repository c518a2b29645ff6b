"""Web pages: trafilatura tells the article from the page; nothing is fetched, no script is run."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Block, Role
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.lines import Line, assemble, with_title
from timeline_app.readers.markup import (
    Dialect,
    flat_lines,
    looks_like_html,
    markup_text,
    page_lines,
    parse,
    tree_lines,
)
from timeline_app.readers.metadata import author_of, published_of
from timeline_app.readers.press import may_be_export, press_articles
from timeline_app.readers.webdates import guessed_date
from timeline_app.readers.webmeta import PageMeta, page_meta, saved_from

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TRAFILATURA = Dialect(
    headings=frozenset({"head"}),
    quotations=frozenset({"quote"}),
    breaks=frozenset({"lb"}),
    cells=frozenset({"cell"}),
    inline=frozenset({"hi", "ref", "del", "span"}),
    skipped=frozenset({"graphic"}),
)
_SHORTEST = 200


class HtmlReader:
    """A saved page is one article: headings, paragraphs, lists, tables and quotations are kept."""

    name = "html/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True when the bytes open as HTML does."""
        return looks_like_html(data)

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """One article, or those of a press export; raises UnreadableFile without words."""
        markup, warnings = markup_text(data)
        if may_be_export(data):
            shown = "\n\n".join(line.words for line in page_lines(markup))
            exported = press_articles(shown, self.name, warnings)
            if exported is not None:
                return exported
        return [read_page(markup, name, self.name, warnings=warnings)]


def read_page(
    markup: str,
    name: str,
    reader: str,
    *,
    url: str | None = None,
    warnings: tuple[str, ...] = (),
) -> ReadArticle:
    """The article on a page; `url` is where it came from, if the file says so outside the page.

    Raises UnreadableFile.
    """
    url = url or saved_from(markup)
    tree = parse(markup)
    meta = page_meta(tree) if tree is not None else PageMeta()
    lines = _article_lines(tree) if tree is not None else []
    if not lines:
        lines = list(tree_lines(tree)) if tree is not None else []
        lines = lines or flat_lines(markup)
        warnings += ("The article could not be told from the rest of the page.",)
    if not any(line.words.strip() for line in lines):
        raise UnreadableFile("There are no words on the page.")
    text, blocks, _ = assemble(with_title(meta.title, lines))
    published = meta.published or published_of(text, blocks)
    dateline = any(block.role is Role.DATELINE for block in blocks)
    if published is None and not dateline and tree is not None:
        published = guessed_date(tree, meta.url or url)
        if published:
            warnings += ("The date of publication was guessed from the page's text.",)
    url = meta.url or url
    return ReadArticle(
        title=meta.title or _title_in(text, blocks) or PurePath(name).stem,
        text=text,
        blocks=blocks,
        reader=reader,
        author=_author(meta.author) or author_of(text, blocks),
        publication=meta.publication or _host(url),
        published=published,
        language=meta.language,
        url=url,
        warnings=warnings,
    )


def _article_lines(tree: HtmlElement) -> list[Line]:
    """What trafilatura takes for the article; empty when it finds none worth the name."""
    import copy
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            copy.deepcopy(tree), fast=True, include_comments=False, with_metadata=False
        )
    except Exception:  # noqa: BLE001 - odd pages are read whole instead
        return []
    body = getattr(found, "body", None)
    if body is None:
        return []
    lines = list(tree_lines(body, _TRAFILATURA))
    taken = sum(len(line.words) for line in lines)
    if taken >= _SHORTEST or taken >= sum(len(line.words) for line in tree_lines(tree)) / 2:
        return lines
    return []


def _title_in(text: str, blocks: tuple[Block, ...]) -> str | None:
    for block in blocks:
        if block.role is Role.TITLE:
            return block.span.slice(text)
    return None


def _author(name: str | None) -> str | None:
    """A name, not the address of a profile page."""
    if not name or name.startswith(("http:", "https:")):
        return None
    return name.removeprefix("By ").removeprefix("by ").strip() or None


def _host(url: str | None) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None
    except ValueError:
        return None
