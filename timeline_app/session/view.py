"""What the window shows of a library at one moment, computed away from the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from timeline_app.domain.records import ArticleId, EventId, Modality
from timeline_app.store import ArticleSummary, EventSummary

if TYPE_CHECKING:
    import numpy

    from timeline_app.layout.index import EventIndex

SOURCE_COLOURS = 8
"""Colours that a theme has for sources; articles take them in turn."""

PREFETCH = 2_000
"""Up to this many events come with their summaries, so that a list needs no further reading."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of the user's."""

    name: str


Kind = Modality | frozenset[ArticleId] | Tag
"""What a chip stands for: a modality, the articles of one source, or a tag."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events are shown. Hidden kinds and sources are listed, so that new ones show.

    With a `span`, [first, last) seconds, only those that may have happened or lasted in it;
    `starred` keeps the starred ones, `hide_by_context` those that words of their own passage
    date, `entities` those that name any of them, `tags` those that have any of them.
    """

    text: str = ""
    hidden_modalities: frozenset[Modality] = frozenset()
    hidden_sources: frozenset[ArticleId] = frozenset()
    show_rejected: bool = False
    span: tuple[int, int] | None = None
    starred: bool = False
    hide_by_context: bool = False
    entities: frozenset[int] = frozenset()
    tags: frozenset[Tag] = frozenset()

    @property
    def narrows(self) -> bool:
        """True when something may be left out."""
        hidden = self.hidden_modalities or self.hidden_sources
        kept = self.span or self.starred or self.hide_by_context or self.entities or self.tags
        return bool(self.text.strip() or hidden or kept)

    def lights(self, kind: Kind) -> bool:
        """True when the chip of this kind is lit: nothing of it is hidden, or its tag is chosen."""
        if isinstance(kind, Tag):
            return kind in self.tags
        return not self.hides(kind)

    def hides(self, kind: Modality | frozenset[ArticleId]) -> bool:
        """True when events of this kind, or of any of these articles, are left out."""
        if isinstance(kind, Modality):
            return kind in self.hidden_modalities
        return bool(kind & self.hidden_sources)

    def toggled(self, kind: Kind) -> Filter:
        """The same filter with a kind or a source hidden or shown, or with a tag chosen or not."""
        if isinstance(kind, Tag):
            return replace(self, tags=self.tags ^ {kind})
        if isinstance(kind, Modality):
            return replace(self, hidden_modalities=self.hidden_modalities ^ {kind})
        hidden = self.hidden_sources
        return replace(self, hidden_sources=hidden - kind if self.hides(kind) else hidden | kind)


@dataclass(frozen=True, slots=True)
class LibraryView:
    """Articles, the ids of the shown events in time order and what the canvas draws of them.

    `whole` has the events too that the filter leaves out.

    `by_context` counts the events whose own words give no date.

    `years` has the astronomical year that each shown event begins in. Counts leave the filter
    out of account, so that a chip says what it would bring back.
    """

    articles: tuple[ArticleSummary, ...]
    ids: numpy.ndarray
    years: numpy.ndarray
    index: EventIndex | None
    whole: EventIndex | None
    total: int
    modality_counts: Mapping[Modality, int]
    by_context: int
    lane_names: tuple[str, ...]
    summaries: Mapping[EventId, EventSummary] = field(default_factory=dict)
    tag_counts: Mapping[str, int] = field(default_factory=dict)
    source_counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def shown(self) -> int:
        """How many events pass the filter."""
        return len(self.ids)


def sources(articles: Sequence[ArticleSummary]) -> dict[str, frozenset[ArticleId]]:
    """Articles by the name of their source, in order of import."""
    found: dict[str, list[ArticleId]] = {}
    for article in articles:
        found.setdefault(source_name(article), []).append(article.id)
    return {name: frozenset(ids) for name, ids in found.items()}


def source_name(article: ArticleSummary) -> str:
    """What a chip or a lane calls an article: its publication, otherwise its title."""
    return article.publication or article.title
