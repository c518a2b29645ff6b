"""HTML and XHTML to lines: parsed without network, scripts or entities, walked without recursion.

Takes every word that a browser shows; telling the article from the page around it is `html.py`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Role
from timeline_app.readers.article.lines import Line
from timeline_app.readers.article.paragraphs import without_wraps
from timeline_app.readers.base import MAX_BYTES
from timeline_app.readers.clean import clean, decode
from timeline_app.readers.encodings import labelled_encoding

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_CHARACTERS = 12_000_000
"""Longer pages take tens of seconds; embedded pictures don't count."""

_START = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html[\s>])",
    re.I | re.S,
)
_INSIDE = re.compile(rb"<(?:html|head|body|article|div|p|h1)[\s>]", re.I)
_CHARSET = re.compile(rb"<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_EMBEDDED = re.compile(r"data:[\w/+.;=-]{0,80},[^\s\"'<>)]{80,}")
_BEFORE_PAGE = re.compile(
    rb"\s*<(?:!--|(?:style|script|br|b|meta|link|table|font|center)[\s/>])", re.I
)
_PAGE = re.compile(rb"<(?:html|body)[\s>]", re.I)
_TAIL, _LONGEST_BEFORE = 4096, 1 << 18
_SPACES = re.compile(r"\s+")
_CAPTION_ELEMENTS = frozenset({"p", "dd", "div"})


@dataclass(frozen=True, slots=True)
class Dialect:
    """Which elements mean what, by their local names."""

    headings: frozenset[str]
    quotations: frozenset[str]
    breaks: frozenset[str]
    cells: frozenset[str]
    inline: frozenset[str]
    skipped: frozenset[str]
    captions: frozenset[str] = frozenset()


def element_names(*lines: str) -> frozenset[str]:
    """Names that are written one after the other."""
    return frozenset(name for line in lines for name in line.split())


HTML = Dialect(
    headings=frozenset({"h1", "h2", "h3", "h4", "h5", "h6"}),
    quotations=frozenset({"blockquote"}),
    breaks=frozenset({"br"}),
    cells=frozenset({"td", "th"}),
    inline=element_names(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q",
        "rp rt ruby s samp small span strike strong sub sup time tt u var wbr",
    ),
    skipped=element_names(
        "script style head noscript template svg math iframe object embed audio video canvas",
        "button select textarea nav title",
    ),
    captions=frozenset({"figcaption"}),
)


def looks_like_html(data: bytes) -> bool:
    """True for a document's start, or for a fragment that opens with a tag."""
    head = data[:_TAIL]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "ignore").encode("utf-8")
    if _START.match(head):
        return True
    if head.lstrip()[:1] != b"<" or b"<rss" in head:
        return False
    if _INSIDE.search(head):
        return True
    # Some servers send styles, scripts or complaints before the page itself.
    return bool(_BEFORE_PAGE.match(head)) and bool(_PAGE.search(data, 0, _LONGEST_BEFORE))


def markup_text(data: bytes, charset: str | None = None) -> tuple[str, tuple[str, ...]]:
    """A page's markup and warnings: UTF-8 if it is, else the encoding that it names.

    `charset` is what a mail or web header says. Raises UnreadableFile as `decode` does.
    """
    if not _is_utf8(data) and len(data) <= MAX_BYTES:
        named = _CHARSET.search(data[:_TAIL])
        for name in (charset, named[1].decode("ascii", "ignore") if named else None):
            encoding = labelled_encoding(name)
            if encoding:
                return clean(data.decode(encoding, "replace")), ()
    decoded = decode(data)
    return decoded.text, decoded.warnings


def _is_utf8(data: bytes) -> bool:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True  # `decode` sees to it
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def parse(markup: str) -> HtmlElement | None:
    """The page's tree, embedded pictures dropped; None when nothing can be made of it.

    Raises UnreadableFile for a page too long to be an article.
    """
    from lxml import etree, html

    markup = _EMBEDDED.sub("", markup)
    if len(markup) > _MAX_CHARACTERS:
        raise UnreadableFile("The page is too long to be an article.")
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def page_lines(markup: str) -> list[Line]:
    """Every line of a page or fragment; pages nested too deeply for lxml are read flat."""
    tree = parse(markup)
    lines = list(tree_lines(tree)) if tree is not None else []
    return lines if any(line.words.strip() for line in lines) else flat_lines(markup)


def tree_lines(root: Any, dialect: Dialect = HTML) -> Iterator[Line]:
    """Lines of a tree in document order; cells of a row are joined by ` | `."""
    from lxml import etree

    words: list[str] = []
    heading = quoted = caption = 0
    within_lines = dialect.inline | dialect.breaks | dialect.cells
    captions = dialect.captions | _CAPTION_ELEMENTS

    def flush(role: Role | None) -> Iterator[Line]:
        parts = [part.strip(" |") for part in "".join(words).split("\n")]
        words.clear()
        yield from (Line(part, role) for part in without_wraps([part for part in parts if part]))

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        name = node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""
        role = Role.CAPTION if caption else Role.HEADING if heading else None
        role = role or (Role.QUOTATION if quoted else None)
        if event == "start":
            if name in dialect.skipped:
                walk.skip_subtree()
                continue
            if name not in within_lines:
                yield from flush(role)
            heading += name in dialect.headings
            quoted += name in dialect.quotations
            caption += name in captions and _is_caption(name, node, dialect)
            words.append(_flat(node.text))
            continue
        if event == "end" and name not in dialect.skipped:
            if name in dialect.breaks:
                words.append("\n")
            elif name in dialect.cells:
                words.append(" | ")
            elif name not in dialect.inline:
                yield from flush(role)
            heading -= name in dialect.headings
            quoted -= name in dialect.quotations
            caption -= name in captions and _is_caption(name, node, dialect)
        if node is not root:
            words.append(_flat(node.tail))
    yield from flush(None)


def _is_caption(name: str, node: Any, dialect: Dialect) -> bool:
    """True for a `figcaption`, and for what WordPress wrote before there was one."""
    classes = (node.get("class") or "").split()
    return name in dialect.captions or "wp-caption-text" in classes


def _flat(words: str | None) -> str:
    return _SPACES.sub(" ", words) if words else ""


def flat_lines(markup: str) -> list[Line]:
    """Lines by the standard library's parser, which keeps no tree and so knows no depth."""
    reader = _FlatParser()
    reader.feed(_without_comments(markup))
    reader.close()
    return [Line(line) for line in "".join(reader.words).split("\n") if line.strip()]


def _without_comments(markup: str) -> str:
    """The markup without comments; one that doesn't end hides the rest, as in browsers.

    The standard library looks for the end of each anew, to the end of the page.
    """
    kept, at = [], 0
    while (start := markup.find("<!--", at)) >= 0:
        kept.append(markup[at:start])
        end = markup.find("-->", start)
        if end < 0:
            return "".join(kept)
        at = end + 3
    return "".join([*kept, markup[at:]])


class _FlatParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._skipping = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style", "title"}:
            self._skipping = tag
        if tag not in HTML.inline:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._skipping:
            self._skipping = ""
        if tag not in HTML.inline:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.words.append(_flat(data))
