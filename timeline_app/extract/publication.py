"""The publication date of an article whose file doesn't state it: from its dateline and years."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from timeline_app.domain import timevalue as tv
from timeline_app.domain.records import Block, Published, Role
from timeline_app.domain.text import Span
from timeline_app.readers.article.dates import loose_date
from timeline_app.readers.article.monthnames import in_english

_YEAR = re.compile(r"(?<![\d.,$€£-])(?:1[89]\d\d|20\d\d)(?![\d%]|,\d)")
_MONTH_DAY = re.compile(
    r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(\d{1,2})\b"
    r"|\b(\d{1,2})\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
)
_ABOUT = 3  # days between a dateline and the day that a file was saved under
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def published_by_text(
    text: str, blocks: Sequence[Block], named: datetime.date | None = None
) -> Published | None:
    """The dateline's day; its year may come from the latest year that the body names.

    `named` is the day in the file's name, which gives the year where it is about the same day.
    None without a dateline that holds a day: dates in the body alone say too little.
    """
    for block in blocks:
        if block.role is not Role.DATELINE:
            continue
        words = block.span.slice(text)
        full = loose_date(re.sub(r"\([^)]*\)", " ", words)) or loose_date(words)
        if full:
            return Published(full[0], f"the dateline “{words}”", 0.9)
        by_name = _with_year_of_name(words, named)
        return by_name or _with_year_of_body(text, blocks, block.span, words)
    return None


def _with_year_of_name(words: str, named: datetime.date | None) -> Published | None:
    match = _MONTH_DAY.search(in_english(words))
    if match is None or named is None:
        return None
    try:
        day = datetime.date(named.year, _month(match), int(match[2] or match[3]))
    except ValueError:
        return None
    if abs((named - day).days) > _ABOUT:
        return None
    evidence = f"the dateline “{words}” and the year {day.year} in the file's name"
    return Published(tv.day(day.year, day.month, day.day), evidence, 0.8)


def _month(match: re.Match[str]) -> int:
    return _MONTHS.index((match[1] or match[4])[:3]) + 1


def _with_year_of_body(
    text: str, blocks: Sequence[Block], dateline: Span, words: str
) -> Published | None:
    match = _MONTH_DAY.search(in_english(words))
    years = _years(text, blocks, dateline)
    if not match or not years:
        return None
    month = _month(match)
    day = int(match[2] or match[3])
    year = max(years)
    try:
        value = tv.day(year, month, day)
    except ValueError:
        return None
    evidence = f"the dateline “{words}” and {year}, the latest year that the article names"
    return Published(value, evidence, 0.6)


def _years(text: str, blocks: Sequence[Block], dateline: Span) -> list[int]:
    """Years named in the body, which begins after the dateline."""
    body = {Role.BODY, Role.QUOTATION, Role.TITLE}
    spans = [block.span for block in blocks if block.role in body]
    del dateline
    return [int(m[0]) for span in spans for m in _YEAR.finditer(text, span.start, span.end)]
