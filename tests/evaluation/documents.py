"""An article as a document of each format, as programs that write them lay it out."""

from __future__ import annotations

import datetime
import html
import io
import re
import textwrap
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from email.utils import format_datetime

from tests.unit.readers.pdfs import Placed, column, pdf
from tests.unit.readers.press.exports import Piece

_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "meta")
)
_OPF = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>%s</dc:title><dc:date>%s</dc:date></metadata>
<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/></spine></package>"""
_CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""


def _dated(piece: Piece) -> str:
    return f"Published: {piece.day:%B} {piece.day.day}, {piece.day.year}"


def _plain(piece: Piece) -> bytes:
    return "\n\n".join([piece.title, _dated(piece), piece.text]).encode()


def _docx(piece: Piece) -> bytes:
    import docx

    document = docx.Document()
    document.add_heading(piece.title, 0)
    for paragraph in [_dated(piece), *piece.paragraphs]:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _odt(piece: Piece) -> bytes:
    body = f'<text:h text:outline-level="1">{html.escape(piece.title)}</text:h>'
    for paragraph in [_dated(piece), *piece.paragraphs]:
        body += f"<text:p>{html.escape(paragraph)}</text:p>"
    content = f"<office:body><office:text>{body}</office:text></office:body>"
    return _zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODF}>{content}</office:document-content>",
        }
    )


def _epub(piece: Piece) -> bytes:
    return _zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "b.opf": _OPF % (html.escape(piece.title), piece.day.isoformat()),
            "a.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><body>'
            f"{_markup(piece, '')}</body></html>",
        }
    )


def _rtf(piece: Piece) -> bytes:
    lines = [f"\\b {piece.title}\\b0", _dated(piece), *piece.paragraphs]
    words = "\\par\\par\n".join(lines)
    escaped = "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in words)
    return f"{{\\rtf1\\ansi\\ansicpg1252 {escaped}\\par}}".encode("ascii")


def _html(piece: Piece) -> bytes:
    """A page with a menu, a notice and links to other stories around the article."""
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(12))
    others = "".join(f'<li><a href="/s{n}">Another story, number {n}</a></li>' for n in range(9))
    meta = f'<meta property="article:published_time" content="{piece.day}T09:00:00+02:00">'
    page = (
        f"<!DOCTYPE html><html><head><title>{html.escape(piece.title)} | The Harbor Record</title>"
        f'<meta property="og:site_name" content="The Harbor Record">{meta}</head><body>'
        f"<nav><ul>{menu}</ul></nav><div class='cookie'>We use cookies. <b>Accept</b></div>"
        f"<article>{_markup(piece, _dated(piece))}</article><aside><h3>More stories</h3><ul>"
        f"{others}</ul></aside><footer><p>© {piece.day.year} The Harbor Record</p></footer>"
    )
    return page.encode()


def _markup(piece: Piece, dated: str) -> str:
    lines = [line for line in [dated, *piece.paragraphs] if line]
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return f"<h1>{html.escape(piece.title)}</h1>{body}"


def _mail(piece: Piece) -> bytes:
    message = EmailMessage()
    message["From"] = "Jane Roe <jane@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = piece.title
    noon = datetime.datetime.combine(piece.day, datetime.time(12), datetime.UTC)
    message["Date"] = format_datetime(noon)
    wrapped = "\n\n".join(textwrap.fill(part, 76) for part in piece.paragraphs)
    message.set_content(wrapped + "\n\n-- \nJane Roe\nThe Harbor Record\n")
    return bytes(message)


def _pdf(piece: Piece) -> bytes:
    """One column, a running head and a page number on each page."""
    return _paged(piece, width=66, columns=1)


def _pdf_columns(piece: Piece) -> bytes:
    """Two columns under a headline that spans both."""
    return _paged(piece, width=31, columns=2)


def _pdf_rows(piece: Piece) -> bytes:
    """Two columns, written line by line across both."""
    return _paged(piece, width=31, columns=2, by_rows=True)


def _paged(piece: Piece, width: int, columns: int, *, by_rows: bool = False) -> bytes:
    lines: list[str] = []
    for paragraph in [_dated(piece), *piece.paragraphs]:
        plain = paragraph.encode("cp1252", "replace").decode("cp1252")
        lines += [*_hyphenated(plain, width), ""]
    room = 24
    pages: list[list[Placed]] = []
    step = room * columns
    for start in range(0, len(lines), step):
        page: list[Placed] = [(40, 560, 8, "The Harbor Record"), (200, 30, 8, str(len(pages) + 1))]
        if not start:
            page.append((40, 525, 18, piece.title))
        for number in range(columns):
            first = start + number * room
            page += column(lines[first : first + room], 40 + 180 * number, 490)
        if by_rows:
            page.sort(key=lambda placed: (-placed[1], placed[0]))
        pages.append(page)
    if len(pages) == 1:
        pages.append([(40, 560, 8, "The Harbor Record"), (200, 30, 8, "2"), (40, 490, 10, "End.")])
    return pdf(pages, {"Title": piece.title})


def _hyphenated(paragraph: str, width: int) -> list[str]:
    """Lines at most `width` wide; long words are broken with a hyphen, as typesetters do."""
    broken = re.sub(r"\b([a-zäöüß]{5,6})([a-zäöüß]{5,})", "\\1\u00ad\\2", paragraph)
    lines, line = [], ""
    for word in broken.split(" "):
        plain = word.replace("\u00ad", "")
        if len(line) + len(plain) + 1 <= width:
            line = f"{line} {plain}".strip()
            continue
        head, mark, tail = word.partition("\u00ad")
        if mark and len(line) + len(head) + 2 <= width:
            lines.append(f"{line} {head}-".strip())
            line = tail.replace("\u00ad", "")
        else:
            lines.append(line)
            line = plain
    return [*lines, line]


def _zip(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, words in files.items():
            # The type must stand there unpacked.
            container.writestr(zipfile.ZipInfo(name) if name == "mimetype" else name, words)
    return out.getvalue()


DOCUMENTS: dict[str, Callable[[Piece], bytes]] = {
    "TXT": _plain,
    "HTML": _html,
    "DOCX": _docx,
    "ODT": _odt,
    "RTF": _rtf,
    "EPUB": _epub,
    "EML": _mail,
    "PDF": _pdf,
    "PDF in two columns": _pdf_columns,
    "PDF in two columns, written by rows": _pdf_rows,
}
