"""Plain text: the whole file is one article, the export of a press database apart."""

from __future__ import annotations

from pathlib import PurePath

from timeline_app.domain.records import Block, Role
from timeline_app.readers.article.metadata import author_of, outlet_of, published_of
from timeline_app.readers.article.paragraphs import canonical
from timeline_app.readers.article.structure import structure
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.clean import decode
from timeline_app.readers.press import press_articles

_LONGEST_TITLE = 80


class PlainTextReader:
    """Takes any file: what is not text is refused when it is read."""

    name = "plaintext/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """Always true; the reader of last resort."""
        return True

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """One article, or those of a press export; raises UnreadableFile when it is no text."""
        decoded = decode(data)
        exported = press_articles(decoded.text, self.name, decoded.warnings)
        if exported is not None:
            return exported
        text = canonical(decoded.text)
        blocks = structure(text)
        article = ReadArticle(
            title=title_of(text, blocks) or PurePath(name).stem,
            text=text,
            blocks=blocks,
            reader=self.name,
            author=author_of(text, blocks),
            publication=outlet_of(text, blocks),
            published=published_of(text, blocks),
            warnings=decoded.warnings,
        )
        return [article]


def title_of(text: str, blocks: tuple[Block, ...]) -> str:
    """The title line, else the first words of the body, else an empty string."""
    for block in blocks:
        if block.role is Role.TITLE:
            return block.span.slice(text)
    for block in blocks:
        if block.role in {Role.BODY, Role.QUOTATION}:
            return _first_words(block.span.slice(text))
    return ""


def _first_words(paragraph: str) -> str:
    if len(paragraph) <= _LONGEST_TITLE:
        return paragraph
    return paragraph[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(",;:—–-") + "…"
