from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QAccessible, QPainter, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from pytestqt.qtbot import QtBot

from timeline_app.ui.look.even_list import EvenList

HEIGHT = 30
KEYS = (
    *(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_PageUp),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Up),
)
Index = QModelIndex | QPersistentModelIndex


class Delegate(QStyledItemDelegate):
    """Rows of one height; remembers what was drawn, and how."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: dict[int, tuple[QRect, QStyle.StateFlag]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.drawn[index.row()] = QRect(option.rect), option.state


Made = Callable[[int], tuple[EvenList, QListView]]


@pytest.fixture
def lists(qtbot: QtBot) -> Made:
    """Makes the same rows in an even list, and in a QListView that measures them."""

    def make(rows: int) -> tuple[EvenList, QListView]:
        even, measured = EvenList(), QListView()
        even.set_row_height(HEIGHT)
        for view in (even, measured):
            qtbot.addWidget(view)
            view.setModel(QStringListModel([f"Row {row}" for row in range(rows)], view))
            delegate = Delegate()
            delegate.setParent(view)
            view.setItemDelegate(delegate)
            view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.resize(200, 255)
            view.show()
            qtbot.waitExposed(view)
        return even, measured

    return make


def state(view: QListView) -> tuple[object, ...]:
    """What a user sees of a list."""
    chosen = sorted(index.row() for index in view.selectedIndexes())
    rects = [view.visualRect(view.model().index(row, 0)) for row in (0, 3, 40)]
    under = [view.indexAt(QPoint(5, y)).row() for y in (0, 29, 30, 200)]
    bar = view.verticalScrollBar()
    return view.currentIndex().row(), chosen, bar.value(), bar.maximum(), rects, under


@pytest.mark.parametrize("rows", [0, 1, 5, 200])
@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier]
)
def test_keys_do_what_they_do_in_a_measured_list(
    lists: Made, rows: int, held: Qt.KeyboardModifier
) -> None:
    even, measured = lists(rows)
    assert state(even) == state(measured)
    for key in KEYS:
        for view in (even, measured):
            QTest.keyClick(view, key, held)
        assert state(even) == state(measured), key


def test_clicks_do_what_they_do_in_a_measured_list(lists: Made) -> None:
    even, measured = lists(200)
    for y, held in (
        (10, Qt.KeyboardModifier.NoModifier),
        (200, Qt.KeyboardModifier.ShiftModifier),
        (95, Qt.KeyboardModifier.ControlModifier),
        (254, Qt.KeyboardModifier.NoModifier),
    ):
        for view in (even, measured):
            left = Qt.MouseButton.LeftButton
            QTest.mouseClick(view.viewport(), left, held, QPoint(20, y))
        assert state(even) == state(measured), y


@pytest.mark.parametrize("hint", list(QAbstractItemView.ScrollHint))
@pytest.mark.parametrize("row", [0, 4, 9, 100, 199])
def test_rows_are_brought_into_view_as_in_a_measured_list(
    lists: Made, row: int, hint: QAbstractItemView.ScrollHint
) -> None:
    even, measured = lists(200)
    for view in (even, measured):
        view.scrollTo(view.model().index(50, 0))
        view.scrollTo(view.model().index(row, 0), hint)
    assert even.verticalScrollBar().value() == measured.verticalScrollBar().value()
    even.scrollTo(QModelIndex(), hint)
    assert even.verticalScrollBar().value() == measured.verticalScrollBar().value()


def test_the_rows_in_sight_are_drawn_with_their_states(qtbot: QtBot, lists: Made) -> None:
    even, measured = lists(200)
    drawn = []
    for view in (even, measured):
        view.activateWindow()
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        view.setCurrentIndex(view.model().index(42, 0))
        delegate = view.itemDelegate()
        assert isinstance(delegate, Delegate)
        delegate.drawn.clear()
        view.grab()
        focus, chosen = QStyle.StateFlag.State_HasFocus, QStyle.StateFlag.State_Selected
        drawn.append(
            {row: (rect, at & (focus | chosen)) for row, (rect, at) in delegate.drawn.items()}
        )
    assert drawn[0] == drawn[1]
    assert 42 in drawn[0]


def test_a_million_rows_are_not_looked_at(qtbot: QtBot) -> None:
    asked: list[int] = []

    class Rows(QStandardItemModel):
        def flags(self, index: Index) -> Qt.ItemFlag:
            asked.append(index.row())
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

        def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            asked.append(index.row())
            return None

    even, rows = EvenList(), Rows()
    qtbot.addWidget(even)
    rows.setParent(even)
    rows.setColumnCount(1)
    rows.setRowCount(1_000_000)
    even.setModel(rows)
    even.set_row_height(56)
    even.resize(300, 600)
    even.show()
    qtbot.waitExposed(even)
    even.scrollTo(rows.index(654_321, 0))
    even.setCurrentIndex(rows.index(654_321, 0))
    QTest.keyClick(even, Qt.Key.Key_Q)  # searching words would read them all
    QTest.keyClick(even, Qt.Key.Key_PageDown)
    assert even.verticalScrollBar().maximum() == 56_000_000 - even.viewport().height()
    assert even.currentIndex().row() == 654_321 + even.viewport().height() // 56 - 1
    assert len(set(asked)) < 100


def test_assistive_technology_hears_which_row_is_read(
    qtbot: QtBot, lists: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    even, _ = lists(200)
    told: list[tuple[QAccessible.Event, int]] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: told.append((event.type(), event.child())),
    )
    even.activateWindow()
    even.setFocus()
    qtbot.waitUntil(even.hasFocus)
    QTest.keyClick(even, Qt.Key.Key_Down)
    QTest.keyClick(even, Qt.Key.Key_End)
    assert (QAccessible.Event.Focus, 199) in told
    assert (QAccessible.Event.SelectionAdd, 199) in told
