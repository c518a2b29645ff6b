"""What the command line says of files that the files needn't say themselves."""

from __future__ import annotations

import re
from argparse import Namespace

from timeline_app.cli.dates import UsageError, parse_date
from timeline_app.importing.worker import ImportOptions


def import_options(words: Namespace) -> ImportOptions:
    """`--published`, `--source` and `--language`; raises UsageError for what can't be used."""
    if words.language and not re.fullmatch("[a-z]{2,3}", words.language):
        msg = f"a language is written as its ISO 639 code, en or de, not {words.language!r}"
        raise UsageError(msg)
    published = parse_date(words.published) if words.published else None
    return ImportOptions(published, words.source, words.language)
