"""Web pages that Safari saved: a property list (`.webarchive`) with the page and its resources."""

from __future__ import annotations

from typing import Any
from xml.parsers.expat import ExpatError

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.web.html import read_pages
from timeline_app.readers.web.markup import markup_text

_BINARY = b"bplist00"
_MAIN = b"WebMainResource"
_HEAD = 4096


class WebArchiveReader:
    """The main resource is the page; frames, pictures and scripts are left out."""

    name = "webarchive/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True for a property list, binary or XML, with a main resource."""
        if data.startswith(_BINARY):
            return _MAIN in data
        return b"<plist" in data[:_HEAD] and _MAIN in data[:_HEAD]

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """The page's articles; raises UnreadableFile when the list is damaged or no page."""
        main = _main_resource(data)
        content = main.get("WebResourceData")
        if not isinstance(content, bytes) or not content.strip():
            raise UnreadableFile("There is no page in the file.")
        charset, url = main.get("WebResourceTextEncodingName"), main.get("WebResourceURL")
        markup, warnings = markup_text(content, charset if isinstance(charset, str) else None)
        page = url if isinstance(url, str) and url.startswith(("http:", "https:")) else None
        return read_pages(markup, name, self.name, url=page, warnings=warnings)


def _main_resource(data: bytes) -> dict[str, Any]:
    import plistlib  # its many classes take as long to make as all of this program's readers

    try:
        archive = plistlib.loads(data)
    except (
        plistlib.InvalidFileException,
        ExpatError,
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as error:
        raise UnreadableFile("The file is damaged: its page can't be read.") from error
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict):
        raise UnreadableFile("There is no page in the file.")
    return main
