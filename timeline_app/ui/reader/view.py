"""The reader: shows the source of what is selected and selects what is clicked in it."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.domain.records import Article, ArticleId, ChangeSet, Event, EventId
from timeline_app.domain.text import Span
from timeline_app.session.selection import Events, Passage, Reveal, Selection
from timeline_app.session.session import Session
from timeline_app.store import Library
from timeline_app.ui.labels import label
from timeline_app.ui.reader.body import ArticleBody, Highlight
from timeline_app.ui.reader.header import ReaderHeader
from timeline_app.ui.reader.marks import EventMark, Marks
from timeline_app.ui.reader.why_card import WhyCard, reasoning
from timeline_app.ui.theme import Theme

LOG = logging.getLogger(__name__)


class Reader(QWidget):
    """Header, text and the reasons for the date, kept in step with the selection.

    `article_shown` carries the id of the open article.
    """

    article_shown = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self._session = session
        self._article: Article | None = None
        self._marks = Marks()
        self._events: dict[EventId, Event] = {}
        self._mark: EventMark | None = None
        self.header = ReaderHeader(theme)
        self.body = ArticleBody(theme)
        self.why = WhyCard(theme)
        self._hint = label(self.tr("Select an event to read its source."), "muted", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._hint.setContentsMargins(30, 60, 30, 0)
        self.setMinimumSize(220, 160)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._hint, 1)
        column.addWidget(self.body, 1)
        column.addWidget(self.why)
        self.header.stepped.connect(self.step)
        self.body.offset_clicked.connect(self._on_offset)
        self.body.mark_clicked.connect(self._on_mark)
        session.selection.changed.connect(self._on_selection)
        session.library_changed.connect(self._on_library_changed)
        session.library_opened.connect(self._on_library_opened)
        self._show_nothing()

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self._article

    @property
    def mark(self) -> EventMark | None:
        """The passage that is highlighted."""
        return self._mark

    def set_theme(self, theme: Theme) -> None:
        """Show the same in another theme."""
        self.header.set_theme(theme)
        self.body.set_theme(theme)
        self.why.set_theme(theme)

    def follow_selection(self) -> None:
        """Show what is selected already."""
        self._on_selection(self._session.selection.selection, None)

    def step(self, by: int) -> None:
        """Select the event of the next (1) or previous (-1) passage in this article."""
        marks = self._marks.events
        if not marks:
            return
        at = marks.index(self._mark) if self._mark in marks else (-1 if by > 0 else len(marks))
        if 0 <= at + by < len(marks):
            self._select(marks[at + by], reveal_here=True)

    def next_source(self, by: int) -> None:
        """Show the same event in its next (1) or previous (-1) source."""
        if self._mark is None:
            return
        event = self._events.get(self._mark.event)
        articles = list(dict.fromkeys(m.article for m in event.mentions)) if event else []
        if self._article is not None and self._article.id in articles and len(articles) > 1:
            at = (articles.index(self._article.id) + by) % len(articles)
            self._open(articles[at], self._mark.event)

    def _on_selection(self, selection: Selection, origin: object) -> None:
        if isinstance(selection, Events):
            if origin is not self:
                self._show_event(selection.primary)
        elif isinstance(selection, Passage):
            if origin is not self:
                self._open(selection.article, None, selection.span)
        else:
            self._mark = None
            self.body.set_highlight(None, reveal=False)
            self.why.set_reasoning(None)
            self.header.set_place(None, len(self._marks.events))

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if self._article is None:
            return
        if self._article.id in changes.articles.removed:
            self._show_nothing()
        elif changes.events or changes.articles:
            self._open(self._article.id, self._mark.event if self._mark else None, reveal=False)

    def _on_library_opened(self) -> None:
        self._show_nothing()

    def _show_event(self, event: EventId) -> None:
        """Open the event's source; the article that is open already goes first."""
        found = self._session.library.events([event])
        if not found or not found[0].mentions:
            return
        articles = [mention.article for mention in found[0].mentions]
        here = self._article is not None and self._article.id in articles
        self._open(self._article.id if here and self._article else articles[0], event)

    def _open(
        self,
        article: ArticleId,
        event: EventId | None,
        span: Span | None = None,
        *,
        reveal: bool = True,
    ) -> None:
        read = partial(_read, self._session.library, article)
        show = partial(self._show, event, span, reveal)
        self._session.read("reader", read, show)

    def _show(
        self,
        event: EventId | None,
        span: Span | None,
        reveal: bool,
        answer: tuple[Article, list[Event], Marks],
    ) -> None:
        article, events, marks = answer
        changed = self._article is None or article.id != self._article.id or marks != self._marks
        self._article, self._marks = article, marks
        self.article_shown.emit(article.id)
        self._events = {found.id: found for found in events}
        self._hint.hide()
        self.body.show()
        if changed:
            self.header.set_article(article)
            self.body.set_article(article, marks)
        mark = next((m for m in marks.events if m.event == event), None)
        self._choose(mark, reveal=reveal)
        if mark is None and span is not None and span.start < span.end:
            self.body.set_highlight(Highlight(span), reveal=reveal)

    def _choose(self, mark: EventMark | None, *, reveal: bool) -> None:
        """Highlight a passage and explain its date."""
        self._mark = mark
        marks = self._marks.events
        self.header.set_place(marks.index(mark) if mark in marks else None, len(marks))
        if mark is None:
            self.body.set_highlight(None, reveal=False)
            self.why.set_reasoning(None)
            return
        self.body.set_highlight(Highlight(mark.passage, mark.date), reveal=reveal)
        event = self._events.get(mark.event)
        expression = self._marks.expression_of(mark)
        self.why.set_reasoning(reasoning(expression, mark.why, event.when if event else None))

    def _select(self, mark: EventMark, *, reveal_here: bool) -> None:
        self._choose(mark, reveal=reveal_here)
        self._session.selection.select(Events.one(mark.event), origin=self, reveal=Reveal.SCROLL)

    def _on_mark(self, mark: EventMark) -> None:
        self._select(mark, reveal_here=False)

    def _on_offset(self, offset: int) -> None:
        """A click in the text: a date selects its event, or says why it made none."""
        expression = self._marks.expression_at(offset)
        if expression is None or self._article is None:
            return
        mark = self._marks.dated_by(expression)
        if mark is not None:
            self._select(mark, reveal_here=False)
            return
        self._mark = None
        self._session.selection.select(Passage(self._article.id, expression.span), origin=self)
        self.body.set_highlight(Highlight(expression.span, expression.span), reveal=False)
        self.why.set_reasoning(reasoning(expression, "", None))

    def _show_nothing(self) -> None:
        self._article, self._mark, self._marks, self._events = None, None, Marks(), {}
        self.header.set_article(None)
        self.body.set_article(None, self._marks)
        self.body.hide()
        self.why.set_reasoning(None)
        self._hint.show()


def _read(library: Library, article: ArticleId) -> tuple[Article, list[Event], Marks]:
    """All that the reader shows of an article; away from the GUI thread."""
    events = library.events_of(article)
    return (
        library.article(article),
        events,
        Marks.of(article, events, library.expressions(article)),
    )
