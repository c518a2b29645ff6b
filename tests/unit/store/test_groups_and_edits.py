"""Whatever is edited between: changes are told as they are, and undo and redo are exact."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.evaluation.eval_grouping import read_pairs
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import ArticleDraft, Event, Status
from timeline_app.store import (
    AddArticles,
    Edit,
    Library,
    MergeEvents,
    RefuseMerge,
    RemoveArticles,
    SetStatus,
    SetTitle,
    SplitSource,
)
from timeline_app.store.by_hand import SetDate, SetStarred, SetTags
from timeline_app.store.replacing import ReplaceReadings

STEPS = 18


def drafts() -> list[ArticleDraft]:
    return [draft for pair in read_pairs()[:50] for draft in pair.drafts]


class Hand:
    """A user who does this and that."""

    def __init__(self, seed: int, library: Library) -> None:
        self._chance, self._library = random.Random(seed), library
        self._known = {draft.article.sha256: draft for draft in drafts()}
        self._waiting = drafts()[50:]

    def edit(self) -> Edit:
        """Any edit of what the library shows now."""
        events = self._library.events()
        one, other = self._chance.sample(events, 2)
        several = [event for event in events if len(event.mentions) > 1] or events
        whole = self._chance.choice(several)
        choices: tuple[Callable[[], Edit], ...] = (
            lambda: SetDate(whole.id, parse_edtf("2001-01-01")),
            lambda: SetStarred.of([one.id], starred=True),
            lambda: SetTags(((whole.id, ("case",)),)),
            lambda: SetTitle(whole.id, "A title of my own"),
            lambda: SetStatus.of([one.id], Status.REJECTED),
            lambda: MergeEvents((one.id, other.id)),
            lambda: RefuseMerge((one.id, other.id)),
            lambda: SplitSource(whole.id, whole.mentions[-1].article),
            lambda: RemoveArticles((one.mentions[0].article,)),
            lambda: AddArticles((self._waiting.pop(),)),
            lambda: self._reading(one.mentions[0].article),
        )
        return self._chance.choice(choices)()

    def _reading(self, article: int) -> Edit:
        """The article read anew, with another date for some events."""
        draft = self._known[self._library.article(article).sha256]
        when = parse_edtf(self._chance.choice(("2016-05-19", "2014-03-02", "2019-10-01")))
        events = tuple(
            replace(event, when=when) if self._chance.random() < 0.5 else event
            for event in draft.events
        )
        return ReplaceReadings(replace(draft.article, id=article), draft.expressions, events)


@pytest.mark.parametrize("seed", range(5))
def test_undo_and_redo_are_exact_and_changes_are_told(seed: int, library: Library) -> None:
    library.apply(AddArticles(tuple(drafts()[:50])))
    hand, states = Hand(seed, library), [library.events()]
    inverses: list[Edit] = []
    for _ in range(STEPS):
        applied = library.apply(hand.edit())
        states.append(library.events())
        inverses.append(applied.inverse)
        before, now = ({event.id: event for event in each} for each in states[-2:])
        told = applied.changes.events
        assert told.added == now.keys() - before.keys()
        assert told.removed == before.keys() - now.keys()
        assert _differing(before, now) <= told.changed
    redone: list[Edit] = []
    for inverse, state in zip(reversed(inverses), reversed(states[:-1]), strict=True):
        redone.append(library.apply(inverse).inverse)
        assert library.events() == state
    for edit, state in zip(reversed(redone), states[1:], strict=True):
        library.apply(edit)
        assert library.events() == state


def _differing(before: dict[int, Event], now: dict[int, Event]) -> set[int]:
    return {event for event in before.keys() & now.keys() if before[event] != now[event]}
