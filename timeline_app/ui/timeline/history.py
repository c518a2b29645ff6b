"""The views that were left behind: back and forward, as in a browser."""

from __future__ import annotations

from typing import Final

from timeline_app.layout.viewport import Viewport

_KEPT: Final = 100


class ViewHistory:
    """Views in the order in which they were looked at."""

    def __init__(self) -> None:
        """Empty."""
        self._views: list[Viewport] = []
        self._at = -1

    def visit(self, view: Viewport) -> None:
        """Remember a view that came to rest; views further forward are forgotten."""
        if self._at >= 0 and _alike(self._views[self._at], view):
            return
        self._views = [*self._views[: self._at + 1], view][-_KEPT:]
        self._at = len(self._views) - 1

    def back(self) -> Viewport | None:
        """The view before, None at the beginning."""
        return self._go(-1)

    def forward(self) -> Viewport | None:
        """The view after, None at the end."""
        return self._go(1)

    def _go(self, step: int) -> Viewport | None:
        if not 0 <= self._at + step < len(self._views):
            return None
        self._at += step
        return self._views[self._at]


def _alike(one: Viewport, other: Viewport) -> bool:
    """True when the eye would call both the same view."""
    return (
        abs(one.seconds_per_px / other.seconds_per_px - 1) < 0.02
        and abs(one.x_of(other.origin)) < 0.02 * one.width
    )
