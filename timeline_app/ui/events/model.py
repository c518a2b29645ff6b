"""Rows of the event list: ids and year headings; words are read when a row is shown."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QStandardItemModel

from timeline_app.domain.display import display, year_words
from timeline_app.domain.records import ArticleId, EventId
from timeline_app.session.event_cache import EventCache
from timeline_app.session.view import LibraryView, source_name
from timeline_app.store import EventSummary
from timeline_app.ui.look.wording import dotted, event_note

if TYPE_CHECKING:
    import numpy

    from timeline_app.layout.index import EventIndex

    Index = QModelIndex | QPersistentModelIndex

CHUNK = 64
FEW = 64
"""Events that are quicker to look up one by one than all at once."""
HEADING = 0
"""Stands in the row's id for a heading; stored ids start at 1."""


class EventListModel(QStandardItemModel):
    """One row an event or a year; holds integers only.

    A standard model without items: a list asks for the number of rows twice a row, and a million
    answers of Python's take seconds.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache: EventCache | None = None
        self._ids: numpy.ndarray | None = None
        self._years: numpy.ndarray | None = None
        self._order: numpy.ndarray | None = None
        self._headed = True
        self._index: EventIndex | None = None
        self._names: dict[ArticleId, str] = {}
        self.setColumnCount(1)

    @property
    def headed(self) -> bool:
        """True when every year has a heading."""
        return self._headed

    def set_view(
        self, view: LibraryView | None, cache: EventCache | None, *, headed: bool = True
    ) -> None:
        """Show the events of `view`, `headed` by their years; the words come from `cache`."""
        self.beginResetModel()
        self._cache, self._order, self._headed = cache, None, headed
        self._ids, self._years = None, None
        if view is not None and view.shown:
            self._ids, self._years = _rows(view) if headed else (view.ids, view.years)
        self._index = view.index if view is not None and not headed else None
        self._names = {each.id: source_name(each) for each in view.articles} if view else {}
        with QSignalBlocker(self):
            self.setRowCount(0 if self._ids is None else len(self._ids))
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text for type-ahead and screen readers; the delegate asks `summary` and `year`."""
        if self._ids is None or not 0 <= index.row() < len(self._ids):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            event = self.summary(index.row())
            return event.title if event else year_words(self.year(index.row()))
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            event = self.summary(index.row())
            if event is None:
                return None
            return dotted((event.title, display(event.when), self.note(event)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be selected."""
        if not index.isValid() or self.event_id(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def event_id(self, row: int) -> EventId | None:
        """Id of the event in a row; None for a heading."""
        if self._ids is None or not 0 <= row < len(self._ids):
            return None
        return int(self._ids[row]) or None

    def events(self, first: int, last: int) -> list[EventId]:
        """Ids of the events in rows [first, last]; headings are left out."""
        if self._ids is None:
            return []
        ids = self._ids[first : last + 1]
        chosen: list[EventId] = ids[ids != HEADING].tolist()
        return chosen

    def year(self, row: int) -> int:
        """Astronomical year that a row stands under."""
        return 0 if self._years is None else int(self._years[row])

    def summary(self, row: int) -> EventSummary | None:
        """The event in a row, read with its neighbours; None for a heading."""
        event = self.event_id(row)
        if event is None or self._cache is None or self._ids is None:
            return None
        start = row - row % CHUNK
        near = [int(number) for number in self._ids[start : start + CHUNK] if number != HEADING]
        return self._cache.get_many(near).get(event)

    def note(self, event: EventSummary) -> str:
        """How an event is known; where there is only one source, which."""
        return event_note(event, self._names.get(event.articles[0], "") if event.articles else "")

    def row_of(self, event: EventId) -> int | None:
        """Row of an event; None when the filter hides it."""
        if self._ids is None:
            return None
        if self._index is not None:
            return self._index.row_of(event)
        import numpy as np

        if self._order is None:
            self._order = np.argsort(self._ids, kind="stable")
        at = int(np.searchsorted(self._ids, event, sorter=self._order))
        if at == len(self._ids):
            return None
        row = int(self._order[at])
        return row if self._ids[row] == event else None

    def rows_of(self, events: Collection[EventId]) -> list[int]:
        """Rows of those events that are shown, ascending."""
        if len(events) <= FEW:
            found = (self.row_of(event) for event in events)
            return sorted(row for row in found if row is not None)
        if self._ids is None:
            return []
        import numpy as np

        wanted = np.fromiter(events, np.int64, len(events))
        rows: list[int] = np.flatnonzero(np.isin(self._ids, wanted)).tolist()
        return rows

    def neighbour(self, event: EventId | None, step: int) -> EventId | None:
        """The next (`step` 1) or previous (-1) event in time; from none, the first or last."""
        row = self.row_of(event) if event is not None else None
        if row is None:
            row = -1 if step > 0 else self.rowCount()
        row += step
        while 0 <= row < self.rowCount():
            if (found := self.event_id(row)) is not None:
                return found
            row += step
        return None


def _rows(view: LibraryView) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Ids with a heading before each new year, and the year of every row.

    Events without a start stand where their end is, so a year may come up again.
    """
    import numpy as np

    starts = np.flatnonzero(np.diff(view.years, prepend=view.years[:1] - 1))
    return np.insert(view.ids, starts, HEADING), np.insert(view.years, starts, view.years[starts])
