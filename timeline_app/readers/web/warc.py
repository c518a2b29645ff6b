"""Web archives: WARC (ISO 28500), packed or not, and WACZ, a ZIP of them; read by fastwarc."""

from __future__ import annotations

import datetime
import io
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers.archive import member_bytes, member_names, open_container
from timeline_app.readers.article.filedate import guess_warning, published_by_file
from timeline_app.readers.base import MEGABYTE, MOST_ARTICLES, ReadArticle, Reader
from timeline_app.readers.web.html import read_pages
from timeline_app.readers.web.markup import looks_like_html, markup_text

_GZIP = b"\x1f\x8b"
_MOST_PAGE, _MOST_UNPACKED = 16 * MEGABYTE, 512 * MEGABYTE
_SHORTEST = 250
"""Characters of a page: frames and advertisements, which are pages too, have fewer. Such count only
where an archive has no other."""
_EVIDENCE = "the day on which the page was archived"
_PAGE_LIST = re.compile(r"pages/\w+\.jsonl$")


class WarcReader:
    """Each web page and PDF that was archived is an article, `part` its address."""

    name = "warc/1"

    def __init__(self, others: Sequence[Reader]) -> None:
        """`others` are readers of what pages link to: documents that aren't web pages."""
        self._others = tuple(others)

    def accepts(self, data: bytes, name: str) -> bool:
        """True for a record's version line, packed by gzip or not."""
        return _start(data).startswith((b"WARC/0.", b"WARC/1."))

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """The articles; raises UnreadableFile when no page has words."""
        return _articles([data], frozenset(), name, self.name, self._others)


class WaczReader:
    """Of the pages in its archives only those that it lists, where it lists any."""

    name = "wacz/1"

    def __init__(self, others: Sequence[Reader]) -> None:
        """`others` are readers of documents that aren't web pages."""
        self._others = tuple(others)

    def accepts(self, data: bytes, name: str) -> bool:
        """True for a container with a data package and archives."""
        names = member_names(data)
        return "datapackage.json" in names and any(_is_archive(part) for part in names)

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """The articles; raises UnreadableFile when no page has words."""
        with open_container(data) as container:
            names = sorted(container.namelist())
            listed = frozenset(
                url
                for part in names
                if _PAGE_LIST.match(part)
                for url in _listed(member_bytes(container, part))
            )
            archives = (member_bytes(container, part) for part in names if _is_archive(part))
            return _articles(archives, listed, name, self.name, self._others)


@dataclass(frozen=True, slots=True)
class _Page:
    """What a server answered: the address, the day, the body and its character set."""

    url: str
    day: datetime.date | None
    content: bytes
    charset: str | None


def _start(data: bytes) -> bytes:
    if not data.startswith(_GZIP):
        return data[:16]
    try:
        return zlib.decompressobj(31).decompress(data[:1024], 16)
    except zlib.error:
        return b""


def _is_archive(name: str) -> bool:
    return name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))


def _listed(data: bytes) -> Iterator[str]:
    """Addresses of a WACZ's list of pages: JSON Lines, the first line being about the list."""
    for line in data.decode("utf-8", "replace").split("\n"):
        try:
            item = json.loads(line)
        except (ValueError, RecursionError):
            continue
        url = item.get("url") if isinstance(item, dict) else None
        if isinstance(url, str):
            yield url


def _articles(
    archives: Iterable[bytes],
    listed: frozenset[str],
    name: str,
    reader: str,
    others: Sequence[Reader],
) -> list[ReadArticle]:
    found: dict[str, list[ReadArticle]] = {}
    short: dict[str, list[ReadArticle]] = {}
    for archive in archives:
        for page in _pages(archive):
            if page.url in found or (listed and page.url not in listed):
                continue
            articles = _read(page, name, reader, others)
            kept = [article for article in articles if len(article.text) >= _SHORTEST]
            (found if kept else short)[page.url] = kept or articles
            if len(found) > MOST_ARTICLES:
                msg = f"The archive holds more than {MOST_ARTICLES} pages."
                raise UnreadableFile(msg)
    silent = len([url for url in short if url not in found])
    if not found:
        found, silent = short, 0
    result = [article for articles in found.values() for article in articles]
    if not result:
        raise UnreadableFile("No page of the archive has an article's text.")
    if silent:
        left_out = f"Left out for want of a text: {silent} of the archive's pages."
        result[0] = replace(result[0], warnings=(*result[0].warnings, left_out))
    return result


def _pages(data: bytes) -> Iterator[_Page]:
    """Answers with a page or a document; an archive that breaks off gives what came before."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    taken = 0
    try:
        records: Any = ArchiveIterator(io.BytesIO(data), record_types=wanted, auto_decode="all")
        for record in records:
            content = _content(record)
            taken += len(content)
            if taken > _MOST_UNPACKED:
                raise UnreadableFile("The archive unpacks to too much for articles.")
            if content:
                when = record.record_date
                yield _Page(
                    str(record.headers.get("WARC-Target-URI", "")).strip("<>"),
                    when.date() if isinstance(when, datetime.datetime) else None,
                    content,
                    record.http_charset,
                )
    except UnreadableFile:
        raise
    except Exception:  # noqa: BLE001 - fastwarc names no class for what damaged archives raise
        return


def _content(record: Any) -> bytes:
    """The body of a page or document that the server had; of anything else none."""
    kind = str(record.http_content_type or "").lower()
    if record.http_headers is None:
        kind = str(record.headers.get("Content-Type", "")).lower()
    status = record.http_headers.status_code if record.http_headers is not None else 200
    if status != 200 or (kind and not re.match(r"text/html|application/(?:xhtml|pdf)", kind)):
        return b""
    content: bytes = record.reader.read(_MOST_PAGE + 1)
    return content if len(content) <= _MOST_PAGE else b""


def _read(page: _Page, name: str, reader: str, others: Sequence[Reader]) -> list[ReadArticle]:
    try:
        if looks_like_html(page.content):
            markup, warnings = markup_text(page.content, page.charset)
            url = page.url if page.url.startswith(("http:", "https:")) else None
            articles = read_pages(markup, name, reader, url=url, warnings=warnings)
        else:
            other = next((one for one in others if one.accepts(page.content, name)), None)
            articles = other.read(page.content, name) if other else []
    except UnreadableFile:
        return []
    return [_placed(article, page) for article in articles]


def _placed(article: ReadArticle, page: _Page) -> ReadArticle:
    """The article under its address; with no day of its own, that of archiving is its guess."""
    part = f"{page.url}#{article.part}" if article.part else page.url
    published, warnings = article.published, article.warnings
    if published is None:
        published = published_by_file(page.day, article.text, article.blocks, _EVIDENCE)
        warnings += (guess_warning(_EVIDENCE),) if published else ()
    return replace(
        article, part=part, url=article.url or page.url, published=published, warnings=warnings
    )
