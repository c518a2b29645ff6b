"""The library that a command works on: the user's, a named one, or a passing one for files."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

from timeline_app.cli.dates import UsageError
from timeline_app.cli.workers import worker_pool
from timeline_app.domain.errors import LibraryError
from timeline_app.importing.job import ImportJob
from timeline_app.importing.report import ImportProgress, ImportReport, Outcome
from timeline_app.importing.worker import MAX_BYTES, Clipping, ImportOptions
from timeline_app.store import Library
from timeline_app.store.location import default_library


@contextmanager
def opened(
    library: Path | None, files: Sequence[Path], options: ImportOptions
) -> Iterator[tuple[Library, bool]]:
    """The library to read from, and whether every file was taken.

    With `files` it is a passing one that holds just these. Raises LibraryError, and
    UsageError where both are given.
    """
    if files and library:
        raise UsageError("either --library or files, not both")
    if options != ImportOptions() and not files:
        msg = "--published, --source and --language go with files, not with a library"
        raise UsageError(msg)
    if not files:
        path = library or default_library()
        if not path.exists():
            msg = f"there is no library {path}"
            raise LibraryError(msg)
        with open_library(path) as found:
            yield found, True
        return
    with (
        worker_pool(files) as pool,
        tempfile.TemporaryDirectory(prefix="timeline-app-") as folder,
        Library.open(Path(folder) / _name(files)) as passing,
    ):
        report = import_files(pool, passing, files, options)
        tell_refused(report)
        yield passing, not report.of(Outcome.REFUSED)


def open_library(path: Path) -> Library:
    """A library; raises LibraryError that names it."""
    try:
        return Library.open(path)
    except LibraryError as error:
        msg = f"{path} can't be opened: {error}"
        raise LibraryError(msg) from error


def _name(files: Sequence[Path]) -> str:
    """What headings call the passing library: the one file, or the folder that all lie in."""
    folders = {file.resolve().parent for file in files}
    alone = files[0].stem if len(files) == 1 else ""
    shared = folders.pop().name if len(folders) == 1 else ""
    return f"{alone or shared or 'Articles'}.timeline"


def import_files(
    executor: Executor, library: Library, paths: Sequence[Path], options: ImportOptions
) -> ImportReport:
    """Import in this thread, progress on stderr where it is a terminal; `-` is standard input."""
    items = [_standard_input() if str(path) == "-" else path for path in paths]
    with _progress() as tell:
        return ImportJob(executor, library, tell, options).run(items)


def _standard_input() -> Clipping:
    """One byte more than is allowed tells the reader that it is too much."""
    return Clipping("standard input", sys.stdin.buffer.read(MAX_BYTES + 1))


def tell_refused(report: ImportReport) -> None:
    """Name each refused file and its reason on stderr."""
    for row in report.of(Outcome.REFUSED):
        print(f"refused {row.path}: {row.reason}", file=sys.stderr)


@contextmanager
def _progress() -> Iterator[_Tell]:
    if not sys.stderr.isatty():
        yield _Tell()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield _Bar(progress.add_task("Importing", total=None), progress)


class _Tell:
    """Takes progress and says nothing."""

    def __call__(self, update: ImportProgress) -> None: ...


class _Bar(_Tell):
    """Shows progress as a bar with the file's name."""

    def __init__(self, task: object, progress: object) -> None:
        self._task = task
        self._progress = progress

    def __call__(self, update: ImportProgress) -> None:
        name = Path(update.current).name[:40]
        self._progress.update(  # type: ignore[attr-defined]
            self._task, completed=update.done, total=update.total, description=name
        )
