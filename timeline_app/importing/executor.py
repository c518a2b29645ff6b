"""A `concurrent.futures.Executor` whose processes have limits and can be killed.

The standard library's pool can neither limit nor stop one task: a hostile file would hold a
worker for ever, or take all memory. Here each worker does one task at a time, within its limits.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from multiprocessing.connection import Connection, wait
from queue import Empty, SimpleQueue
from typing import Any, TypeVar, cast

from timeline_app.domain.errors import UnreadableFile
from timeline_app.importing.sized import more_seconds

T = TypeVar("T")
Task = tuple["Future[Any]", Callable[..., Any], tuple[Any, ...], dict[str, Any]]

_PRELOAD = ["timeline_app.importing.warm"]
_MIB = 1 << 20


class WorkerPool(Executor):
    """Worker processes that each run one task at a time within limits of time and memory.

    `seconds` is wall time a task, more for a `Sized` one, `megabytes` the address space of a
    worker. A task that exceeds either fails with UnreadableFile; its worker is replaced.
    """

    def __init__(
        self,
        workers: int = 0,
        *,
        seconds: float = 120,
        megabytes: int = 2048,
        fork: bool = False,
    ) -> None:
        """Start `workers` threads (0: one a core), each with a process.

        With `fork` the first processes are forked from this one, which is quickest and safe only
        where no other thread runs yet; later ones always come from a fork server.
        """
        count = workers or max(1, os.cpu_count() or 1)
        self.workers = count
        self._seconds = seconds
        self._megabytes = megabytes
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._stopping = threading.Event()
        self._context = _context()
        self._lanes = [_Lane(self._context, megabytes) for _ in range(count)]
        if fork and "fork" in multiprocessing.get_all_start_methods():
            self._fork_workers()
        self._threads = [
            threading.Thread(target=self._serve, args=(lane,), name="import worker", daemon=True)
            for lane in self._lanes
        ]
        for thread in self._threads:
            thread.start()

    def _fork_workers(self) -> None:
        """A forked worker closes what it inherits, or it would not notice the end of this one."""
        pipes: list[Connection] = []
        for lane in self._lanes:
            lane.fork(pipes)

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Queue `fn`, a module's function with arguments that pickle."""
        if self._stopping.is_set():
            msg = "the pool is shut down"
            raise RuntimeError(msg)
        future: Future[T] = Future()
        self._tasks.put((future, fn, args, kwargs))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers; with `cancel_futures` running ones are killed, not waited for."""
        if cancel_futures:
            self._stopping.set()
            self._drop_waiting()
            for lane in self._lanes:
                lane.kill()
        for _ in self._threads:
            self._tasks.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
        self._stopping.set()

    def _drop_waiting(self) -> None:
        while True:
            try:
                task = self._tasks.get_nowait()
            except Empty:
                return
            if task is not None:
                task[0].cancel()

    def _serve(self, lane: _Lane) -> None:
        """One thread's work: hand tasks to its process, wait, replace the process if need be.

        The process starts before the first task comes: starting takes longer than reading.
        """
        lane.start()
        while (task := self._tasks.get()) is not None:
            future, fn, args, kwargs = task
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = lane.run((fn, args, kwargs), self._seconds + more_seconds(fn))
            except BaseException as error:  # noqa: BLE001 - handed to whoever waits for the task
                future.set_exception(error)
            else:
                future.set_result(result)
        lane.close()


class _Lane:
    """One worker process and the pipe to it."""

    def __init__(self, context: Any, megabytes: int) -> None:
        self._context = context
        self._megabytes = megabytes
        self._process: Any = None
        self._pipe: Connection | None = None
        self._lock = threading.Lock()
        self._killed = False

    def run(self, call: tuple[Any, ...], seconds: float) -> Any:
        pipe = self._started()
        try:
            pipe.send(call)
            ready = wait([pipe, self._process.sentinel], seconds)
            if not ready:
                self._discard()
                msg = f"Reading it took longer than {seconds:.0f} seconds."
                raise UnreadableFile(msg)
            if pipe not in ready and not pipe.poll():
                raise EOFError  # it ended without an answer
            failed, result = pipe.recv()
        except (EOFError, OSError) as error:
            self._discard()
            msg = "Reading it crashed or needed too much memory."
            raise UnreadableFile(msg) from error
        if failed:
            raise result
        return result

    def fork(self, inherited: list[Connection]) -> None:
        """Have a process that is a copy of this one; adds this end of its pipe to `inherited`."""
        self._launch(multiprocessing.get_context("fork"), inherited)

    def start(self) -> None:
        """Have the process ready, unless the lane was killed already."""
        with contextlib.suppress(UnreadableFile):
            self._started()

    def kill(self) -> None:
        """End the process now, from any thread; the lane starts no other."""
        with self._lock:
            self._killed = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """Let the process end by itself."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.join()

    def _started(self) -> Connection:
        with self._lock:
            if self._killed:
                msg = "Stopped."
                raise UnreadableFile(msg)
            return self._pipe or self._launch(self._context, None)

    def _launch(self, context: Any, inherited: list[Connection] | None) -> Connection:
        """Start a process; raises UnreadableFile where the system won't have another."""
        ours, theirs = context.Pipe()
        if inherited is not None:
            inherited.append(ours)
        arguments = (theirs, self._megabytes, tuple(inherited or ()))
        process = context.Process(target=_work, args=arguments, daemon=True)
        try:
            process.start()
        except Exception as error:
            ours.close()
            msg = f"No process could be started to read it ({type(error).__name__})."
            raise UnreadableFile(msg) from error
        finally:
            theirs.close()
        self._process = process
        self._pipe = ours
        return cast("Connection", ours)

    def _discard(self) -> None:
        with self._lock:
            if self._process is not None:
                self._process.kill()
                self._process.join()
            if self._pipe is not None:
                self._pipe.close()
            self._process = self._pipe = None


def _context() -> Any:
    """Fork server where there is one: workers start in milliseconds, free of the app's threads."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOAD)
    return context


def _work(pipe: Connection, megabytes: int, inherited: tuple[Connection, ...]) -> None:
    """A worker's life: take a call, answer it, until the pipe closes."""
    for other in inherited:
        other.close()
    if inherited:
        import timeline_app.importing.warm  # noqa: F401 - while the app gets ready, too
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(megabytes)
    while True:
        try:
            fn, args, kwargs = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = (False, fn(*args, **kwargs))
        except MemoryError:
            answer = (True, UnreadableFile(f"Reading it needs more than {megabytes} MB of memory."))
        except Exception as error:  # noqa: BLE001 - told to the app, which shows it
            answer = (True, error)
        pipe.send(answer)


def _limit_memory(megabytes: int) -> None:
    """Cap the address space where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MIB, megabytes * _MIB))
