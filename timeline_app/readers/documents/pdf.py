"""PDF, by pypdfium2: running headers dropped, lines joined to paragraphs, pages remembered."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers.article.lines import Line, assemble, starts
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.documents.office import Properties, document_article
from timeline_app.readers.documents.pdfcolumns import reading_order
from timeline_app.readers.documents.pdfedges import without_edges, without_line_numbers
from timeline_app.readers.documents.pdflines import (
    BREAK_HYPHEN,
    Paragraph,
    PdfLine,
    paragraphs,
    plain_lines,
)
from timeline_app.readers.press import press_articles

_HEADER_WITHIN = 1024
_MOST_PAGES = 5000
_MOST_CHARACTERS = 20_000_000
_HYPHENS = {0x02, 0xFFFE}
"""What PDFium makes of a hyphen at a line's end, instead of the line's end."""
_LINE_ENDS = {0x0A, 0x0D, *_HYPHENS}
_SPACE = 0x20
_WIDE = 0.8
"""Times the type's height: what words of a justified line seldom have between them."""
_LEAST_SIZE = 3.0
"""Smaller type is drawn larger by a matrix: then its height tells."""
_LONGEST_FONT_NAME, _BOLD_WEIGHT = 128, 600
_BOLD = re.compile(rb"bold|black|heavy|semibd|[-,]bd|cmbx", re.I)
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_EVIDENCE = "the day on which the PDF was made"
_NO_TITLE = re.compile(
    r"untitled|microsoft|\.(?:docx?|pdf|indd|rtf|txt|html?|qxd)\b|^\W*\w{0,3}\W*$", re.I
)


class PdfReader:
    """A document is one article, the export of a press database apart.

    A scan without text and a locked document are refused.
    """

    name = "pdf/3"

    def accepts(self, data: bytes, name: str) -> bool:
        """True for the signature within the first kilobyte, where readers of PDF look for it."""
        return b"%PDF-" in data[:_HEADER_WITHIN]

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """The articles; raises UnreadableFile for damaged, locked and scanned documents."""
        info, pages = _document(data)
        if not any(line.words.strip() for page in pages for line in page):
            raise UnreadableFile("The PDF holds no text, only pictures of pages (a scan).")
        pages, dropped = without_edges(pages)
        plain, numbers = plain_lines(pages)
        exported = press_articles("\n".join(plain), self.name, line_pages=numbers)
        if exported is not None:
            return exported
        found = paragraphs(pages)
        text, blocks, lines = assemble(Line(item.words, item.role) for item in found)
        properties = Properties(_title(info, text), _author(info), _made(info), _EVIDENCE)
        article = document_article(name, text, blocks, self.name, properties)
        left_out = (f"Left out at the edges of pages: {dropped}.",) if dropped else ()
        return [
            replace(
                article,
                warnings=(*left_out, *article.warnings),
                pages=_page_starts(found, starts(lines), len(pages), len(text)),
            )
        ]


def _document(data: bytes) -> tuple[dict[str, str], list[list[PdfLine]]]:
    """The document's information dictionary, and the lines of each page in reading order."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(_reason(str(error))) from error
    try:
        if len(document) > _MOST_PAGES:
            msg = f"The PDF has {len(document)} pages; up to {_MOST_PAGES} are read."
            raise UnreadableFile(msg)
        info = document.get_metadata_dict(skip_empty=True)
        pages, characters = [], 0
        for number in range(len(document)):
            lines = _page(document, number)
            characters += sum(len(line.words) for line in lines)
            if characters > _MOST_CHARACTERS:
                raise UnreadableFile("The PDF holds more text than any article.")
            pages.append(lines)
    finally:
        document.close()
    return info, pages


def _reason(error: str) -> str:
    if "password" in error.lower():
        return "The PDF is locked with a password."
    if "security" in error.lower():
        return "The PDF is locked in a way that can't be read."
    return "The PDF is damaged and can't be opened."


def _page(document: Any, number: int) -> list[PdfLine]:
    """Lines of one page; a page that is damaged by itself has none."""
    import pypdfium2

    try:
        page = document.get_page(number)
    except pypdfium2.PdfiumError:
        return []
    try:
        height = page.get_height()
        words = page.get_textpage()
        try:
            return reading_order(without_line_numbers(list(_lines(words, height))))
        finally:
            words.close()
    except pypdfium2.PdfiumError:
        return []
    finally:
        page.close()


def _lines(page: Any, height: float) -> Iterator[PdfLine]:
    """Lines and their places in the order of the page's own text, parted at wide gaps."""
    from pypdfium2 import raw

    count = page.count_chars()
    codes = [raw.FPDFText_GetUnicode(page, index) for index in range(count)]
    start = 0
    for index in range(count + 1):
        if index < count and codes[index] not in _LINE_ENDS:
            continue
        broken = index < count and codes[index] in _HYPHENS
        pieces = list(_pieces(page, codes, start, index))
        for first, end in pieces:
            words = _words(codes[first:end])
            if broken and (first, end) == pieces[-1]:
                words += BREAK_HYPHEN
            yield _line(page, words, first, end, height)
        start = index + 1


def _pieces(page: Any, codes: list[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line's visible stretches: from where to before where; gaps of columns part them."""
    visible = [i for i in range(start, end) if codes[i] > _SPACE]
    if not visible:
        return
    first = visible[0]
    for before, after in pairwise(visible):
        if after - before > 1 and _is_wide(page, before, after):
            yield first, before + 1
            first = after
    yield first, visible[-1] + 1


def _is_wide(page: Any, before: int, after: int) -> bool:
    left, bottom, right, top = page.get_charbox(before, loose=True)
    gap = page.get_charbox(after, loose=True)[0] - right
    return bool(gap > _WIDE * max(top - bottom, right - left))


def _line(page: Any, words: str, first: int, end: int, height: float) -> PdfLine:
    left, bottom, _, top = page.get_charbox(first, loose=True)
    right = page.get_charbox(end - 1, loose=True)[2]
    samples = sorted({first, (first + end - 1) // 2, end - 1})
    size = _size(page, samples)
    size = size if size > _LEAST_SIZE else abs(top - bottom) or 10.0
    bold = all(_is_bold(page, index) for index in samples)
    return PdfLine(words, left, right, height - bottom, size, height, bold)


def _size(page: Any, samples: list[int]) -> float:
    """The type's size in points: most of a line's, for capitals may be set smaller."""
    from pypdfium2 import raw

    sizes: list[float] = [raw.FPDFText_GetFontSize(page, index) for index in samples]
    return sorted(sizes)[len(sizes) // 2]


def _is_bold(page: Any, index: int) -> bool:
    """True by the name of a character's font, or its weight."""
    import ctypes

    from pypdfium2 import raw

    name = ctypes.create_string_buffer(_LONGEST_FONT_NAME)
    raw.FPDFText_GetFontInfo(page, index, name, _LONGEST_FONT_NAME, None)
    known = _BOLD.search(name.value)
    return bool(known) or int(raw.FPDFText_GetFontWeight(page, index)) >= _BOLD_WEIGHT


def _words(codes: list[int]) -> str:
    """UTF-16 units to text: letters beyond the first plane come as two."""
    import ctypes

    units = b"".join(ctypes.c_uint16(code).value.to_bytes(2, "little") for code in codes)
    return units.decode("utf-16-le", "replace")


def _page_starts(
    found: list[Paragraph], line_starts: list[int], count: int, length: int
) -> tuple[int, ...]:
    """Where each page begins in the text; a page without text begins where the next one does."""
    begins: dict[int, int] = {}
    for paragraph, start in zip(found, line_starts, strict=True):
        for page, offset in paragraph.breaks:
            begins.setdefault(page, start + min(offset, len(paragraph.words)))
    result, following = [], length
    for page in reversed(range(count)):
        following = min(begins.get(page, following), following)
        result.append(following)
    result.reverse()
    return (0, *result[1:]) if result else ()


def _title(info: dict[str, str], text: str) -> str | None:
    """The document's own title where it is one: programs put file names there."""
    title = re.sub(r"\s+", " ", info.get("Title", "")).strip()
    if not title or _NO_TITLE.search(title) or len(title) > 250:
        return None
    return title if " " in title or title.casefold() in text[:3000].casefold() else None


def _author(info: dict[str, str]) -> str | None:
    """First and last name; a single word is the name of an account or a program."""
    author = re.sub(r"\s+", " ", info.get("Author", "")).strip()
    return author if 1 < len(author.split()) <= 12 else None


def _made(info: dict[str, str]) -> datetime.date | None:
    match = _CREATED.match(info.get("CreationDate", ""))
    try:
        return datetime.date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None
