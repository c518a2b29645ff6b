"""One clause of a sentence, and small questions about its words."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.chunks import Group
from timeline_app.extract.grammar.words import Tag, Word

HARD = {
    "_",
    ",",
    ";",
    ":",
    "(",
    ")",
    "[",
    "]",
    "—",
    "–",
    "―",
    "-",
    "--",
    "“",
    "”",
    '"',
    "…",
    "...",
    "«",
    "»",
}


_OPENS_OBJECT = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.ING}


@dataclass(slots=True)
class Clause:
    """`words[start:end]` behind its `marker` (",", "after", "which", "that", "and", ...).

    `group` is its finite verb, None for a phrase. `subject` may lie outside the clause.
    """

    start: int
    end: int
    marker: str
    groups: list[Group] = field(default_factory=list)
    group: Group | None = None
    subject: range = field(default_factory=lambda: range(0))

    @property
    def indices(self) -> range:
        """Indices of its words."""
        return range(self.start, self.end)


def reports(words: list[Word], group: Group) -> bool:
    return forms.lemma(words[group.main].lower) in lex.REPORTING


def adds_a_thing(words: list[Word], group: Group) -> bool:
    """`added recording to its computers`: a deed, no saying."""
    if words[group.main].lower not in {"add", "adds", "added"} or group.end >= len(words):
        return False
    following = words[group.end]
    return following.is_nominal or following.tag in _OPENS_OBJECT


def before_adverbs(words: list[Word], index: int) -> int:
    while index and words[index - 1].tag is Tag.ADVERB:
        index -= 1
    return index


def is_bare_noun_phrase(words: list[Word], clause: Clause) -> bool:
    first = words[clause.start]
    if first.tag in {Tag.PREPOSITION, Tag.ADVERB, Tag.DATE, Tag.ING, Tag.VERB, Tag.TO}:
        return False
    return any(words[i].is_nominal for i in clause.indices) or (
        first.tag is Tag.PRONOUN or (first.tag is Tag.DETERMINER and len(clause.indices) == 1)
    )
