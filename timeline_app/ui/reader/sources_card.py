"""Who reports the event: every source with its date and words, first report first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from timeline_app.domain.records import ArticleId
from timeline_app.ui.look.labels import label
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.look.wording import dotted
from timeline_app.ui.reader.source_row import ROW_HEIGHT, SourceRow
from timeline_app.ui.reader.sources import Sources, Told

_ROWS = 3


class SourcesCard(QFrame):
    """Lists the sources of an event that has several.

    `chosen` carries the number of the source to open; `split_wanted` the id of an article whose
    report is of another event; `date_wanted` a source's own date that the event is to have;
    `shown_changed` tells that other sources are shown, or none.
    """

    chosen = Signal(int)
    split_wanted = Signal(object)
    date_wanted = Signal(object)
    shown_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourcesCard")
        self._theme = theme
        self._shown: Sources | None = None
        self._here: ArticleId | None = None
        self._rows: list[SourceRow] = []
        self._heading = label(tone="section")
        self._conflict = label(tone="conflict", wrap=True)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._area = QScrollArea()
        self._area.setWidget(self._list)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._narrow = self._unfolded = False
        self._fold = QPushButton()
        self._fold.setProperty("kind", "link")
        self._fold.clicked.connect(self._on_fold)
        line = QHBoxLayout()
        line.setContentsMargins(20, 0, 14, 0)
        line.addWidget(self._heading, 1)
        line.addWidget(self._fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 6)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._conflict)
        column.addWidget(self._area)
        self.hide()

    @property
    def shown(self) -> Sources | None:
        """What is shown now."""
        return self._shown

    @property
    def rows(self) -> Sequence[SourceRow]:
        """A row a source."""
        return self._rows

    def set_theme(self, theme: Theme) -> None:
        """Show the same in another theme."""
        self._theme = theme
        shown, self._shown = self._shown, None
        self.set_sources(shown, self._here)

    def set_narrow(self, narrow: bool) -> None:
        """Where there is little room, the list is folded away until it is asked for."""
        self._narrow = narrow
        self._fit()

    def set_sources(self, shown: Sources | None, here: ArticleId | None) -> None:
        """Show sources, that of the open article marked; one alone is not worth a card.

        The same ones stay as they are: no text moves.
        """
        if (shown, here) == (self._shown, self._here):
            return
        self._shown, self._here = shown, here
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        self.shown_changed.emit()
        if shown is None or len(shown.told) < 2:
            self.hide()
            return
        self._conflict.setText(shown.disagreement)
        for number, told in enumerate(shown.told):
            self._add(number, told, shown)
        self._fit()
        self.show()

    def _add(self, number: int, told: Told, shown: Sources) -> None:
        remark = "first report" if number == 0 else "copy" if told.copies else ""
        row = SourceRow(
            self._theme,
            told.article,
            told.outlet,
            dotted((remark, told.published)),
            told.date,
            told.quote,
            here=told.article == self._here,
            parent=self._list,
        )
        row.clicked.connect(lambda: self.chosen.emit(number))
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        row.customContextMenuRequested.connect(
            lambda at: self.menu(told).popup(row.mapToGlobal(at))
        )
        if shown.articles < 2:
            row.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._column.addWidget(row)
        self._rows.append(row)

    def menu(self, told: Told) -> QMenu:
        """What can be done with a source."""
        menu = QMenu(self)
        menu.setObjectName("sourceMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if told.when is not None:
            take = menu.addAction(self.tr("Date the Event {0}").format(told.date))
            take.triggered.connect(lambda: self.date_wanted.emit(told.when))
        split = menu.addAction(self.tr("Split Off This Source"))
        split.triggered.connect(lambda: self.split_wanted.emit(told.article))
        return menu

    def _fit(self) -> None:
        """Where there is little room the text needs it more than a sentence about the dates."""
        if self._shown is None:
            return
        said, short = self._shown.disagreement, self.tr("dates differ")
        brief = bool(said) and self._narrow
        self._heading.setText(dotted((self._shown.heading, short if brief else "")))
        self._heading.setToolTip(said)
        self._conflict.setVisible(bool(said) and not self._narrow)
        self._fold.setVisible(self._narrow)
        self._fold.setText(self.tr("Hide") if self._unfolded else self.tr("Show"))
        self._area.setVisible(self._unfolded or not self._narrow)
        self._area.setFixedHeight(min(len(self._rows), _ROWS) * ROW_HEIGHT)

    def _on_fold(self) -> None:
        self._unfolded = not self._unfolded
        self._fit()
