"""ProQuest: fields by name (`Full text:`, `Publication date:`, `ProQuest document ID:`).

Articles are parted by a rule of underscores or by `Document 1 of 37`; pages have neither, there
the title opens one. Seen in exports of 2012 to 2024.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline_app.readers.press.records import Export, Record, one_line

_PROOF = re.compile(r"\s*ProQuest document ?ID\s*:", re.I)
_RULE = re.compile(r"\s*(?:_{20,}|\*{20,}|Document \d+ of \d+)\s*$")
_LAST = re.compile(r"\s*Database\s*:", re.I)
_FIELD = re.compile(r"\s*([A-Z][A-Za-z /]{1,32}?)\s*:(?:\s+(.*)|$)")
_NAMES = frozenset(
    """title|author|publication title|publication date|publication info|publication year|abstract
    |links|full text|fulltext|subject|location|people|company / organization|classification|pages
    |first page|number of pages|volume|issue|section|publisher|place of publication
    |country of publication|publication subject|issn|e-issn|source type|language of publication
    |language|document type|document feature|proquest document id|proquest documentid|document url
    |documenturl|url|copyright|last updated|database|identifier / keyword|supplement|doi|year
    |narrow subject|broad subject|accession number|credit|contact us at|terms and conditions
    |journal subject|column|edition|dateline|isbn|correspondence author|source attribution
    |business indexing term|publication history|online publication date|milestone dates
    |duns|naics|product name|product names|series|subtitle|alternate title|source
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_TEXT = {"full text", "fulltext"}
_LONG = _TEXT | {"abstract"}
_NO_TITLE = re.compile(r"https?://|ProQuest document link|.*;.*\b(?:1[5-9]|20)\d\d\b.{0,20}$", re.I)
_FRONT = re.compile(
    r"\s*(?:Report Information from ProQuest|Table of contents|Contact us at)\b", re.I
)


def proquest(lines: Sequence[str]) -> Export | None:
    """The export's records; None when no line gives ProQuest's number of a document."""
    if not any(_PROOF.match(line) for line in lines):
        return None
    records, start = [], 0
    for chunk, end in _chunks(lines):
        if any(_PROOF.match(line) for line in chunk):
            records.append(_record(chunk))
            records[-1].lines = range(start, end)
        start = end
    return Export("proquest/1", records)


def _chunks(lines: Sequence[str]) -> Iterator[tuple[list[str], int]]:
    """Runs of lines between rules, each with the number of the line behind it.

    Without rules an article ends with the field `Database:`.
    """
    ruled = sum(bool(_RULE.match(line)) for line in lines) > 0
    chunk: list[str] = []
    for at, line in enumerate(lines):
        if _RULE.match(line) if ruled else _ended(chunk, line):
            yield chunk, at
            chunk = [] if ruled else [line]
        else:
            chunk.append(line)
    yield chunk, len(lines)


def _ended(chunk: list[str], line: str) -> bool:
    """True when the chunk has its last field, and a line follows that is none of its fields."""
    if not line.strip() or _name(line):
        return False
    return any(_LAST.match(own) for own in chunk[-6:])


def _name(line: str) -> str:
    """The field that a line opens, in lower case; empty for none."""
    match = _FIELD.match(line)
    name = match[1].lower() if match else ""
    return name if name in _NAMES else ""


def _record(lines: list[str]) -> Record:
    """A field runs on over lines; only the texts over blank ones, too."""
    fields: dict[str, list[str]] = {"": []}
    name, ended = "", False
    for line in lines:
        found = _name(line)
        if found and (found not in fields or found == "title"):
            name, ended = found, False
            match = _FIELD.match(line)
            fields[name] = [(match[2] or "") if match else ""]
            continue
        one = name and name not in _LONG
        ended = ended or bool(one and not line.strip() and one_line(fields[name]))
        if not ended:
            fields[name].append(line)
    return _from_fields(fields)


def _from_fields(fields: dict[str, list[str]]) -> Record:
    def words(*names: str) -> str | None:
        return next((one_line(fields[n]) for n in names if one_line(fields.get(n, ""))), None)

    above = [one_line(line) for line in fields[""] if line.strip() and not _FRONT.match(line)]
    titles = [line for line in above if not _NO_TITLE.match(line)] or above
    text = next((fields[name] for name in _TEXT if name in fields), [])
    abstract = words("abstract")
    if not one_line(text) and abstract and not abstract.lower().startswith("none available"):
        text = fields["abstract"]
    link = words("document url", "documenturl", "url")
    record = Record(
        title=words("title") or (titles[-1] if titles else ""),
        body=list(text),
        author=words("author"),
        publication=(words("publication title") or "").split(";")[0] or None,
        section=words("section"),
        language=words("language of publication", "language"),
        url=link if link and link.startswith(("http:", "https:")) and " " not in link else None,
    )
    for name, trust in (("publication date", 0.95), ("publication info", 0.8)):
        given = words(name)
        if given:
            day = given if name == "publication date" else _in_info(given)
            record.dates.append((day, f"the export's field {name.capitalize()}", trust))
    return record


def _in_info(words: str) -> str:
    """`08 May 2010` of `Los Angeles Times ; Los Angeles, Calif. [Los Angeles]08 May 2010: AA.2.`"""
    match = re.search(r"(\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})", words)
    return match[1] if match else ""
