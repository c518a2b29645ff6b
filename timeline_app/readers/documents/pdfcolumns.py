"""Reading order of a page whose columns were written line by line across the gutter.

Most programs write one column after the other, and then the order of the file is right. Where
pieces on one height alternate over the same empty strip, the strip parts columns: the left one is
read down to a line that spans the strip, then the right one. Cells of tables, which are short, stay
in their row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline_app.readers.documents.pdflines import PdfLine

_FEWEST_ROWS = 4
_MOST_ALONE = 1 / 3
"""Pieces without one beside them, for each pair: where columns are written in rows only the longer
one has many; where they are not, and a table is on the page, both have."""
_SHORTEST = 14
"""Characters of a usual line of a column; cells of a table have fewer."""
_DEEPEST = 4
"""Halvings, enough for sixteen columns."""


def reading_order(pieces: Sequence[PdfLine], depth: int = 0) -> list[PdfLine]:
    """Lines of one page as they are read; pieces of one line are joined again."""
    gutter = _gutter(pieces) if depth < _DEEPEST else None
    if gutter is None:
        return _rejoined(pieces)
    ordered: list[PdfLine] = []
    left: list[PdfLine] = []
    right: list[PdfLine] = []
    for piece in _from_top(pieces):
        if piece.right <= gutter:
            left.append(piece)
        elif piece.left >= gutter:
            right.append(piece)
        else:
            ordered += [*reading_order(left, depth + 1), *reading_order(right, depth + 1), piece]
            left, right = [], []
    return [*ordered, *reading_order(left, depth + 1), *reading_order(right, depth + 1)]


def _from_top(pieces: Iterable[PdfLine]) -> list[PdfLine]:
    """By rows; a title that spans the columns comes before what stands beside its lower half."""
    return sorted(pieces, key=lambda piece: (round(piece.baseline / 2), piece.left))


def _gutter(pieces: Sequence[PdfLine]) -> float | None:
    """Where the strip runs that most neighbours on one height leave empty; None for no columns."""
    rows = [pair for pair in pairwise(pieces) if _beside(*pair)]
    if len(rows) < _FEWEST_ROWS:
        return None
    edges = sorted([(a.right, 1) for a, _ in rows] + [(b.left, -1) for _, b in rows])
    best, at, inside = 0, 0.0, 0
    for (place, step), (following, _) in pairwise(edges):
        inside += step
        if inside > best:
            best, at = inside, (place + following) / 2
    across = [pair for pair in rows if pair[0].right <= at <= pair[1].left]
    alone = min(
        sum(piece.right <= at for piece in pieces) - len(across),
        sum(piece.left >= at for piece in pieces) - len(across),
    )
    if len(across) < _FEWEST_ROWS or alone > _MOST_ALONE * len(across):
        return None
    from statistics import median  # brings fractions and decimals with it

    widths = [median(len(pair[side].words.strip()) for pair in across) for side in (0, 1)]
    return at if min(widths) >= _SHORTEST else None


def _beside(before: PdfLine, after: PdfLine) -> bool:
    level = abs(after.baseline - before.baseline) < 0.9 * min(before.size, after.size)
    return level and after.left > before.right + 0.8 * before.size


def _rejoined(pieces: Sequence[PdfLine]) -> list[PdfLine]:
    lines: list[PdfLine] = []
    for piece in pieces:
        before = lines[-1] if lines else None
        if before is None or not _on_one_line(before, piece):
            lines.append(piece)
            continue
        words = f"{before.words.rstrip()} {piece.words.lstrip()}"
        lines[-1] = replace(before, words=words, right=piece.right)
    return lines


def _on_one_line(before: PdfLine, after: PdfLine) -> bool:
    level = abs(after.baseline - before.baseline) < 0.1 * before.size
    return level and after.left >= before.right and after.size == before.size
