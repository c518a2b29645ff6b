"""News Industry Text Format (IPTC NITF 3.6): one story with its head of metadata."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from timeline_app.domain.records import Published
from timeline_app.readers.article.dateline import dateline_end
from timeline_app.readers.article.lines import Line, assemble, with_title
from timeline_app.readers.article.metadata import author_of, outlet_of, published_of
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.plaintext import title_of
from timeline_app.readers.press.newsxml import find, parsed, published, root_name, words
from timeline_app.readers.web.markup import Dialect, element_names, tree_lines
from timeline_app.readers.web.meta import language_code

NITF = Dialect(
    headings=frozenset({"hl1", "hl2"}),
    quotations=frozenset({"bq"}),
    breaks=frozenset({"br"}),
    cells=frozenset({"td", "th"}),
    inline=element_names(
        "a abbr alt-code b chron city copyrite country em event frac function i lang location",
        "money num numer object.title org person postaddr pronounce q region span state",
        "strong sub sublocation sup u virtloc",
    ),
    skipped=frozenset({"media-reference", "media-metadata", "media-producer", "media-object"}),
    captions=frozenset({"media-caption"}),
)
_FIGURES = re.compile(r"[\dTZ:+. -]+")
_HEAD_LINES = 2
"""Lines of the content in which its own dateline stands, when it has one."""


class NitfReader:
    """A document is one article."""

    name = "nitf/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True when the root element is `nitf`."""
        return root_name(data) == "nitf"

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """One article; raises UnreadableFile for a document without words."""
        root, warnings = parsed(data)
        return [nitf_article(root, name, self.name, warnings)]


def nitf_article(root: Any, name: str, reader: str, warnings: tuple[str, ...] = ()) -> ReadArticle:
    """The article of a `nitf` element; raises UnreadableFile when it has no words."""
    title = _title(root)
    text, blocks, _ = assemble(with_title(title, nitf_lines(root)))
    pubdata = find(root, "head/pubdata")
    body = find(root, "body")
    language = body.get("{http://www.w3.org/XML/1998/namespace}lang") if body is not None else None
    return ReadArticle(
        title=title or title_of(text, blocks) or PurePath(name).stem,
        text=text,
        blocks=blocks,
        reader=reader,
        author=byline_of(root) or author_of(text, blocks),
        publication=_attribute(pubdata, "name")
        or words(find(root, "body/body.head/distributor"))
        or outlet_of(text, blocks),
        published=_published(root, pubdata) or published_of(text, blocks),
        language=language_code(language),
        url=_url(_attribute(pubdata, "ex-ref")),
        warnings=warnings,
        section=_attribute(pubdata, "position.section"),
    )


def nitf_lines(root: Any) -> list[Line]:
    """Subheads, dateline and abstract, the content, and what ends it."""

    def lines(path: str) -> list[Line]:
        node = find(root, f"body/{path}")
        return list(tree_lines(node, NITF)) if node is not None else []

    content = lines("body.content")
    dateline = _dateline(find(root, "body/body.head/dateline"))
    told = any(dateline_end(line.words) for line in content[:_HEAD_LINES])
    placed = [Line(f"{dateline} —")] if dateline and not told else []
    return [*lines("body.head/abstract"), *placed, *content, *lines("body.end")]


def _dateline(node: Any) -> str | None:
    """Place and day, their parts by commas; a day in figures is for programs."""
    if node is None:
        return None
    parts = (" ".join(part.split()).strip(" ,") for part in node.itertext())
    kept = (part for part in parts if part and not _FIGURES.fullmatch(part))
    return ", ".join(kept).rstrip(" -–—,") or None


def _title(root: Any) -> str | None:
    headline = find(root, "body/body.head/hedline/hl1")
    return (
        words(headline)
        or words(find(root, "body/body.head/headline/hl1"))
        or words(find(root, "head/title"))
    )


def byline_of(root: Any) -> str | None:
    """Names of the byline without the writers' titles, which stand in an element of their own."""
    node = find(root, "body/body.head/byline")
    if node is None:
        return None
    parts = [node.text or ""]
    for child in node:
        named = isinstance(child.tag, str) and not child.tag.endswith("byttl")
        parts += ["".join(child.itertext()) if named else " ", child.tail or ""]
    line = " ".join("".join(parts).split()).removeprefix("By ").removeprefix("by ")
    return line.strip(" ,") or None


def _attribute(node: Any, name: str) -> str | None:
    value = node.get(name) if node is not None else None
    return str(value).strip() or None if value else None


def _url(address: str | None) -> str | None:
    return address if address and address.startswith(("http:", "https:")) else None


def _published(root: Any, pubdata: Any) -> Published | None:
    """The issue that it was printed in, the release, or the date of the story."""
    candidates = (
        (_attribute(pubdata, "date.publication"), "the document's date.publication", 0.95),
        (_norm(root, "head/docdata/date.release"), "the document's date.release", 0.9),
        (_norm(root, "head/docdata/date.issue"), "the document's date.issue", 0.9),
        (_norm(root, "body/body.head/dateline/story.date"), "the document's story.date", 0.85),
    )
    found = (published(stamp, evidence, trust) for stamp, evidence, trust in candidates)
    return next((date for date in found if date), None)


def _norm(root: Any, path: str) -> str | None:
    return _attribute(find(root, path), "norm") or words(find(root, path))
