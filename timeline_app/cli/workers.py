"""The worker processes of a command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from timeline_app.importing.executor import WorkerPool


def executor(paths: Sequence[Path], cluster: str | None) -> AbstractContextManager[Executor]:
    """Who reads `paths`: the workers of a cluster, or processes of this machine."""
    if cluster is None:
        return worker_pool(paths)
    from timeline_app.importing.cluster import cluster_executor

    return cluster_executor(cluster)


@contextmanager
def worker_pool(paths: Sequence[Path]) -> Iterator[WorkerPool]:
    """Workers for `paths`: one for a file, one a core for more.

    Comes before anything that starts a thread, such as a library: workers are forked.
    """
    pool = WorkerPool(1 if len(paths) == 1 and not paths[0].is_dir() else 0, fork=True)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
