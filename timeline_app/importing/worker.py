"""What a worker does with one file: read its bytes, hand them to `extract`."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.timevalue import TimeValue
from timeline_app.importing.filetimes import changed_day
from timeline_app.store.prepared import PreparedArticle, prepared

MAX_BYTES = 64 << 20
"""Larger files are refused: no article is."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the user says of all files of an import; None where the files are to say it."""

    published: TimeValue | None = None
    source: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Clipping:
    """Text that came without a file: pasted, dropped or piped in. `name` stands for its path."""

    name: str
    data: bytes


def digest_file(
    path: str, options: ImportOptions, known: frozenset[str] = frozenset()
) -> list[PreparedArticle] | None:
    """The articles of a file with their expressions and events, ready to be stored.

    None when the SHA-256 of its bytes is one of `known`: then it needn't be read again. Raises
    UnreadableFile, with the reason in plain words.
    """
    data = read_bytes(Path(path))
    if known and hashlib.sha256(data).hexdigest() in known:
        return None
    return _digested(Clipping(path, data), options, partial(changed_day, Path(path), date.today()))


def digest_clipping(clipping: Clipping, options: ImportOptions) -> list[PreparedArticle]:
    """As `digest_file`, of bytes at hand."""
    return _digested(clipping, options, None)


def _digested(
    clipping: Clipping, options: ImportOptions, changed: Callable[[], date | None] | None
) -> list[PreparedArticle]:
    from timeline_app.extract import digest  # parsers stay out of the app's own process

    if len(clipping.data) > MAX_BYTES:
        raise UnreadableFile(_too_big(MAX_BYTES))
    drafts = digest(
        clipping.data,
        path=clipping.name,
        published=options.published,
        source=options.source,
        language=options.language,
        changed=changed,
    )
    return [prepared(draft) for draft in drafts]


def size_of(path: Path) -> int:
    """A file's size in bytes, at most what is read of one; 0 where that can't be told."""
    try:
        return min(path.stat().st_size, MAX_BYTES)
    except OSError:
        return 0


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """A regular file's content, at most `limit` bytes; raises UnreadableFile."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableFile(_kind(status.st_mode))
            data = file.read(limit + 1) if status.st_size <= limit else b""
    except OSError as error:
        raise UnreadableFile(_plain(error)) from error
    if status.st_size > limit or len(data) > limit:
        raise UnreadableFile(_too_big(limit))
    return data


def _too_big(limit: int) -> str:
    return f"The file is too big: articles may have up to {limit >> 20} MB."


def _kind(mode: int) -> str:
    return "This is a folder." if stat.S_ISDIR(mode) else "This is a device, not a file."


def _plain(error: OSError) -> str:
    words = {
        FileNotFoundError: "The file is not there (any more).",
        PermissionError: "You have no permission to read it.",
        IsADirectoryError: "This is a folder.",
    }
    return words.get(type(error), f"It can't be read: {error.strerror or error}.")
