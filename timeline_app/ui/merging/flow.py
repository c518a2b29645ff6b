"""Merging events and splitting sources off from the window, and the list of suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from timeline_app.domain.records import ArticleId, EventId
from timeline_app.session.selection import Events, Reveal
from timeline_app.store import MergeEvents, RefuseMerge, SplitSource

if TYPE_CHECKING:
    from timeline_app.ui.merging.dialog import SuggestionsDialog
    from timeline_app.ui.window.main_window import MainWindow


class MergeFlow(QObject):
    """What is done with several reports of one event; each is one step to undo."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session

    def merge_selected(self) -> None:
        """Make one event of the selected ones: two or more, or the command is greyed out."""
        selection = self._session.selection.selection
        if isinstance(selection, Events) and len(selection.ids) > 1:
            first = selection.primary
            self.merge((first, *sorted(selection.ids - {first})))

    def merge(self, events: tuple[EventId, ...]) -> None:
        """Make one event of these."""
        self._session.undo_stack.do(MergeEvents(events))

    def keep_apart(self, events: tuple[EventId, ...]) -> None:
        """Never suggest again that these are one."""
        self._session.undo_stack.do(RefuseMerge(events))

    def split_here(self) -> None:
        """Split the open article's report off the selected event, which has several."""
        article, event = self._window.reader.article, self._session.selection.primary
        if event is not None and article is not None:
            self.split(event, article.id)

    def split(self, event: EventId, article: ArticleId) -> None:
        """What `article` reports is another event."""
        self._session.undo_stack.do(SplitSource(event, article))

    def show_suggestions(self) -> None:
        """The pairs of events that may be one, beside the timeline."""
        from timeline_app.ui.merging.dialog import SuggestionsDialog  # rarely wanted

        known = self._window.findChild(SuggestionsDialog)
        dialog = known or self._made(SuggestionsDialog(self._session, self._window))
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _made(self, dialog: SuggestionsDialog) -> SuggestionsDialog:
        dialog.same.connect(self.merge)
        dialog.different.connect(self.keep_apart)
        dialog.chosen.connect(self._show)
        return dialog

    def _show(self, event: EventId) -> None:
        self._session.selection.select(Events.one(event), origin=self, reveal=Reveal.SCROLL)
