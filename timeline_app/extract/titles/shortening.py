"""Where a predicate that is too long may be cut without leaving a fragment."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import rolewords
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.chunks import NOMINAL, Group
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.words import Tag, Word
from timeline_app.extract.titles.breaking import (
    FINITE,
    before_complements,
    breaks,
    ends_in_subject,
    is_address,
    is_list,
)

_LINKING = lex.SUBORDINATORS | lex.RELATIVES | {"that"}
_VERBS = {Tag.TO, Tag.ING, Tag.VERB}
_COMPLETE = {Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.VERB, Tag.DATE, Tag.OBJECT_PRONOUN}
_AMOUNTS = word_set(
    """
    number one some most half part group thousands hundreds dozens scores total members series pair
    kind lot majority handful all many any none each both several few two three four five six rest
    percent million billion team bank university ministry department church court house city
    republic college council board chamber institute museum bureau
    kilogram kilograms kilos gram grams ton tons tonne tonnes pound pounds ounce ounces metre metres
    meter meters kilometre kilometres kilometer kilometers mile miles acre acres hectare hectares
    litre litres liter liters gallon gallons barrel barrels degrees hours minutes years
    top end front middle face form kind sort type side part piece pieces act acts sign signs state
    count counts
    level rate risk threat lack series range variety list set piles amount amounts sum share
    """
)
# `was done | by hand`: the verb alone says nothing.
_VAGUE = word_set("do make use give put take bring keep find base see hold tell ask treat relate")
_FEWEST_LEFT = 3
_QUOTES = {"“", "”", '"'}
_SHORT_QUOTATION = 6  # words
_NO_JOINTS = {"-", "$", "%", "'", "’", "“", '"', "`"}
_OPENING = {Tag.DETERMINER, Tag.POSSESSIVE}
_LOOSE_LINKS = {"in", "at", "after", "before", "during", "by", "because", "when", "while", "under"}
_PARTICLES = {"off", "up", "down", "out", "away", "back"}
# Adjectives that stand behind their noun: `a dividend | equal to a third`.
_BEHIND_NOUNS = {"equal", "capable", "worth", "available", "responsible", "similar", "identical"}
_OPENS_PHRASE = _LINKING | _BEHIND_NOUNS  # before these a phrase may begin though they be nouns
_LINKS = {Tag.PREPOSITION, Tag.TO, Tag.NUMBER}
_BORDERS = {Tag.PREPOSITION, Tag.COORDINATOR, Tag.TO, Tag.ADVERB}
_MAY_STAND_ALONE = {"members", "team", "university", "ministry", "department", "council", "bank"}


def cuts(
    words: list[Word],
    indices: Sequence[int],
    group: Group | None,
    told: Group | None = None,
    starts: Collection[int] = (),
    barred: Collection[int] = (),
    *,
    loose: bool = False,
) -> list[int]:
    """Lengths of a predicate that make sense, the longest first: its whole, then to each joint.

    A joint is where an infinitive, a participle, a clause or a prepositional phrase begins,
    once the verb has an object. `told` is the verb of what is reported: nothing before it may go.
    `starts` are where clauses begin that no word introduces, `barred` where none may be cut. With
    `loose` what somebody is asked, allowed, prevented to do may be missing.
    """
    verbs = [g for g in (group, told) if g is not None and g.main in indices]
    last = max(verbs, key=lambda g: g.main) if verbs else group
    wanted = before_complements(words, indices, loose=loose)
    lengths = [
        place
        for place in range(2, len(indices))
        if indices[place] > (last.main if last else -1)
        and indices[place] not in barred
        and place not in wanted
        and (_is_joint(words, indices, place, last) or _is_contact(words, indices, place, starts))
        and not _is_quoted(words, indices, place)
        and not breaks(words, indices, place)
    ]
    found = [*reversed(lengths)]
    if found and len(indices) > 1 and ends_in_subject(words, indices):
        return found
    return [len(indices), *found]


def _is_quoted(words: list[Word], indices: Sequence[int], place: int) -> bool:
    """True inside a few quoted words: `a “level playing field”`."""
    marks = [n for n, index in enumerate(indices) if words[index].text in _QUOTES]
    before = [n for n in marks if n < place]
    if len(before) % 2 == 0:
        return False
    behind = next((n for n in marks if n >= place), None)
    return behind is not None and behind - before[-1] <= _SHORT_QUOTATION


def _is_contact(
    words: list[Word], indices: Sequence[int], place: int, starts: Collection[int]
) -> bool:
    """True at `the dividend | LIN promises to pay`, not at `vow | they will`."""
    if indices[place] not in starts:
        return False
    before = words[indices[place - 1]]
    done = before.tag is Tag.VERB and place > 1 and words[indices[place - 2]].tag is Tag.BE
    return before.is_nominal or done


def last_cuts(
    words: list[Word], indices: Sequence[int], told: Group | None, barred: Collection[int] = ()
) -> list[int]:
    """Lengths up to an `of` that may go where nothing else fits: `the beneficiaries | of`."""
    verb = told.main if told else -1
    return [
        place
        for place in range(len(indices) - 1, 2, -1)
        if words[indices[place]].lower == "of"
        and indices[place] > verb + 1
        and indices[place] not in barred
        and words[indices[place - 1]].tag in {Tag.NOUN, Tag.NAME}
        and not _needs_of(words, indices[place])
    ]


def _needs_of(words: list[Word], index: int) -> bool:
    """`a number of`, `in front of`, `the high level of`; not `the owner of`, `a maker of`."""
    noun = words[index - 1].lower
    if noun in _AMOUNTS:
        return True
    start = index - 1
    while start and words[start - 1].is_nominal:
        start -= 1
    alone = start == index - 1 and words[start].tag is Tag.NOUN and noun != "charge"
    if start and alone and words[start - 1].tag is Tag.PREPOSITION:
        return True
    definite = start > 0 and words[start - 1].lower in {"the", "that", "this"}
    return definite and noun not in lex.GROUP_NOUNS and words[index - 1].tag is not Tag.NAME


def bare_cuts(
    words: list[Word], indices: Sequence[int], told: Group | None, barred: Collection[int] = ()
) -> list[int]:
    """Lengths before any phrase or clause whatever, the longest first: `to take off | from Rome`.

    What is left is a sentence, but may lack what matters.
    """
    verb = told.main if told else -1
    wanted = before_complements(words, indices, loose=True)
    return [
        place
        for place in range(len(indices) - 1, 1, -1)
        if (place >= _FEWEST_LEFT or _ends_whole(words, indices, place))
        and indices[place] > verb
        and indices[place] not in barred
        and place not in wanted
        and _opens_phrase(words, indices, place)
        and not _is_quoted(words, indices, place)
        and (_is_complete(words, indices[:place]) or _ends_whole(words, indices, place))
        and not breaks(words, indices, place)
    ]


def border_cuts(
    words: list[Word], indices: Sequence[int], verb: int, barred: Collection[int] = ()
) -> list[int]:
    """Lengths before any phrase or clause behind the verb, the longest first.

    The last ones before an ellipsis: they may leave a phrase without what it is of.
    """
    return [
        place
        for place in range(len(indices) - 1, 1, -1)
        if indices[place] > verb + 1
        and indices[place] not in barred
        and _is_border(words[indices[place]])
        and not _is_quoted(words, indices, place)
        and _may_end(words[_without_marks(words, indices[:place])[-1]])
        and words[indices[place - 1]].lower not in _AMOUNTS
        and not _ends_in_verb(words, indices[:place])
        and words[indices[place - 2]].text != ","
    ]


def _may_end(word: Word) -> bool:
    return word.is_nominal or word.tag is Tag.VERB


def _is_border(word: Word) -> bool:
    linking = word.lower in _LINKING or word.lower == "other"
    return linking or word.text in {",", ";", "--", "—"} or word.tag in _BORDERS


def _opens_phrase(words: list[Word], indices: Sequence[int], place: int) -> bool:
    word, before = words[indices[place]], words[indices[place - 1]]
    if word.lower == "of":
        return before.is_nominal and before.lower in _MAY_STAND_ALONE
    if word.tag is Tag.PUNCTUATION:
        return word.text in {",", ";", ":", "("} and not is_list(words, indices, place)
    if word.tag is Tag.COORDINATOR:
        return _parts_clauses(words, indices, place) or _joins_things(words, indices, place)
    if word.lower == "to":
        return before.is_nominal
    linking = word.lower in _LINKING
    return linking or word.tag is Tag.PREPOSITION


def _joins_things(words: list[Word], indices: Sequence[int], place: int) -> bool:
    """`shares | and bonds`, `men | and women`, but not between people's names."""
    if place + 1 >= len(indices) or words[indices[place]].lower != "and":
        return False
    before, following = words[indices[place - 1]], words[indices[place + 1]]
    listed = _ends_list(words, indices, place)
    return before.tag is following.tag is Tag.NOUN and before.lower not in _AMOUNTS and not listed


def _ends_whole(words: list[Word], indices: Sequence[int], place: int) -> bool:
    """`to take off | from`, `plans to restructure | in`: nothing hangs on the verb."""
    last, before = words[indices[place - 1]], words[indices[place - 2]]
    if last.lower in _PARTICLES:
        return before.tag in {Tag.VERB, Tag.NOUN, Tag.ING}
    if last.tag is Tag.VERB and forms.lemma(last.lower) in forms.INTRANSITIVE:
        return before.is_nominal or before.tag in {Tag.HAVE, Tag.MODAL, Tag.TO}
    infinitive = before.tag in {Tag.TO, Tag.MODAL} and last.tag in {Tag.NOUN, Tag.VERB}
    return infinitive and words[indices[place]].lower in _LOOSE_LINKS


def subject_cut(
    words: list[Word], indices: Sequence[int], *, of: bool = False, bare: bool = False
) -> int:
    """Length of a subject without what hangs on its noun: `The men` of `The men in helmets`.

    With `of` a phrase with `of` goes as well, but not behind an amount: `Thousands of men`.
    With `bare` a plural may stand alone: `Police` of `Police in helmets`.
    """
    for place in range(1, len(indices)):
        word, before = words[indices[place]], words[indices[place - 1]]
        hangs = word.tag is Tag.PREPOSITION and word.lower not in {"of", "for"}
        hangs |= bare and word.lower == "for"
        hangs |= of and word.lower == "of" and _may_go(words, indices[place])
        hangs |= word.tag is Tag.VERB and place + 1 < len(indices) and _links(words, indices, place)
        joined = any(words[i].tag is Tag.COORDINATOR for i in indices[place:])
        hangs |= before.tag is Tag.NOUN and not joined and _takes_object(words, indices, place)
        hangs |= word.text in {",", "("} and not (
            is_address(words, indices[place])
            or is_address(words, indices[place] - 2)
            or any(words[i].lower in {"and", "or"} for i in indices[place:])
        )
        alone = before.tag is Tag.NAME or (bare and _is_plural(before))
        if hangs and before.is_nominal and place > (not alone):
            return place
    return len(indices)


def _is_plural(word: Word) -> bool:
    return word.lower in {"police", "people"} or (word.lower.endswith("s") and len(word.lower) > 3)


def _may_go(words: list[Word], index: int) -> bool:
    """False for the `of` of a name or an amount: `First of America`, `Thousands of men`."""
    before = words[index - 1]
    following = words[index + 1] if index + 1 < len(words) else before
    named = before.tag is following.tag is Tag.NAME or following.lower in rolewords.AFTER_OF
    return not named and not _needs_of(words, index)


def _takes_object(words: list[Word], indices: Sequence[int], place: int) -> bool:
    """True for `holding the contracts`, `flaring up`; not for `bombing outside the bank`."""
    if words[indices[place]].tag is not Tag.ING or place + 1 >= len(indices):
        return False
    following = words[indices[place + 1]]
    if following.tag is Tag.PREPOSITION:
        return _is_plural(words[indices[place - 1]])  # `ministers meeting in the capital`
    takes = following.is_nominal or following.tag in {*_OPENING, Tag.NAME}
    return takes or following.lower in _PARTICLES


def _links(words: list[Word], indices: Sequence[int], place: int) -> bool:
    """True for `equipped with` behind a noun."""
    following = words[indices[place + 1]]
    return following.tag is Tag.PREPOSITION and following.lower != "of"


def _is_joint(words: list[Word], indices: Sequence[int], place: int, group: Group | None) -> bool:
    index, last = indices[place], indices[place - 1]
    inside = last == index - 1 and words[index].tag in NOMINAL
    inside = inside and words[index].lower not in _OPENS_PHRASE
    verb = group.main if group else -1
    passive = group is not None and group.passive
    filled = inside or passive or any(_fills(words[i]) for i in indices[:place] if i > verb)
    if inside or not filled:
        return False
    bare = last == verb and (not passive or forms.lemma(words[verb].lower) in _VAGUE)
    if not _is_complete(words, indices[:place]) or bare:
        return False
    word, before = words[index], words[last]
    if word.tag is Tag.COORDINATOR:
        return _parts_clauses(words, indices, place)
    if last != index - 1 and word.tag is Tag.NOUN and words[index - 1].tag is Tag.DATE:
        return False
    if last != index - 1 or word.tag is Tag.PUNCTUATION:
        loose = word.text not in _NO_JOINTS and word.lower != "of"
        loose = loose and not (_is_of_behind(words, index) or _parts_adjectives(words, index))
        return loose and not (is_list(words, indices, place) or is_address(words, index))
    if place > 1 and _hangs(words, indices, place, verb):
        return False
    if word.tag in _VERBS:
        own = word.tag is not Tag.ING or _has_own_object(words, index)
        return own and (before.is_nominal or (passive and last == verb))
    return _links_on(words, indices, place)


def _parts_adjectives(words: list[Word], index: int) -> bool:
    """True at the comma of `a quiet, neutral setting`."""
    if words[index].text != "," or index < 2 or index + 2 >= len(words):
        return False
    plain = words[index - 1].tag is Tag.NOUN and words[index + 1].tag in {Tag.NOUN, Tag.VERB}
    return plain and words[index - 2].lower in {"a", "an"} and words[index + 2].is_nominal


def _is_of_behind(words: list[Word], index: int) -> bool:
    """True at the mark of `5 kilos (12 pounds) of heroin`."""
    if words[index].text != "(":
        return False
    end = next((i for i in range(index, len(words)) if words[i].text == ")"), index)
    return end + 1 < len(words) and words[end + 1].lower == "of"


def _links_on(words: list[Word], indices: Sequence[int], place: int) -> bool:
    """True before a phrase or a clause: `in Rome`, `because it rained`, `only until May`."""
    word = words[indices[place]]
    if word.tag is Tag.ADVERB and place + 1 < len(indices) and words[indices[place - 1]].is_nominal:
        return words[indices[place + 1]].tag in {Tag.PREPOSITION, Tag.DATE}
    linking = word.lower in _LINKING or word.lower == "without"
    if _is_particle(words, indices, place):
        return False
    if word.lower in _BEHIND_NOUNS and words[indices[place - 1]].is_nominal:
        return place + 1 < len(indices) and words[indices[place + 1]].tag in _LINKS
    return linking or (word.tag is Tag.PREPOSITION and word.lower != "of")


def _is_particle(words: list[Word], indices: Sequence[int], place: int) -> bool:
    """`over` of `hand the child over to officials`."""
    following = words[indices[place + 1]] if place + 1 < len(indices) else None
    if words[indices[place]].lower not in _PARTICLES | {"over"} or following is None:
        return False
    return following.tag in {Tag.PREPOSITION, Tag.TO} and following.lower != "of"


def _is_complete(words: list[Word], indices: Sequence[int]) -> bool:
    """True for words that can end a title: no half of a noun phrase, no bare infinitive."""
    indices = _without_marks(words, indices)
    before = words[indices[-1]]
    attribute = (
        before.tag is Tag.VERB
        and len(indices) > 1
        and words[indices[-2]].tag in {Tag.DETERMINER, Tag.POSSESSIVE}
    )
    ends = before.tag in _COMPLETE or _is_gerund_noun(words, indices[-1])
    if before.tag is Tag.VERB and len(indices) > 1 and words[indices[-2]].text == ",":
        return False  # `the film, inspired | by`
    if forms.is_base(before.lower) and len(indices) > 1 and words[indices[-2]].text == ",":
        return False  # `to lay flowers, talk | to guards`
    if before.tag is Tag.ING and len(indices) > 1:
        ends = ends or forms.lemma(words[indices[-2]].lower) in {"begin", "start", "stop"}
    if before.lower in _PARTICLES | {"over"} and len(indices) > 2:
        return words[indices[-2]].is_nominal
    return ends and not before.possessive and not attribute and not _ends_in_verb(words, indices)


def _without_marks(words: list[Word], indices: Sequence[int]) -> Sequence[int]:
    """Without the closing mark of a quotation."""
    closed = len(indices) > 1 and words[indices[-1]].text in _QUOTES
    return indices[:-1] if closed else indices


def _has_own_object(words: list[Word], index: int) -> bool:
    """True for `seeking to mediate`, `taking charges`; not for `program trading and`."""
    if index + 1 >= len(words):
        return False
    following = words[index + 1]
    return following.tag not in {Tag.COORDINATOR, Tag.PUNCTUATION} and following.lower != "of"


def _hangs(words: list[Word], indices: Sequence[int], place: int, verb: int) -> bool:
    """True inside `the 800 remaining shares`, `and chief operating officer`, `men led by`."""
    word, last, before = words[indices[place]], words[indices[place - 1]], words[indices[place - 2]]
    if word.tag in {Tag.ING, Tag.VERB}:
        compound = "-" in last.text  # `second-degree attempted murder`
        return before.tag is Tag.COORDINATOR or last.tag is Tag.NUMBER or compound
    reduced = last.tag is Tag.VERB and before.is_nominal and indices[place - 1] != verb
    return reduced and word.tag is Tag.PREPOSITION


def _fills(word: Word) -> bool:
    """True for what can be a verb's object."""
    return word.is_nominal or word.tag is Tag.OBJECT_PRONOUN


def _parts_clauses(words: list[Word], indices: Sequence[int], place: int) -> bool:
    """True for `and` before a verb, or before a noun with an article of its own."""
    if place + 1 >= len(indices):
        return False
    following = words[indices[place + 1]]
    earlier = [words[i] for i in indices[:place]]
    if _ends_list(words, indices, place):
        return False
    if following.tag in FINITE or following.tag is Tag.PREPOSITION:
        return True
    if following.tag in {Tag.ING, Tag.TO}:
        return any(word.tag is following.tag for word in earlier)
    if following.tag is Tag.NOUN and forms.is_base(following.lower):
        return any(word.tag in {Tag.TO, Tag.MODAL} for word in earlier)
    own = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER}
    return following.tag in own and any(word.tag in own for word in earlier)


def _ends_list(words: list[Word], indices: Sequence[int], place: int) -> bool:
    """True at the `and` of `Poland, Hungary and Austria`, with nothing but nouns since a comma."""
    for index in reversed(indices[:place]):
        word = words[index]
        if word.text == ",":
            return words[index - 1].is_nominal
        if not (word.is_nominal or word.tag in _OPENING):
            return False
    return False


def _is_gerund_noun(words: list[Word], index: int) -> bool:
    """`the bidding`."""
    nouns = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NOUN, Tag.ING}
    leads = index + 1 < len(words) and words[index + 1].lower == "to"
    leads |= words[index - 1].tag is Tag.NOUN and words[index].lower not in forms.NOUNS_IN_ING
    return words[index].tag is Tag.ING and not leads and words[index - 1].tag in nouns


def _ends_in_verb(words: list[Word], indices: Sequence[int]) -> bool:
    """True when what is left would end in an infinitive without its object: `... to serve`."""
    last = indices[-1]
    if len(indices) > 1 and words[indices[-2]].tag in {Tag.TO, Tag.MODAL}:
        plain = forms.lemma(words[last].lower) in forms.INTRANSITIVE
        return words[last].tag in {Tag.NOUN, Tag.VERB} and not plain
    return False
