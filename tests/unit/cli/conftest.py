"""Runs commands as a user's shell would, in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from timeline_app.cli.run import run

STORY = """Harbour strike ends
By Lina Haddad

ORAN, March 6, 2014 — Dock workers ended their strike on Tuesday after talks with the ministry.

The strike began on 3 February 2014. The port authority had cut wages in 2013.
"""


@dataclass(frozen=True)
class Answer:
    """What a command printed and its exit status."""

    status: int
    out: str
    err: str


Command = Callable[..., Answer]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Run `command("events", path)`; nothing is ever painted here."""

    painting = {"screenshot": lambda _: 9, "export": lambda _: 8}

    def call(*words: object) -> Answer:
        try:
            status = run([str(word) for word in words], painting)
        except SystemExit as end:
            status = int(str(end.code))
        captured = capsys.readouterr()
        return Answer(status, captured.out, captured.err)

    return call


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A small news story on disk."""
    path = tmp_path / "strike.txt"
    path.write_text(STORY)
    return path
