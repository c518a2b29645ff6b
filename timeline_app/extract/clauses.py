"""Clauses of a tagged sentence: where each begins and ends, its subject and its verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from timeline_app.extract import lexicon as lex
from timeline_app.extract import verbforms as forms
from timeline_app.extract.chunks import Group, GroupKind, noun_phrase_start, verb_groups
from timeline_app.extract.words import Tag, Word

_HARD = {
    "_",
    ",",
    ";",
    ":",
    "(",
    ")",
    "[",
    "]",
    "—",
    "–",
    "―",
    "-",
    "“",
    "”",
    '"',
    "…",
    "...",
    "«",
    "»",
}
_SHORT_QUOTATION = 6
_DEFINITE = {GroupKind.FINITE}


@dataclass(slots=True)
class Clause:
    """`words[start:end]` behind its `marker` (",", "after", "which", "that", "and", ...).

    `group` is its finite verb, None for a phrase. `subject` may lie outside the clause.
    """

    start: int
    end: int
    marker: str
    groups: list[Group] = field(default_factory=list)
    group: Group | None = None
    subject: range = field(default_factory=lambda: range(0))

    @property
    def indices(self) -> range:
        """Indices of its words."""
        return range(self.start, self.end)


def clauses_of(words: list[Word]) -> list[Clause]:
    """The clauses in reading order; together they hold every word but the marks between them."""
    groups = verb_groups(words)
    found = list(_cut(words, groups))
    found = [part for clause in found for part in _parted(words, clause)]
    _decide_verb_lists(found)
    _decide_main_verb(words, found)
    _decide_joined_participles(found)
    for clause in found:
        clause.group = next((g for g in clause.groups if g.kind in _DEFINITE), None)
        if clause.group is not None and words[clause.group.main].tag is Tag.NOUN:
            words[clause.group.main].tag = Tag.VERB
    _give_subjects(words, found)
    return found


def _cut(words: list[Word], groups: list[Group]) -> Iterator[Clause]:
    """Clauses between marks, conjunctions and relative pronouns."""
    start, marker = 0, ""
    soft = _short_quotations(words)
    for index in range(len(words)):
        boundary = None if index in soft else _boundary(words, groups, index, start)
        if boundary is None:
            continue
        if index > start:
            yield _clause(start, index, marker, groups)
        elif marker and boundary not in _HARD and marker not in _HARD:
            boundary = f"{marker} {boundary}"
        start = index + 1
        marker = boundary
    if start < len(words):
        yield _clause(start, len(words), marker, groups)


def _decide_verb_lists(found: list[Clause]) -> None:
    """`tripled in 2004, doubled in 2005 and rose in 2006`: all of them are finite."""
    for position in range(len(found) - 2, 0, -1):
        clause, following = found[position], found[position + 1]
        first = clause.groups[0] if clause.groups else None
        if clause.marker != "," or first is None or first.start != clause.start:
            continue
        joined = following.marker.split(" ")[-1] == "and" and bool(following.groups)
        listed = joined and following.groups[0].start == following.start
        listed = listed and following.groups[0].kind is GroupKind.FINITE
        before = any(group.kind is GroupKind.FINITE for group in found[position - 1].groups)
        if listed and before and first.kind is GroupKind.PARTICIPLE:
            first.kind = GroupKind.FINITE


def _decide_joined_participles(found: list[Clause]) -> None:
    """`The factory, opened in 1954 and closed in 1992, is ...`: neither is the main verb."""
    for before, clause in pairwise(found):
        first = clause.groups[0] if clause.groups else None
        if clause.marker != "and" or before.marker != "," or first is None:
            continue
        opened = before.groups and before.groups[0].start == before.start
        participle = opened and before.groups[0].kind is GroupKind.PARTICIPLE
        single = first.start == clause.start and first.end - first.start == 1
        if participle and single and first.kind is GroupKind.FINITE:
            first.kind = GroupKind.PARTICIPLE


def _decide_main_verb(words: list[Word], found: list[Clause]) -> None:
    """`The bridge, built in 1931, collapsed`: the last verb behind a comma is the main one."""
    side = lex.RELATIVES | lex.SUBORDINATORS | {"that", "contact"}
    main = [c for c in found if c.marker.split(" ")[-1] not in side]
    if not _is_bare_noun_phrase(words, found[0]) or found[0].groups:
        return
    for clause in main:
        whose = words[clause.start].lower == "whose"
        if not whose and any(group.kind is GroupKind.FINITE for group in clause.groups):
            return
    for clause in reversed(main):
        first = clause.groups[0] if clause.groups else None
        opens = first is not None and first.start == _first_word(words, clause)
        if clause.marker in {",", ")", "—", "–"} and opens and first is not None:
            if first.kind is GroupKind.PARTICIPLE and first.end - first.start == 1:
                first.kind = GroupKind.FINITE
            return


def _first_word(words: list[Word], clause: Clause) -> int:
    index = clause.start
    while index < clause.end - 1 and words[index].tag is Tag.ADVERB:
        index += 1
    return index


def _short_quotations(words: list[Word]) -> set[int]:
    """Marks around a few quoted words: they part no clauses."""
    marks = [i for i, word in enumerate(words) if word.text in {"“", "”", '"'}]
    soft: set[int] = set()
    for first, last in pairwise(marks):
        opens = words[first].text != "”" and words[last].text != "“" and first not in soft
        if opens and last - first - 1 <= _SHORT_QUOTATION:
            soft |= {first, last}
    return soft


def _clause(start: int, end: int, marker: str, groups: list[Group]) -> Clause:
    inside = [group for group in groups if start <= group.start < end]
    return Clause(start, end, marker, inside)


def _boundary(words: list[Word], groups: list[Group], index: int, start: int) -> str | None:
    """The marker that stands at `index`, None for a word inside a clause."""
    word = words[index]
    if word.text in _HARD:
        return None if word.text == "-" and _is_hyphen(words, index, start) else word.text
    lower = word.lower
    if lower in lex.RELATIVES and word.tag is Tag.PREPOSITION:
        return lower
    if lower == "that" and word.tag is Tag.DETERMINER and _opens_clause(words, groups, index):
        return "that"
    if lower in lex.SUBORDINATORS and _subordinates(words, groups, index):
        return lower
    if word.tag is Tag.COORDINATOR and _joins_clauses(words, groups, index, start):
        return lower
    return None


def _is_hyphen(words: list[Word], index: int, start: int) -> bool:
    """True at the start of a clause and between two names: `Wal - Mart`."""
    if index == start or index + 1 >= len(words):
        return True
    return words[index - 1].tag is words[index + 1].tag is Tag.NAME


def _next_stop(words: list[Word], index: int) -> int:
    """Index of the next mark, conjunction or relative pronoun behind `index`."""
    for later in range(index + 1, len(words)):
        word = words[later]
        if word.text in _HARD or word.lower in lex.RELATIVES or word.lower == "that":
            return later
    return len(words)


def _finite_between(groups: list[Group], start: int, end: int) -> Group | None:
    kinds = {GroupKind.FINITE, GroupKind.EITHER, GroupKind.PRESENT}
    return next((g for g in groups if start <= g.start < end and g.kind in kinds), None)


def _opens_clause(words: list[Word], groups: list[Group], index: int) -> bool:
    """True for `that` as a conjunction or relative pronoun, false for `that deal`."""
    group = _finite_between(groups, index + 1, _next_stop(words, index))
    if group is None:
        return False
    previous = words[index - 1] if index else None
    if previous is not None and previous.tag is Tag.COORDINATOR:
        return group.start > index + 1
    return previous is not None and previous.tag is not Tag.PREPOSITION


def _subordinates(words: list[Word], groups: list[Group], index: int) -> bool:
    """True when a subject and a finite verb follow before the next mark."""
    word = words[index]
    if word.lower in {"as", "once", "while", "when", "if", "though", "although", "until"}:
        following = words[index + 1] if index + 1 < len(words) else None
        if following is not None and following.tag in {Tag.VERB, Tag.ING}:
            return word.lower != "as" or following.tag is not Tag.VERB
    group = _finite_between(groups, index + 1, _next_stop(words, index))
    if group is None or group.start == index + 1:
        return False
    subject_end = group.start - 1
    while subject_end > index and words[subject_end].tag in {Tag.ADVERB, Tag.DATE}:
        subject_end -= 1
    between = words[index + 1 : group.start]
    if any(w.tag is Tag.TO for w in between):
        return False
    if any(w.tag is Tag.PREPOSITION and w.lower != "of" for w in between[:-1]) and (
        group.kind is not GroupKind.FINITE
    ):
        return False
    last = words[subject_end]
    if last.tag is Tag.DATE or (word.lower in lex.PREPOSITIONS and group.kind is GroupKind.PRESENT):
        return False
    return last.is_nominal or last.tag in {Tag.PRONOUN, Tag.DETERMINER}


def _joins_clauses(words: list[Word], groups: list[Group], index: int, start: int) -> bool:
    """True when the conjunction joins verbs, not nouns."""
    if index == start:
        return words[index].lower in {"and", "but", "or", "yet"}
    stop = _next_stop(words, index)
    following = index + 1
    while following < stop and words[following].tag in {Tag.ADVERB, Tag.DATE}:
        following += 1
    group = _finite_between(groups, index + 1, stop)
    if group is None:
        return following < len(words) and words[following].lower == "that"
    if _finite_between(groups, start, index) is None:
        return group.start == following and _finite_between(groups, 0, start) is not None
    if group.start == following or (
        words[following].lower in lex.SUBORDINATORS and (group.kind is GroupKind.FINITE)
    ):
        return True
    if words[following].tag is Tag.PRONOUN:
        return True
    between = words[following : group.start]
    crosses = any(w.tag is Tag.PREPOSITION and w.lower != "of" for w in between)
    return not crosses and len(between) <= 6 and group.kind is not GroupKind.PRESENT


def _parted(words: list[Word], clause: Clause) -> list[Clause]:
    """Decides tense or participle, and parts a clause from a complement without `that`."""
    _decide(words, clause)
    finite = [group for group in clause.groups if group.kind in _DEFINITE]
    if len(finite) < 2:
        return [clause]
    first, second = finite[0], finite[1]
    cut = _complement_start(words, first, second)
    if cut is None:
        return [clause]
    marker = "that" if _reports(words, first) else "contact"
    head = Clause(clause.start, cut, clause.marker, [g for g in clause.groups if g.start < cut])
    rest = Clause(cut, clause.end, marker, [g for g in clause.groups if g.start >= cut])
    return [head, *_parted(words, rest)]


def _reports(words: list[Word], group: Group) -> bool:
    return forms.lemma(words[group.main].lower) in lex.REPORTING


def _complement_start(words: list[Word], first: Group, second: Group) -> int | None:
    """Where `the U.S. may send` begins behind `indicated`, past an object or a date."""
    start = noun_phrase_start(words, _before_adverbs(words, second.start), floor=first.end)
    if words[second.start - 1].tag is Tag.PRONOUN:
        start = second.start - 1
    if start >= second.start or start < first.end:
        return None
    if _reports(words, first) or words[start].tag is Tag.PRONOUN:
        return start
    return None


def _before_adverbs(words: list[Word], index: int) -> int:
    while index and words[index - 1].tag is Tag.ADVERB:
        index -= 1
    return index


def _decide(words: list[Word], clause: Clause) -> None:
    """One finite verb a clause: the first that has a subject, unless a surer one follows."""
    kinds = {GroupKind.EITHER, GroupKind.PRESENT}
    sure = [group for group in clause.groups if group.kind is GroupKind.FINITE]
    for position, group in enumerate(clause.groups):
        if group.kind not in kinds:
            continue
        earlier = [g for g in clause.groups[:position] if g.kind is GroupKind.FINITE]
        later = [g for g in sure if g.start > group.start]
        if group.kind is GroupKind.PRESENT:
            alone = not earlier and not later and _has_subject(words, clause, group)
            group.kind = GroupKind.FINITE if alone else GroupKind.PARTICIPLE
        elif earlier:
            complement = _reports(words, earlier[0]) and _has_own_subject(words, earlier[0], group)
            group.kind = GroupKind.FINITE if complement else GroupKind.PARTICIPLE
        elif _is_reduced(words, clause, position) or (
            later and not _reports(words, group) and not _contact(words, later[0])
        ):
            group.kind = GroupKind.PARTICIPLE
        else:
            fits = _has_subject(words, clause, group)
            group.kind = GroupKind.FINITE if fits else GroupKind.PARTICIPLE
    clause.groups = [g for g in clause.groups if not _is_stray_present(words, g)]


def _is_reduced(words: list[Word], clause: Clause, position: int) -> bool:
    """`A tanker chartered by X left`: no object, and another verb follows."""
    group = clause.groups[position]
    if group.end >= clause.end or words[group.end].tag is not Tag.PREPOSITION:
        return False
    kinds = {GroupKind.EITHER, GroupKind.FINITE, GroupKind.PRESENT}
    return any(
        later.kind in kinds
        and (words[later.start - 1].is_nominal or words[later.start - 1].tag is Tag.DATE)
        for later in clause.groups[position + 1 :]
    )


def _is_stray_present(words: list[Word], group: Group) -> bool:
    single = group.end == group.start + 1 and words[group.main].tag is Tag.NOUN
    return single and group.kind is GroupKind.PARTICIPLE


def _contact(words: list[Word], group: Group) -> bool:
    return words[group.start - 1].tag is Tag.PRONOUN


def _has_own_subject(words: list[Word], first: Group, group: Group) -> bool:
    between = words[first.end : _before_adverbs(words, group.start)]
    if not between:
        return False
    last = between[-1]
    verbs = any(w.tag in {Tag.VERB, Tag.TO, Tag.ING} for w in between)
    return (last.is_nominal or last.tag is Tag.PRONOUN) and not verbs


def _has_subject(words: list[Word], clause: Clause, group: Group) -> bool:
    """True when words that can be a subject stand before the verb, or its marker gives one."""
    reduced = [g.start for g in clause.groups if g.kind is GroupKind.PARTICIPLE]
    end = min([_before_adverbs(words, group.start), *(s for s in reduced if s > clause.start)])
    before = words[clause.start : end]
    while before and before[-1].tag is Tag.DATE:
        before = before[:-1]
        while before and before[-1].lower in lex.DATE_PREPOSITIONS:
            before = before[:-1]
    if not before:
        joined = clause.marker.split(" ")[-1] in lex.COORDINATORS | lex.RELATIVES | {"that"}
        return joined or _past_after_comma(words, clause, group)
    last = before[-1]
    if any(word.tag is Tag.TO for word in before) or before[0].lower == "according":
        return False
    if last.tag in {Tag.PRONOUN, Tag.DETERMINER} or last.is_nominal:
        return bool(_behind_phrase(before))
    return False


def _behind_phrase(before: list[Word]) -> list[Word]:
    """Words behind a leading prepositional phrase: `In Libya protesters`, not `Under a deal`."""
    if before[0].tag is not Tag.PREPOSITION:
        return before
    index = 1
    named = index < len(before) and before[index].tag is Tag.NAME
    inside = (
        {Tag.NAME} if named else {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER}
    )
    while index < len(before) and (before[index].tag in inside or before[index].lower == "of"):
        index += 1
    return before[index:]


def _past_after_comma(words: list[Word], clause: Clause, group: Group) -> bool:
    """`Dunford, chairman of ..., indicated the`: an object follows, so it is no participle."""
    if clause.marker not in _HARD or group.end >= clause.end:
        return False
    following = words[group.end]
    takes = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.NUMBER, Tag.PRONOUN, Tag.OBJECT_PRONOUN}
    if following.tag in takes or following.lower == "that":
        return True
    lemma = forms.lemma(words[group.main].lower)
    if following.tag is Tag.TO:
        return lemma not in lex.MADE_TO
    if following.tag is Tag.DATE and group.end + 2 >= clause.end:
        return clause.end < len(words) and words[clause.end].lower == "that"
    return lemma in lex.SPEECH and following.tag is not Tag.PREPOSITION


def _give_subjects(words: list[Word], found: list[Clause]) -> None:
    """Subjects: own words before the verb, the noun before a relative, else the clause before."""
    waiting: range | None = None
    last = range(0)
    for position, clause in enumerate(found):
        if clause.group is None:
            if waiting is None and _is_bare_noun_phrase(words, clause):
                waiting = clause.indices
            continue
        whose = words[clause.start].lower == "whose"
        if whose or _is_aside(words, clause, found[position + 1 :]):
            clause.subject = _own_subject(words, clause)
            continue
        own = _own_subject(words, clause)
        marker = clause.marker.split(" ")[-1]
        relative = marker in {"which", "who", "that"} and not own
        if own:
            clause.subject = _with_list(words, found, position, own)
        elif relative or marker == "contact":
            end = clause.start - 1
            end = _before_marks(words, end)
            clause.subject = range(noun_phrase_start(words, end), end)
            continue
        elif _continues_relative(found, position):
            clause.subject = found[position - 1].subject
            continue
        elif waiting is not None and marker not in lex.COORDINATORS:
            clause.subject = waiting
        else:
            clause.subject = last
        if marker not in lex.RELATIVES:
            last = clause.subject
            waiting = None


def _continues_relative(found: list[Clause], position: int) -> bool:
    """`an update that was announced and is scheduled`."""
    marker = found[position].marker
    if not position or marker not in {"and", "or", "but"}:
        return False
    before = found[position - 1]
    return (
        before.group is not None
        and before.marker in {"which", "who", "that"}
        and (before.subject.stop <= before.start)
    )


def _before_marks(words: list[Word], end: int) -> int:
    """Index behind the last word before marks, conjunctions and a bracketed remark."""
    while end:
        word = words[end - 1]
        if word.text == ")":
            while end and words[end - 1].text != "(":
                end -= 1
        elif word.text not in _HARD | {"and"}:
            break
        end -= 1
    return end


def _is_aside(words: list[Word], clause: Clause, later: list[Clause]) -> bool:
    """`This, he said, would happen`: who said it is no part of the sentence's frame."""
    assert clause.group is not None
    bare = clause.group.end >= clause.end and clause.marker in _HARD
    return bare and _reports(words, clause.group) and bool(later) and later[0].marker in _HARD


def _is_bare_noun_phrase(words: list[Word], clause: Clause) -> bool:
    first = words[clause.start]
    if first.tag in {Tag.PREPOSITION, Tag.ADVERB, Tag.DATE, Tag.ING, Tag.VERB, Tag.TO}:
        return False
    return any(words[i].is_nominal for i in clause.indices) or first.tag is Tag.PRONOUN


def _own_subject(words: list[Word], clause: Clause) -> range:
    """Words before the verb without leading conjunctions, dates and adverbs."""
    assert clause.group is not None
    start, end = clause.start, _before_adverbs(words, clause.group.start)
    while start < end:
        word = words[start]
        dated = word.tag is Tag.PREPOSITION and start + 1 < end and words[start + 1].tag is Tag.DATE
        if word.tag in {Tag.COORDINATOR, Tag.ADVERB, Tag.DATE, Tag.PUNCTUATION} or dated:
            start += 1
        else:
            break
    while end > start and (
        words[end - 1].tag is Tag.DATE or words[end - 1].lower in lex.DATE_PREPOSITIONS
    ):
        end -= 1
    return range(start, end)


def _with_list(words: list[Word], found: list[Clause], position: int, own: range) -> range:
    """`Egypt, Jordan and Israel signed`: names before the comma belong to the subject."""
    joined = any(words[i].lower == "and" for i in own)
    start = own.start
    while joined and position and found[position].marker == ",":
        position -= 1
        before = found[position]
        if before.group or not _is_bare_noun_phrase(words, before):
            break
        start = before.start
    return range(start, own.stop)
