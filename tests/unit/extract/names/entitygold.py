"""Texts with the entities that they name, and how well the program finds them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline_app.domain.records import Entity, EntityKind
from timeline_app.extract.names.entities import entities_of

Gold = list[tuple[str, set[Entity]]]


@dataclass(frozen=True)
class Score:
    """Shares from 0 to 1, and what was missed or made up, for each text."""

    precision: float
    recall: float
    wrong: tuple[tuple[str, tuple[Entity, ...], tuple[Entity, ...]], ...]


def gold() -> Gold:
    """Texts and their entities; a kind has a line of its own, names part at semicolons."""
    found: Gold = []
    for line in Path(__file__).with_name("entities.txt").read_text("utf-8").splitlines():
        if line.startswith("    "):
            kind, _, names = line.strip().partition(":")
            stripped = [name.strip() for name in names.split(";") if name.strip()]
            found[-1][1].update(Entity(EntityKind(kind), name) for name in stripped)
        elif line and not line.startswith("#"):
            found.append((line, set()))
    return found


def score(texts: Gold, *kinds: EntityKind) -> Score:
    """Precision and recall over all texts, of some kinds or of all."""
    right = made = wanted = 0
    wrong = []
    for text, expected in texts:
        expected = {entity for entity in expected if not kinds or entity.kind in kinds}
        found = {entity for entity in entities_of(text) if not kinds or entity.kind in kinds}
        right += len(found & expected)
        made += len(found)
        wanted += len(expected)
        if found != expected:
            missed, extra = sorted(expected - found), sorted(found - expected)
            wrong.append((text[:40], tuple(missed), tuple(extra)))
    return Score(right / max(1, made), right / max(1, wanted), tuple(wrong))
