"""The legend: the looks and the sources that are on screen, and only those."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.layout.columns import Mark
from timeline_app.layout.shapes import Box, Item, Look, Scene
from timeline_app.layout.text import Type
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.inks import Inks
from timeline_app.ui.timeline.lettertypes import Lettertypes
from timeline_app.ui.timeline.paint_items import NOT_FIRM, ItemPainter

_SAMPLE: Final = 30.0
_GAP: Final = 18.0
_PAD: Final = 12.0
_MAX_NAME: Final = 150.0
_MORE: Final = 46.0
_PAUSE_MS: Final = 100


class _Entry(NamedTuple):
    """One line of the legend: its words and what stands before them."""

    words: str
    sample: Item | None
    source: int | None


_Test = Callable[[Item], bool]


class Legend(QWidget):
    """One quiet line; where that is too short a click unfolds it."""

    toggled = Signal(object)  # True when open

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `set_scene`."""
        super().__init__(parent)
        self._scene: Scene | None = None
        self._entries: tuple[_Entry, ...] = ()
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
        entries = tuple(self._list(self._scene)) if self._scene is not None else ()
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

    def _list(self, scene: Scene) -> Iterator[_Entry]:
        sources = {item.source for item in scene.items} | {dot.source for dot in scene.dots}
        for source in sorted(sources):
            if source < len(self._names):
                yield _Entry(self._names[source], None, source)
        for words, test, look, flags in self._looks():
            if any(test(item) for item in scene.items):
                yield _Entry(words, _sample(look, flags), None)
        if scene.pills:
            yield _Entry(self.tr("several events"), None, -1)

    def _looks(self) -> Iterator[tuple[str, _Test, Look, Mark]]:
        """Words, which items they explain, and the look and marks of the sample."""
        tr = self.tr
        yield tr("on that day"), _firm(Look.CARD), Look.CARD, Mark(0)
        yield tr("lasting"), _lasting, Look.INTERVAL, Mark.INTERVAL
        yield tr("open end"), lambda item: item.fade_end > 0, Look.INTERVAL, Mark.OPEN_END
        yield tr("open start"), lambda item: item.fade_start > 0, Look.INTERVAL, Mark.OPEN_START
        yield tr("somewhere within"), _firm(Look.SPAN), Look.SPAN, Mark(0)
        for words, look, mark in (
            (tr("approximate"), Look.INTERVAL, Mark.APPROXIMATE),
            (tr("planned or denied"), Look.CARD, Mark.PLANNED),
            (tr("alleged"), Look.CARD, Mark.ALLEGED),
            (tr("uncertain"), Look.CARD, Mark.UNCERTAIN),
            (tr("inferred"), Look.CARD, Mark.INFERRED),
        ):
            denied = Mark.DENIED if mark is Mark.PLANNED else Mark(0)
            yield words, _marked(mark | denied), look, mark

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sample and words, one entry after the other."""
        inks, letters = self._inks, self._letters
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), inks.panel)
            painter.setPen(QPen(inks.line, 1))
            painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
            drop = (self._line - letters.height(Type.DATE)) / 2 + letters.ascent(Type.DATE)
            for entry, words, x, row in self._placed():
                y = row * self._line
                self._paint_sample(painter, entry, x, y + self._line / 2)
                painter.setFont(letters.font(Type.DATE))
                painter.setPen(inks.muted)
                painter.drawText(QPointF(x + _lead(entry), y + drop), words)
            if self._more:
                painter.setFont(letters.font(Type.DATE))
                painter.setPen(inks.accent)
                end = QRectF(0, 0, self.width() - _PAD, self._line)
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(end, right, self._more)

    def _placed(self) -> list[tuple[_Entry, str, float, int]]:
        """Entries with their words, x and line: as many as fit on one line, or all when open."""
        letters = self._letters
        placed: list[tuple[_Entry, str, float, int]] = []
        x, row = _PAD, 0
        room = self.width() - _PAD
        for n, entry in enumerate(self._entries):
            words = letters.elided(entry.words, Type.DATE, _MAX_NAME)
            width = _lead(entry) + letters.width(words, Type.DATE)
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

    def _paint_sample(self, painter: QPainter, entry: _Entry, x: float, middle: float) -> None:
        if entry.sample is None:
            painter.setPen(Qt.PenStyle.NoPen)
            if entry.source is not None and entry.source >= 0:
                painter.setBrush(self._inks.source(entry.source))
                painter.drawEllipse(QPointF(x + 3.5, middle), 3.5, 3.5)
            else:
                painter.setBrush(self._inks.soft(self._inks.muted, 0.2))
                painter.drawRoundedRect(QRectF(x, middle - 6, _SAMPLE, 12), 6, 6)
            return
        if self._scene is None:
            return
        box = Box(x, middle - 6, _SAMPLE, 12)
        sample = entry.sample
        label = box if sample.look is Look.CARD else Box(x, middle - 6, 0, 12)
        certain = sample.look is Look.INTERVAL
        body = Box(x, middle + 7, 0, 0) if sample.look is Look.CARD else box
        placed = replace(
            sample,
            label=label,
            body=body,
            core_start=x,
            core_end=x + _SAMPLE if certain else x,
        )
        plain = self._scene.with_emphasis(type(self._scene.emphasis)())
        ItemPainter(painter, plain, self._inks, self._letters).item(placed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold."""
        self.set_open(not self._open)
        self.toggled.emit(self._open)


def _firm(look: Look) -> _Test:
    return lambda item: item.look is look and not item.flags & NOT_FIRM


def _lasting(item: Item) -> bool:
    solid = item.look is Look.INTERVAL and item.core_end > item.core_start
    return solid and not item.flags & NOT_FIRM


def _marked(marks: Mark) -> _Test:
    wanted = int(marks)
    return lambda item: bool(item.flags & wanted)


def _lead(entry: _Entry) -> float:
    """Pixels from an entry's sample to its words."""
    return 12.0 if entry.source is not None and entry.source >= 0 else _SAMPLE + 7


def _sample(look: Look, flags: Mark) -> Item:
    """A little item without words, as the painter draws it."""
    nowhere = Box(0, 0, 0, 0)
    fade = _SAMPLE * 0.6
    return Item(
        0,
        look,
        flags,
        7,
        nowhere,
        nowhere,
        0,
        0,
        "",
        "",
        fade if flags & Mark.OPEN_START else 0.0,
        fade if flags & Mark.OPEN_END else 0.0,
    )
