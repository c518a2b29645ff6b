"""Articles to events: sentences, publication date, what each date governs, titles, passages."""

from __future__ import annotations

from timeline_app.extract.digest import digest
from timeline_app.extract.events import build

__all__ = ["build", "digest"]
