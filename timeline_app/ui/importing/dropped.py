"""What can be imported of what is dropped or pasted: files, lists of files, text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QUrl

if TYPE_CHECKING:
    from timeline_app.importing.files import Item

FEWEST_WORDS = 8
"""Less is a name or an address, not an article."""


def importable(data: QMimeData) -> list[Item]:
    """Files and folders, those that a text lists a line each, or else the text itself."""
    paths = dropped_paths(data) or listed_paths(data.text())
    if paths:
        return list(paths)
    clipping = _clipping(data)
    return [clipping] if clipping is not None else []


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files and folders in a drag; empty when it holds something else."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def listed_paths(text: str) -> list[Path]:
    """Paths where each line of `text` is an existing file or folder, else none."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    paths = [_path(line) for line in lines]
    return [path for path in paths if path] if paths and all(paths) else []


def is_address(data: QMimeData) -> bool:
    """True for a link to the web: nothing is ever fetched from there."""
    text = data.text().strip()
    return text.startswith(("http://", "https://")) and len(text.split()) == 1


def _path(line: str) -> Path | None:
    name = QUrl(line).toLocalFile() if line.startswith("file://") else line
    path = Path(name)
    try:
        return path if path.is_absolute() and path.exists() else None
    except (OSError, ValueError):  # a name that no system takes
        return None


def _clipping(data: QMimeData) -> Item | None:
    """Plain text goes before rich text: a fragment of a page is too little to read as one."""
    words, kind = (data.text(), "txt") if data.hasText() else (data.html(), "html")
    if len(words.split()) < FEWEST_WORDS:
        return None
    import datetime

    from timeline_app.importing.worker import Clipping

    now = datetime.datetime.now().strftime("%Y-%m-%d %H.%M.%S")
    return Clipping(f"Pasted {now}.{kind}", words.encode())
