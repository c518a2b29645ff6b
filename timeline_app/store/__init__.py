"""The library on disk: one SQLite file, one writer."""

from timeline_app.store.edits import (
    AddArticles,
    Applied,
    Edit,
    RemoveArticles,
    RestoreArticles,
    SetStatus,
    SetTitle,
)
from timeline_app.store.library import ArticleSummary, EventSummary, Library

__all__ = [
    "AddArticles",
    "Applied",
    "ArticleSummary",
    "Edit",
    "EventSummary",
    "Library",
    "RemoveArticles",
    "RestoreArticles",
    "SetStatus",
    "SetTitle",
]
