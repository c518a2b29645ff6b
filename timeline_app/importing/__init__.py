"""Files into the library, in worker processes that may fail without harm."""

from timeline_app.importing.executor import WorkerPool
from timeline_app.importing.job import ImportJob
from timeline_app.importing.report import ImportProgress, ImportReport, ImportRow, Outcome
from timeline_app.importing.worker import ImportOptions

__all__ = [
    "ImportJob",
    "ImportOptions",
    "ImportProgress",
    "ImportReport",
    "ImportRow",
    "Outcome",
    "WorkerPool",
]
