from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from timeline_app.session.view import SOURCE_COLOURS
from timeline_app.ui.look.style import mixed, source_colour, style_sheet
from timeline_app.ui.look.theme import DARK, LIGHT, Theme


def luminance(colour: str) -> float:
    """WCAG 2.2's relative luminance, 0 to 1."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    parsed = QColor(colour)
    red, green, blue = (linear(p) for p in (parsed.redF(), parsed.greenF(), parsed.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_text_can_be_read_on_its_ground(theme: Theme) -> None:
    grounds = (theme.window, theme.panel, theme.raised, theme.hover, theme.accent_soft)
    for ground in (*grounds, theme.highlight, theme.highlight_strong, theme.canvas):
        assert contrast(theme.text, ground) >= 4.5, ground
    for ground in (theme.window, theme.panel, theme.raised, theme.hover, theme.canvas):
        assert contrast(theme.muted, ground) >= 4.5, ground
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.error, mixed(theme.error, theme.panel, 0.12)) >= 4.5
    for colour in theme.sources:
        assert contrast(colour, theme.panel) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_source_has_a_colour_of_its_theme(theme: Theme) -> None:
    assert len(theme.sources) == SOURCE_COLOURS
    assert source_colour(theme, 1) == theme.sources[0]
    assert source_colour(theme, SOURCE_COLOURS + 2) == theme.sources[1]


def test_the_sheet_has_no_blanks(qtbot: QtBot) -> None:
    assert "$" not in style_sheet(LIGHT)
