"""From the library's columns to the index that the canvas draws from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.domain.calendars import OPEN_FUTURE, OPEN_PAST
from timeline_app.domain.records import Modality
from timeline_app.layout.columns import EventColumns, Mark
from timeline_app.store import columns as stored

if TYPE_CHECKING:
    from timeline_app.layout.index import EventIndex

_MODALITY_MARKS = {
    Modality.SAID: Mark.SAID,
    Modality.PLANNED: Mark.PLANNED,
    Modality.ALLEGED: Mark.ALLEGED,
    Modality.DENIED: Mark.DENIED,
    Modality.ONGOING: Mark.ONGOING,
}

_STAR, _CONTEXT = 1000.0, 1000.0
"""Weightier than any number of sources."""


def build_index(
    columns: Mapping[str, np.ndarray], lanes: np.ndarray, colours: int
) -> EventIndex | None:
    """Index of the stored `columns`; None without events.

    `lanes` has the lane of each event, `colours` is how many source colours there are.
    """
    from timeline_app.layout.index import EventIndex

    if not len(columns["ids"]):
        return None
    return EventIndex.build(event_columns(columns, lanes, colours))


def event_columns(
    columns: Mapping[str, np.ndarray], lanes: np.ndarray, colours: int
) -> EventColumns:
    """The stored `columns` as the layout names and types them."""
    return EventColumns(
        ids=columns["ids"],
        start_earliest=_clipped(columns["start_earliest"]),
        start_latest=_clipped(columns["start_latest"]),
        end_earliest=_clipped(columns["end_earliest"]),
        end_latest=_clipped(columns["end_latest"]),
        grain=columns["grain"],
        flags=_flags(columns),
        lane=lanes,
        source=((columns["article"] - 1) % colours).astype(np.int32),
        importance=_importance(columns),
    )


def _importance(columns: Mapping[str, np.ndarray]) -> np.ndarray:
    """The user's stars first, then what many sources tell and what is sure.

    What only its context dates comes last: it has its words where nothing else wants the room.
    """
    importance: np.ndarray = columns["sources"].astype(np.float32) + columns["confidence"]
    importance[columns["starred"]] += _STAR
    importance[columns["by_context"]] -= _CONTEXT
    return importance


def _clipped(bounds: np.ndarray) -> np.ndarray:
    if not len(bounds) or (bounds.min() >= OPEN_PAST and bounds.max() <= OPEN_FUTURE):
        return bounds
    clipped: np.ndarray = np.clip(bounds, OPEN_PAST, OPEN_FUTURE)
    return clipped


def _flags(columns: Mapping[str, np.ndarray]) -> np.ndarray:
    flags = np.zeros(len(columns["ids"]), np.uint16)
    for mark, where in (
        (Mark.INTERVAL, columns["interval"]),
        (Mark.OPEN_START, columns["start_earliest"] <= OPEN_PAST),
        (Mark.OPEN_END, columns["end_latest"] >= OPEN_FUTURE),
        (Mark.APPROXIMATE, columns["approximate"]),
        (Mark.UNCERTAIN, columns["uncertain"]),
        (Mark.INFERRED, columns["inferred"]),
        (Mark.BY_CONTEXT, columns["by_context"]),
        (Mark.CONFLICT, columns["conflict"]),
        (Mark.STARRED, columns["starred"]),
    ):
        flags[where] |= np.uint16(mark)
    for index, kind in enumerate(stored.MODALITIES):
        if kind in _MODALITY_MARKS:
            flags[columns["modality"] == index] |= np.uint16(_MODALITY_MARKS[kind])
    return flags
