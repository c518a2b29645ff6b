"""Titles: who did what, in at most 80 characters, for a reader who has not read the article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from timeline_app.extract.dating.scopes import Relation, Scope
from timeline_app.extract.discourse.happenings import is_dependent
from timeline_app.extract.discourse.modality import accusers, reporter_of
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.parsing import Parsed
from timeline_app.extract.grammar.sentenceparts import (
    LEADS_IN,
    asides,
    attribution_start,
    behind_comma,
    contact_starts,
    interruptions,
    last_needed,
    main_start,
    spoken_asides,
    uncuttable,
)
from timeline_app.extract.grammar.words import Tag, Word
from timeline_app.extract.names.referents import Referents
from timeline_app.extract.titles.checks import is_poor, only_says
from timeline_app.extract.titles.nearby import (
    speaker_of,
)
from timeline_app.extract.titles.predicates import (
    goes_on_passively,
    was,
    with_all_that_belongs,
    without_loose_end,
)
from timeline_app.extract.titles.shortening import bare_cuts, cuts, last_cuts, subject_cut
from timeline_app.extract.titles.speeches import with_speaker
from timeline_app.extract.titles.subjectwording import IDLE_ADVERBS, SubjectWording, is_idle
from timeline_app.extract.titles.wording import (
    LONGEST,
    capitalised,
    dangling_cut,
    rendered,
    shortest_word_cut,
    tidied,
)

_PLAIN_SAYING = {"say", "believe", "think", "argue", "claim", "add", "note", "announce", "state"}
_FEWEST_TOLD = 3
_BRACKETED = re.compile(r" ?\([^()]*\)")
_TELLING_ADVERBS = word_set(
    """
    only nearly hardly barely apparently probably possibly likely usually reportedly allegedly
    falsely wrongly supposedly accidentally
    mistakenly jointly narrowly partly unanimously illegally secretly
    """
)
_THAT = re.compile(
    r"^((?:has |have |had |also )*(?:said|says|say|announced|added|told \w+)) that\b"
)


class TitleMaker:
    """Words the titles of one article's events."""

    def __init__(self, text: str, referents: Referents) -> None:
        """`text` is canonical."""
        self._text = text
        self._referents = referents
        self._subject = SubjectWording(text, referents)

    def title(self, parsed: Parsed, scope: Scope, sentence: int) -> str:
        """The title of what a date dates in a sentence; `sentence` is its number in the body."""
        words = parsed.words
        scope = with_all_that_belongs(parsed, scope)
        if scope.group is not None and forms.lemma(words[scope.group.main].lower) in lex.SPEECH:
            scope = with_speaker(parsed, scope)
        subjects = self._subject.wordings(parsed, scope, sentence)
        title, shortest = _first_that_fits(subjects, self._predicates(parsed, scope, sentence))
        if not title:
            title = (
                self._what_was_said(parsed, scope, sentence, subjects)
                or self._without_saying(parsed, scope)
                or self._main_clause(parsed, scope)
                or self._loosely_cut(parsed, scope, sentence, subjects)
                or shortest_word_cut(f"{subjects[-1]} {shortest}", LONGEST)
            )
        title = self._attributed(title, parsed, scope)
        title = self._with_fuller_nouns(title, words, scope)
        return capitalised(title)

    def _loosely_cut(self, parsed: Parsed, scope: Scope, sentence: int, subjects: list[str]) -> str:
        """Cut before an `of`, what is reported without who reports it first."""
        said = self._what_was_said(parsed, scope, sentence, subjects, loose=True)
        predicates = self._predicates(parsed, scope, sentence, loose=True)
        own = [i for i in scope.subject if parsed.words[i].tag is not Tag.DATE]
        bare = own[: subject_cut(parsed.words, own, bare=True)] if own else []
        shortest = [rendered(self._text, parsed.words, bare)] if bare != own else []
        return said or _first_that_fits([*subjects, *shortest], predicates)[0]

    def _main_clause(self, parsed: Parsed, scope: Scope) -> str:
        """The sentence without asides, up to a joint; "" where the scope isn't all it tells."""
        main = next((c for c in parsed.clauses if c.group and not is_dependent(c)), None)
        if main is None or scope.relation is not Relation.CLAUSE or scope.aside:
            return ""
        if main.group is None or main_start(parsed) > main.subject.start:
            return ""
        if main is not scope.clause and main.group.main not in scope.predicate:
            return ""
        words, own = parsed.words, {*scope.subject, *scope.predicate}
        first = words[main.subject.start] if main.subject else None
        if first is None or first.tag is Tag.PRONOUN:
            return ""
        dates = {i for i, w in enumerate(words) if w.tag is Tag.DATE and i not in own}
        links = {i - 1 for i in dates if i and words[i - 1].lower in lex.DATE_PREPOSITIONS}
        return self._without_asides(parsed, dates | links)

    def _what_was_said(
        self,
        parsed: Parsed,
        scope: Scope,
        sentence: int,
        subjects: list[str],
        *,
        loose: bool = False,
    ) -> str:
        """What a reporting verb reports, without it, where both together are too long."""
        told = scope.complement
        if scope.group is None:
            return ""
        if told is None:
            return self._said_before(parsed, scope)
        if told.group is None or not told.subject:
            return ""
        words = parsed.words
        own = [i for i in told.subject if words[i].tag is not Tag.DATE]
        inner = replace(scope, subject=tuple(own), clause=told, group=told.group, complement=None)
        rest = [i for i in scope.predicate if i >= max(told.subject.stop, told.start)]
        if told.subject.stop > told.group.start or not rest:
            return ""
        pronoun = len(own) == 1 and words[own[0]].tag is Tag.PRONOUN
        if pronoun and words[own[0]].lower not in {"it", "they", "he", "she"}:
            return ""
        named = subjects if pronoun else self._subject.wordings(parsed, inner, sentence)
        inner = replace(inner, predicate=tuple(rest))
        predicates = self._predicates(parsed, inner, sentence, loose=loose)
        return _first_that_fits(named, predicates)[0]

    def _without_saying(self, parsed: Parsed, scope: Scope | None = None) -> str:
        """What stands behind `Hill said`, up to a joint that fits; "" where that is no sentence.

        Words between those of `scope` that are not its own, its date, are left out.
        """
        words = parsed.words
        finite = [c for c in parsed.clauses if c.group is not None]
        if len(finite) < 2 or finite[0].group is None or finite[1].group is None:
            return ""
        saying, told = finite[0].group, finite[1].group
        if forms.lemma(words[saying.main].lower) not in _PLAIN_SAYING or saying.passive:
            return ""
        own = set(scope.predicate) if scope else set()
        aside = {i for part in interruptions(parsed) for i in part}
        within = range(min(own), max(own) + 1) if own else range(0)
        rest = [i for i in range(saying.end, len(words)) if i in own or i not in within]
        rest = [i for i in rest if i not in aside]
        while rest and (words[rest[0]].lower == "that" or words[rest[0]].tag is Tag.PUNCTUATION):
            rest = rest[1:]
        opens = {Tag.DETERMINER, Tag.NAME, Tag.NOUN, Tag.NUMBER}
        if not rest or words[rest[0]].tag not in opens or told.main not in rest:
            return ""
        for length in cuts(words, rest, told, None, *_joints(parsed)):
            shown = dangling_cut(tidied(rendered(self._text, words, rest[:length])))
            if len(shown) <= LONGEST:
                return shown
        return ""

    def _said_before(self, parsed: Parsed, scope: Scope) -> str:
        """`The plant will close` of `The plant will close, Acme said`."""
        assert scope.group is not None
        words = parsed.words
        first = min([scope.group.start, *scope.subject])
        marks = {"“", "”", '"', ","}
        told = [i for i in scope.predicate if i < first and words[i].text not in marks]
        while told and words[told[0]].tag is Tag.COORDINATOR:
            told = told[1:]
        if len(told) < _FEWEST_TOLD or words[told[0]].tag is Tag.PRONOUN:
            return ""
        group = next((c.group for c in parsed.clauses if c.group and c.group.main in told), None)
        lengths = cuts(words, told, group, None, *_joints(parsed)) if group else []
        for length in [*lengths, *last_cuts(words, told, group, uncuttable(parsed))]:
            shown = dangling_cut(rendered(self._text, words, told[:length]))
            if len(shown) <= LONGEST:
                return shown
        return ""

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

    def is_poor(self, title: str, scope: Scope | None = None, parsed: Parsed | None = None) -> bool:
        """True for a fragment: no subject, too few words, or none that says anything."""
        return is_poor(title, scope, parsed)

    def whole_sentence(self, parsed: Parsed, dates: range) -> str:
        """The title of last resort: the sentence without the date, cut to fit.

        Who says it goes, and a phrase before it; "" where nothing but a saying is left.
        """
        if only_says(parsed):
            return ""
        title = self._without_asides(parsed, dates)
        if not title:
            rest = [i for i in self._told(parsed) if i not in dates]
            title = shortest_word_cut(rendered(self._text, parsed.words, rest), LONGEST)
        return capitalised(title)

    def _told(self, parsed: Parsed) -> list[int]:
        """The sentence's words without who says it and what leads in."""
        dropped = {i for clause in spoken_asides(parsed) for i in clause}
        rest = range(main_start(parsed), attribution_start(parsed))
        words = parsed.words
        dropped |= {i for i in rest if _is_idle_before_verb(words, i) and words[i - 1].text != ","}
        told = [i for i in rest if i not in dropped]
        while told and is_idle(parsed.words[told[0]]):
            told = told[1:]
        return told

    def _without_asides(self, parsed: Parsed, dates: Collection[int]) -> str:
        """The sentence, or its beginning up to a joint that fits; "" where there is none."""
        words = parsed.words
        rest = [i for i in self._told(parsed) if i not in dates]
        while rest and is_idle(words[rest[0]]):
            rest = rest[1:]
        whole = rendered(self._text, words, rest)
        if len(whole) <= LONGEST or not rest:
            return dangling_cut(whole)
        aside = {i for clause in asides(parsed) for i in range(clause.start - 2, clause.end + 1)}
        aside |= {i for part in interruptions(parsed) for i in part}
        kept = [i for i in rest if i not in aside]
        told = last_needed(parsed, kept)
        if words[kept[0]].tag in LEADS_IN and not behind_comma(words, kept, told):
            return ""
        for indices in (kept, rest):
            for length in cuts(words, indices, told, None, *_joints(parsed)):
                shown = dangling_cut(tidied(rendered(self._text, words, indices[:length])))
                if len(shown) <= LONGEST:
                    return shown
        return self._without_saying(parsed)

    def plain_sentence(self, parsed: Parsed, dates: range) -> str:
        """The sentence without the date, cut to fit: for languages whose grammar isn't known."""
        rest = [i for i in range(len(parsed.words)) if i not in dates]
        while rest and is_idle(parsed.words[rest[0]]):
            rest = rest[1:]
        return capitalised(shortest_word_cut(rendered(self._text, parsed.words, rest), LONGEST))

    def _predicates(
        self, parsed: Parsed, scope: Scope, sentence: int, *, loose: bool = False
    ) -> Iterator[str]:
        """Wordings of the predicate, the fullest first, each cut at an earlier joint.

        With `loose` those cut before an `of`.
        """
        words = parsed.words
        indices = [i for i in scope.predicate if not _is_idle_before_verb(words, i)]
        if scope.group is not None and scope.subject:
            while indices and words[indices[0]].tag is Tag.DATE and indices[0] < scope.group.start:
                indices = indices[1:]
        indices = without_loose_end(words, indices, scope)
        replaced = _small_inside(words, indices, scope.subject) | _curly(words, indices)
        replaced |= _past_instead(words, scope)
        replaced |= self._subject.objects(parsed, scope, indices, sentence)
        if scope.relation is Relation.NOUN and not scope.subject:
            owner = self._subject.owner(parsed, scope, indices, sentence) if indices else None
            if owner:
                yield f"{owner} {dangling_cut(rendered(self._text, words, indices[1:]))}"
            while indices and words[indices[0]].lower in {"a", "an", "the", "this", "that"}:
                indices = indices[1:]
        place = ""
        if scope.place:
            place = f" in {rendered(self._text, words, scope.place)}"
        for cut in self._cut(parsed, scope, indices, loose=loose):
            wording = dangling_cut(rendered(self._text, words, cut, replaced))
            if scope.aside or goes_on_passively(parsed, scope):
                wording = f"{was(words, scope.subject)} {wording}"
            yield wording + place
            if place:
                yield wording

    def _cut(
        self, parsed: Parsed, scope: Scope, indices: list[int], *, loose: bool
    ) -> Iterator[list[int]]:
        """The predicate whole, then up to each joint, the last first."""
        yield indices
        words, group = parsed.words, scope.group
        told = scope.complement.group if scope.complement else None
        brief = [i for i in indices if not _is_manner(words, i, scope)]
        starts, barred = _joints(parsed)
        lengths = cuts(words, brief, group, told, starts, barred)
        if loose:
            lengths += last_cuts(words, brief, told or group, barred)
            lengths += cuts(words, brief, group, told, starts, barred, loose=True)
            lengths += bare_cuts(words, brief, told or group, barred)
        for length in dict.fromkeys(lengths):
            yield brief[:length]

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


def _is_manner(words: list[Word], index: int, scope: Scope) -> bool:
    """`formally` in `has formally asked`: what a title that is too long can do without."""
    group, word = scope.group, words[index]
    if group is None or word.tag is not Tag.ADVERB or not group.start - 1 <= index < group.main:
        return False
    if group.negated:
        return False
    return word.lower.endswith("ly") and word.lower not in _TELLING_ADVERBS


def _joints(parsed: Parsed) -> tuple[set[int], set[int]]:
    """Where clauses begin that no word introduces, and where nothing may be cut."""
    return contact_starts(parsed), uncuttable(parsed)


def _repeats(title: str, fuller: str) -> bool:
    names = [word for word in fuller.split() if word[0].isupper()]
    return any(name in title for name in names)


def _is_idle_before_verb(words: list[Word], index: int) -> bool:
    """Adverbs that place the sentence in the article, not the event in time."""
    if index and words[index - 1].tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
        return False
    if index and words[index].lower == "alone":
        return words[index - 1].tag is Tag.DATE  # `rose last week alone`
    if index + 1 < len(words) and words[index + 1].tag is Tag.NUMBER:
        return False  # `initially 10`
    return words[index].tag is Tag.ADVERB and words[index].lower in IDLE_ADVERBS


def _curly(words: list[Word], indices: Sequence[int]) -> dict[int, str]:
    """Straight quotation marks as opening and closing ones."""
    marks = [i for i in indices if words[i].text == '"']
    return {index: "“" if place % 2 == 0 else "”" for place, index in enumerate(marks)}


def _small_inside(
    words: list[Word], indices: Sequence[int], subject: Sequence[int]
) -> dict[int, str]:
    """The sentence's first word, where it does not come first any more."""
    quoted = 0 in indices and any(words[i].text in {"“", '"'} for i in indices)
    if quoted:
        return {}
    first = 0 in indices[1:] or (bool(indices) and indices[0] == 0 and bool(subject))
    if not first or words[0].tag in {Tag.NAME, Tag.NUMBER}:
        return {}
    return {0: words[0].text[:1].lower() + words[0].text[1:]}


def _past_instead(words: list[Word], scope: Scope) -> dict[int, str]:
    """`taking` becomes `took` where the doing gets a subject."""
    group = scope.group
    if scope.relation is not Relation.GERUND or group is None:
        return {}
    past = forms.past_of(words[group.main].lower)
    if words[group.main].lower == "being":
        past = "was"
    return {group.main: past, **dict.fromkeys(range(group.start, group.main), "")}


def _first_that_fits(subjects: list[str], predicates: Iterator[str]) -> tuple[str, str]:
    """The fullest predicate under any subject, the fullest subject first; "" where none fits.

    With it goes the last predicate that was tried.
    """
    predicate = ""
    wordings = dict.fromkeys(s for full in subjects for s in (full, _BRACKETED.sub("", full)))
    for predicate in predicates:
        shorter = _THAT.sub(r"\1", predicate, count=1)
        bare = _BRACKETED.sub("", shorter)
        for shown in dict.fromkeys((predicate, shorter, bare)):
            for subject in wordings:
                if len(subject) + len(shown) <= 2 * LONGEST:
                    title = tidied(f"{subject} {shown}")
                    if len(title) <= LONGEST:
                        return title, predicate
    return "", predicate
