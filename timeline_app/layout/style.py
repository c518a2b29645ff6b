"""Measures of the picture, in pixels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """Heights and gaps; the canvas makes one from its fonts."""

    axis: float = 46.0
    lane_header: float = 26.0
    bar_line: float = 32.0
    bar_text: float = 17.0
    bar: float = 8.0
    card_line: float = 46.0
    card: float = 40.0
    marks: float = 28.0
    lane_pad: float = 8.0
    fold: float = 14.0
    inset: float = 10.0
    card_pad: float = 12.0
    chip_pad: float = 3.0
    gap: float = 8.0
    max_card: float = 300.0
    max_chip: float = 340.0
    widest: float = 600.0
    min_label: float = 64.0
    narrow: float = 120.0
    stub: float = 24.0
    dot: float = 4.0
    pill: float = 18.0
    max_bar_lines: int = 8
    max_card_lines: int = 14
