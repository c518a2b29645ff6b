"""A theme's colours as Qt objects, and the hatching that means "somewhere within"."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from timeline_app.ui.look.theme import Theme

HATCH_TILE: Final = 6
_SHARP: Final = 4  # hatching is drawn this much finer, so that it stays crisp on any screen


class Inks:
    """Colours, pens and brushes of one theme, made once."""

    def __init__(self, theme: Theme) -> None:
        """Named as in `Theme`."""
        self.theme = theme
        self.canvas = QColor(theme.canvas)
        self.panel = QColor(theme.panel)
        self.weekend = QColor(theme.weekend)
        self.grid = QColor(theme.grid)
        self.line = QColor(theme.line)
        self.text = QColor(theme.text)
        self.muted = QColor(theme.muted)
        self.accent = QColor(theme.accent)
        self.accent_soft = QColor(theme.accent_soft)
        self.on_accent = QColor(theme.on_accent)
        self.raised = QColor(theme.raised)
        self._sources = [QColor(name) for name in theme.sources]
        self._hatch: dict[str, QBrush] = {}

    def source(self, number: int | None) -> QColor:
        """The colour of a source; grey for several."""
        return self.muted if number is None else self._sources[number % len(self._sources)]

    def soft(self, colour: QColor, part: float) -> QColor:
        """A colour mixed into the canvas: `part` 1 is the colour, 0 the canvas."""
        return mixed(colour, self.canvas, part)

    def hatch(self, colour: QColor) -> QBrush:
        """Slanted lines of a colour on a pale ground of it."""
        key = colour.name()
        if key not in self._hatch:
            self._hatch[key] = _hatch(self.soft(colour, 0.10), self.soft(colour, 0.55))
        return self._hatch[key]


def faded(colour: QColor, opacity: float) -> QColor:
    """A colour made transparent; `opacity` 0 to 1."""
    copy = QColor(colour)
    copy.setAlphaF(opacity)
    return copy


def mixed(colour: QColor, ground: QColor, part: float) -> QColor:
    """`part` (0 to 1) of a colour on a ground, both opaque."""
    return QColor(
        round(ground.red() + (colour.red() - ground.red()) * part),
        round(ground.green() + (colour.green() - ground.green()) * part),
        round(ground.blue() + (colour.blue() - ground.blue()) * part),
    )


def _hatch(ground: QColor, line: QColor) -> QBrush:
    size = HATCH_TILE * _SHARP
    tile = QImage(size, size, QImage.Format.Format_RGB32)
    tile.fill(ground)
    with QPainter(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(line, 1.3 * _SHARP)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        for shift in (-size, 0, size):
            painter.drawLine(QPointF(shift, size), QPointF(shift + size, 0))
    tile.setDevicePixelRatio(_SHARP)
    return QBrush(tile)
