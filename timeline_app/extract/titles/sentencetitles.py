"""Titles out of a whole sentence: its main clause, what it reports, itself cut at a joint."""

from __future__ import annotations

from collections.abc import Collection

from timeline_app.extract.dating.scopes import Relation, Scope
from timeline_app.extract.discourse.happenings import is_dependent
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
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
from timeline_app.extract.titles.checks import only_says
from timeline_app.extract.titles.shortening import border_cuts, cuts
from timeline_app.extract.titles.soundness import faults
from timeline_app.extract.titles.subjectwording import IDLE_ADVERBS, is_idle
from timeline_app.extract.titles.wording import (
    LONGEST,
    capitalised,
    dangling_cut,
    rendered,
    shortest_word_cut,
    tidied,
)

_IDLE = IDLE_ADVERBS | {"alone", "here"}
_PLAIN_SAYING = {"say", "believe", "think", "argue", "claim", "add", "note", "announce", "state"}


class SentenceTitles:
    """Titles of sentences of one article's text."""

    def __init__(self, text: str) -> None:
        """`text` is canonical."""
        self._text = text

    def whole_sentence(self, parsed: Parsed, dates: range) -> str:
        """The title of last resort: the sentence without the date, cut to fit.

        Who says it goes, and a phrase before it; "" where nothing but a saying is left.
        """
        if only_says(parsed):
            return ""
        title = self._without_asides(parsed, dates)
        if not title:
            rest = [i for i in self._told(parsed) if i not in dates]
            title = self._up_to_border(parsed, rest)
        return capitalised(title)

    def _up_to_border(self, parsed: Parsed, indices: list[int]) -> str:
        """The words up to the last phrase that fits, else cut with an ellipsis."""
        words = parsed.words
        main = next((c.group for c in parsed.clauses if c.group and c.group.main in indices), None)
        for length in border_cuts(words, indices, main.main if main else -1, uncuttable(parsed)):
            title = dangling_cut(rendered(self._text, words, indices[:length]))
            if len(title) <= LONGEST and main is not None and not faults(title, None):
                return title
        return shortest_word_cut(rendered(self._text, words, indices), LONGEST)

    def plain_sentence(self, parsed: Parsed, dates: range) -> str:
        """The sentence without the date, cut to fit: for languages whose grammar isn't known."""
        rest = [i for i in range(len(parsed.words)) if i not in dates]
        while rest and is_idle(parsed.words[rest[0]]):
            rest = rest[1:]
        return capitalised(shortest_word_cut(rendered(self._text, parsed.words, rest), LONGEST))

    def main_clause(self, parsed: Parsed, scope: Scope) -> str:
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

    def without_saying(self, parsed: Parsed, scope: Scope | None = None) -> str:
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
        for length in cuts(words, rest, told, None, *joints(parsed)):
            shown = dangling_cut(tidied(rendered(self._text, words, rest[:length])))
            if len(shown) <= LONGEST:
                return shown
        return ""

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
            for length in cuts(words, indices, told, None, *joints(parsed)):
                shown = dangling_cut(tidied(rendered(self._text, words, indices[:length])))
                if len(shown) <= LONGEST:
                    return shown
        return self.without_saying(parsed)

    def _told(self, parsed: Parsed) -> list[int]:
        """The sentence's words without who says it and what leads in."""
        dropped = {i for clause in spoken_asides(parsed) for i in clause}
        rest = range(main_start(parsed), attribution_start(parsed))
        words = parsed.words
        dropped |= {i for i in rest if is_idle_before_verb(words, i) and words[i - 1].text != ","}
        told = [i for i in rest if i not in dropped]
        while told and is_idle(parsed.words[told[0]]):
            told = told[1:]
        return told


def joints(parsed: Parsed) -> tuple[set[int], set[int]]:
    """Where clauses begin that no word introduces, and where nothing may be cut."""
    return contact_starts(parsed), uncuttable(parsed)


def is_idle_before_verb(words: list[Word], index: int) -> bool:
    """Adverbs that place the sentence in the article, not the event in time."""
    if words[index].lower not in _IDLE:
        return False
    if index and words[index - 1].tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION}:
        return False
    if index and words[index].lower == "alone":
        return words[index - 1].tag is Tag.DATE  # `rose last week alone`
    if index + 1 < len(words) and words[index + 1].tag is Tag.NUMBER:
        return False  # `initially 10`
    if words[index].lower == "here" and index:  # where the article was written
        quoted = any(word.text in {"“", '"'} for word in words[:index])
        return not quoted and words[index - 1].tag is not Tag.PREPOSITION
    return words[index].tag is Tag.ADVERB and words[index].lower in IDLE_ADVERBS
