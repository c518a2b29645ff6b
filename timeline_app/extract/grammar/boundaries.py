"""Where one clause of a sentence ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar.chunks import Group, GroupKind
from timeline_app.extract.grammar.clause import (
    HARD,
    Clause,
)
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.words import Tag, Word

_SHORT_QUOTATION = 6
_LONGEST_LEAD = 7
_MOST_LEADS = 5  # `said that, according to X, on Monday, at noon, he`
_SURE_SUBORDINATORS = {"because", "although", "though", "whereas"}
_ADJECTIVAL = {Tag.NOUN, Tag.VERB, Tag.ING}
_ADJECTIVES = (
    "ed",
    "ing",
    "ous",
    "ful",
    "less",
    "ive",
    "al",
    "ic",
    "ble",
    "ary",
    "ern",
    "ish",
    "y",
)
_PLAIN_ADJECTIVES = word_set(
    "quiet big small new old long short young large great good bad strong weak clear dark cold "
    "hot hard soft rich poor slow fast deep high low wide narrow fierce brief vast huge bright calm"
)
_OPENS_SUBJECT = {Tag.DETERMINER, Tag.NAME, Tag.POSSESSIVE, Tag.PRONOUN}
# What may part clauses: marks and conjunctions, and these words.
_MARKS = {Tag.PUNCTUATION, Tag.COORDINATOR}
_PARTING = lex.RELATIVES | lex.SUBORDINATORS | {"that", "what"}
_MAYBE_FINITE = (GroupKind.FINITE, GroupKind.EITHER, GroupKind.PRESENT)
_BRACKETED = {Tag.NUMBER, Tag.NAME, Tag.NOUN, Tag.DETERMINER, Tag.PREPOSITION}


def cut(words: list[Word], groups: list[Group]) -> Iterator[Clause]:
    """Clauses between marks, conjunctions and relative pronouns."""
    start, marker = 0, ""
    soft = _short_quotations(words) | _short_brackets(words) | set(_soft_commas(words))
    for index, word in enumerate(words):
        if word.tag not in _MARKS and word.lower not in _PARTING:
            continue
        boundary = None if index in soft else _boundary(words, groups, index, start)
        if boundary is None:
            continue
        if index > start:
            yield _clause(start, index, marker, groups)
        elif marker == "that" and boundary == ",":
            boundary = marker  # `said that, according to the police, he`
        elif marker and boundary not in HARD and marker not in HARD:
            boundary = f"{marker} {boundary}"
        start = index + 1
        marker = boundary
    if start < len(words):
        yield _clause(start, len(words), marker, groups)


def _short_quotations(words: list[Word]) -> set[int]:
    """Marks around a few quoted words: they part no clauses."""
    marks = [i for i, word in enumerate(words) if word.text in {"“", "”", '"'}]
    soft: set[int] = set()
    for first, last in pairwise(marks):
        opens = words[first].text != "”" and words[last].text != "“" and first not in soft
        if opens and last - first - 1 <= _SHORT_QUOTATION:
            soft |= {first, last}
    return soft


def _short_brackets(words: list[Word]) -> set[int]:
    """Brackets around a measure or a name, `5 kilos (12 pounds) of tea`: they part no clauses."""
    soft: set[int] = set()
    opening: int | None = None
    for index, word in enumerate(words):
        if word.text == "(":
            opening = index
        elif word.text == ")" and opening is not None:
            inside = words[opening + 1 : index]
            plain = all(word.tag in _BRACKETED for word in inside)
            if plain and 0 < len(inside) <= _SHORT_QUOTATION:
                soft |= {opening, index}
            opening = None
    return soft


def _soft_commas(words: list[Word]) -> Iterator[int]:
    """Commas within a noun phrase: `the Buffalo, N.Y., area`, `a well-planned, big attack`."""
    for index in range(1, len(words) - 2):
        if words[index].text != ",":
            continue
        if _ends_address(words, index):
            yield from (index, index + 2)
        elif _parts_adjectives(words, index):
            yield index


def _ends_address(words: list[Word], index: int) -> bool:
    if index + 3 >= len(words) or words[index + 2].text != ",":
        return False
    named = words[index - 1].tag is words[index + 1].tag is Tag.NAME
    start = index - 1
    while start and words[start - 1].tag is Tag.NAME:
        start -= 1
    opened = start > 0 and words[start - 1].lower in {"a", "an", "the"}
    return named and opened and words[index + 3].tag is Tag.NOUN


def _parts_adjectives(words: list[Word], index: int) -> bool:
    """True between two adjectives behind an article, told by their endings."""
    before, following = words[index - 1], index + 1
    opened = index - 2
    while opened > 0 and words[opened].tag is Tag.ADVERB:
        opened -= 1
    while following < len(words) - 1 and words[following].tag is Tag.ADVERB:
        following += 1
    adjective = before.lower.endswith(_ADJECTIVES) or before.lower in _PLAIN_ADJECTIVES
    adjective = adjective and before.tag in _ADJECTIVAL
    plain = words[following].tag in _ADJECTIVAL and following + 1 < len(words)
    if not (adjective and plain and opened >= 0 and words[following + 1].is_nominal):
        return False
    return words[opened].lower in {"a", "an", "the"} and words[following].text[:1].islower()


def _clause(start: int, end: int, marker: str, groups: list[Group]) -> Clause:
    inside = [group for group in groups if start <= group.start < end]
    return Clause(start, end, marker, inside)


def _boundary(words: list[Word], groups: list[Group], index: int, start: int) -> str | None:
    """The marker that stands at `index`, None for a word inside a clause."""
    word = words[index]
    if word.text in HARD:
        return None if word.text == "-" and _is_hyphen(words, index, start) else word.text
    lower = word.lower
    if lower in lex.RELATIVES and word.tag is Tag.PREPOSITION:
        return lower
    if lower == "that" and word.tag is Tag.DETERMINER and _opens_clause(words, groups, index):
        return "that"
    opens = lower in lex.SUBORDINATORS or lower == "what"
    if opens and _subordinates(words, groups, index):
        return lower
    if word.tag is Tag.COORDINATOR and _joins_clauses(words, groups, index, start):
        return lower
    return None


def _is_hyphen(words: list[Word], index: int, start: int) -> bool:
    """True at the start of a clause and between two names: `Wal - Mart`; in `12-year- old`."""
    if index == start or index + 1 >= len(words):
        return True
    if words[index - 1].span.end == words[index].span.start:
        return words[index].text == "-" and words[index + 1].text[:1].islower()
    return words[index - 1].tag is words[index + 1].tag is Tag.NAME


def _next_stop(words: list[Word], index: int) -> int:
    """Index of the next mark, conjunction or relative pronoun behind `index`."""
    for later in range(index + 1, len(words)):
        word = words[later]
        if word.text in HARD or word.lower in lex.RELATIVES or word.lower == "that":
            return later
    return len(words)


def _finite_between(groups: list[Group], start: int, end: int) -> Group | None:
    for group in groups:
        if start <= group.start < end and group.kind in _MAYBE_FINITE:
            return group
    return None


def _opens_clause(words: list[Word], groups: list[Group], index: int) -> bool:
    """True for `that` as a conjunction or relative pronoun, false for `that deal`."""
    stop = _behind_lead(words, index, _next_stop(words, index))
    group = _finite_between(groups, index + 1, stop)
    if group is None:
        return False
    previous = words[index - 1] if index else None
    if previous is not None and previous.tag is Tag.COORDINATOR:
        return group.start > index + 1
    return previous is not None and previous.tag is not Tag.PREPOSITION


def _behind_lead(words: list[Word], index: int, stop: int) -> int:
    """Past `by 2006,` in `that by 2006, phones would`: the next stop, or the same one."""
    for _ in range(_MOST_LEADS):
        lead = words[index + 1 : stop]
        opens = not lead or lead[0].tag in {Tag.PREPOSITION, Tag.DATE}
        if not opens or len(lead) > _LONGEST_LEAD or stop >= len(words) or words[stop].text != ",":
            break
        index, stop = stop, _next_stop(words, stop)
    return stop


def _subordinates(words: list[Word], groups: list[Group], index: int) -> bool:
    """True when a subject and a finite verb follow before the next mark."""
    word = words[index]
    if _links_phrase(words, index):
        return False
    if word.lower in {"as", "once", "while", "when", "if", "though", "although", "until"}:
        following = words[index + 1] if index + 1 < len(words) else None
        if following is not None and following.tag in {Tag.VERB, Tag.ING}:
            return word.lower != "as" or following.tag is not Tag.VERB
    group = _finite_between(groups, index + 1, _next_stop(words, index))
    if group is None or group.start == index + 1:
        return group is None and _waits_for_verb(words, index)
    subject_end = group.start - 1
    while subject_end > index and words[subject_end].tag in {Tag.ADVERB, Tag.DATE}:
        subject_end -= 1
    between = words[index + 1 : group.start]
    if any(w.tag is Tag.TO for w in between):
        return False
    if word.lower in lex.PREPOSITIONS and _holds_two_phrases(between):
        return False
    if any(w.tag is Tag.PREPOSITION and w.lower != "of" for w in between[:-1]) and (
        group.kind is not GroupKind.FINITE
    ):
        return False
    last, links = words[subject_end], word.lower in lex.PREPOSITIONS
    present = group.kind is GroupKind.PRESENT
    if last.tag is Tag.DATE or (
        links and (present or _waits_behind_participle(words, groups, index))
    ):
        return False
    return last.is_nominal or last.tag in {Tag.PRONOUN, Tag.DETERMINER}


def _waits_behind_participle(words: list[Word], groups: list[Group], index: int) -> bool:
    """`A show carried by two channels after the attacks | raised`: the show has no verb yet."""
    before = [group for group in groups if group.start < index]
    return bool(before) and all(
        group.kind is GroupKind.EITHER and words[group.end].lower == "by" for group in before
    )


def _waits_for_verb(words: list[Word], index: int) -> bool:
    """`because the men, refusing to go, made`: the verb comes behind an aside."""
    stop = _next_stop(words, index)
    opens = index + 1 < len(words) and words[index + 1].tag in _OPENS_SUBJECT
    aside = opens and stop < len(words) and words[stop].text == ","
    return aside and words[index].lower in _SURE_SUBORDINATORS


def _links_phrase(words: list[Word], index: int) -> bool:
    """`such as`, `as well as`; `since March in Spain`, but not `after Monday's storm hit`."""
    lower = words[index].lower
    if lower == "as":
        return index > 0 and words[index - 1].lower in {"such", "well"}
    following = words[index + 1] if index + 1 < len(words) else None
    dated = following is not None and following.tag is Tag.DATE and not following.possessive
    return dated and lower in lex.PREPOSITIONS


def _holds_two_phrases(between: list[Word]) -> bool:
    """`Since its launch the store has`: the first noun phrase goes with the preposition."""
    opens = {Tag.DETERMINER, Tag.PRONOUN, Tag.POSSESSIVE}
    return any(a.is_nominal and b.tag in opens for a, b in pairwise(between))


def _lists_subjects(words: list[Word], saying: Group, index: int) -> bool:
    """`said France and Spain would`: `and` joins who is told of, not two clauses."""
    between = words[saying.end : index]
    plain = {Tag.DETERMINER, Tag.NAME, Tag.NOUN, Tag.NUMBER}
    listed = bool(between) and all(word.tag in plain for word in between)
    return listed and words[saying.main].lower in {"said", "says", "say", "believes", "believe"}


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
    before = _finite_between(groups, start, index)
    if before is not None and _lists_subjects(words, before, index):
        return False
    if before is None:
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
