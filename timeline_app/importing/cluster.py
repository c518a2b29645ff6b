"""Reading with the workers of a `dask.distributed` cluster, for millions of files.

An optional extra: `pip install "timeline-app[cluster]"`, here and on the cluster's machines, which
must see the files under the same paths. Limits of time and memory are the cluster's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from timeline_app.domain.errors import UserFacingError

_PATIENCE = "10s"


@contextmanager
def cluster_executor(address: str) -> Iterator[Executor]:
    """An executor over the cluster whose scheduler listens at `address` (`tcp://host:8786`).

    Raises UserFacingError where the extra isn't installed or no scheduler answers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        msg = 'a cluster needs the extra "cluster": pip install "timeline-app[cluster]"'
        raise UserFacingError(msg) from error
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        msg = f"no cluster answers at {address}"
        raise UserFacingError(msg) from error
    with client:
        executor: Executor = client.get_executor(pure=False, retries=2)
        try:
            yield executor
        finally:
            executor.shutdown(wait=False)
