"""Finds known names in other words than those of the article: in a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"\w+")


class Wordings:
    """Wordings of names, looked up by their first word: time grows with the words alone."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names` begin with a letter or a digit."""
        self._by_first: dict[str, list[str]] = {}
        for name in sorted(names, key=len, reverse=True):
            first = _WORD.match(name)
            if first is not None:
                self._by_first.setdefault(first[0], []).append(name)

    def found_in(self, words: str) -> Iterator[str]:
        """Whole names in order, at each place the longest, none within another."""
        reached = 0
        for match in _WORD.finditer(words):
            if match.start() < reached:
                continue
            for name in self._by_first.get(match[0], ()):
                end = match.start() + len(name)
                if words.startswith(name, match.start()) and not _WORD.match(words, end):
                    yield name
                    reached = end
                    break
