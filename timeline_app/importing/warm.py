"""What every worker would do first, done while it waits for its first file.

Modules and rules stay to the end: the garbage collector, which would look through them again and
again while they come in, takes a fifth of the time and is left out.
"""

import gc

gc.disable()

from timeline_app.extract import digest  # noqa: E402 - without the collector
from timeline_app.importing import worker  # noqa: E402

__all__ = ["worker"]

digest(b"The talks began in May 2016.", path="warm.txt")
gc.freeze()
gc.enable()
