"""The legend: the looks and the sources that are on screen, and only those."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
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


class _Entry(NamedTuple):
    """One line of the legend: its words and what stands before them."""

    words: str
    sample: Item | None
    source: int | None


_Test = Callable[[Item], bool]


class Legend(QWidget):
    """One quiet line; a click folds it away to its first word."""

    toggled = Signal(object)  # True when open

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `set_scene`."""
        super().__init__(parent)
        self._scene: Scene | None = None
        self._entries: tuple[_Entry, ...] = ()
        self._names: tuple[str, ...] = ()
        self._open = True
        self.set_theme(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._inks = Inks(theme)
        self._letters = Lettertypes(theme, self.font())
        self.setFixedHeight(round(self._letters.height(Type.DATE) + 12))
        self.update()

    def set_source_names(self, names: Sequence[str]) -> None:
        """Names by source number."""
        self._names = tuple(names)
        self.set_scene(self._scene)

    def set_open(self, is_open: bool) -> None:
        """Show the whole line, or its first word only."""
        self._open = is_open
        self.update()

    def is_open(self) -> bool:
        """True when the whole line is shown."""
        return self._open

    def set_scene(self, scene: Scene | None) -> None:
        """Explain a scene."""
        self._scene = scene
        entries = tuple(self._list(scene)) if scene is not None else ()
        if entries != self._entries:
            self._entries = entries
            self.setAccessibleName(self.tr("Legend: ") + ", ".join(e.words for e in entries))
            self.update()

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
        none, tr = Mark(0), self.tr
        firm: _Test = lambda item: not item.flags & NOT_FIRM  # noqa: E731
        yield tr("on that day"), lambda i: i.look is Look.CARD and firm(i), Look.CARD, none
        yield (
            tr("lasting"),
            lambda i: i.look is Look.INTERVAL and i.core_end > i.core_start and firm(i),
            Look.INTERVAL,
            Mark.INTERVAL,
        )
        yield tr("open end"), lambda i: bool(i.fade_end), Look.INTERVAL, Mark.OPEN_END
        yield tr("open start"), lambda i: bool(i.fade_start), Look.INTERVAL, Mark.OPEN_START
        yield tr("somewhere within"), lambda i: i.look is Look.SPAN and firm(i), Look.SPAN, none
        yield (
            tr("approximate"),
            lambda i: bool(i.flags & Mark.APPROXIMATE),
            Look.INTERVAL,
            Mark.APPROXIMATE,
        )
        yield (
            tr("planned or denied"),
            lambda i: bool(i.flags & int(Mark.PLANNED | Mark.DENIED)),
            Look.CARD,
            Mark.PLANNED,
        )
        yield tr("alleged"), lambda i: bool(i.flags & Mark.ALLEGED), Look.CARD, Mark.ALLEGED
        yield (
            tr("inferred"),
            lambda i: bool(i.flags & Mark.INFERRED) and i.look is Look.CARD,
            Look.CARD,
            Mark.INFERRED,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sample and words, one entry after the other, as many as fit."""
        inks, letters = self._inks, self._letters
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), inks.panel)
            painter.setPen(QPen(inks.line, 1))
            painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
            painter.setFont(letters.font(Type.DATE))
            baseline = (self.height() - letters.height(Type.DATE)) / 2 + letters.ascent(Type.DATE)
            x = _PAD
            if not self._open:
                painter.setPen(inks.muted)
                painter.drawText(QPointF(x, baseline), self.tr("Legend ▸"))
                return
            for entry in self._entries:
                words = letters.elided(entry.words, Type.DATE, _MAX_NAME)
                lead = 12.0 if entry.source is not None and entry.source >= 0 else _SAMPLE + 7
                if x + lead + letters.width(words, Type.DATE) > self.width() - _PAD:
                    break
                self._paint_sample(painter, entry, x)
                painter.setFont(letters.font(Type.DATE))
                painter.setPen(inks.muted)
                painter.drawText(QPointF(x + lead, baseline), words)
                x += lead + letters.width(words, Type.DATE) + _GAP

    def _paint_sample(self, painter: QPainter, entry: _Entry, x: float) -> None:
        middle = self.height() / 2
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
