"""Keeps the shelf in step with the open article, and takes what is chosen on it there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from timeline_app.domain.display import display
from timeline_app.session.selection import Events, Passage, Reveal

if TYPE_CHECKING:
    from timeline_app.domain.records import ArticleId
    from timeline_app.store import Library
    from timeline_app.store.undated import Kept, Shelf, Undated
    from timeline_app.ui.reader.view import Reader
    from timeline_app.ui.shelf.view import ShelfPanel
    from timeline_app.ui.window.main_window import MainWindow

MOST = 2_000
"""Expressions that are listed; nobody reads more."""


class ShelfFlow(QObject):
    """Reads the shelf while it is looked at; there is no panel before it is first wanted."""

    def __init__(self, window: MainWindow, reader: Reader) -> None:
        super().__init__(window)
        self._window, self._reader = window, reader
        self._session = window.session
        self._panel: ShelfPanel | None = None
        window.lists.shelf_made.connect(self._on_made)
        reader.article_shown.connect(self._on_article_shown)
        self._session.library_changed.connect(self._ask)
        self._session.library_opened.connect(self._on_library_opened)

    def _on_made(self, panel: ShelfPanel) -> None:
        self._panel = panel
        panel.wanted.connect(self._read)
        panel.chosen.connect(self._show)
        panel.place_wanted.connect(self._place)

    def _ask(self) -> None:
        if self._panel is not None:
            self._panel.ask()

    def _on_article_shown(self) -> None:
        self._window.lists.set_undated(len(self._reader.undated))
        if self._panel is not None and not self._panel.whole_library:
            self._panel.ask()

    def _on_library_opened(self) -> None:
        self._window.lists.set_undated(None)
        if self._panel is not None:
            self._panel.set_shelf(None)
            self._panel.ask()

    def _read(self, whole_library: bool) -> None:
        panel, opened = self._panel, self._reader.article
        if panel is None:
            return
        if not whole_library and opened is None:
            panel.set_shelf(None)
            return
        article = None if whole_library or opened is None else opened.id
        read = partial(_read_shelf, self._session.library, article)
        self._session.read("shelf", read, panel.set_shelf)

    def _show(self, row: Undated | Kept) -> None:
        from timeline_app.store.undated import Kept

        if isinstance(row, Kept):
            chosen: Events | Passage = Events.one(row.event)
        else:
            chosen = Passage(row.article, row.expression.span)
        self._session.selection.select(chosen, origin=self._panel, reveal=Reveal.SCROLL)

    def _place(self, row: Undated) -> None:
        value = row.expression.value
        suggested = display(value) if value is not None else ""
        self._window.correction_flow.ask_reading(
            row.article, row.expression.span, row.expression.text, suggested
        )


def _read_shelf(library: Library, article: ArticleId | None) -> Shelf:
    from timeline_app.store.undated import shelf

    return library.read(lambda connection: shelf(connection, article, MOST))
