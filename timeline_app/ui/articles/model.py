"""Rows of the article list: one summary each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeline_app.domain.display import counted
from timeline_app.domain.records import ArticleId
from timeline_app.store import ArticleSummary
from timeline_app.ui.look.wording import dotted, published_words

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class ArticleListModel(QAbstractListModel):
    """Articles in order of import."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles: tuple[ArticleSummary, ...] = ()

    def set_articles(self, articles: tuple[ArticleSummary, ...]) -> bool:
        """Show these; returns whether rows came or went."""
        if [a.id for a in articles] == [a.id for a in self._articles]:
            self._articles = articles
            if articles:
                self.dataChanged.emit(self.index(0), self.index(len(articles) - 1))
            return False
        self.beginResetModel()
        self._articles = articles
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = ROOT) -> int:
        """Articles; a list has no deeper rows."""
        return 0 if parent.isValid() else len(self._articles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, and everything in one line for tool tips and screen readers."""
        article = self.article(index.row())
        if article is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return article.title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return dotted((article.title, *article_facts(article), article.path))
        return None

    def article(self, row: int) -> ArticleSummary | None:
        """The article in a row."""
        return self._articles[row] if 0 <= row < len(self._articles) else None

    def row_of(self, article: ArticleId) -> int | None:
        """Row of an article."""
        rows = (n for n, found in enumerate(self._articles) if found.id == article)
        return next(rows, None)


def article_facts(article: ArticleSummary) -> tuple[str, ...]:
    """Publication, date and number of events."""
    return (
        article.publication or "",
        published_words(article.published),
        counted(article.events, "event"),
        "copy of another article" if article.copies_of is not None else "",
        "older version" if article.superseded else "",
    )
