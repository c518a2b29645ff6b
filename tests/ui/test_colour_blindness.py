"""Colours as readers with a colour vision deficiency see them.

The matrices are those of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), at full severity,
for linear RGB. Differences are CIE 1976 (L*a*b*); 2.3 is just noticeable.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.unit.layout.helpers import Row, columns, lasting, moment, view_of
from timeline_app.domain import calendars as cal
from timeline_app.layout.columns import Mark
from timeline_app.layout.index import EventIndex
from timeline_app.layout.scene import build_scene
from timeline_app.layout.text import EventLabel
from timeline_app.ui.look.theme import DARK, LIGHT, Theme
from timeline_app.ui.timeline.lettertypes import Lettertypes
from timeline_app.ui.timeline.paint import paint_scene

Floats = NDArray[np.float64]

VISION = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
WHITE = np.array([0.95047, 1.0, 1.08883])
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def seen(colour: str, vision: str) -> Floats:
    """L*a*b* of a `#rrggbb` as somebody sees it."""
    srgb = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    ratio = TO_XYZ @ np.clip(VISION[vision] @ linear, 0.0, 1.0) / WHITE
    x, y, z = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def difference(one: str, other: str, vision: str) -> float:
    return float(np.linalg.norm(seen(one, vision) - seen(other, vision)))


@THEMES
@pytest.mark.parametrize("vision", VISION)
def test_sources_that_follow_each_other_are_told_apart(theme: Theme, vision: str) -> None:
    following = zip(theme.sources, (*theme.sources[1:], theme.sources[0]), strict=True)
    for one, other in following:
        assert difference(one, other, vision) >= 20, (one, other)


@THEMES
@pytest.mark.parametrize("vision", VISION)
def test_no_two_sources_look_alike(theme: Theme, vision: str) -> None:
    for one, other in combinations(theme.sources, 2):
        assert difference(one, other, vision) >= 9, (one, other)


def grey(row: Row) -> bytes:
    """A picture of one event without its colours."""
    letters = Lettertypes(LIGHT)
    view = view_of(cal.seconds_from_civil(2016, 5, 8), cal.seconds_from_civil(2016, 6, 8), 600, 200)
    index = EventIndex.build(columns([row]))
    scene = build_scene(
        view, index, letters.style(), letters, lambda _: {1: EventLabel("Talks", "a day")}, ["One"]
    )
    image = QImage(600, 200, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paint_scene(painter, scene, LIGHT)
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


@pytest.mark.parametrize("kind", ["card", "bar"])
def test_no_meaning_is_told_by_colour_alone(qapp: QApplication, kind: str) -> None:
    looks = {}
    for mark in (0, Mark.PLANNED, Mark.ALLEGED, Mark.DENIED, Mark.APPROXIMATE, Mark.UNCERTAIN):
        day = moment(2016, 5, 16, flags=int(mark))
        start = cal.seconds_from_civil(2016, 5, 16)
        long = lasting(start, start + 6 * cal.DAY)
        looks[mark] = grey(day if kind == "card" else (*long[:5], long[5] | int(mark), 0))
    alike = [(a, b) for a, b in combinations(looks, 2) if looks[a] == looks[b]]
    assert alike == []
