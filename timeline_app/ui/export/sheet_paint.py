"""Paints a sheet: its heading, the timeline, the legend of what is on it, and the foot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from timeline_app.domain.display import counted
from timeline_app.layout.shapes import Scene
from timeline_app.layout.text import Type
from timeline_app.ui.export.sheets import Sheet
from timeline_app.ui.look.fonts import interface_families, interface_font
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.look.wording import dotted
from timeline_app.ui.timeline.inks import Inks
from timeline_app.ui.timeline.legend_entries import (
    Entry,
    lead,
    legend_entries,
    longest_legend,
    paint_entry,
)
from timeline_app.ui.timeline.lettertypes import Lettertypes
from timeline_app.ui.timeline.paint import paint_scene
from timeline_app.ui.window.status_line import range_words

_PAD: Final = 14.0
_GAP: Final = 20.0
_MAX_NAME: Final = 240.0


class Placed(NamedTuple):
    """An entry of the legend with its words, its left edge in pixels and its line."""

    entry: Entry
    words: str
    x: float
    row: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sheet that is ready to be painted, `height` pixels high with everything on it."""

    sheet: Sheet
    scene: Scene
    legend: tuple[Placed, ...]
    rows: int
    height: float


class SheetPainter:
    """Paints sheets of one export; may be used on any one thread."""

    def __init__(
        self, theme: Theme, title: str, note: str, names: Iterable[str], foot: bool
    ) -> None:
        """`names` are those of the sources; `foot` adds a line with `note` and page number."""
        self._inks = Inks(theme)
        self._theme = theme
        # A reader of SVG may have none of these fonts, but knows the generic one.
        families = [*interface_families(), "sans-serif"]
        self.letters = Lettertypes(theme, QFont(families))
        self._title, self._note = title, note
        self._names = tuple(names)
        self._title_font = interface_font(theme.title_size - 2, QFont.Weight.DemiBold)
        self._title_font.setFamilies(families)
        self._title_metrics = QFontMetricsF(self._title_font)
        self._head = round(self._title_metrics.height() + 20)
        self._line = round(self.letters.height(Type.DATE) + 10)
        self._foot = self._line if foot else 0

    def room(self, width: float, height: float) -> float:
        """Pixels for the timeline on a sheet with the longest legend that there can be."""
        placed = self._place(longest_legend(self._names), width)
        return height - self._around(_rows(placed))

    def draw(self, sheet: Sheet, width: float, height: float) -> Drawn:
        """Work out a sheet; the legend takes what it needs, the timeline the rest."""
        rows = 1
        while True:
            scene = sheet.scene(height - self._around(rows))
            legend = self._place(legend_entries(scene, self._names), width)
            if _rows(legend) <= rows:
                total = scene.viewport.height + self._around(rows)
                return Drawn(sheet, scene, legend, rows, total)
            rows = _rows(legend)

    def paint(self, painter: QPainter, drawn: Drawn, page: int, pages: int) -> None:
        """Paint a sheet with its upper left corner at (0, 0); pages count from 1."""
        width, inks = drawn.scene.viewport.width, self._inks
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.fillRect(QRectF(0, 0, width, drawn.height), inks.panel)
        self._paint_head(painter, drawn, page, pages)
        painter.setPen(QPen(inks.line, 1))
        painter.drawLine(QLineF(0, self._head - 0.5, width, self._head - 0.5))
        painter.save()
        painter.translate(0, self._head)
        painter.setClipRect(QRectF(0, 0, width, drawn.scene.viewport.height))
        paint_scene(painter, drawn.scene, self._theme, inks, self.letters)
        if not len(drawn.sheet.columns):
            self._paint_nothing(painter, drawn.scene)
        painter.restore()
        top = self._head + drawn.scene.viewport.height
        painter.setPen(QPen(inks.line, 1))
        painter.drawLine(QLineF(0, top + 0.5, width, top + 0.5))
        for entry, words, x, row in drawn.legend:
            place = QPointF(x, top + 5 + (row + 0.5) * self._line)
            paint_entry(painter, entry, words, place, drawn.scene, inks, self.letters)
        if self._foot:
            box = QRectF(0, drawn.height - self._foot, width, self._foot)
            self._paint_foot(painter, box, _page_words(page, pages))

    def below(self, rows: int) -> float:
        """Pixels below the timeline, with a legend of so many lines."""
        return rows * self._line + 8 + self._foot

    def _around(self, rows: int) -> float:
        """Pixels of all that isn't the timeline."""
        return self._head + self.below(rows)

    def _paint_head(self, painter: QPainter, drawn: Drawn, page: int, pages: int) -> None:
        """The title at the left, what part of it this is at the right."""
        width, letters = drawn.scene.viewport.width, self.letters
        words = dotted(
            (
                range_words(*drawn.sheet.span),
                counted(len(drawn.sheet.columns), "event"),
                "" if self._foot or pages == 1 else _page_words(page, pages),
            )
        )
        words = letters.elided(words, Type.DATE, 0.6 * width)
        right = QRectF(_PAD, 0, width - 2 * _PAD, self._head)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(letters.font(Type.DATE))
        painter.setPen(self._inks.muted)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | middle, words)
        room = right.width() - letters.width(words, Type.DATE) - _GAP
        title = self._title_metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._title_font)
        painter.setPen(self._inks.text)
        painter.drawText(right, Qt.AlignmentFlag.AlignLeft | middle, title)

    def _paint_nothing(self, painter: QPainter, scene: Scene) -> None:
        box = QRectF(0, 0, scene.viewport.width, scene.viewport.height)
        painter.setFont(self.letters.font(Type.TITLE))
        painter.setPen(self._inks.muted)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _tr("No events here"))

    def _paint_foot(self, painter: QPainter, box: QRectF, number: str) -> None:
        painter.setFont(self.letters.font(Type.DATE))
        painter.setPen(self._inks.muted)
        room, middle = box.adjusted(_PAD, 0, -_PAD, 0), Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, self._note)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, number)

    def _place(self, entries: Iterable[Entry], width: float) -> tuple[Placed, ...]:
        """Entries one after the other, on as many lines as they need."""
        placed: list[Placed] = []
        x, row = _PAD, 0
        for entry in entries:
            words = self.letters.elided(entry.words, Type.DATE, _MAX_NAME)
            taken = lead(entry) + self.letters.width(words, Type.DATE)
            if x + taken > width - _PAD and x > _PAD:
                x, row = _PAD, row + 1
            placed.append(Placed(entry, words, x, row))
            x += taken + _GAP
        return tuple(placed)


def _rows(legend: tuple[Placed, ...]) -> int:
    return legend[-1].row + 1 if legend else 1


def _page_words(page: int, pages: int) -> str:
    return _tr("page {0} of {1}").format(page, pages)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Export", words)
