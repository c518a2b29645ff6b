"""What every test gets: a home of its own, no network, no leaks, no unexpected warning."""

from __future__ import annotations

import importlib.util
import logging
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# HYPOTHESIS_PROFILE=explore looks for new examples; otherwise every run tries the same ones.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Keep pytest-qt's settings known where it isn't installed: the core is tested without Qt."""
    if importlib.util.find_spec("pytestqt") is None:
        parser.addini("qt_api", "used by pytest-qt")
        parser.addini("qt_log_level_fail", "used by pytest-qt")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of articles and corpora that lies beside some checkouts."""
    if not SHARED.is_dir():
        pytest.skip("needs the folder ../shared, which isn't part of the project")
    return SHARED


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, library and caches of the person who runs the tests stay out of reach."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    home.chmod(0o700)
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings

        # Qt looks for its settings folder once a process, so it must be told where it is now.
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(QSettings.Format.IniFormat, scope, str(home))
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program runs offline: connecting to another machine is an error."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: object) -> None:
        local = isinstance(address, tuple) and address[0] in ("127.0.0.1", "::1", "localhost")
        if self.family in (socket.AF_INET, socket.AF_INET6) and not local:
            raise AssertionError(f"a test tried to reach {address!r}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", only_here)


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.levelname}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails a test, unless the test looks at the log itself (`caplog`)."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.lines and "caplog" not in request.fixturenames:
        pytest.fail("unexpected in the log:\n" + "\n".join(handler.lines))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style that the program itself starts with."""
    return ["pytest", "-style", "Fusion"]


@pytest.fixture(autouse=True)
def no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where Qt is used, nothing may stay behind: windows, timers, animations, threads."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from tests.leaks import watch_for_leaks

    request.getfixturevalue("qapp")
    with watch_for_leaks() as leaks:
        yield
    if leaks:
        pytest.fail("left behind:\n" + "\n".join(leaks))
