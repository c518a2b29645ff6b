"""A language as the tagger needs it: words, rules in stages, and cues of direction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from timeline_app.tagger.otherlanguages import OTHER_LANGUAGES
from timeline_app.tagger.patterns import Sequence, Tree, grow, words_of
from timeline_app.tagger.rules import Rule
from timeline_app.tagger.tokens import Entry, Values

_DEFAULT = "en"
_BEFORE = 48  # code points before an expression: a few words


def _folders() -> tuple[str, ...]:
    """Codes of the languages that have a folder beside this module, the default one first."""
    names = [m.name for m in iter_modules([str(Path(__file__).parent)]) if m.ispkg]
    return (_DEFAULT, *sorted(set(names) - {_DEFAULT}))


LANGUAGES = _folders()


@dataclass(frozen=True, slots=True)
class Cues:
    """Reads the words around an expression.

    `direction(text, start, end)` is -1 past, 1 future or 0 unknown, and the words that say so.
    `of_any_time` finds those words for the future that a story of the past uses, too ("would").
    `background` finds the words before a year that the story only looks back to ("which fell in").
    `lead` matches words that open a sentence with a year ("In").
    `report` and `aside` match words that end where an expression begins. `function_words` tell the
    language of a text.
    """

    direction: Callable[[str, int, int], tuple[int, str]]
    report: re.Pattern[str]
    aside: re.Pattern[str]
    of_any_time: re.Pattern[str]
    background: re.Pattern[str]
    lead: re.Pattern[str]
    function_words: frozenset[str]

    def is_report(self, text: str, start: int) -> bool:
        """True for “said on Tuesday”: such a date doesn't move the story."""
        return self.report.search(text, max(0, start - _BEFORE), start) is not None

    def is_background(self, text: str, start: int) -> bool:
        """True for “which last erupted in 1821”: the story isn't there."""
        return self.background.search(text, max(0, start - 2 * _BEFORE), start) is not None

    def is_lead(self, text: str, start: int) -> bool:
        """True for the year of “In 1862 war came”."""
        return self.lead.search(text, max(0, start - _BEFORE), start) is not None

    def is_aside(self, text: str, start: int) -> bool:
        """True for “after a flat second quarter”: what follows isn't told of that one."""
        return self.aside.search(text, max(0, start - _BEFORE), start) is not None


@dataclass(frozen=True, slots=True)
class Language:
    """`rules` by stage: each stage sees the phrases that the stages before it found."""

    code: str
    rules: tuple[tuple[Rule, ...], ...]
    cues: Cues
    lexicon: Mapping[str, Entry]
    stages: tuple[Tree, ...]
    _names: dict[int, str] = field(default_factory=dict)

    def reading(self, rule: Rule, elements: Sequence) -> str:
        """A rule's name as it reads for one of its sequences; the trees keep these alive."""
        name = self._names.get(id(elements))
        if name is None:
            name = self._names[id(elements)] = rule.reading(elements)
        return name


def build(
    code: str,
    words: Mapping[str, Values],
    cased: Mapping[str, Values],
    rules: tuple[tuple[Rule, ...], ...],
    cues: Cues,
) -> Language:
    """A language ready for use.

    `words` are known in lower case, capitalised and in capitals; `cased` only as written.
    """
    lexicon: dict[str, Entry] = {}
    literals: set[str] = set()
    for stage in rules:
        for rule in stage:
            literals |= words_of(rule.pattern)
    for word in literals | words.keys():
        entry = Entry(word, words.get(word, {}))
        for form in _forms(word):
            lexicon[form] = entry
    for word, values in cased.items():
        lower = word.lower()
        lexicon[word] = Entry(lower, {**words.get(lower, {}), **values})
    trees = tuple(grow((rule, rule.pattern) for rule in stage) for stage in rules)
    return Language(code, rules, cues, lexicon, trees)


def _forms(word: str) -> Iterable[str]:
    return (word, word.capitalize(), word.upper())


def load_language(code: str) -> Language:
    """The language of a folder beside this module; English for a language there is none for."""
    return _load(code if code in LANGUAGES else _DEFAULT)


@cache
def _load(code: str) -> Language:
    language: Language = import_module(f"timeline_app.tagger.{code}").language()
    return language


_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_FEWEST, _CLEARLY = 5, 2  # function words of a language without rules; times those of others


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language whose function words a text uses most; "en" when unsure.

    A language without rules is named only where its words are far more than those of others.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    scores = {code: sum(word in _function_words(code) for word in words) for code in LANGUAGES}
    known = max(LANGUAGES, key=lambda code: scores[code])
    others = {code: sum(w in common for w in words) for code, common in OTHER_LANGUAGES.items()}
    other = max(others, key=lambda code: others[code])
    sure = others[other] >= _FEWEST and others[other] > _CLEARLY * scores[known]
    return other if sure else known


@cache
def _function_words(code: str) -> frozenset[str]:
    """A language's commonest words, without building its rules."""
    cues: Cues = import_module(f"timeline_app.tagger.{code}.cues").CUES
    return cues.function_words
