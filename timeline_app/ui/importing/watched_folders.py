"""The watched folders of a library: a list to add to and take from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.ui.look.labels import label


class WatchedFolders(QDialog):
    """Opened with `open`; `changed` carries the folders after each change."""

    changed = Signal(list)

    def __init__(self, folders: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("watchedFolders")
        self.setWindowTitle(self.tr("Watched Folders"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Watched folders"))
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setMinimumSize(440, 150)
        self._list.addItems(list(folders))
        self._list.itemSelectionChanged.connect(self._follow)
        words = self.tr(
            "While this library is open, articles that appear in these folders are imported"
            " automatically. Articles that you remove stay away."
        )
        add = QPushButton(self.tr("Add Folder…"))
        add.clicked.connect(self.ask_folder)
        self._remove = QPushButton(self.tr("Stop Watching"))
        self._remove.clicked.connect(self.remove_chosen)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(add)
        buttons.addWidget(self._remove)
        buttons.addStretch()
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        self._follow()

    def folders(self) -> list[str]:
        """The folders as they are listed now."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def ask_folder(self) -> None:
        """Let the user choose a folder."""
        dialog = QFileDialog(self, self.tr("Watch a Folder"))
        dialog.setObjectName("watchDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.add)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add(self, folder: str) -> None:
        """Watch a folder, unless it is listed already."""
        if folder not in self.folders():
            self._list.addItem(folder)
            self.changed.emit(self.folders())

    def remove_chosen(self) -> None:
        """Stop watching the chosen folder; its articles stay in the library."""
        row = self._list.currentRow()
        if row >= 0:
            self._list.takeItem(row)
            self.changed.emit(self.folders())

    def _follow(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))
