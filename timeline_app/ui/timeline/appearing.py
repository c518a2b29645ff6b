"""Labels that are new on screen fade in instead of popping up."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

FADE_MS: Final = 160.0


class Appearing:
    """Remembers since when each label has been on screen."""

    def __init__(self) -> None:
        """Nothing is on screen."""
        self._since: dict[int, float] = {}

    def opacities(self, shown: Collection[int], now: float) -> Mapping[int, float]:
        """Opacity (0 to 1) of those labels in `shown` that are still fading in at `now` ms.

        When most of them are new the view has jumped, and a fade would only hide the picture.
        """
        known = self._since
        new = [each for each in shown if each not in known]
        jumped = 2 * len(new) > len(shown)
        begun = now - FADE_MS if jumped else now
        self._since = {each: known.get(each, begun) for each in shown}
        return {
            each: max((now - since) / FADE_MS, 0.0)
            for each, since in self._since.items()
            if now - since < FADE_MS
        }
