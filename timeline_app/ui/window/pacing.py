"""When the parts of the window change, so that none keeps the others waiting.

A million events take the timeline, the list and the reader some 30 ms each; one after the other,
with time between for what the user does, nobody notices.
"""

from __future__ import annotations

from typing import Final

AT_ONCE: Final = 20_000
"""Events up to which everything changes in the same moment."""
AFTER_PICTURE_MS: Final = 20
"""When lists follow the timeline."""
AFTER_LISTS_MS: Final = 60
"""When the reader follows."""
