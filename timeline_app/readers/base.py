"""What every reader takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from timeline_app.domain.records import Block, Published

MEGABYTE = 1024 * 1024
MAX_BYTES = 64 * MEGABYTE
MOST_ARTICLES = 50_000
"""Of one file."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as its file gives it, before anything is made of its words.

    `text` is canonical: paragraphs are lines with a blank line between them, and never change
    again; every span counts its code points. `blocks` cover its lines. `reader` is the reader's
    name and version, `part` the article's place in a file that holds many. `pages[i]` is where
    page i + 1 begins in `text`, so that `bisect_right(pages, offset)` is an offset's page; empty
    in formats without pages.
    """

    title: str
    text: str
    blocks: tuple[Block, ...]
    reader: str
    author: str | None = None
    publication: str | None = None
    published: Published | None = None
    language: str | None = None
    url: str | None = None
    part: str | None = None
    warnings: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    section: str | None = None


class Reader(Protocol):
    """One format. A reader touches no disk and no network."""

    @property
    def name(self) -> str:
        """The format in one word and the version of its rules, `plaintext/1`."""
        ...

    def accepts(self, data: bytes, name: str) -> bool:
        """True when the bytes, or else the file's name, are of this format."""
        ...

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """The articles of a file; raises UnreadableFile with a reason in plain words."""
        ...
