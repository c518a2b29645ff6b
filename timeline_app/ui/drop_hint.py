"""Shows, while files are dragged over the window, that they can be dropped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from timeline_app.ui.labels import label

if TYPE_CHECKING:
    from timeline_app.importing.files import Item

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

    def offer(self, items: Sequence[Item]) -> None:
        """Say what a drop would import."""
        first = items[0]
        if len(items) > 1:
            words = self.tr("Drop to import {0} files").format(len(items))
        elif isinstance(first, Path):
            words = self.tr("Drop to import {0}").format(first.name)
        else:
            words = self.tr("Drop to import this text")
        self._words.setText(words)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect().adjusted(INSET, INSET, -INSET, -INSET))
        self.raise_()
        self.show()
