"""Buttons of dialogs."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton


def button(words: str, does: object) -> QPushButton:
    """A button that Enter leaves alone while another has the keyboard."""
    made = QPushButton(words)
    made.setAutoDefault(False)
    made.clicked.connect(does)
    return made


def answers(dialog: QDialog, yes: str) -> tuple[QHBoxLayout, QPushButton]:
    """The foot of a dialog: Cancel, and at its right what Enter does, which is also given alone."""
    accept = QPushButton(yes)
    accept.setProperty("kind", "primary")
    accept.setDefault(True)
    accept.clicked.connect(dialog.accept)
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addStretch(1)
    line.addWidget(button(dialog.tr("Cancel"), dialog.reject))
    line.addWidget(accept)
    return line, accept
