"""Tasks that say how much they have to read, so that much may take long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_SECONDS_A_MIB = 30
"""What a task gets more for each megabyte. A book that dates every second sentence takes half of
it, an archive of small articles a sixth."""


@dataclass(frozen=True, slots=True)
class Sized:
    """A function with `size` bytes to read; to an executor without limits it is like any other."""

    does: Callable[..., Any]
    size: int

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Do it."""
        return self.does(*args, **kwargs)


def more_seconds(task: Callable[..., Any]) -> float:
    """Seconds that a task gets beyond those that every task has."""
    return task.size / (1 << 20) * _SECONDS_A_MIB if isinstance(task, Sized) else 0.0
