"""Texts of many kinds with the titles that they give, each judged by the checklist."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

_HEADER = "@ "
_TITLE = "    "


@dataclass
class Story:
    """A text with marked dates, its day of publication and its titles in time order.

    `passes` holds for each title whether the checklist in docs/events.md passes it.
    """

    kind: str
    published: str | None
    paragraphs: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    passes: list[bool] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The marked text, an empty line between paragraphs."""
        return "\n\n".join(self.paragraphs)


def stories() -> list[Story]:
    """All stories of titles.txt."""
    found: list[Story] = []
    for line in Path(__file__).with_name("titles.txt").read_text("utf-8").splitlines():
        if line.startswith(_HEADER):
            kind, _, published = line.removeprefix(_HEADER).partition(" ")
            found.append(Story(kind, published or None))
        elif line.startswith(_TITLE):
            verdict, _, title = line.strip().partition(" ")
            found[-1].titles.append(title)
            found[-1].passes.append(verdict == "+")
        elif line and not line.startswith("#"):
            found[-1].paragraphs.append(line)
    return found
