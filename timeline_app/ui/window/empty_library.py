"""What a library without articles shows: what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.ui.commands.actions import Actions
from timeline_app.ui.look.labels import label
from timeline_app.ui.window.top_bar import ActionButton

WIDTH, LINES = 480, 3


class EmptyLibrary(QFrame):
    """Import, drop, or look at the samples."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyLibrary")
        heading = label(self.tr("Start with your articles"), "heading")
        words = label(
            self.tr(
                "Import news stories, reports or press exports. What they date becomes an event on"
                " the timeline, and every event leads back to its passage."
            ),
            "muted",
            wrap=True,
        )
        words.setFixedWidth(WIDTH)
        words.setMinimumHeight(words.fontMetrics().lineSpacing() * LINES)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch()
        buttons.addWidget(
            ActionButton(actions["import_files"], self.tr("Import articles…"), kind="primary")
        )
        buttons.addWidget(ActionButton(actions["open_samples"], self.tr("Open sample library")))
        buttons.addStretch()
        words_of_hint = self.tr(
            "or drop them anywhere on this window: text, web pages, PDF, Word, mail and more"
        )
        hint = label(words_of_hint, "small")
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        for widget in (heading, words):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column.addLayout(buttons)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(hint, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
