"""People, places and organisations of a library: who is named where, merging and renaming.

An entity that was merged into another keeps its row, so that articles imported later find the
name there and count for the other one. Renaming merges into the new name, for the same reason.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain.records import Changes, ChangeSet, Entity, EntityKind
from timeline_app.store import rows

if TYPE_CHECKING:
    import numpy

    from timeline_app.store.edits import Applied

_ROOT = "ifnull(entity.merged_into, entity.id)"
_LISTED = f"""
SELECT whole.id, whole.kind, whole.name, count(DISTINCT event_entity.event)
FROM event_entity JOIN event ON event.id = event_entity.event
    AND NOT event.deleted AND event.status != 'rejected'
    JOIN entity ON entity.id = event_entity.entity
    JOIN entity AS whole ON whole.id = {_ROOT}
GROUP BY whole.id ORDER BY 4 DESC, whole.name
"""
_NAMING = f"""
SELECT DISTINCT event_entity.event FROM event_entity
    JOIN entity ON entity.id = event_entity.entity WHERE {_ROOT} IN ({{marks}})
"""
_FIRST = f"""
SELECT event_entity.event, {_ROOT}, min(event_entity.position)
FROM event_entity JOIN entity ON entity.id = event_entity.entity
WHERE entity.kind = ? GROUP BY event_entity.event
"""
_FIRST_TAG = "SELECT event, min(tag) FROM event_tag GROUP BY event"


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """An entity of the library and how many events name it, those left out that are rejected."""

    id: int
    entity: Entity
    events: int


def listed(connection: sqlite3.Connection) -> list[NamedEntity]:
    """All entities that events name, the most frequent first."""
    return [
        NamedEntity(row[0], Entity(EntityKind(row[1]), row[2]), row[3])
        for row in connection.execute(_LISTED)
    ]


def naming(connection: sqlite3.Connection, entities: Iterable[int]) -> numpy.ndarray:
    """Ids of the events that name any of `entities`, int64, in no order."""
    import numpy as np

    found = [np.empty(0, np.int64)]
    for batch, marks in rows.batches(entities):
        query = connection.execute(_NAMING.format(marks=marks), batch)
        found.append(np.fromiter((row[0] for row in query), np.int64))
    return np.concatenate(found)


def first_named(
    connection: sqlite3.Connection, kind: EntityKind
) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Events, and the entity of this kind that each names first: two int64 arrays of a length."""
    import numpy as np

    pairs = np.fromiter(
        ((row[0], row[1]) for row in connection.execute(_FIRST, [kind.value])),
        np.dtype((np.int64, 2)),
    )
    return pairs[:, 0], pairs[:, 1]


def first_tags(connection: sqlite3.Connection) -> dict[int, str]:
    """The first tag, in the order of the alphabet, of each event that has one."""
    return dict(connection.execute(_FIRST_TAG).fetchall())


@dataclass(frozen=True, slots=True)
class MergeEntities:
    """Let several entities be one, under the name and kind of `into`."""

    entities: tuple[int, ...]
    into: Entity
    label: str = "Merge names"

    @staticmethod
    def renaming(entity: int, new: Entity) -> MergeEntities:
        """Another name, or another kind, for one entity."""
        return MergeEntities((entity,), new, "Rename")

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Point them, and all that was merged into them, to the row of `into`."""
        from timeline_app.store.edits import Applied

        root = rows.entity_id(connection, self.into)
        moved = _merged(connection, self.entities) - {root}
        before = _pointers(connection, [*moved, root])
        after = ((root, None), *((entity, root) for entity in moved))
        return Applied(_point(connection, after), PointEntities(before, self.label))


@dataclass(frozen=True, slots=True)
class PointEntities:
    """Say of each entity which other it is merged into, or that it stands alone."""

    pointers: tuple[tuple[int, int | None], ...]
    label: str

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Write the pointers; the inverse has the old ones."""
        from timeline_app.store.edits import Applied

        before = _pointers(connection, [entity for entity, _ in self.pointers])
        return Applied(_point(connection, self.pointers), PointEntities(before, self.label))


def _merged(connection: sqlite3.Connection, entities: Iterable[int]) -> set[int]:
    """`entities` and all that is merged into them."""
    found = set(entities)
    query = "SELECT id FROM entity WHERE merged_into IN ({marks})"
    return found | rows.ids_of(connection, query, found)


def _pointers(
    connection: sqlite3.Connection, entities: Sequence[int]
) -> tuple[tuple[int, int | None], ...]:
    found: list[tuple[int, int | None]] = []
    for batch, marks in rows.batches(entities):
        query = f"SELECT id, merged_into FROM entity WHERE id IN ({marks}) ORDER BY id"
        found.extend(connection.execute(query, batch).fetchall())
    return tuple(found)


def _point(connection: sqlite3.Connection, pointers: Sequence[tuple[int, int | None]]) -> ChangeSet:
    connection.executemany(
        "UPDATE entity SET merged_into = ? WHERE id = ?",
        [(whole, entity) for entity, whole in pointers],
    )
    query = "SELECT event FROM event_entity WHERE entity IN ({marks})"
    touched = rows.ids_of(connection, query, (entity for entity, _ in pointers))
    return ChangeSet(events=Changes(changed=frozenset(rows.living_events(connection, touched))))
