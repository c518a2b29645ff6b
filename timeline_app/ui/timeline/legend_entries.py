"""What a legend says of a scene, and how it is painted: in the window and on paper alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.layout.columns import Mark
from timeline_app.layout.shapes import Box, Emphasis, Item, Look, Scene
from timeline_app.layout.text import Type
from timeline_app.ui.timeline.inks import Inks
from timeline_app.ui.timeline.lettertypes import Lettertypes
from timeline_app.ui.timeline.paint_items import NOT_FIRM, ItemPainter, paint_star

SAMPLE: Final = 30.0
CLUSTER: Final = -1
SINGLE: Final = -2
CROWD: Final = -3
RING: Final = -4
STAR: Final = -5


class Entry(NamedTuple):
    """One line of the legend: its words and what stands before them.

    `sample` is an event's look; without one, `source` is a colour's number, or one of CLUSTER,
    SINGLE, RING, STAR and CROWD for a pill, a dot, a hollow dot, a star and a density strip.
    """

    words: str
    sample: Item | None
    source: int | None


_Test = Callable[[Item], bool]


def legend_entries(scene: Scene, names: Sequence[str]) -> Iterator[Entry]:
    """The sources and the looks that are in `scene`; `names` by source number."""
    sources = {item.source for item in scene.items} | {dot.source for dot in scene.dots}
    for source in sorted(sources):
        if source < len(names):
            yield Entry(names[source], None, source)
    for words, test, look, flags in _looks():
        if any(test(item) for item in scene.items):
            yield Entry(words, _sample(look, flags), None)
    if any(not dot.flags & NOT_FIRM for dot in scene.dots):
        yield Entry(_tr("one event"), None, SINGLE)
    if any(dot.flags & NOT_FIRM for dot in scene.dots):
        yield Entry(_tr("one event, planned, alleged or denied"), None, RING)
    seen = [*(item.flags for item in scene.items), *(dot.flags for dot in scene.dots)]
    if any(each & Mark.STARRED for each in seen):
        yield Entry(_tr("starred"), None, STAR)
    if any(not pill.lasting for pill in scene.pills):
        yield Entry(_tr("several events"), None, CLUSTER)
    if any(pill.lasting for pill in scene.pills):
        yield Entry(_tr("+1: more that began before"), None, CLUSTER)
    if scene.densities:
        yield Entry(_tr("how many events"), None, CROWD)


def longest_legend(names: Sequence[str]) -> Iterator[Entry]:
    """Everything that any scene can need; `names` by source number."""
    for source, name in enumerate(names):
        yield Entry(name, None, source)
    for words, _, look, flags in _looks():
        yield Entry(words, _sample(look, flags), None)
    yield Entry(_tr("one event"), None, SINGLE)
    yield Entry(_tr("one event, planned, alleged or denied"), None, RING)
    yield Entry(_tr("starred"), None, STAR)
    yield Entry(_tr("several events"), None, CLUSTER)
    yield Entry(_tr("+1: more that began before"), None, CLUSTER)
    yield Entry(_tr("how many events"), None, CROWD)


def _looks() -> Iterator[tuple[str, _Test, Look, Mark]]:
    """Words, which items they explain, and the look and marks of the sample."""
    yield _tr("on that day"), _firm(Look.CARD), Look.CARD, Mark(0)
    yield _tr("lasting"), _lasting, Look.INTERVAL, Mark.INTERVAL
    yield _tr("open end"), lambda item: item.fade_end > 0, Look.INTERVAL, Mark.OPEN_END
    yield _tr("open start"), lambda item: item.fade_start > 0, Look.INTERVAL, Mark.OPEN_START
    yield _tr("somewhere within"), _firm(Look.SPAN), Look.SPAN, Mark(0)
    for words, look, mark in (
        (_tr("approximate"), Look.INTERVAL, Mark.APPROXIMATE),
        (_tr("planned or denied"), Look.CARD, Mark.PLANNED),
        (_tr("alleged"), Look.CARD, Mark.ALLEGED),
        (_tr("uncertain"), Look.CARD, Mark.UNCERTAIN),
        (_tr("inferred"), Look.CARD, Mark.INFERRED),
        (_tr("dated by context"), Look.CARD, Mark.BY_CONTEXT),
        (_tr("dates differ"), Look.CARD, Mark.CONFLICT),
    ):
        denied = Mark.DENIED if mark is Mark.PLANNED else Mark(0)
        yield words, _marked(mark | denied), look, mark


def lead(entry: Entry) -> float:
    """Pixels from an entry's sample to its words."""
    source = entry.source
    small = source is not None and (source >= 0 or source in {SINGLE, RING, STAR})
    return 12.0 if small else SAMPLE + 7


def paint_entry(
    painter: QPainter,
    entry: Entry,
    words: str,
    place: QPointF,
    scene: Scene,
    inks: Inks,
    letters: Lettertypes,
) -> None:
    """Sample and words; `place` is the entry's left end, at half the height of its line.

    `words` are the entry's own, or as many of them as fit.
    """
    _paint_sample(painter, entry, place, scene, inks, letters)
    drop = letters.ascent(Type.DATE) - letters.height(Type.DATE) / 2
    painter.setFont(letters.font(Type.DATE))
    painter.setPen(inks.muted)
    painter.drawText(QPointF(place.x() + lead(entry), place.y() + drop), words)


def _paint_sample(
    painter: QPainter,
    entry: Entry,
    place: QPointF,
    scene: Scene,
    inks: Inks,
    letters: Lettertypes,
) -> None:
    x, middle, sample = place.x(), place.y(), entry.sample
    if sample is None:
        painter.setPen(Qt.PenStyle.NoPen)
        _paint_mark(painter, entry.source, x, middle, inks)
        return
    box = Box(x, middle - 6, SAMPLE, 12)
    label = box if sample.look is Look.CARD else Box(x, middle - 6, 0, 12)
    certain = sample.look is Look.INTERVAL
    body = Box(x, middle + 7, 0, 0) if sample.look is Look.CARD else box
    placed = replace(
        sample,
        label=label,
        body=body,
        core_start=x,
        core_end=x + SAMPLE if certain else x,
    )
    ItemPainter(painter, scene.with_emphasis(Emphasis()), inks, letters).item(placed)


def _paint_mark(painter: QPainter, source: int | None, x: float, middle: float, inks: Inks) -> None:
    """A dot in its colour, a pill, or columns of different height."""
    if source == CLUSTER:
        painter.setBrush(inks.soft(inks.muted, 0.2))
        painter.drawRoundedRect(QRectF(x, middle - 6, SAMPLE, 12), 6, 6)
    elif source == CROWD:
        for n, height in enumerate((3, 6, 10, 7, 12, 9, 5, 8, 4, 2)):
            painter.fillRect(QRectF(x + 3 * n, middle + 6 - height, 3, height), inks.muted)
    elif source == STAR:
        paint_star(painter, QPointF(x + 3.5, middle), 6.0, inks.muted, inks.panel)
    elif source == RING:
        painter.setPen(QPen(inks.muted, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x + 3.5, middle), 3.2, 3.2)
    else:
        painter.setBrush(inks.source(None if source == SINGLE else source))
        painter.drawEllipse(QPointF(x + 3.5, middle), 3.5, 3.5)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Legend", words)


def _firm(look: Look) -> _Test:
    return lambda item: item.look is look and not item.flags & NOT_FIRM


def _lasting(item: Item) -> bool:
    solid = item.look is Look.INTERVAL and item.core_end > item.core_start
    return solid and not item.flags & NOT_FIRM


def _marked(marks: Mark) -> _Test:
    wanted = int(marks)
    return lambda item: bool(item.flags & wanted)


def _sample(look: Look, flags: Mark) -> Item:
    """A little item without words, as the painter draws it."""
    nowhere = Box(0, 0, 0, 0)
    fade = SAMPLE * 0.6
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
