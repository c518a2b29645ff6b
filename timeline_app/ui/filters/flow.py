"""What narrows the view, from the window: search, chips, and the ticks in the menus."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from timeline_app.session.view import Filter

if TYPE_CHECKING:
    from timeline_app.ui.window.main_window import MainWindow


class FilterFlow(QObject):
    """Makes one filter of what is typed, clicked and ticked, and shows it in all of these."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        filters, commands = window.filters, window.commands
        filters.kind_toggled.connect(self._on_kind_toggled)
        filters.cleared.connect(self._on_cleared)
        filters.entities_cleared.connect(self._on_entities_cleared)
        filters.by_context_toggled.connect(commands["hide_by_context"].trigger)
        filters.span_cleared.connect(commands["only_range"].trigger)
        filters.starred_cleared.connect(commands["only_starred"].trigger)
        window.top_bar.search.searched.connect(self._on_searched)
        window.top_bar.search.left.connect(self._on_search_left)

    def follow(self, chosen: Filter) -> None:
        """Ticks in the menus say what is shown, whoever changed it."""
        commands = self._window.commands
        commands["show_rejected"].setChecked(chosen.show_rejected)
        commands["hide_by_context"].setChecked(chosen.hide_by_context)
        commands["only_starred"].setChecked(chosen.starred)
        self.follow_range()

    def follow_range(self) -> None:
        """What can be done with a range of time, once one is marked."""
        commands = self._window.commands
        marked = self._window.timeline.canvas.marked_range is not None
        only = self._session.filter.span is not None
        commands["fit_range"].setEnabled(marked)
        commands["only_range"].setEnabled(marked or only)
        commands["only_range"].setChecked(only)

    def _on_searched(self, text: str) -> None:
        self._session.set_filter(replace(self._session.filter, text=text))

    def _on_search_left(self) -> None:
        """From the search field to its results: the first one, unless one is chosen."""
        handlers = self._window.handlers
        handlers.on_focus_events()
        primary = self._session.selection.primary
        if primary is None or self._window.lists.events.rows.row_of(primary) is None:
            handlers.on_next_event()

    def _on_kind_toggled(self, kind: object) -> None:
        self._session.set_filter(self._session.filter.toggled(kind))  # type: ignore[arg-type]

    def _on_entities_cleared(self) -> None:
        self._session.set_filter(replace(self._session.filter, entities=frozenset()))

    def _on_cleared(self) -> None:
        self._window.top_bar.search.clear()
        self._session.set_filter(Filter(show_rejected=self._session.filter.show_rejected))
