"""An article's paragraphs as the reader shows them, and where each code point went.

Qt documents count UTF-16 units, the library counts code points of the canonical text; nothing
is ever read back from the widget.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.domain.records import Article, Role
from timeline_app.domain.text import Span, Utf16Map, trimmed


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its place in the canonical text and in the document (UTF-16 units)."""

    span: Span
    role: Role
    start: int
    length: int


class Paragraphs:
    """The article's text in paragraphs; text between blocks is shown too, never lost.

    The title stands above the text, so its block is left out where nothing in it is dated
    (`keep` holds the spans that must be shown).
    """

    def __init__(self, article: Article, keep: tuple[Span, ...] = ()) -> None:
        """Lay the paragraphs of `article` one after the other."""
        self._units = Utf16Map(article.text)
        self._text = article.text
        self.items = tuple(self._placed(article, keep))
        self._starts = [item.span.start for item in self.items]
        self._places = [item.start for item in self.items]

    def words(self, item: Paragraph) -> str:
        """The paragraph's text for the document: line ends within it become line separators."""
        return item.span.slice(self._text).replace("\n", "\u2028")

    def to_document(self, offset: int) -> int:
        """Document position of a code point; outside all paragraphs that of the nearest end."""
        if not self.items:
            return 0
        item = self.items[max(bisect_right(self._starts, offset) - 1, 0)]
        inside = min(max(offset, item.span.start), item.span.end)
        return item.start + self._units.to_utf16(inside) - self._units.to_utf16(item.span.start)

    def from_document(self, position: int) -> int:
        """Code point offset of a document position."""
        if not self.items:
            return 0
        item = self.items[max(bisect_right(self._places, position) - 1, 0)]
        inside = min(position - item.start, item.length)
        return self._units.from_utf16(self._units.to_utf16(item.span.start) + inside)

    def _placed(self, article: Article, keep: tuple[Span, ...]) -> Iterator[Paragraph]:
        at = 0
        for span, role in _joined(article):
            if role is Role.TITLE and not any(span.overlaps(kept) for kept in keep):
                continue
            length = self._units.to_utf16(span.end) - self._units.to_utf16(span.start)
            yield Paragraph(span, role, at, length)
            at += length + 1


def _joined(article: Article) -> Iterator[tuple[Span, Role]]:
    """A dateline and the text that goes on in its line are one paragraph."""
    dateline: Span | None = None
    for span, role in _covering(article):
        if dateline is not None:
            same_line = "\n" not in article.text[dateline.end : span.start]
            if not same_line:
                yield dateline, Role.DATELINE
            span = Span(dateline.start, span.end) if same_line else span
            dateline = None
        if role is Role.DATELINE:
            dateline = span
        else:
            yield span, role
    if dateline is not None:
        yield dateline, Role.DATELINE


def _covering(article: Article) -> Iterator[tuple[Span, Role]]:
    """The blocks in order, and what no block covers as body text."""
    end = 0
    for block in sorted(article.blocks, key=lambda block: block.span):
        start = max(block.span.start, end)
        yield from _uncovered(article.text, Span(end, start))
        if start < block.span.end:
            yield trimmed(article.text, Span(start, block.span.end)), block.role
        end = max(end, block.span.end)
    yield from _uncovered(article.text, Span(end, len(article.text)))


def _uncovered(text: str, span: Span) -> Iterator[tuple[Span, Role]]:
    words = trimmed(text, span)
    if words.start < words.end:
        yield words, Role.BODY
