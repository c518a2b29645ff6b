"""What is printed on every page around the text: running heads, page numbers, line numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from timeline_app.readers.clean import clean
from timeline_app.readers.documents.pdflines import PdfLine
from timeline_app.readers.press import may_be_export

_EDGE_LINES = 5
_EDGE = 0.14
"""Running heads stand in the outer seventh of a page, or of what is printed of it."""
_BEYOND = 0.06
"""How far below its highest line, in pages, the head of a page with wide margins may reach."""
_STEP = 8
"""Points within which two lines stand on the same height."""
_FEWEST_NUMBERS = 10
_ALIGNED = 4
"""Points by which the edges of numbers in one column may differ."""
_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b", re.I)
_SPACES = re.compile(r"\s+")

_Key = tuple[str, int]
"""A line's words without numbers, and its height in steps."""


def without_line_numbers(pieces: list[PdfLine]) -> list[PdfLine]:
    """The pieces of a page without the numbers of its lines, as court papers have in the margin.

    They are 1, 2, 3, ... one below the other, with everything else to their right.
    """
    numbers = [i for i, piece in enumerate(pieces) if piece.words.strip().isdecimal()]
    numbers.sort(key=lambda i: pieces[i].baseline)
    for start in (at for at, i in enumerate(numbers) if int(pieces[i].words) == 1):
        column = [numbers[start]]
        for i in numbers[start + 1 :]:
            aligned = abs(pieces[i].right - pieces[column[0]].right) <= _ALIGNED
            aligned = aligned or abs(pieces[i].left - pieces[column[0]].left) <= _ALIGNED
            if aligned and int(pieces[i].words) == len(column) + 1:
                column.append(i)
        edge = max(pieces[i].right for i in column)
        left = sum(piece.left < edge for piece in pieces)
        if len(column) >= _FEWEST_NUMBERS and left <= len(column) + 2:
            kept = set(column)
            return [piece for i, piece in enumerate(pieces) if i not in kept]
    return pieces


def without_edges(pages: list[list[PdfLine]]) -> tuple[list[list[PdfLine]], str]:
    """The pages without lines that repeat at their edges, and words for what was left out.

    A line counts as running when it stands at about the same height at a page's edge, numbers
    apart the same, on three pages and a third of all (on both of two); and a line on two pages,
    such as a chapter's title, where most pages have a running one.
    """
    top, bottom = _zone(pages)
    edges = [_edge_lines(page, top, bottom) for page in pages]
    running = _running(edges)
    kept: list[list[PdfLine]] = []
    dropped: dict[tuple[str, _Key], int] = defaultdict(int)
    for page, edge in zip(pages, edges, strict=True):
        kept.append([line for i, line in enumerate(page) if edge.get(i) not in running])
        for i, key in edge.items():
            if key in running:
                dropped[_SPACES.sub(" ", clean(page[i].words)).strip(), key] += 1
    return kept, _dropped_words(dropped)


def _zone(pages: list[list[PdfLine]]) -> tuple[float, float]:
    """Down to where the head of a page reaches, and where its foot begins, in pages."""
    highest = sorted(min(_place(line) for line in page) for page in pages if page)
    lowest = sorted(max(_place(line) for line in page) for page in pages if page)
    if len(highest) < 3:  # a page or two have no usual height
        return _EDGE, 1 - _EDGE
    few = len(highest) // 10
    return max(_EDGE, highest[few] + _BEYOND), min(1 - _EDGE, lowest[-1 - few] - _BEYOND)


def _place(line: PdfLine) -> float:
    return line.baseline / (line.page_height or 1.0)


def _edge_lines(page: list[PdfLine], top: float, bottom: float) -> dict[int, _Key]:
    """Lines at the page's top and bottom, by their index."""
    order = sorted(range(len(page)), key=lambda i: page[i].baseline)
    found = {}
    for i in {*order[:_EDGE_LINES], *order[-_EDGE_LINES:]}:
        line = page[i]
        at_edge = not top <= _place(line) <= bottom
        if at_edge and not may_be_export(line.words.encode()):  # `1 of 37 DOCUMENTS` parts articles
            folded = _SPACES.sub(" ", _NUMBERS.sub("#", line.words)).strip().casefold()
            found[i] = (folded, round(line.baseline / _STEP))
    return found


def _running(edges: list[dict[int, _Key]]) -> set[_Key]:
    pages_of: dict[_Key, set[int]] = defaultdict(set)
    for number, edge in enumerate(edges):
        for words, step in edge.values():
            for near in (step - 1, step, step + 1):
                pages_of[words, near].add(number)
    count = len(edges)
    needed = max(min(3, count), count / 3) if count > 1 else 2
    all_keys = {key for edge in edges for key in edge.values()}
    running = {key for key in all_keys if len(pages_of[key]) >= needed}
    heights = Counter(
        step for edge in edges for step in {key[1] for key in edge.values() if key in running}
    )
    for words, step in all_keys - running:
        usual = sum(heights[near] for near in (step - 1, step, step + 1))
        if usual > count / 2 and len(pages_of[words, step]) > 1:
            running.add((words, step))
    return running


def _dropped_words(dropped: dict[tuple[str, _Key], int]) -> str:
    """One example of each running line, at most four."""
    examples: dict[str, str] = {}
    totals: Counter[str] = Counter()
    for (words, (folded, _)), count in dropped.items():
        examples.setdefault(folded, words[:60])
        totals[folded] += count
    parts = [f"“{examples[key]}” ({count} times)" for key, count in totals.most_common(4)]
    more = len(totals) - len(parts)
    return ", ".join(parts) + (f" and {more} more" if more > 0 else "")
