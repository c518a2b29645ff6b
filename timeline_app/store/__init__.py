"""The library on disk: one SQLite file, one writer."""

from importlib import import_module
from typing import TYPE_CHECKING

from timeline_app.store.library import Library
from timeline_app.store.summaries import ArticleSummary, EventSummary

if TYPE_CHECKING:
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

_WRITING = ("edits", "grouping_edits", "pairs")
"""Modules that are loaded when something is first written: the start reads only."""


def __getattr__(name: str) -> object:
    """Find an edit in its module (PEP 562)."""
    if name in __all__:
        for module in _WRITING:
            found = getattr(import_module(f"{__name__}.{module}"), name, None)
            if found is not None:
                return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
