"""How sure it is that two reports tell of the same event: precision before recall.

Words, names and numbers of title and passage, dates and mood are compared by fixed rules, so
the answer for a pair never depends on the rest of the library or on the order of import. The
limits were chosen on half of `tests/corpus/pairs` and checked on the other half.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from timeline_app.domain.records import Modality
from timeline_app.domain.telling import Telling, Words
from timeline_app.domain.timefit import Fit, fit, looked_back
from timeline_app.domain.wordstems import known_deeds, light_terms, opposites, term_of

SAME: Final = 0.66
"""Reports at least so alike become one event."""

SAME_ARTICLE: Final = 0.8
"""Two dated sentences of one article tell one event only where they say the same again."""

SUGGESTED: Final = 0.42
"""Pairs at least so alike are put to the user."""

WORTH: Final = 3
"""What the index terms that two reports share must be worth to be compared at all: a name that
is one in both counts twice. See `Words.index_terms`."""

WORTH_IN_A_YEAR: Final = 4
"""The same, where one report knows the day or month and the other one only the year."""

ECHOED: Final = 0.3
"""The same words, told of the next day: one event only where an article copies the other."""

_NAME, _NUMBER, _WORD, _LIGHT, _FIRST_NAME = 1.5, 1.0, 1.0, 0.3, 0.4
_MOODS: Final = {
    frozenset({Modality.SAID}): 0.95,  # of one day's statements each may be another
    frozenset({Modality.HAPPENED, Modality.ONGOING}): 1.0,
    frozenset({Modality.HAPPENED, Modality.SAID}): 0.92,
    frozenset({Modality.HAPPENED, Modality.ALLEGED}): 0.85,
    frozenset({Modality.SAID, Modality.ALLEGED}): 0.85,
}
_ONCE: Final = ("die", "kill", "bear", "assassinate", "resign", "bury", "found", "marry", "sink")
_MUTUAL: Final = ("meet", "talk", "sign", "agree", "marry", "clash", "exchange", "face", "join")
_STRANGERS: Final = 0.7  # both name somebody or some place that the other doesn't
_SUBJECTS: Final = 0.8  # one is about somebody or something that the other doesn't speak of
_LONG_ENOUGH: Final = 3  # terms of a title that is echoed
_LOOKED_BACK_DAYS: Final = 7


def likeness(a: Telling, b: Telling) -> float:
    """From 0 (surely not) to 1: whether two reports tell of one event; symmetrical."""
    times, mood = fit(a, b), _mood(a.modality, b.modality)
    if times is Fit.NONE or not mood:
        return 0.0
    words = _alike(a.words, b.words, WORTH_IN_A_YEAR if times is Fit.LOOSE else WORTH)
    if times is Fit.CONFLICT and not _may_conflict(a, b):
        if a.words == b.words and len(a.words.title) >= _LONG_ENOUGH and not _retold(a, b):
            return ECHOED
        words = min(words, SAME - 0.05) if _retold(a, b) else 0.0
    return round(words * mood * float(times.value), 4)


def is_sure(a: Telling, b: Telling, score: float) -> bool:
    """True when `score` is enough to make one event of both reports.

    A reprint's "today" is read as a day too late. A headline tells again what the text tells of
    the same day; two dated sentences are more often two events.
    """
    if a.article != b.article:
        return score >= SAME or (score == ECHOED and a.source == b.source)
    if (a.basis.by_context or b.basis.by_context) and fit(a, b) is Fit.EQUAL:
        return score >= SAME
    return score >= SAME_ARTICLE


def contradict(a: Telling, b: Telling) -> bool:
    """True when both can't be one event, whatever a third report says."""
    return fit(a, b) is Fit.NONE or not _mood(a.modality, b.modality)


def _mood(a: Modality, b: Modality) -> float:
    return _MOODS.get(frozenset({a, b}), float(a is b))


def _may_conflict(a: Telling, b: Telling) -> bool:
    """Different days need the same words, of a deed done once, or told long afterwards."""
    shared = set(a.words.title) & set(b.words.title)
    names = shared & a.words.names & b.words.names
    return bool(names) and bool(
        shared & {term_of(deed) for deed in _ONCE} or looked_back(a, b, _LOOKED_BACK_DAYS)
    )


def _retold(a: Telling, b: Telling) -> bool:
    return looked_back(a, b, 1)


def _alike(a: Words, b: Words, worth: int) -> float:
    common = a.index_terms & b.index_terms
    if len(common) + len(common & a.names & b.names) < worth or _differ_in_kind(a, b):
        return 0.0
    whole_a, whole_b = _widened(a, b), _widened(b, a)
    names = a.names | b.names
    first = {*a.first_names, *b.first_names}.difference(a.title[-1:], b.title[-1:])

    def weight(terms: Iterable[str]) -> float:
        return _weight(terms, names, first)

    in_a, in_b = set(a.title), set(b.title)
    told_a, told_b = weight(in_a), weight(in_b)
    if not told_a or not told_b:
        return 0.0
    ab, ba = weight(in_a & whole_b) / told_a, weight(in_b & whole_a) / told_b
    shared = weight(in_a & in_b) / min(told_a, told_b)
    if not _same_deed(a, b, in_a & whole_b, in_b & whole_a):
        return 0.0
    score = 0.5 * min(ab, ba) + 0.25 * max(ab, ba) + 0.25 * shared
    strangers = (
        _whole_names(in_a - whole_b, names, first),
        _whole_names(in_b - whole_a, names, first),
    )
    if all(strangers):
        score *= _STRANGERS
    return score if _may_share_subject(a, b, whole_a, whole_b) else score * _SUBJECTS


def _may_share_subject(a: Words, b: Words, whole_a: set[str], whole_b: set[str]) -> bool:
    """A title opens with who does it, unless it is passive: the other should know them too."""
    if a.passive or b.passive:
        return True
    return bool(_opening(a) & whole_b and _opening(b) & whole_a)


def _opening(words: Words) -> set[str]:
    telling = [term for term in words.title if term not in light_terms()]
    return set(telling[:2])


def _whole_names(terms: set[str], names: frozenset[str], first: set[str]) -> set[str]:
    return (terms & names) - first - light_terms()


def _weight(terms: Iterable[str], names: frozenset[str], first: set[str]) -> float:
    """What terms are worth together; a loop, since this is done for every pair."""
    light, total = light_terms(), 0.0
    for term in terms:
        if term in light:
            total += _LIGHT
        elif term in names:
            total += _FIRST_NAME if term in first else _NAME
        else:
            total += _NUMBER if term[0].isdigit() else _WORD
    return total


def _widened(words: Words, other: Words) -> set[str]:
    """All terms, and what the other's initials stand for where this one has the initials."""
    terms = {*words.title, *words.passage}
    for initials, meaning in other.acronyms.items():
        if initials in terms:
            terms.update(meaning)
    return terms


def _same_deed(a: Words, b: Words, shared_a: set[str], shared_b: set[str]) -> bool:
    """Names and numbers alone are not enough: a word for what was done is shared as well."""
    names = (a.names | b.names) - known_deeds()  # "Commander Killed": capitals of a headline
    deeds = {
        term
        for term in (*shared_a, *shared_b)
        if term not in names and not term[0].isdigit() and term not in light_terms()
    }
    return bool(deeds)


def _differ_in_kind(a: Words, b: Words) -> bool:
    """Another number of its kind, the opposite deed, or who did it to whom turned round."""
    if a.identities and b.identities and not a.identities & b.identities:
        return True
    if a.negated != b.negated:
        return True
    only_a, only_b = set(a.title) - set(b.title), set(b.title) - set(a.title)
    against = opposites()
    if any(against.get(term, frozenset()) & only_b for term in only_a):
        return True
    return not (a.passive or b.passive) and _turned_round(a, b)


@lru_cache(maxsize=1)
def _mutual() -> frozenset[str]:
    return frozenset(term_of(deed) for deed in _MUTUAL)


def _turned_round(a: Words, b: Words) -> bool:
    """`X sues Y` and `Y sues X`: two shared names in other order, a shared word between.

    Who meets whom is one meeting.
    """
    shared = [term for term in a.title if term in b.title]
    names = [t for t in shared if t in a.names or t in b.names]
    if len(names) < 2:
        return False
    mutual = _mutual()
    at = {term: index for index, term in enumerate(b.title)}
    for index, first in enumerate(shared):
        if first not in names:
            continue
        between = [t for t in shared[index + 1 :] if t not in names and t not in mutual]
        for second in names[names.index(first) + 1 :]:
            middle = [t for t in between if shared.index(t) < shared.index(second)]
            if any(at[second] < at[t] < at[first] for t in middle):
                return True
    return False
