"""A wire story's dateline: `TRIPOLI, May 20 (Reuters) —` before the first sentence."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?)"
_PLACE = r"[^\W\d_a-z][^\W\d_a-z'’.-]+(?:[ /][^\W\d_a-z][^\W\d_a-z'’.-]*){0,3}"
_REGION = r"(?:,\s+[A-Z][\w.'’ ]{1,25}?)?"
_AGENCY = r"(?:\s*\([A-Z][\w .,/'’&-]{1,40}\))"
_DASH = r"\s*(?:[—–―_]|-{1,2}|:)\s*"

# Place in capitals; date and agency each optional, but a dash must close it.
_PATTERNS = (
    re.compile(rf"{_PLACE}{_REGION},\s+{_DATE}{_AGENCY}?(?:{_DASH}|$)"),
    re.compile(rf"{_PLACE}{_REGION}{_AGENCY}{_DASH}"),
    re.compile(rf"{_PLACE}{_REGION}\s*(?:[—–―]|\s-{{1,2}}\s)\s*"),
    re.compile(rf"[A-Z][\w'’ ]{{2,25}}{_REGION},\s+{_DATE}{_AGENCY}?\s*[—–―]\s*"),
    re.compile(rf"[A-Z][\w'’ ]{{2,25}}{_REGION}{_AGENCY}\s*[—–―_]\s*"),
)
_LONGEST = 90


def dateline_end(line: str) -> int:
    """Length of the dateline at the start of a line with its dash, 0 when there is none."""
    head = line[:_LONGEST]
    for pattern in _PATTERNS:
        match = pattern.match(head)
        # A sentence follows: `NATO - the alliance - met` is no dateline.
        if match and not line[match.end() : match.end() + 1].islower():
            return match.end()
    return 0
