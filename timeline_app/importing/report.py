"""What an import did: a row for each file, totals, progress on the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.domain.display import counted
from timeline_app.domain.records import ChangeSet
from timeline_app.store import Edit

_SECONDS_TO_JUDGE = 2.0


class Outcome(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    ALREADY_THERE = "already there"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One file: `reason` says why it was refused, `warnings` what to check.

    `copies_of` has the titles of articles that this file's reprint.
    """

    path: str
    outcome: Outcome
    reason: str = ""
    articles: int = 0
    events: int = 0
    warnings: tuple[str, ...] = ()
    copies_of: tuple[str, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """All there is to tell of a file that was taken."""
        return (*(f"a copy of “{title}”" for title in self.copies_of), *self.warnings)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All rows of an import; `inverse` takes the whole import back, None if nothing was added.

    `events` is how many more the library shows: what several articles report counts once there,
    but in each of their rows.
    `asked` is false for files that were found in a watched folder.
    """

    rows: tuple[ImportRow, ...]
    events: int = 0
    inverse: Edit | None = None
    cancelled: bool = False
    asked: bool = True

    @property
    def articles(self) -> int:
        """Number of articles added."""
        return sum(row.articles for row in self.rows)

    def of(self, outcome: Outcome) -> tuple[ImportRow, ...]:
        """Rows with this outcome."""
        return tuple(row for row in self.rows if row.outcome is outcome)

    @property
    def summary(self) -> str:
        """One sentence: "3 articles with 25 events imported, 1 already there, 1 refused"."""
        events = counted(self.events, "event")
        parts = [f"{counted(self.articles, 'article')} with {events} imported"]
        if not self.articles:
            parts = ["Nothing new"] if self.of(Outcome.ALREADY_THERE) else ["Nothing imported"]
        if there := self.of(Outcome.ALREADY_THERE):
            parts.append(f"{len(there)} already there")
        if refused := self.of(Outcome.REFUSED):
            parts.append(f"{len(refused)} refused")
        return ", ".join(parts) + (", then cancelled" if self.cancelled else "")


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """Where an import stands: files done of `total`, the file last finished, seconds since start.

    `changes` is what was committed since the last progress; `report` comes with the last one.
    """

    done: int
    total: int
    current: str
    articles: int
    events: int
    changes: ChangeSet
    report: ImportReport | None = None
    seconds: float = 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long it will take at the rate so far; None before that can be told."""
        if not self.done or self.seconds < _SECONDS_TO_JUDGE:
            return None
        return self.seconds / self.done * (self.total - self.done)

    @property
    def finished(self) -> bool:
        """True for the last update of an import."""
        return self.report is not None
