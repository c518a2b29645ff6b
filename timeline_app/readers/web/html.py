"""Web pages: trafilatura tells the article from the page; nothing is fetched, no script is run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Block, Role
from timeline_app.readers.article.lines import Line, assemble, with_title
from timeline_app.readers.article.metadata import author_of, published_of
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.press import may_be_export, press_articles
from timeline_app.readers.web.captions import with_captions
from timeline_app.readers.web.dates import guessed_date
from timeline_app.readers.web.markup import (
    Dialect,
    flat_lines,
    looks_like_html,
    markup_text,
    page_lines,
    parse,
    tree_lines,
)
from timeline_app.readers.web.meta import PageMeta, host_of, page_meta, saved_from
from timeline_app.readers.web.parts import WebPart, body_lines, listed_parts, stated_parts

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
_LITTLE = 0.4
_WHOLE = "The article could not be told from the rest of the page."


class HtmlReader:
    """A saved page is one article: headings, paragraphs, lists, tables and quotations are kept."""

    name = "html/2"

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
        return read_pages(markup, name, self.name, warnings=warnings)


def read_pages(
    markup: str,
    name: str,
    reader: str,
    *,
    url: str | None = None,
    warnings: tuple[str, ...] = (),
) -> list[ReadArticle]:
    """The article on a page, or the several ones of a live blog or a list of whole posts.

    `url` is where the page came from, if the file says so outside it. Raises UnreadableFile.
    """
    url = url or saved_from(markup)
    tree = parse(markup)
    if tree is None:
        lines = flat_lines(markup)
        return [_article(lines, PageMeta(url=url), name, reader, (*warnings, _WHOLE), None)]
    shown = list(tree_lines(tree))
    meta = page_meta(tree, shown)
    meta = replace(meta, url=meta.url or url)
    lines = _article_lines(tree, shown)
    parts = stated_parts(meta.objects, sum(len(line.words) for line in lines))
    parts = parts or listed_parts(tree)
    if parts:
        return [
            _article(part.lines, _part_meta(part, meta), name, reader, (), None, str(number))
            for number, part in enumerate(parts, 1)
        ]
    lines = _with_stated_body(lines, meta)
    if lines:
        lines = with_captions(lines, shown, meta.title)
    else:
        lines = shown or flat_lines(markup)
        warnings += (_WHOLE,)
    return [_article(lines, meta, name, reader, warnings, tree)]


def _article(
    lines: list[Line],
    meta: PageMeta,
    name: str,
    reader: str,
    warnings: tuple[str, ...],
    tree: HtmlElement | None,
    part: str | None = None,
) -> ReadArticle:
    """An article of these lines; with a `tree`, its day may be guessed from there."""
    if not any(line.words.strip() for line in lines):
        raise UnreadableFile("There are no words on the page.")
    text, blocks, _ = assemble(with_title(meta.title, lines))
    published = meta.published or published_of(text, blocks)
    dateline = any(block.role is Role.DATELINE for block in blocks)
    if published is None and not dateline and tree is not None:
        published = guessed_date(tree, meta.url)
        if published:
            warnings += ("The date of publication was guessed from the page's text.",)
    return ReadArticle(
        title=meta.title or _title_in(text, blocks) or PurePath(name).stem,
        text=text,
        blocks=blocks,
        reader=reader,
        author=_author(meta.author) or author_of(text, blocks),
        publication=meta.publication or host_of(meta.url),
        published=published,
        language=meta.language,
        url=meta.url,
        part=part,
        warnings=warnings,
        section=meta.section,
    )


def _part_meta(part: WebPart, page: PageMeta) -> PageMeta:
    """What a part doesn't say of itself the page says for it, but for its title."""
    return replace(
        page,
        title=part.title,
        author=part.author,
        published=part.published or page.published,
        url=part.url or page.url,
    )


def _with_stated_body(lines: list[Line], meta: PageMeta) -> list[Line]:
    """The text that the page states for programs where it shows readers much less of it."""
    stated = body_lines(meta.body) if meta.body else []
    shown = sum(len(line.words) for line in lines)
    enough = sum(len(line.words) for line in stated)
    return stated if enough >= _SHORTEST and shown < _LITTLE * enough else lines


def _article_lines(tree: HtmlElement, shown: list[Line]) -> list[Line]:
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
    if taken >= _SHORTEST or taken >= sum(len(line.words) for line in shown) / 2:
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
