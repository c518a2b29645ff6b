"""The reader: shows the source of what is selected and selects what is clicked in it."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.domain.display import display
from timeline_app.domain.records import (
    Article,
    ArticleId,
    Basis,
    ChangeSet,
    Event,
    EventId,
    Role,
    TemporalExpression,
)
from timeline_app.domain.text import Span, page_of
from timeline_app.domain.timevalue import TimeValue
from timeline_app.session.selection import Events, Passage, Reveal, Selection
from timeline_app.session.session import Session
from timeline_app.store import Library
from timeline_app.ui.look.labels import label
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.reader.body import ArticleBody, Highlight
from timeline_app.ui.reader.header import ReaderHeader
from timeline_app.ui.reader.marks import EventMark, Marks
from timeline_app.ui.reader.sources import Sources
from timeline_app.ui.reader.sources_card import SourcesCard
from timeline_app.ui.reader.why_card import WhyCard, reasoning

LOG = logging.getLogger(__name__)
ROOMY = 640
"""Pixels of height from which other readings of a date are shown without asking."""


class Reader(QWidget):
    """Header, text and the reasons for the date, kept in step with the selection.

    `article_shown` carries the id of the open article, `details_wanted` too. `reading_taken`
    carries article, span, words and the TimeValue that the user chose (None: the program's own);
    `reading_wanted` asks the user for one and carries article, span, words and a suggestion;
    `date_wanted` asks for the selected event's own date.
    """

    article_shown = Signal(object)
    details_wanted = Signal(object)
    reading_taken = Signal(object, object, str, object)
    reading_wanted = Signal(object, object, str, str)
    date_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self._session = session
        self._article: Article | None = None
        self._marks = Marks()
        self._events: dict[EventId, Event] = {}
        self._mark: EventMark | None = None
        self._explained: TemporalExpression | None = None
        self.header = ReaderHeader(theme)
        self.body = ArticleBody(theme)
        self.sources = SourcesCard(theme)
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
        column.addWidget(self.sources)
        column.addWidget(self.why)
        self.sources.chosen.connect(self._on_source)
        self.sources.split_wanted.connect(self._on_split)
        self.sources.date_wanted.connect(self._on_date_wanted)
        self.header.stepped.connect(self.step)
        self.header.details_wanted.connect(self._on_details_wanted)
        self.why.taken.connect(self._on_taken)
        self.why.other_wanted.connect(self._on_other_wanted)
        self.why.anchor_wanted.connect(self._on_anchor_wanted)
        self.body.offset_clicked.connect(self._on_offset)
        self.body.mark_clicked.connect(self._on_mark)
        session.selection.changed.connect(self._on_selection)
        session.library_changed.connect(self._on_library_changed)
        session.library_opened.connect(self._on_library_opened)
        self._show_nothing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the text needs the room more than other readings do."""
        super().resizeEvent(event)
        self.why.set_narrow(event.size().height() < ROOMY)
        self.sources.set_narrow(event.size().height() < ROOMY)

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
        self.sources.set_theme(theme)
        self.why.set_theme(theme)

    @property
    def undated(self) -> tuple[TemporalExpression, ...]:
        """The open article's expressions that made no event."""
        return self._marks.undated

    def selected_span(self) -> Span | None:
        """The words that the user has selected in the text."""
        return self.body.selected_span()

    def date_within(self, span: Span) -> TimeValue | None:
        """The first date that the words of `span` name."""
        values = (e.value for e in self._marks.expressions if span.contains(e.span))
        return next((value for value in values if value is not None), None)

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
            self._choose(None, reveal=False)

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if self._article is None:
            return
        if self._article.id in changes.articles.removed:
            self._show_nothing()
        elif self._may_be_otherwise(changes):
            shown = self._explained.span if self._explained is not None else None
            event = self._mark.event if self._mark else None
            self._open(self._article.id, event, shown, reveal=False)

    def _may_be_otherwise(self, changes: ChangeSet) -> bool:
        """Articles that come in are no reason to read this one again, unless its events change."""
        articles, events = changes.articles, changes.events
        if not articles.added or self._article is None:
            return bool(events or articles)
        here = self._article.id in articles.added | articles.changed
        return here or not self._events.keys().isdisjoint(events.changed | events.removed)

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
        changed = article != self._article or marks != self._marks
        self._article, self._marks = article, marks
        self._events = {found.id: found for found in events}
        self.article_shown.emit(article.id)
        self._hint.hide()
        self.body.show()
        if changed:
            self.header.set_article(article)
            self.body.set_article(article, marks)
        mark = next((m for m in marks.events if m.event == event), None)
        if mark is None and span is not None and (made := marks.dating(span)) is not None:
            self._select(made, reveal_here=reveal)
            return
        self._choose(mark, reveal=reveal)
        if mark is None and span is not None and span.start < span.end:
            self._explain(span, reveal=reveal)

    def _explain(self, span: Span, *, reveal: bool) -> None:
        """Highlight words without an event, and say why they have none."""
        found = (e for e in self._marks.expressions if e.span.overlaps(span))
        self._explained = next(found, None)
        self.body.set_highlight(Highlight(span, span), reveal=reveal)
        if self._explained is not None:
            self.why.set_reasoning(
                reasoning(self._explained, "", None, published=self._published())
            )

    def _choose(self, mark: EventMark | None, *, reveal: bool) -> None:
        """Highlight a passage and explain its date."""
        self._mark = mark
        self._explained = None
        self._show_sources(mark)
        marks = self._marks.events
        number = marks.index(mark) if mark in marks else None
        self.header.set_place(number, len(marks), self._page(mark))
        if mark is None:
            self.body.set_highlight(None, reveal=False)
            self.why.set_reasoning(None)
            return
        self.body.set_highlight(Highlight(mark.passage, mark.date), reveal=reveal)
        event = self._events.get(mark.event)
        told = event.mentions[mark.mention] if event is not None else None
        own = told is None or told.when is None
        basis = event.basis if event is not None and own else Basis.EXPRESSION
        self._explained = None if basis is Basis.HAND else self._marks.expression_of(mark)
        self.why.set_reasoning(
            reasoning(
                self._explained,
                mark.why,
                (told.when if told else None) or (event.when if event else None),
                basis=basis,
                published=self._published(),
            )
        )

    def _show_sources(self, mark: EventMark | None) -> None:
        """List all sources of an event that has several."""
        event = self._events.get(mark.event) if mark is not None else None
        if event is None or len(event.mentions) < 2:
            self._session.read("sources", lambda: None, lambda _nothing: None)
            self.sources.set_sources(None, None)
            return
        here = self._article.id if self._article is not None else None
        read = partial(Sources.read, self._session.library, event)
        self._session.read("sources", read, partial(self._take_sources, here))

    def _take_sources(self, here: ArticleId | None, found: Sources) -> None:
        self.sources.set_sources(found, here)

    def _on_source(self, number: int) -> None:
        """Open the event in the source that was chosen."""
        shown = self.sources.shown
        if self._mark is not None and shown is not None:
            self._open(shown.told[number].article, self._mark.event)

    def _on_split(self, article: ArticleId) -> None:
        if self._mark is not None:
            from timeline_app.store import SplitSource  # edits aren't needed to show a window

            self._session.undo_stack.do(SplitSource(self._mark.event, article))

    def _on_date_wanted(self, when: TimeValue) -> None:
        if self._mark is not None:
            self._session.corrections.set_date(self._mark.event, when)

    def _page(self, mark: EventMark | None) -> int | None:
        if mark is None or self._article is None:
            return None
        return page_of(mark.passage.start, self._article.pages)

    def _published(self) -> TimeValue | None:
        published = self._article.published if self._article is not None else None
        return published.value if published is not None else None

    # Corrections

    def _on_details_wanted(self) -> None:
        if self._article is not None:
            self.details_wanted.emit(self._article.id)

    def _on_taken(self, value: TimeValue | None) -> None:
        expression = self._explained
        if expression is not None and self._article is not None:
            words = expression.text
            self.reading_taken.emit(self._article.id, expression.span, words, value)

    def _on_other_wanted(self) -> None:
        expression = self._explained
        if expression is None or self._article is None:
            self.date_wanted.emit()
            return
        suggested = display(expression.value) if expression.value is not None else ""
        self.reading_wanted.emit(self._article.id, expression.span, expression.text, suggested)

    def _on_anchor_wanted(self) -> None:
        """Show what was counted from: words told before, or those that say when it came out."""
        expression = self._explained
        anchor = expression.anchor if expression is not None else None
        if anchor is None or self._article is None:
            return
        place = anchor.span or publication_place(self._article)
        if place is None:
            self.details_wanted.emit(self._article.id)
            return
        self.body.set_highlight(Highlight(place, place), reveal=True)

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
        self._explain(expression.span, reveal=False)

    def _show_nothing(self) -> None:
        self._article, self._mark, self._marks, self._events = None, None, Marks(), {}
        self._explained = None
        self.header.set_article(None)
        self.sources.set_sources(None, None)
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


def publication_place(article: Article) -> Span | None:
    """Where the text itself says when it was published; None where only the file knows."""
    published = article.published
    if published is None:
        return None
    for block in article.blocks:
        words = " ".join(block.span.slice(article.text).split())
        if block.role in _SAYS_WHEN and words and words in published.evidence:
            return block.span
    dated = (block.span for block in article.blocks if block.role in _SAYS_WHEN)
    return next(
        (span for span in dated if any(c.isdigit() for c in span.slice(article.text))), None
    )


_SAYS_WHEN = {Role.PUBLICATION, Role.DATELINE, Role.BYLINE}
