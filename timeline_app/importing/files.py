"""Which files an import takes from the paths that a user names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline_app.domain.errors import UnreadableFile
from timeline_app.importing.worker import Clipping

Item = Path | Clipping
"""What a user can ask to import: a file, a folder, or text without a file."""


def listed(items: Iterable[Item]) -> Iterator[tuple[Item, UnreadableFile | None]]:
    """Each file to import; folders are walked in order of names, links to folders aren't followed.

    A folder with nothing in it, or that can't be opened, comes with the reason.
    """
    for path in items:
        if isinstance(path, Clipping) or not path.is_dir():
            yield path, None
            continue
        found = False
        for file, reason in _walk(path):
            found = True
            yield file, reason
        if not found:
            yield path, UnreadableFile("The folder holds no files.")


def _walk(folder: Path) -> Iterator[tuple[Path, UnreadableFile | None]]:
    unreadable: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(where, name), None
    for error in unreadable:
        reason = UnreadableFile(f"The folder can't be opened: {error.strerror}.")
        yield Path(error.filename or folder), reason
