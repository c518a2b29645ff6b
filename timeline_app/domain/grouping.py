"""Which reports of a connected set are one event, and which of them leads.

A pure function of what the reports say and what the user decided: the order of import and ids
play no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Final

from timeline_app.domain.records import EventId, Modality
from timeline_app.domain.sameness import ECHOED, SUGGESTED, contradict, is_sure
from timeline_app.domain.telling import Telling
from timeline_app.domain.timefit import disagree

Pair = tuple[EventId, EventId]
"""Two reports, the smaller id first."""

_NEVER: Final = 1 << 62


def pair(a: EventId, b: EventId) -> Pair:
    """The two ids in order."""
    return (a, b) if a < b else (b, a)


def partition(
    tellings: Sequence[Telling],
    scores: Mapping[Pair, float],
    accepted: Iterable[Pair] = (),
    refused: Iterable[Pair] = (),
) -> list[list[Telling]]:
    """The reports of each event, the leading one first, the others by time of publication.

    Pairs that the user accepted come first; then the most alike, as long as nothing speaks
    against anyone in the two groups being one: a refusal, dates or moods that exclude each other,
    two tellings of one article that aren't surely the same. At least half of the pairs across
    must be alike, so that no chain of small likenesses ties strangers together.
    """
    known = {telling.report: telling for telling in tellings}
    groups = _Groups(known, scores, frozenset(refused))
    for both in accepted:
        if both[0] in known and both[1] in known:
            groups.join(*both)
            groups.by_hand.add(groups.of[both[0]])
    for both in _sure(known, scores):
        if groups.may_join(*both):
            groups.join(*both)
    return [ordered([known[report] for report in group]) for group in groups.members.values()]


def ordered(group: Iterable[Telling]) -> list[Telling]:
    """The lead, then the others, first report first."""
    first_first = sorted(group, key=reported)
    lead = min(first_first, key=_lead_key)
    return [lead, *(telling for telling in first_first if telling is not lead)]


def reported(telling: Telling) -> tuple[int, bool, str]:
    """Orders reports by publication; those of unknown date come last.

    Of one day's, those whose own words give the date come first.
    """
    published = telling.published[0] if telling.published else _NEVER
    return (published, telling.basis.by_context, telling.mark)


def in_conflict(group: Sequence[Telling]) -> bool:
    """True when two independent sources give dates that can't both be right."""
    return any(
        a.source != b.source and disagree(a, b)
        for number, a in enumerate(group)
        for b in group[number + 1 :]
    )


def _lead_key(telling: Telling) -> tuple[object, ...]:
    """What the user chose, then the most exact, the most certain, the first report."""
    point = telling.start or telling.end or (0, _NEVER)
    return (
        not telling.chosen,
        telling.basis.by_context,
        telling.modality is Modality.ALLEGED,
        point[1] - point[0],
        -round(telling.confidence, 1),
        *reported(telling),
    )


def _sure(known: Mapping[EventId, Telling], scores: Mapping[Pair, float]) -> list[Pair]:
    """Pairs alike enough, the most alike first; equals by what they say."""
    found = []
    for both, score in scores.items():
        a, b = known.get(both[0]), known.get(both[1])
        if a is not None and b is not None and is_sure(a, b, score):
            low, high = (a.mark, b.mark) if a.mark < b.mark else (b.mark, a.mark)
            found.append((-score, low, high, both))
    return [row[-1] for row in sorted(found)]


class _Groups:
    """Groups that grow; each is named by its first member's id."""

    def __init__(
        self,
        known: Mapping[EventId, Telling],
        scores: Mapping[Pair, float],
        refused: frozenset[Pair],
    ) -> None:
        self._known, self._scores, self._refused = known, scores, refused
        self.of = {report: report for report in known}
        self.members: dict[EventId, list[EventId]] = {report: [report] for report in known}
        self.by_hand: set[EventId] = set()

    def join(self, a: EventId, b: EventId) -> None:
        first, second = self.of[a], self.of[b]
        if first == second:
            return
        for report in self.members[second]:
            self.of[report] = first
        self.members[first] += self.members.pop(second)
        if second in self.by_hand:
            self.by_hand.add(first)

    def may_join(self, a: EventId, b: EventId) -> bool:
        first, second = self.of[a], self.of[b]
        if first == second:
            return False
        across = [pair(x, y) for x, y in product(self.members[first], self.members[second])]
        scores = [self._scores.get(each, 0.0) for each in across]
        if 2 * sum(score >= SUGGESTED or score == ECHOED for score in scores) < len(across):
            return False
        lenient = first in self.by_hand or second in self.by_hand
        return all(
            self._may_share(each, score, lenient)
            for each, score in zip(across, scores, strict=True)
        )

    def _may_share(self, both: Pair, score: float, lenient: bool) -> bool:
        if both in self._refused:
            return False
        a, b = self._known[both[0]], self._known[both[1]]
        if a.article == b.article and not is_sure(a, b, score):
            return False
        # What contradicts scores nothing: only pairs that were never alike have to be looked at.
        return lenient or score > 0 or not contradict(a, b)
