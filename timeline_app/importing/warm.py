"""What every worker would do first, done while it waits for its first file."""

from timeline_app.extract import digest
from timeline_app.importing import worker

__all__ = ["worker"]

digest(b"The talks began in May 2016.", path="warm.txt")
