"""Headlines: whether one tells something that happened, and its words as a title."""

from __future__ import annotations

import re

from timeline_app.domain.records import Modality
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.titles.wording import LONGEST, dangling_cut, tidied

_FEWEST_WORDS = 3
_OPENERS = word_set(
    """
    how why what who when where which interview opinion analysis review editorial obituary live
    profile reactions letters comment explainer watch photos pictures video is are do does can
    should will ten five seven top
    """
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NO_SUBJECT_BEFORE = lex.DETERMINERS | lex.POSSESSIVES | lex.PREPOSITIONS | lex.COORDINATORS


def tells(headline: str) -> bool:
    """True for a headline with a subject and a verb, in the present tense that headlines use."""
    words = _WORD.findall(headline)
    if len(words) < _FEWEST_WORDS or "?" in headline or words[0].lower() in _OPENERS:
        return False
    if forms.is_past(words[-1].lower()) or forms.is_participle(words[-1].lower()):
        return True
    return any(_is_verb(words, index) for index in range(1, len(words) - 1))


def mood(headline: str) -> Modality:
    """Planned for `X to buy Y`, said for `X says`, else happened."""
    words = [word.lower() for word in _WORD.findall(headline)]
    for index, word in enumerate(words[1:-1], 1):
        if word in {"will", "may", "might", "could", "plans", "plan"}:
            return Modality.PLANNED
        plain = words[index + 1] not in _NO_SUBJECT_BEFORE and index + 2 < len(words)
        if word == "to" and plain and not _any_verb(words[1:index]):
            return Modality.PLANNED
        if forms.lemma(word) in {"say", "warn", "claim", "announce", "tell", "urge", "call"}:
            return Modality.SAID
        if forms.lemma(word) in {"deny", "reject"}:
            return Modality.DENIED
    return Modality.HAPPENED


def worded(headline: str) -> str:
    """The headline as a title of at most 80 characters."""
    title = tidied(" ".join(headline.split()))
    if len(title) <= LONGEST:
        return title
    return dangling_cut(title[: LONGEST + 1].rsplit(" ", 1)[0])


def _any_verb(words: list[str]) -> bool:
    return any(_looks_like_verb(word) for word in words)


def _is_verb(words: list[str], index: int) -> bool:
    before, word = words[index - 1].lower(), words[index].lower()
    if before in _NO_SUBJECT_BEFORE:
        return False
    if word == "to":
        return forms.is_base(words[index + 1].lower()) or index + 2 < len(words)
    return _looks_like_verb(word)


def _looks_like_verb(word: str) -> bool:
    if word in lex.MODALS | lex.BE_FINITE | lex.HAVE:
        return True
    third = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
    return third or forms.is_past(word) or forms.is_participle(word) or forms.is_base(word)
