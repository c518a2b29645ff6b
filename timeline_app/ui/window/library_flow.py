"""Opening and making libraries from the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from timeline_app.assets import resource
from timeline_app.domain.errors import LibraryError
from timeline_app.store import Library
from timeline_app.store.location import default_library

if TYPE_CHECKING:
    from timeline_app.ui.window.main_window import MainWindow

SUFFIX = "timeline"
FILTER = "Libraries (*.timeline);;All files (*)"


class LibraryFlow(QObject):
    """Asks for a file and opens it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def ask_new(self) -> None:
        """Let the user name a new library."""
        dialog = self._dialog(self.tr("New Library"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.open()

    def ask_open(self) -> None:
        """Let the user choose a library."""
        dialog = self._dialog(self.tr("Open Library"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def ask_copy(self) -> None:
        """Let the user name a file for a copy of the open library."""
        dialog = self._dialog(self.tr("Save a Copy"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(self.tr("{0} (copy)").format(self._session.library.path.stem))
        dialog.fileSelected.disconnect()
        dialog.fileSelected.connect(self._on_copy_named)
        dialog.open()

    def tell_read_only(self) -> None:
        """Say that the open library can only be looked at, and offer a copy to work in."""
        words = self.tr(
            "This library is write-protected: you can look at everything, and change nothing."
        )
        self._window.banner.show_offer(words, self.tr("Save a copy…"), self.ask_copy)

    def open_samples(self) -> None:
        """Open the library of sample articles in the user's data folder, filling it if new."""
        path = default_library().with_name(f"samples.{SUFFIX}")
        self._window.open_library(path)
        if self._session.library.path == path and not self._session.library.article_ids():
            self._window.import_flow.take(sorted(resource("samples").glob("*.txt")))

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._session.library.path.parent))
        dialog.setObjectName("libraryDialog")
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(FILTER)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _on_copy_named(self, name: str) -> None:
        library, path = self._session.library, Path(name)
        self._window.status.show_busy(self.tr("Saving a copy…"))
        self._session.read("copy library", partial(_copied, library, path), self._on_copied)

    def _on_copied(self, outcome: Path | LibraryError) -> None:
        if not self._session.imports.running:
            self._window.status.end_progress()
        if isinstance(outcome, LibraryError):
            self._window.show_error(self.tr("The copy could not be saved: {0}.").format(outcome))
            return
        words = self.tr("Saved a copy as {0}.").format(outcome.name)
        show = partial(self._window.open_library, outcome)
        self._window.banner.show_note(words, self.tr("Open it"), show)

    def _on_chosen(self, name: str) -> None:
        self._window.open_library(Path(name))


def _copied(library: Library, path: Path) -> Path | LibraryError:
    """A failure is an answer too."""
    try:
        library.copy_to(path)
    except LibraryError as error:
        return error
    return path
