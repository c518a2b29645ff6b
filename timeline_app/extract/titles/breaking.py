"""What a cut must not part: `from` and `to`, a verb and what it needs, the members of a list."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.words import Tag, Word

FINITE = {Tag.VERB, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO, Tag.PRONOUN}
_THOUGHTS = word_set(
    """
    fact idea possibility hope fear view belief claim sign signs signals evidence chance
    unknown unclear likelihood suggestion allegation allegations rumors rumours conclusion
    extent condition
    """
)
_AS = word_set(
    "describe regard portray hail label characterize characterise depict list see view identify "
    "cite recognize recognise"
)
_CLAUSE_OPENERS = lex.SUBORDINATORS - lex.PREPOSITIONS - {"as", "where"}
_TOLD_SOMEONE = {"tell", "warn", "ask", "inform", "remind", "assure", "convince", "recommend"}
_SPANS = {"from": {"to"}, "between": {"and"}, "both": {"and"}, "either": {"or"}}
# `asked the court to ...`, `helped Spain win`: what is asked or helped to do belongs to it.
NEED_INFINITIVE = word_set(
    """
    force allow entitle permit order ask require compel oblige urge invite persuade convince
    encourage authorize authorise enable cause tell warn instruct expect schedule intend design
    slate suppose command direct press beg advise appoint elect lead want wish call
    """
)
_NOUNS_WITH_TO = word_set(
    """
    pains plans ability right rights decision intention effort efforts attempt attempts bid offer
    chance opportunity power option permission refusal willingness need agreement
    """
)
_NEED_FROM = {"prevent", "stop", "keep", "discourage", "bar", "prohibit", "deter"}
_NEED_MORE = word_set(
    """
    likely unlikely subject able unable ready willing unwilling due bound prone anxious eager
    reluctant aimed based linked attributed capable aware verge similar equal certain sure
    confident afraid convinced tasked accused equipped entrusted credited dedicated devoted
    confronted faced blamed suspected deprived composed comprised confined limited restricted
    committed subjected exposed opposed related attached geared accustomed compared
    contributed led resulted relied belonged consisted referred amounted depended culminated
    stemmed derived pertained contribute lead result rely belong consist refer amount depend
    """
)
_NEED_CLAUSE = lex.REPORTING | word_set(
    "prove demonstrate recommend require decide rule order ensure vote"
)
_OPENING = {Tag.DETERMINER, Tag.POSSESSIVE}


def breaks(words: list[Word], indices: Sequence[int], place: int) -> bool:
    """True where the cut parts `from` and `to`, a verb and the clause that it needs."""
    lower = words[indices[place]].lower
    kept = indices[:place]
    while len(kept) > 1 and words[kept[-1]].tag is Tag.PUNCTUATION:
        kept = kept[:-1]
    loose = _ends_in_loose_phrase(words, kept) or ends_in_subject(words, kept)
    if (
        loose
        or _ends_in_lead(words, kept)
        or _ends_in_relative(words, kept)
        or words[kept[-1]].lower in _NEED_MORE
        or _ends_in_active_verb(words, indices, place)
        or _is_half_pair(words, kept)
    ):
        return True
    if lower == "as" and any(forms.lemma(words[i].lower) in _AS for i in kept):
        return True
    if (
        lower == "to"
        and words[kept[-1]].tag is Tag.NUMBER
        and _is_number(words, indices, place + 1)
    ):
        return True
    for index in indices[max(0, place - 5) : place]:
        if lower in _SPANS.get(words[index].lower, ()):
            return True
    if lower not in {"that", "whether"}:
        return False
    if words[indices[place - 1]].lower in _THOUGHTS:
        return True
    nominal = False
    for index in reversed(indices[:place]):
        lemma = forms.lemma(words[index].lower)
        if words[index].tag in {Tag.VERB, Tag.NOUN} and lemma in _NEED_CLAUSE:
            return not nominal or lemma in _TOLD_SOMEONE
        nominal |= words[index].is_nominal
    return False


def before_complements(words: list[Word], indices: Sequence[int], *, loose: bool) -> set[int]:
    """Places between `asked` and its `to`, `prevented` and its `from`: no cut there.

    With `loose` only behind a passive: `was expected | to win`.
    """
    found: set[int] = set()
    for place, index in enumerate(indices):
        verbs: Collection[str] = ()
        if words[index].tag is Tag.TO:
            verbs = NEED_INFINITIVE
            if place and not loose and words[indices[place - 1]].lower in _NOUNS_WITH_TO:
                found.add(place)
        elif words[index].lower in {"in", "on", "under", "at"}:
            verbs = {"put", "place"}
        elif words[index].lower == "from":
            verbs = _NEED_FROM
        verb = _last_verb(words, indices[:place]) if verbs else None
        if verb is None or (loose and words[indices[verb] - 1].tag is not Tag.BE):
            continue
        if forms.lemma(words[indices[verb]].lower) in verbs:
            found.update(range(verb + 1, place + 1))
    return found


def _last_verb(words: list[Word], kept: Sequence[int]) -> int | None:
    for place in range(len(kept) - 1, -1, -1):
        if words[kept[place]].tag in {Tag.VERB, Tag.ING} and not _is_attribute(words, kept, place):
            return place
    return None


def _is_attribute(words: list[Word], kept: Sequence[int], place: int) -> bool:
    """`the planned talks`."""
    behind = words[kept[place + 1]] if place + 1 < len(kept) else None
    before = words[kept[place - 1]] if place else None
    opens = {Tag.DETERMINER, Tag.POSSESSIVE}
    return behind is not None and before is not None and before.tag in opens and behind.is_nominal


def _is_number(words: list[Word], indices: Sequence[int], place: int) -> bool:
    return place < len(indices) and words[indices[place]].tag is Tag.NUMBER


def _ends_in_loose_phrase(words: list[Word], kept: Sequence[int]) -> bool:
    """True for what ends in `and in a reaction`, whose verb is gone."""
    joints = [n for n, index in enumerate(kept) if words[index].tag is Tag.COORDINATOR]
    if not joints or joints[-1] + 1 >= len(kept):
        return False
    behind = [words[index] for index in kept[joints[-1] + 1 :]]
    return behind[0].tag is Tag.PREPOSITION and not any(word.tag in FINITE for word in behind)


def _ends_in_lead(words: list[Word], kept: Sequence[int]) -> bool:
    """True for what ends in `said that while it rained`, `that under its rules`."""
    for place in range(len(kept) - 2, -1, -1):
        if words[kept[place]].text == ",":
            return False
        following = words[kept[place + 1]]
        leads = following.tag is Tag.PREPOSITION or following.lower in lex.SUBORDINATORS
        if words[kept[place]].lower == "that" and leads:
            return True
    return False


def _ends_in_relative(words: list[Word], kept: Sequence[int]) -> bool:
    """True for what ends in `a blast that took place`, `people who want`."""
    for place in range(max(1, len(kept) - 3), len(kept) - 1):
        linked = words[kept[place]].lower in {"that", "which", "who"}
        if linked and words[kept[place - 1]].is_nominal:
            return words[kept[place + 1]].tag is Tag.VERB
    return False


def ends_in_subject(words: list[Word], kept: Sequence[int]) -> bool:
    """True for what ends in `when their boat`, the verb gone."""
    joints = [n for n, index in enumerate(kept) if words[index].lower in _CLAUSE_OPENERS]
    if not joints:
        return False
    behind = [words[index] for index in kept[joints[-1] + 1 :]]
    return bool(behind) and not any(w.tag in FINITE - {Tag.PRONOUN} for w in behind)


def _is_half_pair(words: list[Word], kept: Sequence[int]) -> bool:
    """`between the attack | on him and four others`."""
    opened = [n for n, index in enumerate(kept) if words[index].lower == "between"]
    return bool(opened) and not any(words[i].lower == "and" for i in kept[opened[-1] :])


def _ends_in_active_verb(words: list[Word], indices: Sequence[int], place: int) -> bool:
    """`the rebels had embarked | on`, `men would rely | on`: what stands behind belongs to it."""
    if place < 2:
        return False
    last, before = words[indices[place - 1]], words[indices[place - 2]]
    helped = before.tag in {Tag.HAVE, Tag.MODAL} and last.tag is not Tag.ING
    helped |= before.lower == "who" and last.tag is Tag.VERB
    if not helped or words[indices[place]].tag is not Tag.PREPOSITION:
        return False
    return forms.lemma(last.lower) not in forms.INTRANSITIVE


def is_list(words: list[Word], indices: Sequence[int], place: int) -> bool:
    """True at a comma inside `Butterfinger, Pearson and other brands`."""
    if words[indices[place]].text != ",":
        return False
    first = words[indices[place + 1]] if place + 1 < len(indices) else None
    if first is None or first.tag in {Tag.DETERMINER, Tag.COORDINATOR}:
        return False
    for index in indices[place + 1 :]:
        word = words[index]
        if word.tag in {Tag.BE, Tag.HAVE, Tag.MODAL, Tag.PRONOUN, Tag.TO, Tag.ING}:
            return False
        if word.tag is Tag.COORDINATOR:
            return word.lower in {"and", "or"}
        if word.tag is Tag.PREPOSITION and word.lower != "of":
            return False
    return False


def is_address(words: list[Word], index: int) -> bool:
    """True at the comma of `the Cupertino, California event`."""
    if words[index].text != "," or index < 2 or index + 2 >= len(words):
        return False
    between = words[index - 1].tag is Tag.NAME and words[index + 1].tag is Tag.NAME
    behind = words[index + 2]
    return between and (words[index - 2].tag is Tag.DETERMINER or behind.tag is Tag.NOUN)
