"""Undo and redo: stacks of the inverses that edits return."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from timeline_app.session.gui_thread import GuiThread

if TYPE_CHECKING:
    from timeline_app.store import Applied, Edit

LOG = logging.getLogger(__name__)


class UndoStack(QObject):
    """Applies edits off the GUI thread and remembers how to take them back.

    `applied` carries the ChangeSet of each write; `failed` a sentence for the user;
    `changed` tells that labels or the saved state differ.
    """

    changed = Signal()
    applied = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        submit: Callable[[Edit], Future[Applied]],
        gui: GuiThread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._submit = submit
        self._gui = gui
        self._undo: list[Edit] = []
        self._redo: list[Edit] = []
        self._running = 0

    @property
    def undo_label(self) -> str | None:
        """What Undo would take back, None when there is nothing."""
        return self._undo[-1].label if self._undo else None

    @property
    def redo_label(self) -> str | None:
        """What Redo would do again, None when there is nothing."""
        return self._redo[-1].label if self._redo else None

    @property
    def saved(self) -> bool:
        """True when no write is under way."""
        return self._running == 0

    def do(self, edit: Edit, done: Callable[[Applied | None], None] | None = None) -> None:
        """Apply a new edit; once it is done, it can be undone, and nothing redone.

        `done` is told what it did, None when it failed.
        """
        self._start(edit, partial(self._finish, edit, self._record, None, done=done))

    def record(self, inverse: Edit) -> None:
        """Remember the inverse of what was applied elsewhere (an import)."""
        self._record(inverse)
        self.changed.emit()

    def undo(self) -> None:
        """Take the latest edit back."""
        if self._undo:
            edit = self._undo.pop()
            self._start(edit, partial(self._finish, edit, self._redo.append, self._undo))

    def redo(self) -> None:
        """Do what was last undone again."""
        if self._redo:
            edit = self._redo.pop()
            self._start(edit, partial(self._finish, edit, self._undo.append, self._redo))

    def clear(self) -> None:
        """Forget everything: another library is open."""
        self._undo.clear()
        self._redo.clear()
        self.changed.emit()

    def _record(self, inverse: Edit) -> None:
        self._undo.append(inverse)
        self._redo.clear()

    def _start(self, edit: Edit, done: Callable[[Future[Applied]], None]) -> None:
        self._running += 1
        self.changed.emit()
        self._gui.watch(self._submit(edit), done)

    def _finish(
        self,
        edit: Edit,
        keep: Callable[[Edit], None],
        put_back: list[Edit] | None,
        future: Future[Applied],
        done: Callable[[Applied | None], None] | None = None,
    ) -> None:
        self._running -= 1
        error = future.exception()
        applied = future.result() if error is None else None
        if applied is not None:
            keep(applied.inverse)
            self.applied.emit(applied.changes)
        else:
            LOG.error("could not apply %r", edit.label, exc_info=error)
            if put_back is not None:
                put_back.append(edit)
            self.failed.emit(f"“{edit.label}” could not be done: {error}")
        self.changed.emit()
        if done is not None:
            done(applied)
