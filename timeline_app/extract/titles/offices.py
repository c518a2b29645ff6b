"""Ranks and offices before a person's name, which a title can do without."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extract.grammar import rolewords
from timeline_app.extract.grammar.nounphrases import core_of
from timeline_app.extract.grammar.words import Tag, Word

_AFTER_OF = rolewords.AFTER_OF  # `secretary of state`, `chief of staff`
_OFFICE_ENDS = _AFTER_OF | {"chief", "boss", "star"}


def without_offices(words: list[Word], indices: Sequence[int]) -> list[int]:
    """The words without ranks and offices before each person's name."""
    core: list[int] = []
    run: list[int] = []
    for index in [*indices, -1]:
        inside = index >= 0 and _belongs_to_name(words, index, run)
        if inside:
            run.append(index)
            continue
        if run:
            start = core_of(words, run[0], run[-1] + 1)
            core.extend(i for i in run if i >= start)
            run = []
        if index >= 0:
            core.append(index)
    return _without_office(words, core)


def _belongs_to_name(words: list[Word], index: int, run: list[int]) -> bool:
    word = words[index]
    return word.tag is Tag.NAME or (bool(run) and word.lower in {"of", "the"})


def _without_office(words: list[Word], indices: list[int]) -> list[int]:
    """`former dictator Moammar Gadhafi` without what stands before the name.

    Not `an aide to Senator Wexler`: that is somebody else.
    """
    start = len(indices)
    while start and words[indices[start - 1]].tag is Tag.NAME:
        start -= 1
    tail = indices[start:]
    body = bool(tail) and tail[0] > 0 and words[tail[0] - 1].lower in rolewords.GROUPS
    if len(tail) < 2 - body or not start or any(words[i].possessive for i in indices[start:]):
        return indices
    links = [i for i in indices[:start] if words[i].tag is Tag.PREPOSITION]
    if any(words[i].lower != "of" or words[i + 1].lower not in _AFTER_OF for i in links):
        return indices
    before = words[tail[0] - 1]
    office = rolewords.is_role(before.lower) or before.lower in _OFFICE_ENDS
    return tail if body or office else indices
