"""Places in canonical text: spans of code points, and their UTF-16 twins for Qt."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points, `text[start:end]`."""

    start: int
    end: int

    def slice(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when both share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True when `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, offset: int) -> Span:
        """The same range, `offset` code points later."""
        return Span(self.start + offset, self.end + offset)


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all `spans`; raises ValueError when there are none."""
    listed = list(spans)
    return Span(min(span.start for span in listed), max(span.end for span in listed))


def trimmed(text: str, span: Span) -> Span:
    """`span` without the white space at its edges."""
    words = span.slice(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))


def whole_words(text: str, span: Span) -> Span:
    """`span` without white space at its edges, and with the rest of the words that it cuts.

    A word is letters and digits, and what joins them: it’s, well-known, U.S, 1,000.
    """
    start, end = trimmed(text, span)
    if start == end:
        return Span(start, end)
    while _within_word(text, start):
        start -= 1
    while _within_word(text, end):
        end += 1
    return Span(start, end)


def _within_word(text: str, offset: int) -> bool:
    """True when the border before `offset` is none between words."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if before in _JOINTS:
        return offset > 1 and text[offset - 2].isalnum() and after.isalnum()
    if after in _JOINTS:
        return before.isalnum() and offset + 1 < len(text) and text[offset + 1].isalnum()
    return _is_of_word(before) and _is_of_word(after)


def _is_of_word(character: str) -> bool:
    """Letters, digits and the accents that stand as characters of their own."""
    return character.isalnum() or unicodedata.combining(character) > 0


_JOINTS = frozenset("'’-‐‑.,")
"""Characters that join what stands on both sides of them."""


def page_of(offset: int, pages: Sequence[int]) -> int | None:
    """The page, from 1, that `offset` lies on; `pages` are where pages begin, None without any."""
    return max(1, bisect_right(pages, offset)) if pages else None


def page_count(pages: Sequence[int]) -> int:
    """How many pages a text lies on; those that begin at 0 but for one are before it."""
    return len(pages) - max(0, bisect_right(pages, 0) - 1)


class Utf16Map:
    """Converts offsets of one text between code points and UTF-16 units.

    Qt's text classes count UTF-16 units: a character beyond U+FFFF takes two.
    """

    def __init__(self, text: str) -> None:
        """Scan `text` once; a text without such characters costs nothing later."""
        self._wide = [i for i, char in enumerate(text) if char > "\uffff"] if text else []
        self._wide_utf16 = [at + n for n, at in enumerate(self._wide)]

    def to_utf16(self, offset: int) -> int:
        """UTF-16 offset of a code point offset."""
        return offset + bisect_right(self._wide, offset - 1)

    def from_utf16(self, offset: int) -> int:
        """Code point offset of a UTF-16 offset; inside a pair, that of its character."""
        return offset - bisect_right(self._wide_utf16, offset - 1)
