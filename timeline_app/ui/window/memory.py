"""What a window remembers: its own layout, and where the user was in each library."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from timeline_app.domain.text import Span
from timeline_app.session.selection import Events, Nothing, Passage
from timeline_app.session.settings import Place
from timeline_app.session.view import LibraryView
from timeline_app.ui.window.pacing import AFTER_LISTS_MS, AT_ONCE

if TYPE_CHECKING:
    from timeline_app.ui.window.main_window import MainWindow

LAYOUT_VERSION = 1
WIDTH, HEIGHT = 1440, 860
LISTS_SHARE, LISTS_MOST = 0.215, 320
READER_SHARE, READER_MOST = 0.28, 430
MOST_REMEMBERED = 1_000
"""Selected events up to which they are selected again; of more, the one that was read."""
TIMELINE_SHARE = 0.48
"""Part of the width that the timeline keeps when the window is made narrower."""


class WindowMemory(QObject):
    """Restores at the start and when a library opens, saves when either ends."""

    def __init__(self, window: MainWindow) -> None:
        """Take the present layout of `window` for the one of the first start."""
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._settings = window.session.settings
        self._first_layout = window.saveState(LAYOUT_VERSION)
        self._place = Place()
        self._placed = False

    def restore_window(self) -> None:
        """Size, panels and bars as they were."""
        window = self._window
        if self._settings.geometry.isEmpty():
            window.resize(WIDTH, HEIGHT)
        else:
            window.restoreGeometry(self._settings.geometry)
        state = self._settings.window_state
        if state.isEmpty() or not window.restoreState(state, LAYOUT_VERSION):
            self._default_widths()

    def reset_layout(self) -> None:
        """Panels back to where they are at the first start."""
        self._window.restoreState(self._first_layout, LAYOUT_VERSION)
        self._default_widths()

    def spare_the_timeline(self, left: int) -> None:
        """The window got narrower and the timeline has `left` pixels: panels take up to a share."""
        if left < self._window.width() * TIMELINE_SHARE:
            self._default_widths(
                most=(self._window.lists.width(), self._window.reader_panel.width())
            )

    def save_window(self) -> None:
        """Remember size, panels and bars."""
        self._settings.geometry = self._window.saveGeometry()
        self._settings.window_state = self._window.saveState(LAYOUT_VERSION)

    def begin_library(self) -> None:
        """Another library is open: look up where the user was in it."""
        self._place, self._placed = self._settings.place(self._session.library.path), False

    def go_to_place(self, view: LibraryView) -> None:
        """Once, when the library's articles are there: where the user was in it.

        In a new library that is where most events lie, and its first article.
        """
        if self._placed or not view.articles:
            return
        self._placed = True
        canvas, place = self._window.timeline.canvas, self._place
        canvas.set_collapsed([n for n, name in enumerate(view.lane_names) if name in place.folded])
        if place.viewport is not None:
            canvas.set_viewport(canvas.viewport().fitted(*place.viewport, 0.0, 0.0))
        else:
            canvas.fit_most()
        if view.shown <= AT_ONCE:
            self._choose(view, self._session.library.path)
        else:
            choose = partial(self._choose, view, self._session.library.path)
            QTimer.singleShot(AFTER_LISTS_MS, self._window, choose)

    def _choose(self, view: LibraryView, library: Path) -> None:
        """Select what was selected, unless the user was quicker."""
        chosen_already = not isinstance(self._session.selection.selection, Nothing)
        if chosen_already or library != self._session.library.path:
            return
        place = self._place
        ids = frozenset(self._session.events.get_many(place.events))
        if ids:
            primary = place.primary if place.primary in ids else None
            chosen = Events(ids, min(ids) if primary is None else primary)
            self._session.selection.select(chosen, origin=self._window)
            return
        articles = [article.id for article in view.articles]
        first = articles[0] if place.article is None else place.article
        article = first if first in articles else articles[0]
        self._session.selection.select(Passage(article, Span(0, 0)), origin=self._window)

    def save_place(self) -> None:
        """Remember where the user is in the open library."""
        viewport, folded = self._place.viewport, self._place.folded
        view = self._session.view
        if self._placed and view is not None:
            canvas = self._window.timeline.canvas
            viewport = canvas.viewport().first, canvas.viewport().last
            names = enumerate(view.lane_names)
            folded = tuple(name for n, name in names if n in canvas.collapsed())
        selection = self._session.selection.selection
        events = selection.ids if isinstance(selection, Events) else frozenset()
        if len(events) > MOST_REMEMBERED and isinstance(selection, Events):
            events = frozenset([selection.primary])
        article = self._window.reader.article
        place = Place(
            viewport,
            tuple(sorted(events)),
            self._session.selection.primary,
            article.id if article else None,
            folded,
        )
        self._settings.set_place(self._session.library.path, place)

    def _default_widths(self, most: tuple[int, int] = (LISTS_MOST, READER_MOST)) -> None:
        width = self._window.width()
        sides = [
            min(LISTS_MOST, int(width * LISTS_SHARE), most[0]),
            min(READER_MOST, int(width * READER_SHARE), most[1]),
        ]
        panels = [self._window.lists, self._window.reader_panel]
        self._window.resizeDocks(panels, sides, Qt.Orientation.Horizontal)
