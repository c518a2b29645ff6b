"""One event of a pair: its date, its title, who says so and in which words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from timeline_app.domain.records import Event
from timeline_app.ui.look.labels import label
from timeline_app.ui.look.wording import dotted, full_date
from timeline_app.ui.reader.sources import Sources

_LONGEST = 320  # characters of a quotation


class ReportView(QFrame):
    """A click, or Enter, asks to see the event on the timeline and in the reader."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportView")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._date = label(tone="small")
        self._title = label(tone="strong", wrap=True)
        self._source = label(tone="small", wrap=True)
        self._quote = label(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(4)
        for part in (self._date, self._title, self._source, self._quote):
            column.addWidget(part)

    def set_report(self, event: Event, sources: Sources) -> None:
        """Show an event with its first source's words."""
        self._date.setText(full_date(event.when))
        self._title.setText(event.title)
        self._title.setAccessibleName(event.title)
        first = sources.told[0] if sources.told else None
        more = len(sources.told) - 1
        others = f"and {more} more" if more else ""
        parts = (first.outlet, first.published, others) if first else ()
        self._source.setText(dotted(parts))
        quote = first.quote if first else ""
        short = quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…"
        self._quote.setText(f"“{short}”" if short else "")
        self.setAccessibleName(f"{event.title}, {full_date(event.when)}")
        self.setToolTip(self.tr("Show it on the timeline"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click shows it."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Taken, or the release would go elsewhere."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows it, too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.clicked.emit()
            return
        super().keyPressEvent(event)
