"""The legend: the looks and the sources that are on screen, and only those."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.layout.shapes import Scene
from timeline_app.layout.text import Type
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.timeline.inks import Inks
from timeline_app.ui.timeline.legend_entries import Entry, lead, legend_entries, paint_entry
from timeline_app.ui.timeline.lettertypes import Lettertypes

_GAP: Final = 18.0
_PAD: Final = 12.0
_MAX_NAME: Final = 150.0
_MORE: Final = 46.0
_PAUSE_MS: Final = 100


class Legend(QWidget):
    """One quiet line; where that is too short a click unfolds it."""

    toggled = Signal(object)  # True when open

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `set_scene`."""
        super().__init__(parent)
        self._scene: Scene | None = None
        self._entries: tuple[Entry, ...] = ()
        self._names: tuple[str, ...] = ()
        self._open = False
        self._more = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._refresh)
        self.set_theme(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._inks = Inks(theme)
        self._letters = Lettertypes(theme, self.font())
        self._line = self._letters.height(Type.DATE) + 12
        self._fold()

    def set_source_names(self, names: Sequence[str]) -> None:
        """Names by source number."""
        self._names = tuple(names)
        self.set_scene(self._scene)

    def set_open(self, is_open: bool) -> None:
        """Show everything, on several lines if need be, or what fits on one."""
        self._open = is_open
        self._fold()

    def is_open(self) -> bool:
        """True when everything is shown."""
        return self._open

    def set_scene(self, scene: Scene | None) -> None:
        """Explain a scene, once the timeline pauses."""
        self._scene = scene
        if not self._entries:
            self._refresh()
        elif not self._later.isActive():
            self._later.start()

    def _refresh(self) -> None:
        entries = tuple(legend_entries(self._scene, self._names)) if self._scene else ()
        if entries != self._entries:
            self._entries = entries
            words = ", ".join(entry.words for entry in entries)
            self.setAccessibleName(self.tr("Legend: {0}").format(words))
            self._fold()

    def words(self) -> tuple[str, ...]:
        """What the legend explains now."""
        return tuple(entry.words for entry in self._entries)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(400, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sample and words, one entry after the other."""
        inks, letters, scene = self._inks, self._letters, self._scene
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), inks.panel)
            painter.setPen(QPen(inks.line, 1))
            painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
            if scene is None:
                return
            for entry, words, x, row in self._placed():
                place = QPointF(x, (row + 0.5) * self._line)
                paint_entry(painter, entry, words, place, scene, inks, letters)
            if self._more:
                painter.setFont(letters.font(Type.DATE))
                painter.setPen(inks.accent)
                end = QRectF(0, 0, self.width() - _PAD, self._line)
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(end, right, self._more)

    def _placed(self) -> list[tuple[Entry, str, float, int]]:
        """Entries with their words, x and line: as many as fit on one line, or all when open."""
        letters = self._letters
        placed: list[tuple[Entry, str, float, int]] = []
        x, row = _PAD, 0
        room = self.width() - _PAD
        for n, entry in enumerate(self._entries):
            words = letters.elided(entry.words, Type.DATE, _MAX_NAME)
            width = lead(entry) + letters.width(words, Type.DATE)
            last = n + 1 == len(self._entries)
            spare = 0.0 if self._open or last else _MORE
            if x + width > room - spare and x > _PAD:
                if not self._open:
                    break
                x, row = _PAD, row + 1
            placed.append((entry, words, x, row))
            x += width + _GAP
        hidden = len(self._entries) - len(placed)
        self._more = self.tr("+{0} ▾").format(hidden) if hidden else ""
        return placed

    def _fold(self) -> None:
        """Take the height that the lines need."""
        rows = self._placed()[-1][3] + 1 if self._open and self._entries else 1
        self.setFixedHeight(round(rows * self._line))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fold()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold."""
        self.set_open(not self._open)
        self.toggled.emit(self._open)
