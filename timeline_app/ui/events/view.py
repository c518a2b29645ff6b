"""The event list as a view of the one selection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QSignalBlocker,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from timeline_app.domain.records import EventId
from timeline_app.session.event_cache import EventCache
from timeline_app.session.selection import Events, Nothing, Reveal, Selection, SelectionModel
from timeline_app.session.view import LibraryView
from timeline_app.ui.events.delegate import EventDelegate
from timeline_app.ui.events.model import EventListModel
from timeline_app.ui.look.row_list import RowList
from timeline_app.ui.look.theme import Theme

UNIFORM_FROM = 600
"""Events from which rows are all alike: measuring each would take longer than a frame."""


class EventList(RowList):
    """Shows events; choosing rows selects them everywhere.

    `activated_event` carries the event on which Enter was hit, `menu_requested` the event whose
    menu is wanted and where (global QPoint).
    """

    activated_event = Signal(object)
    menu_requested = Signal(object, object)

    def __init__(
        self, selection: SelectionModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("eventList")
        self.setAccessibleName(self.tr("Events in time order"))
        self._selection = selection
        self._rows = EventListModel(self)
        self._painter = EventDelegate(theme, self)
        self.show_rows(self._rows, self._painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(self._on_rows_chosen)
        self.activated.connect(self._on_activated)
        selection.changed.connect(self._on_selection)

    @property
    def rows(self) -> EventListModel:
        """The model, which knows the order of events."""
        return self._rows

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another theme."""
        self._painter.set_theme(theme)
        self.viewport().update()

    def follow_selection(self) -> None:
        """Show what is selected already."""
        self._on_selection(self._selection.selection, None)

    def set_view(self, view: LibraryView | None, cache: EventCache | None) -> None:
        """Show other events; the topmost event stays where it is."""
        top, above = self._topmost()
        uniform = view is not None and view.shown > UNIFORM_FROM
        self._painter.uniform = uniform
        self.set_row_height(self._painter.even_height if uniform else None)
        with QSignalBlocker(self.selectionModel()):
            self._rows.set_view(view, cache, headed=not uniform)
        self._mark(self._selection.selection)
        if top is not None and (row := self._rows.row_of(top)) is not None:
            self.scrollTo(self._rows.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + above)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the event in the row."""
        found = self._rows.event_id(self.indexAt(event.pos()).row())
        if found is not None:
            self.menu_requested.emit(found, event.globalPos())

    def _topmost(self) -> tuple[EventId | None, int]:
        """The event at the top, unless nothing is scrolled away, and how many pixels of it are."""
        if self.verticalScrollBar().value() == 0:
            return None, 0
        row = self.indexAt(self.viewport().rect().topLeft()).row()
        row += self._rows.event_id(row) is None  # a year's heading
        return self._rows.event_id(row), -self.visualRect(self._rows.index(row, 0)).top()

    def _on_rows_chosen(self) -> None:
        chosen = self.selectionModel().selection().toList()  # ranges: there may be a million rows
        parts = (self._rows.events(part.top(), part.bottom()) for part in chosen)
        ids = frozenset[EventId]().union(*parts)
        current = self._rows.event_id(self.currentIndex().row())
        if not ids:
            self._selection.select(Nothing(), origin=self)
            return
        primary = current if current in ids and current is not None else min(ids)
        self._selection.select(Events(ids, primary), origin=self, reveal=Reveal.SCROLL)

    def _on_activated(self, index: QModelIndex) -> None:
        event = self._rows.event_id(index.row())
        if event is not None:
            self.activated_event.emit(event)

    def _on_selection(self, selection: Selection, origin: object) -> None:
        if origin is self:
            return
        self._mark(selection)
        primary = self._selection.primary
        row = self._rows.row_of(primary) if primary is not None else None
        if row is not None:
            self.scrollTo(self._rows.index(row, 0))

    def _mark(self, selection: Selection) -> None:
        """Choose the rows of a selection without telling it back."""
        chosen = QItemSelection()
        current = QModelIndex()
        if isinstance(selection, Events):
            for first, last in runs(self._rows.rows_of(selection.ids)):
                chosen.select(self._rows.index(first, 0), self._rows.index(last, 0))
            row = self._rows.row_of(selection.primary)
            current = QModelIndex() if row is None else self._rows.index(row, 0)
        model = self.selectionModel()
        flag = QItemSelectionModel.SelectionFlag
        with QSignalBlocker(model):
            model.setCurrentIndex(current, flag.NoUpdate)
            model.select(chosen, flag.ClearAndSelect)
        self.viewport().update()


def runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbours among ascending `rows`."""
    first = last = -2
    for row in rows:
        if row != last + 1:
            if last >= 0:
                yield first, last
            first = row
        last = row
    if last >= 0:
        yield first, last
