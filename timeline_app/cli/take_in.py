"""The command `import`: files and folders into a library."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from timeline_app.cli.overrides import import_options
from timeline_app.cli.workers import executor

if TYPE_CHECKING:
    from timeline_app.importing.report import ImportReport


def run_import(words: Namespace) -> int:
    """Import and print the report. Workers start first: the rest loads while they get ready."""
    options = import_options(words)
    with executor(words.paths, words.cluster) as pool:
        from timeline_app.cli.sources import import_files, open_library, tell_refused
        from timeline_app.importing.report import Outcome
        from timeline_app.store.location import default_library

        with open_library(words.library or default_library()) as library:
            report = import_files(pool, library, words.paths, options)
    tell_refused(report)
    if words.json:
        _print_rows(report)
    else:
        sys.stdout.write(f"{report.summary}.\n")
        for row in report.rows:
            for title in row.copies_of:
                sys.stdout.write(f"{row.path} is a copy of “{title}”.\n")
    return 1 if report.of(Outcome.REFUSED) else 0


def _print_rows(report: ImportReport) -> None:
    from timeline_app.cli.output import print_json

    print_json(
        [
            {
                "path": row.path,
                "outcome": row.outcome.value,
                "reason": row.reason,
                "articles": row.articles,
                "events": row.events,
                "warnings": list(row.warnings),
                "copies_of": list(row.copies_of),
            }
            for row in report.rows
        ]
    )
