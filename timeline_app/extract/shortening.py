"""Where a predicate that is too long may be cut without leaving a fragment."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extract import lexicon as lex
from timeline_app.extract.chunks import Group
from timeline_app.extract.words import Tag, Word

_VERBS = {Tag.TO, Tag.ING, Tag.VERB}
_COMPLETE = {Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.VERB, Tag.DATE, Tag.OBJECT_PRONOUN}


def cuts(words: list[Word], indices: Sequence[int], group: Group | None) -> list[int]:
    """Lengths of a predicate that make sense, the longest first: its whole, then to each joint.

    A joint is where an infinitive, a participle, a clause or a prepositional phrase begins,
    once the verb has an object.
    """
    verb = group.main if group else -1
    lengths = [
        place
        for place in range(2, len(indices))
        if indices[place] > verb and _is_joint(words, indices, place, group)
    ]
    return [len(indices), *reversed(lengths)]


def _is_joint(words: list[Word], indices: Sequence[int], place: int, group: Group | None) -> bool:
    verb = group.main if group else -1
    passive = group is not None and group.passive
    index, before = indices[place], words[indices[place - 1]]
    word = words[index]
    if not passive and not any(words[i].is_nominal for i in indices[:place] if i > verb):
        return False
    attribute = (
        before.tag is Tag.VERB
        and place > 1
        and (words[indices[place - 2]].tag in {Tag.DETERMINER, Tag.POSSESSIVE})
    )
    complete = before.tag in _COMPLETE or _is_gerund_noun(words, indices[place - 1])
    if not complete or attribute or (indices[place - 1] == verb and not passive):
        return False
    if _ends_in_verb(words, indices[:place]):
        return False
    gap = indices[place - 1] != index - 1
    if gap or word.tag in {Tag.COORDINATOR, Tag.PUNCTUATION}:
        return True
    if word.tag in _VERBS:
        return before.is_nominal
    linking = word.lower in lex.SUBORDINATORS | lex.RELATIVES | {"that"}
    return linking or (word.tag is Tag.PREPOSITION and word.lower != "of")


def _is_gerund_noun(words: list[Word], index: int) -> bool:
    """`the bidding`."""
    nouns = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NOUN}
    return words[index].tag is Tag.ING and index > 0 and words[index - 1].tag in nouns


def _ends_in_verb(words: list[Word], indices: Sequence[int]) -> bool:
    """True when what is left would end in an infinitive without its object: `... to serve`."""
    last = indices[-1]
    return len(indices) > 1 and words[indices[-2]].tag is Tag.TO and words[last].tag is Tag.NOUN
