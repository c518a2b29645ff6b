"""What an import did, file by file: shown when a file was refused, or when asked for."""

from __future__ import annotations

from pathlib import Path, PurePath

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.domain.display import counted
from timeline_app.importing.report import ImportReport, ImportRow, Outcome
from timeline_app.ui.look.flow_layout import FlowLayout
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.look.wording import dotted

_ORDER = (Outcome.REFUSED, Outcome.IMPORTED, Outcome.ALREADY_THERE)
_NAMES = {
    Outcome.IMPORTED: "Imported",
    Outcome.ALREADY_THERE: "Already there",
    Outcome.REFUSED: "Refused",
}
MOST_ROWS = 5
NAME_SHARE, NAME_MARGIN, BESIDE = 0.3, 16, 60
PADDING = 6


class ImportPanel(QFrame):
    """A table of files below the timeline; refused ones first, with their reason.

    `retried` asks to import the refused ones again, `replace_wanted` to look at newer versions.
    """

    retried = Signal()
    replace_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self.setAccessibleName(self.tr("Import report"))
        self._theme = theme
        self._report: ImportReport | None = None
        self._summary = _Summary()
        copy = QPushButton(self.tr("Copy"))
        copy.setProperty("kind", "link")
        copy.clicked.connect(self.copy)
        save = QPushButton(self.tr("Save…"))
        save.setProperty("kind", "link")
        save.clicked.connect(self.ask_save)
        self._retry = QPushButton(self.tr("Try again"))
        self._retry.setProperty("kind", "link")
        self._retry.setToolTip(self.tr("Import the refused files once more"))
        self._retry.clicked.connect(self.retried)
        self._versions = QPushButton()
        self._versions.setProperty("kind", "link")
        self._versions.clicked.connect(self.replace_wanted)
        self._versions.hide()
        close = QToolButton()
        close.setText("✕")
        close.setToolTip(self.tr("Dismiss the report"))
        close.setAccessibleName(self.tr("Dismiss the report"))
        close.clicked.connect(self.hide)
        line = QWidget()
        line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flow = FlowLayout(line, gap=8, line_gap=0)
        for widget in (self._summary, self._versions, self._retry, copy, save):
            flow.addWidget(widget)
        top = QHBoxLayout()
        top.addWidget(line, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._table = _table()
        self._table.setAccessibleName(self.tr("Files"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 7, 12, 12)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._table, 1)
        self.hide()

    @property
    def report(self) -> ImportReport | None:
        """The report that is or was shown."""
        return self._report

    def offer_versions(self, count: int) -> None:
        """Offer to replace `count` articles by newer versions that came in."""
        older = self.tr("Replace 1 older version…")
        many = self.tr("Replace {0} older versions…").format(count)
        self._versions.setText(older if count == 1 else many)
        self._versions.setVisible(count > 0)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of a theme."""
        self._theme = theme
        if self._report is not None:
            self.set_report(self._report)

    def set_report(self, report: ImportReport) -> None:
        """Fill the table; showing it is the caller's choice."""
        self._report = report
        self._summary.setText(report.summary)
        self._retry.setVisible(bool(report.of(Outcome.REFUSED)))
        self._table.clear()
        for row in sorted(report.rows, key=lambda row: _ORDER.index(row.outcome)):
            item = QTreeWidgetItem([_NAMES[row.outcome], PurePath(row.path).name, row_words(row)])
            item.setToolTip(1, row.path)
            item.setToolTip(2, row_words(row))
            tint = self._theme.error if row.outcome is Outcome.REFUSED else self._theme.muted
            item.setForeground(0, QColor(tint))
            self._table.addTopLevelItem(item)
        rows = min(max(len(report.rows), 1), MOST_ROWS)
        height = max(self._table.sizeHintForRow(0), self._table.fontMetrics().lineSpacing())
        self._table.setFixedHeight(rows * height + 2 * self._table.frameWidth() + PADDING)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What became of a file gets the larger part, unless names need it more."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        names, words = (self._table.sizeHintForColumn(n) + NAME_MARGIN for n in (1, 2))
        left = self.width() - BESIDE - self._table.sizeHintForColumn(0) - words
        share = max(left, round(self.width() * NAME_SHARE))
        self._table.header().resizeSection(1, min(names, share))

    def rows(self) -> list[tuple[str, str, str]]:
        """What the table shows."""
        items = (self._table.topLevelItem(n) for n in range(self._table.topLevelItemCount()))
        return [(item.text(0), item.text(1), item.text(2)) for item in items if item is not None]

    def copy(self) -> None:
        """Put the report on the clipboard, a line a file, fields between tabs."""
        if self._report is not None:
            QGuiApplication.clipboard().setText(report_text(self._report))

    def ask_save(self) -> None:
        """Let the user name a file for the report."""
        dialog = QFileDialog(self, self.tr("Save Import Report"))
        dialog.setObjectName("reportDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Text (*.txt)"))
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("import-report.txt")
        dialog.fileSelected.connect(self._on_named)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_named(self, name: str) -> None:
        if self._report is None:
            return
        try:
            Path(name).write_text(report_text(self._report), encoding="utf-8")
        except OSError as error:
            words = self.tr("The report could not be saved: {0}")
            self._summary.setText(words.format(error.strerror))


def _table() -> QTreeWidget:
    """A row a file: outcome, name, what became of it."""
    table = QTreeWidget()
    table.setColumnCount(3)
    table.setHeaderHidden(True)
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    table.setItemDelegateForColumn(2, _Reasons(table))
    header = table.header()
    header.setStretchLastSection(True)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
    return table


class _Summary(QLabel):
    """One line, several where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", "strong")
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """All words on one line."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + 2, self.heightForWidth(words + 2))

    def minimumSizeHint(self) -> QSize:
        """It never stands in the way of a narrow window."""
        return QSize(60, self.fontMetrics().height())


class _Reasons(QStyledItemDelegate):
    """Cuts what became of a file at its end; names are cut in the middle."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt's own, but for the ellipsis."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight


def row_words(row: ImportRow) -> str:
    """What became of a file, in words."""
    if row.outcome is Outcome.REFUSED:
        return row.reason
    if row.outcome is Outcome.ALREADY_THERE:
        return "this file is in the library already"
    events = counted(row.events, "event") if row.events else "no dated events found"
    articles = counted(row.articles, "article") if row.articles != 1 else ""
    return dotted((articles, events, *row.remarks))


def report_text(report: ImportReport) -> str:
    """The whole report as text."""
    lines = (f"{row.outcome.value}\t{row.path}\t{row_words(row)}" for row in report.rows)
    return "\n".join((report.summary, *lines)) + "\n"
