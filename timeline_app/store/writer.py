"""The one thread that writes: jobs run in order, each in a transaction of its own."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from queue import SimpleQueue
from typing import Any, TypeVar

from timeline_app.domain.errors import LibraryError

T = TypeVar("T")

_CACHE_KIB = 32 * 1024  # indexes of words are written all over: fewer pages are read again
_LOG_PAGES = 8_000  # 32 MB: a page that many commits change is copied back once

_STEPS = 20_000  # of SQLite's machine, about a millisecond

Job = tuple[Callable[[sqlite3.Connection], Any], "Callable[[], bool] | None", "Future[Any]"]


def connect(path: Path) -> sqlite3.Connection:
    """A connection to a library file, foreign keys checked; waits 10 s for a lock."""
    connection = sqlite3.connect(path, timeout=10, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def explained(error: sqlite3.Error) -> LibraryError:
    """A database failure in plain words."""
    text = str(error)
    words = {
        "full": "the disk is full",
        "readonly": "the library is read-only",
        "unable to open": "the library's file can't be opened",
        "locked": "another program is using the library",
        "not a database": "this file is not a Timeline App library",
        "malformed": "the library's file is damaged",
        "disk I/O": "the disk can't be read or written",
        "interrupted": "it was stopped",
    }
    plain = next((words[key] for key in words if key in text), text)
    return LibraryError(plain)


class Writer:
    """Owns the writing connection. Jobs are functions of it; each commits or leaves no trace."""

    def __init__(self, path: Path) -> None:
        """Start the thread; the file must exist with its schema."""
        self._path = path
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="library writer", daemon=True)
        self._thread.start()

    def submit(
        self, job: Callable[[sqlite3.Connection], T], wanted: Callable[[], bool] | None = None
    ) -> Future[T]:
        """Queue a job; its future gives the result, or LibraryError for a database failure.

        It is broken off, and leaves no trace, once `wanted` says no.
        """
        future: Future[T] = Future()
        self._jobs.put((job, wanted, future))
        return future

    def close(self) -> None:
        """Finish what is queued, then end the thread."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        connection = connect(self._path)
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        while (item := self._jobs.get()) is not None:
            job, wanted, future = item
            if future.set_running_or_notify_cancel():
                connection.set_progress_handler(wanted and _unless(wanted), _STEPS)
                self._settle(connection, job, future)
        connection.close()

    @staticmethod
    def _settle(
        connection: sqlite3.Connection,
        job: Callable[[sqlite3.Connection], Any],
        future: Future[Any],
    ) -> None:
        try:
            connection.execute("BEGIN IMMEDIATE")
            result = job(connection)
            connection.execute("COMMIT")
        except BaseException as error:  # noqa: BLE001 - handed to whoever waits for the job
            if connection.in_transaction:  # a full disk has rolled back by itself
                connection.execute("ROLLBACK")
            future.set_exception(explained(error) if isinstance(error, sqlite3.Error) else error)
        else:
            future.set_result(result)


def _unless(wanted: Callable[[], bool]) -> Callable[[], bool]:
    return lambda: not wanted()
