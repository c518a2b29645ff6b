"""What was read goes into the library in batches, written while more is being read."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass, replace

from timeline_app.domain.errors import UserFacingError
from timeline_app.importing.report import ImportRow
from timeline_app.store import AddArticles, Applied, Library
from timeline_app.store.prepared import PreparedArticle

_ARTICLES = 50
_SECONDS = 0.25
_MOST_WAITING = 4 * _ARTICLES  # then reading waits for writing: bounds memory
_GRACE_SECONDS = 0.1

Taken = tuple[ImportRow, list[PreparedArticle]]
"""A file and its articles: all go into the library at once, or none."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A batch that was written, with the files that it came from."""

    rows: tuple[ImportRow, ...]
    applied: Applied


@dataclass(frozen=True, slots=True)
class Failed:
    """A batch that could not be written: nothing of it is in the library."""

    rows: tuple[ImportRow, ...]
    error: UserFacingError


class Batches:
    """Articles on their way into a library; one batch at a time is being written."""

    def __init__(self, library: Library) -> None:
        """Nothing is on its way yet."""
        self._library = library
        self._waiting: list[Taken] = []
        self._writing: list[Taken] = []
        self._future: Future[Applied] | None = None
        self._known: set[tuple[str, str | None]] = set()
        self._stopped = threading.Event()
        self._last = time.monotonic()

    @property
    def files(self) -> int:
        """Files whose articles are on their way."""
        return len(self._waiting) + len(self._writing)

    def __contains__(self, article: PreparedArticle) -> bool:
        """True when the article is on its way already."""
        return (article.sha256, article.part) in self._known

    def add(self, row: ImportRow, articles: list[PreparedArticle]) -> None:
        """Send the articles of a file on their way."""
        self._waiting.append((row, articles))
        self._known.update((article.sha256, article.part) for article in articles)

    def go_on(self) -> Stored | Failed | None:
        """Write what is due; gives a batch whose writing has ended."""
        ended, count = None, _count(self._waiting)
        if self._future is not None and count >= _MOST_WAITING:
            wait([self._future])
        if self._future is not None and self._future.done():
            ended = self._ended(self._future)
        late = bool(self._waiting) and time.monotonic() - self._last > _SECONDS
        if self._future is None and (count >= _ARTICLES or late):
            self._write()
        return ended

    def finish(self) -> Iterator[Stored | Failed | None]:
        """Write all that is left; gives None now and then, while that takes long."""
        while self._future is not None or self._waiting:
            if self._future is None:
                self._write()
                continue
            wait([self._future], _GRACE_SECONDS)
            yield self._ended(self._future) if self._future.done() else None

    def stop(self) -> Stored | Failed | None:
        """Drop what isn't written within a moment; gives what was."""
        self._waiting.clear()
        if self._future is None:
            return None
        wait([self._future], _GRACE_SECONDS)
        self._stopped.set()
        ended = self._ended(self._future)
        return ended if isinstance(ended, Stored) else None

    def _write(self) -> None:
        """Whole files, as many as have `_ARTICLES`."""
        while self._waiting and _count(self._writing) < _ARTICLES:
            self._writing.append(self._waiting.pop(0))
        articles = tuple(article for _, some in self._writing for article in some)
        self._future = self._library.submit(
            AddArticles(articles), wanted=lambda: not self._stopped.is_set()
        )
        self._last = time.monotonic()

    def _ended(self, future: Future[Applied]) -> Stored | Failed:
        error = future.exception()
        taken, self._writing, self._future = self._writing, [], None
        self._known.difference_update((a.sha256, a.part) for _, some in taken for a in some)
        if error is None:
            return Stored(self._with_copies_told(taken), future.result())
        if isinstance(error, UserFacingError):
            return Failed(tuple(row for row, _ in taken), error)
        raise error

    def _with_copies_told(self, taken: Sequence[Taken]) -> tuple[ImportRow, ...]:
        """The rows of what was stored, with the titles that its articles reprint."""
        known = self._library.copied_titles(a.sha256 for _, some in taken for a in some)
        told = []
        for row, some in taken:
            titles = [known.get((article.sha256, article.part)) for article in some]
            told.append(replace(row, copies_of=tuple(title for title in titles if title)))
        return tuple(told)


def _count(files: Iterable[Taken]) -> int:
    return sum(len(articles) for _, articles in files)
