"""A sentence as words with light grammatical tags: enough to find its clauses, no model needed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.domain.text import Span


class Tag(StrEnum):
    """What a word does in its sentence, as far as closed word classes and endings tell."""

    DETERMINER = "D"
    PREPOSITION = "P"
    POSSESSIVE = "Q"
    PRONOUN = "L"
    OBJECT_PRONOUN = "O"
    COORDINATOR = "C"
    MODAL = "M"
    BE = "B"
    BE_NONFINITE = "b"
    HAVE = "H"
    DO = "o"
    NEGATION = "X"
    ADVERB = "A"
    TO = "T"
    ING = "G"
    VERB = "V"
    NUMBER = "U"
    NAME = "Y"
    NOUN = "W"
    DATE = "E"
    PUNCTUATION = "."

    __hash__ = str.__hash__  # sets of tags are asked about for every word: Enum's own is slow


_NOMINAL = frozenset({Tag.NAME, Tag.NOUN, Tag.NUMBER})


@dataclass(slots=True)
class Word:
    """One token; `lower` is its text in lower case without a possessive ending."""

    text: str
    lower: str
    span: Span
    tag: Tag
    possessive: bool = False

    @property
    def is_nominal(self) -> bool:
        """True for a word that can end a noun phrase."""
        return self.tag in _NOMINAL and not self.possessive
