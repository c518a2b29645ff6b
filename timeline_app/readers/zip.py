"""ZIP archives of articles: every file in them by its own reader, nothing written to disk."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers.archive import is_zip, member_bytes, open_container
from timeline_app.readers.base import MEGABYTE, ReadArticle, Reader

if TYPE_CHECKING:
    import zipfile

_DEEPEST = 3
_MOST_UNPACKED = 256 * MEGABYTE
_NAMED = 5
_CLUTTER = {"__MACOSX", "Thumbs.db", "desktop.ini"}


@dataclass(slots=True)
class _Unpacking:
    """What an archive and the archives in it have given so far."""

    articles: list[ReadArticle] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    unpacked: int = 0


class ZipReader:
    """Each article's `part` is its file's name in the archive."""

    name = "zip/1"

    def __init__(self, in_zip: Sequence[Reader], others: Sequence[Reader]) -> None:
        """`in_zip` are the readers of formats that are ZIP containers themselves."""
        self._in_zip = tuple(in_zip)
        self._others = tuple(others)

    def accepts(self, data: bytes, name: str) -> bool:
        """True for any ZIP container; formats built on it come first."""
        return is_zip(data)

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """The articles of the files that can be read; the others are named in a warning.

        Raises UnreadableFile when there is none, or when it unpacks to more than 256 MB.
        """
        state = _Unpacking()
        self._unpack(data, "", 1, state)
        if not state.articles:
            raise UnreadableFile(_nothing(state.refused))
        if state.refused:
            first = state.articles[0]
            left_out = f"Left out of the archive: {_listed(state.refused)}."
            state.articles[0] = replace(first, warnings=(*first.warnings, left_out))
        return state.articles

    def _unpack(self, data: bytes, prefix: str, depth: int, state: _Unpacking) -> None:
        with open_container(data, _MOST_UNPACKED - state.unpacked) as container:
            for member in _members(container):
                part = prefix + _plain_name(member.filename)
                try:
                    content = member_bytes(container, member)
                    state.unpacked += len(content)
                    if state.unpacked > _MOST_UNPACKED:
                        raise UnreadableFile("It unpacks to too much for articles.")
                    self._take(content, part, depth, state)
                except UnreadableFile as reason:
                    state.refused.append((part, str(reason)))

    def _take(self, content: bytes, part: str, depth: int, state: _Unpacking) -> None:
        name = PurePosixPath(part).name
        for reader in self._in_zip:
            if reader.accepts(content, name):
                state.articles.extend(_placed(reader.read(content, name), part))
                return
        if is_zip(content):
            if depth >= _DEEPEST:
                raise UnreadableFile("Archives are nested too deeply.")
            self._unpack(content, f"{part}/", depth + 1, state)
            return
        reader = next(reader for reader in self._others if reader.accepts(content, name))
        state.articles.extend(_placed(reader.read(content, name), part))


def _members(container: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Files in order of their names; folders, links and what systems leave behind are no files."""
    for member in sorted(container.infolist(), key=lambda member: member.filename):
        parts = PurePosixPath(_plain_name(member.filename)).parts
        hidden = not parts or any(part.startswith(".") or part in _CLUTTER for part in parts)
        link = stat.S_ISLNK(member.external_attr >> 16)
        if not (hidden or link or member.filename.endswith("/")):
            yield member


def _plain_name(name: str) -> str:
    """A name that stays within the archive: no drive, no root, no steps upwards."""
    parts = name.replace("\\", "/").split("/")
    return "/".join(p for p in parts if p not in {"", ".", ".."} and not p.endswith(":"))


def _placed(articles: list[ReadArticle], part: str) -> Iterator[ReadArticle]:
    for article in articles:
        inner = f"{part}#{article.part}" if article.part else part
        yield replace(article, part=inner)


def _nothing(refused: list[tuple[str, str]]) -> str:
    if not refused:
        return "The archive holds no files."
    if all("password" in reason for _, reason in refused):
        return "The archive is locked with a password."
    return f"Nothing in the archive can be read: {_listed(refused)}."


def _listed(refused: list[tuple[str, str]]) -> str:
    named = "; ".join(f"{name} ({reason.rstrip('.')})" for name, reason in refused[:_NAMED])
    more = len(refused) - _NAMED
    return named + (f" and {more} more" if more > 0 else "")
