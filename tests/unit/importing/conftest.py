"""A library, and an executor that runs at once in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any, TypeVar

import pytest

from timeline_app.store import Library

T = TypeVar("T")


class InlineExecutor(Executor):
    """Runs each task where it is submitted: the same code, no processes."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Run `fn` now."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - as an executor does
            future.set_exception(error)
        return future


@pytest.fixture
def inline() -> InlineExecutor:
    """An executor without processes."""
    return InlineExecutor()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library on disk."""
    with Library.open(tmp_path / "data" / "case.timeline") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for the files of a test."""
    path = tmp_path / "files"
    path.mkdir()
    return path
