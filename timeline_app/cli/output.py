"""Records on standard output: for programs as JSON or CSV, for people as a table."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence

from timeline_app.exporters.records import Record

EVENT_COLUMNS = ("id", "edtf", "display", "title", "modality", "status", "source", "quote")


def print_json(value: object) -> None:
    """One indented JSON value; lone surrogates are escaped rather than lost."""
    print(_dumps(value, indent=2))


def print_jsonl(records: Iterable[Record]) -> None:
    """One JSON object a line."""
    for record in records:
        print(_dumps(record))


def _dumps(value: object, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent)
    return text


def print_events_csv(records: Iterable[Record]) -> None:
    """A row for each source of each event; text that a spreadsheet would run is quoted."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(EVENT_COLUMNS)
    for record in records:
        when = record["when"]
        for source in record["sources"]:
            cells = (
                record["id"],
                when["edtf"],
                when["display"],
                record["title"],
                record["modality"],
                record["status"],
                source["article_title"],
                source["quote"],
            )
            writer.writerow([_harmless(cell) for cell in cells])


def _harmless(cell: object) -> object:
    """A leading = + - @ makes a formula of a cell in spreadsheets."""
    risky = isinstance(cell, str) and cell[:1] in {"=", "+", "@", "\t"}
    return f"'{cell}" if risky else cell


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]], empty: str) -> None:
    """A table as wide as the terminal; `empty` is said when there are no rows."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*headings, box=SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console = Console(width=None if sys.stdout.isatty() else 120)
    if table.row_count:
        console.print(table)
    else:
        console.print(Text(empty))
