"""Many articles read again: only what reads otherwise is written, all of it one step."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.unit.session.samples import InlineExecutor
from timeline_app.domain.records import Status
from timeline_app.extract import digest
from timeline_app.importing.rereading_job import RereadJob, RereadProgress
from timeline_app.store import AddArticles, Library, SetStatus

T = TypeVar("T")


SENTENCES = {
    1: "The port of Malta closed on 7 June 2014.",
    2: "A court in Vienna freed the journalist on 3 March 2012.",
    3: "The bridge over the Danube opened on 20 August 1999.",
}


def text(day: int) -> str:
    return f"Story {day}\n\nMay {day}, 2016\n\n{SENTENCES[day]}\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Three articles; the second was read by an older reader that found no event."""
    opened = Library.open(tmp_path / "case.timeline")
    for day in (1, 2, 3):
        drafts = digest(text(day).encode(), path=f"/case/{day}.txt")
        if day == 2:
            older = replace(drafts[0].article, reader="plaintext/0")
            drafts = [replace(drafts[0], article=older, expressions=(), events=())]
        opened.apply(AddArticles(tuple(drafts)))
    return opened


def run(library: Library, executor: Executor) -> list[RereadProgress]:
    updates: list[RereadProgress] = []
    job = RereadJob(executor, library, updates.append)
    job.start(library.article_ids())
    job.wait()
    return updates


def test_only_what_reads_otherwise_is_written(library: Library) -> None:
    event = library.events()[0].id
    library.apply(SetStatus.of([event], Status.ACCEPTED))
    before = library.events()
    last = run(library, InlineExecutor())[-1]
    assert (last.done, last.total, last.otherwise, last.failures) == (3, 3, 1, ())
    assert last.finished
    assert last.changes.articles.changed == {2}
    assert library.article(2).reader == library.article(1).reader
    assert len(library.events()) > len(before)
    assert next(e for e in library.events() if e.id == event).status is Status.ACCEPTED
    assert last.inverse is not None
    assert last.inverse.label == "Re-read 1 article"
    library.apply(last.inverse)
    assert library.events() == before
    assert run(library, InlineExecutor())[-1].otherwise == 1
    assert run(library, InlineExecutor())[-1].inverse is None
    library.close()


class Failing(InlineExecutor):
    """The second task fails."""

    def __init__(self) -> None:
        self._tasks = 0

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        self._tasks += 1
        if self._tasks != 2:
            return super().submit(fn, *args, **kwargs)
        future: Future[T] = Future()
        future.set_exception(ZeroDivisionError())
        return future


def test_a_failure_is_told_and_the_rest_is_read(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    last = run(library, Failing())[-1]
    assert last.failures == (("Story 2", "reading failed (ZeroDivisionError)"),)
    assert last.done == 3
    assert "Story 2" in caplog.text
    library.close()


class Never(Executor):
    """No task ends."""

    def __init__(self) -> None:
        self.asked = threading.Event()

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        self.asked.set()
        return Future()


def test_cancelling_ends_it(library: Library) -> None:
    updates: list[RereadProgress] = []
    executor = Never()
    job = RereadJob(executor, library, updates.append)
    job.start([1, 2, 3])
    assert executor.asked.wait(10)
    job.cancel()
    job.wait()
    assert updates[-1].finished
    assert updates[-1].inverse is None
    library.close()
