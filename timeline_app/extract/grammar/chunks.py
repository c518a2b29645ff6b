"""Verb groups and noun phrases of a tagged sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.words import Tag, Word


class GroupKind(Enum):
    """How sure it is that a verb group carries a clause of its own."""

    FINITE = "finite"
    EITHER = "past tense or participle"
    PRESENT = "present tense or noun"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    ING = "ing"


@dataclass(slots=True)
class Group:
    """A verb with its auxiliaries, `words[start:end]`; `main` is the index of the verb itself."""

    start: int
    end: int
    main: int
    kind: GroupKind
    passive: bool = False
    perfect: bool = False
    negated: bool = False
    modal: str = ""


NOMINAL = {Tag.NAME, Tag.NOUN, Tag.NUMBER}
_DESCRIBED = NOMINAL | {Tag.VERB, Tag.ING}
_OPENS_GROUP = {Tag.MODAL, Tag.BE, Tag.HAVE, Tag.DO, Tag.TO, Tag.ING, Tag.VERB, Tag.NOUN}
_OPENS_PHRASE = {Tag.PREPOSITION, Tag.DETERMINER, Tag.TO}
_HELPERS = frozenset({Tag.MODAL, Tag.BE, Tag.HAVE, Tag.DO})
_VERBAL = _HELPERS | {Tag.VERB}
_SURE_VERBS = (GroupKind.FINITE, GroupKind.INFINITIVE)
_BETWEEN = {Tag.ADVERB, Tag.NEGATION}
_PLURALS = {"people", "men", "women", "children", "police"}
_PASSED_OVER = {"itself", "himself", "herself", "themselves", "longer"}
_SINGULAR_ENDINGS = ("ss", "us", "is", "as", "os")
_SINGULAR_IN_S = {"news", "series", "species", "lens", "headquarters", "crossroads", "s"}
_BEFORE_ATTRIBUTE = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER}


def verb_groups(words: list[Word]) -> list[Group]:
    """All verb groups, in order; kinds that need the clause to decide are left undecided."""
    groups: list[Group] = []
    index = 0
    while index < len(words):
        group = _group_at(words, index) if words[index].tag in _OPENS_GROUP else None
        if group:
            groups.append(group)
            index = group.end
            if words[group.main].tag is Tag.NOUN and group.kind in _SURE_VERBS:
                words[group.main].tag = Tag.VERB
        else:
            index += 1
    return groups


def _group_at(words: list[Word], index: int) -> Group | None:
    tag = words[index].tag
    if tag in _HELPERS:
        return _finite(words, index)
    if tag is Tag.TO:
        return _infinitive(words, index)
    if tag is Tag.ING:
        return _ing(words, index)
    if tag is Tag.VERB and not is_attribute(words, index):
        lower = words[index].lower
        never = forms.lemma(lower) in forms.NEVER_DONE_TO
        sure = forms.is_past(lower) and (never or not forms.is_participle(lower))
        sure |= lower == "said" and not _is_before(words, index, Tag.TO)
        only_participle = not forms.is_past(lower)
        kind = GroupKind.FINITE if sure else GroupKind.EITHER
        kind = GroupKind.PARTICIPLE if only_participle else kind
        return Group(index, index + 1, index, kind)
    if tag is Tag.NOUN and _may_be_present(words, index):
        return Group(index, index + 1, index, GroupKind.PRESENT)
    return None


def _is_before(words: list[Word], index: int, tag: Tag) -> bool:
    return index + 1 < len(words) and words[index + 1].tag is tag


def is_attribute(words: list[Word], index: int) -> bool:
    """True for a participle that only describes the noun behind it: `the proposed deal`."""
    following = words[index + 1] if index + 1 < len(words) else None
    before = index - 1
    while before >= 0 and words[before].tag is Tag.ADVERB:
        before -= 1
    if before < 0:
        return following is not None and following.tag is Tag.NOUN
    previous = words[before]
    if previous.tag is Tag.NUMBER:
        described = following is not None and following.tag is Tag.NOUN
        return described and forms.is_participle(words[index].lower)
    if words[index].lower == "based" and previous.tag is Tag.NAME:
        return following is not None and following.tag in NOMINAL  # `London based Acme`
    if previous.tag in _BEFORE_ATTRIBUTE or previous.possessive:
        return following is None or following.tag not in _OPENS_PHRASE
    described = following is not None and following.tag in _DESCRIBED
    if previous.tag is Tag.PREPOSITION:
        return described and not (
            previous.lower in lex.SUBORDINATORS or previous.lower in lex.RELATIVES
        )
    if previous.tag is Tag.COORDINATOR and before and words[before - 1].tag is Tag.VERB:
        return described and before > 1 and is_attribute(words, before - 1)
    if previous.tag in {Tag.ING, Tag.COORDINATOR} or previous.lower in {"more", "most"}:
        return (
            described
            and following is not None
            and following.tag is Tag.NOUN
            and not (previous.tag is Tag.COORDINATOR and forms.is_past(words[index].lower))
        )
    return False


def _finite(words: list[Word], start: int) -> Group:
    group = Group(start, start + 1, start, GroupKind.FINITE)
    first = words[start]
    group.modal = first.lower if first.tag is Tag.MODAL else ""
    group.negated = first.lower.endswith(lex.NEGATIVE_ENDINGS) or first.lower == "cannot"
    helper = first.tag
    index = start + 1
    while index < len(words):
        word = words[index]
        if word.tag in _BETWEEN or word.lower in _PASSED_OVER:
            group.negated |= word.tag is Tag.NEGATION
            index += 1
            continue
        step = _extended(words, index, helper)
        if step is None:
            break
        group.perfect |= helper is Tag.HAVE
        group.passive = step is Tag.VERB and helper in {Tag.BE, Tag.BE_NONFINITE}
        group.main, group.end, helper = index, index + 1, step
        index += 1
        if step in {Tag.VERB, Tag.NOUN, Tag.ING}:
            break
    return group


def _extended(words: list[Word], index: int, helper: Tag) -> Tag | None:
    """What the next word is in a verb group whose last helper was `helper`; None when outside."""
    word = words[index]
    after_be = helper in {Tag.BE, Tag.BE_NONFINITE}
    if word.tag is Tag.BE_NONFINITE:
        return Tag.BE_NONFINITE
    if word.tag is Tag.HAVE and helper is Tag.MODAL:
        return Tag.HAVE
    if word.tag in {Tag.VERB, Tag.ING} and after_be:
        return Tag.VERB if word.tag is Tag.VERB else Tag.ING
    if helper is Tag.HAVE and (word.tag is Tag.VERB or forms.is_participle(word.lower)):
        return Tag.VERB
    if helper in {Tag.MODAL, Tag.DO} and word.text[0].islower():
        plain = word.tag in {Tag.NOUN, Tag.VERB, Tag.DO, Tag.ADVERB}
        return Tag.NOUN if plain and not word.lower.endswith("ing") else None
    return None


def _infinitive(words: list[Word], start: int) -> Group:
    group = Group(start, start + 1, start, GroupKind.INFINITIVE)
    index = start + 1
    while index < len(words) and words[index].tag in _BETWEEN:
        index += 1
    if index >= len(words):
        return group
    group.main, group.end = index, index + 1
    if words[index].lower in {"be", "have"}:
        following = index + 1
        while following < len(words) and words[following].tag in {Tag.ADVERB, Tag.BE_NONFINITE}:
            following += 1
        if following < len(words) and words[following].tag is Tag.VERB:
            group.main, group.end, group.passive = following, following + 1, True
    return group


def _ing(words: list[Word], index: int) -> Group | None:
    previous = words[index - 1] if index else None
    following = words[index + 1] if index + 1 < len(words) else None
    if (
        words[index].lower in {"starting", "beginning"}
        and following is not None
        and (following.tag in {Tag.DATE, Tag.PREPOSITION})
    ):
        return None
    if previous is not None and (previous.tag in _BEFORE_ATTRIBUTE or previous.possessive):
        return None
    main, end = index, index + 1
    if words[index].lower in {"being", "having"}:
        for follower in range(index + 1, min(index + 3, len(words))):
            if words[follower].tag is Tag.VERB:
                main, end = follower, follower + 1
    return Group(index, end, main, GroupKind.ING)


def is_before_quotation(words: list[Word], index: int) -> bool:
    """`The statement, which is short, reads: “We are sorry.”`"""
    if index + 2 >= len(words) or words[index + 1].text not in {":", ","}:
        return False
    quoted = words[index + 2].text in {"“", '"', "«"}
    lemma = forms.lemma(words[index].lower) if quoted else ""
    return lemma == "read" or lemma in lex.REPORTING


def is_before_that(words: list[Word], index: int) -> bool:
    """`The study, written by Hill, warns that`."""
    if index + 1 >= len(words) or words[index + 1].lower != "that" or not index:
        return False
    lower = words[index].lower
    reports = forms.is_s_form(lower) and forms.lemma(lower) in lex.REPORTING
    return reports and words[index - 1].text in {",", "--", "—", ")"}


def _may_be_present(words: list[Word], index: int) -> bool:
    """`reports`, `plan`: a verb only with a subject before it and something to govern after it."""
    lower = words[index].lower
    if not index or words[index].possessive:
        return False
    if is_before_quotation(words, index) or is_before_that(words, index):
        return True
    before = index - 1
    while before and words[before].tag is Tag.ADVERB:
        before -= 1
    previous = words[before]
    if lower in forms.SURE:
        if previous.text in {"”", '"'} and index + 1 < len(words):
            return words[index + 1].tag in {Tag.NAME, Tag.DETERMINER, Tag.PRONOUN, Tag.NOUN}
        return previous.is_nominal or previous.tag in {Tag.PRONOUN, Tag.PREPOSITION}
    if _is_done_by_this(lower, previous):
        return index + 1 < len(words) and words[index + 1].tag is not Tag.PUNCTUATION
    unlisted = _is_unlisted_verb(words, index, previous)
    if unlisted or not (_agrees(lower, previous) or previous.lower == "who"):
        return unlisted
    if index + 1 >= len(words):
        return lower in {"reports", "report"}
    return not _names_subjects(words, index) and _governs(words, index, previous)


def _is_done_by_this(lower: str, previous: Word) -> bool:
    """`This brings the total to 230`: no noun behind `this` ends in a plural's `s`."""
    if previous.lower != "this" or lower in _SINGULAR_IN_S:
        return False
    return lower.endswith("s") and not lower.endswith(_SINGULAR_ENDINGS)


def _names_subjects(words: list[Word], index: int) -> bool:
    """`stars Ada Hill and Per Holm played`: two names with a verb of their own behind."""
    end = index + 1
    while end < len(words) and words[end].tag is Tag.NAME:
        end += 1
    if end == index + 1 or end >= len(words) or words[end].lower != "and":
        return False
    last = end + 1
    while last < len(words) and words[last].tag is Tag.NAME:
        last += 1
    return end + 1 < last < len(words) and words[last].tag in _HELPERS | {Tag.VERB}


def _is_unlisted_verb(words: list[Word], index: int, previous: Word) -> bool:
    """`The 787 illustrates the change`: an article stands behind no plural noun."""
    lower = words[index].lower
    if not lower.endswith("s") or lower.endswith((*_SINGULAR_ENDINGS, "ics")) or "-" in lower:
        return False
    if lower[:-1] in lex.PERIODS or lower in lex.PERIODS | {"days", "times", "hours", "minutes"}:
        return False
    singular = previous.is_nominal and not previous.lower.endswith("s")
    article = index + 1 < len(words) and words[index + 1].lower == "the"  # not `cents a share`
    return singular and article and words[index].text[:1].islower()


def _agrees(lower: str, previous: Word) -> bool:
    """True when the word before can be the subject of a present form."""
    if not (lower.endswith("s") or forms.is_base(lower)):
        return False
    plural = previous.tag is Tag.PRONOUN and previous.lower not in {"he", "she", "it"}
    plural |= previous.lower in lex.RELATIVES
    if previous.tag is Tag.NOUN:
        plural |= previous.lower.endswith("s") and not previous.lower.endswith("ss")
        plural |= previous.lower in _PLURALS
    singular = previous.tag in {Tag.NAME, Tag.NOUN, Tag.DATE} and not previous.possessive
    singular |= previous.lower in {"he", "she", "it", "who", "which", "that"}
    he = previous.tag is Tag.PRONOUN and previous.lower in {"he", "she", "it"}
    unknown = he and lower.endswith("s") and not lower.endswith("ss")  # "it estimates"
    return unknown or (forms.is_s_form(lower) and singular) or (forms.is_base(lower) and plural)


def _governs(words: list[Word], index: int, previous: Word) -> bool:
    """True when what follows a present form can be its object or complement."""
    lower, following = words[index].lower, words[index + 1]
    takes = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.TO, Tag.PRONOUN, Tag.NAME, Tag.OBJECT_PRONOUN}
    if _is_only_verb(words, index):
        return True
    if following.tag is Tag.PREPOSITION:
        return previous.tag is Tag.PRONOUN or previous.lower in {"which", "who", "that"}
    if following.tag in {Tag.NOUN, Tag.NUMBER, Tag.VERB}:
        return lower not in forms.NOUN_LIKE or previous.tag is Tag.DATE
    ends = following.tag is Tag.PUNCTUATION and lower == "reports"
    return following.tag in takes or ends or following.lower in {"that", "it"}


def _is_only_verb(words: list[Word], index: int) -> bool:
    """`The trial begins on Monday`: a date behind it, and no other word that could be the verb."""
    dated = any(word.tag is Tag.DATE for word in words[index + 1 : index + 8])
    return dated and not any(word.tag in _VERBAL for word in (*words[:index], *words[index + 1 :]))
