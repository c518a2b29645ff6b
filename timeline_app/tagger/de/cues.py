"""German words that point to the past or the future of a date near them."""

from __future__ import annotations

import re
from functools import cache

from timeline_app.tagger.language import Cues

_FUTURE = (
    r"\b(?:wird|werden|soll|sollen|will|wollen|geplant|plant|planen|kommende[nrs]?|ab|bis|"
    r"voraussichtlich)\b"
)
_PAST = (
    r"\b(?:war|waren|wurde|wurden|hatte|hatten|hat|haben|ist|sind|seit|kam|kamen|ging|gingen|starb|"
    r"begann|schloss|gab|gaben|fand|sprach|traf|(?!heute\b|bitte\b|mitte\b)[a-zäöüß]{3,}te[n]?|"
    r"ge[a-zäöüß]{3,}t|ge[a-zäöüß]{3,}en)\b"
)
_WINDOW = 120


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"(?P<future>{_FUTURE})|(?P<past>{_PAST})|(?P<end>[.!?]\s+(?=[A-ZÄÖÜ]))")


def direction(text: str, start: int, end: int) -> tuple[int, str]:
    """-1 past, 1 future, 0 unknown, from the nearest verb or cue; and that word.

    The finite verb often stands before the date; where a sentence begins with it, behind.
    """
    nearest: re.Match[str] | None = None
    # One character more than there is before, so that a new sentence's capital is seen.
    for match in _cues().finditer(text, max(0, start - _WINDOW), start + 1):
        if match.end() <= start:
            nearest = None if match["end"] else match
    if nearest is None:
        nearest = _cues().search(text, end, end + _WINDOW)
    if nearest is None or nearest["end"]:
        return 0, ""
    return (1 if nearest["future"] else -1), nearest.group()


_FUNCTION_WORDS = {
    *("der", "die", "das", "und", "den", "dem", "ist", "von", "mit", "nicht", "ein", "eine", "des"),
    *("auf", "für", "im", "sich", "auch", "werden", "wurde", "bei", "nach", "aus", "zu", "am"),
}
_REPORT = re.compile(
    r"\b(?:sagte|sagten|teilte|erklärte|berichtete|meldete|kündigte)"
    r"(?:\s+\w+){0,2}\s+(?:am|den|gestern)?\s*$"
)


_ASIDE = re.compile(
    r"\b(?:nach|als|gegenüber|im Vergleich zu[mr]?)\s(?:\w+\s){0,2}$", re.IGNORECASE
)


_OF_ANY_TIME = re.compile(r"\b(?:ab|bis|geplant)\b")
_BACKGROUND = re.compile(
    r"(?:\b(?:seit|zuletzt|erstmals|als),?\s[^.!?;\n]{0,80}|"
    r",\s(?:der|die|das|den|dem|wo|was)\s[^.!?;\n]{0,80}|\()$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:^|[.!?:]['\"“’)]*\s+|\n\s*)(?:(?:Im Jahr|In|Bis|Anfang|Ende)\s)?$")
CUES = Cues(
    direction, _REPORT, _ASIDE, _OF_ANY_TIME, _BACKGROUND, _LEAD, frozenset(_FUNCTION_WORDS)
)
