"""Text documents of OpenDocument (ISO/IEC 26300), out of their ZIP by lxml."""

from __future__ import annotations

import datetime
from typing import Any

from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Role
from timeline_app.readers.archive import is_zip, member_bytes, member_names, open_container
from timeline_app.readers.article.lines import assemble
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.documents.office import Properties, document_article
from timeline_app.readers.documents.wordlines import Form, document_lines, parse_xml
from timeline_app.readers.web.meta import language_code

_MIMETYPE = b"application/vnd.oasis.opendocument.text"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"


class OdtReader:
    """A document is one article; comments and deleted words are left out."""

    name = "odt/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True by the media type that such files begin with, else by their parts."""
        if is_zip(data) and data[30:38] == b"mimetype":
            return data[38 : 38 + len(_MIMETYPE)] == _MIMETYPE
        names = member_names(data)
        if not {"content.xml", "mimetype"} <= names:
            return {"content.xml", "META-INF/manifest.xml"} <= names
        try:
            with open_container(data) as container:
                return member_bytes(container, "mimetype").strip() == _MIMETYPE
        except UnreadableFile:
            return False

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """One article; raises UnreadableFile for damaged, locked and empty documents."""
        with open_container(data) as container:
            names = set(container.namelist())
            if "META-INF/manifest.xml" in names:
                _refuse_locked(parse_xml(member_bytes(container, "META-INF/manifest.xml")))
            root = parse_xml(member_bytes(container, "content.xml"))
            meta = None
            if "meta.xml" in names:
                meta = parse_xml(member_bytes(container, "meta.xml"))
        body = root.find(f"{_OFFICE}body")
        if body is None:
            raise UnreadableFile("The document is damaged: it has no text.")
        text, blocks, _ = assemble(document_lines(body, _FORM))
        properties = Properties(
            title=_meta(meta, "title"),
            author=_meta(meta, "initial-creator") or _meta(meta, "creator"),
            made=_made(meta),
            language=language_code(_meta(meta, "language")),
        )
        return [document_article(name, text, blocks, self.name, properties)]


def _role(paragraph: Any) -> Role | None:
    style = paragraph.get(f"{_TEXT}style-name") or ""
    if style in {"Title", "Quotations"}:
        return Role.TITLE if style == "Title" else Role.QUOTATION
    return Role.HEADING if paragraph.tag == f"{_TEXT}h" else None


_FORM = Form(
    paragraphs=frozenset({"p", "h"}),
    signs={"s": " ", "tab": " ", "line-break": "\n"},
    texts=None,
    rows=frozenset({"table-row"}),
    cells=frozenset({"table-cell"}),
    skipped=frozenset(
        {"annotation", "tracked-changes", "note-citation", "table-of-content", "desc"}
    ),
    role=_role,
)


def _refuse_locked(manifest: Any) -> None:
    if next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None:
        raise UnreadableFile("The document is locked with a password.")


def _meta(meta: Any, name: str) -> str | None:
    """The words of a metadata element, by its local name (Dublin Core and OpenDocument's own)."""
    if meta is None:
        return None
    for node in meta.iter("{*}" + name):
        words = " ".join("".join(node.itertext()).split())
        if words:
            return words
    return None


def _made(meta: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((_meta(meta, "creation-date") or "")[:10])
    except ValueError:
        return None
