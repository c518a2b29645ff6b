"""The bar that scrolls the lanes, over the canvas's right edge; there only where they don't fit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from timeline_app.layout.shapes import Scene

_WIDTH: Final = 12
_STEP: Final = 46


class LaneBar(QScrollBar):
    """`moved_to` carries the pixels of the lanes that the user scrolled away."""

    moved_to = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        """Hidden until a scene has more lanes than fit."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSingleStep(_STEP)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Lanes"))
        self.actionTriggered.connect(self._on_action)
        self.hide()

    def follow(self, scene: Scene) -> None:
        """Show how far the lanes of a scene are scrolled."""
        view, top = scene.viewport, round(scene.style.axis)
        hidden = round(scene.content - view.height)
        self.setVisible(hidden > 1)
        if hidden <= 1:
            return
        room = round(view.height) - top
        self.setRange(0, hidden)
        self.setPageStep(room)
        if not self.isSliderDown():
            self.setValue(round(view.top))
        self.setGeometry(round(view.width) - _WIDTH, top, _WIDTH, room)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel means the same here as on the rest of the canvas."""
        event.ignore()

    def _on_action(self) -> None:
        self.moved_to.emit(self.sliderPosition())
