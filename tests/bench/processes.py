"""Processes that are started to be timed."""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.measuring import ROOT

Command = Sequence[str | Path]


def python(*arguments: str | Path) -> Command:
    """Return the command line of this Python with arguments."""
    return [sys.executable, *arguments]


def surroundings(home: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a measured process: no screen, a home of its own.

    Compiled modules are kept between runs, as they are for an installed program, even where the
    one who measures has told Python not to.
    """
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        **(extra or {}),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def seconds(command: Command, home: Path, extra: Mapping[str, str] | None = None) -> float:
    """Run a command to its end; return wall time in s.

    Raises RuntimeError with what the command said if it fails.
    """
    environment = surroundings(home, extra)
    begun = time.perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    taken = time.perf_counter() - begun
    if done.returncode:
        raise RuntimeError(f"{command} ended with status {done.returncode}:\n{done.stderr}")
    return taken


def seconds_to_first_line(
    command: Command, home: Path, extra: Mapping[str, str] | None = None
) -> float:
    """Run a command; return wall time in s until its first line on standard output.

    Raises RuntimeError with what the command said if it fails or says nothing.
    """
    begun = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=surroundings(home, extra),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = time.perf_counter() - begun
        _, error = process.communicate()
    if process.returncode or not line:
        raise RuntimeError(f"{command} ended with status {process.returncode}:\n{error}")
    return taken


def summary(
    what: str, times: Sequence[float], base: Sequence[float], goal: float | None = None
) -> dict[str, str | float | None]:
    """Return one row: median, fastest and slowest run in ms, and the ratio of medians to `base`.

    `goal` is the ratio that is wanted, at most.
    """
    median = statistics.median(times)
    return {
        "what": what,
        "runs": len(times),
        "median_ms": round(1000 * median, 1),
        "fastest_ms": round(1000 * min(times), 1),
        "slowest_ms": round(1000 * max(times), 1),
        "ratio": round(median / statistics.median(base), 2),
        "goal": goal,
    }


def family() -> list[int]:
    """This process and all that it has started, and so on (Linux; elsewhere this one alone)."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            parents[int(entry.parent.name)] = int(_fields(entry)[1])
    found = [os.getpid()]
    for process in found:
        found.extend(child for child, parent in parents.items() if parent == process)
    return found


def cpu_seconds(process: int) -> float:
    """Processor time that a living process has taken (Linux; elsewhere 0)."""
    status = Path(f"/proc/{process}/stat")
    if not status.exists():
        return 0.0
    fields = _fields(status)
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _fields(stat: Path) -> list[str]:
    """What follows the name, which may have spaces: state, parent, … (proc(5))."""
    return stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()


def resident_mb(process: int | None = None) -> float:
    """Resident memory of a process, by default this one, in MB (Linux; elsewhere 0)."""
    status = Path(f"/proc/{process or 'self'}/status")
    if not status.exists():
        return 0.0
    for line in status.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0
