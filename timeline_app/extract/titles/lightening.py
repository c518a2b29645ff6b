"""A predicate made lighter: without what stands inside it and can go, before its end is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline_app.extract.dating.scopes import Scope
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import rolewords
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.words import Tag, Word
from timeline_app.extract.titles.offices import without_offices

_TELLING_ADVERBS = word_set(
    """
    only nearly hardly barely apparently probably possibly likely usually reportedly allegedly
    falsely wrongly supposedly accidentally
    mistakenly jointly narrowly partly unanimously illegally secretly
    """
)
_MARKS = {",", "--", "—", "–", "("}
_OPENS_ASIDE = {"a", "an", "the", "its", "his", "her", "their", "including", "formerly", "now"}
_FINITE = {Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO}


def lighter(words: list[Word], indices: Sequence[int], scope: Scope) -> Iterator[list[int]]:
    """The predicate with less and less in it: no manner, no asides, no offices before names."""
    bracketed = {i for part in _brackets(words, indices) for i in part}
    kept = [i for i in indices if i not in bracketed]
    if bracketed:
        yield kept
    plain = [i for i in kept if not _is_manner(words, i, scope)]
    if len(plain) < len(kept):
        kept = plain
        yield kept
    aside = {i for part in _asides(words, kept) for i in part}
    if aside:
        kept = [i for i in kept if i not in aside]
        yield kept
    behind = scope.group.end if scope.group else 0
    bare = set(without_offices(words, [i for i in kept if i >= behind]))
    if len(bare) < sum(i >= behind for i in kept):
        kept = [i for i in kept if i < behind or i in bare]
        yield kept
    plain = [i for i in kept if i < behind or not _is_compound_adjective(words, i)]
    if len(plain) < len(kept):
        yield plain


def _is_manner(words: list[Word], index: int, scope: Scope) -> bool:
    """`formally` in `has formally asked`: what a title that is too long can do without."""
    group, word = scope.group, words[index]
    if group is None or word.tag is not Tag.ADVERB or not group.start - 1 <= index < group.main:
        return False
    if group.negated:
        return False
    return word.lower.endswith("ly") and word.lower not in _TELLING_ADVERBS


def _is_compound_adjective(words: list[Word], index: int) -> bool:
    """`far-right` in `the far-right party`, not `34-year-old` alone."""
    word = words[index]
    if "-" not in word.text or word.text[:1].isdigit() or word.tag is not Tag.NOUN:
        return False
    behind = words[index + 1] if index + 1 < len(words) else None
    return behind is not None and behind.tag in {Tag.NOUN, Tag.NAME}


def _brackets(words: list[Word], indices: Sequence[int]) -> Iterator[range]:
    """`(12 pounds)`, marks included."""
    opened = None
    for index in indices:
        if words[index].text == "(":
            opened = index
        elif words[index].text == ")" and opened is not None:
            yield range(opened, index + 1)
            opened = None


def _asides(words: list[Word], indices: Sequence[int]) -> Iterator[list[int]]:
    """`, the rebels' leader,`, `, 49,`, `, who owns it,` between two marks, marks included.

    Of two commas the second stays out where the first goes with it: `met Hill, an envoy, in Rome`.
    """
    marks = [n for n, index in enumerate(indices) if words[index].text in _MARKS]
    for first, last in pairwise(marks):
        if _is_aside(words, indices, first, last):
            yield list(indices[first : last + 1])


def _is_aside(words: list[Word], indices: Sequence[int], first: int, last: int) -> bool:
    inside = [words[i] for i in indices[first + 1 : last]]
    behind = words[indices[last + 1]] if last + 1 < len(indices) else None
    before = words[indices[first - 1]] if first else None
    if not inside or before is None or behind is None or not before.is_nominal:
        return False
    if behind.tag is Tag.COORDINATOR or inside[0].tag is Tag.COORDINATOR:
        return False
    if indices[last] - indices[first] != last - first:
        return False  # something of it has gone already
    opener = inside[0]
    if len(inside) == 1 and opener.tag is Tag.NUMBER:
        return True
    relative = opener.lower in lex.RELATIVES
    finite = any(word.tag in _FINITE for word in inside)
    if relative or finite:
        return relative
    described = opener.lower in _OPENS_ASIDE or rolewords.is_role(opener.lower)
    return described and behind.tag is not Tag.NAME and not _is_listed(words, indices, first)


def _is_listed(words: list[Word], indices: Sequence[int], place: int) -> bool:
    """`an envoy, the mayor, the judge and others`: a comma of a list."""
    for index in indices[place + 1 :]:
        word = words[index]
        if word.tag is Tag.COORDINATOR:
            return True
        if word.tag in _FINITE or (word.tag is Tag.PREPOSITION and word.lower != "of"):
            return False
    return False
