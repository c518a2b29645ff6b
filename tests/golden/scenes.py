"""Pictures of the timeline from fixed data, in one font that a package brings."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter

from tests.unit.layout.helpers import Row, columns, lasting, moment, since, until, within_year
from timeline_app.domain import calendars as cal
from timeline_app.layout.calendar_names import ENGLISH
from timeline_app.layout.columns import Mark
from timeline_app.layout.index import EventIndex
from timeline_app.layout.scene import SceneBuilder
from timeline_app.layout.shapes import Emphasis, Scene
from timeline_app.layout.text import EventLabel
from timeline_app.layout.viewport import Viewport
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.timeline.lettertypes import Lettertypes
from timeline_app.ui.timeline.paint import paint_scene
from timeline_app.ui.timeline.stamps import Stamps

S = cal.seconds_from_civil
SIZE: Final = (900, 420)
FAMILY: Final = "Roboto"
_FILES: Final = ("Roboto-Regular.ttf", "Roboto-Medium.ttf", "Roboto-Bold.ttf")
_NOW: Final = S(2016, 5, 27)
_TITLES: Final = (
    "The council voted",
    "A new station opened",
    "The mayor resigned after three weeks of hearings",
    "Talks began",
    "The bridge was closed to all traffic",
)
_LANES: Final = ("The Monitor", "Daily Courier", "Meridian Wire")
Make = Callable[[Lettertypes], Scene]


@contextmanager
def one_font() -> Iterator[None]:
    """The pictures' font, known to Qt for as long as they are painted."""
    found = importlib.util.find_spec("font_roboto")
    assert found is not None
    assert found.origin is not None
    folder = Path(found.origin).parent / "files"
    fonts = [QFontDatabase.addApplicationFont(str(folder / name)) for name in _FILES]
    assert -1 not in fonts
    yield
    for font in fonts:
        QFontDatabase.removeApplicationFont(font)


def picture(make: Make, theme: Theme, ratio: int) -> QImage:
    """A scene as the screen shows it, `ratio` device pixels a pixel."""
    letters = Lettertypes(theme, QFont(FAMILY))
    image = QImage(SIZE[0] * ratio, SIZE[1] * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    with QPainter(image) as painter:
        paint_scene(painter, make(letters), theme, letters=letters, stamps=Stamps(ratio))
    return image


def month(letters: Lettertypes) -> Scene:
    """Days of one month, each in its look, one of them read and one under the mouse."""
    kinds = (0, Mark.PLANNED, Mark.ALLEGED, Mark.APPROXIMATE, Mark.INFERRED, Mark.UNCERTAIN)
    rows = [moment(2016, 5, 9 + 4 * n, n % 2, int(kind)) for n, kind in enumerate(kinds)]
    rows += [since(2011), lasting(S(2016, 5, 12), S(2016, 5, 24), 1), moment(2016, 5, 13, 1)]
    scene = _scene(letters, rows, S(2016, 5, 8), S(2016, 6, 2))
    return scene.with_emphasis(Emphasis(frozenset({1}), 1, 4))


def weighed(letters: Lettertypes) -> Scene:
    """What context alone dates, what sources date apart, and what the user has starred."""
    marks = (Mark.BY_CONTEXT, Mark.CONFLICT, Mark.STARRED)
    rows = [moment(2016, 5, 9 + 7 * n, 0, int(mark)) for n, mark in enumerate(marks)]
    rows += [moment(2016, 5, 9 + 7 * n, 0, int(mark | Mark.SAID)) for n, mark in enumerate(marks)]
    for lane in (1, 2):
        low = S(2016, 5, 9 + lane)
        row = lasting(low, S(2016, 5, 18), lane)
        rows.append((*row[:5], row[5] | int(marks[lane]), lane))
    rows += [moment(2016, 5, 24 + n % 2, 1, int(mark)) for n, mark in enumerate(4 * marks)]
    return _scene(letters, rows, S(2016, 5, 8), S(2016, 6, 2))


def decade(letters: Lettertypes) -> Scene:
    """Years known roughly, open starts and ends, and what is planned."""
    planned = within_year(2018)
    rows = [
        within_year(2011),
        since(2012),
        until(2014),
        (*planned[:5], int(Mark.PLANNED), 0),
        lasting(S(2013, 3), S(2015, 9), 1),
        moment(2016, 5, 19, 1),
        until(2012, 1),
    ]
    return _scene(letters, rows, S(2009), S(2021))


def crowd(letters: Lettertypes) -> Scene:
    """Thousands of events: a density strip, clusters, and the most important ones' labels."""
    numbers = np.random.default_rng(7)
    busy = numbers.triangular(S(2010), S(2016), S(2020), 3000).astype(int).tolist()
    rare = numbers.uniform(S(2010), S(2020), 60).astype(int).tolist()
    rows = [lasting(at, at + 3600, 0) for at in busy] + [lasting(at, at + 9**8, 1) for at in rare]
    return _scene(letters, rows, S(2010), S(2020))


def folded(letters: Lettertypes) -> Scene:
    """A lane that is folded between two that aren't."""
    rows = [moment(2016, 5, 1 + n, n % 3) for n in range(28)]
    return _scene(letters, rows, S(2016, 4, 28), S(2016, 6, 2), collapsed=(1,))


def antiquity(letters: Lettertypes) -> Scene:
    """The calendar across the years 1 BCE and 1 CE, between which there is none."""
    rows = [within_year(-43), within_year(0), within_year(1), lasting(S(-26, 1, 16), S(14, 8, 19))]
    return _scene(letters, rows, S(-60), S(30))


def _scene(
    letters: Lettertypes, rows: Sequence[Row], low: int, high: int, collapsed: Sequence[int] = ()
) -> Scene:
    index = EventIndex.build(columns(rows))
    style = letters.style()
    made = SceneBuilder(index, style, letters, _labels, _LANES, ENGLISH, collapsed)
    view = Viewport(0, 0.0, 1.0, *map(float, SIZE)).fitted(low, high, 0.0, 0.0)
    return made.scene(view, _NOW)


def _labels(ids: Sequence[int]) -> Mapping[int, EventLabel]:
    return {each: EventLabel(_TITLES[each % len(_TITLES)], f"date {each}", "") for each in ids}
