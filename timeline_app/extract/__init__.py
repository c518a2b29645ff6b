"""Articles to events: sentences, publication date, what each date governs, titles, passages."""

from __future__ import annotations

from timeline_app.extract.digest import digest
from timeline_app.extract.events import Extraction, build, extract

__all__ = ["Extraction", "build", "digest", "extract"]
