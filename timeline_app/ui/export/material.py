"""The events that an export shows, and their words; can be used on any thread."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline_app.domain.display import counted, display
from timeline_app.layout.index import EventIndex
from timeline_app.layout.text import EventLabel, Labels
from timeline_app.session.view import LibraryView
from timeline_app.store import Library
from timeline_app.ui.look.wording import colour_names, event_note

_NO_TEXT = {"Cc", "Cs"}
_UNTITLED = "…"


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to show: `title` names it, `note` says how much of it there is."""

    index: EventIndex
    labels: Labels
    lane_names: tuple[str, ...]
    source_names: tuple[str, ...]
    title: str
    note: str = ""


def material_of(library: Library, view: LibraryView) -> Material | None:
    """What `view` shows of `library`; None when that is nothing.

    The words are read from the library when they are asked for, so it must stay open.
    """
    if view.index is None or not view.shown:
        return None
    note = counted(view.shown, "event")
    if view.shown < view.total:
        note = f"{view.shown:,} of {counted(view.total, 'event')}"

    def labels(ids: Sequence[int]) -> Mapping[int, EventLabel]:
        return {
            event: EventLabel(
                printable(summary.title).strip() or _UNTITLED,
                printable(display(summary.when)),
                printable(event_note(summary)),
            )
            for event, summary in library.event_summaries(ids).items()
        }

    return Material(
        view.index,
        labels,
        tuple(printable(name) for name in view.lane_names),
        tuple(printable(name) for name in colour_names(view.articles)),
        printable(library.path.stem),
        note,
    )


def printable(text: str) -> str:
    """`text` without what no document may hold: control characters, halves of characters.

    XML 1.0 allows neither, nor U+FFFE and U+FFFF (section 2.2, Characters).
    """
    if text.isprintable():
        return text
    return "".join(
        " " if unicodedata.category(each) in _NO_TEXT or each in "\ufffe\uffff" else each
        for each in text
    )
