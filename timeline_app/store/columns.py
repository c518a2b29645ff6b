"""Events as numpy columns: what a canvas needs of a million of them."""

from __future__ import annotations

import sqlite3

import numpy as np

from timeline_app.domain.records import Modality

OPEN_PAST = -(2**63) + 1
OPEN_FUTURE = 2**63 - 1

MODALITIES = tuple(Modality)
"""Column `modality` holds indices into this tuple."""

_QUERY = f"""
SELECT event.id,
    ifnull(start_earliest, {OPEN_PAST}), ifnull(start_latest, {OPEN_PAST}),
    ifnull(end_earliest, {OPEN_FUTURE}), ifnull(end_latest, {OPEN_FUTURE}),
    grain, interval, approximate, uncertain, inferred != '',
    CASE modality {" ".join(f"WHEN '{m.value}' THEN {i}" for i, m in enumerate(MODALITIES))} END,
    status = 'rejected', confidence, min(mention.article), count(DISTINCT mention.article),
    max(expression_start IS NOT NULL)
FROM event JOIN mention ON mention.event = event.id
    JOIN article ON article.id = mention.article AND NOT article.deleted
WHERE NOT event.deleted GROUP BY event.id
ORDER BY sort_start, sort_grain, sort_end, event.id
"""

_DTYPE = np.dtype(
    [
        ("ids", np.int64),
        ("start_earliest", np.int64),
        ("start_latest", np.int64),
        ("end_earliest", np.int64),
        ("end_latest", np.int64),
        ("grain", np.int8),
        ("interval", np.bool_),
        ("approximate", np.bool_),
        ("uncertain", np.bool_),
        ("inferred", np.bool_),
        ("modality", np.int8),
        ("rejected", np.bool_),
        ("confidence", np.float32),
        ("article", np.int64),
        ("sources", np.int32),
        ("explicit", np.bool_),
    ]
)


def load(connection: sqlite3.Connection) -> dict[str, np.ndarray]:
    """Columns of all living events in time order, one array a field of `_DTYPE`.

    Bounds are seconds; open ends hold OPEN_PAST or OPEN_FUTURE. `article` is the first source,
    `sources` how many there are, `explicit` whether the text itself dates the event.
    """
    table = np.fromiter(connection.execute(_QUERY), dtype=_DTYPE)
    return {name: np.ascontiguousarray(table[name]) for name in _DTYPE.names or ()}
