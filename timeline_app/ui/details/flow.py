"""Correcting from the window: dialogs and prompts, progress, and what was moved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from timeline_app.domain.display import display
from timeline_app.domain.records import Article, ArticleId, Event, EventId
from timeline_app.domain.text import Span, whole_words
from timeline_app.domain.timevalue import TimeValue
from timeline_app.session.date_words import parse_full_date
from timeline_app.session.selection import Events

if TYPE_CHECKING:
    from timeline_app.domain.details import Details
    from timeline_app.session.corrections import Corrections
    from timeline_app.store import Library
    from timeline_app.ui.details.facts import ArticleFacts
    from timeline_app.ui.window.main_window import MainWindow

PATIENCE_MS = 500
"""After so long the status line says what is going on."""


class CorrectionFlow(QObject):
    """Asks the user and hands the answers to the session's corrections."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._connected: Corrections | None = None
        self._label = ""
        self._closing = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show_busy)

    @property
    def corrections(self) -> Corrections:
        """The session's corrections, listened to."""
        corrections = self._session.corrections
        if self._connected is not corrections:
            self._connected = corrections
            corrections.started.connect(self._on_started)
            corrections.finished.connect(self._on_finished)
            self._window.status.cancelled.connect(corrections.cancel)
        return corrections

    # Articles

    def show_details(self, article: ArticleId | None = None) -> None:
        """An article's details, to look at and to correct; None: the one at hand."""
        chosen = self._article_at_hand() if article is None else article
        if chosen is None:
            self._window.banner.show_note(self.tr("Open or choose an article first."))
            return
        read = partial(_facts, self._session.library, chosen)
        self._session.read("details", read, self._open_details)

    def _open_details(self, facts: ArticleFacts) -> None:
        from timeline_app.ui.details.article_dialog import ArticleDialog

        dialog = ArticleDialog(facts, self._window)
        dialog.saved.connect(self._on_details)
        dialog.open()

    def _on_details(self, article: Article, details: Details) -> None:
        self.corrections.set_details(article, details)

    def _article_at_hand(self) -> ArticleId | None:
        marked = self._window.lists.articles.marked
        opened = self._window.reader.article
        if self._window.lists.articles.hasFocus() and marked:
            return marked[0]
        if opened is not None:
            return opened.id
        return marked[0] if marked else None

    # Readings

    def take_reading(
        self, article: ArticleId, span: Span, words: str, value: TimeValue | None
    ) -> None:
        """Read words as the user chose; None: as the program does."""
        self.corrections.pin(article, span, value, words)

    def ask_reading(self, article: ArticleId, span: Span, words: str, suggested: str = "") -> None:
        """Let the user type what the words mean."""
        short = " ".join(words.split())
        short = short if len(short) <= 40 else f"{short[:39]}…"

        def take(typed: str) -> None:
            self.take_reading(article, span, words, parse_full_date(typed))

        hint = self.tr("19 May 2016, May 2016, since 2011, 3 to 8 May 2016")
        question = self.tr("When is “{0}”?").format(short)
        self._window.prompt.ask(question, take, suggested, hint)

    # Events

    def ask_date(self) -> None:
        """Let the user type the selected event's date."""
        event = self._session.selection.primary
        found = self._session.events.get(event) if event is not None else None
        if found is None:
            self._window.banner.show_note(self.tr("Select an event first."))
            return
        hint = self.tr("19 May 2016, May 2016, since 2011, 3 to 8 May 2016")
        save = partial(self._save_date, found.id, found.when)
        self._window.prompt.ask(self.tr("Date of the event"), save, display(found.when), hint)

    def _save_date(self, event: EventId, before: TimeValue, typed: str) -> None:
        when = parse_full_date(typed)
        if when != before:
            self.corrections.set_date(event, when)

    def ask_event(self) -> None:
        """Make an event of the words that are selected in the reader."""
        from timeline_app.ui.details.event_dialog import EventDialog

        reader = self._window.reader
        selected = reader.selected_span()
        if reader.article is None or selected is None:
            self._window.banner.show_note(self.tr("Select the words in the article first."))
            return
        passage = whole_words(reader.article.text, selected)
        quote = passage.slice(reader.article.text)
        date = reader.date_within(passage)
        dialog = EventDialog(
            self.tr("Make an event"),
            quote,
            _title(quote),
            display(date) if date else "",
            self._window,
        )
        dialog.saved.connect(partial(self._add_event, reader.article.id, passage))
        dialog.open()

    def _add_event(self, article: ArticleId, passage: Span, title: str, when: TimeValue) -> None:
        self.corrections.add_event(article, passage, title, when)

    def toggle_star(self) -> None:
        """Star the selected events, or take the stars away where all have one."""
        self._with_events("star", self._on_star)

    def _on_star(self, events: list[Event]) -> None:
        starred = all(event.starred for event in events)
        self.corrections.set_starred([event.id for event in events], starred=not starred)

    def ask_tags(self) -> None:
        """Let the user type the selected events' tags."""
        self._with_events("tags", self._on_tags)

    def _on_tags(self, events: list[Event]) -> None:
        common = frozenset.intersection(*(frozenset(event.tags) for event in events))
        several = len(events) > 1
        question = self.tr("Tags that all {0} events have").format(len(events))
        self._window.prompt.ask(
            question if several else self.tr("Tags of the event"),
            partial(self._save_tags, events, common),
            ", ".join(sorted(common)),
            self.tr("Tags, with commas between them"),
        )

    def _save_tags(self, events: list[Event], common: frozenset[str], typed: str) -> None:
        names = {" ".join(name.split()) for name in typed.split(",")} - {""}
        if names == common:
            return
        self.corrections.set_tags(
            {event.id: tuple(sorted((set(event.tags) - common) | names)) for event in events}
        )

    def _with_events(self, purpose: str, done: Callable[[list[Event]], None]) -> None:
        selection = self._session.selection.selection
        if not isinstance(selection, Events):
            self._window.banner.show_note(self.tr("Select an event first."))
            return
        read = partial(self._session.library.events, sorted(selection.ids))
        self._session.read(purpose, read, done)

    # Progress

    def must_finish(self) -> bool:
        """True when the window is asked to close while a correction is being worked out.

        It then closes by itself once that is done; asked again, it closes at once.
        """
        corrections = self._connected
        if corrections is None or not corrections.running or self._closing:
            return False
        self._closing = True
        self._window.status.show_busy(self.tr("Finishing: {0}").format(self._label))
        corrections.finished.connect(self._close_soon)
        return True

    def _close_soon(self) -> None:
        """Not at once: another correction may be waiting its turn."""
        QTimer.singleShot(0, self, self._close_when_done)

    def _close_when_done(self) -> None:
        if self._connected is not None and not self._connected.running:
            self._window.close()

    def _on_started(self, label: str) -> None:
        self._label = label
        self._patience.start()

    def _show_busy(self) -> None:
        self._window.status.show_busy(self._label)

    def _on_finished(self, remark: str) -> None:
        self._patience.stop()
        if not self._session.imports.running:
            self._window.status.end_progress()
        if not remark:
            return
        words = remark[0].upper() + remark[1:]
        self._window.status.set_summary(f"{self._label} · {remark}")
        self._window.banner.show_undoable(f"{words}.", self._session.undo_stack.undo)


def _facts(library: Library, article: ArticleId) -> ArticleFacts:
    from timeline_app.ui.details.facts import read_facts  # not needed to show a window

    return read_facts(library, article)


def _title(quote: str) -> str:
    """The words as a title: one line, at most 80 characters, cut between words."""
    words = " ".join(quote.split()).rstrip(".")
    if len(words) <= 80:
        return words
    head = words[:79]
    return f"{head[: head.rfind(' ')] if ' ' in head else head}…"
