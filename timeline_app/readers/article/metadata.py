"""Who published an article, when and by whom, from the lines around its body."""

from __future__ import annotations

import re

from timeline_app.domain.records import Block, Published, Role
from timeline_app.readers.article.dates import loose_date
from timeline_app.readers.article.linekinds import BYLINE_LABEL, OUTLET_LABEL, PUBLISHED_LABEL

_UPDATED = re.compile(r"(?:last )?(?:updated|modified)", re.I)
_SPLIT = re.compile(r"\s*(?:\||·|•|\s[–—-]\s)\s*")


def published_of(text: str, blocks: tuple[Block, ...]) -> Published | None:
    """The best publication line: one that says "published" before "updated" before bare dates."""
    found = []
    for block in blocks:
        if block.role is not Role.PUBLICATION:
            continue
        line = block.span.slice(text)
        label = PUBLISHED_LABEL.match(line)
        date = loose_date(line[label.end() :] if label else line)
        if date is None:
            continue
        value, confidence = date
        if _UPDATED.match(line):
            confidence *= 0.8
        elif not label:
            confidence *= 0.95
        found.append(Published(value, f"the line “{line}”", round(confidence, 2)))
    return max(found, key=lambda published: published.confidence, default=None)


def author_of(text: str, blocks: tuple[Block, ...]) -> str | None:
    """Names in the byline, without the "By"."""
    for block in blocks:
        if block.role is Role.BYLINE:
            words = BYLINE_LABEL.sub("", block.span.slice(text), count=1)
            return _SPLIT.split(words)[0].strip() or None
    return None


def outlet_of(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The outlet: its own line, a date line without its date, or the agency in the dateline."""
    for block in blocks:
        line = block.span.slice(text)
        if block.role is Role.PUBLICATION:
            outlet = _outlet_in(line)
            if outlet:
                return outlet
        if block.role is Role.BYLINE and "|" in line:
            return line.rsplit("|", 1)[1].strip() or None
        if block.role is Role.DATELINE:
            agency = re.search(r"\(([^)]+)\)", line)
            if agency:
                return agency[1]
    return None


def _outlet_in(line: str) -> str | None:
    label = OUTLET_LABEL.match(line)
    if label:
        return line[label.end() :].strip() or None
    if PUBLISHED_LABEL.match(line):
        return None
    for part in _SPLIT.split(line):
        if part and not re.search(r"\d", part) and part[0].isupper():
            return part.strip(" ,")
    return None
