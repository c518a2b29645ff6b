"""Finds date expressions in text and works out which day, month or year each one means.

Phase 1 (`match`) finds phrases by a language's rules; phase 2 (`resolve`) gives them values
from the publication date, the narrative and the article's own evidence.
"""

from timeline_app.tagger.explain import explain
from timeline_app.tagger.language import LANGUAGES, detect_language
from timeline_app.tagger.tagging import tag, timexes
from timeline_app.tagger.timex3 import format_timex

__all__ = [
    "LANGUAGES",
    "detect_language",
    "explain",
    "format_timex",
    "tag",
    "timexes",
]
