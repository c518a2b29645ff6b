"""People, places and organisations of the library: to filter by, to merge, to rename."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.domain.records import ChangeSet, Entity, EntityKind
from timeline_app.session.session import Session
from timeline_app.store import names
from timeline_app.store.names import MergeEntities, NamedEntity
from timeline_app.ui.look.buttons import button
from timeline_app.ui.look.labels import label

GROUPS: Final = {
    EntityKind.PERSON: "People",
    EntityKind.PLACE: "Places",
    EntityKind.ORGANIZATION: "Organisations",
}
MOST_SHOWN: Final = 2_000
"""Names listed at a time; the search reaches the rest."""


class NamesDialog(QDialog):
    """Stays open beside the timeline; ticked names are what the timeline shows."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("namesDialog")
        self.setWindowTitle(self.tr("People and Places"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(400, 520)
        self._session = session
        self._names: list[NamedEntity] = []
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search names"))
        self._search.setAccessibleName(self.tr("Search names"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._fill)
        self._tree = QTreeWidget()
        self._tree.setAccessibleName(self.tr("Names"))
        self._tree.setColumnCount(2)
        self._tree.setHeaderHidden(True)
        self._tree.setUniformRowHeights(True)
        self._tree.setRootIsDecorated(False)
        self._tree.setIndentation(6)
        self._tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.itemChanged.connect(self._on_ticked)
        self._tree.itemSelectionChanged.connect(self._follow)
        self._none = label("", "muted", wrap=True)
        self._merge = button(self.tr("Merge…"), self.ask_merge)
        self._rename = button(self.tr("Rename…"), self.ask_rename)
        self._clear = button(self.tr("Show all events"), self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        words = self.tr("Tick names to see only the events that name them.")
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self._search)
        column.addWidget(self._tree, 1)
        column.addWidget(self._none)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for each in (self._merge, self._rename):
            buttons.addWidget(each)
        buttons.addStretch()
        buttons.addWidget(self._clear)
        column.addLayout(buttons)
        session.library_changed.connect(self._on_changed)
        session.index_changed.connect(self._follow_filter)
        session.library_opened.connect(self.close)
        self._follow()
        self._read()

    # What others may ask

    @property
    def shown(self) -> list[NamedEntity]:
        """The names in the list, group after group."""
        return [self._named(item) for item in self._items()]

    def tick(self, name: str, *, on: bool) -> None:
        """Tick or clear a name in the list; KeyError if it isn't there."""
        item = self._item(name)
        item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def choose(self, wanted: Iterable[str]) -> None:
        """Select names for merging or renaming; KeyError if one isn't there."""
        self._tree.clearSelection()
        for name in wanted:
            self._item(name).setSelected(True)

    def clear(self) -> None:
        """Events of all names again."""
        self._session.set_filter(replace(self._session.filter, entities=frozenset()))
        self._fill()

    def ask_merge(self) -> None:
        """Let the user say under which of the chosen names they are one."""
        chosen = self._chosen()
        words = [each.entity.name for each in chosen]
        dialog = self._ask(self.tr("Merge {0} names under").format(len(chosen)), words[0])
        dialog.setComboBoxItems(words)
        dialog.setComboBoxEditable(True)
        dialog.textValueSelected.connect(self.merge)
        dialog.open()

    def ask_rename(self) -> None:
        """Let the user give the chosen name another one."""
        dialog = self._ask(self.tr("New name"), self._chosen()[0].entity.name)
        dialog.textValueSelected.connect(self.merge)
        dialog.open()

    def merge(self, name: str) -> None:
        """Let the chosen names be one, called `name`."""
        chosen, name = self._chosen(), name.strip()
        if not name or not chosen:
            return
        kind = next((each.entity.kind for each in chosen if each.entity.name == name), None)
        into = Entity(kind or chosen[0].entity.kind, name)
        if len(chosen) == 1:
            self._session.undo_stack.do(MergeEntities.renaming(chosen[0].id, into))
        else:
            ids = tuple(each.id for each in chosen)
            self._session.undo_stack.do(MergeEntities(ids, into))

    # Within

    def _ask(self, question: str, text: str) -> QInputDialog:
        dialog = QInputDialog(self)
        dialog.setObjectName("nameDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.windowTitle())
        dialog.setLabelText(question)
        dialog.setTextValue(text)
        return dialog

    def _follow_filter(self) -> None:
        """Tick what is filtered by: the filter may have been cleared in the window."""
        entities = self._session.filter.entities
        with QSignalBlocker(self._tree):
            for item in self._items():
                ticked = self._named(item).id in entities
                item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._follow()

    def _on_changed(self, _changes: ChangeSet) -> None:
        self._read()

    def _read(self) -> None:
        library = self._session.library
        self._session.read("names", lambda: library.read(names.listed), self._take)

    def _take(self, found: list[NamedEntity]) -> None:
        self._names = found
        ticked = self._session.filter.entities & {each.id for each in found}
        if ticked != self._session.filter.entities:  # those that were merged away
            self._session.set_filter(replace(self._session.filter, entities=ticked))
        self._fill()

    def _fill(self) -> None:
        words = self._search.text().casefold().split()
        found = [
            each
            for each in self._names
            if all(word in each.entity.name.casefold() for word in words)
        ]
        with QSignalBlocker(self._tree):
            self._tree.clear()
            for kind, heading in GROUPS.items():
                group = [each for each in found if each.entity.kind is kind]
                if group:
                    self._add_group(heading, group)
        self._none.setText(self._why_none(found))
        self._none.setVisible(bool(self._none.text()))
        self._follow()

    def _add_group(self, heading: str, group: list[NamedEntity]) -> None:
        top = QTreeWidgetItem([heading, self.tr("events")])
        top.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        top.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
        self._tree.addTopLevelItem(top)
        for each in group[:MOST_SHOWN]:
            item = QTreeWidgetItem([each.entity.name, f"{each.events:,}"])
            item.setData(0, Qt.ItemDataRole.UserRole, each)
            item.setToolTip(0, each.entity.name)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
            ticked = each.id in self._session.filter.entities
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            top.addChild(item)
        top.setExpanded(True)

    def _why_none(self, found: list[NamedEntity]) -> str:
        if found:
            return ""
        if self._names:
            return self.tr("No name matches.")
        return self.tr("Names appear here once articles with events are imported.")

    def _items(self) -> list[QTreeWidgetItem]:
        groups = (self._tree.topLevelItem(n) for n in range(self._tree.topLevelItemCount()))
        rows = (top.child(n) for top in groups if top is not None for n in range(top.childCount()))
        return [row for row in rows if row is not None]

    def _item(self, name: str) -> QTreeWidgetItem:
        for item in self._items():
            if item.text(0) == name:
                return item
        raise KeyError(name)

    @staticmethod
    def _named(item: QTreeWidgetItem) -> NamedEntity:
        named: NamedEntity = item.data(0, Qt.ItemDataRole.UserRole)
        return named

    def _chosen(self) -> list[NamedEntity]:
        """The selected names, the most frequent first."""
        chosen = [self._named(item) for item in self._items() if item.isSelected()]
        return sorted(chosen, key=lambda each: -each.events)

    def _on_ticked(self, item: QTreeWidgetItem, _column: int) -> None:
        named = self._named(item)
        entities = self._session.filter.entities - {named.id}
        if item.checkState(0) is Qt.CheckState.Checked:
            entities |= {named.id}
        self._session.set_filter(replace(self._session.filter, entities=entities))
        self._follow()

    def _follow(self) -> None:
        chosen = len(self._tree.selectedItems())
        self._merge.setEnabled(chosen > 1)
        self._rename.setEnabled(chosen == 1)
        self._clear.setEnabled(bool(self._session.filter.entities))
