"""Markdown (CommonMark) with or without front matter, by markdown-it-py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Block, Published, Role
from timeline_app.domain.text import Span
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.clean import decode
from timeline_app.readers.dates import loose_date
from timeline_app.readers.metadata import author_of, outlet_of, published_of
from timeline_app.readers.plaintext import title_of
from timeline_app.readers.structure import structure

if TYPE_CHECKING:
    from markdown_it.token import Token

_SUFFIXES = {".md", ".markdown", ".mdown", ".mkd"}
_FRONT_MATTER = re.compile(r"\A---[ ]*\n(.*?)\n(?:---|\.\.\.)[ ]*\n", re.S)
_FIELD = re.compile(r"^([A-Za-z][\w -]*?)\s*:\s*(.+?)\s*$", re.M)
_DATE_FIELDS = ("date", "published", "publish_date", "pubdate", "created")
_SPACES = re.compile(r"\s+")


class MarkdownReader:
    """Headings, paragraphs, lists and block quotes become lines; code and pictures are left out."""

    name = "markdown/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True by the file's suffix: any text is valid Markdown."""
        return PurePath(name).suffix.lower() in _SUFFIXES

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """One article; raises UnreadableFile when the bytes are no text."""
        decoded = decode(data)
        fields, body = _front_matter(decoded.text)
        lines = list(_lines(body))
        if not lines:
            raise UnreadableFile("There are no words in the file.")
        text = "\n\n".join(line for line, _ in lines)
        blocks = _with_headings(text, lines)
        article = ReadArticle(
            title=fields.get("title") or title_of(text, blocks) or PurePath(name).stem,
            text=text,
            blocks=blocks,
            reader=self.name,
            author=fields.get("author") or author_of(text, blocks),
            publication=fields.get("publication") or outlet_of(text, blocks),
            published=_published(fields) or published_of(text, blocks),
            language=fields.get("language") or fields.get("lang"),
            url=fields.get("url") or fields.get("source"),
            warnings=decoded.warnings,
        )
        return [article]


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Plain `key: value` lines between dashes at the top, keys in lower case; and the rest."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, text
    fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(match[1])}
    return fields, text[match.end() :]


def _published(fields: dict[str, str]) -> Published | None:
    for key in _DATE_FIELDS:
        date = loose_date(fields[key]) if key in fields else None
        if date:
            value, confidence = date
            return Published(value, f"the file's “{key}: {fields[key]}”", confidence)
    return None


def _lines(markdown: str) -> Iterator[tuple[str, bool]]:
    """Each paragraph's words without marks, and whether it is a heading."""
    from markdown_it import MarkdownIt

    heading = False
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type == "heading_open":
            heading = True
        elif token.type == "heading_close":
            heading = False
        elif token.type == "inline":
            for line in _words(token).split("\n"):
                words = _SPACES.sub(" ", line).strip()
                if words:
                    yield words, heading


def _words(token: Token) -> str:
    """The words of an inline token: links and emphasis keep theirs, hard breaks end a line."""
    parts = []
    for child in token.children or []:
        if child.type in {"text", "code_inline", "text_special"}:
            parts.append(child.content)
        elif child.type == "hardbreak":
            parts.append("\n")
        elif child.type == "softbreak":
            parts.append(" ")
    return "".join(parts)


def _with_headings(text: str, lines: list[tuple[str, bool]]) -> tuple[Block, ...]:
    """The plain structure, with what Markdown itself marks as headings."""
    marked: set[Span] = set()
    start = 0
    for line, heading in lines:
        if heading:
            marked.add(Span(start, start + len(line)))
        start += len(line) + 2
    blocks = structure(text)
    titled = any(block.role is Role.TITLE for block in blocks)
    result = []
    for block in blocks:
        role = block.role
        if block.span in marked and role is not Role.TITLE:
            role = Role.HEADING if titled else Role.TITLE
            titled = True
        result.append(Block(block.span, role))
    return tuple(result)
