"""Start the application: its name, its errors, its window."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from timeline_app import __version__
from timeline_app.session.session import Session
from timeline_app.session.settings import APPLICATION, ORGANISATION
from timeline_app.ui.main_window import MainWindow

LOG = logging.getLogger(__name__)
LATER_MS = 350
"""When what the first frames can do without is loaded."""
DESKTOP_ID = "org.timeline_app.TimelineApp"
"""Name of the desktop entry; window managers find name and icon by it."""


def make_application() -> QApplication:
    """The one QApplication of this process, named; an existing one is used again."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setDesktopFileName(DESKTOP_ID)
    application = QApplication(sys.argv[:1])
    application.setOrganizationName(ORGANISATION)
    application.setApplicationName(APPLICATION)
    application.setApplicationDisplayName("Timeline App")
    application.setApplicationVersion(__version__)
    application.setStyle("Fusion")
    return application


def run_window(session: Session, paths: list[Path], *, quit_early: bool = False) -> int:
    """Show the window, import `paths`, run until it is closed; gives the exit status.

    `quit_early` leaves once the timeline has been painted, for measuring the start.
    """
    application = make_application()
    window = MainWindow(session)
    hook = ErrorHook(window)
    sys.excepthook = hook
    if quit_early:
        window.timeline.canvas.first_painted.connect(application.quit)
    else:
        QTimer.singleShot(LATER_MS, window.finish_loading)
    window.show()
    if paths:
        session.import_paths(paths)
    status = application.exec()
    window.close()
    sys.excepthook = sys.__excepthook__
    return int(status)


class ErrorHook:
    """Logs what nobody caught, and tells the user that something went wrong."""

    def __init__(self, window: MainWindow) -> None:
        """Tell in `window`."""
        self._window = window

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Stand in for `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        LOG.critical("unexpected failure", exc_info=(kind, error, trace))
        self._window.show_error(
            f"Something went wrong ({kind.__name__}: {error}). Your library is safe."
        )
