"""Imported once by the server that workers are forked from: what each of them would do first."""

from timeline_app.extract import digest
from timeline_app.importing import worker

__all__ = ["worker"]

digest(b"The talks began in May 2016.", path="warm.txt")
