"""Lines of pages to paragraphs: running heads out, wrapped lines joined, headings told by size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from timeline_app.domain.records import Role
from timeline_app.readers.clean import clean

_TITLE_WITHIN, _SHORTEST_TITLE = 8, 4
_ROOM = 0.2
_GAP, _WIDEST_LEADING = 1.3, 1.4
_SPACES = re.compile(r"\s+")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_LIST_ITEM = re.compile(
    r"(?:[-*•–—▪■●◦]|\d{1,3}[.)]|\([a-z\d]{1,3}\))\s|\d+(?:\.\d+)+\.?\s+[^\W\d_a-z]"
)
_LEADER = re.compile(r"\s*(?:[.·_]\s?){5,}\s*(?=[\divxlc]+$)")
"""Dots between an entry of a table of contents and its page."""
_BULLET = re.compile(r"[-*•–—▪■●◦]$")
_LONGEST_HEADING, _MOST_WORDS = 120, 16
_CENTRED = 0.12
"""Of the column's width: how much room a centred line leaves on either side."""
BREAK_HYPHEN = "\u2010\u2010"
"""Ends a line whose last word goes on in the next one; no text has it."""
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_LAST_WORD = re.compile(r"([^\W\d_]+)$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WRAPPED_HYPHEN = re.compile(r"[^\W\d_]-$")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line and its place, in points: `baseline` counts from the page's top.

    `bold` says that the whole of it is in bold type.
    """

    words: str
    left: float
    right: float
    baseline: float
    size: float
    page_height: float
    bold: bool = False


@dataclass(slots=True)
class Paragraph:
    """Joined lines; `breaks` has each page (from 0) that begins here with its offset in `words`."""

    words: str
    role: Role | None = None
    size: float = 0.0
    bold: bool = False
    breaks: list[tuple[int, int]] = field(default_factory=list)


def paragraphs(pages: list[list[PdfLine]]) -> list[Paragraph]:
    """Paragraphs in reading order; one that runs on over a page or column is joined."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    body = _body_size(lines)
    mostly_bold = sum(len(line.words) for line in lines if line.bold) > sum(
        len(line.words) for line in lines if not line.bold
    )
    compounds = {match for line in lines for match in _COMPOUND.findall(line.words.casefold())}
    result: list[Paragraph] = []
    before: PdfLine | None = None
    for number, page in enumerate(pages):
        shape = _Shape(_leading(page, body), body, _column_rights(page))
        turned = True
        for line in page:
            words = _LEADER.sub(" … ", _SPACES.sub(" ", clean(line.words))).strip()
            if not words:
                continue
            role = Role.HEADING if _is_heading(line, words, body) else None
            bold = line.bold and not mostly_bold
            fresh = before is None or _begins(before, line, words, shape, turned)
            bulleted = bool(result and _BULLET.match(result[-1].words))
            if not result or (not bulleted and (fresh or result[-1].role is not role)):
                result.append(Paragraph(words, role, line.size, bold))
                offset = 0
            else:
                offset = _join(result[-1], words, compounds)
                result[-1].bold &= bold
            known = {page_number for item in result[-2:] for page_number, _ in item.breaks}
            if number not in known:
                result[-1].breaks.append((number, offset))
            before, turned = line, False
    for paragraph in result:
        paragraph.words = paragraph.words.replace(BREAK_HYPHEN, "-")
        if paragraph.bold and paragraph.role is None and _is_short_heading(paragraph.words):
            paragraph.role = Role.HEADING
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
    headings = [
        item
        for item in found[:_TITLE_WITHIN]
        if item.role is Role.HEADING and sum(c.isalpha() for c in item.words) >= _SHORTEST_TITLE
    ]
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


def _is_short_heading(words: str) -> bool:
    """True for a bold paragraph that isn't one of prose, a number or a label before its value."""
    plain = len(words) <= _LONGEST_HEADING and len(words.split()) <= _MOST_WORDS
    return plain and any(c.isalpha() for c in words) and not words.endswith((".", ",", ";", ":"))


@dataclass(frozen=True, slots=True)
class _Shape:
    """A page's usual step from line to line, its body type's size, how far right lines reach."""

    leading: float
    body: float
    rights: dict[int, float]

    def right_of(self, line: PdfLine) -> float:
        return max((self.rights.get(key, 0.0) for key in _edge_keys(line)), default=line.right)


def _begins(before: PdfLine, line: PdfLine, words: str, shape: _Shape, turned: bool) -> bool:
    """True when a line opens a paragraph: a gap, an indent, a list item, or a short line before.

    `turned` says that the page was turned between the two.
    """
    if _LIST_ITEM.match(words):
        return True
    ended = bool(_ENDS_SENTENCE.search(before.words.rstrip()))
    step = line.baseline - before.baseline
    level = abs(step) <= 0.5 * line.size and not turned
    if abs(line.size - before.size) > 0.12 * before.size:
        return ended or not _goes_on_smaller(before, line, step, shape)
    if line.bold != before.bold and not level:
        return ended or not words[:1].islower()
    if turned or step < -0.5 * line.size:  # the next page or column
        return ended
    usual = max(shape.leading, 1.2 * line.size) if line.size > shape.body else shape.leading
    if step > 1.45 * usual:
        return True
    if level:  # the same line, in pieces
        return False
    room = shape.right_of(before) - before.right
    short = room > 0.15 * max(shape.right_of(before) - before.left, 1.0)
    indented = line.left > before.left + 0.8 * line.size and line.left < before.left + 6 * line.size
    return (ended and (short or indented)) or _is_centred(before, line, shape)


def _goes_on_smaller(before: PdfLine, line: PdfLine, step: float, shape: _Shape) -> bool:
    """True for a line right below one that small capitals open, as in `SUMMARY: The agency ...`."""
    below = 0 < step <= 1.25 * shape.leading and abs(line.left - before.left) < 1
    return below and before.size < line.size <= 1.15 * shape.body


def _is_centred(before: PdfLine, line: PdfLine, shape: _Shape) -> bool:
    """True for a line that stood in the middle of the column whose first line follows it."""
    width = shape.right_of(line) - line.left
    left, right = before.left - line.left, line.left + width - before.right
    room = _CENTRED * width
    return left > room and right > room and abs(left - right) < 0.1 * width


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
