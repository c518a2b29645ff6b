"""Files to articles: canonical text, the role of each line, and what the file says of itself."""

from __future__ import annotations

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers.article.fields import tidied
from timeline_app.readers.article.filedate import dated_by_name
from timeline_app.readers.base import MAX_BYTES, ReadArticle, Reader
from timeline_app.readers.documents.docx import DocxReader
from timeline_app.readers.documents.epub import EpubReader
from timeline_app.readers.documents.odt import OdtReader
from timeline_app.readers.documents.pdf import PdfReader
from timeline_app.readers.documents.rtf import RtfReader
from timeline_app.readers.markdown import MarkdownReader
from timeline_app.readers.messages.mail import MailReader, MboxReader
from timeline_app.readers.messages.msg import MsgReader
from timeline_app.readers.plaintext import PlainTextReader
from timeline_app.readers.press.newsml import NewsMlReader
from timeline_app.readers.press.nitf import NitfReader
from timeline_app.readers.tables.csv import CsvReader
from timeline_app.readers.tables.feed import FeedReader
from timeline_app.readers.tables.json import JsonReader
from timeline_app.readers.tables.xml import XmlReader
from timeline_app.readers.web.html import HtmlReader
from timeline_app.readers.web.mhtml import MhtmlReader
from timeline_app.readers.web.warc import WaczReader, WarcReader
from timeline_app.readers.web.webarchive import WebArchiveReader
from timeline_app.readers.zip import ZipReader

__all__ = ["MAX_BYTES", "READERS", "ReadArticle", "Reader", "UnreadableFile", "read"]

_PDF = PdfReader()
_IN_ZIP: tuple[Reader, ...] = (DocxReader(), OdtReader(), EpubReader(), WaczReader((_PDF,)))
_OTHERS: tuple[Reader, ...] = (
    _PDF,
    RtfReader(),
    MsgReader(),
    WarcReader((_PDF,)),
    WebArchiveReader(),
    MhtmlReader(),
    MboxReader(),
    MailReader(),
    FeedReader(),
    NewsMlReader(),
    NitfReader(),
    XmlReader(),
    HtmlReader(),
    JsonReader(),
    CsvReader(),
    MarkdownReader(),
    PlainTextReader(),
)
READERS: tuple[Reader, ...] = (*_IN_ZIP, ZipReader(_IN_ZIP, _OTHERS), *_OTHERS)
"""By priority: formats that tell by their content, then by name, then any text."""


def read(data: bytes, name: str) -> list[ReadArticle]:
    """The articles of a file, by the first reader that takes it; `name` is the file's name.

    Raises UnreadableFile with a reason in plain words.
    """
    for reader in READERS:
        if reader.accepts(data, name):
            return [tidied(article) for article in dated_by_name(reader.read(data, name), name)]
    raise UnreadableFile("No reader knows this kind of file.")
