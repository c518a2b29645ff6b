"""The date that a program put into a file: a weak, marked guess at a date of publication."""

from __future__ import annotations

import datetime
import re

from timeline_app.domain import timevalue as tv
from timeline_app.domain.records import Block, Published, Role

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def published_by_file(
    made: datetime.date | None, text: str, blocks: tuple[Block, ...], evidence: str
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
    return Published(tv.day(made.year, made.month, made.day), evidence, 0.4)


def guess_warning(evidence: str) -> str:
    """What the import's report says of such a date."""
    return f"The date of publication was guessed from {evidence}."
