"""A sentence as words with light grammatical tags: enough to find its clauses, no model needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from timeline_app.domain.text import Span


class Tag(str):
    """What a word does in its sentence, as far as closed word classes and endings tell.

    One object each, told apart by `is`. No Enum: every rule asks every word for its tag, and
    Python 3.11 takes five times as long to look up an Enum's member as a plain attribute.
    """

    __slots__ = ()

    DETERMINER: ClassVar[Tag]
    PREPOSITION: ClassVar[Tag]
    POSSESSIVE: ClassVar[Tag]
    PRONOUN: ClassVar[Tag]
    OBJECT_PRONOUN: ClassVar[Tag]
    COORDINATOR: ClassVar[Tag]
    MODAL: ClassVar[Tag]
    BE: ClassVar[Tag]
    BE_NONFINITE: ClassVar[Tag]
    HAVE: ClassVar[Tag]
    DO: ClassVar[Tag]
    NEGATION: ClassVar[Tag]
    ADVERB: ClassVar[Tag]
    TO: ClassVar[Tag]
    ING: ClassVar[Tag]
    VERB: ClassVar[Tag]
    NUMBER: ClassVar[Tag]
    NAME: ClassVar[Tag]
    NOUN: ClassVar[Tag]
    DATE: ClassVar[Tag]
    PUNCTUATION: ClassVar[Tag]


for _name in Tag.__annotations__:
    setattr(Tag, _name, Tag(_name.lower()))

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
