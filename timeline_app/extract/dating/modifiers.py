"""Dates that belong to a noun (`the 2011 uprising`), and dates that only measure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.extract.dating.scopes import Relation, Scope, clause_scope
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.chunks import Group, GroupKind
from timeline_app.extract.grammar.clause import Clause
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.words import Tag, Word

_COMPARISON = re.compile(r"^(?:first|worst|best|most|least|lowest|highest|\w+est)$")
_NOT_SUPERLATIVE = word_set(
    """
    west east test rest protest request interest arrest forest guest quest contest harvest
    invest suggest nest budapest conquest midwest northwest southwest honest latest
    """
)
_NOUN_LINKS = word_set(
    """
    of in on for against with to between from by at over
    """
)
_MEASURES = word_set("rise fall increase decline drop grow shrink climb slip gain lose jump be")
_ORDINALS = word_set("first second third fourth fifth sixth seventh eighth ninth tenth only")
# Things that carry a year as a name, not as the time of an event.
_DATED_THINGS = word_set(
    """
    version edition model models level levels figure figures rate rates price prices budget
    season total average estimate estimates forecast target targets release lineup
    """
)


def compares(words: list[Word], clause: Clause, phrase: range) -> bool:
    """True where the date measures and dates nothing.

    `the worst attack since 2014`, `the third time in the past decade`, `up from 3 % in 2013`,
    `and not in 2015 as planned`, `originally due this year`.
    """
    first = words[phrase.start].lower.split()[0]
    before = [words[i] for i in range(clause.start, phrase.start)]
    never = bool(before) and before[-1].lower == "not" and first != "until"
    if never or _was_once_planned(clause, before):
        return True
    behind_than = bool(before) and before[-1].lower == "than"  # `fewer than in 2007`
    if (
        first == "than"
        or behind_than
        or any(word.lower in {"compared", "versus"} for word in before)
    ):
        return True
    if first == "of" and _is_measured_by(words, clause, phrase.start):
        return True
    if first == "from":
        verb = words[clause.group.main] if clause.group is not None else None
        measures = verb is not None and (verb.tag is Tag.BE or forms.lemma(verb.lower) in _MEASURES)
        return measures and any(word.tag is Tag.NUMBER for word in before)
    superlative = any(
        _COMPARISON.match(word.lower)
        and word.lower not in _NOT_SUPERLATIVE
        and word.tag is not Tag.NAME
        for word in before
    )
    if first == "since":
        return superlative
    lowers = [word.lower for word in before]
    if "since" in lowers and lowers[-1] != "since":  # `the first since Studebaker in 1933`
        return superlative and not any(
            word.tag is Tag.VERB for word in before[lowers.index("since") :]
        )
    length = words[phrase.stop - 1].lower.split()[-1]
    counted = any(word.lower in _ORDINALS for word in before)
    return first == "in" and length in _LENGTHS and (superlative or counted)


_ONCE = word_set("originally initially previously")
_MEANT = word_set("due planned scheduled expected slated set hoped anticipated intended promised")


def _was_once_planned(clause: Clause, before: Sequence[Word]) -> bool:
    """`, originally due later this year,`: what was meant to be then, and isn't."""
    lowers = {word.lower for word in before}
    return clause.group is None and bool(_ONCE & lowers) and bool(_MEANT & lowers)


def _is_measured_by(words: list[Word], clause: Clause, start: int) -> bool:
    """`above the 63 percent of 1989`."""
    number = next((i for i in range(start - 1, clause.start, -1) if words[i].tag is Tag.NUMBER), 0)
    before = {words[i].lower for i in range(max(clause.start, number - 2), number)}
    return bool(number) and start - number <= 3 and bool(before & _HELD_AGAINST)


_HELD_AGAINST = word_set("above below against beyond exceeding exceeded under over")
_LENGTHS = word_set("decade decades years months weeks century centuries")


def as_modifier(
    words: list[Word], clauses: Sequence[Clause], position: int, phrase: range, index: int
) -> Scope | None:
    """`the 2011 uprising against ...`, `Tuesday's attack`: the noun behind the date."""
    clause = clauses[position]
    start = index + 1
    possessive = words[index].possessive
    if start >= clause.end or not _heads_noun(words, start, possessive):
        return None
    before = words[index - 1] if index > clause.start else None
    determined = before is not None and (
        before.tag in {Tag.DETERMINER, Tag.POSSESSIVE}
        or (before.lower in lex.EVENT_PREPOSITIONS | {"of"} and words[start].tag is Tag.NOUN)
    )
    if not determined and not possessive:
        return None
    group = clause.group
    told = group is not None and any(words[i].is_nominal for i in range(group.end, clause.end))
    if told and group is not None and index < group.start and is_past_tense(words, group):
        subject = tuple(range(start, group.start))
        return Scope(Relation.CLAUSE, subject, tuple(range(group.start, clause.end)), clause, group)
    if _sets_the_scene(words, clauses, position):
        return clause_scope(words, clauses, position + 1, phrase)
    end = noun_end(words, start, clause)
    if not any(words[i].is_nominal for i in range(start, end)):
        return None
    return Scope(Relation.NOUN, (), tuple(range(start, end)), None)


def is_new_object(words: list[Word], clause: Clause, index: int) -> bool:
    """`reported a third-quarter loss`: what is new happens with the verb, in the past tense."""
    group = clause.group
    if group is None or index < group.end + 1 or index + 1 >= clause.end:
        return False
    new = words[index - 1].lower in {"a", "an", "its", "their"}
    direct = index - 1 == group.end and words[index + 1].tag in {Tag.NOUN, Tag.VERB, Tag.NAME}
    return new and direct and is_past_tense(words, group)


def is_dated_thing(words: list[Word], scope: Scope) -> bool:
    """True for `the 2011 version` and `the year ended in June`: nothing happens."""
    if scope.relation is Relation.PARTICIPLE and scope.subject:
        return words[scope.subject[-1]].lower in lex.PERIODS
    if scope.relation is not Relation.NOUN or scope.subject:
        return False
    heads = [words[i].lower for i in scope.predicate]
    stop = next((n for n, i in enumerate(scope.predicate) if words[i].tag is Tag.PREPOSITION), None)
    return bool(heads[:stop]) and heads[:stop][-1] in _DATED_THINGS


def _sets_the_scene(words: list[Word], clauses: Sequence[Clause], position: int) -> bool:
    """`In a Wednesday media event, Apple released ...`: the day is that of the main clause."""
    clause = clauses[position]
    if position or clause.groups or len(clauses) < 2 or clauses[1].group is None:
        return False
    return words[clause.start].lower in {"in", "at", "during"}


def _heads_noun(words: list[Word], start: int, possessive: bool) -> bool:
    word = words[start]
    if word.tag is Tag.NOUN:
        return word.lower not in {"according", "ago", "alone"}
    if word.tag is Tag.NAME:
        return True
    following = words[start + 1] if start + 1 < len(words) else None
    attribute = following is not None and following.tag in {Tag.NOUN, Tag.NAME}
    loose = {Tag.VERB, Tag.ING, Tag.NUMBER, Tag.ADVERB}
    return possessive and word.tag in loose and attribute


def noun_end(words: list[Word], start: int, clause: Clause) -> int:
    """Index behind a noun phrase with the prepositional phrases and participles on it."""
    end = start
    stop = clause.end
    for group in clause.groups:
        gerund = group.kind is GroupKind.ING and words[group.start - 1].tag in {
            Tag.NOUN,
            Tag.NUMBER,
        }
        if group.start > start and not gerund and group.kind is not GroupKind.PARTICIPLE:
            stop = min(stop, group.start)
    while end < stop:
        word = words[end]
        if word.tag is Tag.PREPOSITION and word.lower not in _NOUN_LINKS:
            break
        if word.tag in {Tag.DATE, Tag.PRONOUN, Tag.COORDINATOR, Tag.PUNCTUATION, Tag.TO}:
            break
        end += 1
    while end > start and words[end - 1].tag in {Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB}:
        end -= 1
    return end


def is_past_tense(words: list[Word], group: Group) -> bool:
    """True for a verb in the simple past."""
    return forms.is_past(words[group.start].lower) or words[group.start].lower in {"was", "were"}
