"""The two docks: lists at the left, reader at the right; their title bars are their content's."""

from __future__ import annotations

from PySide6.QtCore import Qt
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

from timeline_app.ui.articles.view import ArticleList
from timeline_app.ui.events.view import EventList
from timeline_app.ui.labels import label
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
    """Events and articles under two tabs."""

    def __init__(self, events: EventList, articles: ArticleList, parent: QWidget) -> None:
        super().__init__(parent)
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
        self.events, self.articles = events, articles
        self._stack = QStackedWidget()
        self._stack.addWidget(events)
        self._stack.addWidget(articles)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        column.addWidget(self._stack, 1)
        self.setTitleBarWidget(PanelTitle(self, self.tabs))
        self.setWidget(content)

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
        widget = self._stack.currentWidget()
        if widget is not None:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)


class ReaderPanel(QDockWidget):
    """The reader under a slim title."""

    def __init__(self, reader: Reader, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("readerPanel")
        self.setWindowTitle(self.tr("Reader"))
        title = PanelTitle(self, reader.header.source, stretched=True)
        title.setProperty("lined", False)
        self.setTitleBarWidget(title)
        self.setWidget(reader)
