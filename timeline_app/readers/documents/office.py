"""The article of an office document: what its text says, then what its program wrote into it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import PurePath

from timeline_app.domain.records import Block
from timeline_app.readers.article.filedate import guess_warning, published_by_file
from timeline_app.readers.article.metadata import author_of, outlet_of, published_of
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.plaintext import title_of

BEGUN = "the day on which the document was begun"


@dataclass(frozen=True, slots=True)
class Properties:
    """What a program wrote into a document of itself; `evidence` says what `made` is."""

    title: str | None
    author: str | None
    made: datetime.date | None
    evidence: str = BEGUN
    language: str | None = None


def document_article(
    name: str, text: str, blocks: tuple[Block, ...], reader: str, properties: Properties
) -> ReadArticle:
    """One article of canonical text; `name` is the file's, the title where there is no other.

    The title is rather the document's own; author and day rather those that the text shows.
    """
    published = published_of(text, blocks)
    warnings: tuple[str, ...] = ()
    if published is None:
        evidence = properties.evidence
        published = published_by_file(properties.made, text, blocks, evidence)
        warnings = (guess_warning(evidence),) if published else ()
    return ReadArticle(
        title=properties.title or title_of(text, blocks) or PurePath(name).stem,
        text=text,
        blocks=blocks,
        reader=reader,
        author=author_of(text, blocks) or properties.author,
        publication=outlet_of(text, blocks),
        published=published,
        language=properties.language,
        warnings=warnings,
    )
