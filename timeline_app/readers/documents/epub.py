"""EPUB books (EPUB 3.3 and 2): the chapters of the spine, one after the other, by lxml."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Published
from timeline_app.readers.archive import is_zip, member_bytes, member_names, open_container
from timeline_app.readers.article.lines import Line, assemble
from timeline_app.readers.article.metadata import author_of, published_of
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.plaintext import title_of
from timeline_app.readers.web.dates import stated_day
from timeline_app.readers.web.markup import markup_text, page_lines

if TYPE_CHECKING:
    import zipfile
from timeline_app.readers.documents.wordlines import parse_xml
from timeline_app.readers.web.meta import language_code

_MIMETYPE = b"application/epub+zip"
_CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PAGES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml"}
_FONT_MANGLING = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_MOST_CHARACTERS = 20_000_000


class EpubReader:
    """A book is one article, its chapters' headings kept; the table of contents is left out."""

    name = "epub/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True by the media type that such files begin with, else by their parts."""
        if is_zip(data) and data[30:58] == b"mimetype" + _MIMETYPE:
            return True
        return _CONTAINER in member_names(data)

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """One article; raises UnreadableFile for damaged, locked and empty books."""
        with open_container(data) as container:
            _refuse_locked(container)
            package_path, package = _package(container)
            lines, broken = _spine_lines(container, package_path, package)
        text, blocks, _ = assemble(lines)
        warnings = (f"{broken} of the book's parts could not be read.",) if broken else ()
        article = ReadArticle(
            title=_dc(package, "title") or title_of(text, blocks) or PurePath(name).stem,
            text=text,
            blocks=blocks,
            reader=self.name,
            author=_dc(package, "creator") or author_of(text, blocks),
            publication=_dc(package, "publisher"),
            published=_published(package) or published_of(text, blocks),
            language=language_code(_dc(package, "language")),
            warnings=warnings,
        )
        return [article]


def _refuse_locked(container: zipfile.ZipFile) -> None:
    """Fonts may be mangled; anything else that is encrypted is under DRM."""
    if _LOCKS not in container.namelist():
        return
    root = parse_xml(member_bytes(container, _LOCKS))
    for method in root.iter("{*}EncryptionMethod"):
        if method.get("Algorithm") not in _FONT_MANGLING:
            raise UnreadableFile("The book is locked (DRM).")


def _package(container: zipfile.ZipFile) -> tuple[str, Any]:
    root = parse_xml(member_bytes(container, _CONTAINER))
    file = next(root.iter("{*}rootfile"), None)
    path = file.get("full-path") if file is not None else None
    if not path:
        raise UnreadableFile("The book is damaged: it doesn't say where its contents are.")
    return path, parse_xml(member_bytes(container, path))


def _spine_lines(
    container: zipfile.ZipFile, package_path: str, package: Any
) -> tuple[list[Line], int]:
    """Lines of the chapters in reading order, and how many could not be read."""
    lines: list[Line] = []
    broken = characters = 0
    for path in _spine(package_path, package):
        try:
            markup, _ = markup_text(member_bytes(container, path))
            chapter = page_lines(markup)
        except UnreadableFile:
            broken += 1
            continue
        characters += sum(len(line.words) for line in chapter)
        if characters > _MOST_CHARACTERS:
            raise UnreadableFile("The book is too long to be read as an article.")
        lines += chapter
    return lines, broken


def _spine(package_path: str, package: Any) -> Iterator[str]:
    """Paths of the spine's pages, each once, without the navigation document."""
    pages = {
        item.get("id"): item.get("href")
        for item in package.iter("{*}item")
        if item.get("media-type") in _PAGES and "nav" not in (item.get("properties") or "").split()
    }
    seen = set()
    for reference in package.iter("{*}itemref"):
        href = pages.get(reference.get("idref"))
        if not href:
            continue
        folder = posixpath.dirname(package_path)
        path = posixpath.normpath(posixpath.join(folder, unquote(urlsplit(href).path)))
        if path not in seen:
            seen.add(path)
            yield path


def _dc(package: Any, name: str) -> str | None:
    for node in package.iter(_DC + name):
        words = " ".join("".join(node.itertext()).split())
        if words:
            return words
    return None


def _published(package: Any) -> Published | None:
    """The book's own date; of an EPUB 2, not that of its conversion."""
    for node in package.iter(_DC + "date"):
        event = node.get("{http://www.idpf.org/2007/opf}event", "publication")
        words = "".join(node.itertext()).strip()
        day = stated_day(words) if event in {"publication", "original-publication"} else None
        if day:
            return Published(day[0], f"the book's date “{words}”", 0.8)
    return None
