"""English words that point to the past or the future of a date near them."""

from __future__ import annotations

import re
from functools import cache

from timeline_app.tagger.language import Cues

_FUTURE = (
    r"will|won't|shall|would|could|may|might|due|scheduled|expected|expects?|expires?|planned|"
    r"plans?|slated|set to|going to|payable|effective|upcoming|intends?|hopes?|to be|to take|"
    r"deadline|proposed|by|until|till|starting|beginning"
)
_PAST = (
    r"was|were|had|did|said|told|began|came|went|made|took|gave|fell|rose|held|met|won|lost|"
    r"left|since|ago|[a-z]{2,}ed"
)
_WINDOW = 90


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b|(?P<end>[.;!?]\s)", re.I)


def direction(text: str, start: int, end: int) -> tuple[int, str]:
    """-1 past, 1 future, 0 unknown, from the nearest verb or cue; and that word."""
    nearest: re.Match[str] | None = None
    for match in _pattern().finditer(text, max(0, start - _WINDOW), start):
        nearest = None if match["end"] else match
    if nearest is None:
        nearest = _pattern().search(text, end, end + _WINDOW)
    if nearest is None or nearest["end"]:
        return 0, ""
    return (1 if nearest["future"] else -1), nearest.group()


_FUNCTION_WORDS = {
    *("the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "by"),
    *("at", "from", "it", "has", "had", "he", "his", "which", "but", "not", "are", "this"),
}
CUES = Cues(direction, frozenset(_FUNCTION_WORDS))
