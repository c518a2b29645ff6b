"""The timeline as it was looked at and approved; GOLDEN=update keeps new pictures instead."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.golden.scenes import (
    Make,
    antiquity,
    crowd,
    decade,
    folded,
    month,
    one_font,
    picture,
    weighed,
)
from timeline_app.ui.look.theme import DARK, LIGHT, Theme

KEPT = Path(__file__).parent / "pictures"
FAR_OFF = 48  # of 255: further than another rounding of an edge
MOST_FAR_OFF = 0.001  # of all pixels

pytestmark = pytest.mark.golden


@pytest.fixture(scope="module")
def font(qapp: QApplication) -> Iterator[None]:
    with one_font():
        yield


def pixels(image: QImage) -> np.ndarray:
    """Red, green and blue of every pixel."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    shaped = rows[:, : 4 * plain.width()].reshape(plain.height(), plain.width(), 4)
    return shaped[:, :, :3].astype(np.int16)


def difference(one: QImage, other: QImage) -> float:
    """Part of the pixels, 0 to 1, that are clearly of another colour; 1 for another size."""
    if one.size() != other.size():
        return 1.0
    apart = np.abs(pixels(one) - pixels(other)).max(axis=2)
    return float((apart > FAR_OFF).mean())


@pytest.mark.parametrize(
    ("make", "theme", "ratio"),
    [
        (month, LIGHT, 1),
        (month, DARK, 1),
        (weighed, LIGHT, 1),
        (weighed, DARK, 2),
        (month, LIGHT, 2),
        (month, DARK, 2),
        (decade, LIGHT, 1),
        (decade, DARK, 1),
        (decade, LIGHT, 2),
        (crowd, LIGHT, 1),
        (crowd, DARK, 1),
        (folded, LIGHT, 2),
        (folded, DARK, 1),
        (antiquity, LIGHT, 1),
    ],
)
def test_the_timeline_looks_as_it_was_approved(
    font: None, tmp_path: Path, make: Make, theme: Theme, ratio: int
) -> None:
    name = f"{make.__name__}-{theme.name}-{ratio}x.png"
    painted = picture(make, theme, ratio)
    if os.environ.get("GOLDEN") == "update":
        KEPT.mkdir(exist_ok=True)
        assert painted.save(str(KEPT / name))
    kept = QImage(str(KEPT / name))
    painted.save(str(tmp_path / name))
    assert difference(painted, kept) <= MOST_FAR_OFF, f"compare {tmp_path / name}"


def test_a_missing_label_is_a_difference(font: None) -> None:
    whole, other = picture(month, LIGHT, 1), picture(decade, LIGHT, 1)
    card = picture(month, LIGHT, 1)
    card.setDevicePixelRatio(1)
    for x in range(170, 500):
        for y in range(290, 340):
            card.setPixelColor(x, y, LIGHT.canvas)
    assert difference(whole, whole) == 0
    assert difference(whole, other) > MOST_FAR_OFF
    assert difference(whole, card) > MOST_FAR_OFF
