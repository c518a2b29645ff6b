"""Start the application: its name, its errors, its window."""

from __future__ import annotations

import gc
import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from timeline_app import __version__
from timeline_app.assets import resource
from timeline_app.session.session import Session
from timeline_app.session.settings import APPLICATION, ORGANISATION
from timeline_app.ui.window.main_window import MainWindow

LOG = logging.getLogger(__name__)
COLLECT_MS, FULL_ROUNDS = 2000, 30
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
    # Named here, since setStyle returns a QStyle, a type that takes PySide milliseconds to make.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setOrganizationName(ORGANISATION)
    application.setApplicationName(APPLICATION)
    application.setApplicationDisplayName("Timeline App")
    application.setApplicationVersion(__version__)
    return application


def run_window(session: Session, paths: list[Path], *, quit_after: str = "") -> int:
    """Show the window, import `paths`, run until it is closed; gives the exit status.

    `quit_after` is for measuring the start: "window" leaves after the first frame, "timeline"
    once the events have been painted, saying so in a line on standard output. What comes later
    by the clock is then left out, since on a busy machine it could come first.
    """
    application = make_application()
    window = MainWindow(session)
    hook = ErrorHook(window)
    sys.excepthook = hook
    leave = {"window": window.first_painted, "timeline": window.timeline_painted}.get(quit_after)
    if leave is not None:
        leave.connect(say_painted)
        leave.connect(application.quit)
    else:
        QTimer.singleShot(LATER_MS, window.finish_loading)
        QTimer.singleShot(LATER_MS, keep_log)
        QTimer.singleShot(LATER_MS, set_window_icon)
    window.show()
    collector = Collector(application)
    if paths:
        session.import_paths(paths)
    status = application.exec()
    window.close()
    collector.stop()
    sys.excepthook = sys.__excepthook__
    return int(status)


def tell_unopened(library: Path, reason: str) -> None:
    """Say, on stderr and in a box, since there is no window, that a library can't be opened."""
    from PySide6.QtWidgets import QMessageBox

    words = f"{library} could not be opened: {reason}."
    sys.stderr.write(f"timeline-app: {words}\n")
    box = QMessageBox(QMessageBox.Icon.Warning, "Timeline App", words)
    box.setInformativeText(
        "The file has been left as it is. Start with another library: timeline-app other.timeline"
    )
    if QGuiApplication.platformName() != "offscreen":
        box.exec()


class Collector(QObject):
    """Collects garbage on the GUI thread only: a QObject that dies on another crashes Qt.

    What the start made stays to the end, so it is never looked through again.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rounds = 0
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(COLLECT_MS)

    def stop(self) -> None:
        """Back to Python's own ways."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def collect(self) -> None:
        """Young garbage each time, all of it once a minute: that may cost a frame."""
        self._rounds += 1
        gc.collect(2 if self._rounds % FULL_ROUNDS == 0 else 1)


def set_window_icon() -> None:
    """For desktops that don't know the program's desktop entry; drawing it takes milliseconds."""
    QGuiApplication.setWindowIcon(QIcon(str(resource(f"linux/{DESKTOP_ID}.svg"))))


def keep_log() -> None:
    """Warnings and failures go to a file in the user's log folder, and to stderr."""
    from platformdirs import user_log_path

    handlers: list[logging.Handler] = [logging.StreamHandler()]
    try:
        folder = user_log_path(APPLICATION, appauthor=False, ensure_exists=True)
        handlers.append(logging.FileHandler(folder / f"{APPLICATION}.log", encoding="utf-8"))
    except OSError as error:
        LOG.warning("no log file is kept: %s", error.strerror)
    layout = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(level=logging.WARNING, format=layout, handlers=handlers)


def say_painted() -> None:
    """Tell whoever measures the start that the frame stands."""
    sys.stdout.write("painted\n")
    sys.stdout.flush()


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
