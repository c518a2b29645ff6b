"""What tells a reprint from another story: a sketch of an article's word triples.

The sketch holds the smallest 128 hashes of all runs of three words ("bottom-k"; Broder, On the
resemblance and containment of documents, 1997): enough to estimate which share of the smaller
text the larger one holds, however long both are.

Runs with a name or a number come before all others: turns of phrase, which a large part of a
library may share, are then no keys to look for copies by, and a few of them make no copy.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from heapq import nsmallest
from typing import Final

from timeline_app.domain.records import Block, Role
from timeline_app.domain.wordstems import folded, is_stop_word

COPY_SHARE: Final = 0.8
"""Share of the smaller text's runs of words that makes it a copy."""

KEYS: Final = 12
"""Hashes under which an article is found."""

SHARED_KEYS: Final = 4
"""Of these, how many two copies have in common nearly always."""

_SIZE: Final = 128
_RUN: Final = 3
_MOST_READ: Final = 2_000_000  # characters; no book of that length is reprinted with another end
_FEWEST: Final = 30  # runs; of less, only the same text is a copy
_PLAIN: Final = 1 << 62  # marks a run without name or number, and puts it behind the others
_WORD: Final = re.compile(r"([.!?:\n“”\"]\W*)?(\w+)")  # and whether a sentence may begin with it
_DATE_NUMBER: Final = re.compile(r"\d\d?(?:st|nd|rd|th)?|(?:1[5-9]|20)\d\d")  # a day, a year
_TEXT: Final = frozenset({Role.BODY, Role.QUOTATION, Role.HEADING})


@dataclass(frozen=True, slots=True)
class Sketch:
    """The smallest hashes of a text's runs, ascending, and how many runs there are."""

    hashes: tuple[int, ...]
    count: int

    def packed(self) -> bytes:
        """The sketch as bytes, for keeping."""
        return array("q", (self.count, *self.hashes)).tobytes()

    @property
    def keys(self) -> tuple[int, ...]:
        """The hashes under which the text is found."""
        return self.hashes[:KEYS]


def unpacked(data: bytes) -> Sketch:
    """The inverse of `Sketch.packed`."""
    numbers = array("q")
    numbers.frombytes(data)
    return Sketch(tuple(numbers[1:]), numbers[0])


def sketch(text: str, blocks: Iterable[Block]) -> Sketch:
    """The sketch of an article's body, whatever its headline and credits."""
    body = " ".join(block.span.slice(text) for block in blocks if block.role in _TEXT)
    found = _WORD.findall((body or text)[:_MOST_READ])
    words = [folded(word) for _, word in found]
    telling = [_is_telling(word, opens=bool(before)) for before, word in found]
    hashes: dict[int, bool] = {}  # whether a run has a name or a number wherever it stands
    for i in range(max(1, len(words) - _RUN + 1) if words else 0):
        run = _hash(" ".join(words[i : i + _RUN]))
        hashes[run] = any(telling[i : i + _RUN]) or hashes.get(run, False)
    ordered = (run if tells else run | _PLAIN for run, tells in hashes.items())
    return Sketch(tuple(nsmallest(_SIZE, ordered)), len(hashes))


def _is_telling(word: str, *, opens: bool) -> bool:
    """True for what may be a name, a capital within a sentence, and for a number of no date."""
    if word.isalpha():
        return word[0].isupper() and not opens and not is_stop_word(word.lower())
    return not _DATE_NUMBER.fullmatch(word)


def _hash(run: str) -> int:
    digest = blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 2


def are_copies(a: Sketch, b: Sketch) -> bool:
    """True when one text is the other, or nearly all of it stands in the other; symmetrical."""
    if not a.count or not b.count:
        return False
    if min(a.count, b.count) < _FEWEST:
        return a.count == b.count and _runs(a) == _runs(b)
    return _may_share(a, b) and shared(a, b) >= COPY_SHARE


def _runs(a: Sketch) -> set[int]:
    return {run & ~_PLAIN for run in a.hashes}


def _may_share(a: Sketch, b: Sketch) -> bool:
    """False when `shared` is sure to be too little: quick, since most pairs are."""
    both = len(set(a.hashes).intersection(b.hashes))
    most = both / min(_SIZE, len(a.hashes) + len(b.hashes) - both)
    return most * (a.count + b.count) >= COPY_SHARE * min(a.count, b.count) * (1 + most)


def shared(a: Sketch, b: Sketch) -> float:
    """Estimated share of the smaller text's runs that the other has, 0 to 1."""
    both = set(a.hashes).intersection(b.hashes)
    size = len(a.hashes) + len(b.hashes) - len(both)
    if max(a.count, b.count) > _SIZE and size > _SIZE:
        largest = nsmallest(_SIZE, {*a.hashes, *b.hashes})[-1]
        alike = sum(each <= largest for each in both) / _SIZE
    else:
        alike = len(both) / size
    common = alike * (a.count + b.count) / (1 + alike)
    return min(1.0, common / min(a.count, b.count))
