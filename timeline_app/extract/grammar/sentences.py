"""Sentences of an article's body, by sentencex, with its slips at abbreviations mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from timeline_app.domain.records import Block, Role
from timeline_app.domain.text import Span, trimmed

BODY_ROLES = (Role.BODY, Role.QUOTATION)

# A sentence does not end behind these, whatever follows.
_OPEN_END = re.compile(
    r"(?:^|[\s(“\"])(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Brig|Sen|Rep|Gov|Pres|Prof|Rev"
    r"|Hon|St|Mt|No|vs|v|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|[A-Z])\.$"
)
# These may end one: only a following name, number or small letter tells that they don't.
_HALF_OPEN_END = re.compile(
    r"(?:\b(?:[ap]\.m|U\.S|U\.N|U\.K|E\.U|D\.C)\.|\b(?:Inc|Corp|Co|Ltd|Jr|Sr)\.)$"
)
_WEEKDAY_OR_ZONE = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{3,4}\b|GMT|local|on\b|\d|\()"
)
_NEW_SENTENCE = re.compile(
    r"\bMay\.[”\"’)]*\s+(?=[A-Z“\"])"
    r"|\b[ap]\.m\.\s+(?=[“\"]|(?:The|He|She|They|It|We|In|But|And|Police|His|Her)\b)"
)
_LONGEST = 2000


def sentences(text: str, blocks: Sequence[Block], language: str = "en") -> list[Span]:
    """Spans of the body's sentences in order, without white space at their edges.

    `language` is an ISO 639-1 code.
    """
    found: list[Span] = []
    for block in blocks:
        if block.role in BODY_ROLES:
            found.extend(_in_block(text, block.span, language))
    return found


def _in_block(text: str, block: Span, language: str) -> Iterator[Span]:
    from sentencex import segment

    pending: Span | None = None
    position = block.start
    for piece in _pieces(segment(language, block.slice(text))):
        span = Span(position, position + len(piece))
        position = span.end
        pending = Span(pending.start, span.end) if pending else span
        if _goes_on(pending.slice(text).rstrip(), text[position : block.end]):
            continue
        yield from _shortened(text, trimmed(text, pending))
        pending = None
    if pending:
        yield from _shortened(text, trimmed(text, pending))


def _pieces(found: Iterable[str]) -> Iterator[str]:
    """Pieces parted once more behind "May", never short for anything, and behind a clock time."""
    for piece in found:
        start = 0
        for match in _NEW_SENTENCE.finditer(piece):
            yield piece[start : match.end()]
            start = match.end()
        yield piece[start:]


def _goes_on(sentence: str, rest: str) -> bool:
    """True when the dot at the end of `sentence` belongs to an abbreviation."""
    rest = rest.lstrip()
    if not rest:
        return False
    if _OPEN_END.search(sentence[-12:]) and not re.match(r"[\"“‘(]", rest):
        return True
    if rest[0].islower() and not sentence.endswith(("\n", ":")):
        return True
    return bool(_HALF_OPEN_END.search(sentence[-8:]) and _WEEKDAY_OR_ZONE.match(rest))


def _shortened(text: str, span: Span) -> Iterator[Span]:
    """Very long "sentences" (tables, lists, lines without an end mark) are cut at white space."""
    start = span.start
    while span.end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield trimmed(text, Span(start, cut))
        start = cut
    rest = trimmed(text, Span(start, span.end))
    if rest.start < rest.end:
        yield rest
