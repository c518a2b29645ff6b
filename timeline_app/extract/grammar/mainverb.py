"""A sentence without a main clause: its verb was taken for a participle of a side clause."""

from __future__ import annotations

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.chunks import Group, GroupKind
from timeline_app.extract.grammar.clause import Clause, before_adverbs, is_bare_noun_phrase
from timeline_app.extract.grammar.nounphrases import noun_phrase_start
from timeline_app.extract.grammar.words import Tag, Word

_SIDE = lex.SUBORDINATORS | lex.RELATIVES | {"that", "contact"}
_BEHIND_NOUN = {"who", "which", "that"}
_QUOTED = {"“", '"', "«"}
_TAKES = {
    Tag.DETERMINER,
    Tag.POSSESSIVE,
    Tag.NAME,
    Tag.NOUN,
    Tag.NUMBER,
    Tag.OBJECT_PRONOUN,
    Tag.DATE,
}
_BEHIND_VERB = _TAKES | {Tag.PREPOSITION, Tag.TO}


def with_main_clause(words: list[Word], found: list[Clause]) -> list[Clause]:
    """The clauses, the first side clause parted before the main verb where no clause is main.

    `developers who had seen the plans | praised them`; `After the case closed | Jobs invited them`.
    """
    quoted = next((n for n, clause in enumerate(found) if clause.marker in _QUOTED), len(found))
    own = [n for n, clause in enumerate(found[:quoted]) if _is_finite(clause)]
    if not own:
        find_present(words, found[:quoted])
    if not own or any(not _is_side(found[n]) for n in own):
        return found
    position = own[0]
    clause = found[position]
    relative = clause.marker in _BEHIND_NOUN and position == 1 and not found[0].groups
    if not relative and (position or clause.marker not in lex.SUBORDINATORS):
        return found
    first = next(g for g in clause.groups if g.kind is GroupKind.FINITE)
    for group in clause.groups:
        if group.start > first.end and _may_be_main(words, clause, group):
            start = group.start
            if not relative:
                start = noun_phrase_start(words, before_adverbs(words, start), floor=first.end)
            if relative or start < group.start:
                return _parted(found, position, start, group)
    return found


def find_present(words: list[Word], found: list[Clause], *, sure: bool = False) -> None:
    """`The museum, closed since 2006, reopens on Saturday`: no noun, as nothing else is a verb.

    `sure` leaves out words that are as often nouns.
    """
    if not found or found[0].groups or not is_bare_noun_phrase(words, found[0]):
        return
    if any(_is_finite(clause) for clause in found):
        return
    head = words[found[0].end - 1].lower
    many = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    for clause in found[1:]:
        first = words[clause.start]
        behind = words[clause.start + 1].tag if clause.start + 1 < clause.end else None
        verb = first.tag is Tag.NOUN and forms.is_s_form(first.lower)
        verb &= not (sure and first.lower in forms.NOUN_LIKE)
        if clause.marker == "," and verb and behind in _BEHIND_VERB and not many:
            group = Group(clause.start, clause.start + 1, clause.start, GroupKind.FINITE)
            clause.groups = [group, *(g for g in clause.groups if g.start > clause.start)]
            return


def _is_finite(clause: Clause) -> bool:
    return any(group.kind is GroupKind.FINITE for group in clause.groups)


def _is_side(clause: Clause) -> bool:
    return clause.marker.split(" ")[-1] in _SIDE


def _may_be_main(words: list[Word], clause: Clause, group: Group) -> bool:
    """A past tense with a noun before it and an object behind."""
    before = words[before_adverbs(words, group.start) - 1]
    if group.kind is GroupKind.FINITE:  # `that erupted in Tarn have ended`
        return before.is_nominal
    past = group.kind is GroupKind.PARTICIPLE and forms.is_past(words[group.main].lower)
    object_behind = group.end < clause.end and words[group.end].tag in _TAKES
    return past and object_behind and (before.is_nominal or before.tag is Tag.DATE)


def _parted(found: list[Clause], position: int, start: int, main: Group) -> list[Clause]:
    clause = found[position]
    main.kind = GroupKind.FINITE
    head = Clause(clause.start, start, clause.marker, [g for g in clause.groups if g.start < start])
    rest = Clause(start, clause.end, ",", [g for g in clause.groups if g.start >= start])
    return [*found[:position], head, rest, *found[position + 1 :]]
