"""The article list as a view: opens articles, removes them, shows which one is read."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSignalBlocker,
    QSize,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from timeline_app.domain.display import counted
from timeline_app.domain.records import ArticleId
from timeline_app.store import ArticleSummary
from timeline_app.ui.articles.model import ArticleListModel
from timeline_app.ui.look.fonts import interface_font
from timeline_app.ui.look.painting import draw_dot, draw_focus, draw_lines, wrapped
from timeline_app.ui.look.row_list import RowList, draw_ground
from timeline_app.ui.look.style import source_colour
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.look.wording import dotted, published_words

LEFT, RIGHT, TOP, BOTTOM, DOT = 14, 12, 9, 10, 16
LINES, EVEN_LINES = 3, 2
UNIFORM_FROM = 300
"""Articles from which rows are all alike: measuring each would take longer than a frame."""


class ArticleDelegate(QStyledItemDelegate):
    """Title, then publication and date, then the number of events.

    Rows are as high as these need, or all alike (`uniform`) in long lists.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.uniform = False
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours and sizes of a theme."""
        self._theme = theme
        self._title = interface_font(theme.text_size, QFont.Weight.DemiBold)
        self._small = interface_font(theme.small_size)

    @property
    def even_height(self) -> int:
        """Pixels of a row where all are alike."""
        return self._height(EVEN_LINES, 2)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as title and facts need."""
        article = _article(index)
        if article is None:
            return QSize(0, 0)
        width = option.rect.width()
        titles, facts = self._words(article, width)
        return QSize(width, self._height(len(titles), len(facts)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one article."""
        article = _article(index)
        if article is None:
            return
        theme, rect, state = self._theme, QRectF(option.rect), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = draw_ground(painter, rect, state, theme)
        titles, facts = self._words(article, rect.width())
        left = rect.left() + LEFT
        middle = rect.top() + TOP + QFontMetricsF(self._title).lineSpacing() / 2
        draw_dot(painter, QPointF(left + 4, middle), source_colour(theme, article.id), 4)
        at = QPointF(left + DOT, rect.top() + TOP)
        used = draw_lines(painter, titles, at, self._title, theme.text)
        ink = theme.text if selected else theme.muted
        draw_lines(painter, facts, at + QPointF(0, used + 3), self._small, ink)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, rect, theme.accent)
        painter.restore()

    def _words(
        self, article: ArticleSummary, width: float
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        room = width - LEFT - DOT - RIGHT
        facts = dotted((article.publication or "", published_words(article.published)))
        lines = wrapped(facts, self._small, room, 1 if self.uniform else 2)
        copied = "copy" if article.copies_of is not None else ""
        older = "older version" if article.superseded else ""
        events = dotted((counted(article.events, "event"), copied, older))
        most = EVEN_LINES if self.uniform else LINES
        return wrapped(article.title, self._title, room, most), (*lines, events)

    def _height(self, titles: int, facts: int) -> int:
        height = titles * QFontMetricsF(self._title).lineSpacing()
        height += facts * QFontMetricsF(self._small).lineSpacing()
        return int(TOP + height + 3 + BOTTOM)


class ArticleList(RowList):
    """`chosen` carries the article that was clicked; `marked` ones can be removed."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleList")
        self.setAccessibleName(self.tr("Articles"))
        self._rows = ArticleListModel(self)
        self._painter = ArticleDelegate(theme, self)
        self.show_rows(self._rows, self._painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(self._on_chosen)

    @property
    def rows(self) -> ArticleListModel:
        """The model."""
        return self._rows

    @property
    def marked(self) -> list[ArticleId]:
        """Ids of the selected articles."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [found.id for row in rows if (found := self._rows.article(row)) is not None]

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another theme."""
        self._painter.set_theme(theme)
        self.viewport().update()

    def set_articles(self, articles: tuple[ArticleSummary, ...]) -> None:
        """Show other articles; those still there stay selected."""
        before = set(self.marked)
        self._painter.uniform = len(articles) > UNIFORM_FROM
        self.set_row_height(self._painter.even_height if self._painter.uniform else None)
        with QSignalBlocker(self.selectionModel()):
            if self._rows.set_articles(articles):
                for row, article in enumerate(articles):
                    if article.id in before:
                        flag = QItemSelectionModel.SelectionFlag.Select
                        self.selectionModel().select(self._rows.index(row), flag)

    def show_open(self, article: ArticleId | None) -> None:
        """Mark the article that the reader has open, without opening it again.

        Several that the user has marked stay so.
        """
        if len(self.marked) > 1:
            return
        row = None if article is None else self._rows.row_of(article)
        index = QModelIndex() if row is None else self._rows.index(row)
        with QSignalBlocker(self.selectionModel()):
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.viewport().update()

    def _on_chosen(self) -> None:
        marked = self.marked
        if len(marked) == 1:
            self.chosen.emit(marked[0])


def _article(index: QModelIndex | QPersistentModelIndex) -> ArticleSummary | None:
    model = index.model()
    return model.article(index.row()) if isinstance(model, ArticleListModel) else None
