"""The two docks: lists at the left, reader at the right; their title bars are their content's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.session.selection import SelectionModel
from timeline_app.ui.look.labels import label
from timeline_app.ui.look.theme import Theme

if TYPE_CHECKING:
    from timeline_app.ui.articles.view import ArticleList
    from timeline_app.ui.events.view import EventList
    from timeline_app.ui.reader.view import Reader
    from timeline_app.ui.shelf.view import ShelfPanel

EVENTS, ARTICLES, UNDATED = 0, 1, 2
TAB_MARGINS, BESIDE_TABS = 24, 44
"""Pixels around the words of a tab, and those that the button beside the tabs takes."""


class PanelTitle(QFrame):
    """A title bar to drag the panel by, with a button that hides it."""

    def __init__(self, dock: QDockWidget, content: QWidget, *, stretched: bool = False) -> None:
        super().__init__(dock)
        self.setObjectName("panelTitle")
        hide = QToolButton()
        hide.setText("✕")
        hide.setToolTip(self.tr("Hide this panel"))
        hide.setAccessibleName(self.tr("Hide panel: {0}").format(dock.windowTitle()))
        hide.clicked.connect(dock.close)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 6, 1)
        line.setSpacing(4)
        line.addWidget(content, 1 if stretched else 0)
        if not stretched:
            line.addStretch(1)
        line.addWidget(hide)


class ListsPanel(QDockWidget):
    """Events, articles and what is undated under three tabs; each is made when first asked for.

    `event_activated` carries the event on which Enter was hit, `menu_requested` the event whose
    menu is wanted and where (global QPoint), `article_chosen` the article that was clicked,
    `shelf_made` the shelf once there is one.
    """

    event_activated = Signal(object)
    menu_requested = Signal(object, object)
    article_chosen = Signal(object)
    shelf_made = Signal(object)

    def __init__(self, selection: SelectionModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._selection, self._theme = selection, theme
        self.setWindowTitle(self.tr("Events and articles"))
        self.setObjectName("listsPanel")
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Lists"))
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self._names = (self.tr("Events"), self.tr("Articles"), self.tr("Undated"))
        self._counts: list[int | None] = [None, None, None]
        for name in self._names:
            self.tabs.addTab(name)
        self._nothing = label("", "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setContentsMargins(20, 40, 20, 0)
        self._nothing.hide()
        self._stack = QStackedWidget()
        self.tabs.currentChanged.connect(self._on_tab)
        content = _ground()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        column.addWidget(self._stack, 1)
        self.setTitleBarWidget(PanelTitle(self, self.tabs))
        self.setWidget(content)

    @cached_property
    def events(self) -> EventList:
        """The list under the first tab."""
        from timeline_app.ui.events.view import EventList

        events = EventList(self._selection, self._theme)
        events.activated_event.connect(self.event_activated)
        events.menu_requested.connect(self.menu_requested)
        self._hold(EVENTS, events)
        return events

    @cached_property
    def articles(self) -> ArticleList:
        """The list under the second tab."""
        from timeline_app.ui.articles.view import ArticleList

        articles = ArticleList(self._theme)
        articles.chosen.connect(self.article_chosen)
        self._hold(ARTICLES, articles)
        return articles

    @cached_property
    def shelf(self) -> ShelfPanel:
        """What has no place in time, under the third tab."""
        from timeline_app.ui.shelf.view import ShelfPanel

        shelf = ShelfPanel(self._theme)
        self.shelf_made.emit(shelf)
        self._hold(UNDATED, shelf)
        return shelf

    def set_theme(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        if "shelf" in vars(self):
            self.shelf.set_theme(theme)
        self.events.set_theme(theme)
        self.articles.set_theme(theme)

    def set_counts(self, events: int, articles: int) -> None:
        """Numbers on the tabs."""
        self._counts[EVENTS], self._counts[ARTICLES] = events, articles
        self._label_tabs()

    def set_undated(self, count: int | None) -> None:
        """How many expressions of the open article made no event; None without an article."""
        self._counts[UNDATED] = count
        self._label_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tabs say as much as they have room for."""
        super().resizeEvent(event)
        self._label_tabs()

    def _on_tab(self, tab: int) -> None:
        if tab == UNDATED:
            _ = self.shelf
        self._stack.setCurrentIndex(tab)
        self._nothing.setVisible(bool(self._nothing.text()) and tab != UNDATED)
        self._label_tabs()

    def _label_tabs(self) -> None:
        """Numbers on all tabs, where they don't fit on the chosen one, else on none."""
        chosen = self.tabs.currentIndex()
        full = [
            name if count is None else f"{name} {count:,}"
            for name, count in zip(self._names, self._counts, strict=True)
        ]
        some = [full[n] if n == chosen else name for n, name in enumerate(self._names)]
        room = self.width() - BESIDE_TABS
        for texts in (full, some, list(self._names)):
            if self._tabs_width(texts) <= room:
                break
        self.tabs.setMinimumWidth(self._tabs_width(self._names))  # numbers give way
        for number, text in enumerate(texts):
            if self.tabs.tabText(number) != text:
                self.tabs.setTabText(number, text)
            self.tabs.setTabToolTip(number, full[number])

    def _tabs_width(self, texts: Sequence[str]) -> int:
        metrics = self.tabs.fontMetrics()
        return sum(metrics.horizontalAdvance(text) + TAB_MARGINS for text in texts)

    def say_nothing_found(self, text: str) -> None:
        """Words above an empty list; empty to hide them."""
        self._nothing.setText(text)
        self._nothing.setVisible(bool(text) and self.tabs.currentIndex() != UNDATED)

    def show_tab(self, tab: int) -> None:
        """Show events (0), articles (1) or the shelf (2) and give them the keyboard."""
        self.show()
        self.tabs.setCurrentIndex(tab)
        shown = (self.events, self.articles)[tab] if tab != UNDATED else self.shelf
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _hold(self, tab: int, made: QWidget) -> None:
        self._stack.insertWidget(tab, made)
        self._stack.setCurrentIndex(self.tabs.currentIndex())


class ReaderPanel(QDockWidget):
    """The reader under a slim title; bare until it is given one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("readerPanel")
        self.setWindowTitle(self.tr("Reader"))
        self.setTitleBarWidget(QWidget())
        self.setWidget(_ground())

    def set_reader(self, reader: Reader) -> None:
        """Hold `reader`, whose source goes into the title."""
        bare = self.titleBarWidget(), self.widget()
        title = PanelTitle(self, reader.header.source, stretched=True)
        title.setProperty("lined", False)
        self.setTitleBarWidget(title)
        self.setWidget(reader)
        for widget in bare:
            widget.deleteLater()


def _ground() -> QFrame:
    """A panel's plain ground."""
    ground = QFrame()
    ground.setObjectName("panelGround")
    return ground
