"""The timeline's fonts, and text measured with them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from timeline_app.layout.style import Style
from timeline_app.layout.text import Type
from timeline_app.ui.look.theme import Theme

_KEPT: Final = 60_000


class Lettertypes:
    """A font for each role, in the system's interface font; measures text (`layout.text.Measure`).

    Measured text is remembered: a measurement costs 10 µs, a look-up a tenth of one.
    """

    def __init__(self, theme: Theme, base: QFont | None = None) -> None:
        """`base` gives the family; the application's font without it."""
        family = base or QGuiApplication.font()
        self._fonts = {
            Type.TITLE: _font(family, theme.text_size, QFont.Weight.Medium),
            Type.DATE: _font(family, theme.small_size),
            Type.COARSE: _font(family, theme.text_size, QFont.Weight.DemiBold),
            Type.TICK: _font(family, theme.small_size),
            Type.LANE: _font(family, theme.small_size, QFont.Weight.DemiBold),
            Type.COUNT: _font(family, theme.small_size, QFont.Weight.DemiBold),
        }
        self._metrics = {role: QFontMetricsF(font) for role, font in self._fonts.items()}
        self._widths: dict[tuple[str, Type], float] = {}
        self._cuts: dict[tuple[str, Type, int], str] = {}

    def font(self, role: Type) -> QFont:
        """The font of a role."""
        return self._fonts[role]

    def ascent(self, role: Type) -> float:
        """Pixels from a line's top to its baseline."""
        return self._metrics[role].ascent()

    def height(self, role: Type) -> float:
        """Pixels of a line, ascent and descent."""
        return self._metrics[role].height()

    def width(self, text: str, role: Type) -> float:
        """How wide `text` is, in pixels."""
        key = (text, role)
        known = self._widths.get(key)
        if known is None:
            if len(self._widths) > _KEPT:
                self._widths.clear()
            known = self._metrics[role].horizontalAdvance(text)
            self._widths[key] = known
        return known

    def elided(self, text: str, role: Type, width: float) -> str:
        """`text`, cut with an ellipsis where it is wider than `width` pixels."""
        if self.width(text, role) <= width:
            return text
        key = (text, role, int(width))
        known = self._cuts.get(key)
        if known is None:
            if len(self._cuts) > _KEPT:
                self._cuts.clear()
            known = self._metrics[role].elidedText(text, Qt.TextElideMode.ElideRight, int(width))
            self._cuts[key] = known
        return known

    def style(self) -> Style:
        """Heights that fit these fonts."""
        title, small = self.height(Type.TITLE), self.height(Type.DATE)
        card = round(title + small + 8)
        return Style(
            axis=round(self.height(Type.COARSE) + small + 16),
            lane_header=round(self.height(Type.LANE) + 11),
            bar_text=round(title),
            bar_line=round(title) + 14,
            card=card,
            card_line=card + 8,
            pill=round(small + 5),
            marks=round(small + 11),
        )


def _font(family: QFont, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(family)
    font.setPointSizeF(size)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
