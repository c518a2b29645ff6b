"""Fonts: the system's own for the interface, a serif for reading."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

_GENERIC = {"", "sans", "sans serif", "sans-serif", "dejavu sans", "arial", "helvetica"}
_INTERFACE = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Open Sans", "Roboto", "DejaVu Sans")
_READING = (
    "Source Serif 4",
    "Source Serif Pro",
    "Charter",
    "Charis SIL",
    "Noto Serif",
    "Iowan Old Style",
    "Georgia",
    "Cambria",
    "Liberation Serif",
    "DejaVu Serif",
)


@cache
def interface_families() -> list[str]:
    """The desktop's interface font; where it is a generic stand-in, the best that is installed."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    if system.casefold() not in _GENERIC:
        return [system, *_installed(_INTERFACE)]
    return _installed(_INTERFACE) or [system]


@cache
def reading_families() -> list[str]:
    """Serifs for long text that are installed, best first."""
    return _installed(_READING) or ["serif"]


def interface_font(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A font for painted interface text."""
    return _font(interface_families(), points, weight)


def reading_font(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A font for articles."""
    font = _font(reading_families(), points, weight)
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


def _font(families: list[str], points: float, weight: QFont.Weight) -> QFont:
    font = QFont(families)
    font.setPointSizeF(points)
    font.setWeight(weight)
    return font


def _installed(wanted: tuple[str, ...]) -> list[str]:
    return [family for family in wanted if QFontDatabase.hasFamily(family)]
