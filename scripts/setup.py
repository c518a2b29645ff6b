"""Make a virtual environment with exactly the pinned packages, and see to Qt's system libraries.

    python3 -m scripts.setup app|dev|core

`app` is enough to run the application, `dev` adds everything that checks and builds it, `core`
makes a second environment without Qt for the core's tests. Running it again is cheap: a stamp in
the environment remembers what it was made from. Standard library only.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from scripts import system_packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CORE_VENV = ROOT / "build" / "core-venv"
REQUIREMENTS = ROOT / "requirements"
STAMP = "timeline-app-setup.json"

PROFILES = {
    "app": (VENV, ("app.txt", "build.txt")),
    "dev": (VENV, ("dev.txt",)),
    "core": (CORE_VENV, ("core-test.txt",)),
}


class SetupError(Exception):
    """Set-up can't go on; the message says what to do."""


def main(arguments: list[str]) -> int:
    """Set up one profile; return the exit status."""
    if len(arguments) != 1 or arguments[0] not in PROFILES:
        print(f"usage: python3 -m scripts.setup {'|'.join(PROFILES)}", file=sys.stderr)
        return 2
    profile = arguments[0]
    venv, files = PROFILES[profile]
    try:
        ensure_system_packages(profile, venv)
        ensure_environment(venv, files, link_checkout=venv == VENV)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def ensure_environment(venv: Path, files: tuple[str, ...], *, link_checkout: bool) -> None:
    """Bring `venv` to exactly the pins in `files`, doing nothing if it is there already."""
    done = read_stamp(venv)
    wanted = {name: fingerprint(name, venv) for name in files}
    # What `dev` installed holds all of `app`, so starting the app after the tests costs nothing.
    dev = fingerprint("dev.txt", venv)
    if done.get("dev.txt") == dev and venv == VENV:
        return
    if all(done.get(name) == value for name, value in wanted.items()):
        return
    if not interpreter_works(venv):
        create(venv)
    print(f"Installing packages into {venv.relative_to(ROOT)} …", flush=True)
    requirements = [part for name in files for part in ("-r", str(REQUIREMENTS / name))]
    pip(venv, *requirements)
    if link_checkout:
        pip(venv, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    (venv / STAMP).write_text(json.dumps(done | wanted, indent=1), encoding="utf-8")


def fingerprint(name: str, venv: Path) -> str:
    """Return a digest of one requirements file with all it includes, and of where it goes."""
    digest = hashlib.sha256(f"{venv}\n{sys.version_info[:3]}\n".encode())
    digest.update((ROOT / "pyproject.toml").read_bytes())
    waiting = [name]
    while waiting:
        text = (REQUIREMENTS / waiting.pop()).read_text(encoding="utf-8")
        digest.update(text.encode())
        waiting += [line[3:].strip() for line in text.splitlines() if line.startswith("-r ")]
    return digest.hexdigest()


def read_stamp(venv: Path) -> dict[str, str]:
    """Return what was installed into `venv`, empty if nothing is known to be."""
    try:
        stamp = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and interpreter_works(venv) else {}


def interpreter_works(venv: Path) -> bool:
    """Tell whether the environment's Python starts and is the version that runs this."""
    question = "import sys; print(sys.version_info[:3], sys.prefix)"
    try:
        answer = subprocess.run(
            [venv / "bin" / "python", "-c", question], capture_output=True, text=True, check=False
        )
    except OSError:
        return False
    return answer.stdout.strip() == f"{sys.version_info[:3]} {venv}"


def create(venv: Path) -> None:
    """Make an empty virtual environment, replacing what is there."""
    print(f"Making {venv.relative_to(ROOT)} with Python {sys.version.split()[0]} …", flush=True)
    shutil.rmtree(venv, ignore_errors=True)
    made = subprocess.run([sys.executable, "-m", "venv", str(venv)], check=False)
    if made.returncode:
        raise SetupError(f"Could not make the virtual environment {venv}.")


def pip(venv: Path, *arguments: str) -> None:
    """Run `pip install` in the environment."""
    command = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    environment = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    environment.pop("PYTHONPATH", None)
    if subprocess.run([*command, *arguments], env=environment, cwd=ROOT, check=False).returncode:
        raise SetupError("pip failed; its own words are above. Run the same command again.")


def ensure_system_packages(profile: str, venv: Path) -> None:
    """Install what the system lacks for a profile, or say all of it in one command."""
    missing = []
    if not can_make_environments() and not interpreter_works(venv):
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if profile != "core" and sys.platform.startswith("linux"):
        missing += system_packages.missing_packages(qt_libraries(profile, os.environ))
        if profile == "dev":
            tools = system_packages.SCREEN_TOOLS.items()
            missing += [package for tool, package in tools if not shutil.which(tool)]
    problem = system_packages.install(missing)
    if problem:
        raise SetupError(problem)
    # Wanted, not needed: asked for once, where it can be had unasked.
    first_time = profile != "core" and not interpreter_works(venv)
    if first_time and sys.platform.startswith("linux") and system_packages.apt_prefix() is not None:
        system_packages.install(system_packages.missing_fonts())


def can_make_environments() -> bool:
    """Tell whether this Python has `venv` and `ensurepip`, which Debian packages apart."""
    return all(importlib.util.find_spec(name) for name in ("ensurepip", "venv"))


def qt_libraries(profile: str, environment: Mapping[str, str]) -> dict[str, str]:
    """Return the libraries that Qt will load here, with their packages."""
    libraries = dict(system_packages.QT_BASE)
    if profile == "dev" or environment.get("DISPLAY"):
        libraries |= system_packages.QT_X11
    if environment.get("WAYLAND_DISPLAY"):
        libraries |= system_packages.QT_WAYLAND
    return libraries


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
