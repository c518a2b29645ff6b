"""Patterns as rules write them, and the tree that finds all of them at once.

A pattern reads like the phrase: `<month> <day>[,] <year>`.

    word        that word, lower case; marks stand for themselves
    <slot>      anything of that sort; `<date:first>` also gives it a name
    [..]        may be left out
    (a|b)       one or the other
    space       next word; `~` with no gap between them; `_` with a space or a hyphen
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

_PIECE = re.compile(r"<[a-z_]+(?::[a-z_]+)?>|'s|[^\W_]+\.?|[\[\]()|~_ ]|[^\w\s<>]")


class Element(NamedTuple):
    """One word that a pattern asks for: its key, with `~` first where no gap is allowed.

    A slot also has its sort and its name in this pattern.
    """

    key: str
    slot: str | None = None
    name: str | None = None


Sequence = tuple[Element, ...]
Tree = dict[Any, Any]


def expand(pattern: str) -> list[Sequence]:
    """Every sequence of words that a pattern allows; raises ValueError for a broken pattern."""
    pieces = _PIECE.findall(pattern)
    if "".join(pieces) != pattern:
        msg = f"unreadable pattern: {pattern}"
        raise ValueError(msg)
    sequences, rest = _alternatives(pieces, 0)
    if rest != len(pieces):
        msg = f"unbalanced pattern: {pattern}"
        raise ValueError(msg)
    return [tuple(sequence) for sequence in sequences if sequence]


def _alternatives(pieces: list[str], at: int) -> tuple[list[list[Element]], int]:
    found: list[list[Element]] = []
    current: list[list[Element]] = [[]]
    glue = ""
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        if piece in {")", "]"}:
            at -= 1
            break
        if piece == "|":
            found += current
            current = [[]]
        elif piece == " ":
            glue = ""
        elif piece == "~":
            glue = "~"
        elif piece == "_":
            current += [[*sequence, Element("-")] for sequence in current]
        elif piece in {"(", "["}:
            inner, at = _alternatives(pieces, at)
            at += 1
            options = [_glued(sequence, glue) for sequence in inner if sequence]
            kept = current if piece == "[" else []
            current = kept + [head + tail for head in current for tail in options]
            glue = ""
        else:
            element = _element(piece, glue)
            current = [[*sequence, element] for sequence in current]
            glue = ""
    return found + current, at


def _glued(sequence: list[Element], glue: str) -> list[Element]:
    first = sequence[0]
    return [first._replace(key=glue + first.key), *sequence[1:]] if glue else sequence


def _element(piece: str, glue: str) -> Element:
    if piece[0] != "<":
        return Element(glue + piece)
    slot, _, name = piece[1:-1].partition(":")
    return Element(f"{glue}<{slot}>", slot, name or slot)


def grow(entries: Iterable[tuple[Any, str]]) -> Tree:
    """A tree of all patterns: keys lead on; under None stands what ends there.

    That is a list of (place among the entries, owner, the elements that led there).

    `entries` are pairs of anything (a rule) and its pattern.
    """
    root: Tree = {}
    for order, (owner, pattern) in enumerate(entries):
        for sequence in expand(pattern):
            branch = root
            for element in sequence:
                branch = branch.setdefault(element.key, {})
            branch.setdefault(None, []).append((order, owner, sequence))
    return root


def words_of(pattern: str) -> set[str]:
    """The plain words and marks of a pattern, which the lexicon must know."""
    return {p for p in _PIECE.findall(pattern) if p[0] != "<" and p not in "[]()|~_ "} | (
        {"-"} if "_" in _outside_slots(pattern) else set()
    )


def _outside_slots(pattern: str) -> str:
    return re.sub(r"<[^>]*>", "", pattern)
