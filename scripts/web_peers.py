"""Install the web timelines that `make bench` measures beside this program, and a browser.

    python -m scripts.web_peers

The npm packages go to `build/web`; Chromium is Debian's package. Without npm or apt-get it says
what is missing; the benchmark then leaves the peers out.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.system_packages import install

FOLDER = Path(__file__).resolve().parent.parent / "build" / "web"
PACKAGES = {"vis-timeline": "8.5.4", "@knight-lab/timelinejs": "3.9.11"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_NPM_TOOLS = {"npm": "npm", "node": "nodejs"}


def browser() -> str | None:
    """The browser's program; None where there is none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def package(name: str) -> Path | None:
    """The folder of an installed package of the wanted version; None where it isn't there."""
    folder = FOLDER / "node_modules" / name
    described = folder / "package.json"
    if not described.exists():
        return None
    version = json.loads(described.read_text(encoding="utf-8"))["version"]
    return folder if version == PACKAGES[name] else None


def main() -> int:
    """Install what is missing; gives 1 when something still is."""
    needed = [] if browser() else ["chromium"]
    needed += [debian for program, debian in _NPM_TOOLS.items() if not shutil.which(program)]
    problem = install(needed)
    if problem is None and not all(package(name) for name in PACKAGES):
        FOLDER.mkdir(parents=True, exist_ok=True)
        wanted = [f"{name}@{version}" for name, version in PACKAGES.items()]
        options = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts"]
        command = ["npm", "install", "--prefix", str(FOLDER), *options, *wanted]
        if subprocess.run(command, check=False).returncode:
            problem = "npm could not install the web timelines."
    if problem is not None:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
