"""Drawing text in few lines, and the marks that several views share."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption


@lru_cache(maxsize=4096)
def _lines(text: str, font_key: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_key)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= most:
        ends = [*starts[1:], len(text)]
        return tuple(text[a:b].rstrip() for a, b in zip(starts, ends, strict=True))
    shown = [text[a:b].rstrip() for a, b in pairwise(starts[:most])]
    rest = QFontMetricsF(font).elidedText(
        text[starts[most - 1] :], Qt.TextElideMode.ElideRight, width
    )
    return (*shown, rest)


def wrapped(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """`text` in at most `most` lines of `width` pixels, the last one elided.

    Text with characters beyond U+FFFF is cut by UTF-16 units in Qt, so it gets one elided line.
    """
    if any(char > "\uffff" for char in text):
        elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
        return (elided,)
    return _lines(text, font.toString(), max(int(width), 20), most)


def draw_lines(
    painter: QPainter, lines: tuple[str, ...], at: QPointF, font: QFont, colour: str
) -> float:
    """Draw lines from the top left point `at`; returns their height in pixels."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    for number, line in enumerate(lines):
        painter.drawText(
            QPointF(at.x(), at.y() + metrics.ascent() + number * metrics.lineSpacing()), line
        )
    return len(lines) * metrics.lineSpacing()


def draw_dot(painter: QPainter, centre: QPointF, colour: str, radius: float = 3.6) -> None:
    """The round mark of a source."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(centre, radius, radius)


def draw_focus(painter: QPainter, rect: QRectF, colour: str) -> None:
    """A ring that shows where the keyboard is."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = painter.pen()
    pen.setColor(QColor(colour))
    pen.setStyle(Qt.PenStyle.SolidLine)
    pen.setWidthF(1.5)
    painter.setPen(pen)
    painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
