"""Captions of a page's figures, put back between the paragraphs where the page has them."""

from __future__ import annotations

from timeline_app.domain.records import Role
from timeline_app.readers.article.lines import Line

_ABOVE = 12
"""Lines above the article's first one in which the picture under its title may stand."""
_FEWEST_WORDS = 3


def with_captions(article: list[Line], shown: list[Line], title: str | None) -> list[Line]:
    """The article's lines with the captions that `shown`, all lines of the page, has among them."""
    captions = {_key(line.words) for line in shown if line.role is Role.CAPTION}
    if not captions:
        return article
    lines = [_marked(line, captions) for line in article]
    at = {_key(line.words): index for index, line in reversed(list(enumerate(lines)))}
    places = [
        (index, at[_key(line.words)]) for index, line in enumerate(shown) if _key(line.words) in at
    ]
    if not places:
        return lines
    first, last = _first(shown, places[0][0], title), max(index for index, _ in places)
    known = {_key(line.words) for line in lines}
    below: dict[int, list[Line]] = {}
    reached = -1
    for line in shown[first : last + 1]:
        key = _key(line.words)
        reached = max(reached, at.get(key, -1))
        if line.role is Role.CAPTION and key not in known and len(key.split()) >= _FEWEST_WORDS:
            known.add(key)
            below.setdefault(reached, []).append(Line(line.words, Role.CAPTION))
    merged = list(below.get(-1, []))
    for index, line in enumerate(lines):
        merged += [line, *below.get(index, [])]
    return merged


def _first(shown: list[Line], begins: int, title: str | None) -> int:
    """From the title on, if it stands a little above the first line of the text."""
    wanted = _key(title or "")
    for index in range(begins, max(-1, begins - _ABOVE), -1):
        if wanted and _key(shown[index].words) == wanted:
            return index
    return begins


def _marked(line: Line, captions: set[str]) -> Line:
    return Line(line.words, Role.CAPTION) if _key(line.words) in captions else line


def _key(words: str) -> str:
    return " ".join(words.split()).casefold()
