"""Reading away from the GUI thread; where answers overtake each other, the newest wins."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from timeline_app.session.gui_thread import GuiThread

T = TypeVar("T")


class Background:
    """One thread for reads that may be slow."""

    def __init__(self, gui: GuiThread) -> None:
        """Answers come back through `gui`."""
        self._gui = gui
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="library reader")
        self._newest: dict[str, int] = {}
        self._pending = 0

    @property
    def idle(self) -> bool:
        """True when no answer is on its way."""
        return self._pending == 0

    def run(
        self,
        purpose: str,
        read: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Run `read`, then `done` with its answer; a newer request for `purpose` replaces it."""
        turn = self._newest.get(purpose, 0) + 1
        self._newest[purpose] = turn
        self._pending += 1

        def deliver(future: Future[T | None]) -> None:
            self._pending -= 1
            if self._newest.get(purpose) != turn:
                return
            error = future.exception()
            if error is not None:
                failed(error)
                return
            answer = future.result()
            if answer is not None:
                done(answer)

        def read_unless_overtaken() -> T | None:
            return read() if self._newest.get(purpose) == turn else None

        self._gui.watch(self._pool.submit(read_unless_overtaken), deliver)

    def forget(self) -> None:
        """Drop all answers that are still on their way."""
        self._newest = {purpose: turn + 1 for purpose, turn in self._newest.items()}

    def close(self) -> None:
        """Wait for the read under way, drop the others."""
        self.forget()
        self._pool.shutdown(wait=True, cancel_futures=True)
