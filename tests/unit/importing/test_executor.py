"""Workers that hang, crash or eat memory cost their own task and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.domain.errors import UnreadableFile
from timeline_app.importing.executor import WorkerPool
from timeline_app.importing.sized import Sized


def double(number: int) -> int:
    return 2 * number


def fail() -> None:
    raise ValueError("no good")


def sleep_for_ever() -> None:
    time.sleep(3600)


def die() -> None:
    os._exit(3)


def hoard() -> int:
    return len(bytearray(3 << 30))


def process_id() -> int:
    return os.getpid()


def unpicklable() -> object:
    return lambda: None


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    """One worker with a short time limit."""
    workers = WorkerPool(1, seconds=2, megabytes=1024)
    yield workers
    workers.shutdown(cancel_futures=True)


def test_tasks_run_in_another_process(pool: WorkerPool) -> None:
    assert list(pool.map(double, range(5))) == [0, 2, 4, 6, 8]
    assert pool.submit(process_id).result() != os.getpid()


def test_an_error_comes_back_as_it_was(pool: WorkerPool) -> None:
    with pytest.raises(ValueError, match="no good"):
        pool.submit(fail).result()


@pytest.mark.parametrize(
    ("task", "reason"),
    [
        (sleep_for_ever, "longer than 2 seconds"),
        (die, "crashed"),
        (hoard, "more than 1024 MB"),
        (unpicklable, "crashed"),
    ],
)
def test_a_bad_task_fails_with_a_reason_and_the_next_one_works(
    pool: WorkerPool, task: object, reason: str
) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        pool.submit(task).result()  # type: ignore[arg-type]
    assert pool.submit(double, 4).result() == 8


def test_who_has_much_to_read_gets_more_time() -> None:
    pool = WorkerPool(1, seconds=0)
    try:
        with pytest.raises(UnreadableFile, match="longer than 0 seconds"):
            pool.submit(double, 4).result()
        assert pool.submit(Sized(double, 64 << 20), 4).result() == 8
    finally:
        pool.shutdown(cancel_futures=True)


def test_a_cancelling_shutdown_kills_at_once() -> None:
    workers = WorkerPool(1)
    pid = workers.submit(process_id).result()
    running = workers.submit(sleep_for_ever)
    waiting = workers.submit(double, 1)
    while not running.running():
        time.sleep(0.01)
    workers.shutdown(cancel_futures=True)
    assert waiting.cancelled()
    assert running.exception() is not None
    assert not Path(f"/proc/{pid}").exists()
    with pytest.raises(RuntimeError):
        workers.submit(double, 1)


def test_a_plain_shutdown_finishes_what_is_queued() -> None:
    workers = WorkerPool(2)
    futures = [workers.submit(double, number) for number in range(6)]
    workers.shutdown(wait=True)
    assert [future.result() for future in futures] == [0, 2, 4, 6, 8, 10]


def test_forked_workers_work_end_and_are_replaced() -> None:
    workers = WorkerPool(2, seconds=2, fork=True)
    with pytest.raises(UnreadableFile, match="crashed"):
        workers.submit(die).result()
    pids = set(workers.map(own_pid, range(8)))
    assert os.getpid() not in pids
    workers.shutdown(cancel_futures=True)
    assert not any(Path(f"/proc/{pid}").exists() for pid in pids)


def own_pid(_: int) -> int:
    return os.getpid()


def test_forked_workers_notice_the_end_of_their_parent(tmp_path: Path) -> None:
    program = (
        "import os, sys, time\n"
        "from timeline_app.importing.executor import WorkerPool\n"
        "if __name__ == '__main__':\n"
        "    pool = WorkerPool(2, fork=True)\n"
        "    pids = [lane._process.pid for lane in pool._lanes]\n"
        "    print(*pids, flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    script = tmp_path / "killed.py"
    script.write_text(program)
    # The core's environment has the tree's packages only where it is started in the tree.
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, check=False, env=environment
    )
    pids = [int(word) for word in done.stdout.split()]
    assert len(pids) == 2
    deadline = time.monotonic() + 20
    while any(_alive(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_alive(pid) for pid in pids)


def _alive(pid: int) -> bool:
    """A zombie has ended, whoever may still collect it."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return status.rsplit(")", 1)[1].split()[0] != "Z"


def test_a_process_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    workers = WorkerPool(1)
    assert workers.submit(double, 1).result() == 2

    def refuse(_: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(workers._context.Process, "start", refuse)
    with pytest.raises(UnreadableFile, match="crashed"):
        workers.submit(die).result()
    with pytest.raises(UnreadableFile, match="No process could be started"):
        workers.submit(double, 2).result()
    workers.shutdown(cancel_futures=True)
