"""Who says so: the subject of the reporting verb, or whom `according to` names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.domain.records import Entity, EntityKind, Modality
from timeline_app.domain.text import Span
from timeline_app.extract.dating.scopes import Relation, Scope
from timeline_app.extract.discourse.modality import reporter_of, speaks
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.clause import Clause
from timeline_app.extract.grammar.nounphrases import noun_phrase_start
from timeline_app.extract.grammar.parsing import Parsed
from timeline_app.extract.grammar.words import Tag
from timeline_app.extract.names.referents import Referents
from timeline_app.extract.titles.subjectwording import SubjectWording
from timeline_app.extract.titles.wording import capitalised

SPOKEN = (Modality.SAID, Modality.PLANNED, Modality.ALLEGED, Modality.DENIED)
_SAYING = (
    lex.SPEECH | lex.ALLEGING | {"believe", "think", "report", "estimate", "predict", "expect"}
)
_MOUTHPIECE = re.compile(r"\b(?:spokes\w+|statement|press release|representative|officials?)\b")
_HANGS = re.compile(r" (?:to|of|for|with|from|by) ")  # an aide to the senator isn't the senator
_MOST_WORDS = 8


class Speakers:
    """Finds who says what an article's events tell."""

    def __init__(self, text: str, referents: Referents) -> None:
        """`text` is canonical."""
        self._text = text
        self._referents = referents
        self._subject = SubjectWording(text, referents)

    def of(self, parsed: Parsed, scope: Scope, sentence: int, modality: Modality) -> str | None:
        """The fullest name of who says it, or the words for them; None where nobody is named.

        None too for what simply happened. `sentence` is its number in the body.
        """
        if modality not in SPOKEN:
            return None
        indices, clause = self._words(parsed, scope)
        if not indices:
            return None
        while indices and parsed.words[indices[-1]].tag in {Tag.PUNCTUATION, Tag.DATE}:
            indices = indices[:-1]
        return self._name(parsed, scope, indices, clause, sentence) if indices else None

    def _words(self, parsed: Parsed, scope: Scope) -> tuple[Sequence[int], Clause | None]:
        words = parsed.words
        if speaks(words, scope):
            return scope.subject, scope.clause
        reporter = reporter_of(parsed.clauses, scope)
        if reporter is not None and _says(parsed, reporter):
            return reporter.subject, reporter
        according = _according(parsed)
        if according:
            return according, None
        told = [c for c in parsed.clauses if c is not scope.clause and _says(parsed, c)]
        for clause in told:
            behind = _behind_verb(parsed, clause)
            own = clause.subject and clause.subject.start >= clause.start
            if behind or own:
                return (behind or clause.subject), clause
        if scope.group is not None and scope.subject and _says_itself(parsed, scope):
            return scope.subject, scope.clause
        return (), None

    def _name(
        self,
        parsed: Parsed,
        scope: Scope,
        indices: Sequence[int],
        clause: Clause | None,
        sentence: int,
    ) -> str | None:
        words = parsed.words
        span = Span(words[indices[0]].span.start, words[indices[-1]].span.end)
        entity = _speaking(span.slice(self._text), self._referents.names.mentions(span), span)
        if entity is not None:
            return entity.name
        behind = self._referents.names.mentions(Span(span.end, span.end + 40))
        called = parsed.words[indices[-1] + 1 : indices[-1] + 2]
        apposed = called and called[0].text == "," and behind
        if apposed and behind[0][0].start <= span.end + 2 and _is_person(behind[0][1]):
            return behind[0][1].name
        inner = replace(scope, relation=Relation.CLAUSE, subject=tuple(indices))
        if clause is not None and clause.group is not None:
            inner = replace(inner, clause=clause, group=clause.group)
        shown = self._subject.wordings(parsed, inner, sentence)[0]
        pronoun = len(indices) == 1 and words[indices[0]].tag is Tag.PRONOUN
        unresolved = pronoun and shown.lower() == words[indices[0]].lower
        if unresolved or not shown or len(shown.split()) > _MOST_WORDS:
            return None
        return capitalised(re.sub(r"^(?:the|a|an) ", "", shown, flags=re.IGNORECASE))


def _speaking(shown: str, mentions: list[tuple[Span, Entity]], span: Span) -> Entity | None:
    """The person named, else the body whose name the words are or whose spokesman speaks."""
    people = [
        entity
        for at, entity in mentions
        if entity.kind is EntityKind.PERSON
        and (_MOUTHPIECE.search(shown) or not _HANGS.search(shown[: at.start - span.start]))
    ]
    if people:
        owner = mentions[0][1] in people and re.match(r"['’]s? \w", shown[_end(mentions, span) :])
        return None if owner or len(set(people)) > 1 else people[0]
    bodies = [(at, entity) for at, entity in mentions if entity.kind is EntityKind.ORGANIZATION]
    if not bodies:
        return None
    at, entity = bodies[-1]
    whole = at.end >= span.end - 1 and at.start - span.start <= len("the ")
    return entity if whole or _MOUTHPIECE.search(shown.lower()) else None


def _is_person(entity: Entity) -> bool:
    return entity.kind is EntityKind.PERSON


def _end(mentions: list[tuple[Span, Entity]], span: Span) -> int:
    return mentions[0][0].end - span.start


def _says(parsed: Parsed, clause: Clause) -> bool:
    group = clause.group
    if group is None or group.passive:
        return False
    return forms.lemma(parsed.words[group.main].lower) in _SAYING


def _says_itself(parsed: Parsed, scope: Scope) -> bool:
    """`The mayor denied the charges`, `Acme announced a merger`."""
    if scope.relation is not Relation.CLAUSE or scope.group is None or scope.group.passive:
        return False
    return forms.lemma(parsed.words[scope.group.main].lower) in _SAYING | {"plan", "intend"}


def _behind_verb(parsed: Parsed, clause: Clause) -> range:
    """`Hill` of `..., said Hill`."""
    assert clause.group is not None
    words = parsed.words
    start = clause.group.end
    before = clause.group.start - 1
    quoted = before >= 0 and words[before].text in {"”", '"', ","}
    end = start
    while end < len(words) and words[end].tag in {Tag.NAME, Tag.NOUN, Tag.DETERMINER}:
        end += 1
    named = any(words[i].tag is Tag.NAME for i in range(start, end))
    return range(start, end) if quoted and named else range(0)


def _according(parsed: Parsed) -> range:
    """The words behind `according to`."""
    words = parsed.words
    for index in range(len(words) - 2):
        if words[index].lower == "according" and words[index + 1].lower == "to":
            start = end = index + 2
            while end < len(words) and words[end].tag is not Tag.PUNCTUATION:
                if words[end].tag in {Tag.COORDINATOR, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DATE}:
                    break
                if words[end].tag is Tag.PREPOSITION and words[end].lower not in {"of", "for"}:
                    break
                end += 1
            return range(noun_phrase_start(words, end, floor=start) if end > start else start, end)
    return range(0)
