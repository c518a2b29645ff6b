"""Which lane of the timeline each event belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from timeline_app.session.view import source_name, sources
from timeline_app.store import ArticleSummary

if TYPE_CHECKING:
    import numpy


class Lanes(StrEnum):
    """What a lane stands for."""

    ARTICLE = "article"
    SOURCE = "source"
    MODALITY = "modality"
    NONE = "none"


def lane_names(kind: Lanes, articles: Sequence[ArticleSummary]) -> tuple[str, ...]:
    """Names by lane number; the one lane of `NONE` has none."""
    if kind is Lanes.NONE:
        return ("",)
    if kind is Lanes.MODALITY:
        from timeline_app.store.columns import MODALITIES

        return tuple(modality.value.capitalize() for modality in MODALITIES)
    by_source = sources(articles)
    if kind is Lanes.SOURCE:
        return tuple(by_source)
    return tuple(_article_name(article, by_source) for article in articles)


def lane_numbers(
    kind: Lanes, columns: Mapping[str, numpy.ndarray], articles: Sequence[ArticleSummary]
) -> numpy.ndarray:
    """The lane of each event of the stored `columns`; an event goes by its first source."""
    import numpy as np

    if kind is Lanes.NONE:
        return np.zeros(len(columns["ids"]), np.int32)
    if kind is Lanes.MODALITY:
        return columns["modality"].astype(np.int32)
    lanes = np.zeros(max((article.id for article in articles), default=0) + 1, np.int32)
    if kind is Lanes.SOURCE:
        for number, of_source in enumerate(sources(articles).values()):
            lanes[list(of_source)] = number
    else:
        lanes[[article.id for article in articles]] = np.arange(len(articles))
    of_event: numpy.ndarray = lanes[columns["article"]]
    return of_event


def _article_name(article: ArticleSummary, by_source: Mapping[str, frozenset[int]]) -> str:
    """An article's source where it is the only one of it, otherwise its title too."""
    name = source_name(article)
    alone = len(by_source[name]) == 1 or name == article.title
    return name if alone else f"{name}: {article.title}"
