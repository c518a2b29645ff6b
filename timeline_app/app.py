"""Start the program: a command without a window, or the window itself."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.assets import resource
from timeline_app.cli import COMMANDS
from timeline_app.domain.errors import UserFacingError

if TYPE_CHECKING:
    from argparse import Namespace

    from timeline_app.domain.timevalue import TimeValue
    from timeline_app.session.session import Session

QUIT_AFTER = "TIMELINE_APP_QUIT_AFTER"
"""Environment variable for measuring the start: leave after the first frame of the "window", or
once the "timeline" has been painted with its events."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run with the words of the command line (default: the process's); gives the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words and (words[0] in COMMANDS or words[0].startswith("-")):
        from timeline_app.cli.run import run

        return run(words, {"screenshot": _screenshot, "export": _export})
    unknown = [word for word in words if word.startswith("-")]
    if unknown:
        print(f"timeline-app: no such option: {unknown[0]}", file=sys.stderr)
        return 2
    return _window([Path(word) for word in words])


def _window(paths: list[Path]) -> int:
    """Open the window on a library and import files: `[LIBRARY] [FILE...]`."""
    if not _has_screen():
        print(
            "timeline-app: there is no screen (neither DISPLAY nor WAYLAND_DISPLAY is set);"
            " `timeline-app screenshot --output window.png` draws the window into a file",
            file=sys.stderr,
        )
        return 1
    gc.disable()  # `run_window` takes over once the window stands
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy would start threads nobody uses
    _import_qt()
    from timeline_app.ui.start import make_application, run_window

    make_application()
    library = paths.pop(0) if paths and _is_library(paths[0]) else None
    try:
        session = _session(library)
    except UserFacingError as error:
        from timeline_app.ui.start import tell_unopened

        tell_unopened(library or _usual_library(), str(error))
        return 1
    return run_window(session, paths, quit_after=os.environ.get(QUIT_AFTER, ""))


def _import_qt() -> None:
    """Load PySide, and put back the `import` from before.

    PySide's own reads the source of each module that is loaded from then on, to see whether it
    uses `__feature__`. None does here, and reading numpy's takes longer than building the window.
    """
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _session(library: Path | None) -> Session:
    """The named library, else the one last open, else the user's own.

    The very first start puts the sample articles into it: an empty window teaches nothing.
    """
    from timeline_app.session.session import Session
    from timeline_app.session.settings import Settings

    settings = Settings()
    path = library or _usual_library()
    first_start = library is None and not path.exists()
    session = Session(path, settings)
    if first_start:
        session.import_paths(sample_articles())
    return session


def _usual_library() -> Path:
    from timeline_app.session.settings import Settings
    from timeline_app.store.location import default_library

    last = Settings().last_library
    return last if last and last.exists() else default_library()


def sample_articles() -> list[Path]:
    """The articles that the program brings along."""
    return sorted(resource("samples").glob("*.txt"))


def _is_library(path: Path) -> bool:
    """A library by its content, or a name for a new one."""
    if not path.exists():
        return path.suffix == ".timeline"
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"


def _has_screen() -> bool:
    if not sys.platform.startswith("linux") or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _screenshot(words: Namespace) -> int:
    """The command `screenshot`: a picture of the window, which needs Qt but no screen.

    Status 1 when a file was refused; raises UserFacingError when nothing can be drawn.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from timeline_app.cli import sources
    from timeline_app.cli.dates import UsageError, parse_date
    from timeline_app.cli.overrides import import_options

    size = _size(words.size)
    if not (320 <= size[0] <= 7680 and 240 <= size[1] <= 4320):
        raise UsageError("a picture may be 320x240 to 7680x4320")
    if words.output.suffix.lower() not in {"", ".png"}:
        raise UsageError(f"a screenshot is a PNG: {words.output.with_suffix('.png').name}")
    view = parse_date(words.view) if words.view else None
    if words.library and not words.library.exists():
        raise UsageError(f"there is no library {words.library}")
    files = words.files or ([] if words.library else sample_articles())
    with sources.opened(words.library, files, import_options(words)) as (library, complete):
        _draw(library.path, words.output, size, words.theme, words.select, view)
    print(words.output)
    return 0 if complete else 1


def _draw(
    library: Path,
    output: Path,
    size: tuple[int, int],
    theme: str,
    select: int | None,
    view: TimeValue | None,
) -> None:
    import tempfile

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImageWriter

    from timeline_app.session.session import Session
    from timeline_app.session.settings import Settings
    from timeline_app.ui.screenshot import render
    from timeline_app.ui.start import make_application

    make_application()
    with tempfile.TemporaryDirectory() as folder:
        session = Session(library, Settings(Path(folder) / "settings.ini"))
        try:
            image = render(session, QSize(*size), theme, select, view)
        finally:
            session.close()
    output.parent.mkdir(parents=True, exist_ok=True)
    writer = QImageWriter(str(output), b"PNG")
    if not writer.write(image):
        reason = writer.errorString().rpartition(": ")[2]  # without Qt's own words about devices
        raise UserFacingError(f"{output} could not be written: {reason}")


def _size(text: str) -> tuple[int, int]:
    """Pixels of `1600x900`; raises UsageError for anything else."""
    from timeline_app.cli.dates import UsageError

    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise UsageError(f"a size is written as 1600x900, not {text!r}")
    return int(width), int(height)


def _export(words: Namespace) -> int:
    """The command `export`: the timeline as a picture or document; needs Qt but no screen.

    Status 1 when a file was refused; raises UserFacingError when nothing can be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from timeline_app.cli import sources
    from timeline_app.cli.dates import UsageError, parse_date
    from timeline_app.cli.overrides import import_options
    from timeline_app.ui.export.headless import export_library
    from timeline_app.ui.export.request import ExportRequest, Form, Paper

    request = ExportRequest(
        Form(words.format),
        pages=words.pages,
        dark=words.theme == "dark",
        size=_size(words.size) if words.size else None,
        pixel_ratio=words.scale,
        paper=Paper(words.paper),
    )
    if request.problem():
        raise UsageError(request.problem())
    view = parse_date(words.view) if words.view else None
    with sources.opened(words.library, words.files, import_options(words)) as (library, complete):
        for path in export_library(library, request, words.output, view):
            print(path)
    return 0 if complete else 1
