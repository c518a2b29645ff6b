"""What a pronoun or a description stands for within its own sentence."""

from __future__ import annotations

from timeline_app.domain.records import EntityKind
from timeline_app.domain.text import Span
from timeline_app.extract.dating.scopes import Scope
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.clause import Clause
from timeline_app.extract.grammar.nounphrases import noun_phrase_start
from timeline_app.extract.grammar.parsing import Parsed
from timeline_app.extract.grammar.rolewords import is_role
from timeline_app.extract.grammar.words import Tag, Word
from timeline_app.extract.names.gazetteer import DEMONYMS, is_place
from timeline_app.extract.names.referents import ACTIVE, Referents

SAYING = {"said", "says", "added", "wrote", "told", "warned", "announced"}
_PLACING = {"in", "at", "near", "from", "to", "into", "for", "with"}


def antecedent_in_sentence(
    parsed: Parsed, scope: Scope, pronoun: Word, referents: Referents
) -> list[int] | None:
    """Words in the same sentence that a pronoun in a later clause stands for.

    `he`, `she` and `they` take the subject before where that fits, `it` the nearest thing.
    """
    clauses, words = parsed.clauses, parsed.words
    if scope.clause is None or scope.clause not in clauses:
        return None
    position = clauses.index(scope.clause)
    earlier = [c for c in clauses[:position] if c.group is not None and c.subject]
    if not earlier:
        return _name_behind(parsed, position) if scope.clause.marker in lex.SUBORDINATORS else None
    same = pronoun.lower
    while len(earlier) > 1 and words[earlier[-1].subject[0]].lower == same:
        earlier.pop()
    host = earlier[-1]
    subject = list(host.subject)
    if words[subject[0]].tag is Tag.PRONOUN or _ends_quotation(words, subject[-1], pronoun):
        return None
    if pronoun.lower in {"he", "she"}:
        span = Span(words[subject[0]].span.start, words[subject[-1]].span.end)
        head = _head(words, subject).lower
        return subject if referents.may_be_person(span, head, pronoun.lower) else None
    if pronoun.lower == "they":
        plural = _head(words, subject).lower.endswith("s") or any(
            words[i].lower == "and" for i in subject
        )
        return subject if plural else None
    return _thing_meant(parsed, scope, host, subject)


def _ends_quotation(words: list[Word], index: int, pronoun: Word) -> bool:
    """`“Mother died today,” she wrote`: a quotation that began before ends before the pronoun."""
    marks = [w.text for w in words[index:] if w.span.start < pronoun.span.start]
    opened = any(w.text == "“" for w in words[:index])
    return opened and "”" in marks and "“" not in marks


def _thing_meant(
    parsed: Parsed, scope: Scope, host: Clause, subject: list[int]
) -> list[int] | None:
    """What `it` means: who owns the subject before, what it acted upon, the nearest thing."""
    words = parsed.words
    assert scope.clause is not None
    owner = [n for n, i in enumerate(subject) if words[i].possessive]
    if owner and words[subject[owner[0]]].lower not in lex.PERSON_NOUNS:
        return subject[: owner[0] + 1] if words[subject[owner[0]]].tag is Tag.NOUN else None
    end = scope.clause.start - 1
    start = noun_phrase_start(words, end, floor=host.start)
    nearest = _whole_of_part(words, list(range(start, end)))
    if nearest and words[nearest[-1]].tag is Tag.NAME and words[start - 1].lower in _PLACING:
        nearest = []
    company = words[subject[-1]].tag is Tag.NAME
    if company and scope.group is not None:
        thing = thing_in_sentence(parsed, scope, plural=False)
        if thing and forms.lemma(words[scope.group.main].lower) not in ACTIVE:
            return thing
    if scope.clause.marker in {"which", "contact"}:
        return subject if _is_singular_thing(words, subject) else None
    first = [subject, nearest] if company and scope.clause.marker != "since" else [nearest, subject]
    return next((c for c in first if c and _is_singular_thing(words, c)), None)


def _whole_of_part(words: list[Word], phrase: list[int]) -> list[int]:
    """`Acme` of `part of Acme`."""
    of = len(phrase) > 2 and words[phrase[1]].lower == "of"
    part = of and words[phrase[0]].lower in {"part", "parts", "unit", "member"}
    return phrase[2:] if part else phrase


def _head(words: list[Word], indices: list[int]) -> Word:
    """The noun that a phrase is about: the last one before a preposition."""
    end = next((n for n, i in enumerate(indices) if words[i].tag is Tag.PREPOSITION), len(indices))
    return words[indices[max(0, end - 1)]]


def _name_behind(parsed: Parsed, position: int) -> list[int] | None:
    """`After he lost, McCain returned`: the name that the main clause gives later."""
    main = next((c for c in parsed.clauses[position + 1 :] if c.group is not None), None)
    if main is None or main.marker != "," or main.subject.start < main.start:
        return None
    named = all(parsed.words[i].tag is Tag.NAME for i in main.subject)
    return list(main.subject) if named and main.subject else None


def _is_singular_thing(words: list[Word], indices: list[int]) -> bool:
    head = _head(words, indices)
    plural = head.tag is Tag.NOUN and head.lower.endswith("s") and not head.lower.endswith("ss")
    person = is_role(head.lower) or words[indices[0]].lower in lex.HONORIFICS
    return head.is_nominal and not plural and not person


def thing_in_sentence(parsed: Parsed, scope: Scope, *, plural: bool) -> list[int] | None:
    """The object of the clause before, where it alone can be meant by `it` or `them`."""
    clauses, words = parsed.clauses, parsed.words
    if scope.clause is None or scope.clause not in clauses:
        return None
    earlier = [c for c in clauses[: clauses.index(scope.clause)] if c.group is not None]
    if not earlier or earlier[-1].group is None:
        return None
    start = end = earlier[-1].group.end
    if start >= earlier[-1].end or words[start].tag not in {Tag.DETERMINER, Tag.POSSESSIVE}:
        return None
    end += 1
    while end < earlier[-1].end and (words[end].is_nominal or words[end].possessive):
        end += 1
    found = list(range(start, end))
    head = words[end - 1]
    many = head.lower.endswith("s") and not head.lower.endswith("ss")
    if head.tag is not Tag.NOUN or many is not plural or head.lower in lex.PERSON_NOUNS:
        return None
    return found


def owner_in_sentence(parsed: Parsed, scope: Scope, index: int) -> list[int] | None:
    """Words before `its`, `his` or `her` at `index` that it stands for: a subject."""
    words = parsed.words
    thing = words[index].lower == "its"
    for clause in parsed.clauses:
        subject = list(clause.subject)
        if clause.group is None or not subject or subject[-1] >= index:
            continue
        if words[subject[0]].tag is Tag.PRONOUN or len(subject) > 6:
            continue
        if _is_singular_thing(words, subject) or (not thing and words[subject[-1]].tag is Tag.NAME):
            return subject
    return None


def group_in_sentence(parsed: Parsed, index: int, referents: Referents) -> list[int] | None:
    """The name before `the company` at `index` that stands in a subject, no place or person."""
    words = parsed.words
    subjects = {i for clause in parsed.clauses if clause.group for i in clause.subject}
    end = index
    while end:
        if words[end - 1].tag is not Tag.NAME:
            end -= 1
            continue
        start = end - 1
        while start and words[start - 1].tag is Tag.NAME:
            start -= 1
        span = Span(words[start].span.start, words[end - 1].span.end)
        people = any(e.kind is EntityKind.PERSON for _, e in referents.names.mentions(span))
        if start in subjects and not people and _may_be_group(words, start, end):
            return list(range(start, end))
        end = start
    return None


def _may_be_group(words: list[Word], start: int, end: int) -> bool:
    name = " ".join(words[i].text for i in range(start, end))
    person = any(words[i].lower in lex.HONORIFICS for i in range(start, end))
    before = words[start - 1] if start else None
    placed = before is not None and before.lower in {"in", "near"}
    people = name in DEMONYMS or name.lower() in DEMONYMS
    return not (person or placed or people or words[end - 1].possessive or is_place(name))


def speaker_of(parsed: Parsed) -> list[int]:
    """Who says a quotation, by name: `..., Gen. Hill said` or `..., said mayor Hill`."""
    words = parsed.words
    for index, word in enumerate(words):
        if word.lower not in SAYING:
            continue
        end = index + 1
        while end < len(words) and words[end].tag in {Tag.NAME, Tag.NOUN, Tag.DETERMINER}:
            end += 1
        for start, stop in ((noun_phrase_start(words, index), index), (index + 1, end)):
            named = stop
            while named > start and words[named - 1].tag is Tag.NAME:
                named -= 1
            if named < stop:
                return list(range(named, stop))
    return []
