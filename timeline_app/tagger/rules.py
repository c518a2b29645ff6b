"""What a rule is: a named phrase, what it means, and examples that run as tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from timeline_app.tagger.partials import Partial
from timeline_app.tagger.patterns import Element
from timeline_app.tagger.tokens import Item

_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_CHOICE = re.compile(r"\(([^)]*)\)")
_SLOT = re.compile(r"<[a-z_]+>")


class Match:
    """Words that fit a rule's pattern: its slots by name, and the text around them."""

    __slots__ = ("_elements", "_items", "text")

    def __init__(self, text: str, items: Sequence[Item], elements: Sequence[Element]) -> None:
        """`elements` are what the pattern asked for, one for each item."""
        self.text = text
        self._items = items
        self._elements = elements

    def __getitem__(self, name: str) -> Any:
        """What stands in a slot: the lexicon's value of the word, or the inner partial."""
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def get(self, name: str) -> Any:
        """What stands in a slot; None where the pattern left it out."""
        for item, element in zip(self._items, self._elements, strict=True):
            if element.name == name:
                return item.entry.values[element.slot or ""]
        return None

    def has(self, word: str) -> bool:
        """True when `word` is one of the words that fitted the pattern."""
        return any(item.entry.keys[0] == word for item in self._items)

    @property
    def words(self) -> str:
        """The matched text."""
        return self.text[self.start : self.end]

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self._items[0].start

    @property
    def end(self) -> int:
        """Where the words end."""
        return self._items[-1].end

    def before(self, length: int = 24) -> str:
        """Text just before the words."""
        return self.text[max(0, self.start - length) : self.start]

    def after(self, length: int = 24) -> str:
        """Text just after the words."""
        return self.text[self.end : self.end + length]


class Example(NamedTuple):
    """A phrase that a rule must read, as TIMEX3, when published on `published` (ISO date)."""

    phrase: str
    timex: str
    published: str | None = None
    edtf: str | None = None


Production = Callable[[Match], Partial | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase and its meaning.

    What stands in [..] in a `name` is shown only where the words hold it; of (a|b), the way
    that they have it (else the first).
    `production` turns a match into a partial; None means that the words aren't this phrase
    after all, and a shorter reading is tried. `counter_examples` are texts in which this rule
    must find nothing. A `latent` rule only serves others: alone it makes no expression.
    """

    name: str
    pattern: str
    production: Production
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[str, ...] = ()
    latent: bool = False

    def reading(self, elements: Sequence[Element]) -> str:
        """The name as it reads for one match, given what its pattern asked for."""
        if "[" not in self.name and "(" not in self.name:
            return self.name
        said = {element.key.lstrip("~") for element in elements}
        said |= {f"<{element.name}>" for element in elements}

        def kept(part: re.Match[str]) -> str:
            return part[1] if said.issuperset(_SLOT.findall(part[1])) else ""

        def chosen(part: re.Match[str]) -> str:
            ways = part[1].split("|")
            return next((way for way in ways if said.issuperset(way.split())), ways[0])

        return _CHOICE.sub(chosen, _OPTIONAL.sub(kept, self.name))
