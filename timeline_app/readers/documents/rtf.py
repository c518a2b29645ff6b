"""Rich Text Format (RTF 1.9.1), its control words taken out by striprtf."""

from __future__ import annotations

import datetime
import re

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers.article.paragraphs import canonical
from timeline_app.readers.article.structure import structure
from timeline_app.readers.base import MEGABYTE, ReadArticle
from timeline_app.readers.clean import clean
from timeline_app.readers.documents.office import Properties, document_article
from timeline_app.readers.press import press_articles

_MOST_CHARACTERS = 12 * MEGABYTE
"""striprtf takes half a second a megabyte; pictures don't count."""
_HEX = re.compile(r"[0-9a-fA-F\s]{512,}")
_CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
_GROUP = r"\{\\(?:\*\\)?%s\s+((?:[^{}\\]|\\.)*)\}"
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_INFO = 20_000
# `\*` opens a group that may be left out; old OpenOffice put it before styles, too.
_STRAY_STAR = re.compile(r"(?<![{\s\\])\\\*(?=\\[a-z])")
_BULLET = re.compile(r"^[\ufffd·](?=[\t ])", re.M)
"""What a sign of the Symbol font, which has no letters, is decoded to."""
_CELL, _ROW_END = re.compile(r"(?<=\S)\|(?=\S)"), re.compile(r"(?:\|[ \t]*)+$", re.M)


class RtfReader:
    """A document is one article, the export of a press database apart."""

    name = "rtf/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True for the signature, whatever the suffix: press databases call RTF `.doc`."""
        return data.lstrip(b"\xef\xbb\xbf \r\n\t")[:5] == b"{\\rtf"

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """The articles; raises UnreadableFile for documents that are empty or far too long."""
        source = _HEX.sub("", data.decode(_encoding(data), "replace"))
        if len(source) > _MOST_CHARACTERS:
            raise UnreadableFile("The document is too long to be an article.")
        words = clean(rtf_words(source))
        exported = press_articles(words, self.name)
        if exported is not None:
            return exported
        text = canonical(words)
        if not text.strip():
            raise UnreadableFile("There are no words in the file.")
        blocks = structure(text)
        properties = Properties(_info(source, "title"), _info(source, "author"), _made(source))
        return [document_article(name, text, blocks, self.name, properties)]


def _encoding(data: bytes) -> str:
    """The document's code page for bytes that are not escaped, which they should be."""
    match = _CODE_PAGE.search(data[:2000].decode("latin-1"))
    encoding = f"cp{match[1]}" if match else "cp1252"
    try:
        b"a".decode(encoding)
    except LookupError:
        return "cp1252"
    return encoding


def rtf_words(source: str) -> str:
    """The words of a document's source, a row of a table a line; raises UnreadableFile."""
    from striprtf.striprtf import rtf_to_text

    try:
        words: str = rtf_to_text(  # type: ignore[no-untyped-call]
            _STRAY_STAR.sub("", source), errors="replace"
        )
    except Exception as error:  # striprtf names no class for what a damaged document raises
        raise UnreadableFile("The document is damaged and can't be read.") from error
    return _CELL.sub(" | ", _ROW_END.sub("", _BULLET.sub("•", words)))


def _info(source: str, key: str) -> str | None:
    match = re.search(_GROUP % key, source[:_INFO])
    if not match:
        return None
    page = _CODE_PAGE.search(source[:_INFO])
    page_word = page[0] if page else ""
    words = " ".join(clean(rtf_words(f"{{\\rtf1{page_word} {match[1]}}}")).split())
    return words if any(char.isalpha() for char in words) else None


def _made(source: str) -> datetime.date | None:
    match = _CREATED.search(source[:_INFO])
    try:
        return datetime.date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
