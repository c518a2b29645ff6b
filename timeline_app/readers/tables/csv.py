"""Tables of articles (RFC 4180 and its kin): a head row names the columns, a row is an article."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers.base import MAX_BYTES, ReadArticle
from timeline_app.readers.clean import decode
from timeline_app.readers.tables.entries import KNOWN, TEXT, entry_articles, key_of

_HEAD = 4096
_DELIMITERS = ",;\t|"


class CsvReader:
    """`part` is the row's number, the head row being 1."""

    name = "csv/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True when the first line names a column of text and another that articles have."""
        return _delimiter(_first_line(data)) is not None

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """The articles; raises UnreadableFile for a broken table and for none with a text."""
        text = decode(data, keep_tabs=True).text
        delimiter = _delimiter(text.lstrip().split("\n", 1)[0])
        if delimiter is None:
            raise UnreadableFile("The table's columns have no names that tell what is the text.")
        return entry_articles(_rows(text.lstrip("\n"), delimiter), self.name, "row", "rows")


def _first_line(data: bytes) -> str:
    head = data[:_HEAD]
    encoding = "utf-16" if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    return head.decode(encoding, "ignore").lstrip().split("\n", 1)[0].rstrip("\r")


def _delimiter(line: str) -> str | None:
    for delimiter in _DELIMITERS:
        try:
            names = [key_of(name) for name in next(csv.reader([line], delimiter=delimiter), [])]
        except csv.Error:
            continue
        if len(KNOWN.intersection(names)) > 1 and set(TEXT).intersection(names):
            return delimiter
    return None


def _rows(text: str, delimiter: str) -> Iterator[tuple[str, dict[str, str]]]:
    before = csv.field_size_limit(MAX_BYTES)
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        for number, row in enumerate(rows, 2):
            yield str(number), {key: value for key, value in row.items() if key is not None}
    except csv.Error as error:
        msg = f"The table is damaged: {error}."
        raise UnreadableFile(msg) from error
    finally:
        csv.field_size_limit(before)
