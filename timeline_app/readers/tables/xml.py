"""XML of any other kind: records with a field that is a text, or a document's paragraphs.

Vocabularies differ (an agency's own, TEI, DocBook, Word 2003), but their elements have telling
names: those of `entries.py` for records, `p`, `para`, `head`, `title` and kin for documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from timeline_app.domain.records import Role
from timeline_app.readers.article.lines import Line, assemble, with_title
from timeline_app.readers.article.metadata import author_of, published_of
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.plaintext import title_of
from timeline_app.readers.press.newsxml import parsed, root_name, words
from timeline_app.readers.tables.entries import AUTHOR, KNOWN, TEXT, TITLE, entry_articles, key_of
from timeline_app.readers.web.markup import HTML, Dialect, element_names, tree_lines

_DIALECT = Dialect(
    headings=HTML.headings | element_names("title head headline subtitle bridgehead hl1 hl2"),
    quotations=HTML.quotations | element_names("quote cit"),
    breaks=element_names("br lb"),
    cells=HTML.cells | element_names("entry cell"),
    inline=HTML.inline
    | element_names(
        "r t tab hi emph emphasis ref ptr term date time num name persname placename orgname",
        "foreign rs pb ulink link phrase literal filename choice sic corr reg orig abbr expan",
    ),
    skipped=element_names(
        "script style teiheader documentproperties bindata styles fonts lists docpr svg math",
    ),
    captions=element_names("figcaption caption"),
)
_PARAGRAPHS = element_names("p para paragraph simpara")
_PAGES = {"", "html", "body", "div"}
_FEWEST, _MUCH = 3, 4
"""Paragraphs of a document that marks them; what stands beside are codes and fields."""


class XmlReader:
    """Each record with a text is an article; without records the document is one."""

    name = "xml/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True for XML's declaration above an element, that of a web page apart."""
        start = data.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").replace(b"\0", b"", 8)
        return start[:5] == b"<?xml" and root_name(data).lower() not in _PAGES

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """The articles; raises UnreadableFile when nothing can be read or there are no words."""
        root, warnings = parsed(data)
        records = list(_records(root))
        if records and not _is_prose_around(root, records):
            numbered = ((str(number), _fields(node)) for number, node in enumerate(records, 1))
            return entry_articles(numbered, self.name, "record", "records")
        title = _first(root, TITLE)
        text, blocks, _ = assemble(with_title(title, _lines(root)))
        return [
            ReadArticle(
                title=title or title_of(text, blocks) or PurePath(name).stem,
                text=text,
                blocks=blocks,
                reader=self.name,
                author=_first(root, AUTHOR) or author_of(text, blocks),
                published=published_of(text, blocks),
                warnings=warnings,
            )
        ]


def _lines(root: Any) -> list[Line]:
    """The document's headings and paragraphs, if it marks them; else all that has words."""
    marked, prose = [], 0
    walk = _etree().iterwalk(root, events=("start",), tag="{*}*")
    for _, node in walk:
        name = _name(node).lower()
        if name in _DIALECT.skipped:
            walk.skip_subtree()
        elif name in _PARAGRAPHS or name in _DIALECT.headings:
            marked.append(Line(words(node) or "", None if name in _PARAGRAPHS else Role.HEADING))
            prose += name in _PARAGRAPHS and bool(marked[-1].words)
            walk.skip_subtree()
    return marked if prose >= _FEWEST else list(tree_lines(root, _DIALECT))


def _etree() -> Any:
    from lxml import etree

    return etree


def _name(node: Any) -> str:
    """An element's local name; empty for what is none."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _records(root: Any) -> Iterator[Any]:
    """The outermost elements with a child that is named like a text and has words."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if any(key_of(_name(child)) in TEXT and words(child) for child in node):
            yield node
        else:
            waiting.extend(reversed(node))


def _fields(record: Any) -> dict[str, str]:
    """The words of a record's own fields, then of those that lie deeper beside its text."""
    fields: dict[str, str] = {}
    waiting = list(record)
    while waiting:
        node = waiting.pop(0)
        key = key_of(_name(node))
        if key in TEXT:
            lines = _lines(node) if len(node) else []
            own = "\n\n".join(line.words for line in lines) if lines else (node.text or "")
            fields.setdefault(key, own)
        elif key in KNOWN or key.endswith("title"):
            fields.setdefault(key if key in KNOWN else "title", words(node) or "")
        else:
            waiting.extend(node)
    return fields


def _is_prose_around(root: Any, records: list[Any]) -> bool:
    """True where paragraphs outside the records say more than they: a note within a document."""
    own = sum(len(words(node) or "") for node in records)
    return sum(len(line.words) for line in _lines(root)) > _MUCH * own


def _first(root: Any, names: tuple[str, ...]) -> str | None:
    """The words of the first element of such a name, wherever it stands."""
    for node in root.iter("{*}*"):
        if key_of(_name(node)).endswith(names) and (found := words(node)):
            return found
    return None
