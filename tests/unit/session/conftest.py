"""A session on a small library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.session.samples import InlineExecutor, fill
from timeline_app.session.session import Session
from timeline_app.session.settings import Settings
from timeline_app.store import Library


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a file of their own."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """A library with two articles and four events."""
    path = tmp_path / "case.timeline"
    with Library.open(path) as library:
        fill(library)
    return path


@pytest.fixture
def session(qtbot: QtBot, settings: Settings, library_path: Path) -> Iterator[Session]:
    """A session whose view has been computed."""
    made = Session(library_path, settings, make_pool=InlineExecutor)
    with qtbot.waitSignal(made.index_changed):
        made.refresh()
    yield made
    made.close()
    made.deleteLater()
