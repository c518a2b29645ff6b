"""Lines that a format marks as heading or quotation, to canonical text and blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Block, Role
from timeline_app.domain.text import Span
from timeline_app.readers.article.structure import structure
from timeline_app.readers.clean import clean

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading or list item; `role` is None where the format says nothing of it."""

    words: str
    role: Role | None = None


def assemble(lines: Iterable[Line]) -> tuple[str, tuple[Block, ...], list[Line]]:
    """Canonical text, its blocks, and the lines that hold words, cleaned, in order.

    Raises UnreadableFile when there are no words.
    """
    kept = [
        Line(words, line.role)
        for line in lines
        if (words := _SPACES.sub(" ", clean(line.words)).strip())
    ]
    if not kept:
        raise UnreadableFile("There are no words in the file.")
    text = "\n\n".join(line.words for line in kept)
    return text, _blocks(text, kept), kept


def starts(lines: Iterable[Line]) -> list[int]:
    """Where each line of `assemble` starts in its text, in code points."""
    found, start = [], 0
    for line in lines:
        found.append(start)
        start += len(line.words) + 2
    return found


def with_title(title: str | None, lines: list[Line]) -> list[Line]:
    """The lines under their title: one among the first few that says the same becomes it."""
    if not title:
        return lines
    wanted = _SPACES.sub(" ", title).strip().casefold()
    for index, line in enumerate(lines[:4]):
        if _SPACES.sub(" ", line.words).strip().casefold() == wanted:
            marked = Line(line.words, Role.TITLE)
            return [*lines[:index], marked, *lines[index + 1 :]]
    return [Line(title, Role.TITLE), *lines]


def _blocks(text: str, lines: list[Line]) -> tuple[Block, ...]:
    """The plain structure, overruled by what the format itself marks."""
    marked = {
        start: line.role
        for start, line in zip(starts(lines), lines, strict=True)
        if line.role is not None
    }
    titled = Role.TITLE in marked.values()
    told = structure(text)
    dated = [b.span.start for b in told if b.role is Role.PUBLICATION]
    headed = [start for start in dated if marked.get(start) is Role.HEADING]
    if len(headed) == 1:  # one alone is the document's date, several are a chronology's headings
        del marked[headed[0]]
    result: list[Block] = []
    for block in told:
        role = _role(block.role, marked.get(block.span.start), titled)
        titled = titled or role is Role.TITLE
        whole = _whole_line(text, block.span) if role in {Role.TITLE, Role.HEADING} else block.span
        if not result or whole.start >= result[-1].span.end:
            result.append(Block(whole, role))
    return tuple(result)


def _role(told: Role, marked: Role | None, titled: bool) -> Role:
    if marked is Role.TITLE:
        return Role.TITLE
    if marked is Role.HEADING:
        return Role.HEADING if titled or told is not Role.TITLE else Role.TITLE
    if marked is not None:
        return marked if told in {Role.BODY, Role.QUOTATION, Role.HEADING} else told
    return Role.BODY if told is Role.TITLE and titled else told


def _whole_line(text: str, span: Span) -> Span:
    """A marked heading that looks like a dateline stays one block."""
    end = text.find("\n", span.start)
    return Span(span.start, len(text) if end < 0 else end)
