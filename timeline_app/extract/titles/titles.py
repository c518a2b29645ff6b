"""Titles: who did what, in at most 80 characters, for a reader who has not read the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from timeline_app.extract.dating.scopes import Relation, Scope, clause_scope, complement_of
from timeline_app.extract.discourse.happenings import is_dependent
from timeline_app.extract.discourse.modality import accusers, reporter_of
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.clause import Clause
from timeline_app.extract.grammar.parsing import Parsed
from timeline_app.extract.grammar.words import Tag, Word
from timeline_app.extract.names.referents import Referents
from timeline_app.extract.titles.checks import is_poor
from timeline_app.extract.titles.lightening import lighter
from timeline_app.extract.titles.nearby import (
    SAYING,
    speaker_of,
)
from timeline_app.extract.titles.predicates import (
    goes_on_passively,
    was,
    with_all_that_belongs,
    without_loose_end,
)
from timeline_app.extract.titles.sentencetitles import SentenceTitles, is_idle_before_verb, joints
from timeline_app.extract.titles.shortening import (
    bare_cuts,
    border_cuts,
    cuts,
    last_cuts,
    subject_cut,
)
from timeline_app.extract.titles.soundness import faults
from timeline_app.extract.titles.speeches import with_speaker
from timeline_app.extract.titles.subjectwording import FIGURES, SubjectWording
from timeline_app.extract.titles.wording import (
    LONGEST,
    capitalised,
    dangling_cut,
    rendered,
    shortest_word_cut,
    tidied,
)

_FEWEST_TOLD = 3
_SAID_MARKS = {"“", "”", '"'}
_MOST_CANDIDATES = 20
_FIRST_PERSON = re.compile(r"^(?:I|We)\b|\b(?:me|my|our|us|we|I)\b")
_UNCLEAR = re.compile(r"(?:It|This|That|These|There|They)\b")
_QUOTED = re.compile(r"[“\"].*[”\"]")
_LOOSE_END = re.compile(r"(?:[ ,]+(?:or|and|but|nor|the|a|an))+$")
_BRACKETED = re.compile(r" ?\([^()]*\)")
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
        self._sentences = SentenceTitles(text)

    def title(self, parsed: Parsed, scope: Scope, sentence: int) -> str:
        """The title of what a date dates in a sentence; `sentence` is its number in the body."""
        words = parsed.words
        scope = with_all_that_belongs(parsed, scope)
        if scope.group is not None and forms.lemma(words[scope.group.main].lower) in lex.SPEECH:
            scope = with_speaker(parsed, scope)
        title = _soundest(self._candidates(parsed, scope, sentence), words, scope)
        title = self._attributed(title, parsed, scope)
        title = self._with_fuller_nouns(title, words, scope)
        return capitalised(_LOOSE_END.sub("", title))

    def _candidates(self, parsed: Parsed, scope: Scope, sentence: int) -> Iterator[str]:
        """Titles that fit, those that tell most first; at last one cut with an ellipsis."""
        subjects = self._subject.wordings(parsed, scope, sentence)
        yield from fitting(subjects, self._predicates(parsed, scope, sentence))
        yield from self._what_was_said(parsed, scope, sentence, subjects)
        yield self._sentences.without_saying(parsed, scope)
        yield self._sentences.main_clause(parsed, scope)
        yield from self._loosely_cut(parsed, scope, sentence, subjects)
        yield from self._cut_at_borders(parsed, scope, subjects)
        *_, shortest = self._predicates(parsed, scope, sentence)
        yield shortest_word_cut(f"{subjects[-1]} {shortest}", LONGEST)

    def _loosely_cut(
        self, parsed: Parsed, scope: Scope, sentence: int, subjects: list[str]
    ) -> Iterator[str]:
        """Cut before an `of`, what is reported without who reports it first."""
        yield from self._what_was_said(parsed, scope, sentence, subjects, loose=True)
        predicates = self._predicates(parsed, scope, sentence, loose=True)
        own = [i for i in scope.subject if parsed.words[i].tag is not Tag.DATE]
        lengths = {subject_cut(parsed.words, own, bare=True, of=of) for of in (False, True)}
        bare = sorted(lengths - {len(own)}, reverse=True)
        shortest = [rendered(self._text, parsed.words, own[:length]) for length in bare]
        yield from fitting([*subjects, *shortest], predicates)

    def _cut_at_borders(self, parsed: Parsed, scope: Scope, subjects: list[str]) -> Iterator[str]:
        """Cut before any phrase whatever, where the subject leaves room for one."""
        words, group = parsed.words, scope.group
        told = scope.complement.group if scope.complement else None
        verb = max((g.main for g in (group, told) if g is not None), default=0)
        own = [i for i in scope.predicate if not is_idle_before_verb(words, i)]
        *_, light = [own, *lighter(words, own, scope)]
        for length in border_cuts(words, light, verb, joints(parsed)[1]):
            title = f"{subjects[-1]} {dangling_cut(rendered(self._text, words, light[:length]))}"
            if len(title) <= LONGEST:
                yield tidied(title)

    def _what_was_said(
        self,
        parsed: Parsed,
        scope: Scope,
        sentence: int,
        subjects: list[str],
        *,
        loose: bool = False,
    ) -> Iterator[str]:
        """What a reporting verb reports, without it, where both together are too long."""
        told, words = scope.complement, parsed.words
        inner = _said_before(parsed, scope) if told is None else _said_behind(parsed, scope, told)
        if inner is None or inner.clause is None:
            return
        first = words[inner.subject[0]]
        pronoun = first.tag is Tag.PRONOUN and len(inner.subject) == 1
        if pronoun and (told is None or first.lower not in {"it", "they", "he", "she"}):
            return
        main = inner.group.main if inner.group else 0
        if pronoun and first.lower == "it" and words[main].tag is Tag.BE:
            return  # `said it was clear that`
        named = subjects if pronoun else self._subject.wordings(parsed, inner, sentence)
        yield from fitting(named, self._predicates(parsed, inner, sentence, loose=loose))
        if inner.complement is not None:
            yield from self._what_was_said(parsed, inner, sentence, named, loose=loose)

    def _attributed(self, title: str, parsed: Parsed, scope: Scope) -> str:
        """Who says it, where that is one side, or where the words are `I` and `we`."""
        words = parsed.words
        reporter = reporter_of(parsed.clauses, scope)
        if reporter is not None and reporter.group is not None and accusers(words, reporter):
            said = rendered(self._text, words, [*reporter.subject, reporter.group.main])
            longer = f"{capitalised(said)} {title}"
            return longer if len(longer) <= LONGEST else title
        if scope.subject and words[scope.subject[-1]].lower in FIGURES:
            return self._with_whose(title, parsed, scope)
        unclear = words[0].text in {"“", '"'} and _UNCLEAR.match(title)
        if not unclear and not _FIRST_PERSON.search(_QUOTED.sub("", title)):
            return title
        speaker = self._speaker(parsed)
        if speaker is None or title.startswith(speaker) or ": " in title:
            return title
        first = title if title.startswith("I ") else title[:1].lower() + title[1:]
        longer = f"{capitalised(speaker)}: {first}"
        return longer if len(longer) <= LONGEST else title

    def _speaker(self, parsed: Parsed) -> str | None:
        """Who says a sentence's quotation, by name: `Hill said` or `he said`."""
        words = parsed.words
        named = speaker_of(parsed)
        if named:
            return rendered(self._text, words, named)
        for word, following in pairwise(words):
            if word.lower in {"he", "she"} and following.lower in SAYING:
                number = self._referents.sentence_at(words[0].span.start)
                return self._referents.person(number, word.lower)
        return None

    def _with_whose(self, title: str, parsed: Parsed, scope: Scope) -> str:
        """`Acme said net income fell`: whose it is, only the saying tells."""
        words, reporter = parsed.words, reporter_of(parsed.clauses, scope)
        if reporter is None or reporter.group is None:
            return title
        if any(words[i].tag is Tag.NAME or words[i].possessive for i in scope.subject):
            return title
        if not any(words[i].tag is Tag.NAME for i in reporter.subject):
            return title
        said = rendered(self._text, words, [*reporter.subject, reporter.group.main])
        longer = f"{capitalised(said)} {title[:1].lower()}{title[1:]}"
        return longer if len(longer) <= LONGEST else title

    def is_poor(self, title: str, scope: Scope | None = None, parsed: Parsed | None = None) -> bool:
        """True for a fragment: no subject, too few words, or none that says anything."""
        return is_poor(title, scope, parsed)

    def whole_sentence(self, parsed: Parsed, dates: range) -> str:
        """The title of last resort: the sentence without the date, cut to fit.

        Its main clause worded as any other where that is short enough or names who did it.
        """
        if dates and parsed.words[dates.stop - 1].possessive:
            dates = range(0)  # `at last year's summit`
        title = self._sentences.whole_sentence(parsed, dates)
        if not title.endswith("…") and title.split(" ")[0].lower() not in lex.SUBJECT_PRONOUNS:
            return title
        main = next((n for n, c in enumerate(parsed.clauses) if _is_main(c)), None)
        if main is None:
            return title
        scope = clause_scope(parsed.words, parsed.clauses, main, dates)
        worded = self.title(parsed, scope, self._referents.sentence_at(parsed.words[0].span.start))
        return title if worded.endswith("…") or is_poor(worded, scope, parsed) else worded

    def plain_sentence(self, parsed: Parsed, dates: range) -> str:
        """The sentence without the date, for languages whose grammar isn't known."""
        return self._sentences.plain_sentence(parsed, dates)

    def _predicates(
        self, parsed: Parsed, scope: Scope, sentence: int, *, loose: bool = False
    ) -> Iterator[str]:
        """Wordings of the predicate, the fullest first, each cut at an earlier joint.

        With `loose` those cut before an `of`.
        """
        words = parsed.words
        indices = [i for i in scope.predicate if not is_idle_before_verb(words, i)]
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
            if scope.relation is Relation.NOUN and indices and words[indices[0]].text == ",":
                wording = f", {wording}"  # `Hill, an envoy`
            yield wording + place
            if place:
                yield wording

    def _cut(
        self, parsed: Parsed, scope: Scope, indices: list[int], *, loose: bool
    ) -> Iterator[list[int]]:
        """The predicate whole, made lighter, then up to each joint, the last first."""
        yield indices
        words, group = parsed.words, scope.group
        told = scope.complement.group if scope.complement else None
        levels = list(lighter(words, indices, scope))
        yield from levels
        brief, bare = [*levels[:1], indices][0], set([indices, *levels][-1])
        starts, barred = joints(parsed)
        lengths = cuts(words, brief, group, told, starts, barred)
        if loose:
            lengths += last_cuts(words, brief, told or group, barred)
            lengths += cuts(words, brief, group, told, starts, barred, loose=True)
            lengths += bare_cuts(words, brief, told or group, barred)
        for length in dict.fromkeys(lengths):
            yield brief[:length]
            if len(bare) < len(brief):
                yield [i for i in brief[:length] if i in bare]

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


def _is_main(clause: Clause) -> bool:
    return clause.group is not None and bool(clause.subject) and not is_dependent(clause)


def _said_behind(parsed: Parsed, scope: Scope, told: Clause) -> Scope | None:
    """The scope of what is said, `the plant will close` of `Acme said the plant will close`."""
    if scope.group is None or told.group is None or not told.subject:
        return None
    rest = tuple(i for i in scope.predicate if i >= max(told.subject.stop, told.start))
    if told.subject.stop > told.group.start or not rest:
        return None
    return _told_scope(parsed, told, tuple(told.subject), rest)


def _told_scope(
    parsed: Parsed, told: Clause, subject: tuple[int, ...], predicate: tuple[int, ...]
) -> Scope:
    position = next(n for n, clause in enumerate(parsed.clauses) if clause is told)
    content = complement_of(parsed.words, parsed.clauses, position)
    return Scope(Relation.CLAUSE, subject, predicate, told, told.group, content)


def _said_before(parsed: Parsed, scope: Scope) -> Scope | None:
    """The scope of what is said first: `The plant will close, Acme said`."""
    if scope.group is None:
        return None
    words = parsed.words
    first = min([scope.group.start, *scope.subject])
    told = [i for i in scope.predicate if i < first and words[i].text not in _SAID_MARKS]
    while told and words[told[0]].tag is Tag.COORDINATOR:
        told = told[1:]
    while told and words[told[-1]].text == ",":
        told.pop()
    clause = next((c for c in parsed.clauses if c.group and c.group.main in told), None)
    if len(told) < _FEWEST_TOLD or clause is None or clause.group is None:
        return None
    own = tuple(i for i in clause.subject if i in told)
    rest = tuple(i for i in told if i >= clause.subject.stop)
    if not own or clause.subject.stop > clause.group.start:
        return None
    return _told_scope(parsed, clause, own, rest)


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


def fitting(subjects: list[str], predicates: Iterator[str]) -> Iterator[str]:
    """Titles that are short enough: each predicate under the fullest subject that it fits."""
    wordings = dict.fromkeys(s for full in subjects for s in (full, _BRACKETED.sub("", full)))
    for predicate in predicates:
        shorter = _THAT.sub(r"\1", predicate, count=1) if " that" in predicate else predicate
        bare = _BRACKETED.sub("", shorter) if "(" in shorter else shorter
        shown = dict.fromkeys((predicate, shorter, bare))
        title = _first_short(wordings, shown)
        if title:
            yield title


def _first_short(subjects: Iterable[str], predicates: Iterable[str]) -> str:
    for predicate in predicates:
        for subject in subjects:
            if len(subject) + len(predicate) <= 2 * LONGEST:
                title = tidied(f"{subject} {predicate}")
                if len(title) <= LONGEST:
                    return title
    return ""


def _soundest(candidates: Iterator[str], words: list[Word], scope: Scope) -> str:
    """The first title in which nothing is wrong, else the one with the least."""
    verb = None
    if scope.relation in (Relation.CLAUSE, Relation.GERUND) and scope.group is not None:
        verb = words[scope.group.main].lower
    best, least = "", 1 << 10
    for candidate in islice(filter(None, candidates), _MOST_CANDIDATES):
        found = faults(capitalised(candidate), verb)
        if found < least:
            best, least = candidate, found
        if not least:
            break
    return best
