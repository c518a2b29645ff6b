"""Libraries that can be read but not written: write-protected files, folders and disks."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from timeline_app.domain.errors import LibraryError

T = TypeVar("T")


def is_write_protected(path: Path) -> bool:
    """True for a file that is there and can't be changed, or whose folder takes no new file.

    SQLite needs both: it keeps the latest changes in a file beside the library's.
    """
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that only reads, also where nothing can be written.

    Raises LibraryError where the latest changes lie beside the file and can't be read in its
    place, and sqlite3.Error for a file that is no library.
    """
    log = path.with_name(f"{path.name}-wal")
    if not log.exists():  # nobody writes to it, and nothing may be left beside it
        return _connected(path, "immutable=1")
    try:
        return _connected(path, "mode=ro")
    except sqlite3.OperationalError as error:
        if not log.stat().st_size:
            return _connected(path, "immutable=1")
        msg = (
            f"its latest changes are in {log.name}; copy both files to a folder that can be"
            " written, and open the library there"
        )
        raise LibraryError(msg) from error


def _connected(path: Path, way: str) -> sqlite3.Connection:
    """`way`: how SQLite is to open the file (https://www.sqlite.org/uri.html)."""
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?{way}",
        timeout=10,
        isolation_level=None,
        check_same_thread=False,
        uri=True,
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


class NoWriter:
    """Stands in for the writer of a library that can't be written: each job fails."""

    def submit(
        self, job: Callable[[sqlite3.Connection], T], wanted: Callable[[], bool] | None = None
    ) -> Future[T]:
        """A future that raises LibraryError."""
        future: Future[Any] = Future()
        future.set_exception(LibraryError("the library is read-only"))
        return future

    def close(self) -> None:
        """Nothing waits."""
