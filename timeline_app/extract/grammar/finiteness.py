"""Past tense or participle, present tense or noun: what the clause decides."""

from __future__ import annotations

from itertools import pairwise

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.chunks import (
    Group,
    GroupKind,
    is_before_quotation,
    is_before_that,
)
from timeline_app.extract.grammar.clause import (
    HARD,
    Clause,
    before_adverbs,
    is_bare_noun_phrase,
    reports,
)
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.nounphrases import noun_phrase_start
from timeline_app.extract.grammar.words import Tag, Word

_SIDE = lex.RELATIVES | lex.SUBORDINATORS | {"that", "contact"}
_UNDECIDED = (GroupKind.EITHER, GroupKind.PRESENT)
_MAYBE_FINITE = (GroupKind.FINITE, *_UNDECIDED)
_JOINING = lex.COORDINATORS | lex.RELATIVES | {"that"}


def decide_verb_lists(found: list[Clause]) -> None:
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
        listed = listed and not _goes_on(found[position + 2 : position + 3])
        if listed and before and first.kind is GroupKind.PARTICIPLE:
            first.kind = GroupKind.FINITE


def decide_led_by(words: list[Word], found: list[Clause]) -> None:
    """`A group led by Acme and its chairman, Ada Hill, | said`: `led by` is no main verb."""
    for position, clause in enumerate(found[:-1]):
        first = next((g for g in clause.groups if g.kind is GroupKind.FINITE), None)
        if first is None or first.end - first.start > 1 or first.start == clause.start:
            continue
        if first.end >= len(words) or words[first.end].lower != "by":
            continue
        later = next((c for c in found[position + 1 :] if c.groups), None)
        if later is not None and later.marker == "," and _goes_on([later]):
            first.kind = GroupKind.PARTICIPLE


def _goes_on(following: list[Clause]) -> bool:
    """`said Acme, founded in Rome and based in Paris, would`: a verb behind the comma."""
    groups = following[0].groups if following and following[0].marker in HARD else []
    bare = bool(groups) and groups[0].start == following[0].start
    return bare and groups[0].kind is GroupKind.FINITE


def decide_joined_participles(words: list[Word], found: list[Clause]) -> None:
    """`The factory, opened in 1954 and closed in 1992, is ...`: neither is the main verb."""
    for before, clause in pairwise(found):
        first = clause.groups[0] if clause.groups else None
        if _joins_infinitive(before, clause):
            clause.groups[0].kind = GroupKind.PARTICIPLE
        if clause.marker != "and" or before.marker != "," or first is None:
            continue
        opened = before.groups and before.groups[0].start == before.start
        participle = opened and before.groups[0].kind is GroupKind.PARTICIPLE
        single = first.start == _first_word(words, clause) and first.end - first.start == 1
        if participle and single and first.kind is GroupKind.FINITE:
            first.kind = GroupKind.PARTICIPLE


def _joins_infinitive(before: Clause, clause: Clause) -> bool:
    """`calls for men to be killed or beaten`: the second verb goes with `to be`."""
    if clause.marker not in {"and", "or"} or not before.groups or not clause.groups:
        return False
    last, first = before.groups[-1], clause.groups[0]
    joined = last.kind is GroupKind.INFINITIVE and last.passive and last.end >= before.end
    single = first.start == clause.start and first.end - first.start == 1
    return joined and single and first.kind is GroupKind.FINITE


def decide_main_verb(words: list[Word], found: list[Clause]) -> None:
    """`The bridge, built in 1931, collapsed`: the last verb behind a comma is the main one."""
    main = [c for c in found if c.marker.split(" ")[-1] not in _SIDE]
    if not is_bare_noun_phrase(words, found[0]) or found[0].groups:
        return
    main = _before_quotation(words, main)
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


def _before_quotation(words: list[Word], clauses: list[Clause]) -> list[Clause]:
    """`The senator, who ..., said in a statement “We are shocked”`: the clauses before the mark."""
    for position, clause in enumerate(clauses):
        if clause.marker in {"“", '"'} and clause.start > 1 and position:
            return clauses[:position]
    return clauses


def _first_word(words: list[Word], clause: Clause) -> int:
    index = clause.start
    while index < clause.end - 1 and words[index].tag is Tag.ADVERB:
        index += 1
    return index


def decide(words: list[Word], clause: Clause) -> None:
    """One finite verb a clause: the first that has a subject, unless a surer one follows."""
    if not clause.groups:
        return
    sure = [group for group in clause.groups if group.kind is GroupKind.FINITE]
    for position, group in enumerate(clause.groups):
        if group.kind not in _UNDECIDED:
            continue
        if _ends_period(words, group):
            group.kind = GroupKind.PARTICIPLE
            continue
        earlier = [g for g in clause.groups[:position] if g.kind is GroupKind.FINITE]
        later = [g for g in sure if g.start > group.start]
        if group.kind is GroupKind.PRESENT:
            later = [g for g in later if not _is_said(words, group, g)]
            says = words[group.main].lower in forms.SURE
            alone = not earlier and (says or not later) and _has_subject(words, clause, group)
            alone |= bool(earlier) and _is_content(words, earlier[0], group)
            alone |= _is_behind_quotation(words, group) or is_before_quotation(words, group.main)
            alone |= is_before_that(words, group.main)
            group.kind = GroupKind.FINITE if alone else GroupKind.PARTICIPLE
        elif earlier and _ends_relative(words, clause, group):
            group.kind = GroupKind.FINITE
        elif earlier:
            complement = _is_content(words, earlier[0], group)
            group.kind = GroupKind.FINITE if complement else GroupKind.PARTICIPLE
        elif _is_reduced(words, clause, position) or (
            later and not reports(words, group) and not _contact(words, later[0])
        ):
            group.kind = GroupKind.PARTICIPLE
        else:
            fits = _has_subject(words, clause, group) or _is_behind_quotation(words, group)
            group.kind = GroupKind.FINITE if fits else GroupKind.PARTICIPLE
    clause.groups = [g for g in clause.groups if not _is_stray_present(words, g)]


def _is_content(words: list[Word], first: Group, group: Group) -> bool:
    """`said the company expects`: the second verb tells what the first one reports."""
    lemma = forms.lemma(words[first.main].lower)
    behind = words[group.end] if group.end < len(words) else None
    named = behind is not None and (behind.tag is Tag.NAME or behind.text in {"“", '"'})
    if named and words[group.main].lower in {"called", "named"}:
        return False  # `announced a plan called “Nova”`
    return lemma in lex.ZERO_THAT and _has_own_subject(words, first, group)


def _is_behind_quotation(words: list[Word], group: Group) -> bool:
    """`“We will go,” said Hill`: the speaker stands behind the verb."""
    closed = group.start > 0 and words[group.start - 1].text in {"”", '"', "»"}
    return closed and reports(words, group)


def _is_said(words: list[Word], saying: Group, group: Group) -> bool:
    """True for `have` in `Boeing says they have`: a pronoun between opens what is said."""
    said = words[saying.main].lower in forms.SURE
    return said and words[group.start - 1].tag is Tag.PRONOUN and group.start - 1 == saying.end


# `a new screen, dubbed a “retina display”`
_NAMED = {"dubbed", "nicknamed", "entitled", "titled"}
# Verbs whose participle goes with a bare noun: `, elected president,`.
_NAMED_SO = word_set(
    """
    name elect appoint call dub consider make term title rate nickname label vote crown declare pay
    give offer award teach send tell ask show sell grant deny
    """
)
_PARTICLES = {"off", "up", "out", "down", "away", "over"}


def _ends_relative(words: list[Word], clause: Clause, group: Group) -> bool:
    """`who ended the ban in 1961 died`: behind a date the main verb goes on."""
    relative = clause.marker in {"who", "which", "that"}
    return relative and words[group.start - 1].tag is Tag.DATE and group.end - group.start == 1


def _ends_period(words: list[Word], group: Group) -> bool:
    """`the quarter ended Sept. 30`: no verb of the sentence."""
    if words[group.main].lower != "ended" or not group.start or group.end >= len(words):
        return False
    before = words[group.start - 1]
    measured = before.lower in lex.PERIODS or before.tag is Tag.DATE
    return measured and words[group.end].tag is Tag.DATE


def _is_reduced(words: list[Word], clause: Clause, position: int) -> bool:
    """`A tanker chartered by X left`: no object, and another verb follows."""
    group = clause.groups[position]
    if group.end >= clause.end or _has_sure_subject(words, clause, position):
        return False
    lemma = forms.lemma(words[group.main].lower)
    names = lemma in {"call", "name", "dub"}
    named = names and words[group.end].tag is Tag.NAME
    linked = words[group.end].tag is Tag.PREPOSITION and words[group.end].lower not in _PARTICLES
    told = words[group.end].tag is Tag.TO and lemma in lex.MADE_TO | {"find"}
    if linked and _has_object_behind_date(words, group):
        return False
    if not linked and not named and not told:
        return False
    return any(
        later.kind in _MAYBE_FINITE
        and (words[later.start - 1].is_nominal or words[later.start - 1].tag is Tag.DATE)
        for later in clause.groups[position + 1 :]
    )


_DONE_TO = {"with", "by", "of"}


def _has_sure_subject(words: list[Word], clause: Clause, position: int) -> bool:
    """`it planned`, `Hill Friday called`; `called for men charged with`: the later is reduced."""
    group = clause.groups[position]
    if group.start and words[group.start - 1].tag in {Tag.PRONOUN, Tag.DATE}:
        return True
    later = clause.groups[position + 1 :]
    if words[group.end].lower == "by" or len(later) != 1 or later[0].end >= len(words):
        return False
    verb = words[later[0].main].lower
    either = later[0].kind is GroupKind.EITHER and forms.lemma(verb) not in forms.INTRANSITIVE
    return either and words[later[0].end].lower in _DONE_TO


def _has_object_behind_date(words: list[Word], group: Group) -> bool:
    """`announced on Monday a plan called Nova`."""
    behind = [word.tag for word in words[group.end + 1 : group.end + 3]]
    return behind[:1] == [Tag.DATE] and behind[1:] in ([Tag.DETERMINER], [Tag.POSSESSIVE])


def _is_stray_present(words: list[Word], group: Group) -> bool:
    single = group.end == group.start + 1 and words[group.main].tag is Tag.NOUN
    return single and group.kind is GroupKind.PARTICIPLE


def _contact(words: list[Word], group: Group) -> bool:
    return words[group.start - 1].tag is Tag.PRONOUN


def _has_own_subject(words: list[Word], first: Group, group: Group) -> bool:
    between = words[first.end : before_adverbs(words, group.start)]
    if not between:
        return False
    last = between[-1]
    verbs = any(w.tag in {Tag.VERB, Tag.TO, Tag.ING} for w in between)
    start = noun_phrase_start(words, before_adverbs(words, group.start), floor=first.end)
    if first.end < start <= first.end + 1 and words[start - 1].tag is Tag.PREPOSITION:
        return group.end - group.start > 1  # `said in a letter published in May`
    return (last.is_nominal or last.tag is Tag.PRONOUN) and not verbs


def _has_subject(words: list[Word], clause: Clause, group: Group) -> bool:
    """True when words that can be a subject stand before the verb, or its marker gives one."""
    reduced = [g.start for g in clause.groups if g.kind is GroupKind.PARTICIPLE]
    end = min([before_adverbs(words, group.start), *(s for s in reduced if s > clause.start)])
    before = words[clause.start : end]
    while before and before[-1].tag is Tag.DATE:
        before = before[:-1]
        while before and before[-1].lower in lex.DATE_PREPOSITIONS:
            before = before[:-1]
    if not before:
        joined = clause.marker.split(" ")[-1] in _JOINING
        return joined or _past_after_comma(words, clause, group)
    last = before[-1]
    if any(word.tag is Tag.TO for word in before) or before[0].lower == "according":
        return False
    if last.tag in {Tag.PRONOUN, Tag.DETERMINER} or last.is_nominal:
        return bool(_behind_phrase(before))
    return False


def _behind_phrase(before: list[Word]) -> list[Word]:
    """Words behind a leading prepositional phrase: `In Libya protesters`, not `Under a deal`.

    A name behind a noun begins the subject: `During the case Apple Corps`.
    """
    if before[0].tag is not Tag.PREPOSITION:
        return before
    index = 1
    named = index < len(before) and before[index].tag is Tag.NAME
    inside = (
        {Tag.NAME} if named else {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER}
    )
    while index < len(before) and (before[index].tag in inside or before[index].lower == "of"):
        if before[index].tag is Tag.NAME and before[index - 1].tag is Tag.NOUN:
            break
        index += 1
    return before[index:]


def _has_bare_object(words: list[Word], group: Group) -> bool:
    """`, committed suicide in Rome`, not `, elected president,` or `, tried first in`."""
    following = words[group.end]
    if following.tag is not Tag.NOUN or group.end - group.start > 1 or "-" in following.text:
        return False
    lemma = forms.lemma(words[group.main].lower)
    loose = {"first", "last", "next"}
    return lemma not in _NAMED_SO | lex.MADE_TO and following.lower not in loose


def _past_after_comma(words: list[Word], clause: Clause, group: Group) -> bool:
    """`Dunford, chairman of ..., indicated the`: an object follows, so it is no participle."""
    if clause.marker not in HARD or words[group.main].lower in _NAMED:
        return False
    if forms.lemma(words[group.main].lower) in forms.NEVER_DONE_TO:
        return True
    if words[group.main].lower == "said":
        return words[min(group.end, len(words) - 1)].tag is not Tag.TO
    if group.end >= clause.end:
        that = group.end < len(words) and words[group.end].lower == "that"
        return that and reports(words, group)
    following = words[group.end]
    takes = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.NUMBER, Tag.PRONOUN, Tag.OBJECT_PRONOUN}
    if following.tag in takes or following.lower == "that" or _has_bare_object(words, group):
        return True
    lemma = forms.lemma(words[group.main].lower)
    if following.tag is Tag.TO:
        return lemma not in lex.MADE_TO
    if following.tag is Tag.DATE and group.end + 2 >= clause.end:
        return clause.end < len(words) and words[clause.end].lower == "that"
    quoted = any(words[i].text in {"“", '"'} for i in range(group.end, clause.end))
    return lemma in lex.SPEECH and (quoted or following.tag is not Tag.PREPOSITION)
