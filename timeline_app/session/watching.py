"""Watched folders: new files in them are imported by themselves.

Folders are looked at every few seconds rather than followed by the system's notifications: those
don't reach network drives, and say nothing of a file that is still being written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_MS = 2_000
MOST_FILES = 100_000
"""What lies beyond is left: looking at it would take longer than the time between two looks."""

Look = dict[str, tuple[int, int]]
"""Files by path, each with its size in bytes and its time of change in nanoseconds."""

Read = Callable[[str, Callable[[], Any], Callable[[Any], None]], None]


class FolderWatch(QObject):
    """Tells of files that are new or have changed, once they hold still between two looks."""

    found = Signal(list)

    def __init__(self, read: Read, parent: QObject | None = None) -> None:
        """`read(purpose, job, done)` runs a job away from the GUI thread."""
        super().__init__(parent)
        self._read = read
        self._folders: tuple[str, ...] = ()
        self._told: Look = {}
        self._last: Look = {}
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def folders(self) -> tuple[str, ...]:
        """The watched folders."""
        return self._folders

    def set_folders(self, folders: Iterable[str]) -> None:
        """Watch these folders and no others; what lies in a new one counts as new."""
        self._folders = tuple(folders)
        inside = tuple(str(Path(folder, "")) for folder in self._folders)
        self._told = {path: state for path, state in self._told.items() if path.startswith(inside)}
        if self._folders:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Look into the folders now."""
        folders = self._folders
        self._read("watched folders", lambda: look_into(folders), self._compare)

    def _compare(self, now: Look) -> None:
        still = {path for path, state in now.items() if self._last.get(path) == state}
        fresh = sorted(path for path in still if self._told.get(path) != now[path])
        self._last = now
        self._told.update((path, now[path]) for path in fresh)
        if fresh:
            self.found.emit([Path(path) for path in fresh])


def look_into(folders: Iterable[str]) -> Look:
    """All files below `folders`; hidden ones and links to folders are left out.

    A folder that has gone, or can't be opened, is as one without files.
    """
    found: Look = {}
    for folder in folders:
        for where, inner, names in os.walk(folder):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            for name in names:
                if name.startswith("."):
                    continue
                path = os.path.join(where, name)  # noqa: PTH118 - a Path a file takes as long
                try:
                    status = os.stat(path)  # noqa: PTH116
                except OSError:
                    continue
                found[path] = (status.st_size, status.st_mtime_ns)
                if len(found) == MOST_FILES:
                    return found
    return found
