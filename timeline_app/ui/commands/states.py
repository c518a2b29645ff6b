"""Which commands can be used right now: greyed out where they would do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from timeline_app.session.selection import Events

if TYPE_CHECKING:
    from timeline_app.ui.reader.view import Reader
    from timeline_app.ui.window.main_window import MainWindow

WRITING: Final = (
    "import_files",
    "import_folder",
    "paste",
    "watched_folders",
    "accept",
    "reject",
    "edit_title",
    "edit_date",
    "star",
    "tags",
    "add_event",
    "remove_articles",
    "reread",
    "versions",
)
"""Commands that change the library; the others that do are looked at one by one."""


class CommandStates(QObject):
    """Follows library, selection and reader."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._session.library_opened.connect(self.follow)
        self._session.index_changed.connect(self.follow)
        self._session.selection.changed.connect(self.follow)
        self.follow()

    def follow_reader(self, reader: Reader) -> None:
        """What is open in `reader` decides too."""
        reader.article_shown.connect(self.follow)
        reader.sources.shown_changed.connect(self.follow)

    def follow(self) -> None:
        """Look again."""
        commands, read_only = self._window.commands, self._session.read_only
        for name in WRITING:
            commands[name].setEnabled(not read_only)
        selection = self._session.selection.selection
        chosen = len(selection.ids) if isinstance(selection, Events) else 0
        sources = self._has_several_sources()
        for name in ("copy_event", "fit_selection"):
            commands[name].setEnabled(chosen > 0)
        for name in ("next_source", "previous_source"):
            commands[name].setEnabled(sources)
        commands["merge_events"].setEnabled(chosen > 1 and not read_only)
        commands["split_source"].setEnabled(sources and not read_only)

    def _has_several_sources(self) -> bool:
        """Not before the reader was made."""
        reader = self._window.opened_reader
        shown = reader.sources.shown if reader is not None else None
        return shown is not None and shown.articles > 1
