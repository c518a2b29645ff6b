"""The list of suggestions: two events at a time, the same one or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.domain.records import ChangeSet, Event
from timeline_app.session.session import Session
from timeline_app.store import Library, Suggestion
from timeline_app.ui.look.buttons import button
from timeline_app.ui.look.labels import label
from timeline_app.ui.merging.report_view import ReportView
from timeline_app.ui.reader.sources import Sources

MOST: Final = 500
"""Pairs that wait; nobody decides on more at a sitting."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A pair that waits, with what its events' sources say."""

    pair: Suggestion
    events: tuple[Event, Event]
    sources: tuple[Sources, Sources]


class SuggestionsDialog(QDialog):
    """Shows one pair after the other, the likeliest first; stays open beside the timeline.

    `same` and `different` carry the ids of a pair, `chosen` that of an event to show.
    """

    same = Signal(object)
    different = Signal(object)
    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestionsDialog")
        self.setWindowTitle(self.tr("The Same Event?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 420)
        self._session = session
        self._pairs: list[Suggestion] = []
        self._at = 0
        self._waiting: Waiting | None = None
        self._count = label("", "muted", wrap=True)
        self._reports = (ReportView(), ReportView())
        self._body = QFrame()
        pair = QVBoxLayout(self._body)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(10)
        for number, view in enumerate(self._reports):
            view.clicked.connect(lambda number=number: self._on_report(number))
            pair.addWidget(view)
        pair.addStretch()
        self._same = button(self.tr("&Same Event"), self._on_same)
        self._same.setProperty("kind", "primary")
        self._different = button(self.tr("&Different"), self._on_different)
        self._later = button(self.tr("&Later"), self._on_later)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._later)
        buttons.addStretch()
        buttons.addWidget(self._different)
        buttons.addWidget(self._same)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self._count)
        column.addWidget(self._body, 1)
        column.addLayout(buttons)
        self._body.hide()
        session.library_changed.connect(self._on_changed)
        session.library_opened.connect(self.close)
        self._read()

    @property
    def waiting(self) -> Waiting | None:
        """The pair that is shown, None when nothing waits."""
        return self._waiting

    def _on_changed(self, _changes: ChangeSet) -> None:
        self._read()

    def _read(self) -> None:
        library = self._session.library
        self._session.read("suggestions", lambda: library.suggested_merges(MOST), self._take)

    def _take(self, pairs: list[Suggestion]) -> None:
        self._pairs = pairs
        self._at = min(self._at, max(0, len(pairs) - 1))
        self._read_pair()

    def _read_pair(self) -> None:
        if not self._pairs:
            self._show(None)
            return
        library, pair = self._session.library, self._pairs[self._at]
        self._session.read("suggestion", lambda: _waiting(library, pair), self._show)

    def _show(self, waiting: Waiting | None) -> None:
        self._waiting = waiting
        self._body.setVisible(waiting is not None)
        for each in (self._same, self._different, self._later):
            each.setEnabled(waiting is not None)
        self._later.setEnabled(len(self._pairs) > 1)
        if waiting is None:
            self._count.setText(self.tr("No two events look like the same one any more."))
            return
        words = self.tr("Pair {0} of {1}: do both tell of the same event?")
        self._count.setText(words.format(self._at + 1, f"{len(self._pairs):,}"))
        for view, event, sources in zip(
            self._reports, waiting.events, waiting.sources, strict=True
        ):
            view.set_report(event, sources)
        self._same.setFocus()

    def _ids(self) -> tuple[int, int] | None:
        waiting = self._waiting
        return (waiting.events[0].id, waiting.events[1].id) if waiting is not None else None

    def _on_same(self) -> None:
        if (ids := self._ids()) is not None:
            self.same.emit(ids)

    def _on_different(self) -> None:
        if (ids := self._ids()) is not None:
            self.different.emit(ids)

    def _on_later(self) -> None:
        self._at = (self._at + 1) % max(1, len(self._pairs))
        self._read_pair()

    def _on_report(self, number: int) -> None:
        if self._waiting is not None:
            self.chosen.emit(self._waiting.events[number].id)


def _waiting(library: Library, pair: Suggestion) -> Waiting | None:
    """A pair with its events; None where one has gone since. Away from the GUI thread."""
    found = {event.id: event for event in library.events((pair.first, pair.second))}
    if len(found) < 2:
        return None
    events = (found[pair.first], found[pair.second])
    return Waiting(
        pair, events, (Sources.read(library, events[0]), Sources.read(library, events[1]))
    )
