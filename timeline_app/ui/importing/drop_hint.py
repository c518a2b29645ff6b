"""Takes what is dropped on the window, and shows while it is dragged that it can be dropped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from timeline_app.ui.importing.dropped import importable, is_address
from timeline_app.ui.look.labels import label

if TYPE_CHECKING:
    from timeline_app.importing.files import Item

INSET = 14


class DropHint(QFrame):
    """Covers the window; lets the mouse through. `dropped` carries QMimeData."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Whatever is dropped on `parent` can be imported."""
        super().__init__(parent)
        parent.setAcceptDrops(True)
        parent.installEventFilter(self)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files, folders and text are welcome anywhere; a link is, to be told about."""
        if isinstance(event, QDragEnterEvent):
            items = importable(event.mimeData())
            if items or is_address(event.mimeData()):
                event.acceptProposedAction()
            if items:
                self.offer(items)
        elif event.type() == QEvent.Type.DragLeave:
            self.hide()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.hide()
            event.acceptProposedAction()
            self.dropped.emit(event.mimeData())
        return super().eventFilter(watched, event)

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
