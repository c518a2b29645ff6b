"""What each line of an article is: title, byline, dates, credits and promotion told from body.

Works on canonical text and on any other text with a paragraph a line.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.domain.records import Block, Role
from timeline_app.domain.text import Span, trimmed
from timeline_app.readers.article import linekinds as kinds
from timeline_app.readers.article.dateline import dateline_end

_HEAD_LINES = 8
_LONGEST_TITLE = 160
_LONGEST_HEADING = 70
_OPENING_QUOTES = '“"«„‘'


def structure(text: str) -> tuple[Block, ...]:
    """Blocks in reading order; every line that holds words is covered, a dateline apart."""
    lines = list(_lines(text))
    roles = [_role(text, lines, index) for index in range(len(lines))]
    _find_title(text, lines, roles)
    _find_outlet(text, lines, roles)
    return tuple(_blocks(text, lines, roles))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        span = trimmed(text, Span(start, start + len(line)))
        if span.start < span.end:
            yield span
        start += len(line) + 1


def _role(text: str, lines: list[Span], index: int) -> Role:
    """The role of a line by its own words and its place; the title is found afterwards."""
    line = lines[index].slice(text)
    in_head = index < _HEAD_LINES and all(_is_short(s.slice(text)) for s in lines[:index])
    in_tail = index >= len(lines) - _HEAD_LINES
    if kinds.is_dated_entry(line) or _is_in_chronology(text, lines, index):
        return Role.BODY
    role = kinds.labelled_role(line, at_edge=in_head or in_tail)
    if role:
        return role
    if in_head and index and kinds.is_byline(line):
        return Role.BYLINE
    if (in_head or in_tail) and kinds.is_date_line(line):
        return Role.PUBLICATION
    if _is_heading(text, lines, index):
        return Role.HEADING
    return Role.QUOTATION if line[0] in _OPENING_QUOTES else Role.BODY


def _is_in_chronology(text: str, lines: list[Span], index: int) -> bool:
    """A date and what happened, with another such line above or below."""
    line = lines[index].slice(text)
    if not kinds.is_dated_entry(line, in_list=True):
        return False
    beside = lines[max(0, index - 1) : index] + lines[index + 1 : index + 2]
    return any(kinds.is_dated_entry(other.slice(text), in_list=True) for other in beside)


def _is_short(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and not (len(line) > 80 and line.endswith((".", "”", '"')))


def _is_heading(text: str, lines: list[Span], index: int) -> bool:
    """A short line without an end mark or a number, above a paragraph of prose."""
    line = lines[index].slice(text)
    if len(line) > _LONGEST_HEADING or not kinds.looks_like_heading(line):
        return False
    following = lines[index + 1].slice(text) if index + 1 < len(lines) else ""
    return len(following) > _LONGEST_HEADING and kinds.ends_sentence(following)


def _find_title(text: str, lines: list[Span], roles: list[Role]) -> None:
    """The first line, past labels and dates, is the title when prose follows it."""
    for index, role in enumerate(roles[:_HEAD_LINES]):
        if role in {Role.PUBLICATION, Role.BYLINE, Role.PROMO, Role.CREDIT}:
            continue
        line = lines[index].slice(text)
        alone = len(lines) == index + 1
        sentence = kinds.is_full_sentence(line) or dateline_end(line)
        sentence = sentence or _is_in_chronology(text, lines, index)
        if not alone and _is_short(line) and not sentence:
            roles[index] = Role.TITLE
        return


def _find_outlet(text: str, lines: list[Span], roles: list[Role]) -> None:
    """A name on a line of its own between the title and the body: who published the article."""
    if Role.TITLE not in roles:
        return
    for index in range(roles.index(Role.TITLE) + 1, min(_HEAD_LINES, len(lines) - 1)):
        if roles[index] in {Role.BYLINE, Role.PUBLICATION}:
            continue
        beside = {roles[index - 1], roles[index + 1]} & {Role.BYLINE, Role.PUBLICATION}
        capitals = lines[index].slice(text).isupper()
        if (beside or capitals) and kinds.is_name_line(lines[index].slice(text)):
            roles[index] = Role.PUBLICATION
        return


def _blocks(text: str, lines: list[Span], roles: list[Role]) -> Iterator[Block]:
    for span, role in zip(lines, roles, strict=True):
        length = dateline_end(span.slice(text)) if role in {Role.BODY, Role.QUOTATION} else 0
        if not length:
            yield Block(span, role)
            continue
        yield Block(trimmed(text, Span(span.start, span.start + length)), Role.DATELINE)
        rest = trimmed(text, Span(span.start + length, span.end))
        if rest.start < rest.end:
            yield Block(rest, Role.BODY)
