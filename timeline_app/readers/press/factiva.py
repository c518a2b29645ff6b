"""Dow Jones Factiva: each article ends with its number, `Document ABC0000020160519ec5j0000x`.

With indexing every field has a tag (HD headline, BY author, WC words, PD date, SN source, LA
language, CY copyright, LP and TD text, ...); without, the same stands line by line: headline,
author, `512 words`, the date, the source, its code, the language, the copyright, then the text.
The number holds the source's code and the day on which the article came in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.readers.article.dates import day_words
from timeline_app.readers.article.languagenames import named_language
from timeline_app.readers.press.records import (
    COPYRIGHT,
    LENGTH,
    Export,
    Record,
    one_line,
)

_END = re.compile(
    r"[\s|]*(?:AN[\s|]+)?(?:Document|Dokument|Documento|文件|文書)[\s|]+"
    r"([A-Za-z0-9]{4,10}?)0*((?:19|20)\d{6})([a-z0-9]{7,9})[\s|]*$"
)
_BEFORE_TEXT = [
    "CLM",
    "SE",
    "HD",
    "CR",
    "BY",
    "WC",
    "PD",
    "ET",
    "SN",
    "SC",
    "NGC",
    "GC",
    "ED",
    "PG",
    "VOL",
    "LA",
    "CY",
]
_TEXT = ("LP", "TD")
_AFTER_TEXT = ["CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "ART", "AN"]
_TAGS = frozenset((*_BEFORE_TEXT, *_TEXT, *_AFTER_TEXT))
_TAG = re.compile(r"[\s|]*([A-Z]{2,3})(?:\s*\|\s*|\s+|$)(.*)$")
# A tab becomes one space, and then `IN May ...` may be prose: codes prove such a tag.
_CODED = re.compile(r"[\s|]*(?:CO|IN|NS|RE)(?:\s*\||\s{2,}|\s*$|\s[\w-]+ : )")
_MAY_BE_WORDS = {"CO", "IN", "NS", "RE"}
_CODE = re.compile(r"[A-Z][A-Z0-9]{0,9}$")
_TIME = re.compile(r"\d{1,2}:\d\d\b")
_PAGE = re.compile(r"[A-Z]{0,3}\d{1,4}$|Page\b", re.I)
_CLUTTER = re.compile(
    r"\s*(?:(?:©|\(c\)) \d{4} Factiva|Dow Jones(?: Factiva)?$|Factiva$"
    r"|Page \d+ of \d+|Search Summary$)",
    re.I,
)
_SECTION_LONGEST = 60


def factiva(lines: Sequence[str]) -> Export | None:
    """The export's records; None when no line is an article's number."""
    records: list[Record] = []
    start = 0
    for at, line in enumerate(lines):
        match = _END.match(line)
        if match:
            record = _record([line for line in lines[start:at] if not _CLUTTER.match(line)])
            day = f"{match[2][:4]}-{match[2][4:6]}-{match[2][6:]}"
            record.dates.append((day, "the export's number of the article", 0.6))
            record.lines = range(start, at)
            records.append(record)
            start = at + 1
    return Export("factiva/1", records) if records else None


def _record(lines: Sequence[str]) -> Record:
    tags = {match[1] for line in lines if (match := _TAG.match(line))}
    return _tagged(lines) if {"HD", "PD"} <= tags else _plain(lines)


def _tagged(lines: Sequence[str]) -> Record:
    """Tags come in a fixed order, so that a line `IN May ...` of the text is no tag."""
    fields: dict[str, list[str]] = {}
    tag = ""
    for line in lines:
        match = _TAG.match(line)
        proven = match and (match[1] not in _MAY_BE_WORDS or _CODED.match(line))
        if match and proven and match[1] in _TAGS and _may_follow(tag, match[1]):
            tag = match[1]
            fields[tag] = [match[2].strip(" |")]
        elif tag:
            fields[tag].append(line.strip(" |") if line.strip(" |") else "")
    record = Record(
        title=one_line(fields.get("HD", "")),
        author=one_line(fields.get("BY", "")) or None,
        publication=one_line(fields.get("SN", "")) or None,
        section=one_line(fields.get("SE", fields.get("CLM", ""))) or None,
        language=one_line(fields.get("LA", "")) or None,
        body=[*fields.get("LP", []), "", *fields.get("TD", [])],
    )
    if "PD" in fields:
        record.dates.append((one_line(fields["PD"]), "the export's field PD", 0.95))
    return record


def _may_follow(before: str, tag: str) -> bool:
    if before in _TEXT:
        return tag in _AFTER_TEXT or (before == "LP" and tag == "TD")
    if before in _AFTER_TEXT:
        return tag in _AFTER_TEXT and _AFTER_TEXT.index(tag) > _AFTER_TEXT.index(before)
    return tag in _BEFORE_TEXT or tag in _TEXT


def _plain(lines: Sequence[str]) -> Record:
    counted = next((at for at, line in enumerate(lines) if LENGTH.match(line)), None)
    if counted is None:
        return Record(body=list(lines))
    record = Record()
    _read_above(record, [one_line(line) for line in lines[:counted] if line.strip()])
    record.body = list(lines[_read_below(record, lines, counted + 1) :])
    return record


def _read_above(record: Record, above: list[str]) -> None:
    """Section, headline and author: the author's line begins with `By` or is a name in itself."""
    if (len(above) > 1 and re.match(r"(?:by|von|par|por|di)\b", above[-1], re.I)) or (
        len(above) > 2 and _is_name(above[-1])
    ):
        record.author = above.pop()
    if len(above) > 1 and len(above[-2]) <= _SECTION_LONGEST:
        record.section = above[-2]
    record.title = above[-1] if above else ""


def _is_name(words: str) -> bool:
    parts = words.split()
    return 2 <= len(parts) <= 4 and all(part[0].isupper() and part.isascii() for part in parts)


def _read_below(record: Record, lines: Sequence[str], at: int) -> int:
    """Date, time, source, code, page, language and copyright; returns where the text begins."""
    seen: list[str] = []
    body = at
    for index in range(at, min(len(lines), at + 24)):
        words = one_line(lines[index])
        if not words:
            continue
        if COPYRIGHT.match(words):
            body = index + 1
            break
        if not record.dates and day_words(words):
            record.dates.append((words, "the export's date line", 0.95))
        elif record.language is None and named_language(words) and len(words) < 30:
            record.language = words
            body = index + 1
        elif len(words) > 120:
            break
        else:
            seen.append(words)
    names = [words for words in seen if not (_TIME.match(words) or _CODE.match(words))]
    names = [words for words in names if not _PAGE.match(words)]
    record.publication = names[0] if names else None
    return max(body, at)
