"""A widget that shows the part of a scene that a viewport selects, and moves it."""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Hashable, Mapping
from dataclasses import replace
from itertools import chain
from typing import Final

from PySide6.QtCore import QElapsedTimer, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.layout.columns import EventColumns
from timeline_app.layout.fitting import fitting
from timeline_app.layout.index import EventIndex
from timeline_app.layout.lettering import Lettering
from timeline_app.layout.reveal import revealing
from timeline_app.layout.rings import rings
from timeline_app.layout.scene import SceneBuilder
from timeline_app.layout.shapes import Emphasis, Scene
from timeline_app.layout.text import Labels
from timeline_app.layout.viewport import Viewport
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.timeline.appearing import Appearing, mark_key
from timeline_app.ui.timeline.calendar_names import calendar_names
from timeline_app.ui.timeline.glide import Glide, Pace
from timeline_app.ui.timeline.history import ViewHistory
from timeline_app.ui.timeline.inks import Inks
from timeline_app.ui.timeline.lane_bar import LaneBar
from timeline_app.ui.timeline.lettertypes import Lettertypes
from timeline_app.ui.timeline.overlays import paint_range
from timeline_app.ui.timeline.paint import paint_scene
from timeline_app.ui.timeline.stamps import Stamps

_SETTLED_MS: Final = 500
_FADE_FRAME_MS: Final = 16
_FRAME: Final = 0.0015  # seconds for labels that were never placed before
_FIRST_FRAME: Final = 0.01  # the same in the first picture of other events
_SMALL: Final = 5_000  # events, up to which there is always time
_ZOOM: Final = 1.6
_FIT_RANGE: Final = 0.1
_PAGE: Final = 0.9
_READING_ROOM: Final = 0.3
_DAY: Final = 86400.0


class SceneCanvas(QWidget):
    """Paints events and moves through time; knows nothing of mouse and keys."""

    viewport_changed = Signal(object)  # Viewport
    range_selected = Signal(object)  # (first second, last second), or None
    scene_changed = Signal(object)  # Scene
    lanes_folded = Signal(object)  # frozenset of lane numbers
    first_painted = Signal()

    def __init__(self, theme: Theme, labels: Labels, parent: QWidget | None = None) -> None:
        """`labels` is asked for the words of the events on screen, on the GUI thread."""
        super().__init__(parent)
        self._labels = labels
        self._theme = theme
        self._take_on(theme)
        self._lane_names: tuple[str, ...] = ()
        self._collapsed: frozenset[int] = frozenset()
        self._fresh = True  # nothing of these events has been drawn yet
        self._builder = self._make_builder(EventIndex.build(EventColumns.empty()))
        self._view = Viewport(0, 0.0, _DAY / 24, 800.0, 500.0).centred(int(time.time()))
        self._placed = False  # a view was chosen: by the user, a fit, or set_viewport
        self._scene: Scene | None = None
        self._emphasis = Emphasis()
        self._range: tuple[int, int] | None = None
        self._animated = True
        self._ringed = False
        self._painted = False
        self._glide = Glide(self)
        self._glide.moved.connect(self._show_view)
        self._history = ViewHistory()
        self._appearing, self._marks_appearing = Appearing(), Appearing(after_jumps=True)
        self._clock = QElapsedTimer()
        self._clock.start()
        self._fading = _single_shot(self, _FADE_FRAME_MS)
        self._fading.timeout.connect(self.update)
        self._settled = _single_shot(self, _SETTLED_MS)
        self._settled.timeout.connect(self.remember_view)
        self._unsettled = _single_shot(self, 0)
        self._unsettled.timeout.connect(self._changed)
        self._lane_bar = LaneBar(self)
        self._lane_bar.moved_to.connect(self._scroll_to)
        self.scene_changed.connect(self._lane_bar.follow)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 160)

    def _take_on(self, theme: Theme) -> None:
        self._theme = theme
        self._inks = Inks(theme)
        self._letters = Lettertypes(theme, self.font())
        self._stamps = Stamps(self.devicePixelRatioF())

    def set_theme(self, theme: Theme) -> None:
        """Take on a theme's colours and sizes."""
        self._take_on(theme)
        self._builder = self._make_builder(self._builder.index)
        self._changed()

    def set_animated(self, animated: bool) -> None:
        """False: the view jumps (reduced motion)."""
        self._animated = animated

    @property
    def animated(self) -> bool:
        """False when motion is reduced."""
        return self._animated

    @property
    def index(self) -> EventIndex:
        """The events that are shown."""
        return self._builder.index

    @property
    def lettering(self) -> Lettering:
        """The words of the events."""
        return self._builder.lettering

    def scene(self) -> Scene:
        """The picture that is, or is about to be, on screen."""
        if self._scene is None:
            self._view = self._view.scrolled_to(
                self._view.top, self._builder.content_height(self._view.height)
            )
            limit = _FIRST_FRAME if self._fresh else _FRAME
            limit, self._fresh = limit if len(self.index) > _SMALL else math.inf, False
            self._scene = self._builder.scene(self._view, int(time.time()), limit)
            if not self._scene.settled:
                self._unsettled.start()
            self.scene_changed.emit(self._scene)
        return self._scene.with_emphasis(self._ringing(self._scene))

    def _ringing(self, scene: Scene) -> Emphasis:
        """What stands out, and the clusters that hold a part of it."""
        emphasis = self._emphasis
        first = () if emphasis.primary is None else (emphasis.primary,)
        if not first and not emphasis.selected:
            return emphasis
        ids = chain(first, emphasis.selected)  # there may be a million of them
        return replace(emphasis, rings=rings(scene, self.index, ids))

    def collapsed(self) -> frozenset[int]:
        """Numbers of the lanes that are folded."""
        return self._collapsed

    def set_collapsed(self, lanes: Collection[int]) -> None:
        """Fold these lanes: they show dots and clusters only. All others unfold."""
        if frozenset(lanes) == self._collapsed:
            return
        self._collapsed = frozenset(lanes)
        self._builder = self._make_builder(self._builder.index)
        self._changed()
        self.lanes_folded.emit(self._collapsed)

    def toggle_lane(self, lane: int) -> None:
        """Fold or unfold a lane."""
        self.set_collapsed(self._collapsed ^ {lane})

    # The view

    def viewport(self) -> Viewport:
        """The part of time on screen."""
        return self._view

    def set_viewport(self, view: Viewport) -> None:
        """Show another part of time at once; the size stays the widget's."""
        self._glide.stop()
        self._placed = True
        self._show_view(view)

    def move_to(self, view: Viewport, pace: Pace = Pace.GLIDE) -> None:
        """Show another part of time, gliding there unless motion is reduced."""
        if view == self._view:
            self._glide.stop()
            return
        if not self._animated or not self.isVisible():
            self.set_viewport(view)
            return
        self._placed = True
        self._glide.start(self._view, view, pace)

    def goal(self) -> Viewport:
        """Where the view is, or is gliding to."""
        return self._glide.goal or self._view

    def fit_all(self) -> None:
        """Show all events, with room for the last ones' labels."""
        if len(self.index):
            self.move_to(self._fitted(self.index.low, self.index.high))

    def fit_most(self) -> None:
        """Show the part of time that most events lie in: a good first look at a library."""
        if len(self.index):
            self.move_to(self._opening())

    def fit_range(self, low: int, high: int) -> None:
        """Show [low, high] seconds, filling four fifths of the view."""
        self.move_to(self.goal().fitted(low, high, _FIT_RANGE, _FIT_RANGE))

    def zoom_in(self) -> None:
        """Magnify around the event that is read, or the middle."""
        self._zoom(_ZOOM)

    def zoom_out(self) -> None:
        """Shrink around the event that is read, or the middle."""
        self._zoom(1 / _ZOOM)

    def pan_by(self, fraction: float) -> None:
        """Move by a part of the width; positive moves on in time."""
        view = self.goal()
        self.move_to(view.panned(fraction * view.width))

    def scroll_by(self, pixels: float) -> None:
        """Scroll the lanes, positive downwards; nothing happens where all of them fit."""
        self._scroll_to(self._view.top + pixels)

    def scroll_page(self, pages: int) -> None:
        """Scroll the lanes by so many views, gliding; a little of the last one stays in sight."""
        view = self.goal()
        room = (view.height - self._builder.style.axis) * _PAGE
        content = self._builder.content_height(view.height)
        self.move_to(view.scrolled_to(view.top + pages * room, content))

    def _scroll_to(self, top: float) -> None:
        content = self._builder.content_height(self._view.height)
        self.set_viewport(self._view.scrolled_to(top, content))

    @property
    def scrollable(self) -> bool:
        """True when not all lanes fit."""
        return self._builder.content_height(self._view.height) > self._view.height

    def go_to(self, seconds: int) -> None:
        """Bring an instant to the middle."""
        self.move_to(self.goal().centred(seconds))

    def view_back(self) -> None:
        """Return to the view before."""
        self.remember_view()
        self._travel(self._history.back())

    def view_forward(self) -> None:
        """Undo `view_back`."""
        self._travel(self._history.forward())

    def reveal(self, event_id: int, at_once: bool = False) -> None:
        """Bring an event into view; pans, scrolls and zooms only as far as needed.

        Glides there, unless it is to be there `at_once`.
        """
        row = self.index.row_of(event_id)
        if row is None:
            return
        move = self.set_viewport if at_once else self.move_to
        move(revealing(self._builder, row, self.goal()))

    def set_range(self, span: tuple[int, int] | None, done: bool = False) -> None:
        """Mark a range of time, or none; `done` tells the listeners."""
        if span == self._range and not done:
            return
        cleared = span is None
        self._range = span
        self.update()
        if done or cleared:
            self.range_selected.emit(span)

    @property
    def marked_range(self) -> tuple[int, int] | None:
        """First and last second of the range that is marked; the last one at least one later."""
        if self._range is None:
            return None
        first, last = self._range
        return first, max(last, first + 1)

    def fit_marked_range(self) -> None:
        """Zoom to the range that is marked."""
        if self._range:
            self.fit_range(*self._range)

    # Inside

    def _make_builder(self, index: EventIndex) -> SceneBuilder:
        self._fresh = True
        return SceneBuilder(
            index,
            self._letters.style(),
            self._letters,
            self._labels,
            self._lane_names,
            calendar_names(self.locale()),
            self._collapsed,
        )

    def _show_view(self, view: Viewport) -> None:
        view = view.resized(self.width(), self.height())
        content = self._builder.content_height(view.height)
        view = view.scrolled_to(view.top, content)
        if view == self._view:
            return
        self._view = view
        self._view_moved()
        self._changed()
        self._settled.start()
        self.viewport_changed.emit(view)

    def _changed(self) -> None:
        self._scene = None
        self.update()

    def remember_view(self) -> None:
        """Let `view_back` return to this view; happens by itself when the view has come to rest."""
        if self._glide.goal is None:
            self._history.visit(self._view)

    def _travel(self, view: Viewport | None) -> None:
        if view is not None:
            self.move_to(view.resized(self.width(), self.height()))

    def _fitted(self, low: int, high: int) -> Viewport:
        return fitting(self._builder, low, high, self.goal())

    def _opening(self) -> Viewport:
        """Most events; a first look is for reading, so the last labels get the room they need."""
        return fitting(self._builder, *self.index.busiest, self.goal(), _READING_ROOM)

    def _fit_first(self) -> None:
        self._view = self._opening()
        self._settled.start()
        self.viewport_changed.emit(self._view)

    def _zoom(self, factor: float) -> None:
        view = self.goal()
        self.move_to(view.zoomed_at(self._zoom_x(view), factor))

    def _view_moved(self) -> None:
        """The view has changed: put away what lies over it."""

    def _zoom_x(self, view: Viewport) -> float:
        """Pixel around which keys zoom."""
        return view.width / 2

    # Qt

    def sizeHint(self) -> QSize:
        """Roomy."""
        return QSize(900, 560)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene; build it first when the view has changed."""
        scene = self.scene()
        with QPainter(self) as painter:
            ratio = painter.device().devicePixelRatioF()
            if ratio != self._stamps.pixel_ratio:
                self._stamps = Stamps(ratio)
            paint_scene(
                painter,
                scene,
                self._theme,
                self._inks,
                self._letters,
                self._stamps,
                self._opacities(scene),
            )
            if self._range is not None:
                paint_range(painter, scene, self._inks, self._range)
            if self._ringed and self.hasFocus():
                painter.setPen(QPen(self._inks.accent, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def _opacities(self, scene: Scene) -> Mapping[Hashable, float]:
        """What is fading in, and a next frame for it."""
        if not self._animated:
            return {}
        now = self._clock.nsecsElapsed() / 1e6
        labels = self._appearing.opacities([item.id for item in scene.items], now)
        marks = [mark_key(mark) for mark in scene.marks]
        fading = {**labels, **self._marks_appearing.opacities(marks, now)}
        if fading:
            self._fading.start()
        return fading

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the left edge and the zoom; fit anew while nobody has chosen a view."""
        super().resizeEvent(event)
        self._view = self._view.resized(self.width(), self.height())
        if not self._placed and len(self.index):
            self._fit_first()
        self._changed()
        self.viewport_changed.emit(self._view)


def _single_shot(parent: SceneCanvas, milliseconds: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
