"""Where the user's own library lies."""

from __future__ import annotations

from pathlib import Path


def default_library() -> Path:
    """The library in the user's data folder; it need not be there yet."""
    from platformdirs import user_data_path

    return user_data_path("timeline-app", appauthor=False) / "library.timeline"
