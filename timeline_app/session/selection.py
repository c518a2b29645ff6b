"""The one selection that every view shows; views never talk to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

from timeline_app.domain.records import ArticleId, EventId
from timeline_app.domain.text import Span


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing is selected."""


@dataclass(frozen=True, slots=True)
class Events:
    """Events; `primary` is the one that the reader shows."""

    ids: frozenset[EventId]
    primary: EventId

    @staticmethod
    def one(event: EventId) -> Events:
        """A single event."""
        return Events(frozenset([event]), event)


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in an article that belongs to no event; an empty span is the article's top."""

    article: ArticleId
    span: Span


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of time, [lo, hi) in seconds."""

    lo: int
    hi: int


Selection = Nothing | Events | Passage | Range


class Reveal(Enum):
    """Whether views move so that the selection can be seen."""

    NONE = "none"
    SCROLL = "scroll"
    ZOOM = "zoom"


class SelectionModel(QObject):
    """Holds the selection and tells the views; `changed` carries the selection and its origin.

    A view that hears of its own choice (`origin is self`) marks it but doesn't scroll.
    """

    changed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._selection: Selection = Nothing()
        self._reveal = Reveal.NONE

    @property
    def selection(self) -> Selection:
        """What is selected now."""
        return self._selection

    @property
    def reveal(self) -> Reveal:
        """How the latest selection asked to be shown."""
        return self._reveal

    @property
    def primary(self) -> EventId | None:
        """The event that the reader shows, if the selection is of events."""
        return self._selection.primary if isinstance(self._selection, Events) else None

    def select(
        self, selection: Selection, *, origin: object = None, reveal: Reveal = Reveal.NONE
    ) -> None:
        """Choose `selection`; an equal one is only told again when it asks to be revealed."""
        if selection == self._selection and reveal is Reveal.NONE:
            return
        self._selection = selection
        self._reveal = reveal
        self.changed.emit(selection, origin)

    def clear(self, *, origin: object = None) -> None:
        """Select nothing."""
        self.select(Nothing(), origin=origin)

    def prune(
        self, removed: Iterable[EventId], leads: Mapping[EventId, EventId] | None = None
    ) -> None:
        """Drop events that the library no longer has, or take those that now stand for them."""
        if not isinstance(self._selection, Events):
            return
        gone, instead = self._selection.ids & frozenset(removed), leads or {}
        if not gone:
            return
        left = (self._selection.ids - gone) | {instead[event] for event in gone & instead.keys()}
        if not left:
            self.clear()
            return
        primary = instead.get(self._selection.primary, self._selection.primary)
        self.select(Events(left, primary if primary in left else min(left)))
