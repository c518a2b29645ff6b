"""What the exports of all press databases share: lines, fields, and a record that is an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Published, Role
from timeline_app.readers.article.dates import day_words, loose_date
from timeline_app.readers.article.languagenames import named_language
from timeline_app.readers.article.lines import Line, assemble, with_title
from timeline_app.readers.article.metadata import author_of, published_of
from timeline_app.readers.article.paragraphs import canonical
from timeline_app.readers.base import ReadArticle

COPYRIGHT = re.compile(
    r"\s*(?:©|\(c\)|copyright\b).*|\s*(?:all rights reserved|tous droits réservés"
    r"|alle rechte vorbehalten|todos los derechos reservados|tutti i diritti riservati"
    r"|alle rechten voorbehouden)\W*$",
    re.I,
)
LENGTH = re.compile(
    r"\s*\d[\d,. ]*\s+(?:words?|mots|wörter|worte|palabras|parole|woorden|palavras|ord)\W*$", re.I
)
_LONGEST_HEAD, _TITLE_IN_HEAD = 250, 30
_LAST_FIRST = re.compile(r"([^,;\d]+), ([^,;\d]+)")


@dataclass(slots=True)
class Record:
    """An article of an export as its fields give it; `body` are lines, blank ones between.

    `dates` are words that name the day of publication, best first, each with what it is called
    and how far it is trusted. `lines` are those of the export that hold it.
    """

    title: str = ""
    body: list[str] = field(default_factory=list)
    author: str | None = None
    publication: str | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    dates: list[tuple[str, str, float]] = field(default_factory=list)
    lines: range = range(0)


@dataclass(frozen=True, slots=True)
class Export:
    """The articles that an export was parted into; `announced` is how many it says it holds."""

    database: str
    records: list[Record]
    warnings: tuple[str, ...] = ()


def one_line(parts: str | Iterable[str]) -> str:
    """Words on one line, single spaces between them."""
    return " ".join((parts if isinstance(parts, str) else " ".join(parts)).split())


def read_record(record: Record, reader: str, part: str) -> ReadArticle | None:
    """The article of a record; None when it has no words at all."""
    title = one_line(record.title)
    kept = [line for line in record.body if not _is_running_head(line, title, record.publication)]
    paragraphs = canonical("\n".join(kept)).split("\n\n")
    body = [Line(words) for words in paragraphs if words.strip()]
    if body and one_line(body[0].words).casefold() == title.casefold():
        body = body[1:]
    try:
        text, blocks, _ = assemble(with_title(title or None, body))
    except UnreadableFile:
        return None
    warnings = () if body else ("The export gives no more of it than its title.",)
    if not body and title:
        blocks = tuple(b for b in blocks if b.role is Role.TITLE) or blocks
    return ReadArticle(
        title=title or text[:80].split("\n")[0],
        text=text,
        blocks=blocks,
        reader=reader,
        author=_author(record.author) or author_of(text, blocks),
        publication=one_line(record.publication or "") or None,
        published=_published(record) or published_of(text, blocks),
        language=named_language(record.language),
        url=record.url,
        part=part,
        warnings=warnings,
        section=one_line(record.section or "") or None,
    )


def _is_running_head(line: str, title: str, publication: str | None) -> bool:
    """True for the head of a printed page: the title again, the publication and the date."""
    known = bool(title and publication and len(line) < _LONGEST_HEAD)
    return known and line.strip().startswith(title[:_TITLE_IN_HEAD]) and str(publication) in line


def _published(record: Record) -> Published | None:
    for words, called, trust in record.dates:
        day = day_words(one_line(words))
        found = loose_date(day) if day else None
        if found:
            evidence = f"{called} “{one_line(words)}”"
            return Published(found[0], evidence, min(trust, found[1]))
    return None


def _author(words: str | None) -> str | None:
    """Names as they are spoken: `Nathan Olivarez` of `By Olivarez, Nathan`."""
    plain = re.sub(r"^(?:by|von|par|por|di)\b\s*:?\s*", "", one_line(words or ""), flags=re.I)
    names = [_spoken(name.strip()) for name in plain.split(";")]
    return ", ".join(name for name in names if name) or None


def _spoken(name: str) -> str:
    match = _LAST_FIRST.fullmatch(name)
    if match and len(match[1].split()) <= 2 and len(match[2].split()) <= 3:
        return f"{match[2]} {match[1]}"
    return name
