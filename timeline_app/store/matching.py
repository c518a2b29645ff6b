"""Which event of an article's new reading is which of the old one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from timeline_app.domain.quotes import LIKE_ENOUGH, Quote, likeness
from timeline_app.domain.text import Span

_FEW = 400  # places that are left over: comparing takes up to a millisecond each
_MOST_COMPARED = 5
_CONTEXT_WEIGHT = 0.05


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article reports an event: passage, and the words that date it."""

    passage: Span
    expression: Span | None
    title: str = ""


def matched(
    old: Sequence[Place],
    old_text: str,
    new: Sequence[Place],
    new_text: str,
    dear: Sequence[bool] | None = None,
) -> dict[int, int]:
    """Number of the new place for each old one that has one; each is used once.

    The same words at the same place first (where the text is the same), then the same quotation
    with the same dated words, then the same quotation; at last passages that are alike, with what
    stands before and behind them. Where many places are left over, `dear` limits this last step,
    which takes time, to those that are worth it.
    """
    pairs: dict[int, int] = {}
    if old_text == new_text:
        _pair(pairs, old, new, _by_expression, _by_expression)
        _pair(pairs, old, new, _by_passage, _by_passage)
    for with_words in (True, False):
        _pair(
            pairs,
            old,
            new,
            _by_quote(old_text, words=with_words),
            _by_quote(new_text, words=with_words),
        )
    left = [n for n in range(len(old)) if n not in pairs]
    if dear is not None and len(left) > _FEW:
        left = [n for n in left if dear[n]]
    _pair_alike(pairs, left, (old, old_text), (new, new_text))
    return pairs


_Key = Callable[[Place], Hashable | None]


def _by_expression(place: Place) -> Hashable | None:
    return place.expression


def _by_passage(place: Place) -> Hashable | None:
    return (place.passage, place.title) if place.expression is None else None


def _by_quote(text: str, *, words: bool) -> _Key:
    def key(place: Place) -> Hashable:
        dated = place.expression.slice(text) if place.expression else ""
        return place.passage.slice(text), dated if words else ""

    return key


def _pair(
    pairs: dict[int, int],
    old: Sequence[Place],
    new: Sequence[Place],
    old_key: _Key,
    new_key: _Key,
) -> None:
    """Pair what has the same key, in the order of the text."""
    used = set(pairs.values())
    waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number in range(len(new) - 1, -1, -1):
        if number not in used and (key := new_key(new[number])) is not None:
            waiting[key].append(number)
    for number, place in enumerate(old):
        key = old_key(place) if number not in pairs else None
        if key is not None and waiting[key]:
            pairs[number] = waiting[key].pop()


def _pair_alike(
    pairs: dict[int, int],
    left: Sequence[int],
    old: tuple[Sequence[Place], str],
    new: tuple[Sequence[Place], str],
) -> None:
    """The best likeness first; few are compared letter by letter, those that share most words."""
    used = set(pairs.values())
    free = [n for n in range(len(new[0])) if n not in used]
    if not left or not free:
        return
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for number in free:
        for word in set(new[0][number].passage.slice(new[1]).split()):
            by_word[word].append(number)
    scored: list[tuple[float, int, int]] = []
    for number in left:
        words = set(old[0][number].passage.slice(old[1]).split())
        shared = Counter(found for word in words for found in by_word.get(word, ()))
        for candidate, _ in shared.most_common(_MOST_COMPARED):
            score = _score(old[0][number], old[1], new[0][candidate], new[1])
            if score >= LIKE_ENOUGH:
                scored.append((score, number, candidate))
    for _, number, candidate in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if number not in pairs and candidate not in used:
            pairs[number] = candidate
            used.add(candidate)


def _score(old: Place, old_text: str, new: Place, new_text: str) -> float:
    """Likeness of two passages, a little more where they stand between the same words."""
    before, after = Quote.of(old_text, old.passage), Quote.of(new_text, new.passage)
    alike = likeness(before.exact, after.exact)
    if alike < LIKE_ENOUGH:
        return 0.0
    around = (before.prefix == after.prefix) + (before.suffix == after.suffix)
    dated = bool(old.expression and new.expression) and _words(old, old_text) == _words(
        new, new_text
    )
    return alike + _CONTEXT_WEIGHT * (around + dated)


def _words(place: Place, text: str) -> str:
    return place.expression.slice(text) if place.expression else ""
