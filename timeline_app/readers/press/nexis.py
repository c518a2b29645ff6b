"""Nexis Uni and kin: each article ends with `End of Document`.

Title, publication, date (and edition) stand above the copyright line and fields (`Section:`,
`Length:`, `Byline:`), a line `Body` opens the text, `Classification` and `Load-Date:` close it. A
cover page with a list of the articles may stand above the first. Seen in exports of 2018 to 2023.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.readers.article.dates import day_words
from timeline_app.readers.press.records import (
    COPYRIGHT,
    LENGTH,
    Export,
    Record,
    one_line,
)

_END = re.compile(
    r"[\s|]*(?:End of Document|Fin du document|Ende des Dokuments|Fin del documento"
    r"|Einde van document)\W*$",
    re.I,
)
_FIELD = re.compile(r"\s*([A-ZÀ-Þ][\w-]{2,20}):(?:\s+(.*)|$)")
_HEAD = {
    "section": "section",
    "rubrique": "section",
    "rubrik": "section",
    "ressort": "section",
    "sección": "section",
    "byline": "author",
    "author": "author",
    "auteur": "author",
    "autor": "author",
    "length": "length",
    "longueur": "length",
    "länge": "length",
    "longitud": "length",
    "lengte": "length",
    "dateline": "",
    "highlight": "standfirst",
    "encart": "standfirst",
    "edition": "",
    "series": "",
}
_BODY = re.compile(r"\s*(?:Body|Text|Corps|Cuerpo|Texte|Text der Meldung)\s*$")
_TAIL_HEADINGS = re.compile(
    r"\s*(?:Classification|Klassifizierung|Clasificación|Graphic|Graphique|Grafik|Notes|Notas)\s*$"
)
_LOADED = re.compile(r"\s*(?:Load-Date|Date de chargement|Fecha de carga|Ladedatum)\s*:\s*(.*)")
_LANGUAGE = re.compile(r"\s*(?:Language|Langue|Sprache|Idioma)\s*:\s*(.*)")
_PAGE = re.compile(r"\s*(?:Page|Seite|Página) \d+ (?:of|de|von) \d+\s*$")
_LONGEST_TITLE = 3


def nexis(lines: Sequence[str]) -> Export | None:
    """The export's records; None unless an article has the end mark, and fields above its text."""
    records: list[Record] = []
    start = 0
    for at, line in enumerate(lines):
        if _END.match(line):
            record = _record(lines[start:at], first=not records)
            if record is not None:
                record.lines = range(start, at)
                records.append(record)
            start = at + 1
    return Export("nexis/1", records) if records else None


def _record(lines: Sequence[str], *, first: bool) -> Record | None:
    """A record; None where nothing stands above an end mark that only this database writes."""
    words = [line.strip() for line in lines if line.strip() and not _PAGE.match(line)]
    body = next((at for at, line in enumerate(words) if _BODY.match(line)), None)
    length = next((at for at, line in enumerate(words) if _is_length(line)), None)
    if length is None and body is None:
        return None
    record = Record()
    opens = _first_field(words, length if length is not None else body or 0)
    dated = _date_above(words, opens)
    if dated is None:
        record.title = words[opens - 1] if opens else ""
    else:
        _read_above(record, words, dated, first)
    start = opens
    while start < len(words) and _read_field(record, words[start]):
        start += 1
    if body is not None and body >= start:
        start = body + 1
    _read_text(record, lines, words[start] if start < len(words) else None)
    return record


def _is_length(line: str) -> bool:
    match = _FIELD.match(line)
    return bool(match and _HEAD.get(match[1].lower()) == "length" and LENGTH.match(match[2] or ""))


def _first_field(words: list[str], at: int) -> int:
    """Where the fields and the copyright line around the length begin."""
    while at > 0:
        line = words[at - 1]
        match = _FIELD.match(line)
        known = match and match[1].lower() in _HEAD
        if not known and not COPYRIGHT.match(line):
            break
        at -= 1
    return at


def _date_above(words: list[str], opens: int) -> int | None:
    """The last line of little but a date, at most an edition's name below it."""
    for at in range(opens - 1, max(-1, opens - 5), -1):
        if len(words[at]) <= 80 and day_words(words[at]) is not None:
            return at
    return None


def _read_above(record: Record, words: list[str], dated: int, first: bool) -> None:
    record.dates.append((words[dated], "the export's date line", 0.95))
    if dated > 0:
        record.publication = words[dated - 1]
    title = words[: dated - 1] if dated > 1 else []
    if first or len(title) > _LONGEST_TITLE:  # a cover page stands above it
        title = title[-1:]
    record.title = " ".join(title)


def _read_field(record: Record, line: str) -> bool:
    """True for a copyright line or a field above the text, which is taken."""
    if COPYRIGHT.match(line):
        return True
    match = _FIELD.match(line)
    if not match or match[1].lower() not in _HEAD:
        return False
    kind, value = _HEAD[match[1].lower()], match[2] or ""
    if kind == "section":
        record.section = value
    elif kind == "author":
        record.author = value
    elif kind == "standfirst" and value:
        record.body += [value, ""]
    return True


def _read_text(record: Record, lines: Sequence[str], opening: str | None) -> None:
    """The lines from `opening` on up to what the database says of the article."""
    if opening is None:
        return
    at = _index_below(lines, opening)
    in_tail = False
    for line in lines[at:]:
        loaded, language = _LOADED.match(line), _LANGUAGE.match(line)
        in_tail = in_tail or bool(_TAIL_HEADINGS.match(line) or loaded)
        if loaded:
            record.dates.append((loaded[1], "the export's field Load-Date", 0.7))
        elif language and in_tail:
            record.language = one_line(language[1])
        elif not in_tail and not _PAGE.match(line):
            record.body.append(line)


def _index_below(lines: Sequence[str], opening: str) -> int:
    """Where `opening` stands below the head: the title may say the same."""
    found = [at for at, line in enumerate(lines) if line.strip() == opening]
    below = next((at for at, line in enumerate(lines) if _BODY.match(line)), -1)
    after = [at for at in found if at > below]
    return (after or found)[0]
