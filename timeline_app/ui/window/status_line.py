"""The quiet line at the bottom: last import, visible range, progress, whether all is saved."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStatusBar,
    QWidget,
)

from timeline_app.domain import calendars as cal
from timeline_app.domain.display import MONTHS, year_words
from timeline_app.ui.look.labels import ElidedLabel, label

if TYPE_CHECKING:
    from timeline_app.importing.report import ImportProgress


class StatusLine(QStatusBar):
    """`cancelled` asks to stop the import."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._summary, self._range = ElidedLabel("small"), label(tone="small")
        self._visible, self._ranged = "", True
        self._marked: tuple[int, int] | None = None
        self._saved = label(tone="small")
        self._progress = QWidget()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(150)
        self._bar.setAccessibleName(self.tr("Import"))
        self._name = ElidedLabel("small")
        self._name.setFixedWidth(330)
        self._name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("kind", "link")
        cancel.clicked.connect(self.cancelled)
        line = QHBoxLayout(self._progress)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in (self._name, self._bar, cancel):
            line.addWidget(widget)
        self.setContentsMargins(8, 0, 10, 0)
        self.addWidget(self._summary, 1)
        self.addWidget(self._range)
        self.addPermanentWidget(self._progress)
        self._saved.setContentsMargins(14, 0, 0, 0)
        self.addPermanentWidget(self._saved)
        self._progress.hide()

    @property
    def summary(self) -> str:
        """What was said last."""
        return self._summary.accessibleName()

    @property
    def busy(self) -> bool:
        """True while an import's progress is shown."""
        return not self._progress.isHidden()

    @property
    def range_is_shown(self) -> bool:
        """False while there is none to tell, or something else has its place."""
        return not self._range.isHidden()

    def set_summary(self, text: str) -> None:
        """What happened last, in a few words."""
        self._summary.set_text(text)

    def range_words(self) -> str:
        """What is said of the visible or the marked range."""
        return self._range.text()

    def set_range(self, first: int, last: int) -> None:
        """The visible stretch of time, [first, last) in seconds."""
        self._visible = range_words(first, last)
        self._say_range()

    def set_marked(self, span: tuple[int, int] | None) -> None:
        """The range of time that is marked on the timeline, in seconds; it is told instead."""
        self._marked = span
        self._say_range()

    def _say_range(self) -> None:
        if self._marked is None:
            self._range.setText(self._visible)
            return
        first, last = self._marked
        words = range_words(first, max(last, first + 1))
        self._range.setText(self.tr("Marked: {0} · Z zooms there, L shows only this").format(words))

    def show_range(self, shown: bool) -> None:
        """An empty timeline has no range worth telling."""
        self._ranged = shown
        self._range.setVisible(shown and not self.busy)

    def set_saved(self, saved: bool, *, read_only: bool = False) -> None:
        """Whether anything waits to be written, or nothing can be."""
        words = self.tr("All changes saved") if saved else self.tr("Saving…")
        self._saved.setText(self.tr("Read-only") if read_only else words)

    def begin_progress(self) -> None:
        """An import was asked for; how much there is to do isn't known yet."""
        self._name.set_text(self.tr("Importing…"))
        self._bar.setMaximum(0)
        self._begin()

    def show_busy(self, words: str, done: int = 0, total: int = 0) -> None:
        """Something else than an import takes its time; `total` 0: nobody knows how much."""
        self._name.set_text(words)
        self._bar.setMaximum(total)
        self._bar.setValue(done)
        self._begin()

    def show_progress(self, update: ImportProgress) -> None:
        """How far an import is."""
        name = PurePath(update.current).name
        number = min(update.done + 1, update.total)
        words = self.tr("Importing {0} of {1}").format(number, update.total)
        if update.seconds_left is not None:
            words = f"{words} · {time_left(update.seconds_left)}"
        self._name.set_text(f"{words} · {name}" if name else words)
        self._bar.setMaximum(max(update.total, 1))
        self._bar.setValue(update.done)
        self._begin()

    def end_progress(self) -> None:
        """No import runs."""
        self._progress.hide()
        self._range.setVisible(self._ranged)

    def _begin(self) -> None:
        """There is no room for the range beside what is going on."""
        self._range.hide()
        self._progress.show()


def time_left(seconds: float) -> str:
    """How long it will take, as roughly as it is known: `about 3 min left`."""
    if seconds < 10:
        return "a few seconds left"
    if seconds < 90:
        return f"about {round(seconds / 10) * 10} s left"
    if seconds < 5400:
        return f"about {round(seconds / 60)} min left"
    return f"about {round(seconds / 3600)} h left"


def range_words(first: int, last: int) -> str:
    """A stretch of time in words as fine as its length: `10 May to 8 June 2016`."""
    start, end = cal.civil_from_seconds(first), cal.civil_from_seconds(last - 1)
    length = last - first
    if length <= 3 * cal.DAY:
        clock = f"{start.hour:02}:{start.minute:02}", f"{end.hour:02}:{end.minute:02}"
        day = _day(start, full=True)
        if start[:3] == end[:3]:
            return f"{day}, {clock[0]} to {clock[1]}"
        return f"{day}, {clock[0]} to {_day(end, full=True)}, {clock[1]}"
    if length <= 3 * 366 * cal.DAY:
        return f"{_day(start, full=start.year != end.year)} to {_day(end, full=True)}"
    return f"{year_words(start.year)} to {year_words(end.year)}"


def _day(at: cal.CivilTime, *, full: bool) -> str:
    words = f"{at.day} {MONTHS[at.month - 1]}"
    return f"{words} {year_words(at.year)}" if full else words
