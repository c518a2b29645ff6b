"""Several edits as one step."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from timeline_app.domain.records import ChangeSet
from timeline_app.store.edits import Applied, Edit


@dataclass(frozen=True, slots=True)
class Together:
    """Edits that are done, and taken back, in one go."""

    edits: tuple[Edit, ...] = field(repr=False)
    label: str

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Do one after the other; the inverse takes them back in the other order.

        The remark is the last one's.
        """
        changes = ChangeSet()
        inverses: list[Edit] = []
        for edit in self.edits:
            applied = edit.apply(connection)
            changes |= applied.changes
            inverses.append(applied.inverse)
        remark = applied.remark if self.edits else ""
        return Applied(changes, Together(tuple(reversed(inverses)), self.label), remark)
