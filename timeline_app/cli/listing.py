"""The commands `events` and `articles`: what a library, or files, hold."""

from __future__ import annotations

from argparse import Namespace

from timeline_app.cli import output
from timeline_app.cli.overrides import import_options
from timeline_app.cli.sources import opened
from timeline_app.exporters.records import Record, article_record, event_records


def run_events(words: Namespace) -> int:
    """List events in time order."""
    with opened(words.library, words.files, import_options(words)) as (library, complete):
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
    with opened(words.library, words.files, import_options(words)) as (library, complete):
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
