"""SVG text that keeps its room where the reader has other fonts."""

from __future__ import annotations

import re
from html import unescape

from PySide6.QtGui import QFont, QFontMetricsF

_TEXT = re.compile(
    r'<text (?P<before>[^>]*?font-family="(?P<families>[^"]*)" font-size="(?P<size>[\d.]+)"'
    r' font-weight="(?P<weight>\d+)"[^>]*?)\s*>(?P<words>[^<]*)</text>'
)


def with_lengths(svg: bytes, resolution: int) -> bytes:
    """`svg` as Qt writes it, each text with the length that it has here.

    Where a font is missing, another one takes its place: `textLength` (SVG 1.1, 10.5) keeps the
    words inside their cards. `resolution` is the dots an inch that the drawing was made with.
    """
    metrics: dict[tuple[str, str, str], QFontMetricsF] = {}

    def measured(found: re.Match[str]) -> str:
        words = unescape(found["words"])
        if not words.strip():
            return found[0]
        key = found["families"], found["size"], found["weight"]
        if key not in metrics:
            font = QFont(unescape(key[0]).split(","))
            font.setPointSizeF(float(key[1]) * 72 / resolution)
            font.setWeight(QFont.Weight(int(key[2])))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            metrics[key] = QFontMetricsF(font)
        length = f'textLength="{metrics[key].horizontalAdvance(words):.2f}"'
        adjust = 'lengthAdjust="spacingAndGlyphs"'
        return f"<text {found['before']} {length} {adjust}>{found['words']}</text>"

    return _TEXT.sub(measured, svg.decode()).encode()
