"""Reports of one event shown as one: which rows lead, which lie under another, with what sources.

Every report stays an event row with its own title, date and mention. Of those that tell one
event, one leads; the others are marked deleted and `merged_into` it, and their mentions are
copied to it (`mention.report` says from where). All of this follows from what is kept of the
reports and of pairs, so that it can be worked out again after any change, and undone.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline_app.domain.fingerprint import sketch
from timeline_app.domain.grouping import Pair, partition
from timeline_app.domain.records import ArticleId, Changes, ChangeSet, EventId
from timeline_app.domain.sameness import ECHOED, SAME
from timeline_app.domain.telling import Telling
from timeline_app.store import copies, leading, pairs, reading, rows, tellings
from timeline_app.store.finding import Footprint
from timeline_app.store.pairs import Decision
from timeline_app.store.tellings import Known


def renew(
    connection: sqlite3.Connection, reports: Iterable[EventId], *, reread: bool = True
) -> Changes:
    """Bring all up to date after reports were added, read anew, given other dates or taken away.

    Without `reread` what is kept of what they say is true already.
    """
    touched = set(reports)
    pairs.forget_scores(connection, touched)
    if reread:
        tellings.keep_again(connection, touched)
    known = pairs.compare(connection, touched)
    return regroup(connection, touched, known=known)


def renewed(
    connection: sqlite3.Connection,
    articles: Iterable[ArticleId],
    events: Iterable[EventId],
    before: Iterable[EventId],
    changed: Iterable[EventId] = (),
    *,
    reread: bool = True,
) -> ChangeSet:
    """`renew` after an edit that wrote `articles` and `events`.

    Of the events, those `before` were shown before the edit; those `changed` it changed itself.
    """
    listed, touched, was = set(articles), set(events), set(before)
    copies.index_again(connection, listed)
    moved = copies.relate(connection, listed)
    touched |= rows.reports_of_articles(connection, moved - listed)
    was |= rows.living_events(connection, touched - set(events))
    others = renew(connection, touched, reread=reread)
    now = rows.living_events(connection, touched)
    written = others.changed | others.added | set(changed)
    return ChangeSet(
        Changes(changed=frozenset(moved - listed)),
        Changes(
            frozenset((others.added - touched) | (now - was)),
            frozenset((others.changed - touched) | (written & now & was)),
            frozenset((others.removed - touched) | (was - now)),
        ),
    )


def regroup(
    connection: sqlite3.Connection,
    reports: Iterable[EventId],
    fresh: frozenset[EventId] = frozenset(),
    known: Mapping[EventId, Known] | None = None,
) -> Changes:
    """Work out again who leads among `reports` and all that are tied to them.

    `fresh` are rows that this very edit has added, `known` what was loaded already. Gives which
    events came to be shown, changed or are no longer shown.
    """
    started = set(reports)
    alone = _alone(connection, fresh & started)
    started -= alone
    holding = _holding(connection, started - fresh)
    tied = _tied(connection, started | holding, known or {})
    old = _state(connection, tied.reports)
    groups = partition(list(tied.tellings.values()), tied.scores, tied.accepted, tied.refused)
    leads = {telling.report: group[0].report for group in groups for telling in group}
    changed = {
        report
        for report in tied.reports
        if old[report] != _Row(report not in leads, leads.get(report, report))
    }
    again = {leads.get(r, r) for r in changed} | {old[r].lead for r in changed}
    again |= {group[0].report for group in groups if len(group) > 1 and _any(group, tied.started)}
    again |= holding
    again -= fresh - set(leads.values())  # what lies under another stands as it was written
    _write(connection, groups, changed, again & tied.reports)
    shown = {r for r in tied.reports if r in leads and leads[r] == r}
    was = {r for r in tied.reports if old[r].shown} - fresh
    kept = shown & was & again
    return Changes(frozenset((shown - was) | alone), frozenset(kept), frozenset(was - shown))


def _alone(connection: sqlite3.Connection, fresh: frozenset[EventId]) -> frozenset[EventId]:
    """New reports that are like no other: they stand as they were written, mostly most of them."""
    return fresh.difference(*(known.both for known in pairs.pairs_of(connection, fresh)))


def settle(
    connection: sqlite3.Connection,
    articles: Iterable[ArticleId],
    reports: Iterable[EventId],
    fresh: Mapping[EventId, Footprint] | None = None,
) -> ChangeSet:
    """Work out copies and groups again after articles came or went with their `reports`.

    `fresh` are reports that this very edit has added, with what they are found by.
    """
    listed, new = set(articles), fresh or {}
    moved = copies.relate(connection, listed)
    touched = set(reports) | rows.reports_of_articles(connection, moved)
    missing = tellings.missing(connection, touched - new.keys())
    tellings.keep_again(connection, missing)
    known = pairs.compare(connection, missing, new)
    events = regroup(connection, touched | new.keys(), frozenset(new), known)
    return ChangeSet(Changes(changed=frozenset(moved - listed)), events)


def catch_up(connection: sqlite3.Connection, seconds: float) -> None:
    """Group what an older version of this program imported, for about so long.

    Table `ungrouped` has the articles that are still to be done; each goes in a transaction.
    """
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = connection.execute("SELECT article FROM ungrouped ORDER BY article LIMIT 20")
        articles = [row[0] for row in found]
        if not articles:
            return
        connection.execute("BEGIN IMMEDIATE")
        for article in articles:
            known = reading.article(connection, article)
            copies.keep(connection, article, sketch(known.text, known.blocks))
            connection.execute("DELETE FROM ungrouped WHERE article = ?", (article,))
        settle(connection, articles, rows.reports_of_articles(connection, articles))
        connection.execute("COMMIT")


def reports_under(connection: sqlite3.Connection, events: Iterable[EventId]) -> set[EventId]:
    """The reports that each of `events` is made of, its own among them."""
    leads = set(events)
    return leads | _together(connection, leads)


def _any(group: Iterable[Telling], reports: set[EventId]) -> bool:
    return any(telling.report in reports for telling in group)


@dataclass(frozen=True, slots=True)
class _Row:
    """Whether an event row is without a living source, and whom it is shown under."""

    dead: bool
    lead: EventId
    visible: bool | None = field(default=None, compare=False)

    @property
    def shown(self) -> bool:
        return bool(self.visible)


@dataclass(slots=True)
class _Tied:
    """Reports that hang together by likeness or decision; living ones have tellings."""

    started: set[EventId]
    reports: set[EventId]
    tellings: dict[EventId, Telling] = field(default_factory=dict)
    scores: dict[Pair, float] = field(default_factory=dict)
    accepted: list[Pair] = field(default_factory=list)
    refused: list[Pair] = field(default_factory=list)


def _tied(
    connection: sqlite3.Connection, started: set[EventId], known: Mapping[EventId, Known]
) -> _Tied:
    """Follow pairs that may be one event, and groups as they are now, from `started` on."""
    tied = _Tied(set(started), set())
    ahead = set(started)
    while ahead:
        tied.reports |= ahead
        loaded = {report: known[report] for report in ahead if report in known}
        loaded |= tellings.load(connection, ahead - loaded.keys())
        tied.tellings |= {r: each.telling for r, each in loaded.items() if each.living}
        found = _together(connection, ahead)
        for each in pairs.pairs_of(connection, ahead):
            tied.scores[each.both] = each.score
            if each.decision is Decision.ACCEPTED:
                tied.accepted.append(each.both)
            elif each.decision is Decision.REFUSED:
                tied.refused.append(each.both)
                continue
            elif each.score < SAME and each.score != ECHOED:
                continue
            found.update(each.both)
        ahead = found - tied.reports
    tied.accepted = sorted(set(tied.accepted))
    return tied


def _holding(connection: sqlite3.Connection, events: Iterable[EventId]) -> set[EventId]:
    """Those of `events` that have sources of other reports, and those that have theirs."""
    known = tuple(events)
    having = "SELECT event FROM mention WHERE event IN ({marks}) AND report IS NOT NULL"
    lending = "SELECT event FROM mention WHERE report IN ({marks})"
    return rows.ids_of(connection, having, known) | rows.ids_of(connection, lending, known)


def _together(connection: sqlite3.Connection, reports: Iterable[EventId]) -> set[EventId]:
    """Reports that are shown under one of these, and those that these are shown under."""
    known = tuple(reports)
    above = "SELECT merged_into FROM event WHERE id IN ({marks}) AND merged_into IS NOT NULL"
    return rows.ids_of(connection, above, known) | rows.merged_into(connection, known)


def _state(connection: sqlite3.Connection, reports: Iterable[EventId]) -> dict[EventId, _Row]:
    """How each row is marked now."""
    found = {}
    for batch, marks in rows.batches(reports):
        query = f"SELECT id, deleted, merged_into FROM event WHERE id IN ({marks})"
        for identity, deleted, lead in connection.execute(query, batch):
            dead = bool(deleted) and lead is None
            found[identity] = _Row(dead, lead or identity, visible=not deleted)
    return found


def _write(
    connection: sqlite3.Connection,
    groups: Sequence[Sequence[Telling]],
    changed: Iterable[EventId],
    again: set[EventId],
) -> None:
    """Write rows that are marked otherwise, and the sources of leads whose group is another."""
    leads = {telling.report: group[0].report for group in groups for telling in group}
    connection.executemany(
        "UPDATE event SET deleted = ?, merged_into = ?, conflict = 0 WHERE id = ?",
        [(int(leads.get(r) != r), leads[r] if leads.get(r, r) != r else None, r) for r in changed],
    )
    leading.write(connection, {group[0].report: group for group in groups}, again)
