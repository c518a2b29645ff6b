"""Finds what a test of the window left behind: windows, timers, animations, threads."""

from __future__ import annotations

import gc
import threading
import traceback
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import shiboken6
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE_S = 2.0
"""How long work that is ending anyway may take to end, in seconds."""

Started = list[tuple["weakref.ref[QObject]", str]]

RUNNING: tuple[tuple[type[QObject], str, Callable[[Any], bool]], ...] = (
    (QTimer, "start", lambda timer: timer.isActive()),
    (QThread, "start", lambda thread: not thread.wait(int(PATIENCE_S * 1000))),
    (
        QAbstractAnimation,
        "start",
        lambda animation: animation.state() == QAbstractAnimation.State.Running,
    ),
)


@contextmanager
def watch_for_leaks() -> Iterator[list[str]]:
    """Give a list that is filled on leaving with one line for each thing left behind."""
    leaks: list[str] = []
    started: list[Started] = []
    windows = set(map(id, QApplication.topLevelWidgets()))
    threads = set(threading.enumerate())
    originals = [(kind, name, getattr(kind, name)) for kind, name, _ in RUNNING]
    for kind, name, original in originals:
        started.append([])
        setattr(kind, name, _recording(original, started[-1]))
    try:
        yield leaks
    finally:
        for kind, name, original in originals:
            setattr(kind, name, original)
    _delete_what_is_due()
    leaks += _left_windows(windows)
    for (_, _, is_running), starts in zip(RUNNING, started, strict=True):
        leaks += _left_running(starts, is_running)
    leaks += _left_threads(threads)
    if not QThreadPool.globalInstance().waitForDone(int(PATIENCE_S * 1000)):
        leaks.append("work in the global QThreadPool")


def _recording(original: Callable[..., Any], starts: Started) -> Callable[..., Any]:
    """Wrap a `start` method so that it notes who was started, and from where."""

    def start(self: QObject, *arguments: Any) -> Any:
        caller = traceback.extract_stack(limit=2)[0]
        starts.append((weakref.ref(self), f"{caller.filename}:{caller.lineno}"))
        return original(self, *arguments)

    return start


def _delete_what_is_due() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def _left_windows(before: set[int]) -> list[str]:
    def left() -> list[QWidget]:
        return [each for each in QApplication.topLevelWidgets() if id(each) not in before]

    if left():
        # Python frees what hangs together in a circle only now and then.
        gc.collect()
        _delete_what_is_due()
    return [f"window {type(each).__name__} {each.objectName()!r}" for each in left()]


def _left_running(starts: Started, is_running: Callable[[Any], bool]) -> list[str]:
    left = []
    for reference, place in starts:
        thing = reference()
        if thing is not None and shiboken6.isValid(thing) and is_running(thing):
            left.append(f"{type(thing).__name__} started at {place}")
    return left


def _left_threads(before: set[threading.Thread]) -> list[str]:
    left = []
    for thread in set(threading.enumerate()) - before:
        thread.join(PATIENCE_S)
        if thread.is_alive():
            left.append(f"thread {thread.name!r}")
    return left
