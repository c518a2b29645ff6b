"""Run a command: read the words, do the work, answer with an exit status."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from timeline_app.cli import output, sources
from timeline_app.cli.dates import UsageError, parse_date
from timeline_app.cli.parser import build_parser
from timeline_app.domain.errors import UserFacingError
from timeline_app.domain.timevalue import TimeValue
from timeline_app.exporters.records import Record, article_record, event_records
from timeline_app.importing import Outcome

Screenshot = Callable[[Namespace], int]
"""Writes a picture of the window; given by the caller, since nothing here loads Qt."""


def run(argv: Sequence[str], screenshot: Screenshot) -> int:
    """Run one command. Status 0: all done; 1: some input refused; 2: wrong usage."""
    words = build_parser().parse_args(argv)
    commands: dict[str, Callable[[Namespace], int]] = {
        "import": run_import,
        "events": run_events,
        "articles": run_articles,
        "tag": _run_tag,
        "explain": _run_explain,
        "screenshot": screenshot,
    }
    try:
        return commands[words.command](words)
    except UsageError as error:
        print(f"timeline-app {words.command}: {error}", file=sys.stderr)
        return 2
    except UserFacingError as error:
        print(f"timeline-app {words.command}: {error}", file=sys.stderr)
        return 1


def run_import(words: Namespace) -> int:
    """Import files and folders into a library and print the report."""
    from timeline_app.store import Library
    from timeline_app.store.location import default_library

    published = published_date(words)
    with Library.open(words.library or default_library()) as library:
        report = sources.import_files(library, words.paths, published)
    sources.tell_refused(report)
    if words.json:
        output.print_json(
            [
                {
                    "path": row.path,
                    "outcome": row.outcome.value,
                    "reason": row.reason,
                    "articles": row.articles,
                    "events": row.events,
                    "warnings": list(row.warnings),
                }
                for row in report.rows
            ]
        )
    else:
        print(f"{report.summary}.")
    return 1 if report.of(Outcome.REFUSED) else 0


def run_events(words: Namespace) -> int:
    """List events in time order."""
    with sources.opened(words.library, words.files, published_date(words)) as (library, complete):
        records = event_records(library)
    if words.format == "json":
        output.print_json(records)
    elif words.format == "jsonl":
        output.print_jsonl(records)
    elif words.format == "csv":
        output.print_events_csv(records)
    else:
        output.print_table(
            ("Id", "When", "Event", "Modality", "Source"),
            [_event_row(record) for record in records],
            "No events.",
        )
    return 0 if complete else 1


def _event_row(record: Record) -> tuple[str, ...]:
    inferred = f" ({', '.join(record['when']['inferred'])} inferred)"
    when = record["when"]["display"] + (inferred if record["when"]["inferred"] else "")
    titles = ", ".join(dict.fromkeys(source["article_title"] for source in record["sources"]))
    return str(record["id"]), when, record["title"], record["modality"], titles


def run_articles(words: Namespace) -> int:
    """List articles in order of import."""
    with sources.opened(words.library, words.files, published_date(words)) as (library, complete):
        records = [
            article_record(library, summary, text=words.text) for summary in library.summaries()
        ]
    if words.format == "json":
        output.print_json(records)
    elif words.format == "jsonl":
        output.print_jsonl(records)
    elif words.text:
        print("\n\n".join(record["text"] for record in records))
    else:
        output.print_table(
            ("Id", "Published", "Title", "Publication", "Events"),
            [_article_row(record) for record in records],
            "No articles.",
        )
    return 0 if complete else 1


def _article_row(record: Record) -> tuple[str, ...]:
    published = record["published"]["edtf"] if record["published"] else "unknown"
    publication = record["publication"] or ""
    return str(record["id"]), published, record["title"], publication, str(record["events"])


def published_date(words: Namespace) -> TimeValue | None:
    """The publication date given on the command line; raises UsageError."""
    return parse_date(words.published) if words.published else None


def _run_tag(words: Namespace) -> int:
    from timeline_app.cli.tagging import run_tag

    return run_tag(words)


def _run_explain(words: Namespace) -> int:
    from timeline_app.cli.tagging import run_explain

    return run_explain(words)
