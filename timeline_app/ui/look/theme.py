"""Colours and type of the window, light and dark.

Text on its ground keeps WCAG 2.2's contrast AA (4.5:1; 3:1 for graphics). `sources` differ in
lightness as well as in hue, so that colour-blind readers tell those that follow each other apart.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour that the window uses, as `#rrggbb`; sizes are points of the type scale."""

    name: str
    window: str
    panel: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    hover: str
    canvas: str
    weekend: str
    grid: str
    highlight: str
    highlight_strong: str
    error: str
    sources: tuple[str, ...]
    title_size: float = 15.0
    body_size: float = 11.5
    text_size: float = 9.75
    small_size: float = 8.5


LIGHT = Theme(
    name="light",
    window="#ffffff",
    panel="#ffffff",
    raised="#f5f5f3",
    line="#e0e0dc",
    text="#1f2328",
    muted="#5c636b",
    accent="#2a5bd0",
    on_accent="#ffffff",
    accent_soft="#e2eafb",
    hover="#f1f3f7",
    canvas="#fcfcfb",
    weekend="#f3f4f0",
    grid="#e7e7e3",
    highlight="#fdefb8",
    highlight_strong="#f9d976",
    error="#b3261e",
    sources=(
        "#2a5bd0",
        "#b4511b",
        "#12562b",
        "#542b90",
        "#447094",
        "#a50940",
        "#988d1a",
        "#686c7c",
    ),
)

DARK = Theme(
    name="dark",
    window="#1e2125",
    panel="#1e2125",
    raised="#272b30",
    line="#363b42",
    text="#e6e8eb",
    muted="#a6adb6",
    accent="#86a8ff",
    on_accent="#10182b",
    accent_soft="#2b3a61",
    hover="#2a2e34",
    canvas="#1a1d20",
    weekend="#202429",
    grid="#2b3036",
    highlight="#4f4516",
    highlight_strong="#6f5f15",
    error="#ff8a80",
    sources=(
        "#86a8ff",
        "#f0a070",
        "#079b84",
        "#a37ad4",
        "#6edef6",
        "#da6880",
        "#b3911a",
        "#a5a7b5",
    ),
)
