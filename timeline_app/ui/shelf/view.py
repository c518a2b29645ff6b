"""The shelf as a panel: of the open article or the whole library, with a way to place each."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSignalBlocker,
    QSize,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.domain.display import counted
from timeline_app.store.undated import Kept, Shelf
from timeline_app.ui.look.fonts import interface_font, reading_font
from timeline_app.ui.look.labels import label
from timeline_app.ui.look.painting import draw_dot, draw_focus, draw_lines, wrapped
from timeline_app.ui.look.row_list import RowList, draw_ground
from timeline_app.ui.look.style import source_colour
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.shelf.model import Row, ShelfModel, heading, reason

LEFT, RIGHT, TOP, BOTTOM, DOT = 14, 12, 9, 10, 16


class ShelfDelegate(QStyledItemDelegate):
    """The words, the words around them, and why they made no event."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours and sizes of a theme."""
        self._theme = theme
        self._strong = interface_font(theme.text_size, QFont.Weight.DemiBold)
        self._small = interface_font(theme.small_size)
        self._quote = reading_font(theme.text_size)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as its words need."""
        row = _row(index)
        if row is None:
            return QSize(0, 0)
        height = sum(
            len(lines) * QFontMetricsF(font).lineSpacing()
            for lines, font, _ in self._parts(row, option.rect.width())
        )
        return QSize(option.rect.width(), int(TOP + height + 5 + BOTTOM))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        row = _row(index)
        if row is None:
            return
        theme, rect, state = self._theme, QRectF(option.rect), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, rect, state, theme)
        left = rect.left() + LEFT
        middle = rect.top() + TOP + QFontMetricsF(self._strong).lineSpacing() / 2
        draw_dot(painter, QPointF(left + 4, middle), source_colour(theme, row.article), 4)
        at = QPointF(left + DOT, rect.top() + TOP)
        for lines, font, ink in self._parts(row, rect.width()):
            at += QPointF(0, draw_lines(painter, lines, at, font, ink) + 2)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, rect, theme.accent)
        painter.restore()

    def _parts(self, row: Row, width: float) -> list[tuple[tuple[str, ...], QFont, str]]:
        """Lines, letters and ink from top to bottom."""
        theme, room = self._theme, width - LEFT - DOT - RIGHT
        around = (
            row.why
            if isinstance(row, Kept)
            else _around(row.before, row.expression.text, row.after)
        )
        parts = [
            (wrapped(heading(row), self._strong, room, 2), self._strong, theme.text),
            (wrapped(around, self._quote, room, 2), self._quote, theme.text),
            (wrapped(reason(row), self._small, room, 2), self._small, theme.muted),
        ]
        return [part for part in parts if part[0] and part[0] != ("",)]


class ShelfPanel(QWidget):
    """`chosen` carries an Undated or a Kept, `place_wanted` an Undated to be placed by hand.

    `wanted` asks for the shelf: True for the whole library, False for the open article.
    """

    chosen = Signal(object)
    place_wanted = Signal(object)
    wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self.rows = ShelfModel(self)
        self.list = _ShelfList(self.rows, theme)
        self.summary = label(tone="small", wrap=True)
        self.of_article = _chip(self.tr("Open article"))
        self.of_library = _chip(self.tr("Library"))
        self.of_article.setChecked(True)
        scope = QButtonGroup(self)
        scope.addButton(self.of_article)
        scope.addButton(self.of_library)
        self.place = QPushButton(self.tr("Place by Hand…"))
        self.place.setEnabled(False)
        self._lay_out()
        scope.buttonClicked.connect(self.ask)
        self.place.clicked.connect(self._on_place)
        self.list.activated.connect(self._on_place)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.clicked.connect(self._on_current)
        self.rows.modelReset.connect(self._on_reset)

    @property
    def whole_library(self) -> bool:
        """True when the shelf of the whole library is shown."""
        return self.of_library.isChecked()

    @property
    def current(self) -> Row | None:
        """What is chosen."""
        return self.rows.row(self.list.currentIndex().row())

    def set_theme(self, theme: Theme) -> None:
        """Show the same in another theme."""
        self.list.painter.set_theme(theme)
        self.list.scheduleDelayedItemsLayout()

    def set_shelf(self, shelf: Shelf | None) -> None:
        """Show a shelf; None while no article is open. What was chosen stays so."""
        before = self.current
        with QSignalBlocker(self.list.selectionModel()):
            self.rows.set_shelf(shelf)
            number = self.rows.number_of(before)
            if number is not None:
                self.list.setCurrentIndex(self.rows.index(number))
        self.summary.setText(summary_words(shelf))
        self._follow_current()

    def ask(self) -> None:
        """Ask for the shelf that is to be shown, if anybody can see it."""
        if self.isVisible():
            self.wanted.emit(self.whole_library)

    def showEvent(self, event: QShowEvent) -> None:
        """Read only when it is looked at."""
        super().showEvent(event)
        self.ask()

    def _lay_out(self) -> None:
        scope = QHBoxLayout()
        scope.setContentsMargins(12, 8, 12, 0)
        scope.setSpacing(6)
        scope.addWidget(self.of_article)
        scope.addWidget(self.of_library)
        scope.addStretch(1)
        self.summary.setContentsMargins(14, 0, 12, 2)
        below = QHBoxLayout()
        below.setContentsMargins(12, 6, 12, 10)
        below.addWidget(self.place)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(scope)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        self.setFocusProxy(self.list)

    def _on_current(self) -> None:
        self._follow_current()
        if self.current is not None:
            self.chosen.emit(self.current)

    def _on_reset(self) -> None:
        self._follow_current()

    def _follow_current(self) -> None:
        row = self.current
        self.place.setEnabled(row is not None and not isinstance(row, Kept))

    def _on_place(self) -> None:
        row = self.current
        if row is not None and not isinstance(row, Kept):
            self.place_wanted.emit(row)


class _ShelfList(RowList):
    def __init__(self, rows: ShelfModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("shelfList")
        self.setAccessibleName(self.tr("Expressions without an event"))
        self.painter = ShelfDelegate(theme, self)
        self.show_rows(rows, self.painter)


def summary_words(shelf: Shelf | None) -> str:
    """How much is on the shelf."""
    if shelf is None:
        return "Open an article to see what of it has no place on the timeline."
    count = len(shelf.undated)
    words = f"{counted(count, 'date expression')} made no event."
    if shelf.more:
        words = f"The first {count:,} date expressions that made no event."
    elif not count:
        words = "Every date expression made an event."
    kept = f" {counted(len(shelf.kept), 'event')} kept without words." if shelf.kept else ""
    return words + kept


def _around(before: str, words: str, after: str) -> str:
    return " ".join(f"{before}{words}{after}".split())


def _chip(text: str) -> QPushButton:
    chip = QPushButton(text)
    chip.setProperty("kind", "chip")
    chip.setCheckable(True)
    return chip


def _row(index: QModelIndex | QPersistentModelIndex) -> Row | None:
    model = index.model()
    return model.row(index.row()) if isinstance(model, ShelfModel) else None
