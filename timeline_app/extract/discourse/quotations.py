"""Which stretches of a text stand between quotation marks, across sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from timeline_app.domain.records import Block
from timeline_app.domain.text import Span
from timeline_app.extract.grammar.sentences import BODY_ROLES

_OPENING = "“«„"
_CLOSING = "”»"
_MOST_SILENT = 2
_MARK = re.compile(f'["{_OPENING}{_CLOSING}]')


class Quotations:
    """Looks up whether a place of the body is somebody's own words."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        """`blocks` are the article's, in order; those outside the body are left out."""
        self._spans = list(_quoted(text, blocks))
        self._starts = [span.start for span in self._spans]

    def __contains__(self, position: int) -> bool:
        """True for a code point between quotation marks."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._spans[index].end

    def end_of(self, position: int) -> int:
        """Where the quotation around a code point ends, the code point itself outside one."""
        index = bisect_right(self._starts, position) - 1
        return max(position, self._spans[index].end) if index >= 0 else position


def _quoted(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """A quotation that its paragraph doesn't close goes on where a later one closes it.

    No more than two paragraphs without a mark may lie between.
    """
    pending: Span | None = None
    silent = 0
    for block in blocks:
        if block.role not in BODY_ROLES:
            continue
        marks = list(_marks(text, block.span))
        if pending and not marks and silent < _MOST_SILENT:
            silent += 1
            continue
        inside = pending is not None and bool(marks) and marks[0][1] == "closing"
        start = pending.start if pending and inside else block.span.start
        if pending and not inside:
            yield pending
        for position, kind in marks:
            if not inside and kind != "closing":
                inside, start = True, position
            elif inside and kind != "opening":
                inside = False
                yield Span(start, position + 1)
        pending, silent = (Span(start, block.span.end) if inside else None), 0
    if pending:
        yield pending


def _marks(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """Quotation marks with what they do; a straight one between two blanks may do either."""
    for match in _MARK.finditer(text, span.start, span.end):
        position, char = match.start(), match[0]
        if char in _OPENING:
            yield position, "opening"
        elif char in _CLOSING:
            yield position, "closing"
        else:
            yield position, _straight(text, position, span)


def _straight(text: str, position: int, span: Span) -> str:
    before = text[position - 1] if position > span.start else " "
    behind = text[position + 1] if position + 1 < span.end else " "
    if before.isspace() == behind.isspace():
        return "either" if position + 1 < span.end else "closing"
    return "opening" if before.isspace() else "closing"
