"""The wheel, built from this tree, works in an environment that has never seen the tree."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from timeline_app import __version__

ROOT = Path(__file__).resolve().parent.parent
PNG = b"\x89PNG\r\n\x1a\n"


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def empty_environment(folder: Path) -> Path:
    """Make `folder/venv` without any package, not even pip."""
    venv.create(folder / "venv", symlinks=True)
    return folder


def pip(folder: Path, *words: str | Path) -> None:
    """Let this environment's pip work on that of `folder`."""
    python = folder / "venv" / "bin" / "python"
    options = ("--quiet", "--disable-pip-version-check")
    run(sys.executable, "-m", "pip", "--python", python, *options, *words, cwd=folder)


def draw_samples(folder: Path) -> None:
    """Let the command that is installed in `folder` draw the sample articles."""
    picture = folder / "picture.png"
    run(folder / "venv" / "bin" / "timeline-app", "screenshot", "--output", picture, cwd=folder)
    assert picture.read_bytes().startswith(PNG)
    assert picture.stat().st_size > 20_000


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT),
        cwd=folder,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel; the packages it depends on are lent by this one.

    So it needs no index; whether the wheel names all that it depends on is a test of its own.
    """
    folder = empty_environment(tmp_path_factory.mktemp("elsewhere"))
    (site,) = folder.glob("venv/lib/python*/site-packages")
    pip(folder, "install", "--no-deps", "--no-index", wheel)
    # Lines of paths only: the checkout's own .pth file isn't followed from here.
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def test_the_wheel_holds_code_and_resources_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {
        "timeline_app",
        f"timeline_app-{__version__}.dist-info",
    }
    samples = [name for name in names if name.startswith("timeline_app/_resources/samples/")]
    assert len(samples) >= 3
    assert "timeline_app/py.typed" in names
    assert not [name for name in names if "__pycache__" in name]


def test_the_installed_command_says_its_version(elsewhere: Path) -> None:
    done = run(elsewhere / "venv" / "bin" / "timeline-app", "--version", cwd=elsewhere)
    assert __version__ in done.stdout


def test_the_installed_command_draws_its_own_samples(elsewhere: Path) -> None:
    python = elsewhere / "venv" / "bin" / "python"
    where = "import timeline_app, timeline_app.assets as a; print(a.resource('samples'))"
    found = run(python, "-c", where, cwd=elsewhere).stdout.strip()
    assert Path(found).is_relative_to((elsewhere / "venv").resolve())

    draw_samples(elsewhere)


@pytest.mark.slow
def test_the_wheel_names_all_that_it_needs(wheel: Path, tmp_path: Path) -> None:
    """Half a minute: half a gigabyte is installed, in the versions that all other tests use."""
    folder = empty_environment(tmp_path)
    try:
        pip(folder, *("download", "--no-deps", "--retries", "0"), "--dest", folder, "platformdirs")
    except AssertionError:
        pytest.skip("no package index answers, so the wheel can't be installed from one")
    pip(folder, "install", "--constraint", ROOT / "requirements" / "app.txt", wheel)
    pip(folder, "check")
    draw_samples(folder)
    shutil.rmtree(folder / "venv")
