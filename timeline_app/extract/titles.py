"""Titles: who did what, in at most 80 characters, for a reader who has not read the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline_app.extract import lexicon as lex
from timeline_app.extract import verbforms as forms
from timeline_app.extract.lexicon import word_set
from timeline_app.extract.modality import accusers, reporter_of
from timeline_app.extract.names import core_of
from timeline_app.extract.nearby import (
    antecedent_in_sentence,
    group_in_sentence,
    owner_in_sentence,
    speaker_of,
)
from timeline_app.extract.nounphrases import noun_phrase_start
from timeline_app.extract.parsing import Parsed
from timeline_app.extract.referents import Referents
from timeline_app.extract.scopes import Relation, Scope
from timeline_app.extract.shortening import cuts
from timeline_app.extract.wording import (
    capitalised,
    dangling_cut,
    rendered,
    shortest_word_cut,
    tidied,
)
from timeline_app.extract.words import Tag, Word

LONGEST = 80
_FEWEST_WORDS = 2
_WORDS = re.compile(r"[^\W\d_]{2,}")
_PEOPLE_OF_GROUPS = word_set(
    """
    fighters forces troops soldiers members militants leaders leader officials lawyers
    executives shareholders employees workers board lawmakers supporters spokesman
    spokeswoman chairman president founder founders
    """
)
_IDLE_ADVERBS = word_set(
    """
    also currently meanwhile however then recently later now today already still
    therefore subsequently eventually finally initially
    """
)


class TitleMaker:
    """Words the titles of one article's events."""

    def __init__(self, text: str, referents: Referents) -> None:
        """`text` is canonical."""
        self._text = text
        self._referents = referents

    def title(self, parsed: Parsed, scope: Scope, sentence: int) -> str:
        """The title of what a date dates in a sentence; `sentence` is its number in the body."""
        words = parsed.words
        subjects = self._subjects(parsed, scope, sentence)
        predicates = list(self._predicates(parsed, scope, sentence))
        title = _first_that_fits(subjects, predicates)
        title = self._attributed(title, parsed, scope)
        title = self._with_fuller_nouns(title, words, scope)
        return capitalised(title)

    def _attributed(self, title: str, parsed: Parsed, scope: Scope) -> str:
        """Who says it, where that is one side, or where the words are `I` and `we`."""
        words = parsed.words
        reporter = reporter_of(parsed.clauses, scope)
        if reporter is not None and reporter.group is not None and accusers(words, reporter):
            said = rendered(self._text, words, [*reporter.subject, reporter.group.main])
            longer = f"{capitalised(said)} {title}"
            return longer if len(longer) <= LONGEST else title
        if title.split(" ")[0].lower() not in {"i", "we"}:
            return title
        speaker = speaker_of(parsed)
        first = title if title.startswith("I ") else title[:1].lower() + title[1:]
        longer = f"{rendered(self._text, words, speaker)}: {first}" if speaker else title
        return longer if len(longer) <= LONGEST else title

    def is_poor(self, title: str, scope: Scope | None = None) -> bool:
        """True for a fragment: no subject, too few words, or none that says anything."""
        words = _WORDS.findall(title.lower())
        if " " not in title:
            return True
        if scope is not None and scope.relation is Relation.CLAUSE and not scope.subject:
            return True
        if len(words) < _FEWEST_WORDS or title.count("|") > 1:
            return True
        if len(words) <= 3 and (words[0] in lex.PREPOSITIONS or words[0] in lex.POSSESSIVES):
            return True
        return all(len(word) < 3 or word in lex.NOT_NAMES for word in words)

    def whole_sentence(self, parsed: Parsed, dates: range) -> str:
        """The title of last resort: the sentence without the date, cut to fit."""
        rest = [i for i in range(len(parsed.words)) if i not in dates]
        while rest and _is_idle(parsed.words[rest[0]]):
            rest = rest[1:]
        return capitalised(shortest_word_cut(rendered(self._text, parsed.words, rest), LONGEST))

    def _subjects(self, parsed: Parsed, scope: Scope, sentence: int) -> list[str]:
        """Wordings of the subject, the fullest first."""
        words = parsed.words
        indices = [i for i in scope.subject if words[i].tag is not Tag.DATE]
        while indices and _is_idle(words[indices[0]]):
            indices = indices[1:]
        if not indices:
            return [""]
        name = self._referent(parsed, scope, indices, sentence)
        if name:
            return [name]
        owner = self._owner(parsed, scope, indices, sentence)
        if words[indices[0]].lower == "whose":
            owner = self._owner_of_whose(words, indices[0])
        if owner:
            return [f"{owner} {rendered(self._text, words, indices[1:])}"]
        keep = scope.relation is Relation.CLAUSE or scope.aside
        whole = self._noun_phrase(words, indices, keep_article=keep)
        core = _core(words, indices)
        if core == indices:
            return [whole]
        return [whole, self._noun_phrase(words, core, keep_article=True)]

    def _noun_phrase(self, words: list[Word], indices: Sequence[int], *, keep_article: bool) -> str:
        article = words[indices[0]].lower in {"a", "an", "the"}
        if article and not keep_article and len(indices) > 1:
            indices = indices[1:]
        return rendered(self._text, words, indices)

    def _owner(
        self, parsed: Parsed, scope: Scope, indices: Sequence[int], sentence: int
    ) -> str | None:
        """The name for `Its` and `His` at the head of a subject, as a possessive."""
        words = parsed.words
        first = words[indices[0]].lower
        if len(indices) < 2 or first not in {"his", "her", "its"}:
            return None
        near = owner_in_sentence(parsed, scope, indices[0])
        name: str | None
        if near:
            name = self._noun_phrase(words, near, keep_article=False)
        elif first != "its":
            name = self._referents.person(sentence)
        elif words[indices[-1]].lower in _PEOPLE_OF_GROUPS:
            name = self._referents.group(sentence)
        else:
            name = self._referents.thing(sentence)
        return _possessive(name) if name else None

    def _owner_of_whose(self, words: list[Word], index: int) -> str | None:
        end = index - 1 if words[index - 1].tag is Tag.PUNCTUATION else index
        noun = list(range(noun_phrase_start(words, end), end))
        while any(words[i].lower == "of" for i in noun):
            noun = noun[1:]
        return _possessive(rendered(self._text, words, noun)) if noun else None

    def _referent(
        self, parsed: Parsed, scope: Scope, indices: Sequence[int], sentence: int
    ) -> str | None:
        """The name for `He`, `It`, `The general`, `The terrorist organization`; None if unsafe."""
        first = parsed.words[indices[0]]
        if len(indices) == 1 and first.tag is Tag.PRONOUN:
            return self._pronoun(parsed, scope, first, sentence)
        return self._described(parsed, indices, sentence)

    def _pronoun(self, parsed: Parsed, scope: Scope, pronoun: Word, sentence: int) -> str | None:
        near = antecedent_in_sentence(parsed, scope, pronoun)
        if near:
            return self._noun_phrase(parsed.words, near, keep_article=True)
        if pronoun.lower in {"he", "she"}:
            return self._referents.person(sentence)
        if pronoun.lower == "they":
            return self._referents.many(sentence)
        return self._referents.thing(sentence) if pronoun.lower == "it" else None

    def _described(self, parsed: Parsed, indices: Sequence[int], sentence: int) -> str | None:
        """`the company`, `the terrorist organization`, `the general`, without a name in it."""
        words = parsed.words
        first, last = words[indices[0]], words[indices[-1]]
        described = first.lower in {"the", "this", "that"} and len(indices) <= 3
        if not described or any(words[i].tag is not Tag.NOUN for i in indices[1:]):
            return None
        if last.lower in lex.GROUP_NOUNS:
            inside = group_in_sentence(parsed, indices[0])
            if inside:
                return self._noun_phrase(words, inside, keep_article=True)
            return self._referents.group(sentence)
        if last.lower in lex.PERSON_NOUNS and len(indices) == 2:
            return self._referents.person(sentence)
        return None

    def _predicates(self, parsed: Parsed, scope: Scope, sentence: int) -> Iterator[str]:
        """Wordings of the predicate, the fullest first, each cut at a looser joint."""
        words = parsed.words
        indices = [i for i in scope.predicate if not _is_idle_before_verb(words, i, scope)]
        replaced = _past_instead(words, scope) | _small_inside(words, indices, scope.subject)
        if scope.relation is Relation.NOUN and not scope.subject:
            owner = self._owner(parsed, scope, indices, sentence) if indices else None
            if owner:
                yield f"{owner} {dangling_cut(rendered(self._text, words, indices[1:]))}"
            while indices and words[indices[0]].lower in {"a", "an", "the", "this", "that"}:
                indices = indices[1:]
        place = ""
        if scope.place:
            place = f" in {rendered(self._text, words, scope.place)}"
        for cut in cuts(words, indices, scope.group):
            wording = dangling_cut(rendered(self._text, words, indices[:cut], replaced))
            if scope.aside:
                wording = f"{_was(words, scope.subject)} {wording}"
            yield wording + place
            if place:
                yield wording

    def _with_fuller_nouns(self, title: str, words: list[Word], scope: Scope) -> str:
        """`the embargo` in the wording that the article gave it before, where there is room."""
        position = words[0].span.start
        for match in re.finditer(r"\b[Tt]he ([a-z]+)\b(?! (?:of|on|for|against|in) )", title):
            noun = match[1]
            if noun not in lex.THING_NOUNS:
                continue
            fuller = self._referents.fuller(noun, position)
            longer = title[: match.start(1)] + (fuller or noun) + title[match.end(1) :]
            if fuller and len(longer) <= LONGEST and not _repeats(title, fuller):
                return longer
        return title


def _repeats(title: str, fuller: str) -> bool:
    names = [word for word in fuller.split() if word[0].isupper()]
    return any(name in title for name in names)


def _is_idle(word: Word) -> bool:
    idle = word.lower in _IDLE_ADVERBS and word.tag is not Tag.NAME
    return idle or (word.tag in {Tag.COORDINATOR, Tag.PUNCTUATION} and word.text not in {"“", '"'})


def _is_idle_before_verb(words: list[Word], index: int, scope: Scope) -> bool:
    """Adverbs that place the sentence in the article, not the event in time."""
    return words[index].tag is Tag.ADVERB and words[index].lower in _IDLE_ADVERBS


def _core(words: list[Word], indices: list[int]) -> list[int]:
    """The subject without ranks and offices before each person's name."""
    core: list[int] = []
    run: list[int] = []
    for index in [*indices, -1]:
        inside = index >= 0 and _belongs_to_name(words, index, run)
        if inside:
            run.append(index)
            continue
        if run:
            start = core_of(words, run[0], run[-1] + 1)
            core.extend(i for i in run if i >= start)
            run = []
        if index >= 0:
            core.append(index)
    return _without_office(words, core)


def _belongs_to_name(words: list[Word], index: int, run: list[int]) -> bool:
    word = words[index]
    return word.tag is Tag.NAME or (bool(run) and word.lower in {"of", "the"})


def _without_office(words: list[Word], indices: list[int]) -> list[int]:
    """`former dictator Moammar Gadhafi` without what stands before the name."""
    tail = [i for i in indices if words[i].tag is Tag.NAME]
    if len(tail) < 2 or tail != list(range(tail[0], indices[-1] + 1)) or tail[0] == indices[0]:
        return indices
    before = words[tail[0] - 1]
    return tail if before.lower in lex.PERSON_NOUNS else indices


def _small_inside(
    words: list[Word], indices: Sequence[int], subject: Sequence[int]
) -> dict[int, str]:
    """The sentence's first word, where it does not come first any more."""
    first = 0 in indices[1:] or (bool(indices) and indices[0] == 0 and bool(subject))
    if not first or words[0].tag in {Tag.NAME, Tag.NUMBER}:
        return {}
    return {0: words[0].text[:1].lower() + words[0].text[1:]}


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _was(words: list[Word], subject: Sequence[int]) -> str:
    """The auxiliary that makes a sentence of `The bridge, built in 1931`."""
    head = words[subject[-1]]
    many = head.tag is Tag.NOUN and head.lower.endswith("s") and not head.lower.endswith("ss")
    return "were" if many or any(words[i].lower == "and" for i in subject) else "was"


def _past_instead(words: list[Word], scope: Scope) -> dict[int, str]:
    """`taking` becomes `took` where the doing gets a subject."""
    group = scope.group
    if scope.relation is not Relation.GERUND or group is None:
        return {}
    past = forms.past_of(words[group.main].lower)
    if words[group.main].lower == "being":
        past = "was"
    return {group.main: past, **dict.fromkeys(range(group.start, group.main), "")}


def _first_that_fits(subjects: list[str], predicates: list[str]) -> str:
    """The fullest predicate under any subject, the fullest subject first."""
    for predicate in predicates:
        for subject in subjects:
            title = tidied(f"{subject} {predicate}")
            if len(title) <= LONGEST:
                return title
    shortest = tidied(f"{subjects[-1]} {predicates[-1] if predicates else ''}")
    return shortest_word_cut(shortest, LONGEST)
