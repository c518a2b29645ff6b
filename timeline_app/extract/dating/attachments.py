"""Dates that hang on a noun, a participle or a gerund rather than on a clause."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extract.dating.modifiers import (
    is_past_tense,
    noun_end,
)
from timeline_app.extract.dating.scopes import Relation, Scope
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.chunks import Group, GroupKind
from timeline_app.extract.grammar.clause import Clause
from timeline_app.extract.grammar.nounphrases import noun_phrase_start, whole_phrase_start
from timeline_app.extract.grammar.rolewords import is_role
from timeline_app.extract.grammar.words import Tag, Word

_SHORT = 3  # words of a noun and participle that say too little by themselves: `The deal signed`


def after_event_preposition(
    words: list[Word], clauses: Sequence[Clause], position: int, phrase: range
) -> Scope | None:
    """`following the fall of X in 2011`, `after meeting Y in 2015`."""
    clause = clauses[position]
    if clause.marker in lex.EVENT_PREPOSITIONS and clause.group is not None:
        return None
    starts = [
        i
        for i in range(clause.start, phrase.start)
        if words[i].lower in lex.EVENT_PREPOSITIONS and words[i].tag in _LINKS
    ]
    scene = bool(starts) and words[starts[-1]].lower in {"during", "amid"} and position == 0
    if scene and clause.group is None:
        return None
    start = starts[-1] + 1 if starts else phrase.start
    between = [g for g in clause.groups if start <= g.start < phrase.start]
    if between and between[0].kind is GroupKind.ING and between[0].start == start:
        if clause.marker in {"when", "while"}:
            return None
        return _gerund(words, clauses, position, range(between[0].start, phrase.start))
    if not any(words[i].is_nominal for i in range(start, phrase.start)):
        return None
    if between:
        return _participle_on(start, between[0], phrase)
    if not words[phrase.start - 1].is_nominal:
        return None
    after = _continued(words, clause, phrase)
    return Scope(Relation.NOUN, (), (*range(start, phrase.start), *after), None)


def _participle_on(start: int, group: Group, phrase: range) -> Scope | None:
    """`after a deal signed in 2015`."""
    if group.kind is not GroupKind.PARTICIPLE:
        return None
    subject, rest = tuple(range(start, group.start)), tuple(range(group.start, phrase.start))
    return Scope(Relation.PARTICIPLE, subject, rest, None, group)


_LINKS = {Tag.PREPOSITION, Tag.NOUN, Tag.ING}


def _continued(words: list[Word], clause: Clause, phrase: range) -> range:
    """`the fall in 2011 of Gadhafi`: what belongs to the noun behind the date."""
    start = phrase.stop
    if start < clause.end and words[start].lower in {"of", "by", "against", "in", "at"}:
        return range(start, noun_end(words, start, clause))
    return range(start, start)


def _gerund(
    words: list[Word], clauses: Sequence[Clause], position: int, predicate: range
) -> Scope | None:
    """The doing of the clause that the gerund hangs on."""
    host = _host(clauses, position)
    if host is None or host.group is None or not host.subject:
        return None
    group = next(g for g in clauses[position].groups if g.start == predicate.start)
    return Scope(Relation.GERUND, tuple(host.subject), tuple(predicate), host, group)


def _host(clauses: Sequence[Clause], position: int) -> Clause | None:
    """The clause itself, else the finite one before it, else the one behind."""
    if clauses[position].group is not None:
        return clauses[position]
    for clause in reversed(clauses[:position]):
        if clause.group is not None and clause.subject:
            return clause
    return next((c for c in clauses[position + 1 :] if c.group is not None), None)


def spent_doing(words: list[Word], clause: Clause, index: int) -> Scope | None:
    """`spent 2016 taking control of ...`: what the time was spent on."""
    group = clause.group
    if group is None or forms.lemma(words[group.main].lower) != "spend" or index < group.end:
        return None
    if any(
        words[i].tag not in {Tag.DETERMINER, Tag.ADVERB, Tag.NOUN, Tag.PREPOSITION}
        for i in range(group.end, index)
    ):
        return None
    doing = next((g for g in clause.groups if g.start > index and g.kind is GroupKind.ING), None)
    if doing is None or any(words[i].tag is not Tag.ADVERB for i in range(index + 1, doing.start)):
        return None
    rest = tuple(range(index + 1, clause.end))
    return Scope(Relation.GERUND, tuple(clause.subject), rest, clause, doing)


def made_to_do(
    words: list[Word], clauses: Sequence[Clause], position: int, phrase: range
) -> Scope | None:
    """`, prompting the council to close it in 1989`: what somebody was made to do was done."""
    clause = clauses[position]
    first = clause.groups[0] if clause.groups else None
    if clause.group is not None or first is None or first.start != clause.start:
        return None
    doing = next((g for g in clause.groups if g.kind is GroupKind.INFINITIVE), None)
    made = first.kind is GroupKind.ING and forms.lemma(words[first.main].lower) in _MAKES_DO
    if not made or doing is None or doing.passive or not first.end < doing.start < phrase.start:
        return None
    subject = tuple(range(first.end, doing.start))
    if not words[subject[-1]].is_nominal:
        return None
    rest = (*range(doing.main, phrase.start), *_rest(clause, phrase))
    verb = Group(doing.main, doing.end, doing.main, GroupKind.ING)
    return Scope(Relation.GERUND, subject, rest, clause, verb)


_MAKES_DO = {"prompt", "force", "cause", "lead", "compel", "enable"}


def in_subject(words: list[Word], clause: Clause, phrase: range) -> Scope | None:
    """`The fall of X in 2011 led to ...`: the noun, not the main clause."""
    group = clause.group
    if group is None or phrase.start >= group.start or phrase.start <= clause.start:
        return None
    own = [i for i in clause.subject if i < phrase.start]
    if not own or own[0] < clause.start or phrase.start not in range(own[0], group.start):
        return None
    participle = next(
        (
            g
            for g in clause.groups
            if g.kind is GroupKind.PARTICIPLE and own[0] < g.start < phrase.start
        ),
        None,
    )
    if participle:
        subject = tuple(i for i in own if i < participle.start)
        rest = tuple(range(participle.start, phrase.start))
        short = len(subject) + len(rest) <= _SHORT
        over = is_past_tense(words, group) or words[group.start].tag is Tag.HAVE
        if short and not over:  # `A report published on Monday accuses the army`
            rest = tuple(range(group.start, clause.end))
            return Scope(Relation.CLAUSE, subject, rest, clause, group)
        return Scope(Relation.PARTICIPLE, subject, rest, None, participle, aside=short)
    bare = phrase.stop >= group.start - 1 and len(phrase) == 1
    if bare or (is_past_tense(words, group) and not any(words[i].lower == "of" for i in own)):
        return None
    names = all(words[i].tag in {Tag.NAME, Tag.DETERMINER, Tag.PREPOSITION} for i in own)
    names |= _is_people(words[own[-1]].lower)
    if names or len(own) == 1:
        return None
    return Scope(Relation.NOUN, (), (*own, *_continued(words, clause, phrase)), None)


def _is_people(noun: str) -> bool:
    """True for `officials`: they did something then, and did not happen then."""
    return is_role(noun) or (noun.endswith("s") and is_role(noun[:-1]))


def by_participle(
    words: list[Word], clauses: Sequence[Clause], position: int, phrase: range
) -> Scope | None:
    """`an embargo placed on Libya since 2011`; `founded in 1976, Apple ...`; `, killing 12`."""
    clause = clauses[position]
    before = [g for g in clause.groups if g.start < phrase.start]
    if not before:
        return None
    last = before[-1]
    if words[last.main].lower in {"based", "known", "called", "named"}:
        return None
    opens = all(words[i].tag is Tag.ADVERB for i in range(clause.start, last.start))
    if last.kind is GroupKind.ING and clause.group is None and last.start == clause.start:
        return _gerund_clause(words, clauses, position, range(last.start, phrase.start))
    to_be = last.kind is GroupKind.INFINITIVE and last.passive and last.start > clause.start
    if last.kind is not GroupKind.PARTICIPLE and not (
        to_be and words[last.start - 1].is_nominal and not _is_verb_of(words, clause, last)
    ):
        return None
    rest = (*range(last.start, phrase.start), *_rest(clause, phrase))
    if clause.group is not None and clause.group.start >= phrase.stop:
        rest = tuple(range(last.start, phrase.start))
    coordinated = words[last.start - 1].lower == "and" and len(before) > 1
    coordinated = coordinated and before[0].start == clause.start
    if not opens and not coordinated:
        start = noun_phrase_start(words, last.start, floor=clause.start)
        if start == last.start:
            return None
        return Scope(Relation.PARTICIPLE, tuple(range(start, last.start)), rest, None, last)
    asked = {"that", "whether", "if"}
    following = next(
        (c for c in clauses[position + 1 :] if c.group is not None and c.marker not in asked), None
    )
    if position == 0:
        subject = tuple(following.subject) if following else ()
    else:
        before_it = clauses[position - 1]
        joined = clause.marker == "and" and before_it.groups
        end = before_it.start - 1 if joined else clause.start - 1
        start = noun_phrase_start(words, end)
        subject = tuple(range(whole_phrase_start(words, start, end, before_it), end))
    if not subject:
        return None
    return Scope(Relation.PARTICIPLE, subject, rest, None, last, aside=True)


def _is_verb_of(words: list[Word], clause: Clause, infinitive: Group) -> bool:
    """True for `is scheduled to be held`: the infinitive goes with the clause's own verb."""
    group = clause.group
    if group is None:
        return False
    between = words[group.end : infinitive.start]
    return not any(word.tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME} for word in between)


def _gerund_clause(
    words: list[Word], clauses: Sequence[Clause], position: int, predicate: range
) -> Scope | None:
    host = _host(clauses, position)
    if host is None or host.group is None or not host.subject or host.group.modal:
        return None
    if position == 0 and forms.lemma(words[predicate.start].lower) in lex.SPEECH | {
        "speak",
        "talk",
    }:
        return None
    return _gerund(words, clauses, position, predicate)


def _rest(clause: Clause, phrase: range) -> range:
    """Words of the clause behind the date."""
    return range(phrase.stop, clause.end)
