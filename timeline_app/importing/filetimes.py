"""When a file was last changed, where that says something: not of copies and fresh checkouts."""

from __future__ import annotations

import datetime
import os
import stat
from itertools import islice
from pathlib import Path

_LOOKED_AT = 20
"""Other files of the folder; a folder may hold a hundred thousand."""
_FEWEST = 3
_TOGETHER = 60
"""Seconds within which a copy or a checkout writes a folder's files."""
_FIRST_YEAR = 1990


def changed_day(path: Path, today: datetime.date) -> datetime.date | None:
    """The day, in local time, on which a file was last changed.

    None where it can't be told, where it is today or later, for then the file was copied or
    written just now, and where most files beside it were written within the same minute: then it
    is the day of a copy, and says nothing of any of them.
    """
    try:
        moment = path.stat().st_mtime
        day = datetime.datetime.fromtimestamp(moment).date()
        together = _written_together(path, moment)
    except (OSError, OverflowError, ValueError):
        return None
    return day if day.year >= _FIRST_YEAR and day < today and not together else None


def _written_together(path: Path, moment: float) -> bool:
    with os.scandir(path.parent) as entries:
        others = [entry for entry in islice(entries, _LOOKED_AT) if entry.name != path.name]
        states = [entry.stat(follow_symlinks=False) for entry in others]
    times = [state.st_mtime for state in states if stat.S_ISREG(state.st_mode)]
    near = sum(abs(time - moment) <= _TOGETHER for time in times)
    return len(times) >= _FEWEST and 2 * near > len(times)
