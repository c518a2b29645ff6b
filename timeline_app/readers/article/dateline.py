"""A wire story's dateline: `TRIPOLI, May 20 (Reuters) —` before the first sentence.

The forms are those of the agencies' own stories: Associated Press Stylebook ("datelines"), and
the wires of dpa, AFP, APA, EFE, ANSA, TASS and Ritzau.
"""

from __future__ import annotations

import re
from functools import cache

from timeline_app.readers.article.monthnames import is_month

# Any word, looked up afterwards: a pattern of all months takes long to compile.
_MONTH = r"[^\W\d_]{3,10}"
_DATE = (
    rf"(?:(?P<before>{_MONTH})\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?"
    rf"|(?:le\s+|den\s+)?\d{{1,2}}\.?\s+(?P<behind>{_MONTH})\.?(?:\s+\d{{4}})?"
    r"|\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?)"
)
_PLACE = r"[^\W\d_a-z][^\W\d_a-z'’.-]+(?:[ /][^\W\d_a-z][^\W\d_a-z'’.-]*){0,3}"
_NAMED = r"[A-ZÀ-Þ][\w'’.-]*[^\W\d_](?:[ /][A-ZÀ-Þ][\w'’.-]*[^\W\d_]){0,3}"
_REGION = r"(?:,\s+[A-Z][\w.'’ ]{1,25}?)?"
_AGENCY = r"(?:\s*\([A-Z][\w .,/'’&-]{1,40}\))"
# Parties stand in brackets behind names, too, but in capitals; so capitals need a known agency.
_WIRES = (
    r"AAP?|ADN|Adnkronos|AFPD?|ANI|ANP|ANSA|APA|AP|askanews|Belga|BTA|CP|CTK|ČTK|DAPD|DDP|dpa|EFE"
    r"|EPD|IANS|Interfax|KNA|Kyodo|LUSA|MTI|NTB|OTS|PAP|PTI|PA|Reuters|RIA|Ritzau|RTR|SDA|SID|STT"
    r"|TASS|TT|UPI|Xinhua|Yonhap"
)
_WIRE = rf"(?i:{_WIRES})(?:[/-]\w{{2,12}}){{0,2}}"
_DASH = r"\s*(?:[—–―_]|-{1,2}|:)\s*"
_HYPHEN = r"(?:\s*[—–―]|\s+--?|\.-|:)\s+"

_MARK = re.compile(r"[—–―_:(/|-]|, .*\d")
"""What every dateline has: a dash, a bracket, a bar, or a date behind a comma."""
_LONGEST = 90


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Compiled for the first line that may have one: most files have none."""
    return (
        # Place in capitals; date and agency each optional, but a dash must close it.
        re.compile(rf"{_PLACE}{_REGION},\s+{_DATE}{_AGENCY}?(?:{_DASH}|$)"),
        re.compile(rf"{_PLACE}{_REGION}{_AGENCY}{_DASH}"),
        re.compile(rf"{_PLACE}{_REGION}\s*(?:[—–―]|\s-{{1,2}}\s)\s*"),
        re.compile(rf"[A-Z][\w'’ ]{{2,25}}{_REGION},\s+{_DATE}{_AGENCY}?\s*[—–―]\s*"),
        re.compile(rf"[A-Z][\w'’ ]{{2,25}}{_REGION}{_AGENCY}\s*[—–―_]\s*"),
        # A place as it is written otherwise, and a known agency: `Berlin, 20. Mai (dpa/lbn) -`.
        re.compile(rf"{_NAMED}{_REGION}(?:,?\s+{_DATE})?\s+\({_WIRE}\)(?:{_HYPHEN}|\s+)"),
        re.compile(rf"{_NAMED}(?:,?\s+{_DATE})?[.,]?\s+/{_WIRE}/[.:]?(?:{_DASH}|\s+)"),
        re.compile(rf"\({_WIRE}\)\s+[—–-]\s+{_NAMED}(?:,\s+{_DATE})?\s+[—–-]\s+"),
        re.compile(rf"{_PLACE} [a-z]{{2,5}} \| "),
    )


def dateline_end(line: str) -> int:
    """Length of the dateline at the start of a line with its dash, 0 when there is none."""
    head = line[:_LONGEST]
    if not _MARK.search(head):
        return 0
    for pattern in _patterns():
        match = pattern.match(head)
        if match and _has_month(match) and _opens_sentence(head, match.end()):
            return match.end()
    return 0


def _has_month(match: re.Match[str]) -> bool:
    """False where the word beside a date's number is no month."""
    named = match.groupdict()
    word = named.get("before") or named.get("behind")
    return word is None or is_month(word)


def _opens_sentence(line: str, at: int) -> bool:
    """False for what goes on: `NATO - the alliance - met`, `FAA–2020–0686`, `June 15–20`."""
    following = line[at : at + 1]
    return not (following.islower() or (following.isdigit() and not line[at - 1].isspace()))
