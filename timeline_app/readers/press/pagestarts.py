"""On which pages of a printed export an article lies: its lines are found again in its text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

_FEWEST, _FEWEST_ALONE = 12, 20
"""Letters of two lines, and of one alone, that are not met by chance."""
_MOST_LINES = 12
"""Of a page are looked for: fields above the text stand in no text."""


def page_starts(
    text: str, lines: Sequence[str], where: range, line_pages: Sequence[int]
) -> tuple[int, ...]:
    """Where each page of the file begins in an article's text, as `ReadArticle.pages` has it.

    `where` are the article's lines among `lines`, `line_pages[i]` the page, from 0, of line i.
    Pages before the article begin at 0, one that gives its text no line where the next one does.
    """
    words = [at for at in where if lines[at].strip()]
    if not words:
        return ()
    first, last = line_pages[words[0]], line_pages[words[-1]]
    squeezed, places = _squeezed(text)
    begins: dict[int, int] = {}
    cursor = 0
    for page, on_page in groupby(words, key=lambda at: line_pages[at]):
        if page == first:
            continue
        found = _found([lines[at] for at in list(on_page)[:_MOST_LINES]], squeezed, cursor)
        if found is not None:
            begins[page], cursor = places[found], found
    starts, following = [], len(text)
    for page in range(last, first, -1):
        following = begins.get(page, following)
        starts.append(following)
    return (*(0 for _ in range(first + 1)), *reversed(starts))


def _squeezed(words: str) -> tuple[str, list[int]]:
    """Letters and marks without spaces and hyphens, each with its place."""
    places = [at for at, char in enumerate(words) if not (char.isspace() or char in "-\u2010")]
    return "".join(words[at] for at in places), places


def _found(lines: Sequence[str], squeezed: str, cursor: int) -> int | None:
    """Where the first of a page's lines that the text has stands in it, behind `cursor`.

    The line after it must follow, or a running head would do; a long line alone comes second.
    """
    wanted = [_squeezed(line)[0] for line in lines]
    pairs = [line + after if line else "" for line, after in pairwise([*wanted, ""])]
    for words, fewest in ((pairs, _FEWEST), (wanted, _FEWEST_ALONE)):
        for line in words:
            at = squeezed.find(line, cursor) if len(line) >= fewest else -1
            if at >= 0:
                return at
    return None
