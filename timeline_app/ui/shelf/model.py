"""Rows of the shelf: kept events first, then expressions in the order of the text."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeline_app.store.undated import Kept, Shelf, Undated

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
KEPT_REASON = "kept for what you did with it; the article no longer gives it"

Row = Undated | Kept


class ShelfModel(QAbstractListModel):
    """What a shelf holds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def set_shelf(self, shelf: Shelf | None) -> None:
        """Show another shelf; None for an empty one."""
        rows: tuple[Row, ...] = ()
        if shelf is not None:
            rows = (*shelf.kept, *shelf.undated)
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Rows; a list has no deeper ones."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, and everything in one line for tool tips and screen readers."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(row)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{heading(row)}: {reason(row)}"
        return None

    def row(self, number: int) -> Row | None:
        """What is in a row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, row: Row | None) -> int | None:
        """Where the same thing is now."""
        same = (n for n, each in enumerate(self._rows) if row is not None and _same(each, row))
        return next(same, None)


def heading(row: Row) -> str:
    """What a row is about."""
    if isinstance(row, Kept):
        return row.title
    return "“{}”".format(" ".join(row.expression.text.split()))


def reason(row: Row) -> str:
    """Why it is here."""
    return KEPT_REASON if isinstance(row, Kept) else row.reason


def _same(first: Row, second: Row) -> bool:
    if isinstance(first, Kept) or isinstance(second, Kept):
        return first == second
    return (first.article, first.expression.span) == (second.article, second.expression.span)
