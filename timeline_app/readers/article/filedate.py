"""Dates in a file's name, and those that programs put into files: marked guesses of last resort."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import PurePosixPath

from timeline_app.domain import timevalue as tv
from timeline_app.domain.records import Block, Published, Role
from timeline_app.readers.base import ReadArticle

_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)"
)
_DAY_FIRST = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)(?!\d)")
_BY_NAME, _BY_CHANGE = 0.6, 0.2
CHANGED = "the file's modified time"
"""Evidence of a publication date for which there was nothing better."""
_GUESSED = "The date of publication was guessed from "
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def published_by_file(
    made: datetime.date | None,
    text: str,
    blocks: tuple[Block, ...],
    evidence: str,
    confidence: float = 0.4,
) -> Published | None:
    """The day a file was made, if no dateline says better and the text doesn't speak against it.

    It counts only when the text names no year, or names last that year or the one before:
    a document of 1990 that was saved again last week was not published last week.
    """
    if made is None or any(block.role is Role.DATELINE for block in blocks):
        return None
    years = [int(found) for found in _YEAR.findall(text)]
    if years and max(years) not in {made.year, made.year - 1}:
        return None
    return Published(tv.day(made.year, made.month, made.day), evidence, confidence)


def published_by_change(
    changed: datetime.date | None, text: str, blocks: tuple[Block, ...]
) -> Published | None:
    """The day a file was last changed, the weakest of all guesses.

    It counts only when the text itself names no year: then nothing else dates it.
    """
    if _YEAR.search(text):
        return None
    return published_by_file(changed, text, blocks, CHANGED, _BY_CHANGE)


def guess_warning(evidence: str) -> str:
    """What the import's report says of such a date."""
    return f"{_GUESSED}{evidence}."


def day_in_name(name: str) -> datetime.date | None:
    """The day in a file's name: of `2016-05-20 embargo.pdf`, `20160520.txt`, `20.5.2016.txt`."""
    match = _IN_NAME.search(name)
    parts = (match[1], match[3], match[4]) if match else None
    if parts is None and (match := _DAY_FIRST.search(name)):
        parts = (match[3], match[2], match[1])
    try:
        return datetime.date(*(int(part) for part in parts)) if parts else None
    except ValueError:
        return None


def dated_by_name(articles: list[ReadArticle], name: str) -> list[ReadArticle]:
    """The articles; one that is a file of its own and has no better date gets that of its name.

    `name` is the file's; files in archives have names of their own.
    """
    alone = len(articles) == 1
    return [_dated(article, name, alone) for article in articles]


def _dated(article: ReadArticle, name: str, alone: bool) -> ReadArticle:
    if article.published is not None and article.published.confidence >= _BY_NAME:
        return article
    inner = PurePosixPath(article.part or "").name
    if article.part is not None and (not PurePosixPath(inner).suffix or "#" in inner):
        inner = ""  # a number in a table or mailbox, an address
    own = inner or (name if alone and article.part is None else "")
    day = day_in_name(own)
    evidence = f"the file's name “{own}”"
    found = published_by_file(day, article.text, article.blocks, evidence, _BY_NAME)
    if found is None:
        return article
    kept = tuple(words for words in article.warnings if not words.startswith(_GUESSED))
    return replace(article, published=found, warnings=(*kept, guess_warning(evidence)))
