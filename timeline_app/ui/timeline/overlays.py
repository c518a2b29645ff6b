"""What lies over the picture on the screen and has no place in a document."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from timeline_app.layout.shapes import Scene
from timeline_app.ui.timeline.inks import Inks, faded

_BEYOND: Final = 9.0


def paint_range(painter: QPainter, scene: Scene, inks: Inks, span: tuple[int, int]) -> None:
    """A range of time that was marked, from its first second to its last."""
    view, top = scene.viewport, scene.style.axis
    low, high = (min(max(view.x_of(at), -_BEYOND), view.width + _BEYOND) for at in span)
    painter.setPen(QPen(inks.accent, 1))
    painter.setBrush(faded(inks.accent, 0.12))
    painter.drawRect(QRectF(low, top, high - low, view.height - top))
