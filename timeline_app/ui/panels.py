"""The two docks: lists at the left, reader at the right; their title bars are their content's."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
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
from timeline_app.ui.labels import label
from timeline_app.ui.theme import Theme

if TYPE_CHECKING:
    from timeline_app.ui.articles.view import ArticleList
    from timeline_app.ui.events.view import EventList
    from timeline_app.ui.reader.view import Reader

EVENTS, ARTICLES = 0, 1


class PanelTitle(QFrame):
    """A title bar to drag the panel by, with a button that hides it."""

    def __init__(self, dock: QDockWidget, content: QWidget, *, stretched: bool = False) -> None:
        super().__init__(dock)
        self.setObjectName("panelTitle")
        hide = QToolButton()
        hide.setText("✕")
        hide.setToolTip(self.tr("Hide this panel"))
        hide.setAccessibleName(self.tr("Hide this panel"))
        hide.clicked.connect(dock.close)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 6, 1)
        line.setSpacing(4)
        line.addWidget(content, 1 if stretched else 0)
        if not stretched:
            line.addStretch(1)
        line.addWidget(hide)


class ListsPanel(QDockWidget):
    """Events and articles under two tabs; each list is made when it is first asked for.

    `event_activated` carries the event on which Enter was hit, `menu_requested` the event whose
    menu is wanted and where (global QPoint), `article_chosen` the article that was clicked.
    """

    event_activated = Signal(object)
    menu_requested = Signal(object, object)
    article_chosen = Signal(object)

    def __init__(self, selection: SelectionModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._selection, self._theme = selection, theme
        self.setWindowTitle(self.tr("Events and articles"))
        self.setObjectName("listsPanel")
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Lists"))
        self.tabs.setExpanding(False)
        self.tabs.addTab(self.tr("Events"))
        self.tabs.addTab(self.tr("Articles"))
        self._nothing = label("", "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setContentsMargins(20, 40, 20, 0)
        self._nothing.hide()
        self._stack = QStackedWidget()
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
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

    def set_theme(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.events.set_theme(theme)
        self.articles.set_theme(theme)

    def set_counts(self, events: int, articles: int) -> None:
        """Numbers on the tabs."""
        self.tabs.setTabText(EVENTS, self.tr("Events {0:,}").format(events))
        self.tabs.setTabText(ARTICLES, self.tr("Articles {0:,}").format(articles))

    def say_nothing_found(self, text: str) -> None:
        """Words above an empty list; empty to hide them."""
        self._nothing.setText(text)
        self._nothing.setVisible(bool(text))

    def show_tab(self, tab: int) -> None:
        """Show the events (0) or the articles (1) and give them the keyboard."""
        self.show()
        self.tabs.setCurrentIndex(tab)
        shown = self.events if tab == EVENTS else self.articles
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
