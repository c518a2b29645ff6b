"""NewsML-G2 (IPTC): news items, alone or several in a message, with their text inside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import Any

from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Published
from timeline_app.readers.article.lines import Line, assemble, with_title
from timeline_app.readers.article.metadata import author_of, published_of
from timeline_app.readers.base import MOST_ARTICLES, ReadArticle
from timeline_app.readers.plaintext import title_of
from timeline_app.readers.press.newsxml import find, parsed, published, root_name, words
from timeline_app.readers.press.nitf import byline_of, nitf_lines
from timeline_app.readers.tables.entries import text_lines
from timeline_app.readers.web.markup import tree_lines
from timeline_app.readers.web.meta import language_code

_ROOTS = {"newsItem", "newsMessage", "packageItem", "NewsML"}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class NewsMlReader:
    """Each news item with a text is an article, `part` its number where there are several."""

    name = "newsml/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True when the root element is a news item, a message of them, or NewsML 1's."""
        return root_name(data) in _ROOTS

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """The articles; raises UnreadableFile when no item has a text."""
        root, warnings = parsed(data)
        items = [root] if _local(root) == "newsItem" else list(root.iter("{*}newsItem"))
        items = items or list(root.iter("{*}NewsItem"))
        if len(items) > MOST_ARTICLES:
            msg = f"The file holds more than {MOST_ARTICLES} articles."
            raise UnreadableFile(msg)
        found = [article for item in items if (article := _article(item, name, self.name))]
        if not found:
            raise UnreadableFile("No news item of the file has a text.")
        if len(found) > 1:
            found = [replace(item, part=str(number)) for number, item in enumerate(found, 1)]
        found[0] = replace(found[0], warnings=(*found[0].warnings, *warnings))
        return found


def _local(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _article(item: Any, name: str, reader: str) -> ReadArticle | None:
    title = words(find(item, "contentMeta/headline")) or words(find(item, "itemMeta/title"))
    title = title or words(next(item.iter("{*}HeadLine"), None))
    try:
        text, blocks, _ = assemble(with_title(title, _lines(item)))
    except UnreadableFile:
        return None
    if not any(block.span.slice(text) != title for block in blocks):
        return None  # a picture's item, with no more than its title
    language = find(item, "contentMeta/language")
    tag = language.get("tag") if language is not None else item.get(_XML_LANG)
    tag = tag or _formal(item, "Language")
    return ReadArticle(
        title=title or title_of(text, blocks) or PurePath(name).stem,
        text=text,
        blocks=blocks,
        reader=reader,
        author=_author(item) or author_of(text, blocks),
        publication=_named(find(item, "contentMeta/infoSource"))
        or _named(find(item, "itemMeta/provider"))
        or _formal(item, "Provider/{*}Party")
        or _formal(item, "Source/{*}Party"),
        published=_published(item) or published_of(text, blocks),
        language=language_code(tag),
    )


def _lines(item: Any) -> list[Line]:
    """The longest text: NITF or XHTML within the item, or plain text."""
    texts = [nitf_lines(node) for node in item.iter("{*}nitf")]
    texts = texts or [list(tree_lines(node)) for node in item.iter("{*}body")]
    texts += [
        text_lines("".join(node.itertext()))
        for node in item.iter("{*}inlineData")
        if (node.get("contenttype") or "text/plain").startswith("text/")
    ]
    return max(texts, key=lambda lines: sum(len(line.words) for line in lines), default=[])


def _author(item: Any) -> str | None:
    byline = words(find(item, "contentMeta/by"))
    if byline:
        return byline.removeprefix("By ").removeprefix("by ").strip() or None
    inner = next(item.iter("{*}nitf"), None)
    nitf_byline = byline_of(inner) if inner is not None else None
    return nitf_byline or _named(find(item, "contentMeta/creator"))


def _formal(item: Any, path: str) -> str | None:
    """NewsML 1 has its names in attributes."""
    node = item.find(f".//{{*}}{path}")
    return node.get("FormalName") if node is not None else None


def _named(node: Any) -> str | None:
    """The name of a party: in an element of its own, or as a literal."""
    if node is None:
        return None
    return words(find(node, "name")) or node.get("literal") or words(node)


def _published(item: Any) -> Published | None:
    candidates = (
        ("contentMeta/contentCreated", 0.9),
        ("itemMeta/firstCreated", 0.9),
        ("itemMeta/versionCreated", 0.85),
        ("NewsManagement/FirstCreated", 0.9),
        ("NewsManagement/ThisRevisionCreated", 0.85),
    )
    for path, trust in candidates:
        field = path.rpartition("/")[2]
        date = published(words(find(item, path)), f"the item's {field}", trust)
        if date:
            return date
    return None
