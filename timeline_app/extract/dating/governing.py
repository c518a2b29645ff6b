"""Which words of a sentence a date belongs to: a clause, a noun, a participle."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extract.dating.attachments import (
    after_event_preposition,
    by_participle,
    in_subject,
    made_to_do,
    spent_doing,
)
from timeline_app.extract.dating.datephrases import date_phrase
from timeline_app.extract.dating.modifiers import (
    as_modifier,
    compares,
    is_new_object,
)
from timeline_app.extract.dating.scopes import Relation, Scope, clause_scope, complement_of
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.clause import Clause
from timeline_app.extract.grammar.nounphrases import noun_phrase_start
from timeline_app.extract.grammar.words import Tag, Word


def govern(words: list[Word], clauses: Sequence[Clause], index: int) -> Scope | None:
    """What the date at `index` dates; None when it only compares ("the first since 2011")."""
    position = next((n for n, c in enumerate(clauses) if index in c.indices), None)
    if position is None:
        return None
    clause = clauses[position]
    phrase = date_phrase(words, index, clause.start)
    if compares(words, clause, phrase) or _is_condition(words, clauses, position):
        return None
    if _is_subject(words, clause, phrase):
        return None
    if _is_cleft(words, clauses, position):
        return clause_scope(words, clauses, position + 1, phrase)
    if is_new_object(words, clause, index):
        return clause_scope(words, clauses, position, range(index, index + 1))
    own = (
        as_modifier(words, clauses, position, phrase, index)
        or after_event_preposition(words, clauses, position, phrase)
        or spent_doing(words, clause, index)
        or made_to_do(words, clauses, position, phrase)
        or in_subject(words, clause, phrase)
        or by_participle(words, clauses, position, phrase)
    )
    if own:
        return own
    if clause.group is not None:
        return clause_scope(words, clauses, position, phrase)
    return _by_phrase(words, clauses, position, phrase)


def _is_condition(words: list[Word], clauses: Sequence[Clause], position: int) -> bool:
    """`If elected in November`, `if they prove that they can pay in May`: nothing that happens."""
    clause = clauses[position]
    if clause.marker == "that" and position and _depends_on(clauses, position):
        clause = clauses[position - 1]
    inverted = clause.group is not None and clause.group.start == clause.start == 0
    if inverted and words[0].lower in {"had", "were", "should"} and words[-1].text != "?":
        return True
    return clause.marker in {"if", "unless"} or words[clause.start].lower in {"if", "unless"}


def _depends_on(clauses: Sequence[Clause], position: int) -> bool:
    """True for a clause that only `that` parts from the one before."""
    return clauses[position - 1].group is not None and (
        clauses[position].start - clauses[position - 1].end <= 1
    )


def _is_subject(words: list[Word], clause: Clause, phrase: range) -> bool:
    """`Today is a great day`: the sentence is about the date."""
    group = clause.group
    subject = [words[i].tag for i in clause.subject]
    if Tag.DATE in subject and not any(words[i].is_nominal for i in clause.subject):
        return True
    alone = len(phrase) == 1 and phrase.start == clause.start and not words[phrase.start].possessive
    return alone and group is not None and group.start == phrase.stop


def _is_cleft(words: list[Word], clauses: Sequence[Clause], position: int) -> bool:
    """`It was in 1989 that the wall fell`."""
    clause = clauses[position]
    group = clause.group
    if group is None or words[group.main].tag is not Tag.BE or position + 1 >= len(clauses):
        return False
    it = [words[i].lower for i in clause.subject] == ["it"]
    bare = not any(words[i].is_nominal for i in range(group.end, clause.end))
    following = clauses[position + 1]
    return it and bare and following.marker == "that" and following.group is not None


def _by_phrase(
    words: list[Word], clauses: Sequence[Clause], position: int, phrase: range
) -> Scope | None:
    """A date in a phrase without a verb: its clause is the next one, or the one before."""
    clause = clauses[position]
    finite = [
        n
        for n, c in enumerate(clauses)
        if c.group is not None and not _only_attributes(words, clauses, n)
    ]
    nouns = [i for i in clause.indices if i not in phrase and words[i].is_nominal]
    if _is_apposition(words, clauses, position, phrase, nouns):
        end = clause.start - 1
        start = noun_phrase_start(words, end)
        start += words[start].lower == "that" and start + 1 < end  # `said that Hill, an envoy`
        if start < end:
            rest = tuple(i for i in range(clause.start - 1, clause.end) if i not in phrase)
            return Scope(Relation.NOUN, tuple(range(start, end)), rest, None)
    before = [n for n in finite if n < position]
    after = [n for n in finite if n > position]
    main = [n for n in after if clauses[n].marker not in lex.RELATIVES]
    after = main or after  # `On Monday, the judge, who was ill, dismissed the case`
    own = next((n for n in after if _begins_in(clauses[n], clause)), None)
    if own is not None:
        return clause_scope(words, clauses, own, phrase)
    leads = not before or clause.marker in {";", ":", "that", "whether"}
    chosen = (after or before) if leads else before
    if chosen:
        target = chosen[0] if chosen is after else chosen[-1]
        return clause_scope(words, clauses, target, phrase)
    words_left = tuple(i for c in clauses for i in c.indices if i not in phrase)
    if not any(words[i].is_nominal for i in words_left):
        return None
    return Scope(Relation.NOUN, (), words_left, None)


def _begins_in(later: Clause, clause: Clause) -> bool:
    """`Hill on Monday, asked whether it fell, replied`: the verb whose subject stands here."""
    return bool(later.subject) and clause.start <= later.subject.start < clause.end


def _only_attributes(words: list[Word], clauses: Sequence[Clause], position: int) -> bool:
    """True for `..., officers said`: a reporting verb behind a comma with nothing to report."""
    clause = clauses[position]
    if position == 0 or clause.group is None or clause.marker not in {",", "”", '"'}:
        return False
    rest = [i for i in range(clause.group.end, clause.end) if words[i].tag is not Tag.PUNCTUATION]
    if complement_of(words, clauses, position) is not None:
        return False
    return not rest and forms.lemma(words[clause.group.main].lower) in lex.REPORTING


def _is_apposition(
    words: list[Word], clauses: Sequence[Clause], position: int, phrase: range, nouns: list[int]
) -> bool:
    """`Chavez, president since 1999,` but not `in Vienna, Austria, on Monday`."""
    clause = clauses[position]
    if position == 0 or clause.marker not in {",", "(", "—", "–"}:
        return False
    if clause.marker == "(" and not nouns:
        return words[clause.start - 2].is_nominal
    if len(phrase) > 1 and words[phrase.start].lower in {"on", "at", "by"}:
        return False
    first = words[clause.start]
    opens = first.tag in {Tag.NOUN, Tag.DETERMINER}
    return opens and bool(nouns) and nouns[0] < phrase.start
