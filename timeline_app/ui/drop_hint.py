"""Shows, while files are dragged over the window, that they can be dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from timeline_app.ui.labels import label

INSET = 14


class DropHint(QFrame):
    """Covers the window; lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropHint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = label(tone="heading")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(self._words)
        column.addWidget(
            label(self.tr("The view stays where it is."), "muted"),
            0,
            Qt.AlignmentFlag.AlignHCenter,
        )
        column.addStretch()
        self.hide()

    def offer(self, paths: list[Path]) -> None:
        """Say what a drop would import."""
        if len(paths) == 1:
            self._words.setText(self.tr("Drop to import {0}").format(paths[0].name))
        else:
            self._words.setText(self.tr("Drop to import {0} files").format(len(paths)))
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect().adjusted(INSET, INSET, -INSET, -INSET))
        self.raise_()
        self.show()


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files and folders in a drag; empty when it holds something else."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
