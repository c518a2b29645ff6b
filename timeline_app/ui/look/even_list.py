"""A list view whose rows may all be alike: then no row costs anything until it is seen.

QListView looks at each row to know where it stands: 40 ms for a million, in which the window
doesn't answer. With one height for all, a row's place is a product.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCursor,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

Index = QModelIndex | QPersistentModelIndex
Move = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint

_MOST_PIXELS: Final = 2**31 - 1  # what a scroll bar can count


class EvenList(QListView):
    """A QListView of one column, and without headings while `row_height` is set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_height: int | None = None

    @property
    def row_height(self) -> int | None:
        """Pixels of each row; None where each is measured."""
        return self._row_height

    def set_row_height(self, height: int | None) -> None:
        """Make all rows `height` pixels high; None: each as high as its delegate says."""
        if height != self._row_height:
            self._row_height = height
            self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Nothing to measure where all rows are alike."""
        if self._row_height is None:
            super().doItemsLayout()
        else:
            QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """How far the bar goes."""
        if self._row_height is None:
            super().updateGeometries()
            return
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(seen)
        bar.setRange(0, min(max(self._count() * self._row_height - seen, 0), _MOST_PIXELS))
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A taller list shows more rows; none has to be measured."""
        if self._row_height is None:
            super().resizeEvent(event)
        else:
            QAbstractItemView.resizeEvent(self, event)

    def visualRect(self, index: Index) -> QRect:
        """Where a row is on the viewport, or would be."""
        if self._row_height is None:
            return super().visualRect(index)
        if not index.isValid():
            return QRect()
        top = index.row() * self._row_height - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._row_height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row under a point of the viewport."""
        if self._row_height is None:
            return super().indexAt(point)
        if not 0 <= point.x() < self.viewport().width():
            return QModelIndex()
        row = (point.y() + self.verticalOffset()) // self._row_height
        return self._row(row) if 0 <= row < self._count() else QModelIndex()

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        """Bring a row into view."""
        if self._row_height is None:
            super().scrollTo(index, hint)
            return
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()
        bar, rect = self.verticalScrollBar(), self.visualRect(index)
        seen = self.viewport().height()
        if hint is Hint.PositionAtCenter:
            bar.setValue(bar.value() + rect.top() - (seen - rect.height()) // 2)
        elif hint is Hint.PositionAtTop or (hint is Hint.EnsureVisible and rect.top() < 0):
            bar.setValue(bar.value() + rect.top())
        elif hint is Hint.PositionAtBottom or rect.bottom() >= seen:
            bar.setValue(bar.value() + rect.bottom() + 1 - seen)

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The row that a key leads to."""
        if self._row_height is None:
            return super().moveCursor(action, modifiers)
        last, current = self._count() - 1, self.currentIndex().row()
        page = max(self.viewport().height() // self._row_height - 1, 1)  # one stays in sight
        steps = {
            **dict.fromkeys((Move.MoveUp, Move.MovePrevious, Move.MoveLeft), -1),
            **dict.fromkeys((Move.MoveDown, Move.MoveNext, Move.MoveRight), 1),
            Move.MovePageUp: -page,
            Move.MovePageDown: page,
            Move.MoveHome: -last - 1,
            Move.MoveEnd: last + 1,
        }
        begun = current >= 0 or action is Move.MoveEnd
        row = current + steps[action] if begun else 0
        return self._row(min(max(row, 0), last)) if last >= 0 else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the rows between the corners of `rect`."""
        if self._row_height is None:
            super().setSelection(rect, command)
            return
        box, offset, last = rect.normalized(), self.verticalOffset(), self._count() - 1
        first = max((box.top() + offset) // self._row_height, 0)
        end = min((box.bottom() + offset) // self._row_height, last)
        chosen = QItemSelection()
        if first <= end:
            chosen.select(self._row(first), self._row(end))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What to paint anew when other rows are chosen."""
        if self._row_height is None:
            return super().visualRegionForSelection(selection)
        return QRegion(self.viewport().rect())

    def keyboardSearch(self, search: str) -> None:
        """Letters find a row by its first words, in lists that aren't too long to be read."""
        if self._row_height is None:
            super().keyboardSearch(search)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell assistive technology which row is read."""
        if self._row_height is None:
            super().currentChanged(current, previous)
            return
        self._tell(QAccessible.Event.Focus, current)
        QAbstractItemView.currentChanged(self, current, previous)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell assistive technology which row was chosen."""
        if self._row_height is None:
            super().selectionChanged(selected, deselected)
            return
        for rows, kind in (
            (selected, QAccessible.Event.SelectionAdd),
            (deselected, QAccessible.Event.SelectionRemove),
        ):
            if not rows.isEmpty():
                self._tell(kind, self._row(rows.first().top()))
        QAbstractItemView.selectionChanged(self, selected, deselected)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight."""
        if self._row_height is None:
            super().paintEvent(event)
            return
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain, chosen, current = option.state, self.selectionModel(), self.currentIndex()
        focused = self.hasFocus() or self.viewport().hasFocus()
        under = self._under_pointer()
        offset, height = self.verticalOffset(), self._row_height
        first = max((event.rect().top() + offset) // height, 0)
        end = min((event.rect().bottom() + offset) // height + 1, self._count())
        with QPainter(self.viewport()) as painter:
            for row in range(first, end):
                index, state = self._row(row), plain
                if chosen.isSelected(index):
                    state |= QStyle.StateFlag.State_Selected
                if row == under:
                    state |= QStyle.StateFlag.State_MouseOver
                if focused and row == current.row():
                    state |= QStyle.StateFlag.State_HasFocus
                option.state, option.rect = state, self.visualRect(index)
                self.itemDelegate().paint(painter, option, index)

    def _under_pointer(self) -> int:
        """The row under the mouse; -1 without one."""
        viewport = self.viewport()
        if not viewport.underMouse():
            return -1
        return self.indexAt(viewport.mapFromGlobal(QCursor.pos())).row()

    def _tell(self, kind: QAccessible.Event, index: Index) -> None:
        if QAccessible.isActive() and index.isValid() and self.hasFocus():
            event = QAccessibleEvent(self, kind)
            event.setChild(index.row())
            QAccessible.updateAccessibility(event)

    def _count(self) -> int:
        return self.model().rowCount()

    def _row(self, row: int) -> QModelIndex:
        return self.model().index(row, 0)
