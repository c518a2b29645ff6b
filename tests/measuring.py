"""Runs the measurements of a folder, prints their rows as tables and keeps them as JSON."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent

FILE_WIDTH = 120
"""Columns of a table that is written to a file or a pipe."""

Row = Mapping[str, Any]


def main(folder: Path, prefix: str, output: Path, names: Sequence[str]) -> int:
    """Run the modules `<prefix>_<name>.py` of `folder`, all or those named; return exit status.

    Rows of benchmarks that weren't run this time stay in `output` as they were.
    """
    present = {path.stem.removeprefix(prefix): path for path in folder.glob(f"{prefix}*.py")}
    unknown = sorted(set(names) - set(present))
    if unknown:
        print(f"no {', '.join(unknown)}; there is {', '.join(sorted(present))}", file=sys.stderr)
        return 2
    console = Console()
    if not console.is_terminal:
        console = Console(width=FILE_WIDTH)
    results = _kept(output) if names else {}
    for name in names or sorted(present):
        module = importlib.import_module(f"tests.{folder.name}.{present[name].stem}")
        measured: dict[str, list[Row]] = module.run()
        for title, rows in measured.items():
            console.print(table(title, rows))
            results[title] = rows
        # Written each time: a measurement that fails doesn't take the others with it.
        output.parent.mkdir(exist_ok=True)
        output.write_text(json.dumps(results, indent=1, ensure_ascii=False), encoding="utf-8")
    console.print(f"Written to {output.relative_to(ROOT)}")
    return 0


def table(title: str, rows: Sequence[Row]) -> Table:
    """Lay rows out as a table; the columns are those of all rows, in order of appearance."""
    drawn = Table(title=title, title_justify="left", title_style="bold")
    columns = list(dict.fromkeys(name for row in rows for name in row))
    for name in columns:
        numbers = all(isinstance(row.get(name, 0), int | float) for row in rows)
        drawn.add_column(name, justify="right" if numbers else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(_cell(row.get(name)) for name in columns))
    return drawn


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:,.4g}" if isinstance(value, float) else str(value)


def _kept(output: Path) -> dict[str, list[Row]]:
    try:
        return dict(json.loads(output.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}
