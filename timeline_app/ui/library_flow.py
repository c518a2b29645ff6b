"""Opening and making libraries from the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from timeline_app.assets import resource
from timeline_app.store.location import default_library

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow

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

    def _on_chosen(self, name: str) -> None:
        self._window.open_library(Path(name))
