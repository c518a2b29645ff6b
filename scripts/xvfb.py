"""Run a command in front of a virtual X screen of its own.

    python -m scripts.xvfb COMMAND [ARGUMENT...]

Unlike `xvfb-run` it needs no xauth, and the server itself picks a display that is free.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SCREEN = "1600x900x24"


@contextmanager
def x_server(screen: str = SCREEN) -> Iterator[str]:
    """Start an X server with one screen in memory; give its display name, such as ":7"."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb ended before it opened a display")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def main(arguments: list[str]) -> int:
    """Run the command; return its exit status."""
    if not arguments:
        print("usage: python -m scripts.xvfb COMMAND [ARGUMENT...]", file=sys.stderr)
        return 2
    with x_server() as display:
        environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment.pop("WAYLAND_DISPLAY", None)
        return subprocess.run(arguments, env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
