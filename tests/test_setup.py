"""Set-up on machines that lack something."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import run, setup, system_packages, xvfb


def test_missing_libraries_are_named_by_their_packages() -> None:
    there = {"libGL.so.1", "libEGL.so.1", "libfontconfig.so.1", "libglib-2.0.so.0"}
    missing = system_packages.missing_packages(system_packages.QT_BASE, there.__contains__)
    assert missing == ["libdbus-1-3", "libxkbcommon0"]


def test_what_the_linker_finds_is_not_missing() -> None:
    assert system_packages.can_load("libc.so.6")
    assert not system_packages.can_load("libtimeline-app-no-such.so.1")


@pytest.mark.parametrize(
    ("user_id", "tools", "sudo_status", "prefix"),
    [
        (0, {"apt-get"}, 1, []),
        (0, set(), 1, None),
        (1000, {"apt-get"}, 1, None),
        (1000, {"apt-get", "sudo"}, 1, None),
        (1000, {"apt-get", "sudo"}, 0, ["sudo", "-n"]),
    ],
)
def test_apt_is_used_only_where_it_needs_no_password(
    user_id: int, tools: set[str], sudo_status: int, prefix: list[str] | None
) -> None:
    def which(name: str) -> str | None:
        return name if name in tools else None

    assert system_packages.apt_prefix(user_id, which, lambda _: sudo_status) == prefix


def test_where_nothing_can_be_installed_the_command_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(system_packages, "apt_prefix", lambda: None)
    problem = system_packages.install(["libegl1", "libgl1"])
    assert problem is not None
    assert "sudo apt-get install -y --no-install-recommends libegl1 libgl1" in problem


def test_nothing_to_install_is_no_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "apt_prefix", lambda: pytest.fail("asked for apt"))
    assert system_packages.install([]) is None


def test_qt_needs_more_with_a_screen_than_without() -> None:
    bare = setup.qt_libraries("app", {})
    x11 = setup.qt_libraries("app", {"DISPLAY": ":0"})
    wayland = setup.qt_libraries("app", {"WAYLAND_DISPLAY": "wayland-0"})
    assert "libxcb-cursor.so.0" in x11.keys() - bare.keys()
    assert "libwayland-client.so.0" in wayland.keys() - bare.keys()
    assert setup.qt_libraries("dev", {}) == x11


def test_all_that_is_missing_is_asked_for_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "can_make_environments", lambda: False)
    monkeypatch.setattr(system_packages, "missing_packages", lambda _: ["libegl1"])
    monkeypatch.setattr(system_packages, "apt_prefix", lambda: None)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    venv_package = f"python3.{sys.version_info.minor}-venv"
    with pytest.raises(setup.SetupError, match=rf"install .* {venv_package} libegl1 xvfb xdotool$"):
        setup.ensure_system_packages("dev", tmp_path)


def test_a_pin_that_changes_asks_for_a_new_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "core.txt").write_text("rich==1\n")
    (tmp_path / "app.txt").write_text("-r core.txt\nQtPy==1\n")
    monkeypatch.setattr(setup, "REQUIREMENTS", tmp_path)
    before = setup.fingerprint("app.txt", setup.VENV)
    assert setup.fingerprint("app.txt", setup.VENV) == before
    (tmp_path / "core.txt").write_text("rich==2\n")
    assert setup.fingerprint("app.txt", setup.VENV) != before


def test_an_environment_that_was_moved_is_not_trusted(tmp_path: Path) -> None:
    assert not setup.interpreter_works(tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").symlink_to(sys.executable)
    assert not setup.interpreter_works(tmp_path)


def test_no_display_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert run.why_no_screen() == "neither DISPLAY nor WAYLAND_DISPLAY is set"
    monkeypatch.setenv("DISPLAY", ":987")
    assert run.why_no_screen() == "nothing answers at DISPLAY=:987"
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert run.why_no_screen() == "QT_QPA_PLATFORM=offscreen draws nowhere"


def test_a_virtual_screen_answers_and_gives_the_exit_status_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with xvfb.x_server() as display:
        monkeypatch.setenv("DISPLAY", display)
        assert run.why_no_screen() is None
    command = [sys.executable, "-c", "import os; raise SystemExit(len(os.environ['DISPLAY']) > 1)"]
    assert xvfb.main(command) == 1


def test_wrong_usage_has_status_2() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scripts.setup", "everything"],
        cwd=setup.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.startswith("usage:")) == (2, True)


def test_fonts_that_are_there_are_not_asked_for(tmp_path: Path) -> None:
    assert system_packages.missing_fonts([tmp_path]) == ["fonts-inter", "fonts-sil-charis"]
    (tmp_path / "inter").mkdir()
    (tmp_path / "inter" / "Inter-Regular.otf").touch()
    assert system_packages.missing_fonts([tmp_path]) == ["fonts-sil-charis"]
