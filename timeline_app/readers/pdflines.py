"""Lines of pages to paragraphs: running heads out, wrapped lines joined, headings told by size."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from timeline_app.domain.records import Role
from timeline_app.readers.clean import clean
from timeline_app.readers.press import may_be_export

_EDGE_LINES = 3
_EDGE = 0.14
"""Running heads stand in the outer seventh of a page."""
_TITLE_WITHIN = 8
_ROOM = 0.2
_GAP, _WIDEST_LEADING = 1.3, 1.4
_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b", re.I)
_SPACES = re.compile(r"\s+")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_LIST_ITEM = re.compile(r"(?:[-*•–—▪■●◦]|\d{1,3}[.)]|\([a-z\d]{1,3}\))\s")
BREAK_HYPHEN = "\u2010\u2010"
"""Ends a line whose last word goes on in the next one; no text has it."""
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_LAST_WORD = re.compile(r"([^\W\d_]+)$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WRAPPED_HYPHEN = re.compile(r"[^\W\d_]-$")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line and its place, in points: `baseline` counts from the page's top."""

    words: str
    left: float
    right: float
    baseline: float
    size: float
    page_height: float


@dataclass(slots=True)
class Paragraph:
    """Joined lines; `breaks` has each page (from 0) that begins here with its offset in `words`."""

    words: str
    role: Role | None = None
    size: float = 0.0
    breaks: list[tuple[int, int]] = field(default_factory=list)


def without_edges(pages: list[list[PdfLine]]) -> tuple[list[list[PdfLine]], str]:
    """The pages without lines that repeat at their edges, and words for what was left out.

    A line counts as running when it stands at the same height in the outer seventh, numbers
    apart the same, on three pages and a third of all (on both of two).
    """
    edges = [_edge_lines(page) for page in pages]
    counts = Counter(key for edge in edges for key in set(edge.values()))
    needed = max(min(3, len(pages)), len(pages) / 3) if len(pages) > 1 else 2
    running = {key for key, count in counts.items() if count >= needed}
    kept: list[list[PdfLine]] = []
    dropped: dict[tuple[str, tuple[str, int]], int] = defaultdict(int)
    for page, edge in zip(pages, edges, strict=True):
        kept.append([line for i, line in enumerate(page) if edge.get(i) not in running])
        for i, key in edge.items():
            if key in running:
                dropped[_SPACES.sub(" ", clean(page[i].words)).strip(), key] += 1
    return kept, _dropped_words(dropped)


def _edge_lines(page: list[PdfLine]) -> dict[int, tuple[str, int]]:
    """Lines at the page's top and bottom: index -> words without numbers, and height in steps."""
    order = sorted(range(len(page)), key=lambda i: page[i].baseline)
    found = {}
    for i in {*order[:_EDGE_LINES], *order[-_EDGE_LINES:]}:
        line = page[i]
        height = line.page_height or 1.0
        place = line.baseline / height
        at_edge = place < _EDGE or place > 1 - _EDGE
        if at_edge and not may_be_export(line.words.encode()):  # `1 of 37 DOCUMENTS` parts articles
            folded = _SPACES.sub(" ", _NUMBERS.sub("#", line.words)).strip().casefold()
            found[i] = (folded, round(line.baseline / 8))
    return found


def _dropped_words(dropped: dict[tuple[str, tuple[str, int]], int]) -> str:
    """One example of each running line, at most four."""
    examples: dict[tuple[str, int], str] = {}
    totals: Counter[tuple[str, int]] = Counter()
    for (words, key), count in dropped.items():
        examples.setdefault(key, words[:60])
        totals[key] += count
    parts = [f"“{examples[key]}” ({count} times)" for key, count in totals.most_common(4)]
    more = len(totals) - len(parts)
    return ", ".join(parts) + (f" and {more} more" if more > 0 else "")


def paragraphs(pages: list[list[PdfLine]]) -> list[Paragraph]:
    """Paragraphs in reading order; one that runs on over a page or column is joined."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    body = _body_size(lines)
    compounds = {match for line in lines for match in _COMPOUND.findall(line.words.casefold())}
    result: list[Paragraph] = []
    before: PdfLine | None = None
    turned = False
    for number, page in enumerate(pages):
        leading = _leading(page, body)
        rights = _column_rights(page)
        turned = True
        for line in page:
            words = _SPACES.sub(" ", clean(line.words)).strip()
            if not words:
                continue
            role = Role.HEADING if _is_heading(line, words, body) else None
            fresh = before is None or _begins(before, line, words, leading, rights, turned)
            if fresh or not result or result[-1].role is not role:
                result.append(Paragraph(words, role, line.size))
                offset = 0
            else:
                offset = _join(result[-1], words, compounds)
            known = {page_number for item in result[-2:] for page_number, _ in item.breaks}
            if number not in known:
                result[-1].breaks.append((number, offset))
            before, turned = line, False
    for paragraph in result:
        paragraph.words = paragraph.words.replace(BREAK_HYPHEN, "-")
    _mark_title(result)
    return result


def plain_lines(pages: list[list[PdfLine]]) -> tuple[list[str], list[int]]:
    """The lines as they stand, a blank one at each gap, and the page, from 0, of each.

    Exports of databases are read from them.
    """
    out: list[str] = []
    numbers: list[int] = []
    body = _body_size(line for page in pages for line in page) if any(pages) else 10.0
    turned = False
    for number, page in enumerate(pages):
        # Where nearly every line has a gap above it, the usual step is none between lines.
        leading = min(_leading(page, body), _WIDEST_LEADING * body)
        for at, line in enumerate(page):
            step = line.baseline - page[at - 1].baseline if at else 0.0
            if (not at and turned) or step > _GAP * leading or step < 0:
                out.append("")
            out.append(_SPACES.sub(" ", clean(line.words)).strip().replace(BREAK_HYPHEN, "-"))
        numbers += [number] * (len(out) - len(numbers))
        turned = bool(page) and _ends_paragraph(page)
    return out, numbers


def _ends_paragraph(page: list[PdfLine]) -> bool:
    """True when the page's last line ends a sentence, or leaves room that its words don't fill."""
    width = max(line.right for line in page) - min(line.left for line in page)
    room = max(line.right for line in page) - page[-1].right
    return bool(_ENDS_SENTENCE.search(page[-1].words.rstrip())) or room > _ROOM * width


def _mark_title(found: list[Paragraph]) -> None:
    """The largest heading near the top is the title."""
    headings = [item for item in found[:_TITLE_WITHIN] if item.role is Role.HEADING]
    if headings:
        max(headings, key=lambda item: item.size).role = Role.TITLE


def _body_size(lines: Iterable[PdfLine]) -> float:
    """The type size that most characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.words)
    return sizes.most_common(1)[0][0]


def _leading(page: list[PdfLine], body: float) -> float:
    """The usual step from a line to the next, in points."""
    steps = [
        after.baseline - line.baseline
        for line, after in pairwise(page)
        if 0.6 * body < after.baseline - line.baseline < 3 * body
    ]
    from statistics import median  # brings fractions and decimals with it

    return median(steps) if steps else 1.3 * body


def _column_rights(page: list[PdfLine]) -> dict[int, float]:
    """How far right the lines reach that begin at about the same left edge."""
    rights: dict[int, float] = {}
    for line in page:
        for key in _edge_keys(line):
            rights[key] = max(rights.get(key, 0.0), line.right)
    return rights


def _edge_keys(line: PdfLine) -> tuple[int, int]:
    step = int(line.left // 20)
    return step, step - 1


def _is_heading(line: PdfLine, words: str, body: float) -> bool:
    return line.size > 1.15 * body and len(words) < 200 and any(c.isalpha() for c in words)


def _begins(
    before: PdfLine,
    line: PdfLine,
    words: str,
    leading: float,
    rights: dict[int, float],
    turned: bool,
) -> bool:
    """True when a line opens a paragraph: a gap, an indent, a list item, or a short line before.

    `turned` says that the page was turned between the two.
    """
    if _LIST_ITEM.match(words):
        return True
    ended = bool(_ENDS_SENTENCE.search(before.words.rstrip()))
    step = line.baseline - before.baseline
    if abs(line.size - before.size) > 0.12 * before.size:
        return True
    if turned or step < -0.5 * line.size:  # the next page or column
        return ended
    if step > 1.45 * leading:
        return True
    if abs(step) <= 0.5 * line.size:  # the same line, in pieces
        return False
    right = max((rights.get(key, 0.0) for key in _edge_keys(before)), default=before.right)
    short = before.right < right - 0.15 * max(right - before.left, 1.0)
    indented = line.left > before.left + 0.8 * line.size and line.left < before.left + 6 * line.size
    return ended and (short or indented)


def _join(paragraph: Paragraph, words: str, compounds: set[str]) -> int:
    """Append a line; a hyphen that the wrapping put in goes. Returns the line's offset.

    The hyphen of `long-term` stays where the document has that word elsewhere in one piece.
    """
    text = paragraph.words
    if text.endswith(BREAK_HYPHEN) or _WRAPPED_HYPHEN.search(text):
        text = text.removesuffix(BREAK_HYPHEN).removesuffix("-")
        last, first = _LAST_WORD.search(text), _FIRST_WORD.match(words)
        compound = f"{last[1]}-{first[0]}".casefold() if last and first else ""
        if not words[:1].islower() or compound in compounds:
            text += "-"
    else:
        text += " "
    paragraph.words = text + words
    return len(text)
