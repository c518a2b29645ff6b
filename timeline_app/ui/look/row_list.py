"""A list of rows of words, each as high as its words need, and the ground on which they lie."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QStyle

from timeline_app.ui.look.even_list import EvenList
from timeline_app.ui.look.theme import Theme

_WHEEL_STEP = 24
"""Pixels a line of the wheel."""


class RowList(EvenList):
    """Scrolls by pixels; measures rows of different heights anew when it gets wider or narrower."""

    def show_rows(self, rows: QAbstractItemModel, painter: QAbstractItemDelegate) -> None:
        """Take what is shown, and what draws it; both live as long as the list."""
        self.setModel(rows)
        self.setItemDelegate(painter)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(_WHEEL_STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words need at this width."""
        super().resizeEvent(event)
        if self.row_height is None and event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


def draw_ground(painter: QPainter, rect: QRectF, state: QStyle.StateFlag, theme: Theme) -> bool:
    """What lies behind a selected row or under the pointer; True for a selected one."""
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected:
        painter.fillRect(rect, QColor(theme.accent_soft))
        painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(theme.hover))
    return selected
