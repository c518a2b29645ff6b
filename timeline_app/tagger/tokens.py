"""Text to runs of known words: the only pass over every character, linear whatever the text.

A run is a stretch of neighbouring words, figures and marks that the language's rules know;
a word that no rule knows, or an empty line, ends it. Rules only ever see one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from timeline_app.tagger.figures import read_figures

# Figures joined by marks stay together, so that a phone number, a score or a price never
# looks like several small numbers. "p.m." is one word, so is a word with its full stop.
_TOKEN = re.compile(
    r"\d+(?:[-/.:,–—]\d+)*(?:T\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
    r"|[AaPp]\.\s?[Mm]\b\.?"
    r"|[ABCabc]\.[CDEcde]\.(?:[Ee]\.)?"
    r"|[^\W\d_]+\.?"
    r"|['’`]s\b"
    r"|[^\s\w]|_"
)
_LONGEST_FIGURES = 40  # nothing longer is a date

Values = Mapping[str, Any]


class Entry:
    """What a word can be: the keys that patterns ask for, and a value for each slot.

    `glued` are the same keys as patterns ask for them where no gap is allowed.
    """

    __slots__ = ("glued", "keys", "values")

    def __init__(self, literal: str, values: Values) -> None:
        """`literal` is the word as patterns write it; `values` maps a slot's name to its value."""
        self.values = values
        self.keys = (literal, *(f"<{slot}>" for slot in values))
        self.glued = tuple(f"~{key}" for key in self.keys)


class Item:
    """One word of a run, or an expression that rules made of several.

    `tight`: no gap before it. `fused`: no gap, and letters or figures on both sides of the
    seam ("Q3", "1990s"), so that it only matches where a pattern says so.
    """

    __slots__ = ("end", "entry", "fused", "node", "start", "tight")

    def __init__(
        self, start: int, end: int, entry: Entry, tight: bool, fused: bool, node: Any = None
    ) -> None:
        """Offsets are code points; `node` is set for an expression."""
        self.start = start
        self.end = end
        self.entry = entry
        self.tight = tight
        self.fused = fused
        self.node = node


def runs(text: str, lexicon: Mapping[str, Entry]) -> Iterator[list[Item]]:
    """Runs of known words in `text`, in order; `lexicon` maps words as written to entries."""
    run: list[Item] = []
    previous_end = -1
    known_before = False
    for match in _TOKEN.finditer(text):
        word = match.group()
        start, end = match.span()
        entry = lexicon.get(word)
        if entry is None:
            if word[-1] == "." and len(word) > 1:
                entry = lexicon.get(word[:-1])
                end -= 1
            elif word[0] in "0123456789" and len(word) <= _LONGEST_FIGURES:
                entry = _figures_entry(word)
        if entry is None:
            known_before = False
            previous_end = end
            continue
        tight = start == previous_end
        if run and (not known_before or (not tight and _is_break(text, previous_end, start))):
            yield run
            run = []
        fused = tight and text[start].isalnum() and text[start - 1].isalnum()
        run.append(Item(start, end, entry, tight, fused))
        known_before = True
        previous_end = end
        if end < match.end():  # a full stop that isn't an abbreviation's
            yield run
            run = []
            previous_end = match.end()
    if run:
        yield run


def _is_break(text: str, start: int, end: int) -> bool:
    """True for an empty line, or a gap that no writer leaves inside a date."""
    return end - start > 12 or text.count("\n", start, end) > 1


@lru_cache(maxsize=4096)
def _figures_entry(word: str) -> Entry | None:
    values = read_figures(word)
    return Entry(word, values) if values else None
