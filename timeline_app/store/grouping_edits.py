"""What the user says of reports: these are one event, this source tells of another, never these."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from timeline_app.domain.grouping import Pair, pair
from timeline_app.domain.records import ArticleId, ChangeSet, EventId
from timeline_app.domain.sameness import ECHOED, SAME
from timeline_app.store import groups, pairs, rows
from timeline_app.store.edits import Applied
from timeline_app.store.pairs import Decision, KnownPair


@dataclass(frozen=True, slots=True)
class MergeEvents:
    """Make one event of several; what was refused of them before no longer counts."""

    events: tuple[EventId, ...]

    @property
    def label(self) -> str:
        """Words for the Undo menu."""
        return f"Merge {len(self.events)} events"

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Remember that they are one, and group them again."""
        first, *others = dict.fromkeys(self.events)
        within = groups.reports_under(connection, self.events)
        refused = [
            known.both
            for known in pairs.pairs_of(connection, within)
            if known.decision is Decision.REFUSED and within.issuperset(known.both)
        ]
        decided = dict.fromkeys(refused, Decision.OPEN)
        decided |= {pair(first, other): Decision.ACCEPTED for other in others}
        return _decide(connection, decided, self.label)


@dataclass(frozen=True, slots=True)
class SplitSource:
    """Take what one article reports out of an event: it tells of another one."""

    event: EventId
    article: ArticleId
    label: str = "Split off a source"

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Remember that its reports and the others aren't one, and group them again.

        Nor are they to slip into a third event that they are like: the user asked for one of
        their own.
        """
        within = groups.reports_under(connection, [self.event])
        parted = within & rows.reports_of_articles(connection, [self.article])
        across = {pair(a, b) for a, b in product(parted, within - parted)}
        across |= {
            known.both
            for known in pairs.pairs_of(connection, parted)
            if known.decision is Decision.OPEN
            and (known.score >= SAME or known.score == ECHOED)
            and not within.issuperset(known.both)
        }
        return _decide(connection, dict.fromkeys(across, Decision.REFUSED), self.label)


@dataclass(frozen=True, slots=True)
class RefuseMerge:
    """Say that events are not one, so that it is never suggested again."""

    events: tuple[EventId, ...]
    label: str = "Keep events apart"

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Remember it of all pairs of their reports."""
        under = [groups.reports_under(connection, [event]) for event in self.events]
        across = {
            pair(a, b)
            for one, other in combinations(under, 2)
            for a, b in product(one, other)
            if a != b
        }
        return _decide(connection, dict.fromkeys(across, Decision.REFUSED), self.label)


@dataclass(frozen=True, slots=True)
class PutDecisionsBack:
    """Make what was decided of pairs what it was."""

    known: tuple[KnownPair, ...]
    unknown: tuple[Pair, ...]
    label: str

    def apply(self, connection: sqlite3.Connection) -> Applied:
        """Write it, and group the reports again."""
        both = [known.both for known in self.known]
        before = _kept(connection, (*both, *self.unknown), self.label)
        for each in self.known:
            pairs.write(connection, each.both, each.decision)
        pairs.drop(connection, self.unknown)
        return Applied(_regrouped(connection, (*both, *self.unknown)), before)


def _decide(connection: sqlite3.Connection, decided: dict[Pair, Decision], label: str) -> Applied:
    before = _kept(connection, sorted(decided), label)
    for both, decision in decided.items():
        pairs.write(connection, both, decision)
    return Applied(_regrouped(connection, decided), before)


def _kept(connection: sqlite3.Connection, wanted: Sequence[Pair], label: str) -> PutDecisionsBack:
    known = {
        each.both: each for each in (pairs.decided(connection, both) for both in wanted) if each
    }
    unknown = tuple(both for both in wanted if both not in known)
    return PutDecisionsBack(tuple(known.values()), unknown, label)


def _regrouped(connection: sqlite3.Connection, both: Iterable[Pair]) -> ChangeSet:
    reports = {report for each in both for report in each}
    return ChangeSet(events=groups.regroup(connection, reports))
