"""A library: reads from any thread, writes through one."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from timeline_app.domain.errors import LibraryError
from timeline_app.domain.records import (
    Article,
    ArticleId,
    Event,
    EventId,
    TemporalExpression,
)
from timeline_app.store import reading, rows, summaries
from timeline_app.store.schema import check_newest, migrate
from timeline_app.store.summaries import ArticleSummary, EventSummary
from timeline_app.store.write_protected import NoWriter, connect_to_read, is_write_protected
from timeline_app.store.writer import Writer, connect, explained

if TYPE_CHECKING:
    import numpy

    from timeline_app.store.columns import EventTable
    from timeline_app.store.edits import Applied, Edit
    from timeline_app.store.pairs import Suggestion
    from timeline_app.store.snapshot import TableCache

T = TypeVar("T")
_CATCH_UP_SECONDS = 5
"""Time that opening may take to group what an older version of this program imported."""
_STEPS = 20_000
"""Steps of SQLite's machine, about a millisecond, between two looks at whether to go on."""


class Library:
    """One SQLite file. Reads see what is committed; every write is an `Edit`."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Use `open`, which makes and checks the file."""
        self.path = path
        self.read_only = read_only
        self._local = threading.local()
        self._readers: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._tables: TableCache | None = None
        self._written = False
        self._writer = NoWriter() if read_only else Writer(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a library, making it where there is none; `read_only` where it can't be written.

        Raises LibraryError, with the reason in plain words, when the file can't be used.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _refuse_other_files(path)
            if is_write_protected(path):
                with contextlib.closing(connect_to_read(path)) as connection:
                    check_newest(connection)
                return cls(path, read_only=True)
            connection = connect(path)
            try:
                migrate(connection)
                connection.execute("PRAGMA journal_mode = WAL")
                if connection.execute("SELECT 1 FROM ungrouped LIMIT 1").fetchone():
                    from timeline_app.store import groups  # no start waits for it needlessly

                    groups.catch_up(connection, _CATCH_UP_SECONDS)
            finally:
                connection.close()
        except OSError as error:
            msg = f"the library's folder can't be used: {error.strerror}"
            raise LibraryError(msg) from error
        except sqlite3.Error as error:
            raise explained(error) from error
        return cls(path)

    def close(self) -> None:
        """Finish pending writes and let go of the file."""
        if not self.read_only and (self._written or self._tables is not None):
            with contextlib.suppress(LibraryError):  # what can't be kept is made anew
                if self.read(rows.much_was_touched):
                    self.keep_table()
        self._writer.close()
        with self._lock:
            for connection in self._readers:
                connection.close()
            self._readers.clear()

    def __enter__(self) -> Self:
        """The library itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()

    def copy_to(self, path: Path) -> None:
        """Write the library, as it stands, into the new file `path`.

        Raises LibraryError where there is such a file, and where it can't be written.
        """
        if path.exists():
            msg = "there is a file of that name"
            raise LibraryError(msg)
        part = path.with_name(f".{path.name}.part")
        try:
            part.unlink(missing_ok=True)
            with contextlib.closing(connect(part)) as copy:
                self.read(lambda connection: connection.backup(copy))
            part.rename(path)
        except sqlite3.Error as error:
            raise explained(error) from error
        except OSError as error:
            raise LibraryError(error.strerror or str(error)) from error

    # Writes

    def submit(self, edit: Edit, wanted: Callable[[], bool] | None = None) -> Future[Applied]:
        """Queue an edit for the writer; the future raises LibraryError if it fails.

        Once `wanted`, asked every few milliseconds while it is written, says no, nothing of it is.
        """
        self._written = True
        return self._writer.submit(edit.apply, wanted)

    def apply(self, edit: Edit) -> Applied:
        """Do an edit and wait for it; raises LibraryError if it fails."""
        return self.submit(edit).result()

    # Reads

    def article(self, article: ArticleId) -> Article:
        """An article with its text; raises KeyError for an unknown id."""
        return self.read(lambda connection: reading.article(connection, article))

    def original(self, article: ArticleId) -> bytes:
        """The bytes of the file that an article was read from; KeyError for an unknown id."""
        row = self._one(
            "SELECT bytes FROM original JOIN article USING (sha256) WHERE article.id = ?",
            [article],
        )
        return bytes(row[0])

    def imported_at(self, article: ArticleId) -> str:
        """When an article was imported, ISO 8601 in UTC; KeyError for an unknown id."""
        return str(self._one("SELECT imported_at FROM article WHERE id = ?", [article])[0])

    def knows(self, sha256: str) -> bool:
        """True when a file with this hash was imported and not removed."""
        query = "SELECT EXISTS (SELECT 1 FROM article WHERE sha256 = ? AND NOT deleted)"
        return bool(self._one(query, [sha256])[0])

    def summaries(self, events: Mapping[ArticleId, int] | None = None) -> list[ArticleSummary]:
        """All articles in order of import; `events` are their counts, if they are known already."""
        return self.read(lambda connection: summaries.of_articles(connection, events))

    def is_empty(self) -> bool:
        """True when there are no articles."""
        return not self._one("SELECT EXISTS (SELECT 1 FROM article WHERE NOT deleted)", [])[0]

    def article_ids(self) -> list[ArticleId]:
        """Ids of all articles in order of import."""
        return [row[0] for row in self._all("SELECT id FROM article WHERE NOT deleted ORDER BY id")]

    def event_ids(self) -> list[EventId]:
        """Ids of all events in time order."""
        query = (
            "SELECT id FROM event WHERE NOT deleted ORDER BY sort_start, sort_grain, sort_end, id"
        )
        return [row[0] for row in self._all(query)]

    def events(self, ids: Iterable[EventId] | None = None) -> list[Event]:
        """Events in time order; all of them when `ids` is None. Unknown ids are left out."""
        wanted = self.event_ids() if ids is None else ids
        return self.read(lambda connection: reading.events(connection, wanted))

    def events_of(self, article: ArticleId) -> list[Event]:
        """Events that an article reports, in time order."""
        query = "SELECT DISTINCT event FROM mention WHERE article = ?"
        return self.events(row[0] for row in self._all(query, [article]))

    def quote(self, event: EventId) -> str:
        """What the first source of an event says; empty for an event that has gone."""
        return self.read(lambda connection: reading.quote(connection, event))

    def event_summaries(self, ids: Sequence[EventId]) -> dict[EventId, EventSummary]:
        """What lists and cards show, by id; unknown ids are left out."""
        firsts = self.originals()
        return {event.id: summaries.of_event(event, firsts) for event in self.events(ids)}

    def originals(self) -> dict[ArticleId, ArticleId]:
        """Articles that reprint another, each with the one that it copies."""
        query = "SELECT id, copies_of FROM article WHERE copies_of IS NOT NULL AND NOT deleted"
        return {row[0]: row[1] for row in self._all(query)}

    def copied_titles(self, sha256s: Iterable[str]) -> dict[tuple[str, str | None], str]:
        """Articles out of these files that reprint another, by hash and part: its title."""

        def found(connection: sqlite3.Connection) -> dict[tuple[str, str | None], str]:
            titles: dict[tuple[str, str | None], str] = {}
            for batch, marks in rows.batches(sha256s):
                query = (
                    "SELECT copy.sha256, copy.part, first.title FROM article AS copy"
                    " JOIN article AS first ON first.id = copy.copies_of"
                    f" WHERE copy.sha256 IN ({marks}) AND NOT copy.deleted"
                )
                for sha256, part, title in connection.execute(query, batch):
                    titles[sha256, part] = title
            return titles

        return self.read(found)

    def leads_of(self, reports: Iterable[EventId]) -> dict[EventId, EventId]:
        """The events that reports are shown under; those that stand for themselves are left out."""
        found: dict[EventId, EventId] = {}
        for batch, marks in rows.batches(reports):
            query = f"SELECT id, merged_into FROM event WHERE id IN ({marks})"
            found |= {row[0]: row[1] for row in self._all(query, batch) if row[1] is not None}
        return found

    def suggested_merges(self, most: int = 500) -> list[Suggestion]:
        """Pairs of events that may be one, the likeliest first."""
        from timeline_app.store import pairs

        return self.read(lambda connection: pairs.suggestions(connection, most))

    def expressions(self, article: ArticleId) -> list[TemporalExpression]:
        """Temporal expressions of an article in the order of its text."""
        return self.read(lambda connection: reading.expressions(connection, article))

    def search(self, text: str) -> list[EventId]:
        """Events whose title or passage holds every word of `text` (the last may be cut short)."""
        terms = _match_terms(text)
        if not terms:
            return []
        query = (
            "SELECT event.id FROM event_search JOIN event ON event.id = event_search.rowid"
            " WHERE event_search MATCH ? AND NOT deleted ORDER BY sort_start, sort_grain, sort_end"
        )
        return [row[0] for row in self._all(query, [terms])]

    def search_ids(
        self, text: str, wanted: Callable[[], bool] = lambda: True
    ) -> numpy.ndarray | None:
        """What `search` finds, as sorted int64 ids; None once `wanted` says that nobody waits.

        Takes a tenth of a second where a million events match.
        """
        import numpy as np

        terms = _match_terms(text)
        if not terms:
            return np.empty(0, np.int64)

        def found(connection: sqlite3.Connection) -> str | None:
            # One string is faster to fetch than a million rows.
            query = "SELECT group_concat(rowid) FROM event_search WHERE event_search MATCH ?"
            connection.set_progress_handler(lambda: not wanted(), _STEPS)
            try:
                ids: str | None = connection.execute(query, [terms]).fetchone()[0]
                return ids
            finally:
                connection.set_progress_handler(None, 0)

        try:
            return np.fromstring(self.read(found) or "", np.int64, sep=",")
        except LibraryError:
            if wanted():
                raise
            return None

    # Imports that were begun

    def hashes_of(self, path: str, *, removed: bool = False) -> frozenset[str]:
        """SHA-256 of the files imported from this path; with `removed` also of removed ones."""
        query = "SELECT DISTINCT sha256 FROM article WHERE path = ? AND (NOT deleted OR ?)"
        return frozenset(row[0] for row in self._all(query, [path, removed]))

    def pending(self) -> list[tuple[str, str]]:
        """Paths of imports that have begun and not ended, each with the import's options."""
        return [tuple(row) for row in self._all("SELECT path, options FROM pending_import")]

    def note_pending(self, paths: Iterable[str], options: str) -> Future[None]:
        """Remember that `paths` are about to be imported."""
        listed = list(paths)
        return self._writer.submit(
            lambda connection: rows.note_pending(connection, listed, options)
        )

    def forget_pending(self, paths: Iterable[str]) -> Future[None]:
        """The import of `paths` has ended."""
        listed = list(paths)
        return self._writer.submit(lambda connection: rows.forget_pending(connection, listed))

    def watched_folders(self) -> list[str]:
        """Folders whose new files are to be imported by themselves."""
        return [row[0] for row in self._all("SELECT path FROM watched_folder ORDER BY path")]

    def watch_folder(self, path: str, *, watch: bool) -> Future[None]:
        """Watch a folder from now on, or no longer."""
        return self._writer.submit(lambda file: rows.watch_folder(file, path, watch=watch))

    def version(self) -> int:
        """A number that is another one, for the same thread, once anything was written."""
        return int(self._one("PRAGMA data_version", [])[0])

    def table(self) -> EventTable:
        """All living events as arrays."""
        return self.read(self._table_cache().table)

    def columns(self) -> dict[str, numpy.ndarray]:
        """The columns of `table`."""
        return self.table().columns

    def keep_table(self) -> Future[None]:
        """Let the writer store `table` if much was written since; opening is quicker then."""
        return self._writer.submit(self._keep_table)

    def _keep_table(self, connection: sqlite3.Connection) -> None:
        if rows.much_was_touched(connection):
            self._table_cache().keep(connection)

    def _table_cache(self) -> TableCache:
        from timeline_app.store.snapshot import TableCache

        with self._lock:
            if self._tables is None:
                self._tables = TableCache()
            return self._tables

    def _one(self, query: str, values: Sequence[object]) -> sqlite3.Row:
        found = self.read(lambda connection: connection.execute(query, values).fetchone())
        if found is None:
            raise KeyError(*values)
        row: sqlite3.Row = found
        return row

    def _all(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        return self.read(lambda connection: connection.execute(query, values).fetchall())

    def read(self, query: Callable[[sqlite3.Connection], T]) -> T:
        """What a query of this package's modules finds; raises LibraryError if it fails."""
        try:
            return query(self._connection())
        except sqlite3.Error as error:
            raise explained(error) from error

    def _connection(self) -> sqlite3.Connection:
        """This thread's own connection: SQLite lets readers go on while the writer works."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = (connect_to_read if self.read_only else connect)(self.path)
            connection.execute("PRAGMA query_only = ON")
            self._local.connection = connection
            with self._lock:
                self._readers.append(connection)
        return connection


def _match_terms(text: str) -> str:
    """FTS5's words for "every word of `text`, the last may be cut short"; empty without words."""
    words = [word.replace('"', "") for word in text.split()]
    terms = " ".join(f'"{word}"' for word in words if word)
    return f"{terms}*" if terms else ""


def _refuse_other_files(path: Path) -> None:
    """SQLite would write over a file too short for its header."""
    if path.exists() and (size := path.stat().st_size):
        try:
            with path.open("rb") as file:
                start = file.read(16)
        except OSError as error:
            msg = f"the library's file can't be read: {error.strerror}"
            raise LibraryError(msg) from error
        if size < 512 or start != b"SQLite format 3\0":
            msg = "this file is not a Timeline App library"
            raise LibraryError(msg)
