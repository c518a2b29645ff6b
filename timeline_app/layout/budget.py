"""A limit on the time that one picture may take to prepare."""

from __future__ import annotations

import math
import time


class OutOfTimeError(Exception):
    """The budget is spent; what is known already has to do for this picture."""


class Budget:
    """Runs from its making on; without a limit it never ends."""

    def __init__(self, seconds: float = math.inf) -> None:
        """`seconds` from now."""
        self._end = time.perf_counter() + seconds
        self.spent = False

    @property
    def over(self) -> bool:
        """True when the time is over; from then on it stays so."""
        self.spent = self.spent or time.perf_counter() > self._end
        return self.spent

    def check(self) -> None:
        """Raise OutOfTimeError when the time is over."""
        if self.over:
            raise OutOfTimeError
