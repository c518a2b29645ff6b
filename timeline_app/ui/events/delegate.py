"""Paints a row of the event list: the date at the left, title, sources and how it is known."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from timeline_app.domain.display import display, year_words
from timeline_app.domain.records import Status
from timeline_app.store import EventSummary
from timeline_app.ui.events.model import EventListModel
from timeline_app.ui.look.fonts import interface_font
from timeline_app.ui.look.painting import draw_dot, draw_focus, draw_lines, wrapped
from timeline_app.ui.look.row_list import draw_ground
from timeline_app.ui.look.style import source_colour
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.look.wording import date_within_year, short_months

LEFT, RIGHT, TOP, BOTTOM = 14, 12, 8, 9
DATE_WIDTH = 66
HEADING_HEIGHT = 32
DOT_STEP = 11
MOST_DOTS = 4


class EventDelegate(QStyledItemDelegate):
    """Rows as high as their title needs, or all alike (`uniform`) in long lists."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.uniform = False
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours and sizes of a theme."""
        self._theme = theme
        self._title = interface_font(theme.text_size, QFont.Weight.DemiBold)
        self._small = interface_font(theme.small_size)
        self._date = interface_font(theme.text_size - 0.5)
        self._heading = interface_font(theme.small_size, QFont.Weight.DemiBold)

    @property
    def even_height(self) -> int:
        """Pixels of a row where all are alike."""
        return self._height(2)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Width of the view; the height that the words need."""
        width = option.rect.width()
        model = index.model()
        if not isinstance(model, EventListModel):
            return QSize(width, 0)
        if self.uniform:
            return QSize(width, self.even_height)
        event = model.summary(index.row())
        if event is None:
            return QSize(width, HEADING_HEIGHT)
        titles = wrapped(event.title, self._title, _title_width(width), 3)
        dates = wrapped(date_words(event, model, index.row()), self._date, DATE_WIDTH, 3)
        return QSize(width, self._height(max(len(titles), len(dates) - 1)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a heading or an event."""
        model = index.model()
        if not isinstance(model, EventListModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        year = model.year(index.row())
        event = model.summary(index.row())
        if event is None:
            base = rect.bottom() - 8
            painter.setFont(self._heading)
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(QPointF(rect.left() + LEFT, base), year_words(year))
        else:
            dates = wrapped(date_words(event, model, index.row()), self._date, DATE_WIDTH, 3)
            self._paint_event(painter, rect, option.state, event, dates, model.note(event))
        painter.restore()

    def _paint_event(
        self,
        painter: QPainter,
        rect: QRectF,
        state: QStyle.StateFlag,
        event: EventSummary,
        dates: tuple[str, ...],
        note: str,
    ) -> None:
        theme = self._theme
        selected = draw_ground(painter, rect, state, theme)
        ink = theme.text if selected else theme.muted
        draw_lines(painter, dates, QPointF(rect.left() + LEFT, rect.top() + TOP), self._date, ink)
        left = rect.left() + LEFT + DATE_WIDTH + 8
        most = 2 if self.uniform else 3
        titles = wrapped(event.title, self._title, _title_width(rect.width()), most)
        quiet = event.status is Status.REJECTED or event.by_context
        title_ink = theme.muted if quiet else theme.text
        self._title.setStrikeOut(event.status is Status.REJECTED)
        used = draw_lines(painter, titles, QPointF(left, rect.top() + TOP), self._title, title_ink)
        self._title.setStrikeOut(False)
        self._paint_sources(
            painter, QPointF(left, rect.top() + TOP + used + 3), rect.right(), event, note, ink
        )
        if state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, rect, theme.accent)

    def _paint_sources(
        self,
        painter: QPainter,
        at: QPointF,
        right: float,
        event: EventSummary,
        note: str,
        ink: str,
    ) -> None:
        metrics = QFontMetricsF(self._small)
        middle = at.y() + metrics.height() / 2
        shown = event.articles[:MOST_DOTS]
        for number, article in enumerate(shown):
            colour = source_colour(self._theme, article)
            draw_dot(painter, QPointF(at.x() + 4 + number * DOT_STEP, middle), colour)
        left = at.x() + len(shown) * DOT_STEP + 3
        room = max(right - RIGHT - left, 10)
        words = metrics.elidedText(note, Qt.TextElideMode.ElideRight, room)
        draw_lines(painter, (words,), QPointF(left, at.y()), self._small, ink)

    def _height(self, lines: int) -> int:
        title = QFontMetricsF(self._title).lineSpacing() * lines
        return int(TOP + title + 3 + QFontMetricsF(self._small).height() + BOTTOM)


def date_words(event: EventSummary, model: EventListModel, row: int) -> str:
    """The date, without its year where a heading has it."""
    if model.headed:
        return date_within_year(event.when, model.year(row))
    return short_months(display(event.when))


def _title_width(width: float) -> float:
    return width - LEFT - DATE_WIDTH - 8 - RIGHT
