"""Noun phrases: where the one that ends here begins."""

from __future__ import annotations

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar.chunks import NOMINAL, is_attribute
from timeline_app.extract.grammar.clause import Clause
from timeline_app.extract.grammar.words import Tag, Word

_OPENING = {Tag.DETERMINER, Tag.POSSESSIVE}
_IN_PHRASE = NOMINAL | _OPENING
_AMOUNTS = {"than", "about", "around", "nearly", "almost", "over", "some", "roughly", "only"}


def noun_phrase_start(words: list[Word], end: int, *, floor: int = 0) -> int:
    """Index of the first word of the noun phrase (with its `of ...`) that ends before `end`."""
    index = end
    while index > floor:
        word = words[index - 1]
        inside = word.tag in _IN_PHRASE or word.possessive
        inside |= word.tag in {Tag.VERB, Tag.ING} and index < end and is_attribute(words, index - 1)
        inside |= word.tag is Tag.ADVERB and index < end and words[index].tag is Tag.VERB
        inside |= word.lower == "of" and index < end
        inside |= word.tag is Tag.DATE and index < end and _is_within(words, index, floor)
        inside |= word.lower in _AMOUNTS and index < end and words[index].tag is Tag.NUMBER
        inside |= word.lower in {"more", "less", "fewer"} and words[index].lower == "than"
        inside |= word.tag is Tag.COORDINATOR and word.lower == "and" and _joins_names(words, index)
        if not inside:
            break
        index -= 1
        if word.tag in _OPENING and not _after_of(words, index, floor):
            break
    while index < end and words[index].lower in {"of", "and"}:
        index += 1
    return index


def _is_within(words: list[Word], index: int, floor: int) -> bool:
    """`the 1991 agreement`: a date between an article and a noun, `index` is the noun's."""
    article = index - 2 >= floor and words[index - 2].tag is Tag.DETERMINER
    return article and words[index].is_nominal and not words[index - 1].possessive


def whole_phrase_start(words: list[Word], start: int, end: int, clause: Clause) -> int:
    """Where `The ban on trade with Spain` begins; `start` is that of the name it ends in.

    Only for a clause that is that phrase and no more: what stands behind it is told of the ban.
    """
    bare = clause.group is None and clause.end == end and clause.start < start
    named = all(words[i].tag is Tag.NAME for i in range(start, end))
    opens = words[clause.start].tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NOUN}
    return clause.start if bare and named and opens else start


def _after_of(words: list[Word], index: int, floor: int) -> bool:
    return index > floor and words[index - 1].lower == "of"


def _joins_names(words: list[Word], index: int) -> bool:
    """True for `and` between two names, `index` being the word behind it."""
    before, after = words[index - 2], words[index] if index < len(words) else None
    return after is not None and before.tag is after.tag is Tag.NAME


def core_of(words: list[Word], start: int, end: int) -> int:
    """Index where the person's own name begins behind ranks and offices, `start` if none."""
    core = start
    for index in range(start, end - 1):
        word = words[index]
        if word.lower in lex.HONORIFICS:
            core = index + 1
        elif core == index and word.lower in {"of", "the"}:
            core = index + 2
    if core < end and core > start and words[core - 1].lower == "of":
        core += 1
    return core if core < end else start
