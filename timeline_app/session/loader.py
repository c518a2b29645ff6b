"""From a library and a filter to a view; reading is done once, filtering by masks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.domain.records import ArticleId
from timeline_app.session.lanes import Lanes, LaneTable, lane_table
from timeline_app.session.source_counts import events_by_source
from timeline_app.session.view import (
    PREFETCH,
    SOURCE_COLOURS,
    Filter,
    LibraryView,
    sources,
)
from timeline_app.store import ArticleSummary, Library

if TYPE_CHECKING:
    import numpy

    from timeline_app.layout.index import EventIndex
    from timeline_app.store.columns import EventTable


@dataclass(frozen=True, eq=False)
class _Base:
    """What doesn't depend on the filter: all events, rejected ones included."""

    version: int
    articles: tuple[ArticleSummary, ...]
    table: EventTable
    index: EventIndex | None
    years: numpy.ndarray
    lanes: tuple[Lanes, tuple[str, ...]]
    lane_names: tuple[str, ...]
    tags: Mapping[str, int]
    sources: Mapping[str, int]

    def has_lanes(self, lanes: tuple[Lanes, tuple[str, ...]], found: LaneTable) -> bool:
        """True when its index lies in these lanes already: names and tags may have changed."""
        if (self.lanes, self.lane_names) != (lanes, found.names):
            return False
        return self.index is None or bool((self.index.columns.lane == found.numbers).all())


class Loader:
    """Makes views of one library, on one thread; what no write has changed isn't read again."""

    def __init__(self, library: Library) -> None:
        """Nothing is read yet."""
        self._library = library
        self._base: _Base | None = None
        self._pool: tuple[_Base, EventIndex | None] | None = None

    def view(
        self,
        chosen: Filter,
        wanted: Callable[[], bool] = lambda: True,
        lanes: Lanes = Lanes.ARTICLE,
        first_lanes: tuple[str, ...] = (),
    ) -> LibraryView | None:
        """What `chosen` lets through; None once `wanted` says that nobody waits for it.

        The lanes named in `first_lanes` come on top.
        """
        import numpy as np

        from timeline_app.store.columns import MODALITIES

        base = self._up_to_date((lanes, first_lanes))
        columns = base.table.columns
        pool = np.ones(len(base.table), bool) if chosen.show_rejected else ~columns["rejected"]
        counts = np.bincount(columns["modality"][pool], minlength=len(MODALITIES))
        passing = _passes(self._library, base.table, chosen, wanted) if wanted() else None
        if passing is None:
            return None
        keep = pool & passing
        index = base.index.filtered(keep) if base.index is not None and keep.any() else None
        whole = index if np.array_equal(keep, pool) else self._whole(base, pool)
        rows = np.flatnonzero(keep)
        ids = index.columns.ids if index is not None else columns["ids"][:0]
        return LibraryView(
            base.articles,
            ids,
            _chosen(base.years, rows),
            index,
            whole,
            int(pool.sum()),
            {kind: int(n) for kind, n in zip(MODALITIES, counts, strict=True) if n},
            int((pool & columns["by_context"]).sum()),
            base.lane_names,
            self._library.event_summaries(ids.tolist()) if len(ids) <= PREFETCH else {},
            base.tags,
            base.sources,
        )

    def is_stale(self) -> bool:
        """True when something was written since the last view was made, by whichever program."""
        return self._base is not None and self._base.version != self._library.version()

    def _whole(self, base: _Base, pool: numpy.ndarray) -> EventIndex | None:
        """The index of `pool`: everything, or all but what is rejected."""
        if base.index is None or pool.all():
            return base.index
        if self._pool is None or self._pool[0] is not base:
            self._pool = base, base.index.filtered(pool) if pool.any() else None
        return self._pool[1]

    def _up_to_date(self, lanes: tuple[Lanes, tuple[str, ...]]) -> _Base:
        from timeline_app.session.index import build_index
        from timeline_app.store.tags import counts

        version, known = self._library.version(), self._base
        if known is not None and (known.version, known.lanes) == (version, lanes):
            return known
        table = self._library.table()
        articles = tuple(self._library.summaries(table.events_by_article()))
        tags = self._library.read(counts)
        same = known is not None and (known.table, known.articles) == (table, articles)
        found = lane_table(lanes[0], table.columns, articles, self._library).ordered(lanes[1])
        if known is not None and same and known.has_lanes(lanes, found):
            self._base = replace(known, version=version, tags=tags)
        else:
            index = build_index(table.columns, found.numbers, SOURCE_COLOURS)
            years = known.years if known is not None and same else _years(table.columns)
            told = events_by_source(table, sources(articles))
            self._base = _Base(
                version, articles, table, index, years, lanes, found.names, tags, told
            )
        return self._base


def load(library: Library, chosen: Filter) -> LibraryView:
    """Read a library and keep what `chosen` lets through."""
    view = Loader(library).view(chosen)
    assert view is not None  # always wanted
    return view


def _chosen(values: numpy.ndarray, rows: numpy.ndarray) -> numpy.ndarray:
    chosen: numpy.ndarray = values if len(rows) == len(values) else values[rows]
    return chosen


def _passes(
    library: Library, table: EventTable, chosen: Filter, wanted: Callable[[], bool]
) -> numpy.ndarray | None:
    import numpy as np

    from timeline_app.store import names
    from timeline_app.store.columns import MODALITIES
    from timeline_app.store.tags import tagged

    columns = table.columns
    keep = np.ones(len(table), bool)
    if chosen.text.strip():
        found = library.search_ids(chosen.text, wanted)
        if found is None:
            return None
        keep &= _among(columns["ids"], found)
    if chosen.hidden_modalities:
        hidden = [i for i, kind in enumerate(MODALITIES) if kind in chosen.hidden_modalities]
        keep &= ~np.isin(columns["modality"], hidden)
    if chosen.starred:
        keep &= columns["starred"]
    if chosen.hide_by_context:
        keep &= ~columns["by_context"]
    if chosen.entities:
        named = library.read(lambda file: names.naming(file, chosen.entities))
        keep &= _among(columns["ids"], named)
    if chosen.tags:
        tag_names = [tag.name for tag in chosen.tags]
        keep &= _among(columns["ids"], library.read(lambda file: tagged(file, tag_names)))
    if chosen.hidden_sources:
        keep &= _from_shown_source(table, chosen.hidden_sources)
    if chosen.span is not None:
        first, last = chosen.span
        keep &= (columns["start_earliest"] < last) & (columns["end_latest"] > first)
    return keep


def _from_shown_source(table: EventTable, hidden: frozenset[ArticleId]) -> numpy.ndarray:
    """An event stays as long as one of its sources is shown."""
    import numpy as np

    columns, left_out = table.columns, np.array(sorted(hidden), np.int64)
    shown = table.shared["event"][~_among(table.shared["article"], left_out)]
    keep: numpy.ndarray = ~_among(columns["article"], left_out) | _among(columns["ids"], shown)
    return keep


def _among(values: numpy.ndarray, chosen: numpy.ndarray) -> numpy.ndarray:
    """Which of `values`, row ids, are among `chosen`: one look a value, without sorting."""
    import numpy as np

    highest = int(values.max(initial=0))
    marked = np.zeros(highest + 1, bool)
    marked[chosen[(chosen >= 0) & (chosen <= highest)]] = True
    found: numpy.ndarray = marked[values]
    return found


def _years(columns: Mapping[str, numpy.ndarray]) -> numpy.ndarray:
    """Years of the first known bound; an event without a start goes by its end."""
    import numpy as np

    from timeline_app.domain.calendars import OPEN_PAST

    start, end = columns["start_earliest"], columns["end_earliest"]
    at = np.where(start == OPEN_PAST, end, start).astype("datetime64[s]")
    years: numpy.ndarray = at.astype("datetime64[Y]").astype(np.int64) + 1970
    return years
