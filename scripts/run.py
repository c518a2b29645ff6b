"""Open the window, or, where there is no screen, write a picture of it and say so.

    python -m scripts.run [ARGUMENT...]

The arguments are those of the application itself.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE = Path("build") / "timeline-app.png"
NOWHERE = ("offscreen", "minimal")
"""Qt platforms whose windows nobody sees."""


def main(arguments: list[str]) -> int:
    """Start the application; return its exit status."""
    application = [sys.executable, str(ROOT / "main.py")]
    reason = why_no_screen()
    if reason is None or arguments:
        return subprocess.run([*application, *arguments], check=False).returncode
    (ROOT / PICTURE).parent.mkdir(exist_ok=True)
    status = subprocess.run(
        [*application, "screenshot", "--output", str(ROOT / PICTURE)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        check=False,
    ).returncode
    if status == 0:
        print(f"No screen ({reason}), so here is a picture of the window: {PICTURE}")
    return status


def why_no_screen() -> str | None:
    """Return why no window can be opened, or None if one can."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.startswith(NOWHERE):
        return f"QT_QPA_PLATFORM={platform} draws nowhere"
    if platform or not sys.platform.startswith("linux"):
        return None
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland and Path(os.environ.get("XDG_RUNTIME_DIR", ""), wayland).exists():
        return None
    display = os.environ.get("DISPLAY")
    if not display:
        return "neither DISPLAY nor WAYLAND_DISPLAY is set"
    return None if x_server_answers() else f"nothing answers at DISPLAY={display}"


def x_server_answers() -> bool:
    """Tell whether a connection to the X server named by DISPLAY can be made."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    try:
        return bool(xcb.xcb_connection_has_error(connection) == 0)
    finally:
        xcb.xcb_disconnect(connection)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
