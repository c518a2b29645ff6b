"""LexisNexis Academic and kin: each article begins with `1 of 37 DOCUMENTS`.

The name of the publication, the date and the title stand above fields in capitals (`BYLINE:`,
`SECTION:`, `LENGTH:`), the text follows, then further fields (`LOAD-DATE:`, `LANGUAGE:`,
`GRAPHIC:`) and the copyright line, which newer exports have below the publication's name. Field
names come in the language of the interface. Seen in exports of 2001 to 2018.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from timeline_app.readers.article.dates import day_words
from timeline_app.readers.press.records import COPYRIGHT, Export, Record, one_line

_START = re.compile(
    r"[\s|]*(?:[A-Z][\w ]{0,12}- )?(\d{1,7}) (?:of|de|von|van|di) \d{1,7} DO[CK]UMENT\w*\s*$", re.I
)
_FIELD = re.compile(r"\s*([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ -]{1,28}[A-ZÀ-ÖØ-Þ]):(?:\s+(.*)|$)")
_TITLE = {"HEADLINE", "TITLE", "TITRE", "TITEL", "TITULAR"}
_AUTHOR = {"BYLINE", "AUTEUR", "AUTOR", "AUTORE", "AUTHOR", "VERFASSER"}
_SECTION = {"SECTION", "RUBRIQUE", "RUBRIK", "RESSORT", "SECCIÓN", "SECCION", "SEZIONE", "SECTIE"}
_LENGTH = {"LENGTH", "LONGUEUR", "LÄNGE", "LAENGE", "LENGTE", "LONGITUD", "LUNGHEZZA"}
_STANDFIRST = {"HIGHLIGHT", "ENCART", "ABSTRACT", "HIGHLIGHTS"}
_HEAD = {"DATELINE", "ORIGINE-DEPECHE", "SERIES", "BODY", "TEXT", "PG", "PAGE", "EDITION", "COLUMN"}
_BODY = {"BODY", "TEXT"}
_LANGUAGE = {"LANGUAGE", "LANGUE", "SPRACHE", "IDIOMA", "LINGUA", "TAAL"}
_LOADED = {"LOAD-DATE", "DATE-CHARGEMENT", "UPDATE", "LADE-DATUM", "FECHA-CARGA"}
_CORRECTION = {"CORRECTION"}
_TAIL = {
    *("GRAPHIC", "GRAFIK", "GRAPHIQUE", "PHOTO", "PUBLICATION-TYPE", "TYPE-PUBLICATION"),
    *("PUBLICATION", "ZEITUNGS-CODE", "JOURNAL-CODE", "DISTRIBUTION", "SUBJECT", "SUJET"),
    *("COMPANY", "ORGANIZATION", "PERSON", "GEOGRAPHIC", "LOCALISATION-GEO", "COUNTRY", "STATE"),
    *(
        "CITY",
        "INDUSTRY",
        "TICKER",
        "TYPE",
        "URL",
        "NOTES",
        "CORRECTION-DATE",
        "ACC-NO",
        "DISCLAIMER",
    ),
    *("PUB-TYPE", "COPYRIGHT", "PUBLICATION-CODE", "TARIF", "CATEGORY", "NAME", "NOTE"),
}
_IN_HEAD = _TITLE | _AUTHOR | _SECTION | _LENGTH | _STANDFIRST | _HEAD
_IN_TAIL = _LANGUAGE | _LOADED | _CORRECTION | _TAIL
_DISTRIBUTED = re.compile(r"\s*(?:Distributed|Provided) by\b", re.I)
_LONGEST_HEAD = 12
_LONGEST_TITLE = 3
_EDITION = re.compile(r"\bedition\b.{0,12}$|\bédition\b|\bausgabe$|^correction appended", re.I)


@dataclass(slots=True)
class _Paragraph:
    """Lines without a blank one between them, and the field that they are, if any."""

    lines: list[str]
    key: str = ""
    value: list[str] = field(default_factory=list)


def lexisnexis(lines: Sequence[str]) -> Export | None:
    """The export's records; None when no line says which of how many documents follows."""
    marks = [(at, match) for at, line in enumerate(lines) if (match := _START.match(line))]
    if not marks:
        return None
    ends = [at for at, _ in marks[1:]] + [len(lines)]
    records = []
    for (at, _), end in zip(marks, ends, strict=True):
        record = _record(lines[at + 1 : end])
        record.lines = range(at + 1, end)
        records.append(record)
    return Export("lexisnexis/1", records, _missing([int(match[1]) for _, match in marks]))


def _missing(numbers: list[int]) -> tuple[str, ...]:
    """A warning when the numbers skip some: an export is cut, or a page is missing."""
    known = set(numbers)
    count = max(known) - min(known) + 1 - len(known)
    if not 0 < count <= len(known):
        return ()
    gaps = [str(n) for n in range(min(known), max(known)) if n not in known]
    listed = ", ".join(gaps[:5]) + (" and more" if count > 5 else "")
    return (f"The export's numbers skip {listed}.",)


def _record(lines: Sequence[str]) -> Record:
    record = Record()
    paragraphs = list(_paragraphs(lines))
    body_from = _read_head(record, paragraphs)
    in_tail = False
    for paragraph in paragraphs[body_from:]:
        if _is_copyright(paragraph.lines):
            in_tail = True
            continue
        in_tail = in_tail or paragraph.key in _IN_TAIL
        if not in_tail:
            record.body += [*paragraph.lines, ""]
        elif paragraph.key in _CORRECTION:
            record.body += [*paragraph.value, ""]
        elif paragraph.key in _LANGUAGE:
            record.language = one_line(paragraph.value)
        elif paragraph.key in _LOADED:
            record.dates.append((one_line(paragraph.value), "the export's field LOAD-DATE", 0.7))
    return record


def _paragraphs(lines: Sequence[str]) -> Iterator[_Paragraph]:
    """Runs of lines; a field begins one even where no blank line stands above it."""
    run: list[str] = []
    for line in [*lines, ""]:
        match = _FIELD.match(line)
        starts = match and match[1] in _IN_HEAD | _IN_TAIL
        if run and (starts or not line.strip()):
            yield _paragraph(run)
            run = []
        if line.strip():
            run.append(line)


def _paragraph(lines: list[str]) -> _Paragraph:
    match = _FIELD.match(lines[0])
    if not match:
        return _Paragraph(lines)
    return _Paragraph(lines, match[1].strip(), [match[2] or "", *lines[1:]])


def _read_head(record: Record, paragraphs: list[_Paragraph]) -> int:
    """Publication, date, title and the fields above the text; returns where the text begins."""
    above: list[str] = []
    at = 0
    while at < len(paragraphs) and paragraphs[at].key not in _IN_HEAD | _IN_TAIL:
        if at >= _LONGEST_HEAD:
            break
        words = one_line(_without_copyright(paragraphs[at].lines))
        if words:
            above.append(words)
        at += 1
    if at == len(paragraphs) or paragraphs[at].key in _IN_TAIL or at >= _LONGEST_HEAD:
        return _without_fields(record, paragraphs)
    _read_above(record, above)
    last = ""
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        if paragraph.key in _IN_HEAD:
            _read_field(record, paragraph)
        elif _goes_on(paragraphs, at) and not _is_copyright(paragraph.lines):
            _continue_field(record, last, paragraph)
        elif not _is_copyright(paragraph.lines):
            break
        last = paragraph.key if paragraph.key in _IN_HEAD else last
        at += 1
        if paragraph.key in _BODY:
            break
    return at


def _goes_on(paragraphs: list[_Paragraph], at: int) -> bool:
    """True where another field of the head follows soon: in pages each line is a paragraph."""
    following = paragraphs[at + 1 : at + _LONGEST_TITLE]
    return paragraphs[at].key not in _IN_TAIL and any(one.key in _IN_HEAD for one in following)


def _continue_field(record: Record, key: str, paragraph: _Paragraph) -> None:
    words = one_line(paragraph.lines)
    if key in _TITLE:
        record.title = f"{record.title} {words}"
    elif key in _STANDFIRST:
        record.body += [*paragraph.lines, ""]


def _without_fields(record: Record, paragraphs: list[_Paragraph]) -> int:
    """A record without fields above its text: publication, date and title end at the title."""
    above = [one_line(paragraph.lines) for paragraph in paragraphs[:_LONGEST_HEAD]]
    dated = next((at for at, words in enumerate(above) if _is_date(words)), None)
    if dated is None:
        return 0
    end = min(dated + 2, len(paragraphs))
    kept = [words for words in above[:end] if not COPYRIGHT.match(words)]
    _read_above(record, kept)
    return end


def _read_above(record: Record, above: list[str]) -> None:
    """Publication, then the date, then the title; the copyright may stand among them."""
    dated = next((at for at, words in enumerate(above) if _is_date(words)), None)
    if dated is None:
        record.publication = above[0] if len(above) > 1 else None
        record.title = record.title or (above[-1] if above else "")
        return
    record.publication = above[0] if dated else _before_day(above[0])
    record.dates.insert(0, (above[dated], "the export's date line", 0.95))
    below = [words for words in above[dated + 1 :] if not _EDITION.search(words)]
    record.title = " ".join(below[:_LONGEST_TITLE])


def _before_day(words: str) -> str | None:
    """The publication where it stands in one paragraph with the date."""
    day = day_words(words)
    before = words.partition(day)[0].strip(" ,|") if day and day != words else ""
    return before or None


def _is_date(words: str) -> bool:
    return len(words) <= 90 and day_words(words) is not None


def _read_field(record: Record, paragraph: _Paragraph) -> None:
    words = one_line(paragraph.value)
    if paragraph.key in _TITLE:
        record.title = words
    elif paragraph.key in _AUTHOR:
        record.author = words
    elif paragraph.key in _SECTION:
        record.section = words
    elif paragraph.key in _STANDFIRST | _BODY and words:
        record.body += [*paragraph.value, ""]


def _without_copyright(lines: list[str]) -> list[str]:
    """The lines without the copyright, which may run over several up to its last words."""
    marked = [at for at, line in enumerate(lines) if COPYRIGHT.match(line)]
    inner = range(marked[0], marked[-1] + 1) if marked else range(0)
    kept = [line for at, line in enumerate(lines) if at not in inner]
    return [line for line in kept if not _DISTRIBUTED.match(line)]


def _is_copyright(lines: list[str]) -> bool:
    return all(COPYRIGHT.match(line) for line in lines) and len(lines) <= 3
