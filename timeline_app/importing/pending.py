"""Imports that were begun: the library knows them until they end, so that a later start goes on.

Going on means importing the same files and folders again: what is in already isn't read twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.errors import LibraryError
from timeline_app.importing.files import Item
from timeline_app.importing.worker import ImportOptions
from timeline_app.store import Library


def remember(library: Library, items: Iterable[Item], options: ImportOptions) -> None:
    """Note files and folders; text without a file can't be found again."""
    with suppress(LibraryError):  # the import itself will tell what is wrong with the library
        library.note_pending(_paths(items), _to_json(options)).result()


def forget(library: Library, items: Iterable[Item]) -> None:
    """They are dealt with."""
    with suppress(LibraryError):
        library.forget_pending(_paths(items)).result()


def unfinished(library: Library) -> list[tuple[ImportOptions, list[Path]]]:
    """What imports that never ended were asked to take, by the options that they had."""
    found: dict[str, list[Path]] = {}
    for path, options in library.pending():
        found.setdefault(options, []).append(Path(path))
    return [(_from_json(options), paths) for options, paths in found.items()]


def _paths(items: Iterable[Item]) -> list[str]:
    return [str(item.absolute()) for item in items if isinstance(item, Path)]


def _to_json(options: ImportOptions) -> str:
    published = format_edtf(options.published) if options.published else None
    return json.dumps([published, options.source, options.language])


def _from_json(text: str) -> ImportOptions:
    published, source, language = json.loads(text)
    return ImportOptions(parse_edtf(published) if published else None, source, language)
