"""Nouns that speak again of what an article has told and dated: `since its launch`, `the deal`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline_app.domain.records import Basis, Event
from timeline_app.domain.timevalue import Grain
from timeline_app.domain.wordstems import term_of
from timeline_app.extract.dating.scopes import Relation, Scope
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.parsing import Parsed
from timeline_app.extract.grammar.words import Tag, Word

_REACH = 5  # sentences over which a noun alone is understood
_MOST_BEFORE = 4  # words between an article and its noun
# Nouns that name what happens, beside those made of a verb.
_HAPPENINGS = word_set(
    """
    deal agreement accord pact treaty contract settlement lawsuit suit protest appeal complaint
    merger takeover attack bombing blast explosion crash accident collision strike raid shooting
    fire earthquake storm flood election vote referendum ruling verdict trial hearing meeting
    summit conference ban embargo sale auction purchase acquisition award opening closure flight
    landing visit tour demonstration rally coup invasion ceasefire truce killing murder death
    funeral speech ceremony
    """
)
_SAME_AS = {"contract": "agreement"}
# Verb forms of nouns that no ending tells.
_DONE = {
    "flight": ("fly",),
    "sale": ("sell",),
    "death": ("die",),
    "loss": ("lose",),
    "acquisition": ("acquire", "buy"),
    "takeover": ("acquire", "buy"),
    "purchase": ("buy", "acquire"),
    "reduction": ("reduce", "cut"),
    "lawsuit": ("sue",),
    "suit": ("sue",),
    "merger": ("merge",),
    "suspension": ("suspend",),
    "invasion": ("invade",),
    "explosion": ("explode",),
    "collision": ("collide",),
    "decision": ("decide",),
    "expansion": ("expand",),
}
# What is made of a noun's stem, by the noun's ending.
_ENDINGS = (
    ("ment", ("",)),
    ("ation", ("", "e", "ate")),
    ("tion", ("t", "te", "ce")),
    ("al", ("", "e")),
    ("ure", ("", "e")),
    ("ance", ("", "e")),
)
_DEFINITE = {"the", "this", "that", "these", "those"}
_ANOTHER = word_set("first second third last next new other another latest earlier later previous")
_HOW = {"in", "by", "with", "at", "during", "through"}
_INSIDE = {Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.VERB, Tag.ING}
# Verbs whose nouns are things, or of which an article is full.
# Verbs whose object comes about with them: `signed a deal`, not `ended a strike`.
_PERFORMING = word_set(
    """
    sign reach strike hold make file conduct stage launch win award announce negotiate conclude
    complete close deliver give issue suffer cause seal clinch secure enter commit mount perform
    carry undertake attend host see witness impose bring buy agree build
    """
)
_PLAIN = lex.SPEECH - {"announce"} | word_set(
    "be have do make take get give go come use work plan need hope cost lead move run play show"
)


@dataclass(frozen=True, slots=True)
class Deed:
    """An event, the number of its sentence, its verb and the happenings that it brings up.

    `verb` is a plain form, "" for an event without one; `nouns` are terms. So are `undergoing`,
    those of the subject of a passive: `the deal was announced`, which may speak of an earlier one.
    """

    event: Event
    sentence: int
    verb: str
    nouns: frozenset[str]
    undergoing: frozenset[str] = frozenset()


def deed_of(parsed: Parsed, scope: Scope, event: Event, sentence: int) -> Deed:
    """What later nouns may speak of."""
    words, group = parsed.words, scope.group
    if group is None or scope.relation is Relation.NOUN:
        return Deed(event, sentence, "", frozenset(_happenings(words, _head(words, scope))))
    verb = forms.lemma(words[group.main].lower)
    performed = verb in _PERFORMING
    behind = [i for i in scope.predicate if i >= group.end]
    nouns = frozenset(_happenings(words, _brought_up(words, behind, performed)))
    undergone = scope.subject if group.passive and performed else ()
    undergoing = frozenset(_happenings(words, undergone))
    return Deed(event, sentence, verb, nouns, undergoing)


class Deeds:
    """The deeds of one article, told one after the other, and what speaks of them again."""

    def __init__(self) -> None:
        """No deed is known yet."""
        self._by_verb: dict[str, list[Deed]] = {}
        self._by_noun: dict[str, list[Deed]] = {}

    def add(self, deed: Deed) -> None:
        """One more deed."""
        if deed.event.when.grain > Grain.YEAR or deed.event.when.members:
            return
        if deed.verb and deed.verb not in _PLAIN:
            self._by_verb.setdefault(deed.verb, []).append(deed)
        again = {n for n in deed.undergoing if self._was_told(n, deed.sentence)}
        for noun in deed.nouns | (deed.undergoing - again):
            self._by_noun.setdefault(noun, []).append(deed)

    def _was_told(self, noun: str, sentence: int) -> bool:
        return any(deed.sentence < sentence for deed in self._by_noun.get(noun, ()))

    def spoken_of(self, parsed: Parsed, sentence: int) -> Iterator[tuple[Word, Deed]]:
        """Words of a sentence, each with the deed that it must mean.

        Nouns of a sentence without a date mean a deed before it; `had signed a contract` means one
        told near, before or behind.
        """
        yield from self._had_done(parsed, sentence)
        words = [] if parsed.dates else parsed.words
        for index, word in enumerate(words):
            if word.tag is not Tag.NOUN or not _is_definite(words, index):
                continue
            found = [d for d in self._named(word.lower) if d.sentence < sentence]
            near = [d for d in found if sentence - d.sentence <= _REACH]
            if near and len({d.event.when for d in found}) == 1:
                yield word, near[-1]

    def _had_done(self, parsed: Parsed, sentence: int) -> Iterator[tuple[Word, Deed]]:
        words = parsed.words
        for clause in parsed.clauses:
            group = clause.group
            if group is None or words[group.start].lower != "had" or not group.perfect:
                continue
            verb = forms.lemma(words[group.main].lower)
            nouns = set(_happenings(words, range(group.end, clause.end)))
            found = [
                deed
                for deed in self._by_verb.get(verb, ())
                if deed.nouns & nouns and deed.event.basis is Basis.EXPRESSION
            ]
            near = [d for d in found if 0 < abs(sentence - d.sentence) <= _REACH]
            if near and len({d.event.when for d in found}) == 1 and verb in _PERFORMING:
                yield words[group.main], near[-1]

    def _named(self, noun: str) -> list[Deed]:
        single = noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
        found = [d for verb in _verbs_of(single) for d in self._by_verb.get(verb, ())]
        if single in _HAPPENINGS:
            found += self._by_noun.get(term_of(_SAME_AS.get(single, single)), ())
        return sorted(found, key=lambda deed: deed.sentence)


@lru_cache(maxsize=4096)
def _verbs_of(noun: str) -> list[str]:
    """Verbs that a noun may be made of: `announcement`, `delivery`, `launch`."""
    found = {noun, *_DONE.get(noun, ())}
    for ending, others in _ENDINGS:
        if noun.endswith(ending):
            found.update(noun.removesuffix(ending) + other for other in others)
    if noun.endswith("y"):
        found.add(noun[:-1])
    if forms.is_ing(noun):
        found.add(forms.lemma(noun))
    return sorted(found)


def _happenings(words: list[Word], indices: Sequence[int]) -> Iterator[str]:
    for index in indices:
        word = words[index]
        single = word.lower.removesuffix("s")
        if word.tag is Tag.NOUN and (word.lower in _HAPPENINGS or single in _HAPPENINGS):
            noun = single if single in _HAPPENINGS else word.lower
            yield term_of(_SAME_AS.get(noun, noun))


def _brought_up(words: list[Word], indices: list[int], performed: bool) -> list[int]:
    """The words of the object, and of a phrase that says how: `challenged it in a protest`."""
    found: list[int] = []
    new = performed
    for index in indices:
        word = words[index]
        if word.tag is Tag.PREPOSITION and word.lower != "of":
            behind = words[index + 1].lower if index + 1 < len(words) else ""
            new = word.lower in _HOW and behind in {"a", "an"}
        if new:
            found.append(index)
    return found


def _head(words: list[Word], scope: Scope) -> list[int]:
    """The noun that a noun phrase is about: `fall` of `the fall of X`."""
    indices = list(scope.subject or scope.predicate)
    stop = next((n for n, i in enumerate(indices) if words[i].tag is Tag.PREPOSITION), None)
    return indices[:stop][-1:]


def _is_definite(words: list[Word], index: int) -> bool:
    """`its launch`, `the US deal`, not `a deal`, `the first launch` nor `the deal maker`."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and following.is_nominal and not words[index].possessive:
        return False
    if forms.is_s_form(words[index].lower) and index and words[index - 1].is_nominal:
        return words[index - 1].possessive  # `the service integrates with others`
    for before in range(index - 1, max(-1, index - _MOST_BEFORE - 2), -1):
        word = words[before]
        if word.lower in _ANOTHER:
            return False
        if word.possessive or word.tag is Tag.POSSESSIVE:
            return True
        if word.tag is Tag.DETERMINER:
            return word.lower in _DEFINITE
        if word.tag not in _INSIDE:
            return False
    return False
