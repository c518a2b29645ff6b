"""What changes if a newer version of an article takes the place of the older one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.domain.display import counted, display
from timeline_app.domain.records import Basis
from timeline_app.ui.look.buttons import button
from timeline_app.ui.look.labels import label
from timeline_app.ui.look.wording import dotted, published_words, short_months

if TYPE_CHECKING:
    from timeline_app.domain.records import Article
    from timeline_app.store.planning import Plan
    from timeline_app.store.versions import Preview

SIZE = QSize(700, 520)
SPARE = 60


class VersionDialog(QDialog):
    """Opened with `open`; shows one pair after the other.

    `replace_wanted` carries the preview whose newer version is to take over; `passed` says that
    both stay.
    """

    replace_wanted = Signal(object)
    passed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versionDialog")
        self.setWindowTitle(self.tr("Newer version"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview: Preview | None = None
        self._title = label(tone="heading", wrap=True)
        self._place = label(tone="small")
        self._older, self._newer = label(tone="small", wrap=True), label(tone="small", wrap=True)
        self.summary = label(tone="strong", wrap=True)
        self.changes = _table(self.tr("What changes"))
        self.replace = QPushButton(self.tr("Replace"))
        self.keep = QPushButton(self.tr("Keep Both"))
        self._lay_out()
        self.replace.clicked.connect(self._on_replace)
        self.keep.clicked.connect(self._on_keep)

    @property
    def preview(self) -> Preview | None:
        """What is shown."""
        return self._preview

    def set_preview(self, shown: Preview, number: int, total: int) -> None:
        """Show a pair; `number` counts from 1."""
        self._preview = shown
        self._title.setText(shown.newer.title)
        self._place.setText(self.tr("{0} of {1}").format(number, total) if total > 1 else "")
        self._older.setText(self.tr("In the library: {0}").format(_facts(shown.older)))
        self._newer.setText(self.tr("Newer: {0}").format(_facts(shown.newer)))
        remark = shown.plan.remark
        same = len(shown.plan.same) - len(shown.plan.moved)
        kept = self.tr("{0} as before").format(counted(same, "event"))
        words = dotted((f"{remark[0].upper()}{remark[1:]}", kept))
        self.summary.setText(words)
        self.changes.clear()
        for row in change_rows(shown.plan):
            item = QTreeWidgetItem(list(row))
            for column, text in enumerate(row):
                item.setToolTip(column, text)
            self.changes.addTopLevelItem(item)
        self.changes.setVisible(self.changes.topLevelItemCount() > 0)
        self._fit()
        self.replace.setEnabled(True)
        self.keep.setEnabled(True)
        self.replace.setFocus()

    def rows(self) -> list[tuple[str, str, str]]:
        """What the table shows."""
        items = (self.changes.topLevelItem(n) for n in range(self.changes.topLevelItemCount()))
        return [(i.text(0), i.text(1), i.text(2)) for i in items if i is not None]

    def _fit(self) -> None:
        """Room for a table where there is one; as high as the words where there is none."""
        if self.isVisible():
            return
        parent, layout, size = self.parentWidget(), self.layout(), SIZE
        if self.changes.isHidden() and layout is not None:
            for part in (self, *self.findChildren(QWidget)):
                part.ensurePolished()
            size = QSize(size.width(), layout.totalHeightForWidth(size.width()))
        if parent is not None:
            size = size.boundedTo(parent.size() - QSize(SPARE, SPARE))
        self.resize(size)

    def _lay_out(self) -> None:
        self.replace.setProperty("kind", "primary")
        self.replace.setDefault(True)
        self.keep.setAutoDefault(False)
        close = button(self.tr("Close"), self.reject)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._place, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(close)
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.replace)
        note = label(
            self.tr(
                "What you did with events goes over to the newer version. Events that it no"
                " longer has, but that you worked on, stay with the older one and are listed"
                " under Undated."
            ),
            "small",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._older)
        column.addWidget(self._newer)
        column.addSpacing(4)
        column.addWidget(self.summary)
        column.addWidget(self.changes, 1)
        column.addWidget(note)
        column.addStretch(0)
        column.addSpacing(4)
        column.addLayout(buttons)

    def _on_replace(self) -> None:
        self._decided()
        self.replace_wanted.emit(self._preview)

    def _on_keep(self) -> None:
        self._decided()
        self.passed.emit(self._preview)

    def _decided(self) -> None:
        """Not twice."""
        self.replace.setEnabled(False)
        self.keep.setEnabled(False)


def change_rows(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """What happens, to which event, and its dates."""
    for fate in plan.moved:
        was, now = (short_months(display(own.event.when)) for own in (fate.old, fate.new))
        yield "Moved", fate.new.event.title, f"{was} → {now}"
    for event in plan.added:
        yield "Added", event.title, short_months(display(event.when))
    for own in plan.gone:
        yield "Gone", own.event.title, short_months(display(own.event.when))
    for fate in plan.kept:
        what = "Kept" if fate.new.event.basis is Basis.KEPT else "Stays"
        yield what, fate.new.event.title, short_months(display(fate.new.event.when))


def _facts(article: Article) -> str:
    return dotted(
        (
            PurePath(article.path).name,
            article.publication or "",
            published_words(article.published),
            f"{len(article.text):,} characters",
        )
    )


def _table(name: str) -> QTreeWidget:
    table = QTreeWidget()
    table.setColumnCount(3)
    table.setHeaderHidden(True)
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setAccessibleName(name)
    header = table.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
    return table
