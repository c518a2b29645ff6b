"""What is new on screen fades in instead of popping up."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from typing import Final

from timeline_app.layout.shapes import Dot, Pill

FADE_MS: Final = 160.0


class Appearing:
    """Remembers since when each thing has been on screen."""

    def __init__(self, after_jumps: bool = False) -> None:
        """Nothing is on screen; what comes first is there at once.

        When most things are new the view has jumped, and a fade would only hide the picture:
        there is none, but `after_jumps`.
        """
        self._since: dict[Hashable, float] | None = None
        self._after_jumps = after_jumps

    def opacities(self, shown: Collection[Hashable], now: float) -> Mapping[Hashable, float]:
        """Opacity (0 to 1) of what of `shown` is still fading in at `now` ms."""
        first, known = self._since is None, self._since or {}
        new = [each for each in shown if each not in known]
        jumped = not self._after_jumps and 2 * len(new) > len(shown)
        begun = now - FADE_MS if jumped or first else now
        self._since = {each: known.get(each, begun) for each in shown}
        return {
            each: max((now - since) / FADE_MS, 0.0)
            for each, since in self._since.items()
            if now - since < FADE_MS
        }


def mark_key(mark: Dot | Pill) -> Hashable:
    """What a dot or a cluster is known by from picture to picture."""
    if isinstance(mark, Dot):
        return Dot, mark.id
    if mark.lasting:  # there is one a lane, whatever the view begins with
        return Pill, mark.lane
    return Pill, mark.lane, mark.low, mark.high
