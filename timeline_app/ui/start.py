"""From nothing to a window: the application object, the log, what happens on errors."""

from __future__ import annotations

import gc
import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from timeline_app import __version__
from timeline_app.session.session import Session
from timeline_app.ui.main_window import MainWindow

logger = logging.getLogger(__name__)


def run_window(session: Session, files: Sequence[Path], *, quit_early: bool = False) -> int:
    """Show the session's window and import `files`; gives the exit status once it is closed.

    `make_application` comes first. `quit_early` leaves once the timeline has been painted.
    """
    app = make_application()
    _log_to_file()
    window = MainWindow(session)
    errors = _ErrorPath(window)
    sys.excepthook = errors.on_error
    collector = _Collector(app)
    if quit_early:
        window.timeline.canvas.first_painted.connect(app.quit)
    window.show()
    if files:
        session.import_paths(files)
    status = app.exec()
    collector.stop()
    session.close()
    return int(status)


def make_application() -> QApplication:
    """The one QApplication, named so that settings and desktop entries find it."""
    QCoreApplication.setOrganizationName("timeline-app")
    QCoreApplication.setApplicationName("timeline-app")
    QCoreApplication.setApplicationVersion(__version__)
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(["timeline-app"])
    app.setApplicationDisplayName("Timeline App")
    app.setDesktopFileName("timeline-app")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return app


def _log_to_file() -> None:
    """Warnings and failures go to a file in the user's state folder and to stderr."""
    from platformdirs import user_log_path

    handlers: list[logging.Handler] = [logging.StreamHandler()]
    try:
        folder = user_log_path("timeline-app", appauthor=False, ensure_exists=True)
        handlers.append(logging.FileHandler(folder / "timeline-app.log", encoding="utf-8"))
    except OSError as error:
        logger.warning("no log file is kept: %s", error.strerror)
    layout = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(level=logging.WARNING, format=layout, handlers=handlers)


class _ErrorPath:
    """A mistake of ours anywhere is logged and told in the window; nothing else stops."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def on_error(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Python's `sys.excepthook`; Qt calls it for exceptions in slots."""
        logger.error("unexpected failure", exc_info=(kind, error, trace))
        if issubclass(kind, Exception):
            self._window.show_error(
                f"Something went wrong ({kind.__name__})."
                " Your library is safe; details are in the log."
            )


class _Collector(QObject):
    """Collects garbage on the GUI thread only: QObjects must not die on another thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(5_000)

    def _collect(self) -> None:
        """Young garbage often, all of it rarely: a full run may take longer than a frame."""
        gc.collect(1)

    def stop(self) -> None:
        """Back to Python's own ways."""
        self._timer.stop()
        gc.enable()
