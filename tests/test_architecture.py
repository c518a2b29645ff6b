"""The house keeps its shape: layers, no Qt in the core, small rooms, nothing private tracked."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.bench_gui_imports import PARSERS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "timeline_app"
MODULES = sorted(PACKAGE.rglob("*.py"))
MAY_USE_QT = {"session", "ui", "app.py"}
QT_PACKAGES = {"PySide6", "shiboken6", "qtawesome", "qtpy"}
LONGEST = 500


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0]


def imported(module: Path) -> Iterator[str]:
    """Yield the full name of everything a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def tracked() -> list[Path]:
    """List the files under version control; in an unpacked archive there is nothing to check."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_every_contract_of_the_layers_is_kept() -> None:
    linter = Path(sysconfig.get_path("scripts")) / "lint-imports"
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_session_and_above_import_qt() -> None:
    guilty = [
        f"{module.relative_to(ROOT)}: {name}"
        for module in MODULES
        if room(module) not in MAY_USE_QT
        for name in imported(module)
        if name.split(".")[0] in QT_PACKAGES
    ]
    assert guilty == []


def test_the_session_uses_qtcore_alone() -> None:
    guilty = [
        f"{module.relative_to(ROOT)}: {name}"
        for module in MODULES
        if room(module) == "session"
        for name in imported(module)
        if name.split(".")[0] in QT_PACKAGES and not name.startswith("PySide6.QtCore.")
    ]
    assert guilty == []


def modules_after(statement: str) -> set[str]:
    """Return the modules that a fresh Python has loaded after a statement."""
    program = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_the_command_line_loads_no_qt() -> None:
    loaded = modules_after("import timeline_app.cli.run, timeline_app.cli.parser")
    assert "timeline_app.cli.run" in loaded
    assert not {name for name in loaded if name.split(".")[0] in QT_PACKAGES}


def test_the_window_loads_no_parser() -> None:
    loaded = modules_after("import timeline_app.ui.start")
    assert "timeline_app.ui.window.main_window" in loaded
    assert not [name for name in loaded if name.startswith(PARSERS)]


@pytest.mark.parametrize("folder", ["timeline_app", "tests", "scripts"])
def test_no_file_is_longer_than_a_reader_can_hold(folder: str) -> None:
    long = {
        str(path.relative_to(ROOT)): length
        for path in (ROOT / folder).rglob("*.py")
        if (length := path.read_text(encoding="utf-8").count("\n")) > LONGEST
    }
    assert long == {}


def test_nothing_tracked_names_a_machine_or_a_download_address() -> None:
    home = re.escape(str(Path.home()))
    above = re.escape(str(ROOT.parent))
    # Spelled so that this very file doesn't match.
    index = "|".join([r"pypi[.]" + "org", r"python" + "hosted[.]org", r"--(extra-)?index" + "-url"])
    private = re.compile(
        rf"(?<![\w.])(({home}|{above})/|/(home|Users|root)/\w)|{index}"
        r"|https?://[^\"' \n]+[.](whl|tar[.]gz|tgz)\b"
    )
    guilty = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        guilty += [f"{path.relative_to(ROOT)}: {m.group()}" for m in private.finditer(text)]
    assert guilty == []


def test_pins_are_exact_and_agree() -> None:
    versions: dict[str, set[str]] = {}
    for path in (ROOT / "requirements").glob("*.txt"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(("#", "-r ")):
                continue
            found = re.fullmatch(r"([A-Za-z0-9._-]+)==([0-9][0-9A-Za-z.]*)", line)
            assert found, f"{path.name}: {line!r} is no exact pin"
            name = re.sub(r"[-_.]+", "-", found[1]).lower()
            versions.setdefault(name, set()).add(found[2])
    assert {name for name, each in versions.items() if len(each) > 1} == set()
