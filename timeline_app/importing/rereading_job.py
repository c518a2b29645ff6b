"""Reading many articles again in worker processes, each swapped in as soon as it is read."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass

from timeline_app.domain.display import counted
from timeline_app.domain.errors import UserFacingError
from timeline_app.domain.records import Article, ArticleId, ChangeSet
from timeline_app.importing.rereading import Reread, read_again
from timeline_app.importing.sized import Sized
from timeline_app.store import Edit, Library
from timeline_app.store.replacing import ReplaceReadings
from timeline_app.store.together import Together
from timeline_app.store.versions import differs

LOG = logging.getLogger(__name__)

_IN_FLIGHT = 8  # bounds memory and what a cancel has to drop
_PROGRESS_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class RereadProgress:
    """Articles done of `total`, the title read last, and what was written since the last progress.

    With the last one come `finished`, how many articles read `otherwise`, the titles that could
    not be read with the reason, and the edit that takes all back (None: nothing was written).
    """

    done: int
    total: int
    current: str
    changes: ChangeSet
    finished: bool = False
    otherwise: int = 0
    failures: tuple[tuple[str, str], ...] = ()
    inverse: Edit | None = None


class RereadJob:
    """Reads articles again; `on_update` is called from the job's own thread.

    What the user did with events stays; an article that reads as before isn't written.
    """

    def __init__(
        self,
        executor: Executor,
        library: Library,
        on_update: Callable[[RereadProgress], None],
    ) -> None:
        """`executor` runs `read_again`; at most 8 articles are with it at a time."""
        self._executor, self._library, self._on_update = executor, library, on_update
        self._cancelled = threading.Event()
        self._thread: threading.Thread | None = None
        self._changes = ChangeSet()
        self._inverses: list[Edit] = []
        self._failures: list[tuple[str, str]] = []
        self._last_update = 0.0

    def start(self, articles: Sequence[ArticleId]) -> None:
        """Begin in a thread of its own."""
        self._thread = threading.Thread(
            target=self.run, args=(articles,), name="reread job", daemon=True
        )
        self._thread.start()

    def cancel(self) -> None:
        """Stop; what was swapped in already stays, and can be undone."""
        self._cancelled.set()

    def wait(self) -> None:
        """Wait for the end."""
        if self._thread is not None:
            self._thread.join()

    def run(self, articles: Sequence[ArticleId]) -> None:
        """Read `articles` again in this thread; whoever waits for the last update gets one."""
        done, title = 0, ""
        try:
            for title, result in self._results(articles):
                done += 1
                self._take(title, result)
                self._update(done, len(articles), title)
        except Exception as error:  # noqa: BLE001 - told, and the library stays usable
            self._fail(title, error)
        count = len(self._inverses)
        label = f"Re-read {counted(count, 'article')}"
        inverse = Together(tuple(reversed(self._inverses)), label) if count else None
        self._on_update(
            RereadProgress(
                done,
                len(articles),
                title,
                self._changes,
                True,
                count,
                tuple(self._failures),
                inverse,
            )
        )

    def _results(
        self, articles: Sequence[ArticleId]
    ) -> Iterator[tuple[str, Reread | BaseException]]:
        """Titles with what was read, in order."""
        waiting = iter(articles)
        ahead: deque[tuple[str, Future[Reread]]] = deque()
        more = True
        while (more or ahead) and not self._cancelled.is_set():
            while more and len(ahead) < _IN_FLIGHT:
                identity = next(waiting, None)
                more = identity is not None
                if identity is not None:
                    ahead.append(self._submit(identity))
            if ahead and not ahead[0][1].done():
                wait([ahead[0][1]], timeout=_PROGRESS_SECONDS, return_when=FIRST_COMPLETED)
            while ahead and ahead[0][1].done():
                title, future = ahead.popleft()
                yield title, future.exception() or future.result()
        for _, future in ahead:
            future.cancel()

    def _submit(self, identity: ArticleId) -> tuple[str, Future[Reread]]:
        article: Article = self._library.article(identity)
        pins = {
            expression.span: expression.value
            for expression in self._library.expressions(identity)
            if expression.by_hand and expression.value is not None
        }
        original = self._library.original(identity)
        task = Sized(read_again, len(original))
        return article.title, self._executor.submit(task, article, original, pins)

    def _take(self, title: str, result: Reread | BaseException) -> None:
        if isinstance(result, BaseException):
            self._fail(title, result)
            return
        edit = ReplaceReadings(result.article, result.expressions, result.events)
        if self._library.read(lambda connection: differs(connection, edit)):
            applied = self._library.apply(edit)
            self._inverses.append(applied.inverse)
            self._changes |= applied.changes

    def _fail(self, title: str, error: BaseException) -> None:
        plain = isinstance(error, UserFacingError)
        if not plain:
            LOG.error("reading %r again failed", title, exc_info=error)
        reason = str(error) if plain else f"reading failed ({type(error).__name__})"
        self._failures.append((title, reason))

    def _update(self, done: int, total: int, title: str) -> None:
        now = time.monotonic()
        if now - self._last_update < _PROGRESS_SECONDS:
            return
        self._last_update = now
        changes, self._changes = self._changes, ChangeSet()
        self._on_update(RereadProgress(done, total, title, changes))
