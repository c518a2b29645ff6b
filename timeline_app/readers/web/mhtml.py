"""Web pages saved as one file: MHTML (RFC 2557) as browsers write it."""

from __future__ import annotations

import re

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.clean import clean
from timeline_app.readers.messages.mail import head_fields, header, parsed
from timeline_app.readers.web.html import read_pages
from timeline_app.readers.web.markup import markup_text

_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.I | re.M)
_PAGE = re.compile(rb"^(?:snapshot-content-location:|from:\s*<?saved by)", re.I | re.M)
_HEAD = 4096


class MhtmlReader:
    """The first HTML part is the page; frames, pictures and styles are left out."""

    name = "mhtml/2"

    def accepts(self, data: bytes, name: str) -> bool:
        """True for a multipart/related message that a browser says it saved."""
        head = data[:_HEAD]
        if not (_RELATED.search(head) and head_fields(data)):
            return False
        return bool(_PAGE.search(head)) or not re.search(rb"^(?:to|received):", head, re.I | re.M)

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """One article; raises UnreadableFile when no part is a page with words."""
        message = parsed(data)
        for part in message.walk():
            if part.get_content_type() == "text/html":
                payload = part.get_payload(decode=True)
                if isinstance(payload, bytes) and payload.strip():
                    charset = part.get_content_charset()
                    markup, warnings = markup_text(payload, charset)
                    url = header(message, "Snapshot-Content-Location")
                    url = url or header(part, "Content-Location")
                    url = url if url and url.startswith(("http:", "https:")) else None
                    return read_pages(clean(markup), name, self.name, url=url, warnings=warnings)
        raise UnreadableFile("There is no page in the file.")
