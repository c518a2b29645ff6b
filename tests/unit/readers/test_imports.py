"""A plain text import pays for no other format."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {
    "chardet",
    "docx",
    "feedparser",
    "htmldate",
    "fractions",
    "lxml",
    "plistlib",
    "pypdfium2",
    "striprtf",
    "trafilatura",
}
PROGRAM = """
import sys
from timeline_app.extract import digest
(draft,) = digest(b"The talks began in May 2016.", path="a.txt")
assert draft.events
print(*{name.split(".")[0] for name in sys.modules})
"""


def test_plain_text_loads_no_parser_of_other_formats() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()).isdisjoint(HEAVY)
