"""The part of time that is on screen: which second lies under which pixel.

The origin is kept as a whole second and a fraction, so that a pixel of a millisecond stays exact
ten thousand years away from 1970, where a float of seconds would have lost it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import Ints

YEAR: Final = 31_556_952.0  # mean Gregorian year
MIN_SECONDS_PER_PX: Final = 0.001
MAX_SECONDS_PER_PX: Final = 4_000.0 * YEAR
# Nothing is placed further away than this from 1970, either way.
MAX_SECONDS: Final = int(4_000_000 * YEAR)
REVEAL_MARGIN: Final = 0.1


@dataclass(frozen=True, slots=True)
class Viewport:
    """A window on time, `width` by `height` pixels.

    The left edge lies at `origin + fraction` seconds, `fraction` in [0, 1). `top` is how many
    pixels of the lanes are scrolled away.
    """

    origin: int
    fraction: float
    seconds_per_px: float
    width: float
    height: float
    top: float = 0.0

    @property
    def span(self) -> float:
        """Seconds from the left edge to the right."""
        return self.seconds_per_px * self.width

    @property
    def first(self) -> int:
        """The second at or before the left edge."""
        return self.origin

    @property
    def last(self) -> int:
        """The second at or after the right edge."""
        return self.origin + math.ceil(self.fraction + self.span)

    def x_of(self, seconds: int) -> float:
        """Pixels from the left edge of an instant; may lie far outside."""
        return (seconds - self.origin - self.fraction) / self.seconds_per_px

    def xs_of(self, seconds: Ints) -> NDArray[np.float64]:
        """`x_of` for many instants at once."""
        pixels: NDArray[np.float64] = (
            (seconds - self.origin).astype(np.float64) - self.fraction
        ) / self.seconds_per_px
        return pixels

    def time_at(self, x: float) -> tuple[int, float]:
        """Whole second and fraction under a pixel."""
        return _split(self.origin, self.fraction + x * self.seconds_per_px)

    def second_at(self, x: float) -> int:
        """The second that a pixel lies in."""
        return self.time_at(x)[0]

    def panned(self, pixels: float) -> Viewport:
        """The view moved right by `pixels` (its content moves left)."""
        origin, fraction = self.time_at(pixels)
        return self._clamped(origin, fraction)

    def zoomed_at(self, x: float, factor: float) -> Viewport:
        """Magnified `factor` times (below 1: shrunk); the instant under `x` stays there."""
        scale = clamp_scale(self.seconds_per_px / factor)
        if scale == self.seconds_per_px:
            return self
        origin, fraction = self.time_at(x)
        origin, fraction = _split(origin, fraction - x * scale)
        return replace(self, seconds_per_px=scale)._clamped(origin, fraction)

    def fitted(self, low: int, high: int, left: float = 0.05, right: float = 0.05) -> Viewport:
        """A view of [low, high]; `left` and `right` are the empty parts of the width, 0 to 1."""
        share = max(0.05, 1.0 - left - right)
        scale = clamp_scale(max(high - low, 0) / max(self.width * share, 1.0))
        if high - low > scale * self.width * share * 1.001:  # too long for the widest view
            low = (low + high) // 2 - int(scale * self.width * share / 2)
            high = low + int(scale * self.width * share)
        slack = scale * self.width * share - (high - low)  # a shorter range than the closest view
        origin, fraction = _split(low, -left * self.width * scale - slack / 2)
        return replace(self, seconds_per_px=scale)._clamped(origin, fraction)

    def revealed(self, low: int, high: int) -> Viewport:
        """The nearest view that shows [low, high] with a margin; unchanged when it is visible.

        A range longer than the view is visible when it covers it or its start can be seen.
        """
        start, end = self.x_of(low), self.x_of(high)
        margin = REVEAL_MARGIN * self.width
        if end - start > self.width - 2 * margin:
            seen = start <= margin and end >= self.width - margin
            return (
                self if seen or 0 <= start <= self.width - margin else self.panned(start - margin)
            )
        if start >= 0 and end <= self.width:
            return self
        return self.panned(start - margin if start < 0 else end - self.width + margin)

    def centred(self, seconds: int) -> Viewport:
        """The same zoom with an instant in the middle."""
        return self.panned(self.x_of(seconds) - self.width / 2)

    def resized(self, width: float, height: float) -> Viewport:
        """Another size; the left edge and the zoom stay."""
        return replace(self, width=max(width, 1.0), height=max(height, 1.0))

    def scrolled_to(self, top: float, content: float) -> Viewport:
        """Lanes scrolled to `top` pixels, kept within a `content` of that many pixels."""
        return replace(self, top=min(max(top, 0.0), max(content - self.height, 0.0)))

    def _clamped(self, origin: int, fraction: float) -> Viewport:
        half = int(self.span / 2)
        limited = min(max(origin, -MAX_SECONDS - half), MAX_SECONDS - half)
        return replace(self, origin=limited, fraction=fraction if limited == origin else 0.0)


def clamp_scale(seconds_per_px: float) -> float:
    """A zoom within what can be shown: a millisecond to some thousand years a pixel."""
    return min(max(seconds_per_px, MIN_SECONDS_PER_PX), MAX_SECONDS_PER_PX)


def _split(whole: int, rest: float) -> tuple[int, float]:
    seconds = math.floor(rest)
    fraction = rest - seconds
    return (whole + seconds, fraction) if fraction < 1.0 else (whole + seconds + 1, 0.0)
