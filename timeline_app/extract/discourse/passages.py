"""Passages: the sentence of an event, widened to the quotation that belongs to it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from timeline_app.domain.records import Block, Role
from timeline_app.domain.text import Span
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar.sentences import BODY_ROLES

_OPENING = '“"«„'
_MOST_PARAGRAPHS = 3
_SAYING = r"(?:said|says|added|told|continued|explained|noted|wrote|stated|warned|argued|insisted)"
_SPEAKER = re.compile(
    rf"[”\"],?\s+(?:{_SAYING}\s+(?P<after>[^.,”“\"]+)|(?P<before>[^.,”“\"]{{2,60}}?)\s+{_SAYING}\b)"
)
_LEADING_SPEAKER = re.compile(
    rf"^(?P<before>[^.,”“\"]{{2,60}}?)\s+{_SAYING}\b[^.“\"]{{0,30}}[:,]?\s*[“\"]"
)


def with_quotations(
    text: str, blocks: Sequence[Block], sentence: Span, speaker: str | None
) -> Span:
    """`sentence` with the paragraphs behind it in which the same speaker goes on.

    `speaker` is the name that speaks in the sentence; None leaves the sentence alone. Only a
    sentence that ends its paragraph is widened.
    """
    if not speaker:
        return sentence
    index = bisect_right(blocks, sentence.start, key=lambda block: block.span.start) - 1
    if index < 0 or blocks[index].span.end > sentence.end + 2:
        return sentence
    end = sentence.end
    for block in blocks[index + 1 : index + 1 + _MOST_PARAGRAPHS]:
        if block.role not in BODY_ROLES or not _goes_on(block.span.slice(text), block, speaker):
            break
        end = block.span.end
    return Span(sentence.start, end)


def _goes_on(paragraph: str, block: Block, speaker: str) -> bool:
    quoted = block.role is Role.QUOTATION or paragraph[0] in _OPENING
    found = _SPEAKER.search(paragraph) if quoted else _LEADING_SPEAKER.match(paragraph)
    if not quoted and not found:
        return False
    if found is None:
        return True
    groups = found.groupdict()
    named = (groups.get("after") or groups.get("before") or "").strip()
    return _same_speaker(named, speaker)


def _same_speaker(named: str, speaker: str) -> bool:
    """True for the speaker's last name, a pronoun, or a description like `the general`."""
    last = re.sub(r"['’]s$", "", speaker.split()[-1])
    words = named.split()
    if last in words:
        return True
    if any(word[:1].isupper() for word in words[1:]) or not words:
        return False
    first = words[0].lower()
    if first in {"he", "she", "they", "it"}:
        return True
    return first == "the" and words[-1].lower() in lex.PERSON_NOUNS | lex.GROUP_NOUNS
