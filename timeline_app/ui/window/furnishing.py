"""What fills the panels: once the timeline stands, and again with each view of the library.

In a large library one panel comes after the other, with time between for what the user does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from timeline_app.ui.window.pacing import AFTER_PICTURE_MS, AT_ONCE

if TYPE_CHECKING:
    from timeline_app.session.view import LibraryView
    from timeline_app.ui.window.main_window import MainWindow

Step = Callable[[], None]


class Furnishing(QObject):
    """Makes and fills lists, chips and reader, the timeline's picture being there first."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._begun = self.done = False
        self._listed: LibraryView | None = None
        self._steps: Iterator[Step] = iter(())
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._take_step)

    def begin(self) -> None:
        """Make the panels; `done` is True once all of them are there."""
        if not self._begun:
            self._begun = True
            steps = (self._make_events, self._make_articles, self._show_chips, self._make_reader)
            self._in_turn(steps, 0)

    def follow(self, view: LibraryView) -> None:
        """Show another view of the library; until all panels are there, that has time."""
        if not self.done:
            return
        self._listed = view
        steps = (self._list_events, self._list_articles, self._show_chips)
        if view.shown > AT_ONCE:
            self._in_turn(steps, AFTER_PICTURE_MS)
            return
        self.stop()
        for step in steps:
            step()

    def stop(self) -> None:
        """Leave undone what hasn't been done yet."""
        self._next.stop()
        self._steps = iter(())

    def _in_turn(self, steps: Iterable[Step], wait: int) -> None:
        """Take steps one by one, the first after `wait` ms, in the place of those still to do."""
        self._steps = iter(steps)
        self._next.start(wait)

    def _take_step(self) -> None:
        step = next(self._steps, None)
        if step is not None:
            step()
            self._next.start(0)
        elif not self.done:
            self.done = True
            view = self._session.view
            if view is not None and view is not self._listed:
                self.follow(view)

    # What is made once

    def _make_events(self) -> None:
        self._listed = self._session.view
        self._list_events()

    def _make_articles(self) -> None:
        window = self._window
        for name in ("article_details", "remove_articles"):
            window.lists.articles.addAction(window.commands[name])
        window.lists.articles.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        window.setTabOrder(window.lists.events, window.lists.articles)
        window.setTabOrder(window.lists.articles, window.timeline.canvas)
        self._list_articles()

    def _make_reader(self) -> None:
        self._window.reader.follow_selection()
        self._window.lists.events.follow_selection()
        self._window.lists.events.setFocus()

    # What follows each view

    def _list_events(self) -> None:
        view, lists = self._listed, self._window.lists
        if view is not None:
            lists.events.set_view(view, self._session.events)
            lists.set_counts(view.shown, len(view.articles))
            lists.say_nothing_found(self._why_no_events(view))

    def _list_articles(self) -> None:
        if self._listed is not None:
            self._window.lists.articles.set_articles(self._listed.articles)

    def _show_chips(self) -> None:
        if self._listed is not None:
            self._window.filters.set_view(self._listed, self._session.filter)
            self._window.filter_flow.follow(self._session.filter)

    def _why_no_events(self, view: LibraryView) -> str:
        if view.shown:
            return ""
        if view.total:
            return self.tr("No event matches.")
        return self.tr("Events appear here once articles are imported.")
