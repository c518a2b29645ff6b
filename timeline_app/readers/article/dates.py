"""Loose dates in metadata lines: whatever form a web site or a person gives them."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from timeline_app.domain import timevalue as tv
from timeline_app.readers.article.monthnames import in_english

_MONTHS = "jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec"
# A month stands beside its day or year: `OCTOBER TERM, 2012 1` is no date.
_HAS_DATE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"
    rf"|\b(?:{_MONTHS})[a-z]*[\W_]*(?:the\s+|of\s+)?\d"
    rf"|\d(?:st|nd|rd|th)?[\W_]*(?:day\s+)?(?:of\s+)?(?:{_MONTHS})",
    re.I,
)
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
_AMBIGUOUS = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
_DOTTED = re.compile(r"(?<!\d)\d{1,2}\. ?\d{1,2}\. ?\d{4}(?!\d)")
_NOISE = re.compile(r"\b(?:on|at|of|the|first|last|updated|published|posted)\b|[|·•–—()]", re.I)
_ZONE = re.compile(
    r"\b(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|IST)\b|(?:(?<=:\d\d)|(?<=\.\d{3})| )[+-]\d\d:?\d\d$"
)
_LONGEST = 120
_DAY = re.compile(
    r"(?:\d{1,2}\.?\s+[^\W\d_]{3,}\.?,?|[^\W\d_]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?)\s+"
    r"(?:1[5-9]|20)\d\d(?!\d)"
    r"|\d{4}-\d\d-\d\d|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b"
)


@lru_cache(maxsize=1024)  # a page's lines are looked at for several reasons
def loose_date(words: str, *, day_first: bool = False) -> tuple[tv.TimeValue, float] | None:
    """The day (or month) that `words` name and how sure that is, 0 to 1; None without a year.

    Months may have their names in other European languages. `05.06.2016` is 5 June; `05/06/2016`
    is, with little confidence, 6 May, or 5 June with `day_first`.
    """
    if len(words) > _LONGEST:
        return None
    words = in_english(words)
    if not _HAS_DATE.search(words) or not _YEAR.search(words):
        return None
    from dateutil import parser as dateutil_parser

    plain = _ZONE.sub(" ", _NOISE.sub(" ", words))
    day_first = day_first or bool(_DOTTED.search(words))
    found = []
    for default in (datetime.datetime(1904, 1, 1), datetime.datetime(1908, 3, 31)):
        try:
            found.append(
                dateutil_parser.parse(
                    plain, default=default, fuzzy=True, ignoretz=True, dayfirst=day_first
                )
            )
        except (ValueError, OverflowError):
            return None
    first, second = found
    if first.year != second.year or first.month != second.month:
        return None
    if first.day != second.day:
        return tv.month(first.year, first.month), 0.8
    return tv.day(first.year, first.month, first.day), _confidence(words)


def day_words(words: str) -> str | None:
    """The words of a date line that name its day: what stands beside may have numbers, too."""
    for match in _DAY.finditer(in_english(words)):
        if loose_date(match[0]):
            return match[0]
    return words if loose_date(words) else None


def _confidence(words: str) -> float:
    numeric = _AMBIGUOUS.search(words)
    unclear = numeric and int(numeric[1]) <= 12 and int(numeric[2]) <= 12
    return 0.5 if unclear and numeric and numeric[1] != numeric[2] else 0.95
