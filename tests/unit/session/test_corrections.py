"""Corrections of articles and dates: read again by a worker, written as one edit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.session.samples import InlineExecutor
from timeline_app.domain.details import Details
from timeline_app.domain.display import display
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import Basis, Published
from timeline_app.domain.text import Span
from timeline_app.extract import digest
from timeline_app.importing.rereading import BY_HAND
from timeline_app.session.session import Session
from timeline_app.session.settings import Settings
from timeline_app.store import AddArticles, Library

T = TypeVar("T")
TEXT = """\
Talks fail

May 20, 2016

The harbour master closed the port on Monday. Two days later the ships left for Malta.

The strike lasted three days.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with one article that was really read."""
    found = tmp_path / "case.timeline"
    with Library.open(found) as library:
        library.apply(AddArticles(tuple(digest(TEXT.encode(), path="talks.txt"))))
    return found


@pytest.fixture
def session(settings: Settings, path: Path) -> Iterator[Session]:
    """A session on it."""
    made = Session(path, settings, make_pool=InlineExecutor)
    yield made
    made.close()
    made.deleteLater()


def dates(session: Session) -> list[str]:
    """Dates of the events that words of theirs, or the user, date."""
    told = {Basis.EXPRESSION, Basis.HAND}
    return [display(event.when) for event in session.library.events() if event.basis in told]


def settle(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.idle)


def test_another_publication_date_moves_dates_in_one_step(qtbot: QtBot, session: Session) -> None:
    article = session.library.article(1)
    assert dates(session) == ["16 May 2016", "18 May 2016"]
    published = Published(parse_edtf("2016-06-03"), BY_HAND, 1.0)
    details = replace(Details.of(article), published=published, author="A. Uthor")
    with qtbot.waitSignal(session.corrections.finished) as finished:
        session.corrections.set_details(article, details)
    assert finished.args[0].endswith("dates moved")
    assert dates(session) == ["30 May 2016", "1 June 2016"]
    assert session.library.article(1).author == "A. Uthor"
    assert session.undo_stack.undo_label == "Publication date: 3 June 2016"
    session.undo_stack.undo()
    settle(qtbot, session)
    assert dates(session) == ["16 May 2016", "18 May 2016"]
    assert session.library.article(1) == article
    session.undo_stack.redo()
    settle(qtbot, session)
    assert dates(session) == ["30 May 2016", "1 June 2016"]


def test_other_details_need_no_reading(qtbot: QtBot, session: Session) -> None:
    article = session.library.article(1)
    details = replace(Details.of(article), title="Another title", publication="The Courier")
    session.corrections.set_details(article, details)
    assert not session.corrections.running
    settle(qtbot, session)
    assert session.library.article(1).title == "Another title"
    assert session.library.summaries()[0].publication == "The Courier"
    session.undo_stack.undo()
    settle(qtbot, session)
    assert session.library.article(1) == article
    session.corrections.set_details(article, Details.of(article))
    assert session.undo_stack.undo_label is None


def test_a_reading_is_taken_and_given_back(qtbot: QtBot, session: Session) -> None:
    start = session.library.article(1).text.index("Monday")
    found = session.library.expressions(1)
    span = next(e.span for e in found if e.span.start <= start < e.span.end)
    session.corrections.pin(1, span, parse_edtf("2016-05-09"), "on Monday")
    settle(qtbot, session)
    assert dates(session) == ["9 May 2016", "11 May 2016"]
    assert session.undo_stack.undo_label == "Read “on Monday” as 9 May 2016"
    session.corrections.pin(1, span, None, "on Monday")
    settle(qtbot, session)
    assert dates(session) == ["16 May 2016", "18 May 2016"]
    assert session.library.expressions(1) == found


def test_corrections_in_a_row_all_count(qtbot: QtBot, session: Session) -> None:
    article = session.library.article(1)
    spans = {e.text: e.span for e in session.library.expressions(1)}
    session.corrections.pin(1, spans["three days"], parse_edtf("2016-04"), "three days")
    published = Published(parse_edtf("2016-06-03"), BY_HAND, 1.0)
    session.corrections.set_details(article, replace(Details.of(article), published=published))
    settle(qtbot, session)
    assert dates(session) == ["April 2016", "30 May 2016", "1 June 2016"]
    session.undo_stack.undo()
    settle(qtbot, session)
    assert dates(session) == ["April 2016", "16 May 2016", "18 May 2016"]


def test_events_by_hand(qtbot: QtBot, session: Session) -> None:
    session.corrections.add_event(1, Span(0, 10), "Talks fail", parse_edtf("2014"))
    settle(qtbot, session)
    own = next(e for e in session.library.events() if e.basis is Basis.HAND)
    assert (own.title, display(own.when)) == ("Talks fail", "2014")
    session.corrections.set_date(own.id, parse_edtf("2013"))
    session.corrections.set_starred([own.id], starred=True)
    session.corrections.set_tags({own.id: ("b", "a")})
    settle(qtbot, session)
    own = next(e for e in session.library.events() if e.basis is Basis.HAND)
    assert (display(own.when), own.starred, own.tags) == ("2013", True, ("a", "b"))
    for _ in range(4):
        session.undo_stack.undo()
        settle(qtbot, session)
    assert dates(session) == ["16 May 2016", "18 May 2016"]


class Failing(Executor):
    """Every task fails."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        future: Future[T] = Future()
        future.set_exception(ZeroDivisionError())
        return future


class Never(Executor):
    """No task ends."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        return Future()


def test_a_failure_is_told_and_nothing_changes(
    qtbot: QtBot, settings: Settings, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    session = Session(path, settings, make_pool=Failing)
    before = dates(session)
    with qtbot.waitSignal(session.failed) as failed:
        session.corrections.read_again(1)
    assert "“Read article again” could not be done" in failed.args[0]
    assert dates(session) == before
    with qtbot.waitSignal(session.failed):
        session.corrections.read_again(99)
    assert not session.corrections.running
    assert "could not do 'Read article again'" in caplog.text
    session.close()
    session.deleteLater()


def test_cancelling_forgets_what_isnt_done(qtbot: QtBot, settings: Settings, path: Path) -> None:
    session = Session(path, settings, make_pool=Never)
    session.corrections.read_again(1)
    session.corrections.read_again(1)
    assert session.corrections.running
    session.corrections.cancel()
    settle(qtbot, session)
    assert session.undo_stack.undo_label is None
    session.close()
    session.deleteLater()


class Waiting(Executor):
    """Tasks are run when the test says so."""

    def __init__(self) -> None:
        self.tasks: list[Callable[[], None]] = []

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        future: Future[T] = Future()
        self.tasks.append(lambda: future.set_result(fn(*args, **kwargs)))
        return future

    def run(self, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: bool(self.tasks))
        self.tasks.pop(0)()


def test_what_is_undone_meanwhile_stays_undone(
    qtbot: QtBot, settings: Settings, path: Path
) -> None:
    executor = Waiting()
    session = Session(path, settings, make_pool=lambda: executor)
    spans = {e.text: e.span for e in session.library.expressions(1)}
    session.corrections.pin(1, spans["three days"], parse_edtf("2016-04"), "three days")
    executor.run(qtbot)
    settle(qtbot, session)
    monday = next(span for words, span in spans.items() if "Monday" in words)
    session.corrections.pin(1, monday, parse_edtf("2016-05-09"), "Monday")
    qtbot.waitUntil(lambda: bool(executor.tasks))
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: session.undo_stack.saved)
    executor.run(qtbot)
    executor.run(qtbot)  # once more, on what the library holds now
    settle(qtbot, session)
    assert dates(session) == ["9 May 2016", "11 May 2016"]
    session.close()
    session.deleteLater()


def test_a_newer_version_takes_over_what_was_said_of_the_older(
    qtbot: QtBot, session: Session
) -> None:
    newer = TEXT.replace("Talks fail", "Talks fail again", 1)
    session.library.apply(AddArticles(tuple(digest(newer.encode(), path="talks.txt"))))
    span = next(e.span for e in session.library.expressions(1) if e.text == "three days")
    session.corrections.pin(1, span, parse_edtf("2016-04"), "three days")
    article = session.library.article(1)
    published = Published(parse_edtf("2016-06-03"), BY_HAND, 1.0)
    session.corrections.set_details(article, replace(Details.of(article), published=published))
    settle(qtbot, session)
    before = session.library.events()
    session.corrections.replace_article(1, 2)
    settle(qtbot, session)
    assert session.library.article(1).superseded_by == 2
    assert session.library.article(2).published == published
    assert dates(session) == ["April 2016", "30 May 2016", "1 June 2016"]
    assert all(event.mentions[0].article == 2 for event in session.library.events())
    session.undo_stack.undo()
    settle(qtbot, session)
    assert session.library.events() == before
