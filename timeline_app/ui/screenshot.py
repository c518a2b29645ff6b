"""A picture of the window, drawn without a screen."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from timeline_app.domain.errors import UserFacingError
from timeline_app.domain.records import EventId
from timeline_app.domain.timevalue import TimeValue
from timeline_app.session.selection import Events, Reveal
from timeline_app.session.session import Session
from timeline_app.ui.window.main_window import MainWindow

SECONDS = 20.0
LAYOUT_ROUNDS = 8
"""A size that changes deep inside reaches the window a layout at a time."""


def render(
    session: Session,
    size: QSize,
    theme_name: str,
    select: EventId | None = None,
    view: TimeValue | None = None,
) -> QImage:
    """A picture of the real window on `session`, `size` pixels, `light` or `dark`.

    `select` is an event to select, `view` the stretch of time to show (an open end stays where
    it is). Closes the session. Raises UserFacingError for an event that isn't there.
    """
    session.settings.theme = theme_name
    window = MainWindow(session)
    window.timeline.canvas.set_animated(False)
    window.reader.body.set_animated(False)
    window.resize(size)
    window.reset_layout()
    window.show()
    try:
        _wait(lambda: window.furnishing.done and session.view is not None and session.idle)
        window.finish_loading()
        if select is not None:
            _select(window, select)
        if view is not None:  # after the selection, which moves the view to where it can be seen
            _show(window, view)
        _wait(lambda: session.idle)
        return window.grab().toImage()
    finally:
        window.close()
        window.deleteLater()


def _select(window: MainWindow, event: EventId) -> None:
    if window.session.events.get(event) is None:
        msg = f"the library has no event {event}"
        raise UserFacingError(msg)
    window.session.selection.select(Events.one(event), reveal=Reveal.SCROLL)


def _show(window: MainWindow, view: TimeValue) -> None:
    canvas = window.timeline.canvas
    now = canvas.viewport()
    low = now.first if view.earliest is None else view.earliest
    high = now.last if view.latest is None else view.latest
    if low < high:
        canvas.set_viewport(now.fitted(low, high, 0.0, 0.0))


def _wait(done: Callable[[], bool]) -> None:
    """Let the event loop run until `done()`, at most 20 seconds."""
    end = time.monotonic() + SECONDS
    flag = QEventLoop.ProcessEventsFlag.AllEvents
    QApplication.processEvents(flag)
    while not done():
        if time.monotonic() > end:
            msg = "the window took too long to draw"
            raise UserFacingError(msg)
        QApplication.processEvents(flag, 20)
    for _ in range(LAYOUT_ROUNDS):
        QApplication.processEvents(flag)
