"""What becomes of an article's events when another reading takes the place of the old one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.domain.quotes import Quote, find_quote
from timeline_app.domain.records import Article, Basis, Event, EventId, Mention, Status
from timeline_app.domain.text import Span
from timeline_app.store.matching import Place, matched

_AT_THE_TOP = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Own:
    """An event as one article reports it: its record, and this article's mention of it.

    `position` is the mention's among the event's; `merged_into` the event that shows it together
    with other reports.
    """

    event: Event
    mention: Mention
    position: int = 0
    merged_into: EventId | None = None

    @property
    def is_dear(self) -> bool:
        """True when the user did something with it."""
        event = self.event
        by_hand = event.basis in {Basis.HAND, Basis.KEPT}
        return bool(event.status is not Status.SUGGESTED or event.starred or event.tags or by_hand)


@dataclass(frozen=True, slots=True)
class Fate:
    """An old event and what it becomes; `taken` is the new one that it is, None if kept only."""

    old: Own
    new: Own
    taken: Event | None = None

    @property
    def moved(self) -> bool:
        """True when its date is another."""
        return self.old.event.when != self.new.event.when

    @property
    def changed(self) -> bool:
        """True when anything of it is written anew."""
        return self.old != self.new


@dataclass(frozen=True, slots=True)
class Plan:
    """Events that go on, that were added, that are gone, and that are kept for the user's work."""

    same: tuple[Fate, ...]
    added: tuple[Event, ...]
    gone: tuple[Own, ...]
    kept: tuple[Fate, ...]

    @property
    def moved(self) -> tuple[Fate, ...]:
        """Those whose date is another."""
        return tuple(fate for fate in self.same if fate.moved)

    @property
    def written(self) -> tuple[Own, ...]:
        """Old events that are written anew, or taken away."""
        fates = (*self.same, *self.kept)
        return (*(fate.old for fate in fates if fate.changed), *self.gone)

    @property
    def remark(self) -> str:
        """What happens, in a few words: "12 dates moved, 1 event added"."""
        shown = [fate for fate in self.kept if fate.new.event.basis is Basis.KEPT]
        parts = (
            (len(self.moved), "date moved", "dates moved"),
            (len(self.added), "event added", "events added"),
            (len(self.gone), "event gone", "events gone"),
            (len(shown), "event kept without its words", "events kept without their words"),
        )
        told = [f"{count:,} {one if count == 1 else many}" for count, one, many in parts if count]
        return ", ".join(told) or "no date changed"


def plan(before: Article, after: Article, old: Sequence[Own], new: Sequence[Event]) -> Plan:
    """What `new`, read from `after`, makes of the `old` events that `before` reports."""
    pairs = matched(
        [Place(own.mention.passage, own.mention.expression, own.event.title) for own in old],
        before.text,
        [Place(e.mentions[0].passage, e.mentions[0].expression, e.title) for e in new],
        after.text,
        [own.is_dear for own in old],
    )
    same = [_continued(old[n], new[m], after) for n, m in sorted(pairs.items())]
    left = [own for n, own in enumerate(old) if n not in pairs]
    used = set(pairs.values())
    return Plan(
        tuple(same),
        tuple(event for number, event in enumerate(new) if number not in used),
        tuple(own for own in left if not own.is_dear),
        tuple(_kept(own, before, after) for own in left if own.is_dear),
    )


def _continued(old: Own, new: Event, after: Article) -> Fate:
    """The old event with all that the new reading says of it, but for what the user said.

    A new version's event may have been shown for both until now, and carry what the user said.
    """
    was = old.event
    said = was if old.is_dear else new
    event = replace(
        new,
        id=was.id,
        title=new.title if said.status is Status.SUGGESTED else said.title,
        mentions=was.mentions,
        status=said.status,
        starred=said.starred,
        tags=said.tags,
        conflict=was.conflict,
    )
    mention = replace(new.mentions[0], article=after.id, when=None)
    if was.basis is Basis.HAND:
        event = replace(event, when=was.when, inferred=was.inferred, basis=was.basis)
        mention = replace(mention, why=old.mention.why)
    return Fate(old, replace(old, event=event, mention=mention), new)


def _kept(old: Own, before: Article, after: Article) -> Fate:
    """The old event, its passage found again where that is possible."""
    event, mention = old.event, old.mention
    if (before.id, before.text) == (after.id, after.text):
        basis = Basis.HAND if event.basis is Basis.HAND else Basis.KEPT
        return Fate(old, replace(old, event=replace(event, basis=basis)))
    quote = Quote.of(before.text, mention.passage)
    found = find_quote(after.text, quote)
    if found is not None:
        dated = _words_within(after.text, found, mention.expression, before.text)
        mention = replace(mention, article=after.id, passage=found, expression=dated)
        basis = Basis.HAND if event.basis is Basis.HAND else Basis.KEPT
    else:
        basis = Basis.KEPT
        if after.id == before.id:
            why = f"Kept from an earlier reading of the article: “{quote.exact}”"
            if quote.exact:
                mention = replace(mention, passage=_AT_THE_TOP, expression=None, why=why)
    return Fate(old, replace(old, event=replace(event, basis=basis), mention=mention))


def _words_within(text: str, passage: Span, words: Span | None, before: str) -> Span | None:
    """Where the dated words stand in a passage; None where they don't."""
    if words is None:
        return None
    at = text.find(words.slice(before), passage.start, passage.end)
    return Span(at, at + len(words.slice(before))) if at >= 0 else None
