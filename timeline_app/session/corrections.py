"""What the user corrects: details of articles, readings of dates, events; each step undoable.

Dates are found and resolved by the import's worker processes; the window's process has no parser.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from timeline_app.domain.details import Details
from timeline_app.domain.display import display
from timeline_app.domain.errors import UserFacingError
from timeline_app.domain.records import (
    Article,
    ArticleId,
    Basis,
    ChangeSet,
    Event,
    EventId,
    Mention,
    Status,
)
from timeline_app.domain.text import Span
from timeline_app.domain.timevalue import TimeValue
from timeline_app.importing.rereading import BY_HAND as READ_BY_HAND
from timeline_app.importing.rereading import Reread, read_again, resolve_again, take_over
from timeline_app.importing.sized import Sized
from timeline_app.session.gui_thread import GuiThread
from timeline_app.store import Applied, Edit, Library
from timeline_app.store.by_hand import BY_HAND, AddEvent, SetDate, SetStarred, SetTags
from timeline_app.store.replacing import ReplaceArticle, ReplaceReadings, SetDetails
from timeline_app.store.together import Together

if TYPE_CHECKING:
    from timeline_app.session.session import Session

LOG = logging.getLogger(__name__)

Pins = dict[Span, TimeValue]


Change = Callable[[Article, Pins], tuple[Article, Pins]]


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    """An article to read again: what changes before, and the words for it.

    With `again` the file's own bytes are read; `newer` is the version that takes its place.
    """

    article: ArticleId
    label: str
    change: Change | None = None
    again: bool = False
    newer: ArticleId | None = None
    done: Callable[[Applied | None], None] | None = None


@dataclass(frozen=True, slots=True)
class _Material:
    """What a worker needs: `original` where the file's bytes are read again, `newer` for a newer
    version that is to take the article's place."""

    article: Article
    pins: Pins
    original: bytes | None
    newer: Article | None


class Corrections(QObject):
    """Does one correction after the other.

    `started` carries the words for what is being read again, `finished` a remark such as
    "12 dates moved", `failed` a sentence for the user.
    """

    started = Signal(str)
    finished = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, gui: GuiThread, pool: Callable[[], Executor]) -> None:
        """`pool` gives the executor that reads articles."""
        super().__init__(session)
        self._session = session
        self._gui = gui
        self._pool = pool
        self._waiting: deque[_Task] = deque()
        self._current: _Task | None = None
        self._stale = False
        session.library_opened.connect(self.cancel)
        session.library_changed.connect(self._on_library_changed)

    @property
    def running(self) -> bool:
        """True while an article is being read again."""
        return self._current is not None

    # Articles

    def set_details(self, article: Article, details: Details) -> None:
        """Give an article other details; with another date or language it is read again."""
        if details == Details.of(article):
            return
        if not details.redates(article):
            self._do(SetDetails(article.id, details))
            return
        published = details.published
        date = display(published.value) if published else "unknown"
        moved = published != article.published
        label = f"Publication date: {date}" if moved else "Change article details"
        self._add(_Task(article.id, label, lambda was, pins: (details.on(was), pins)))

    def read_again(self, article: ArticleId) -> None:
        """Read an article's file again, with today's readers."""
        self._add(_Task(article, "Read article again", again=True))

    def replace_article(
        self,
        older: ArticleId,
        newer: ArticleId,
        done: Callable[[Applied | None], None] | None = None,
    ) -> None:
        """Let a newer version take the place of an older one, with what the user said of that."""
        label = "Replace an article by its newer version"
        self._add(_Task(older, label, newer=newer, done=done))

    def pin(self, article: ArticleId, span: Span, value: TimeValue | None, words: str) -> None:
        """Read the `words` at `span` as `value`; None: as the program reads them."""

        def change(was: Article, pins: Pins) -> tuple[Article, Pins]:
            others = {known: chosen for known, chosen in pins.items() if not known.overlaps(span)}
            return was, others if value is None else {**others, span: value}

        short = words if len(words) <= 40 else f"{words[:39]}…"
        label = f"Read “{short}” as {display(value)}" if value else f"Read “{short}” anew"
        self._add(_Task(article, label, change))

    def cancel(self) -> None:
        """Forget what isn't done yet."""
        self._waiting.clear()
        if self._current is not None:
            self._current = None
            self.finished.emit("")

    # Events

    def set_date(self, event: EventId, when: TimeValue) -> None:
        """Give an event a date of the user's."""
        self._do(SetDate(event, when, f"Change date to {display(when)}"))

    def add_event(self, article: ArticleId, passage: Span, title: str, when: TimeValue) -> None:
        """Make an event of a passage."""
        mention = Mention(article, passage, None, BY_HAND)
        event = Event(
            0, title, when, (mention,), status=Status.EDITED, basis=Basis.HAND, confidence=1.0
        )
        self._do(AddEvent(event))

    def set_starred(self, events: Iterable[EventId], *, starred: bool) -> None:
        """Mark events, or take the mark away."""
        self._do(SetStarred.of(events, starred))

    def set_tags(self, tags: dict[EventId, tuple[str, ...]]) -> None:
        """Give events tags, in place of those they have."""
        self._do(SetTags(tuple(sorted(tags.items()))))

    # Steps

    def _do(self, edit: Edit) -> None:
        self._session.undo_stack.do(edit)

    def _add(self, task: _Task) -> None:
        self._waiting.append(task)
        if self._current is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        task = self._current = self._waiting.popleft()
        self._stale = False
        self.started.emit(task.label)
        library = self._session.library
        self._session.read(
            "correction", partial(_material, library, task), partial(self._on_material, task)
        )

    def _on_material(self, task: _Task, material: _Material | Exception) -> None:
        if task is not self._current:
            return
        if isinstance(material, Exception):
            self._fail(task, material)
            return
        article, pins = material.article, material.pins
        if task.change is not None:
            article, pins = task.change(article, pins)
        if material.newer is not None:
            if not (pins or _is_dated_by_hand(article)):
                self._apply(task, ReplaceArticle(article.id, material.newer.id))
                return
            size = len(material.newer.text)
            future = self._pool().submit(Sized(take_over, size), article, material.newer, pins)
        elif material.original is not None:
            size = len(material.original)
            future = self._pool().submit(Sized(read_again, size), article, material.original, pins)
        else:
            size = len(article.text)
            future = self._pool().submit(Sized(resolve_again, size), article, pins)
        self._gui.watch(future, partial(self._on_reread, task))

    def _on_reread(self, task: _Task, future: Future[Reread]) -> None:
        if task is not self._current:
            return
        if self._stale or not self._session.undo_stack.saved:
            # Something was written, or undone, meanwhile: what was read no longer holds.
            self._waiting.appendleft(task)
            self._next()
            return
        error = future.exception()
        if error is not None:
            self._fail(task, error)
            return
        found = future.result()
        edit = ReplaceReadings(found.article, found.expressions, found.events, task.label)
        if task.newer is None:
            self._apply(task, edit)
        else:
            self._apply(
                task, Together((edit, ReplaceArticle(task.article, task.newer)), task.label)
            )

    def _apply(self, task: _Task, edit: Edit) -> None:
        self._session.undo_stack.do(edit, partial(self._on_applied, task))

    def _on_applied(self, task: _Task, applied: Applied | None) -> None:
        if task is not self._current:
            return
        self._current = None
        self.finished.emit(applied.remark if applied else "")
        if task.done is not None:
            task.done(applied)
        self._next()

    def _on_library_changed(self, changes: ChangeSet) -> None:
        task, touched = self._current, changes.articles
        if task is not None:
            self._stale |= task.article in touched.changed | touched.added | touched.removed

    def _fail(self, task: _Task, error: BaseException) -> None:
        LOG.error("could not do %r", task.label, exc_info=error)
        plain = isinstance(error, UserFacingError)
        reason = str(error) if plain else f"reading failed ({type(error).__name__})"
        self._current = None
        self.finished.emit("")
        self.failed.emit(f"“{task.label}” could not be done: {reason}")
        self._next()


def _material(library: Library, task: _Task) -> _Material | Exception:
    """What the library has of an article; a failure is an answer too, the next task waits."""
    try:
        article = library.article(task.article)
        pins = {
            expression.span: expression.value
            for expression in library.expressions(task.article)
            if expression.by_hand and expression.value is not None
        }
        original = library.original(task.article) if task.again else None
        newer = library.article(task.newer) if task.newer is not None else None
    except (UserFacingError, KeyError) as error:
        return error
    return _Material(article, pins, original, newer)


def _is_dated_by_hand(article: Article) -> bool:
    return article.published is not None and article.published.evidence == READ_BY_HAND
