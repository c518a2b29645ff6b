"""Asks for an event's title and date."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from timeline_app.session.date_words import parse_full_date
from timeline_app.ui.details.fields import Field
from timeline_app.ui.look.buttons import answers
from timeline_app.ui.look.labels import label

WIDTH = 480
LONGEST_QUOTE = 320


class EventDialog(QDialog):
    """Opened with `open`; `saved` carries the title and the TimeValue."""

    saved = Signal(str, object)

    def __init__(
        self, heading: str, quote: str, title: str, date: str, parent: QWidget | None = None
    ) -> None:
        """`quote` is the passage; `title` and `date` are suggestions."""
        super().__init__(parent)
        self.setObjectName("eventDialog")
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title = Field(self.tr("Title"), title, _title)
        self.date = Field(
            self.tr("Date"),
            date,
            parse_full_date,
            hint=self.tr("19 May 2016, May 2016, since 2011, 3 to 8 May 2016"),
        )
        self._lay_out(heading, quote)
        self.setFixedWidth(WIDTH)
        (self.date if title else self.title).edit.setFocus()

    def accept(self) -> None:
        """Tell title and date if both are right."""
        fields = (self.title, self.date)
        wrong = [field for field in fields if not field.is_right(always=True)]
        if wrong:
            wrong[0].edit.setFocus()
            return
        super().accept()
        self.saved.emit(self.title.text, parse_full_date(self.date.text))

    def _lay_out(self, heading: str, quote: str) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        self.title.add_to(grid)
        self.date.add_to(grid)
        words = " ".join(quote.split())
        short = words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1]}…"
        quoted = any(mark in short for mark in '“”„»«"')
        passage = label(short if quoted else f"“{short}”", "muted", wrap=True)
        passage.setVisible(bool(words))
        buttons, self.save = answers(self, self.tr("Save"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(heading, "heading"))
        column.addWidget(passage)
        column.addLayout(grid)
        column.addSpacing(4)
        column.addLayout(buttons)
        passage.setAlignment(Qt.AlignmentFlag.AlignTop)


def _title(text: str) -> None:
    if not text:
        msg = "A title needs at least one word."
        raise ValueError(msg)
