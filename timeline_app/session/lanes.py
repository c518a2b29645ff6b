"""Which lane of the timeline each event belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from timeline_app.domain.records import EntityKind
from timeline_app.session.view import source_name, sources
from timeline_app.store import ArticleSummary, Library

if TYPE_CHECKING:
    import numpy

MOST_NAMES: Final = 40
"""People, places or organisations with a lane of their own; the rest share one."""


class Lanes(StrEnum):
    """What a lane stands for."""

    ARTICLE = "article"
    SOURCE = "source"
    MODALITY = "modality"
    PERSON = "person"
    PLACE = "place"
    ORGANIZATION = "organization"
    TAG = "tag"
    NONE = "none"


_NOBODY: Final = {
    Lanes.PERSON: "Nobody named",
    Lanes.PLACE: "No place named",
    Lanes.ORGANIZATION: "No organisation named",
}
_OTHERS: Final = "Others"
_UNTAGGED: Final = "No tag"


@dataclass(frozen=True, eq=False)
class LaneTable:
    """Names by lane number, from the top, and the lane of each event: int32, a number an event."""

    names: tuple[str, ...]
    numbers: numpy.ndarray

    def ordered(self, first: Sequence[str]) -> LaneTable:
        """The same lanes, those named in `first` on top in that order."""
        import numpy as np

        if not first:
            return self
        rank = {name: place for place, name in enumerate(first)}
        order = sorted(range(len(self.names)), key=lambda n: rank.get(self.names[n], len(rank)))
        place = np.empty(len(order), np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        return LaneTable(tuple(self.names[number] for number in order), place[self.numbers])


def lane_table(
    kind: Lanes,
    columns: Mapping[str, numpy.ndarray],
    articles: Sequence[ArticleSummary],
    library: Library,
) -> LaneTable:
    """Lanes for the events of the stored `columns`; the one lane of `NONE` has no name.

    An event goes by its first source, by who is named first, or by the first of its tags.
    """
    import numpy as np

    if kind is Lanes.NONE:
        return LaneTable(("",), np.zeros(len(columns["ids"]), np.int32))
    if kind is Lanes.MODALITY:
        from timeline_app.store.columns import MODALITIES

        names = tuple(modality.value.capitalize() for modality in MODALITIES)
        return LaneTable(names, columns["modality"].astype(np.int32))
    if kind is Lanes.TAG:
        return _by_tag(columns["ids"], library)
    if kind in _NOBODY:
        return _by_name(kind, columns["ids"], library)
    return _by_article(kind, columns["article"], articles)


def _by_article(
    kind: Lanes, article: numpy.ndarray, articles: Sequence[ArticleSummary]
) -> LaneTable:
    import numpy as np

    by_source = sources(articles)
    lanes = np.zeros(max((each.id for each in articles), default=0) + 1, np.int32)
    if kind is Lanes.ARTICLE:
        lanes[[each.id for each in articles]] = np.arange(len(articles))
        return LaneTable(tuple(_article_name(each, by_source) for each in articles), lanes[article])
    for number, of_source in enumerate(by_source.values()):
        lanes[list(of_source)] = number
    return LaneTable(tuple(by_source), lanes[article])


def _by_name(kind: Lanes, ids: numpy.ndarray, library: Library) -> LaneTable:
    """The most frequent names first, then the others, last the events that name none."""
    import numpy as np

    from timeline_app.store import names

    events, entities = library.read(lambda file: names.first_named(file, EntityKind(kind.value)))
    here = np.isin(events, ids)
    events, entities = events[here], entities[here]
    found, times = np.unique(entities, return_counts=True)
    order = np.argsort(-times, kind="stable")[:MOST_NAMES]
    words = {each.id: each.entity.name for each in library.read(names.listed)}
    shown = [words.get(entity, _OTHERS) for entity in found[order].tolist()]
    lane_of = np.full(int(found.max(initial=0)) + 1, len(shown), np.int32)
    lane_of[found[order]] = np.arange(len(shown), dtype=np.int32)
    return LaneTable(
        (*shown, _OTHERS, _NOBODY[kind]),
        _placed(ids, events, lane_of[entities], without=len(shown) + 1),
    )


def _by_tag(ids: numpy.ndarray, library: Library) -> LaneTable:
    import numpy as np

    from timeline_app.store import names

    tags = library.read(names.first_tags)
    shown = sorted(set(tags.values()))
    number = {tag: place for place, tag in enumerate(shown)}
    events = np.fromiter(tags, np.int64, len(tags))
    lanes = np.fromiter((number[tag] for tag in tags.values()), np.int32, len(tags))
    return LaneTable((*shown, _UNTAGGED), _placed(ids, events, lanes, without=len(shown)))


def _placed(
    ids: numpy.ndarray, events: numpy.ndarray, lanes: numpy.ndarray, *, without: int
) -> numpy.ndarray:
    """The lane of each of `ids`: that of its event among `events`, else `without`."""
    import numpy as np

    of_event = np.full(int(ids.max(initial=0)) + 1, without, np.int32)
    known = events < len(of_event)
    of_event[events[known]] = lanes[known]
    placed: numpy.ndarray = of_event[ids]
    return placed


def _article_name(article: ArticleSummary, by_source: Mapping[str, frozenset[int]]) -> str:
    """An article's source where it is the only one of it, otherwise its title too."""
    name = source_name(article)
    alone = len(by_source[name]) == 1 or name == article.title
    return name if alone else f"{name}: {article.title}"
