"""The publication date of an article whose file doesn't state it: from its dateline and years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.domain import timevalue as tv
from timeline_app.domain.records import Block, Published, Role
from timeline_app.domain.text import Span
from timeline_app.readers.dates import loose_date

_YEAR = re.compile(r"(?<![\d.,$€£-])(?:1[89]\d\d|20\d\d)(?![\d%]|,\d)")
_MONTH_DAY = re.compile(
    r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(\d{1,2})\b"
    r"|\b(\d{1,2})\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def published_by_text(text: str, blocks: Sequence[Block]) -> Published | None:
    """The dateline's day; its year may come from the latest year that the body names.

    None without a dateline that holds a day: dates in the body alone say too little.
    """
    for block in blocks:
        if block.role is not Role.DATELINE:
            continue
        words = block.span.slice(text)
        full = loose_date(re.sub(r"\([^)]*\)", " ", words)) or loose_date(words)
        if full:
            return Published(full[0], f"the dateline “{words}”", 0.9)
        return _with_year_of_body(text, blocks, block.span, words)
    return None


def _with_year_of_body(
    text: str, blocks: Sequence[Block], dateline: Span, words: str
) -> Published | None:
    match = _MONTH_DAY.search(words)
    years = _years(text, blocks, dateline)
    if not match or not years:
        return None
    month = _MONTHS.index((match[1] or match[4])[:3]) + 1
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
