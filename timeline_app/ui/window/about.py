"""What this program is, its version, licence and what it is built on."""

from __future__ import annotations

import platform

from PySide6 import __version__ as binding_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from timeline_app import __version__
from timeline_app.ui.look.labels import label


class About(QDialog):
    """Opened with `open`; never blocks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Timeline App"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        versions = (
            f"Qt {qVersion()}  ·  PySide {binding_version}  ·  Python {platform.python_version()}"
        )
        made = label(versions, "small")
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = label(
            self.tr(
                "Turns articles into a timeline in which every date leads back to its source."
                " Everything stays on this computer."
            ),
            wrap=True,
        )
        words.setMinimumWidth(400)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 24, 26, 20)
        column.setSpacing(10)
        column.addWidget(label("Timeline App", "heading"))
        column.addWidget(label(self.tr("Version {0}").format(__version__), "muted"))
        column.addWidget(words)
        column.addWidget(label(self.tr("Free software under the MIT licence."), "muted"))
        column.addWidget(made)
        column.addSpacing(6)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
