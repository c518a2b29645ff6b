"""The subject of each clause: its own, an antecedent, or that of the clause before."""

from __future__ import annotations

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.clause import (
    HARD,
    Clause,
    before_adverbs,
    is_bare_noun_phrase,
    reports,
)
from timeline_app.extract.grammar.nounphrases import noun_phrase_start
from timeline_app.extract.grammar.rolewords import is_role
from timeline_app.extract.grammar.words import Tag, Word

_ASIDE_MARKS = {",", "-", "--", "—", "–", "_", ")"}
# Behind these the subject that waits for its verb goes on waiting: `Hill, told that it fell, left`.
_WITHIN = lex.RELATIVES | lex.SUBORDINATORS | {"that", "what"}
_IN_PHRASE = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.VERB, Tag.PREPOSITION, Tag.DATE, Tag.ING}


def give_subjects(words: list[Word], found: list[Clause]) -> None:
    """Subjects: own words before the verb, the noun before a relative, else the clause before."""
    waiting: range | None = None
    last = range(0)
    for position, clause in enumerate(found):
        if clause.group is None:
            waiting = _waiting(words, clause, waiting)
            continue
        whose = any(words[i].lower == "whose" for i in range(clause.start, clause.group.start))
        if whose or _is_aside(words, clause, found[position + 1 :]):
            clause.subject = _own_subject(words, clause)
            continue
        own = _own_subject(words, clause)
        marker = clause.marker.split(" ")[-1]
        relative = marker in {"which", "who", "that"} and not own
        if own:
            clause.subject = _with_list(words, found, position, own)
        elif relative or marker == "contact":
            clause.subject = _antecedent(words, clause, waiting, who=marker == "who")
            continue
        elif _continues_relative(found, position):
            clause.subject = found[position - 1].subject
            continue
        elif waiting is not None and marker not in lex.COORDINATORS:
            clause.subject = _told_of(words, found, position) or waiting
        else:
            clause.subject = _told_of(words, found, position) or last
        if marker not in lex.RELATIVES:
            last = clause.subject
        if marker not in _WITHIN:
            waiting = None


def _waiting(words: list[Word], clause: Clause, waiting: range | None) -> range | None:
    """`The lender` of `The lender, led by Hill, has paid`; behind `In recent months` as well.

    `waiting` is what has waited before, to which the clause may add names.
    """
    if waiting is not None:
        goes_on = _goes_on_listing(words, clause, waiting)
        return range(waiting.start, clause.end) if goes_on else waiting
    if is_bare_noun_phrase(words, clause):
        if _measures_time(words, clause):
            return None
        opens = words[clause.start].tag is Tag.PUNCTUATION and clause.end - clause.start > 1
        return range(clause.start + opens, clause.end)
    start = _behind_leading_phrase(words, clause.start, clause.end)
    opens = start > clause.start and words[start].tag in {Tag.DETERMINER, Tag.POSSESSIVE}
    return range(start, clause.end) if opens else None


def _antecedent(words: list[Word], clause: Clause, waiting: range | None, *, who: bool) -> range:
    """The noun before a relative clause, or the whole list of names that waits for its verb."""
    end = _before_marks(words, clause.start - 1)
    start = noun_phrase_start(words, end)
    start = _people_from(words, start) if who else _thing_at(words, start, end)
    start, end = _named_before(words, start, end)
    if waiting is not None and waiting.start < start and waiting.stop == end:
        start = waiting.start if _is_list_of_names(words, waiting) else start
    return range(_who(words, start, end) if who else start, end)


def _measures_time(words: list[Word], clause: Clause) -> bool:
    """`a week after the vote,`: no subject."""
    for index in range(clause.start, min(clause.start + 4, clause.end - 1)):
        measure = words[index].lower in lex.PERIODS | {"day", "days", "hours", "minutes", "years"}
        if measure and words[index + 1].lower in {"after", "before", "since"}:
            return True
    return False


def _goes_on_listing(words: list[Word], clause: Clause, waiting: range) -> bool:
    """`Poland, | Latvia and the Czech Republic, who ..., will join`: names to the `and`."""
    touches = clause.marker == "," and clause.start == waiting.stop + 1
    return touches and _is_list_of_names(words, range(waiting.start, clause.end))


def _is_list_of_names(words: list[Word], indices: range) -> bool:
    shown = [words[i] for i in indices if words[i].lower not in {"and", "the", ","}]
    return all(word.text[:1].isupper() for word in shown) and len(shown) < len(indices)


def _told_of(words: list[Word], found: list[Clause], position: int) -> range | None:
    """`He said the purchase, made in haste, | was a mistake`: what stands behind the saying."""
    clause = found[position]
    assert clause.group is not None
    if clause.marker not in _ASIDE_MARKS or clause.group.start != clause.start or position < 2:
        return None
    before = (c for c in reversed(found[:position]) if c.marker not in lex.RELATIVES)
    saying = next((c for c in before if c.group is not None), None)
    if saying is None or saying.group is None or saying is found[position - 1]:
        return None
    start = saying.group.end
    start += words[start].lower == "that"
    lemma = forms.lemma(words[saying.group.main].lower)
    plain = all(
        words[i].is_nominal or words[i].possessive or words[i].tag in _IN_PHRASE
        for i in range(start, saying.end)
    )
    told = lemma in lex.ZERO_THAT and saying.end > start and words[saying.end].text in _ASIDE_MARKS
    return range(start, saying.end) if told and plain and not saying.group.passive else None


def _who(words: list[Word], start: int, end: int) -> int:
    """Where the person begins in `the conviction of Walter Poole, who`."""
    head = start
    while head < end and words[head].lower != "of":
        head += 1
    named = all(words[i].tag is Tag.NAME for i in range(head + 1, end)) and head + 1 < end
    person = is_role(words[head - 1].lower) or words[head - 1].lower.endswith("s")
    return head + 1 if named and not person else start


def _thing_at(words: list[Word], start: int, end: int) -> int:
    """Where `the old library on King Street, which` begins; `start` is the street's."""
    named = start < end and all(words[i].tag is Tag.NAME for i in range(start, end))
    if not named or start < 3 or words[start - 1].lower not in {"on", "in", "at", "near"}:
        return start
    first = noun_phrase_start(words, start - 1)
    headed = words[start - 2].tag is Tag.NOUN and words[first].tag is Tag.DETERMINER
    return first if headed else start


def _named_before(words: list[Word], start: int, end: int) -> tuple[int, int]:
    """Whom `Jarek Tomski, a former premier who` is about; `start` and `end` are the latter's."""
    if start < 2 or words[start].lower not in {"a", "an", "the"} or words[start - 1].text != ",":
        return start, end
    first = noun_phrase_start(words, start - 1)
    named = first < start - 1 and words[start - 2].tag is Tag.NAME
    alone = first == 0 or words[first - 1].text not in {",", "and"}
    return (first, start - 1) if named and alone else (start, end)


def _people_from(words: list[Word], start: int) -> int:
    """Where `fighters from Misrata, who` begins; `start` is the place's."""
    if start < 2 or words[start - 1].lower not in {"from", "in", "at", "near"}:
        return start
    head = words[start - 2].lower
    people = is_role(head) or (head.endswith("s") and is_role(head[:-1]))
    return noun_phrase_start(words, start - 1) if people else start


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
        elif word.text not in HARD and word.text != "and":
            break
        end -= 1
    return end


def _is_aside(words: list[Word], clause: Clause, later: list[Clause]) -> bool:
    """`This, he said, would happen`: who said it is no part of the sentence's frame."""
    assert clause.group is not None
    bare = clause.group.end >= clause.end and clause.marker in HARD
    bare = bare and clause.group.start > clause.start  # not `wrote, directed and starred`
    return bare and reports(words, clause.group) and bool(later) and later[0].marker in HARD


def _own_subject(words: list[Word], clause: Clause) -> range:
    """Words before the verb without leading conjunctions, dates and adverbs."""
    assert clause.group is not None
    start, end = clause.start, before_adverbs(words, clause.group.start)
    while start < end:
        word = words[start]
        dated = word.tag is Tag.PREPOSITION and start + 1 < end and words[start + 1].tag is Tag.DATE
        if word.tag in {Tag.COORDINATOR, Tag.ADVERB, Tag.DATE, Tag.PUNCTUATION} or dated:
            start += 1
        else:
            break
    if start and start == clause.start and words[start - 1].tag is Tag.PREPOSITION:
        behind = _behind_leading_phrase(words, start - 1, end)  # `After the coup of 1973 he`
        start = behind if behind > start else start
    start = _behind_leading_phrase(words, start, end)
    if words[start].tag is Tag.ING and forms.lemma(words[start].lower) in lex.REPORTING:
        start += 1  # `as saying the talks would`
    while end > start and (
        words[end - 1].tag is Tag.DATE or words[end - 1].lower in lex.DATE_PREPOSITIONS
    ):
        end -= 1
    dated = start == end and _is_date_subject(words, clause)
    return range(clause.start, clause.group.start) if dated else range(start, end)


def _is_date_subject(words: list[Word], clause: Clause) -> bool:
    """`(said) April 11 was too early`: the date itself is the subject."""
    assert clause.group is not None
    own = range(clause.start, clause.group.start)
    only = bool(own) and all(words[i].tag is Tag.DATE for i in own)
    return only and clause.marker in {"that", "contact"}


def _behind_leading_phrase(words: list[Word], start: int, end: int) -> int:
    """`Since its launch the store`, `During the case Apple`: where the second phrase begins."""
    if start >= end or words[start].tag is not Tag.PREPOSITION:
        return start
    for index in range(start + 2, end):
        before, word = words[index - 1], words[index]
        opens = word.tag in {Tag.DETERMINER, Tag.PRONOUN, Tag.POSSESSIVE}
        named = word.tag is Tag.NAME and before.tag in {Tag.NOUN, Tag.DATE}
        if (before.is_nominal or before.tag is Tag.DATE) and (opens or named):
            return index
    return start


def _with_list(words: list[Word], found: list[Clause], position: int, own: range) -> range:
    """`Egypt, Jordan and Israel signed`: names before the comma belong to the subject."""
    joined = any(words[i].lower == "and" for i in own)
    start = own.start
    before = found[position - 1] if position else None
    if before is not None and found[position].marker == "and" and own.start > before.end:
        listed = before.group is None and before.marker == ","
        if listed and is_bare_noun_phrase(words, before):
            position, start, joined = position - 1, before.start, True
    while joined and position and found[position].marker == ",":
        position -= 1
        before = found[position]
        if before.group or not is_bare_noun_phrase(words, before):
            break
        start = before.start
    return range(start, own.stop)
