"""Titles: who did what, in at most 80 characters, for a reader who has not read the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline_app.extract import lexicon as lex
from timeline_app.extract import verbforms as forms
from timeline_app.extract.chunks import Group
from timeline_app.extract.clause import HARD, Clause
from timeline_app.extract.lexicon import word_set
from timeline_app.extract.modality import accusers, reporter_of
from timeline_app.extract.nearby import (
    speaker_of,
)
from timeline_app.extract.parsing import Parsed
from timeline_app.extract.referents import Referents
from timeline_app.extract.scopes import Relation, Scope
from timeline_app.extract.shortening import cuts, last_cuts
from timeline_app.extract.subjectwording import IDLE_ADVERBS, SubjectWording, is_idle
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
_FEWEST_TOLD = 3
_THAT = re.compile(
    r"^((?:has |have |had |also )*(?:said|says|say|announced|added|told \w+)) that\b"
)
_UNFINISHED = re.compile(
    r"\?(?! ?[”\"])|\b(?:said|says|say|announced|added|that) (?:it|he|she|they|we|I)$"
    r"|\b(?:said|says) that$"
)
_AMOUNT = tuple("$€£¥0123456789")
_LEADS_IN = {Tag.PREPOSITION, Tag.VERB, Tag.ING, Tag.TO}
_QUOTES = {"“", '"', "‘", ":", "``"}
_LONGEST_ASIDE = 6
_BARE_SAYING = word_set("say tell add respond reply answer state believe argue continue")
_WORDS = re.compile(r"[^\W\d_]{2,}")


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
        subjects = self._subject.wordings(parsed, scope, sentence)
        predicates = list(self._predicates(parsed, scope, sentence))
        title = _first_that_fits(subjects, predicates) or self._what_was_said(
            parsed, scope, sentence, subjects
        )
        if not title:
            predicate = predicates[-1] if predicates else ""
            title = shortest_word_cut(f"{subjects[-1]} {predicate}", LONGEST)
        title = self._attributed(title, parsed, scope)
        title = self._with_fuller_nouns(title, words, scope)
        return capitalised(title)

    def _what_was_said(
        self, parsed: Parsed, scope: Scope, sentence: int, subjects: list[str]
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
        return _first_that_fits(named, list(self._predicates(parsed, inner, sentence)))

    def _said_before(self, parsed: Parsed, scope: Scope) -> str:
        """`The plant will close` of `The plant will close, Acme said`."""
        assert scope.group is not None
        words = parsed.words
        first = min([scope.group.start, *scope.subject])
        marks = {"“", "”", '"', ","}
        told = [i for i in scope.predicate if i < first and words[i].text not in marks]
        if len(told) < _FEWEST_TOLD or words[told[0]].tag is Tag.PRONOUN:
            return ""
        group = next((c.group for c in parsed.clauses if c.group and c.group.main in told), None)
        starts = _contact_starts(parsed)
        for length in cuts(words, told, group, None, starts) if group else ():
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
        if scope is not None:
            clause = scope.relation is Relation.CLAUSE
            if (clause and not scope.subject) or (not clause and title.startswith(_AMOUNT)):
                return True
            if scope.relation is Relation.NOUN and len(title.split()) < _FEWEST_TOLD:
                return True
            if parsed is not None and _says_nothing(parsed, scope):
                return True
        return " " not in title or bool(_UNFINISHED.search(title)) or _is_fragment(title)

    def whole_sentence(self, parsed: Parsed, dates: range) -> str:
        """The title of last resort: the sentence without the date, cut to fit.

        Who says it goes, and a phrase before it; "" where nothing but a saying is left.
        """
        if _only_says(parsed):
            return ""
        words = parsed.words
        end = _attribution_start(parsed)
        dropped = {i for clause in _spoken_asides(parsed) for i in clause}
        first = _main_start(parsed)
        rest = [i for i in range(first, end) if i not in dates and i not in dropped]
        while rest and is_idle(words[rest[0]]):
            rest = rest[1:]
        return capitalised(self._shortened_sentence(parsed, rest))

    def _shortened_sentence(self, parsed: Parsed, rest: list[int]) -> str:
        """The sentence, or its beginning up to a joint that fits."""
        words = parsed.words
        whole = rendered(self._text, words, rest)
        if len(whole) <= LONGEST:
            return dangling_cut(whole)
        asides = {i for clause in _asides(parsed) for i in range(clause.start - 1, clause.end + 1)}
        kept = [i for i in rest if i not in asides]
        told = _last_needed(parsed, kept)
        if words[kept[0]].tag in _LEADS_IN and not _behind_comma(words, kept, told):
            return shortest_word_cut(whole, LONGEST)
        for indices in (kept, rest):
            for length in cuts(words, indices, told, None, _contact_starts(parsed)):
                shown = dangling_cut(tidied(rendered(self._text, words, indices[:length])))
                if len(shown) <= LONGEST:
                    return shown
        return shortest_word_cut(whole, LONGEST)

    def _predicates(self, parsed: Parsed, scope: Scope, sentence: int) -> Iterator[str]:
        """Wordings of the predicate, the fullest first, each cut at a looser joint."""
        words = parsed.words
        indices = [i for i in scope.predicate if not _is_idle_before_verb(words, i)]
        indices = _without_loose_end(words, indices, scope)
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
        told = scope.complement.group if scope.complement else None
        lengths = cuts(words, indices, scope.group, told, _contact_starts(parsed))
        for cut in [*lengths, *last_cuts(words, indices, told or scope.group)]:
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


def _without_loose_end(words: list[Word], indices: list[int], scope: Scope) -> list[int]:
    """Without `after auditors found` whose content is missing, and without a last `there`."""
    while indices and words[indices[-1]].text in {".", ","}:
        indices = indices[:-1]
    if len(indices) < 3 or scope.group is None:
        return indices
    last = words[indices[-1]]
    if last.lower == "there" and words[indices[-2]].is_nominal:
        return indices[:-1]
    told = last.tag is Tag.VERB and forms.lemma(last.lower) in lex.REPORTING
    if not told or indices[-1] <= scope.group.main:
        return indices
    for place in range(len(indices) - 2, 0, -1):
        if words[indices[place]].lower in lex.SUBORDINATORS and indices[place] > scope.group.main:
            return indices[:place]
    return indices


def _is_idle_before_verb(words: list[Word], index: int) -> bool:
    """Adverbs that place the sentence in the article, not the event in time."""
    if index and words[index - 1].tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
        return False
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


def _was(words: list[Word], subject: Sequence[int]) -> str:
    """The auxiliary that makes a sentence of `The bridge, built in 1931`."""
    end = next((n for n, i in enumerate(subject) if words[i].tag is Tag.PREPOSITION), len(subject))
    head = words[subject[max(0, end - 1)]]
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


def _is_fragment(title: str) -> bool:
    """True for too few words, or for words that say nothing by themselves."""
    words = _WORDS.findall(title.lower())
    if len(words) < _FEWEST_WORDS or title.count("|") > 1:
        return True
    if words[0] in lex.PREPOSITIONS and len(words) <= 3:
        return True
    if words[0] in lex.POSSESSIVES and len(words) <= 2:
        return True
    return all(len(word) < 3 or word in lex.NOT_NAMES for word in words)


def _says_nothing(parsed: Parsed, scope: Scope) -> bool:
    """`Hill said in Rome`, `Hill said a group of men`, `Accounted for half`."""
    group, words = scope.group, parsed.words
    if group is None or not scope.predicate:
        return False
    if not scope.subject and min(scope.predicate) == group.start:
        return scope.relation is not Relation.GERUND
    if scope.relation is not Relation.CLAUSE or group.passive:
        return False
    behind = [words[i] for i in scope.predicate if i >= group.end]
    if len(behind) > 1 and behind[-2].tag is Tag.TO and behind[-1].lower in lex.SPEECH:
        return True
    saying = forms.lemma(words[group.main].lower) in _BARE_SAYING
    if not saying or min(scope.predicate) < min([group.start, *scope.subject]):
        return False
    if scope.complement is not None and scope.complement.group is not None:
        return scope.complement.group.main not in scope.predicate
    told = any(c.group and c.group.main in scope.predicate for c in _others(parsed, scope))
    return not told and not any(w.text in _QUOTES or w.tag is Tag.TO for w in behind)


def _others(parsed: Parsed, scope: Scope) -> list[Clause]:
    return [c for c in parsed.clauses if c is not scope.clause]


def _only_says(parsed: Parsed) -> bool:
    """True for a sentence that is all attribution: `Hill said in a statement.`"""
    finite = [c for c in parsed.clauses if c.group is not None]
    if len(finite) != 1 or any(word.text in _QUOTES for word in parsed.words[:-1]):
        return False
    group = finite[0].group
    return group is not None and forms.lemma(parsed.words[group.main].lower) in _BARE_SAYING


def _spoken_asides(parsed: Parsed) -> list[range]:
    """`, he said,` in the middle of a sentence, with the mark before it."""
    words = parsed.words
    return [
        range(clause.start - 1, clause.end)
        for clause in parsed.clauses[1:]
        if clause.group is not None
        and clause.marker == ","
        and clause.end - clause.start <= _LONGEST_ASIDE
        and clause.end < len(words)
        and words[clause.end].text == ","
        and forms.lemma(words[clause.group.main].lower) in lex.SPEECH
        and clause.group.end >= clause.end
    ]


def _main_start(parsed: Parsed) -> int:
    """Behind a phrase that leads a sentence in: `According to Acme, | sales rose`."""
    words, clauses = parsed.words, parsed.clauses
    for position, clause in enumerate(clauses[:-1]):
        leading = clause.group is None and clause.start < len(words)
        phrase = words[clause.start].tag in {Tag.PREPOSITION, Tag.ADVERB, Tag.DATE}
        if not leading or not phrase or clauses[position + 1].marker != ",":
            return clause.start if position else 0
        following = clauses[position + 1]
        if following.group is not None and following.subject.start >= following.start:
            return following.start
    return 0


def _behind_comma(words: list[Word], kept: list[int], group: Group | None) -> bool:
    """True where the verb stands behind the sentence's first comma: what leads in is whole."""
    comma = next((i for i in kept if words[i].text == ","), None)
    return group is not None and (comma is None or group.main > comma)


def _last_needed(parsed: Parsed, kept: list[int]) -> Group | None:
    """The verb that a cut must leave: the main one, or that of what the sentence reports."""
    found: Group | None = None
    for clause in parsed.clauses:
        group = clause.group
        if group is None or group.main not in kept or not _leads(clause):
            continue
        found = group
        if forms.lemma(parsed.words[group.main].lower) not in lex.REPORTING:
            return found
    return found


def _attribution_start(parsed: Parsed) -> int:
    """Where `, a spokesman said` begins at a sentence's end; the sentence's length without."""
    words, last = parsed.words, parsed.clauses[-1] if parsed.clauses else None
    if last is None or last.group is None or len(parsed.clauses) < 2 or last.marker not in HARD:
        return len(words)
    says = forms.lemma(words[last.group.main].lower) in lex.SPEECH
    behind = words[last.group.end :]
    bare = all(w.tag in {Tag.PUNCTUATION, Tag.DATE} for w in behind)
    bare |= words[last.group.main].lower == "told" and len(behind) <= _LONGEST_ASIDE
    return last.start - 1 if says and bare and last.start > _FEWEST_TOLD else len(words)


def _leads(clause: Clause) -> bool:
    return clause.group is not None and clause.marker.split(" ")[-1] not in lex.RELATIVES


def _asides(parsed: Parsed) -> list[Clause]:
    """`, which operates lotteries,`: clauses between commas that the sentence can do without."""
    words = parsed.words
    return [
        clause
        for clause in parsed.clauses
        if clause.marker in lex.RELATIVES
        and clause.start > 1
        and words[clause.start - 2].text == ","
        and clause.end < len(words)
        and words[clause.end].text == ","
    ]


def _contact_starts(parsed: Parsed) -> set[int]:
    """Where clauses begin that no word introduces: `the dividend | LIN promises to pay`."""
    return {clause.start for clause in parsed.clauses if clause.marker == "contact"}


def _first_that_fits(subjects: list[str], predicates: Sequence[str]) -> str:
    """The fullest predicate under any subject, the fullest subject first; "" where none fits."""
    for predicate in predicates:
        for shown in dict.fromkeys((predicate, _THAT.sub(r"\1", predicate, count=1))):
            for subject in subjects:
                title = tidied(f"{subject} {shown}")
                if len(title) <= LONGEST:
                    return title
    return ""
