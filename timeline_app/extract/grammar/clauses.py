"""Clauses of a tagged sentence: where each begins and ends, its subject and its verb."""

from __future__ import annotations

from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.boundaries import cut
from timeline_app.extract.grammar.chunks import Group, GroupKind, verb_groups
from timeline_app.extract.grammar.clause import (
    Clause,
    before_adverbs,
    reports,
)
from timeline_app.extract.grammar.finiteness import (
    decide,
    decide_joined_participles,
    decide_led_by,
    decide_main_verb,
    decide_verb_lists,
)
from timeline_app.extract.grammar.mainverb import find_present, with_main_clause
from timeline_app.extract.grammar.nounphrases import noun_phrase_start
from timeline_app.extract.grammar.subjects import give_subjects
from timeline_app.extract.grammar.words import Tag, Word


def clauses_of(words: list[Word]) -> list[Clause]:
    """The clauses in reading order; together they hold every word but the marks between them."""
    groups = verb_groups(words)
    found = list(cut(words, groups))
    found = [part for clause in found for part in _parted(words, clause)]
    if not found:
        return []
    decide_verb_lists(found)
    decide_led_by(words, found)
    find_present(words, found, sure=True)
    decide_main_verb(words, found)
    decide_joined_participles(words, found)
    found = with_main_clause(words, found)
    for clause in found:
        clause.group = next((g for g in clause.groups if g.kind is GroupKind.FINITE), None)
        if clause.group is not None and words[clause.group.main].tag is Tag.NOUN:
            words[clause.group.main].tag = Tag.VERB
    give_subjects(words, found)
    return found


def _parted(words: list[Word], clause: Clause) -> list[Clause]:
    """Decides tense or participle, and parts a clause from a complement without `that`."""
    decide(words, clause)
    finite = [group for group in clause.groups if group.kind is GroupKind.FINITE]
    if len(finite) < 2:
        return [clause]
    first, second = finite[0], finite[1]
    if clause.marker in {"who", "which", "that"} and words[second.start - 1].tag is Tag.DATE:
        head = Clause(clause.start, second.start, clause.marker, [first])
        main = [g for g in clause.groups if g.start >= second.start]
        return [head, *_parted(words, Clause(second.start, clause.end, ",", main))]
    cut = _complement_start(words, first, second)
    if cut is None:
        return [clause]
    told = reports(words, first) and not _hangs_on_noun(words, first, cut)
    marker = "that" if told else "contact"
    head = Clause(clause.start, cut, clause.marker, [g for g in clause.groups if g.start < cut])
    rest = Clause(cut, clause.end, marker, [g for g in clause.groups if g.start >= cut])
    return [head, *_parted(words, rest)]


def _hangs_on_noun(words: list[Word], first: Group, cut: int) -> bool:
    """`decided on a plan they had made`, not `told the court they had`."""
    if words[cut].tag is not Tag.PRONOUN or cut <= first.end + 1 or not words[cut - 1].is_nominal:
        return False
    if forms.lemma(words[first.main].lower) in _TOLD_SOMEONE:
        return False
    return words[noun_phrase_start(words, cut, floor=first.end)].tag in _ARTICLES


_TOLD_SOMEONE = {"tell", "warn", "inform", "assure", "remind", "convince", "promise", "show"}
_ARTICLES = {Tag.DETERMINER, Tag.POSSESSIVE}
_ONLY_SAYING = {"say", "believe", "think", "argue", "claim"}
_OPEN_SUBJECTS = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.ING}
_PLAIN_SAYING = _ONLY_SAYING | {
    "announce",
    "note",
    "add",
    "show",
    "indicate",
    "suggest",
    "estimate",
}


def _complement_start(words: list[Word], first: Group, second: Group) -> int | None:
    """Where `the U.S. may send` begins behind `indicated`, past an object or a date."""
    start = noun_phrase_start(words, before_adverbs(words, second.start), floor=first.end)
    lemma = forms.lemma(words[first.main].lower)
    if lemma in _PLAIN_SAYING and words[first.end].tag in _OPEN_SUBJECTS and first.end < start:
        loose = lemma in _ONLY_SAYING or words[start - 1].tag is Tag.PREPOSITION
        start = first.end if loose else start
    if words[second.start - 1].tag is Tag.PRONOUN:
        start = second.start - 1
    if words[second.start - 1].tag is Tag.DATE and second.start - 1 == first.end:
        start = first.end
    if start >= second.start or start < first.end:
        return None
    if reports(words, first) or words[start].tag is Tag.PRONOUN:
        return start
    return None
