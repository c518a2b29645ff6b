"""Lines of a file to canonical text: one paragraph a line, a blank line between them."""

from __future__ import annotations

import re

from timeline_app.readers.article.linekinds import PUBLISHED_LABEL, is_byline

_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_LIST_ITEM = re.compile(r"(?:[-*•–—]|\d{1,3}[.)])\s")
_INNER_SPACES = re.compile(r" {2,}")
# A sentence goes on behind these, even with a name in the next line.
_OPEN_END = re.compile(
    r"\s(?:an?|the|of|in|on|at|to|by|for|from|with|and|or|between|near|its|his|her|their)$"
)
_SHORTEST_WRAP, _LONGEST_WRAP, _LONGEST_PRINTED = 40, 110, 132
_FEWEST_WRAPPED = 3
"""Lines; of two the first may be a heading, unless the second goes on in lower case."""
_LONGEST_WORD = 20
"""How much shorter than the longest a wrapped line is, the last one apart, if lines are long."""


def canonical(text: str) -> str:
    """Canonical text of clean text.

    Lines of one paragraph are joined where they were wrapped at a fixed width; otherwise each
    sentence that goes on in the next line is joined, and each other line is a paragraph of its
    own, as in texts copied from the web.
    """
    paragraphs: list[str] = []
    for group in _groups(text):
        paragraphs.extend(_unwrapped(group) if _is_wrapped(group) else _rejoined(group))
    return "\n\n".join(_INNER_SPACES.sub(" ", paragraph.strip()) for paragraph in paragraphs)


def without_wraps(lines: list[str]) -> list[str]:
    """The lines of one element, joined where all were wrapped at a fixed width by hand."""
    widths = [len(line) for line in lines[:-1]]
    several = len(lines) >= _FEWEST_WRAPPED or (len(lines) > 1 and lines[1][0].islower())
    even = several and 2 * min(widths) > max(widths)
    return _unwrapped(lines) if even and _is_wrapped(lines) else lines


def _median(numbers: list[int]) -> int:
    """The middle one, the larger of two."""
    return sorted(numbers)[len(numbers) // 2]


def _groups(text: str) -> list[list[str]]:
    """Runs of lines between blank lines; indents are kept, they may begin a paragraph."""
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            groups[-1].append(line.rstrip())
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _is_wrapped(lines: list[str]) -> bool:
    """True when lines break where the width ran out, not where a sentence ended."""
    if len(lines) < 2 or any(_LIST_ITEM.match(line.lstrip()) for line in lines):
        return False
    widths = [len(line) for line in lines[:-1]]
    longest = max(map(len, lines))
    if longest > _LONGEST_WRAP and min(widths) < longest - _LONGEST_WORD:
        return False
    if longest > _LONGEST_PRINTED or _median(widths) < _SHORTEST_WRAP:
        return False
    broken = sum(not _ENDS_SENTENCE.search(line) for line in lines[:-1])
    return 2 * broken >= len(widths)


def _rejoined(lines: list[str]) -> list[str]:
    """Lines of any width, those joined over which a sentence runs on."""
    if _is_verse(lines):
        return lines
    paragraphs = [[lines[0].strip()]]
    for number, line in enumerate(map(str.strip, lines[1:]), start=1):
        before = paragraphs[-1]
        below_title = number == 1 and (is_byline(line) or PUBLISHED_LABEL.match(line))
        if _runs_on(before[0], before[-1], line) and not below_title:
            before.append(line)
        else:
            paragraphs.append([line])
    return [" ".join(parts) for parts in paragraphs]


def _is_verse(lines: list[str]) -> bool:
    """Lines that end in commas, most of them: a poem, or an enumeration."""
    commas = sum(line.endswith(",") for line in lines[:-1])
    return len(lines) > 2 and 2 * commas >= len(lines) - 1


def _runs_on(first: str, before: str, line: str) -> bool:
    """True when `line` goes on with the sentence that began in `first` and is open in `before`.

    Lines that all begin in lower case are a list of words or a poem.
    """
    if first[0].islower() or _ENDS_SENTENCE.search(before) or _LIST_ITEM.match(line):
        return False
    return line[0].islower() or bool(_OPEN_END.search(before) and line[0].isalnum())


def _unwrapped(lines: list[str]) -> list[str]:
    """Paragraphs of wrapped lines: a new one at an indent, or after a short last line."""
    width = _median([len(line) for line in lines])
    indents = [len(line) - len(line.lstrip()) for line in lines]
    usual = _median(indents)
    paragraphs = [lines[0].strip()]
    for before, line, indent in zip(lines, lines[1:], indents[1:], strict=False):
        ended = len(before) < 0.6 * width and _ENDS_SENTENCE.search(before)
        if ended or indent > usual + 1:
            paragraphs.append(line.strip())
        elif re.search(r"\w-$", before) and line.lstrip()[:1].islower():
            paragraphs[-1] += line.strip()
        else:
            paragraphs[-1] += " " + line.strip()
    return paragraphs
