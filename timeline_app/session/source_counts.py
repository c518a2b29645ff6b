"""How many events each source reports: what several of its articles tell counts once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from timeline_app.domain.records import ArticleId

if TYPE_CHECKING:
    from timeline_app.store.columns import EventTable


def events_by_source(
    table: EventTable, sources: Mapping[str, frozenset[ArticleId]]
) -> dict[str, int]:
    """Events that aren't rejected by the name of a source; those without any are left out."""
    import numpy as np

    columns, shared = table.columns, table.shared
    highest = max((max(articles) for articles in sources.values() if articles), default=0)
    source_of = np.full(highest + 2, len(sources), np.int64)
    for number, articles in enumerate(sources.values()):
        source_of[list(articles)] = number
    single = (columns["articles"] == 1) & ~columns["rejected"]
    alone = source_of[np.minimum(columns["article"][single], highest + 1)]
    rejected = columns["ids"][columns["rejected"] & (columns["articles"] > 1)]
    told = ~np.isin(shared["event"], rejected)
    sources_told = source_of[np.minimum(shared["article"][told], highest + 1)]
    pairs = np.unique(np.stack((shared["event"][told], sources_told)), axis=1)
    size = len(sources) + 1
    counts = np.bincount(alone, minlength=size) + np.bincount(pairs[1], minlength=size)
    return {name: int(n) for name, n in zip(sources, counts, strict=False) if n}
