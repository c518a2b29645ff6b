"""Finding a quotation again in a text that has changed since: exactly, else approximately.

As W3C Web Annotation's TextQuoteSelector has it: the words, and what stood before and behind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain.text import Span, trimmed

if TYPE_CHECKING:
    from difflib import SequenceMatcher

CONTEXT = 32
"""Code points of context that a quotation keeps on either side."""

LIKE_ENOUGH = 0.75
"""Share of code points (difflib's ratio, 0 to 1) from which a passage counts as the quotation."""

_PIECE = 6  # code points of the pieces that are looked up
_SLACK = 24
_MOST_PLACES = 50  # of one piece: more of them say nothing
_LONGEST = 4_000  # code points that are compared one by one


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a text and up to 32 code points before and behind them."""

    exact: str
    prefix: str = ""
    suffix: str = ""

    @staticmethod
    def of(text: str, span: Span) -> Quote:
        """The quotation of a span."""
        before = text[max(0, span.start - CONTEXT) : span.start]
        return Quote(span.slice(text), before, text[span.end : span.end + CONTEXT])


def find_quote(text: str, quote: Quote) -> Span | None:
    """Where `quote` stands in `text`; of several places the one with the likest context.

    Word for word first, then anything that shares at least three quarters of its code points.
    None where there is nothing like it.
    """
    if not quote.exact.strip():
        return None
    exact = [Span(at, at + len(quote.exact)) for at in _places(text, quote.exact)]
    if exact:
        return max(exact, key=lambda span: _context_likeness(text, span, quote))
    return _approximately(text, quote)


def likeness(first: str, second: str) -> float:
    """How alike two passages are, 0 to 1: the share of code points that both have, in order."""
    if first == second:
        return 1.0
    matcher = _matcher(first[:_LONGEST], second[:_LONGEST])
    if matcher.real_quick_ratio() < LIKE_ENOUGH or matcher.quick_ratio() < LIKE_ENOUGH:
        return 0.0
    return matcher.ratio()


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _context_likeness(text: str, span: Span, quote: Quote) -> float:
    here = Quote.of(text, span)
    before = _matcher(here.prefix, quote.prefix).ratio()
    return before + _matcher(here.suffix, quote.suffix).ratio()


def _approximately(text: str, quote: Quote) -> Span | None:
    """Pieces of the quotation vote for where it begins; what lies there is compared."""
    votes: Counter[int] = Counter()
    words = quote.exact
    for at in range(0, max(1, len(words) - _PIECE + 1), _PIECE // 2):
        for place in _few_places(text, words[at : at + _PIECE]):
            votes[(place - at) // _SLACK] += 1
    best: tuple[float, Span] | None = None
    for strip, _ in votes.most_common(5):
        span = _tightened(text, strip * _SLACK, words)
        if span is None or (alike := likeness(span.slice(text), words)) < LIKE_ENOUGH:
            continue
        score = alike + 0.05 * _context_likeness(text, span, quote)
        if best is None or score > best[0]:
            best = score, span
    return best[1] if best else None


def _few_places(text: str, piece: str) -> list[int]:
    found: list[int] = []
    for place in _places(text, piece):
        found.append(place)
        if len(found) > _MOST_PLACES:
            return []
    return found


def _tightened(text: str, near: int, words: str) -> Span | None:
    """The stretch around `near` from the first to the last code points shared with `words`."""
    low = max(0, near - 2 * _SLACK)
    window = text[low : near + len(words) + 3 * _SLACK]
    matcher = _matcher(window[: _LONGEST + 5 * _SLACK], words[:_LONGEST])
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= 3]
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    start = max(0, low + first.a - min(first.b, first.a))
    end = last.a + last.size + low + max(0, len(words) - last.b - last.size)
    if len(words) > _LONGEST:
        end = start + len(words)
    span = trimmed(text, Span(start, min(end, len(text))))
    return span if span.start < span.end else None


def _matcher(first: str, second: str) -> SequenceMatcher[str]:
    from difflib import SequenceMatcher  # the window's start can do without

    return SequenceMatcher(None, first, second, autojunk=False)
