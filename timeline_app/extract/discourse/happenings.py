"""What a sentence without a date of its own tells: a deed, a saying, or nothing that happened."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from timeline_app.extract.dating.scopes import complement_of
from timeline_app.extract.discourse.quotations import Quotations
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.chunks import Group
from timeline_app.extract.grammar.clause import Clause, adds_a_thing
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.parsing import Parsed
from timeline_app.extract.grammar.words import Tag, Word


class Kind(StrEnum):
    """How a sentence tells what happened."""

    DEED = "deed"  # a past tense: the story's time
    NEWS = "news"  # a perfect: just before the telling
    SPEECH = "speech"
    COURSE = "course"  # a progressive: going on while it is told
    TRAIT = "trait"  # a present tense of a thing: what it has, does or includes when told of
    PLAN = "plan"  # a future: of the day that is spoken of, where that is not over


class Untold(StrEnum):
    """Why a sentence makes no event, in words for a list of what was left out."""

    DATED = "its date makes no event that can be titled"
    NO_VERB = "no verb of its own"
    QUESTION = "a question"
    UNENDED = "a line, no whole sentence"
    QUOTED = "somebody's own words"
    STATE = "tells how things are, not what happened"
    GENERAL = "tells what happens as a rule"
    AHEAD = "looks ahead without a date"
    SUPPOSED = "supposes"
    NOTHING = "tells what did not happen"
    EARLIER = "lies before the story, on a day that isn't named"


@dataclass(frozen=True, slots=True)
class Happening:
    """The clause, by its position in the sentence, that tells what happened."""

    position: int
    kind: Kind


_CONCEDING = {"although", "though", "while", "whereas"}
_DEPENDENT = lex.SUBORDINATORS | lex.RELATIVES | {"that", "contact", "whether", "if"}
_STATES = word_set(
    """
    be have know want need seem appear like belong contain consist own remain mean cost stand
    lie live tend use exist worry depend deserve resemble involve include believe think hope expect
    feel love hate fear wish understand matter concern weigh measure border face feature hold
    """
)
# States in the perfect: `has been`, `has had`.
_LASTING = word_set("be have know live own remain want need seem exist use")
_NEAR = 4
# Of these a present tense tells nothing that a thing has or does.
_NO_TRAITS = word_set(
    "believe think know want hope fear love wish understand feel expect worry seem appear read look"
)
_EARLIER = word_set(
    """
    previously earlier formerly originally initially already ago historically
    traditionally
    """
)
_REPEATED = word_set(
    """
    always often usually normally typically generally sometimes frequently regularly rarely
    seldom occasionally routinely never ever every
    """
)
_HIGHER_OR_LOWER = {"up", "down", "higher", "lower", "off", "above", "below", "ahead"}
_THEN = {"at the time", "at that time", "in those days", "by that time"}
_NOW = {"currently", "now", "presently"}
_ALWAYS_SPEECH = word_set("say tell announce claim warn argue insist deny urge criticize accuse")
_PRESENT_HELPERS = {"is", "are", "has", "have"}
_HELPERS = {Tag.BE, Tag.HAVE, Tag.DO}
_LENGTHS = word_set("hour hours day days week weeks month months year years decade decades")
_NONE = {"no", "neither", "none", "nobody", "nothing"}
# Participles behind `was` that tell of a mind or a place, not of a deed.
_LIKE_ADJECTIVES = word_set(
    """
    pleased displeased concerned interested surprised shocked disappointed excited worried amused
    annoyed satisfied dissatisfied determined convinced married located based situated used known
    designed aimed involved related limited needed required supposed tired scared frightened aware
    unchanged overshadowed crowded packed qualified entitled prepared committed dedicated devoted
    """
)
_BEING_SAID = word_set("say believe think know consider expect suppose rumor rumour")


def told(parsed: Parsed, quotations: Quotations, taken: Collection[int]) -> Happening | Untold:
    """What the sentence's main clause tells, or why it is no event.

    `taken` are positions of clauses that a date in the sentence dates already.
    """
    words = parsed.words
    reason: Untold | None = None
    for position, clause in enumerate(parsed.clauses):
        group = clause.group
        if group is None or is_dependent(clause):
            continue
        if words[group.main].span.start in quotations:
            reason = reason or Untold.QUOTED
            continue
        if position in taken:
            reason = Untold.DATED
            continue
        if reason is Untold.DATED and clause.marker != ";":
            return reason  # `was founded in 1908 and sold ships`: of the same time
        found = _reading(parsed, position, group)
        if isinstance(found, Kind):
            return Happening(position, found)
        reason = found if reason in {None, Untold.QUOTED} else reason
    if reason in {Untold.STATE, Untold.GENERAL, Untold.NOTHING}:
        return _conceded(parsed, quotations, taken) or _trait(parsed, quotations) or reason
    return reason or Untold.NO_VERB


def _trait(parsed: Parsed, quotations: Quotations) -> Happening | None:
    """`The phone has two cameras`, `The deal includes an option`: one thing, no kind of things."""
    words = parsed.words
    for position, clause in enumerate(parsed.clauses):
        group = clause.group
        if group is None or is_dependent(clause):
            continue
        first = words[group.start]
        lasting = first.tag is Tag.HAVE and group.main == group.start
        lasting |= first.lower in {"is", "are"} and _counts(words, clause, group)
        plain = group.start == group.main and words[group.main].tag is Tag.VERB
        quoted = words[group.main].span.start in quotations
        said = _off_the_story(words, clause, speech=False) is not None or parsed.dates
        if quoted or said or group.negated or not (lasting or plain):
            return None
        present = not forms.is_past(words[group.main].lower) and words[group.main].lower != "had"
        idle = forms.lemma(words[group.main].lower) in _NO_TRAITS
        fits = present and not idle and _is_one_thing(words, clause)
        return Happening(position, Kind.TRAIT) if fits else None
    return None


def _counts(words: list[Word], clause: Clause, group: Group) -> bool:
    """`is 9 millimetres thick`, `is priced at $199`."""
    behind = (words[i].tag for i in range(group.end, min(clause.end, group.end + _NEAR)))
    return Tag.NUMBER in behind


def _is_one_thing(words: list[Word], clause: Clause) -> bool:
    """`The phone`, `Its roof`, `iPhone 4`, `it`: neither people nor things in general."""
    subject = [words[i] for i in clause.subject]
    if len(subject) == 1 and subject[0].lower in {"it", "this"}:
        return True
    stop = next((n for n, word in enumerate(subject) if word.tag is Tag.PREPOSITION), None)
    heads = [word for word in subject[:stop] if word.tag in {Tag.NAME, Tag.NOUN}]
    if not heads or heads[-1].lower in lex.GROUP_NOUNS | lex.PERSON_NOUNS:
        return False
    definite = subject[0].lower in {"the", "this", "these", "its"} or subject[0].possessive
    return definite or heads[-1].tag is Tag.NAME


def _conceded(parsed: Parsed, quotations: Quotations, taken: Collection[int]) -> Happening | None:
    """`Although Gallois said that he hoped, the unions were displeased`: the saying or deed."""
    clause = parsed.clauses[0]
    group = clause.group
    if clause.marker not in _CONCEDING or group is None or 0 in taken:
        return None
    if parsed.words[group.main].span.start in quotations or not clause.subject:
        return None
    found = _reading(parsed, 0, group)
    return Happening(0, found) if found is Kind.SPEECH or found is Kind.DEED else None


def is_past(parsed: Parsed, group: Group) -> bool:
    """True for a verb in the past tense or the perfect, `had` left out."""
    first = parsed.words[group.start]
    if first.tag is Tag.HAVE:
        return first.lower in {"has", "have"} and group.main > group.start
    return first.tag is Tag.VERB and forms.is_past(first.lower)


def is_behind_quotation(words: list[Word], group: Group) -> bool:
    """`“We are rolling it out,” enthused Hill`."""
    before = group.start - 1
    while before >= 0 and words[before].text == ",":
        before -= 1
    return before >= 0 and words[before].text in {"”", "»", '"'}


def is_dependent(clause: Clause) -> bool:
    """True for a relative, a subordinate clause and the content of a saying."""
    return clause.marker.split(" ")[-1] in _DEPENDENT


def _reading(parsed: Parsed, position: int, group: Group) -> Kind | Untold:
    words, clause = parsed.words, parsed.clauses[position]
    first = words[group.start]
    lemma = forms.lemma(words[group.main].lower)
    ahead = _ahead(words, clause, group)
    if ahead is not None:
        return ahead
    if group.negated or words[clause.start].lower in _NONE:
        return Untold.NOTHING
    speech = _is_speech(parsed, position, group, lemma)
    off = _off_the_story(words, clause, speech=speech)
    if off is not None:
        return off
    past = forms.is_past(first.lower)
    copula = words[group.main].tag is Tag.BE
    present = first.lower in _PRESENT_HELPERS or not (first.tag in _HELPERS or speech or past)
    if present and _is_now(words, clause, copula=copula):
        return Kind.COURSE
    if (past or first.lower in {"was", "were"}) and _is_measured(words, clause, group):
        return Kind.DEED
    if first.tag in _HELPERS:
        return _with_helper(words, group, lemma)
    if speech:
        return Kind.SPEECH
    done = Untold.STATE if lemma in _STATES else Kind.DEED
    return done if past else Untold.GENERAL


def _is_speech(parsed: Parsed, position: int, group: Group, lemma: str) -> bool:
    """A saying: in the present tense only with what is said, for `the update adds support`."""
    words = parsed.words
    if group.passive:
        return False
    if is_behind_quotation(words, group):
        return True
    if lemma not in lex.SPEECH or adds_a_thing(words, group):
        return False
    plain = lemma in _ALWAYS_SPEECH or words[group.start].tag is not Tag.VERB
    past = forms.is_past(words[group.start].lower)
    quoted = any(word.text in {"“", '"'} for word in words)
    return plain or past or quoted or complement_of(words, parsed.clauses, position) is not None


def _is_now(words: list[Word], clause: Clause, *, copula: bool) -> bool:
    """`The store currently sells`: so on the day of the telling, no other.

    What `now` is may be so for long: `is now a museum`.
    """
    told = _NOW - {"now"} if copula else _NOW
    return any(words[i].lower in told for i in clause.indices)


def _ahead(words: list[Word], clause: Clause, group: Group) -> Kind | Untold | None:
    """What is to come, what might be; None for what is or was."""
    first = words[group.start]
    supposed = words[clause.start].lower in {"if", "unless"}
    behind = [word.tag for word in words[group.end : group.end + 1]]
    if first.lower in {"is", "are"} and group.main == group.start and behind == [Tag.TO]:
        return Untold.SUPPOSED if supposed else Kind.PLAN
    if not supposed and first.tag is not Tag.MODAL:
        return None
    if first.lower == "will" and not (group.negated or supposed):
        return Kind.PLAN
    return Untold.AHEAD if first.lower in {"will", "shall", "'ll", "won't"} else Untold.SUPPOSED


def _is_measured(words: list[Word], clause: Clause, group: Group) -> bool:
    """`Shares were 3% lower`, `the index was at 9,785 points`: so at that hour, as at no other."""
    verb = words[group.main]
    if verb.tag is not Tag.BE and verb.lower not in {"stood", "trading", "hovered"}:
        return False
    behind = [words[i] for i in range(group.end, clause.end)]
    counted = any(word.tag is Tag.NUMBER for word in behind[:6])
    quoted = bool(behind) and behind[0].lower == "at"
    return counted and (quoted or any(word.lower in _HIGHER_OR_LOWER for word in behind[:6]))


def _off_the_story(words: list[Word], clause: Clause, *, speech: bool) -> Untold | None:
    """What happens as a rule, or happened before the story began."""
    if " ".join(word.lower for word in words[:3]) in _THEN:
        return Untold.EARLIER
    if speech:
        return None
    lowers = {words[i].lower for i in range(clause.start, clause.end)}
    if _REPEATED & lowers:
        return Untold.GENERAL
    before = words[0].lower in {"before", "prior"} or bool(_EARLIER & lowers)
    return Untold.EARLIER if before or _is_counted(words, clause) else None


def _is_counted(words: list[Word], clause: Clause) -> bool:
    """`acted nine days after protests broke out`: another event gives the date."""
    lowers = [words[i].lower for i in range(clause.start, min(clause.end + 1, len(words)))]
    return any(a in _LENGTHS and b in {"after", "before"} for a, b in pairwise(lowers))


def _with_helper(words: list[Word], group: Group, lemma: str) -> Kind | Untold:
    first = words[group.start]
    if first.tag is Tag.BE:
        return _with_be(words, group, lemma)
    if first.tag is Tag.HAVE:
        return _with_have(words, group, lemma)
    did = first.lower.startswith("did")
    return Kind.DEED if did and lemma not in _STATES else Untold.STATE


def _with_be(words: list[Word], group: Group, lemma: str) -> Kind | Untold:
    was = words[group.start].lower in {"was", "were", "wasn't", "weren't"}
    main = words[group.main]
    between = range(group.start + 1, group.main)
    if not was and any(words[i].lower == "being" for i in between):
        return Kind.COURSE
    if main.tag is Tag.VERB and group.main > group.start:
        if lemma in _BEING_SAID or main.lower in _LIKE_ADJECTIVES:
            return Untold.STATE
        return Kind.DEED if was else Untold.STATE
    if main.tag is Tag.ING and group.main > group.start:
        return Untold.STATE if was else Kind.COURSE
    return Untold.STATE


def _with_have(words: list[Word], group: Group, lemma: str) -> Kind | Untold:
    if group.main == group.start:
        return Untold.STATE
    if words[group.start].lower in {"had", "hadn't"}:
        return Untold.EARLIER
    if words[group.main].tag is Tag.BE_NONFINITE or (lemma in _LASTING and not group.passive):
        return Untold.STATE
    if words[group.main].tag is Tag.ING:
        return Kind.COURSE
    return Untold.STATE if _lasts(words, group) else Kind.NEWS


def _lasts(words: list[Word], group: Group) -> bool:
    """`have fallen for three years`, `in the past six months`: of no single day."""
    for index, word in enumerate(words):
        if word.lower in _LENGTHS:
            before = {w.lower for w in words[max(0, index - 3) : index]}
            return bool(before & {"past", "last"}) or ("for" in before and index > group.end)
        if word.tag is Tag.DATE and word.lower.startswith(("the past ", "past ", "the last ")):
            return True
    return False
