"""A language as the tagger needs it: words, rules in stages, and cues of direction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from timeline_app.tagger.patterns import Tree, grow, words_of
from timeline_app.tagger.rules import Rule
from timeline_app.tagger.tokens import Entry, Values

LANGUAGES = ("en",)


@dataclass(frozen=True, slots=True)
class Cues:
    """Reads the words around an expression.

    `direction(text, start, end)` is -1 past, 1 future or 0 unknown, and the words that say so.
    `function_words` tell the language of a text.
    """

    direction: Callable[[str, int, int], tuple[int, str]]
    function_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Language:
    """`rules` by stage: each stage sees the phrases that the stages before it found."""

    code: str
    rules: tuple[tuple[Rule, ...], ...]
    cues: Cues
    lexicon: Mapping[str, Entry]
    stages: tuple[Tree, ...]


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


@cache
def load_language(code: str) -> Language:
    """The language of a folder beside this module; English for a language there is none for."""
    name = code if code in LANGUAGES else LANGUAGES[0]
    language: Language = import_module(f"timeline_app.tagger.{name}").language()
    return language


_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language whose function words a text uses most; "en" when unsure."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    scores = {
        code: sum(word in load_language(code).cues.function_words for word in words)
        for code in LANGUAGES
    }
    return max(LANGUAGES, key=lambda code: scores[code])
