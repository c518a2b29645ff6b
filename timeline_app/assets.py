"""Find the files that ship with the program: icons, fonts, themes, sample articles.

In a wheel they lie inside the package, in a checkout beside it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def resources_folder() -> Path:
    """Return the folder that holds the program's resources.

    Raises FileNotFoundError if this installation has lost them.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_resources", package.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"The resources of Timeline App are missing beside {package}")


def resource(name: str) -> Path:
    """Return the path of one resource, such as `"samples"` or `"linux/timeline-app.svg"`.

    Raises FileNotFoundError if there is no such file or folder.
    """
    path = resources_folder() / name
    if not path.exists():
        raise FileNotFoundError(f"Timeline App has no resource {name!r}")
    return path
