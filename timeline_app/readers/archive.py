"""Bounded reading of ZIP containers: what a file says it unpacks to is checked before it is."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers.base import MAX_BYTES, MEGABYTE

if TYPE_CHECKING:
    import zipfile

SIGNATURE = b"PK\x03\x04"
_EMPTY = b"PK\x05\x06"
_END = b"PK\x05\x06"
_END_LENGTH = 22
_MOST_ENTRIES = 20_000
_MOST_UNPACKED = 256 * MEGABYTE


def is_zip(data: bytes) -> bool:
    """True for the signature of a ZIP container."""
    return data.startswith((SIGNATURE, _EMPTY))


def open_container(data: bytes, most_unpacked: int = _MOST_UNPACKED) -> zipfile.ZipFile:
    """The container; raises UnreadableFile when damaged, or when it says it unpacks to too much.

    `zipfile` never gives more bytes of a member than its directory says, so the sum is a bound.
    """
    import zipfile

    if _entries(data) > _MOST_ENTRIES:
        msg = f"The archive holds more than {_MOST_ENTRIES} files."
        raise UnreadableFile(msg)
    try:
        container = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFile("The file is damaged: it can't be unpacked.") from error
    members = container.infolist()
    if len(members) > _MOST_ENTRIES:
        msg = f"The archive holds more than {_MOST_ENTRIES} files."
        raise UnreadableFile(msg)
    unpacked = sum(member.file_size for member in members)
    if unpacked > most_unpacked:
        msg = f"The file unpacks to {unpacked // MEGABYTE} MB: too much for articles."
        raise UnreadableFile(msg)
    return container


def member_names(data: bytes) -> frozenset[str]:
    """Names in a container's directory; none when it is no container or can't be opened."""
    if not is_zip(data):
        return frozenset()
    try:
        with open_container(data, most_unpacked=1 << 62) as container:
            return frozenset(container.namelist())
    except UnreadableFile:
        return frozenset()


def member_bytes(
    container: zipfile.ZipFile, member: str | zipfile.ZipInfo, limit: int = MAX_BYTES
) -> bytes:
    """A member's content, at most `limit` bytes.

    Raises UnreadableFile when it is missing, locked, damaged or larger.
    """
    import zipfile

    try:
        info = container.getinfo(member) if isinstance(member, str) else member
    except KeyError as error:
        raise UnreadableFile("The file is damaged: a part of it is missing.") from error
    if info.flag_bits & 1:
        raise UnreadableFile("It is locked with a password.")
    if info.file_size > limit:
        msg = f"A part of the file unpacks to {info.file_size // MEGABYTE} MB: too much."
        raise UnreadableFile(msg)
    try:
        with container.open(info) as stream:
            data = stream.read(limit + 1)
    except NotImplementedError as error:
        raise UnreadableFile("It is packed in a way that can't be read.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise UnreadableFile("The file is damaged: it can't be unpacked.") from error
    if len(data) > limit:
        raise UnreadableFile("A part of the file unpacks to more than it says.")
    return data


def _entries(data: bytes) -> int:
    """Number of members by the end record, before the directory is read; 0 where there is none."""
    at = data.rfind(_END, max(0, len(data) - _END_LENGTH - 65_536))
    return int.from_bytes(data[at + 10 : at + 12], "little") if at >= 0 else 0
