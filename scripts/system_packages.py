"""The system libraries that Qt loads, which of them are missing, and how to get them.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

# Library that Qt loads -> Debian package that brings it (and, by dependency, the rest).
QT_BASE = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
QT_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
QT_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# Font that makes the window what it is meant to be -> Debian package; others do instead.
FONTS = {"Inter-Regular": "fonts-inter", "CharisSIL-Regular": "fonts-sil-charis"}
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
# Program that the end-to-end tests use -> Debian package.
SCREEN_TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool"}


def can_load(library: str) -> bool:
    """Tell whether the dynamic linker finds `library` and everything it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(
    libraries: Mapping[str, str], loads: Callable[[str], bool] = can_load
) -> list[str]:
    """Return the Debian packages of those `libraries` that don't load, sorted."""
    return sorted({package for library, package in libraries.items() if not loads(library)})


def missing_fonts(folders: Iterable[Path] = FONT_FOLDERS) -> list[str]:
    """Return the Debian packages of those fonts that no file in `folders` brings."""
    files = {path.stem for folder in folders for path in folder.glob("**/*.[ot]tf")}
    return [package for font, package in FONTS.items() if font not in files]


def apt_prefix(
    user_id: int | None = None,
    which: Callable[[str], str | None] = shutil.which,
    run: Callable[[list[str]], int] | None = None,
) -> list[str] | None:
    """Return what to put before `apt-get` here, or None where it can't be used unasked."""
    if not which("apt-get"):
        return None
    if (os.geteuid() if user_id is None else user_id) == 0:
        return []
    run = run or _exit_status
    if which("sudo") and run(["sudo", "-n", "true"]) == 0:
        return ["sudo", "-n"]
    return None


def install(packages: Iterable[str]) -> str | None:
    """Install Debian packages if that is possible unasked.

    Returns None when done, otherwise the sentence that tells the user what to do.
    """
    wanted = list(packages)
    if not wanted:
        return None
    prefix = apt_prefix()
    command = f"apt-get install -y --no-install-recommends {' '.join(wanted)}"
    if prefix is None:
        return f"Missing system packages. On Debian or Ubuntu, run:\n    sudo {command}"
    print(f"Installing system packages: {' '.join(wanted)}", flush=True)
    environment = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    # A stale package list is the usual reason for a failed install, an unreachable mirror isn't.
    _exit_status([*environment, "apt-get", "update", "-q"])
    if _exit_status([*environment, *command.split()]) == 0:
        return None
    return f"apt-get could not install what is missing. When it can, run:\n    {command}"


def _exit_status(command: list[str]) -> int:
    finished = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if finished.returncode and command[-1] != "true":
        print(finished.stderr.strip()[-2000:], flush=True)
    return finished.returncode
