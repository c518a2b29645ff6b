"""Outlook's messages (MS-OXMSG): properties in an OLE container, opened by olefile."""

from __future__ import annotations

import datetime
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from timeline_app.domain import timevalue as tv
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Published
from timeline_app.readers.article.lines import Line, assemble, with_title
from timeline_app.readers.article.metadata import published_of
from timeline_app.readers.article.paragraphs import canonical
from timeline_app.readers.base import MEGABYTE, ReadArticle
from timeline_app.readers.clean import clean
from timeline_app.readers.documents.compressedrtf import unpacked_rtf
from timeline_app.readers.documents.rtf import rtf_words
from timeline_app.readers.messages.mail import header_date, own_words, sender_name
from timeline_app.readers.web.markup import page_lines

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTIES = "__properties_version1.0"
_MARK = _PROPERTIES.encode("utf-16-le")
_HEADER = 32
"""Bytes before the first property of a message that is not within another."""
_ENTRY = struct.Struct("<HHI8s")
_TIME = 0x0040
_SHORTEST = 200
_MOST_RTF = 12 * MEGABYTE
_EPOCH = datetime.datetime(1601, 1, 1, tzinfo=datetime.UTC)

_SUBJECT, _SENDER, _ADDRESS, _HEADERS = 0x0037, 0x0C1A, 0x0C1F, 0x007D
_BODY, _HTML, _RTF = 0x1000, 0x1013, 0x1009
_SENT, _DELIVERED = 0x0039, 0x0E06
_CODE_PAGE, _BODY_CODE_PAGE = 0x3FFD, 0x3FDE
_LONG_NAME, _SHORT_NAME = 0x3707, 0x3704


class MsgReader:
    """A message is one article: its text, the subject as its title, the day it was sent."""

    name = "msg/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True for an OLE container with a message's properties."""
        return data.startswith(OLE) and _MARK in data

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """One article; raises UnreadableFile for damaged messages and those without words."""
        message = _opened(data)
        subject = message.words(_SUBJECT)
        text, blocks, _ = assemble(with_title(subject, _body_lines(message)))
        sender = message.words(_SENDER) or message.words(_ADDRESS)
        article = ReadArticle(
            title=subject or PurePath(name).stem,
            text=text,
            blocks=blocks,
            reader=self.name,
            author=sender_name(sender),
            published=_sent(message) or published_of(text, blocks),
            warnings=_attached(message),
        )
        return [article]


@dataclass(frozen=True, slots=True)
class _Message:
    """Streams of a message by their upper-case paths, and its fixed properties by their ids."""

    streams: dict[str, bytes]
    fixed: dict[int, tuple[int, bytes]]

    def words(self, key: int, folder: str = "") -> str | None:
        """A text property on one line."""
        return " ".join(clean(self.text(key, folder)).split()) or None

    def text(self, key: int, folder: str = "") -> str:
        """A text property: UTF-16, or eight bits in the message's code page."""
        wide = self.streams.get(f"{folder}__SUBSTG1.0_{key:04X}001F")
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        return self.decoded(self.streams.get(f"{folder}__SUBSTG1.0_{key:04X}001E", b""), _CODE_PAGE)

    def binary(self, key: int) -> bytes:
        """A binary property."""
        return self.streams.get(f"__SUBSTG1.0_{key:04X}0102", b"")

    def decoded(self, data: bytes, code_page: int) -> str:
        """Text in the code page that a property names; UTF-8 if it is, else Windows-1252."""
        number = int.from_bytes(self.fixed.get(code_page, (0, b""))[1][:4], "little")
        named = "utf-8" if number == 65001 else f"cp{number}"
        for encoding, errors in (("utf-8", "strict"), (named, "strict"), ("cp1252", "replace")):
            try:
                return data.decode(encoding, errors).rstrip("\0")
            except (LookupError, ValueError):
                continue
        return ""

    def moment(self, key: int) -> datetime.datetime | None:
        """A time property, in UTC: 100 nanoseconds since 1601."""
        kind, value = self.fixed.get(key, (0, b""))
        if kind != _TIME:
            return None
        try:
            return _EPOCH + datetime.timedelta(microseconds=int.from_bytes(value, "little") // 10)
        except OverflowError:
            return None


def _opened(data: bytes) -> _Message:
    import olefile

    try:
        with olefile.OleFileIO(data) as container:
            streams = dict(_streams(container, len(data)))
    except UnreadableFile:
        raise
    except Exception as error:  # olefile names no class for what damaged containers raise
        raise UnreadableFile("The message is damaged and can't be read.") from error
    entries = streams.get(_PROPERTIES.upper(), b"")[_HEADER:]
    whole = len(entries) // _ENTRY.size * _ENTRY.size
    fixed = {key: (kind, value) for kind, key, _, value in _ENTRY.iter_unpack(entries[:whole])}
    return _Message(streams, fixed)


def _streams(container: Any, limit: int) -> Iterator[tuple[str, bytes]]:
    """Streams of the message and names of its attachments, together no more than the file has."""
    taken = 0
    for path in container.listdir():
        joined = "/".join(path).upper()
        name = joined.rpartition("/")[2]
        wanted = len(path) == 1 or name.startswith(
            (f"__SUBSTG1.0_{_LONG_NAME:04X}", "__SUBSTG1.0_3704")
        )
        if len(path) > 2 or not wanted:
            continue
        stream = container.openstream(path).read(limit + 1)
        taken += len(stream)
        if taken > 2 * limit:
            raise UnreadableFile("The message is damaged: its parts are larger than the file.")
        yield joined, stream


def _body_lines(message: _Message) -> list[Line]:
    """Lines of the text; of the HTML or RTF where there is no text, or next to none."""
    text = canonical(own_words(clean(message.text(_BODY))))
    lines = [Line(line) for line in text.split("\n\n") if line.strip()]
    if len(text) >= _SHORTEST:
        return lines
    markup = message.decoded(message.binary(_HTML), _BODY_CODE_PAGE) or message.text(_HTML)
    shown = page_lines(clean(markup)) if markup.strip() else []
    if not shown and not lines and message.binary(_RTF):
        source = unpacked_rtf(message.binary(_RTF), _MOST_RTF).decode("latin-1")
        words = canonical(own_words(clean(rtf_words(source))))
        shown = [Line(line) for line in words.split("\n\n") if line.strip()]
    return shown if sum(len(line.words) for line in shown) > len(text) else lines


def _sent(message: _Message) -> Published | None:
    """The day in the sender's own time zone, by the mail's header; else in UTC."""
    import email.policy

    headers = message.text(_HEADERS)
    if headers.strip():
        try:
            parsed = email.message_from_string(headers.lstrip(), policy=email.policy.default)
            found = header_date(parsed)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            found = None
        if found:
            return found
    for key, called in ((_SENT, "sent"), (_DELIVERED, "delivered")):
        moment = message.moment(key)
        if moment and moment.year >= 1980:
            value = tv.day(moment.year, moment.month, moment.day)
            said = f"{moment:%Y-%m-%d %H:%M}"
            return Published(value, f"the message was {called} on {said} UTC", 0.9)
    return None


def _attached(message: _Message) -> tuple[str, ...]:
    folders = sorted({path.partition("/")[0] for path in message.streams if "/" in path})
    names = [
        message.words(_LONG_NAME, f"{folder}/") or message.words(_SHORT_NAME, f"{folder}/")
        for folder in folders
        if folder.startswith("__ATTACH")
    ]
    named = [name for name in names if name]
    return (f"Attachments were not read: {', '.join(named[:5])}.",) if named else ()
