"""Markdown (CommonMark) with or without front matter, by markdown-it-py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import PurePath
from typing import TYPE_CHECKING

from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Block, Published, Role
from timeline_app.domain.text import Span
from timeline_app.readers.article.dates import loose_date
from timeline_app.readers.article.metadata import author_of, outlet_of, published_of
from timeline_app.readers.article.structure import structure
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.clean import decode
from timeline_app.readers.plaintext import title_of

if TYPE_CHECKING:
    from markdown_it.token import Token

_SUFFIXES = {".md", ".markdown", ".mdown", ".mkd"}
_HEAD = 65_536
# A heading with a blank line below it: `# 1 in the charts` above other lines is none.
_HEADING = re.compile(r"^(#{1,6}) +[^\s#][^\n]{0,200}\n[ \t]*(?:\n|\Z)", re.M)
_OTHER_MARKS = re.compile(r"^> |\*\*[^\s*][^*\n]*\*\*|\[[^\]\n]+\]\(https?:|^\|[ :|-]+\|$", re.M)
_FRONT_MATTER = re.compile(r"\A---[ ]*\n(.*?)\n(?:---|\.\.\.)[ ]*\n", re.S)
_FIELD = re.compile(r"^([A-Za-z][\w -]*?)\s*:\s*(.+?)\s*$", re.M)
_DATE_FIELDS = ("date", "published", "publish_date", "pubdate", "created")
_SPACES = re.compile(r"\s+")
_CELLS = " — "  # between the cells of a row, which then reads as a line of a chronology


class _Kind(Enum):
    PLAIN = "paragraph"
    HEADING = "heading"
    ROW = "row of a table"


class MarkdownReader:
    """Headings, paragraphs, list items, rows and block quotes become lines; code is left out."""

    name = "markdown/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True by the suffix, as any text is valid Markdown; or for text with its headings."""
        return PurePath(name).suffix.lower() in _SUFFIXES or _has_headings(data)

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


def _has_headings(data: bytes) -> bool:
    """True for a text that begins with a heading, or has two, or one beside other marks."""
    if not re.search(rb"^#{1,6} ", data[:_HEAD], re.M):
        return False
    head = data[:_HEAD].decode("utf-8", "ignore").replace("\r\n", "\n").lstrip("\ufeff\n ")
    headings = list(_HEADING.finditer(head))
    if not headings:
        return False
    marked = len(headings) > 1 or headings[0].start() == 0
    return marked or bool(_OTHER_MARKS.search(head))


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


def _lines(markdown: str) -> Iterator[tuple[str, _Kind]]:
    """Each paragraph's or table row's words without marks, and what it is."""
    from markdown_it import MarkdownIt

    heading = False
    row: list[str] | None = None
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type in {"heading_open", "heading_close"}:
            heading = token.type == "heading_open"
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row:
            yield _CELLS.join(row), _Kind.ROW
            row = None
        elif token.type == "inline" and row is not None:
            row.extend(filter(None, [_SPACES.sub(" ", _words(token)).strip()]))
        elif token.type == "inline":
            for line in _words(token).split("\n"):
                words = _SPACES.sub(" ", line).strip()
                if words:
                    yield words, _Kind.HEADING if heading else _Kind.PLAIN


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


def _with_headings(text: str, lines: list[tuple[str, _Kind]]) -> tuple[Block, ...]:
    """The plain structure, with what Markdown itself marks as headings and rows."""
    marked: dict[Span, _Kind] = {}
    start = 0
    for line, kind in lines:
        marked[Span(start, start + len(line))] = kind
        start += len(line) + 2
    blocks = structure(text)
    titled = any(block.role is Role.TITLE for block in blocks)
    result = []
    for block in blocks:
        role, kind = block.role, marked.get(block.span, _Kind.PLAIN)
        if kind is _Kind.HEADING and role is not Role.TITLE:
            role = Role.HEADING if titled else Role.TITLE
            titled = True
        elif kind is _Kind.ROW:
            role = Role.BODY
        result.append(Block(block.span, role))
    return tuple(result)
