"""The commands `tag` and `explain`: dates of a text, without a library."""

from __future__ import annotations

import codecs
import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import BinaryIO

from timeline_app.cli import output
from timeline_app.cli.dates import UsageError, parse_date
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import TemporalExpression
from timeline_app.domain.timevalue import TimeValue
from timeline_app.exporters.records import expression_record
from timeline_app.tagger import detect_language, explain, tag, timexes


def run_tag(words: Namespace) -> int:
    """Tag a text or each line of a JSON Lines file; one that can't be read is named on stderr."""
    published = parse_date(words.date) if words.date else None
    try:
        if words.jsonl:
            return _tag_lines(words.jsonl)
        text = _text(words.file or "-")
    except UnreadableFile as error:
        print(f"refused {words.jsonl or words.file}: {error}", file=sys.stderr)
        return 1
    expressions = _tag(text, published)
    if words.format == "json":
        output.print_json([expression_record(expression) for expression in expressions])
    else:
        output.print_table(
            ("Words", "TIMEX3", "EDTF", "Rule"),
            [_row(expression) for expression in expressions],
            "No dates found.",
        )
    return 0


def run_explain(words: Namespace) -> int:
    """Say of each date its words, rule, anchor, steps and result."""
    expressions = _tag(words.text, parse_date(words.date) if words.date else None)
    for number, expression in enumerate(expressions):
        print(end="\n" * bool(number))
        for reason in explain(expression, words.text):
            print(f"{reason.label:<11} {reason.words}")
    if not expressions:
        print("No dates found.")
    return 0


def _tag(text: str, published: TimeValue | None) -> list[TemporalExpression]:
    return tag(text, published=published, language=detect_language(text))


def _row(expression: TemporalExpression) -> tuple[str, str, str, str]:
    record = expression_record(expression)
    return record["text"], record["value"], record["edtf"] or "", record["rule"]


def _text(name: str) -> str:
    """A file's text as it stands, so that offsets fit it; raises UnreadableFile."""
    if name == "-":
        return sys.stdin.read()
    from timeline_app.importing.worker import read_bytes
    from timeline_app.readers.clean import decode

    data = read_bytes(Path(name))
    encoding = decode(data).encoding  # refuses what isn't text
    return data.decode(encoding, errors="surrogateescape" if encoding == "utf-8" else "replace")


def _lines(path: Path) -> BinaryIO:
    """A file's bytes, or those of standard input for `-`; lines end with line feeds alone."""
    if str(path) == "-":
        return sys.stdin.buffer
    try:
        return path.open("rb")
    except OSError as error:
        raise UnreadableFile(f"It can't be read: {error.strerror}.") from error


def _record(line: bytes) -> object:
    """The JSON of a line; raises UsageError for anything else."""
    try:
        return json.loads(line.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError as error:
        raise UsageError("it is not UTF-8") from error
    except ValueError as error:
        raise UsageError("it is not JSON") from error


def _tag_lines(path: Path) -> int:
    """A bad line is named on stderr and left out; the others are tagged."""
    status = 0
    with _lines(path) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                record = _record(line)
                if not isinstance(record, dict) or not isinstance(record.get("text"), str):
                    raise UsageError('it needs a "text"')
                text, dct = record["text"], record.get("dct")
                found = _tag(text, parse_date(dct) if dct else None)
            except (ValueError, KeyError, TypeError, AttributeError, UsageError) as error:
                print(f"refused {path}, line {number}: {error}", file=sys.stderr)
                status = 1
                continue
            output.print_jsonl([{"id": record.get("id"), "timexes": timexes(found)}])
    return status
