"""A field of a form: its name, what is typed, and under it what is wrong or worth knowing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from timeline_app.ui.look.labels import label

LONG_WORD = 40
"""Letters from which a word may not fit into a line."""


class Field:
    """One line of a form. `check` raises ValueError with a sentence for what it can't take."""

    def __init__(
        self,
        name: str,
        text: str,
        check: Callable[[str], object] | None = None,
        *,
        remark: str = "",
        hint: str = "",
    ) -> None:
        self.name = label(name, "muted")
        self.edit = QLineEdit(text)
        self.edit.setAcceptDrops(False)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.edit.setCursorPosition(0)
        self.name.setBuddy(self.edit)
        self.error = label(tone="error", wrap=True)
        self.remark = label(remark, "small", wrap=True)
        self.remark.setVisible(bool(remark))
        self.error.hide()
        self._check = check
        self._remark = remark
        self._first = text
        self.edit.textEdited.connect(self.take_error_away)

    @property
    def text(self) -> str:
        """What is typed, without white space at its ends."""
        return self.edit.text().strip()

    @property
    def changed(self) -> bool:
        """True when it isn't what it was."""
        return self.text != self._first.strip()

    def is_right(self, *, always: bool = False) -> bool:
        """Check what is typed and say under the field what is wrong with it.

        What was there before isn't checked, unless `always`: a reader may have left anything.
        """
        if self._check is None or not (self.changed or always):
            return True
        try:
            self._check(self.text)
        except ValueError as problem:
            self.error.setText(str(problem))
            self.error.show()
            self.remark.hide()
            self.edit.setAccessibleDescription(str(problem))
            return False
        return True

    def take_error_away(self) -> None:
        """What was wrong is being mended."""
        self.error.hide()
        self.remark.setVisible(bool(self._remark))
        self.edit.setAccessibleDescription("")

    def add_to(self, grid: QGridLayout) -> None:
        """Put it below what the form has already."""
        row = grid.rowCount()
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for part in (self.edit, self.error, self.remark):
            column.addWidget(part)
        self.name.setFixedHeight(self.edit.sizeHint().height())
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.name, row, 0, top)
        grid.addWidget(beside, row, 1, top)


def fact(grid: QGridLayout, name: str, words: str) -> None:
    """A line that can be read and copied, not changed; a long word can be scrolled."""
    row = grid.rowCount()
    grid.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
    if max((len(word) for word in words.split()), default=0) > LONG_WORD:
        line = QLineEdit(words)
        line.setReadOnly(True)
        line.setFrame(False)
        line.setTextMargins(-2, 0, 0, 0)
        line.setProperty("kind", "plain")
        line.setAccessibleName(name)
        line.setToolTip(words)
        line.setCursorPosition(0)
        grid.addWidget(line, row, 1)
        return
    text = label(words, wrap=True)
    text.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    text.setAccessibleName(f"{name}: {words}")
    grid.addWidget(text, row, 1)
