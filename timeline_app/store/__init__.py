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
from timeline_app.store.grouping_edits import MergeEvents, RefuseMerge, SplitSource
from timeline_app.store.library import ArticleSummary, EventSummary, Library
from timeline_app.store.pairs import Suggestion

__all__ = [
    "AddArticles",
    "Applied",
    "ArticleSummary",
    "Edit",
    "EventSummary",
    "Library",
    "MergeEvents",
    "RefuseMerge",
    "RemoveArticles",
    "RestoreArticles",
    "SetStatus",
    "SetTitle",
    "SplitSource",
    "Suggestion",
]
