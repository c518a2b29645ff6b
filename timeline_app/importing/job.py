"""One import: files go to an executor, articles come back and go into the library in batches."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field

from timeline_app.domain.errors import UnreadableFile, UserFacingError
from timeline_app.domain.records import ChangeSet
from timeline_app.importing import pending
from timeline_app.importing.batches import Batches, Failed, Stored
from timeline_app.importing.files import Item, listed
from timeline_app.importing.report import ImportProgress, ImportReport, ImportRow, Outcome
from timeline_app.importing.sized import Sized
from timeline_app.importing.worker import (
    Clipping,
    ImportOptions,
    digest_clipping,
    digest_file,
    size_of,
)
from timeline_app.store import Library, RemoveArticles
from timeline_app.store.prepared import PreparedArticle

logger = logging.getLogger(__name__)

_PROGRESS_SECONDS = 0.1
_AHEAD = 64
_IN_FLIGHT = 8  # bounds memory and what a cancel has to drop

_Reading = Future[list[PreparedArticle] | None]


@dataclass(slots=True)
class _Tally:
    """What is known so far."""

    rows: list[ImportRow] = field(default_factory=list)
    added: list[int] = field(default_factory=list)
    changes: ChangeSet = field(default_factory=ChangeSet)
    current: str = ""
    articles: int = 0
    events: int = 0


class ImportJob:
    """Imports files into a library; `on_update` is called from the job's own thread.

    What is committed stays committed whatever happens to the rest.
    """

    def __init__(
        self,
        executor: Executor,
        library: Library,
        on_update: Callable[[ImportProgress], None],
        options: ImportOptions | None = None,
        *,
        asked: bool = True,
    ) -> None:
        """`executor` runs `digest_file`; at most 8 files are with it at a time.

        When it wasn't `asked` for, files that the user has removed from the library stay away.
        """
        self._asked = asked
        self._library = library
        self._executor = executor
        self._on_update = on_update
        self._options = options or ImportOptions()
        self._cancelled = threading.Event()
        self._resumable = False
        self._thread: threading.Thread | None = None
        self._tally = _Tally()
        self._batches = Batches(library)
        self._started = self._last_update = 0.0

    def start(self, items: Sequence[Item]) -> None:
        """Begin in a thread of its own."""
        self._thread = threading.Thread(
            target=self._run_to_the_end, args=(items,), name="import job", daemon=True
        )
        self._thread.start()

    def _run_to_the_end(self, items: Sequence[Item]) -> None:
        """Whoever waits for the last update gets one, whatever happens."""
        try:
            self.run(items)
        except Exception as error:  # noqa: BLE001 - told, and the library stays usable
            self._count(self._batches.stop())
            self._refuse("the rest", error)
            self._finish(len(self._tally.rows))

    def cancel(self, *, resumable: bool = False) -> None:
        """Stop taking files; those that are being read are given up.

        With `resumable` the library remembers the import, for a later start to go on with.
        """
        self._resumable = resumable
        self._cancelled.set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for the end, at most `timeout` seconds; True when it has ended."""
        if self._thread is not None:
            self._thread.join(timeout)
        return self._thread is None or not self._thread.is_alive()

    def run(self, items: Sequence[Item]) -> ImportReport:
        """Import `items` in this thread and return the report; the last update has it too."""
        files = list(listed(items))
        pending.remember(self._library, items, self._options)
        self._import(files)
        if not (self._cancelled.is_set() and self._resumable):
            pending.forget(self._library, items)
        return self._finish(len(files))

    def _import(self, files: list[tuple[Item, UnreadableFile | None]]) -> None:
        self._started = time.monotonic()
        self._update(len(files))  # a long first file is no reason to show nothing
        for found in self._results(files):
            if found is not None:
                self._take(*found)
            self._count(self._batches.go_on())
            self._update(len(files))
        self._stop_if_cancelled()
        for ended in self._batches.finish():
            self._count(ended)
            self._stop_if_cancelled()
            self._update(len(files))

    def _stop_if_cancelled(self) -> None:
        if self._cancelled.is_set():
            self._count(self._batches.stop())

    def _finish(self, total: int) -> ImportReport:
        tally = self._tally
        inverse = RemoveArticles(tuple(tally.added), "Import") if tally.added else None
        rows, cancelled = tuple(tally.rows), self._cancelled.is_set()
        report = ImportReport(rows, tally.events, inverse, cancelled, self._asked)
        self._update(total, report)
        return report

    def _results(
        self, files: list[tuple[Item, UnreadableFile | None]]
    ) -> Iterator[tuple[str, list[PreparedArticle] | BaseException | None] | None]:
        """Each file's articles, or why there are none, in the order of the files.

        None now and then, while a file takes long.

        The order makes an import the same each time; a slow file holds the others back only
        once `_AHEAD` of them wait behind it.
        """
        waiting = iter(files)
        ahead: deque[tuple[str, _Reading]] = deque()
        more = True
        while (more or ahead) and not self._cancelled.is_set():
            while more and self._has_room(ahead):
                entry = next(waiting, None)
                more = entry is not None
                if entry is not None:
                    ahead.append((_name(entry[0]), self._read(*entry)))
            while ahead and ahead[0][1].done():
                path, future = ahead.popleft()
                yield path, future.exception() or future.result()
            running = [future for _, future in ahead if not future.done()]
            wait(running, timeout=_PROGRESS_SECONDS, return_when=FIRST_COMPLETED)
            yield None
        for _, future in ahead:
            future.cancel()

    def _read(self, item: Item, reason: UnreadableFile | None) -> _Reading:
        if reason is not None:
            refused: _Reading = Future()
            refused.set_exception(reason)
            return refused
        if isinstance(item, Clipping):
            task = Sized(digest_clipping, len(item.data))
            return self._executor.submit(task, item, self._options)
        known = self._library.hashes_of(str(item), removed=not self._asked)
        task = Sized(digest_file, size_of(item))
        return self._executor.submit(task, str(item), self._options, known)

    @staticmethod
    def _has_room(ahead: deque[tuple[str, _Reading]]) -> bool:
        running = sum(not future.done() for _, future in ahead)
        return running < _IN_FLIGHT and len(ahead) < _AHEAD

    def _take(self, path: str, result: list[PreparedArticle] | BaseException | None) -> None:
        self._tally.current = path
        if isinstance(result, BaseException):
            self._refuse(path, result)
            return
        fresh = [
            article
            for article in result or ()
            if article not in self._batches and not self._library.knows(article.sha256)
        ]
        outcome = Outcome.IMPORTED if fresh else Outcome.ALREADY_THERE
        row = ImportRow(
            path,
            outcome,
            articles=len(fresh),
            events=sum(len(article.events) for article in fresh),
            warnings=tuple(warning for article in fresh for warning in article.warnings),
        )
        if fresh:
            self._batches.add(row, fresh)
        else:
            self._tally.rows.append(row)

    def _refuse(self, path: str, error: BaseException) -> None:
        if isinstance(error, UserFacingError):
            reason = str(error)
        else:
            logger.error("reading %s failed", path, exc_info=error)
            reason = f"Reading it failed ({type(error).__name__}); please report this file."
        self._tally.rows.append(ImportRow(path, Outcome.REFUSED, reason))

    def _count(self, ended: Stored | Failed | None) -> None:
        """Take note of a batch whose writing has ended; a failure refuses its files, no others."""
        if isinstance(ended, Failed):
            for row in ended.rows:
                self._refuse(row.path, ended.error)
        if not isinstance(ended, Stored):
            return
        tally, changes = self._tally, ended.applied.changes
        tally.rows.extend(ended.rows)
        tally.added.extend(sorted(changes.articles.added))
        tally.changes |= changes
        tally.articles += sum(row.articles for row in ended.rows)
        tally.events += len(changes.events.added) - len(changes.events.removed)

    def _update(self, total: int, report: ImportReport | None = None) -> None:
        now = time.monotonic()
        if report is None and now - self._last_update < _PROGRESS_SECONDS:
            return
        self._last_update = now
        tally = self._tally
        progress = ImportProgress(
            len(tally.rows) + self._batches.files,
            total,
            tally.current,
            tally.articles,
            tally.events,
            tally.changes,
            report,
            now - self._started,
        )
        tally.changes = ChangeSet()
        self._on_update(progress)


def _name(item: Item) -> str:
    return item.name if isinstance(item, Clipping) else str(item)
