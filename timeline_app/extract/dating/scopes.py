"""The words that a date dates, gathered into a subject and a predicate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.chunks import Group
from timeline_app.extract.grammar.clause import HARD, Clause
from timeline_app.extract.grammar.nounphrases import noun_phrase_start
from timeline_app.extract.grammar.words import Tag, Word


class Relation(StrEnum):
    """How a date belongs to the words that it dates."""

    CLAUSE = "clause"
    NOUN = "noun"
    PARTICIPLE = "participle"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class Scope:
    """The words that a date dates: `subject` and `predicate` are word indices.

    `clause` is the clause that tells tense and mood, `complement` the clause of what was said.
    `place` is the noun that a `where` stands for; `aside` marks a participle between commas.
    """

    relation: Relation
    subject: tuple[int, ...]
    predicate: tuple[int, ...]
    clause: Clause | None
    group: Group | None = None
    complement: Clause | None = None
    place: tuple[int, ...] = ()
    aside: bool = False


_NEED_TIME = {"spend", "take", "last", "pick", "choose", "set", "celebrate", "mark", "designate"}
_TOLD_SOMEONE = {"tell", "warn", "ask", "show", "urge", "find", "hope"}
_OPENING_MARKS = {"“", '"'}
_CLOSING_MARKS = {"”", '"'}
_COMPLEMENTS = {"that", "whether", "if"}
_TAILS = lex.SUBORDINATORS | lex.RELATIVES | {"that", "contact", "and"}
_OPENERS = {Tag.DETERMINER, Tag.COORDINATOR, Tag.POSSESSIVE}
_OBJECT_TAGS = {Tag.DETERMINER, Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.POSSESSIVE, Tag.OBJECT_PRONOUN}


def clause_scope(
    words: list[Word], clauses: Sequence[Clause], position: int, phrase: range
) -> Scope:
    """A whole clause without the date itself.

    Where its verb reports, what was said comes along; so does a clause that hangs on it
    without a comma, and the rest of a list.
    """
    clause = clauses[position]
    group = clause.group
    assert group is not None
    stays = _is_object(words, group, phrase) or _owns(words, phrase, clause)
    stays = stays or _runs_only(words, clause, phrase)
    kept = range(0) if stays else phrase
    predicate = [i for i in range(_predicate_start(clause), clause.end) if i not in kept]
    complement = complement_of(words, clauses, position)
    told = _told_before(words, clauses, position, predicate) if complement is None else []
    if told:
        while words[predicate[-1]].tag is Tag.PUNCTUATION:
            predicate.pop()
        predicate.extend(told)
    elif complement is not None:
        own = set(predicate)
        predicate.extend(i for i in _said(words, clauses, complement, phrase) if i not in own)
    else:
        if not position or complement_of(words, clauses, position - 1) is not clause:
            predicate = _with_antecedent(words, clause, group, predicate)
        predicate.extend(
            _listed(words, clauses, position, phrase) or _tail(words, clauses, position, phrase)
        )
    if (
        words[group.main].tag is Tag.BE
        and clause.subject
        and _says_nothing(words, group, predicate)
    ):
        return Scope(Relation.NOUN, (), tuple(clause.subject), None)
    return Scope(
        Relation.CLAUSE,
        tuple(clause.subject),
        tuple(predicate),
        clause,
        group,
        complement,
        _place(words, clause),
    )


def _says_nothing(words: list[Word], group: Group, predicate: list[int]) -> bool:
    """`The first flight was in 1994`: without the date nothing is left but the noun."""
    said = {Tag.NOUN, Tag.NAME, Tag.VERB, Tag.ING, Tag.TO, Tag.NUMBER, Tag.ADVERB}
    return not any(words[i].tag in said for i in predicate if i >= group.end)


def _is_object(words: list[Word], group: Group, phrase: range) -> bool:
    """True for the time in `spend the week in Vienna`: the verb needs it."""
    direct = phrase.start == group.end and words[phrase.start].tag is not Tag.PREPOSITION
    return direct and forms.lemma(words[group.main].lower) in _NEED_TIME


def _runs_only(words: list[Word], clause: Clause, phrase: range) -> bool:
    """`The festival runs until May`: without the date nothing is told."""
    group = clause.group
    if group is None or forms.lemma(words[group.main].lower) not in {"run", "last", "extend"}:
        return False
    alone = phrase.start == group.end and phrase.stop >= clause.end - 1
    return alone and words[phrase.start].tag is Tag.PREPOSITION


def _owns(words: list[Word], phrase: range, clause: Clause) -> bool:
    """`at last year's summit`: without the date the summit hangs on nothing."""
    inside = bool(phrase) and clause.group is not None and phrase.start >= clause.group.end
    return inside and words[phrase.stop - 1].possessive and words[phrase.stop - 1].tag is Tag.DATE


def _predicate_start(clause: Clause) -> int:
    """Behind an own subject (adverbs stay), else at the verb."""
    assert clause.group is not None
    own = clause.subject and clause.start <= clause.subject.start < clause.group.start
    return clause.subject.stop if own else clause.group.start


def _with_that(words: list[Word], complement: Clause) -> int:
    return 1 if complement.start and words[complement.start - 1].lower in _COMPLEMENTS else 0


def reports_nothing(words: list[Word], scope: Scope) -> bool:
    """True for `The airline announced` and nothing behind it."""
    group = scope.group
    if scope.relation is not Relation.CLAUSE or group is None or scope.complement is not None:
        return False
    content = any(words[i].tag is not Tag.PUNCTUATION for i in scope.predicate if i != group.main)
    return not content and forms.lemma(words[group.main].lower) in lex.REPORTING


def _told_before(
    words: list[Word], clauses: Sequence[Clause], position: int, predicate: list[int]
) -> list[int]:
    """What was said, where it comes first: `The plant will close, Apple announced on Monday`."""
    clause = clauses[position]
    assert clause.group is not None
    behind = [i for i in predicate if i >= clause.group.end]
    bare = all(words[i].tag is Tag.PUNCTUATION or words[i].lower == "here" for i in behind)
    lemma = forms.lemma(words[clause.group.main].lower)
    first = next((c for c in clauses[:position] if c.group is not None and c.subject), None)
    if first is None or lemma not in lex.REPORTING or first.subject.start < first.start:
        return []
    if first.marker in lex.SUBORDINATORS:
        return []  # `Since the boy is young, Hill said, his father may speak`
    opening = first.subject.start - 1
    if opening >= 0 and words[opening].text in _OPENING_MARKS:
        closing = range(first.end, clause.group.start)
        marks = [i for i in closing if words[i].text in _CLOSING_MARKS]
        following = clauses[next(n for n, c in enumerate(clauses) if c is first) + 1]
        whole = following.marker in _COMPLEMENTS | {"contact"}
        end = marks[-1] if marks and whole else first.end
        return [opening, *range(opening + 1, end), *marks[-1:]] if marks else []
    if not bare or clause.marker != ",":
        return []
    following = clauses[next(n for n, c in enumerate(clauses) if c is first) + 1]
    whole = following is not clause and following.marker in _COMPLEMENTS | {"contact"}
    return list(range(first.subject.start, clause.start - 1 if whole else first.end))


def _said(
    words: list[Word], clauses: Sequence[Clause], complement: Clause, phrase: range
) -> list[int]:
    """Words of what was said: `that` with its clause, and what hangs on it."""
    position = next(n for n, clause in enumerate(clauses) if clause is complement)
    said = list(range(complement.start - _with_that(words, complement), complement.end))
    if complement.subject and complement.subject.stop <= complement.start:
        that = complement.subject.start - 1
        opens = that >= 0 and words[that].lower in _COMPLEMENTS
        said = [*range(that if opens else that + 1, complement.subject.stop), *said]
    return said + _tail(words, clauses, position, phrase)


def complement_of(words: list[Word], clauses: Sequence[Clause], position: int) -> Clause | None:
    """The clause that says what a reporting verb reports, None where there is none."""
    clause = clauses[position]
    if clause.group is None or position + 1 >= len(clauses):
        return None
    following = _finite_behind_that(clauses, position + 1)
    lemma = forms.lemma(words[clause.group.main].lower)
    if following is None and lemma in lex.ZERO_THAT:
        return _told_later(clauses, position)
    if following is None or lemma not in lex.REPORTING:
        return None
    between = words[clause.group.end : clause.end]
    if any(word.tag is Tag.TO for word in between):
        return None
    if clause.group.passive and any(word.is_nominal for word in between):
        return None
    has_object = bool(between) and between[0].tag in _OBJECT_TAGS
    return None if has_object and lemma not in _TOLD_SOMEONE else following


def _told_later(clauses: Sequence[Clause], position: int) -> Clause | None:
    """`said that the plan, made in May, was dropped`: the verb of what stands behind `said`."""
    clause = clauses[position]
    assert clause.group is not None
    behind = range(clause.group.end, clause.end)
    return next(
        (
            c
            for c in clauses[position + 1 :]
            if c.group and c.subject.start in behind and c.marker in HARD
        ),
        None,
    )


def _finite_behind_that(clauses: Sequence[Clause], position: int) -> Clause | None:
    """The clause of a `that`, past a phrase between commas: `that, as of May, it held`."""
    first = clauses[position]
    if first.marker == "," and not first.groups and position + 1 < len(clauses):
        first = clauses[position + 1]  # `was told by Hill's son, George, that it fell`
        return first if first.marker in _COMPLEMENTS and first.group else None
    if first.marker not in _COMPLEMENTS:
        return None
    if first.group is not None:
        return first
    for clause in clauses[position + 1 : position + 6]:
        own = clause.subject and clause.subject.start >= first.start
        if clause.group is not None and clause.marker == "," and own:
            return clause
    return None


def _tail(words: list[Word], clauses: Sequence[Clause], position: int, phrase: range) -> list[int]:
    """The next clause where only its conjunction parts it from this one."""
    if position + 1 >= len(clauses):
        return []
    following = clauses[position + 1]
    gap = range(clauses[position].end, following.start)
    joined = following.marker in _TAILS and all(words[i].text[0].isalpha() for i in gap)
    own = following.subject and following.subject.start >= following.start
    relative = following.marker in {"that", "contact"} or following.marker in lex.RELATIVES
    if not joined or following.group is None or not (own or relative):
        return []
    return [i for i in range(gap.start, following.end) if i not in phrase]


def _with_antecedent(
    words: list[Word], clause: Clause, group: Group, predicate: list[int]
) -> list[int]:
    """`the embargo that the Council placed on Libya`: the embargo goes behind `placed`."""
    own = clause.subject and clause.subject.start >= clause.start
    relative = clause.marker in {"that", "which", "whom", "contact"}
    if not relative or not own or group.passive:
        return predicate
    following = words[group.end] if group.end < clause.end else None
    if following is not None and following.tag in _OBJECT_TAGS:
        return predicate
    end = clause.start - (0 if clause.marker == "contact" else 1)
    while end and words[end - 1].tag is Tag.PUNCTUATION:
        end -= 1
    start = noun_phrase_start(words, end)
    owners = [i for i in range(start, end) if words[i].lower == "of"]
    if owners and words[end].tag is Tag.PUNCTUATION:
        start = owners[-1] + 1
    antecedent = list(range(start, end))
    end = _chain_end(words, group.end)
    verb = [i for i in predicate if i < end]
    return verb + antecedent + [i for i in predicate if i >= end]


def _chain_end(words: list[Word], end: int) -> int:
    """Behind `begin to fly` in `which it will begin to fly in May`."""
    while end + 1 < len(words) and words[end].tag is Tag.TO:
        end += 2
    return end


def _listed(
    words: list[Word], clauses: Sequence[Clause], position: int, phrase: range
) -> list[int]:
    """`killed three soldiers, two officers and a civilian`: the rest of the list."""
    found: list[int] = []
    for clause in clauses[position + 1 :]:
        plain = clause.marker == "," and not clause.groups
        if not plain or not (words[clause.start].is_nominal or words[clause.start].tag in _OPENERS):
            return []
        found.extend(i for i in range(clause.start - 1, clause.end) if i not in phrase)
        if any(words[i].lower == "and" for i in clause.indices):
            return found
    return []


def _place(words: list[Word], clause: Clause) -> tuple[int, ...]:
    """The place that a `where` clause is about."""
    if clause.marker != "where":
        return ()
    end = clause.start - 1
    while end and words[end - 1].tag is Tag.PUNCTUATION:
        end -= 1
    start = noun_phrase_start(words, end)
    named = all(words[i].tag is Tag.NAME for i in range(start, end))
    return tuple(range(start, end)) if named else ()
