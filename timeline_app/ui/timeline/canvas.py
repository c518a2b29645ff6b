"""The timeline's canvas: one painted widget over a scene."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.layout.columns import EventColumns
from timeline_app.layout.hit import Hit, Part, hit_test
from timeline_app.layout.index import EventIndex
from timeline_app.layout.lettering import Lettering
from timeline_app.layout.scene import SceneBuilder
from timeline_app.layout.shapes import Box, Emphasis, Item, Scene
from timeline_app.layout.text import Labels
from timeline_app.layout.viewport import Viewport
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.glide import Glide
from timeline_app.ui.timeline.history import ViewHistory
from timeline_app.ui.timeline.inks import Inks, faded
from timeline_app.ui.timeline.keys import KEYS, plain_key
from timeline_app.ui.timeline.lettertypes import Lettertypes
from timeline_app.ui.timeline.paint import paint_scene
from timeline_app.ui.timeline.peek import PeekCard
from timeline_app.ui.timeline.pointer import Pointer
from timeline_app.ui.timeline.stamps import Stamps

_SETTLED_MS: Final = 500
_FRAME: Final = 0.0025  # seconds for labels that were never placed before
_ZOOM: Final = 1.6
_PAN: Final = 0.25
_FIT_SELECTION: Final = 0.1
_FIRST_WINDOW: Final = 40 * 86400
_BY_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class TimelineCanvas(QWidget):
    """Shows an index of events; says what the user does with them, and decides nothing itself."""

    event_clicked = Signal(object)  # event id
    event_activated = Signal(object)  # event id
    selection_cleared = Signal()
    viewport_changed = Signal(object)  # Viewport
    hovered = Signal(object)  # event id or None
    range_selected = Signal(object)  # (first second, last second), or None
    menu_requested = Signal(object, object)  # event id or None, global QPoint
    scene_changed = Signal(object)  # Scene
    first_painted = Signal()

    def __init__(self, theme: Theme, labels: Labels, parent: QWidget | None = None) -> None:
        """`labels` is asked for the words of the events on screen, on the GUI thread."""
        super().__init__(parent)
        self._labels = labels
        self._theme = theme
        self._inks = Inks(theme)
        self._letters = Lettertypes(theme, self.font())
        self._stamps = Stamps(self.devicePixelRatioF())
        self._lane_names: tuple[str, ...] = ()
        self._builder = self._make_builder(EventIndex.build(EventColumns.empty()))
        self._view = Viewport(0, 0.0, 86400.0, 800.0, 500.0)
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
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._remember_view)
        self._unsettled = QTimer(self)
        self._unsettled.setSingleShot(True)
        self._unsettled.setInterval(0)
        self._unsettled.timeout.connect(self._changed)
        self._peek = PeekCard(self)
        self._peek.set_theme(theme)
        self._pointer = Pointer(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 160)
        self.setAccessibleName(self.tr("Timeline"))

    # What is shown

    def set_theme(self, theme: Theme) -> None:
        """Take on a theme's colours and sizes."""
        self._theme = theme
        self._inks = Inks(theme)
        self._letters = Lettertypes(theme, self.font())
        self._stamps = Stamps(self.devicePixelRatioF())
        self._peek.set_theme(theme)
        self._builder = self._make_builder(self._builder.index)
        self._changed()

    def set_index(self, index: EventIndex | None, lane_names: Sequence[str]) -> None:
        """Show other events; the view keeps its place. The first events are fitted."""
        was_empty = not len(self._builder.index)
        self._lane_names = tuple(lane_names)
        self._builder = self._make_builder(index or EventIndex.build(EventColumns.empty()))
        if was_empty and len(self._builder.index) and not self._placed:
            self._fit_first()
        self._changed()

    def set_selected(self, ids: Collection[int], primary: int | None) -> None:
        """Mark events as selected; `primary` is the one that is read."""
        emphasis = replace(self._emphasis, selected=frozenset(ids), primary=primary)
        if emphasis == self._emphasis:
            return
        self._emphasis = emphasis
        self._describe()
        self.update()

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
    def primary(self) -> int | None:
        """The event that is read."""
        return self._emphasis.primary

    @property
    def hovered_id(self) -> int | None:
        """The event under the mouse."""
        return self._emphasis.hovered

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
            self._scene = self._builder.scene(self._view, int(time.time()), _FRAME)
            if not self._scene.settled:
                self._unsettled.start()
            self.scene_changed.emit(self._scene)
        return self._scene.with_emphasis(self._emphasis)

    # The view

    def viewport(self) -> Viewport:
        """The part of time on screen."""
        return self._view

    def set_viewport(self, view: Viewport) -> None:
        """Show another part of time at once; the size stays the widget's."""
        self._glide.stop()
        self._placed = True
        self._show_view(view)

    def move_to(self, view: Viewport, coasting: bool = False) -> None:
        """Show another part of time, gliding there unless motion is reduced."""
        if view == self._view:
            self._glide.stop()
            return
        if not self._animated or not self.isVisible():
            self.set_viewport(view)
            return
        self._placed = True
        self._glide.start(self._view, view, coasting)

    def goal(self) -> Viewport:
        """Where the view is, or is gliding to."""
        return self._glide.goal or self._view

    def fit_all(self) -> None:
        """Show all events, with room for the last ones' labels."""
        if len(self.index):
            self.move_to(self._fitted_all())

    def fit_selection(self) -> None:
        """Show the selected events, filling four fifths of the view."""
        ids = self._emphasis.selected or {self._emphasis.primary}
        rows = [self.index.row_of(each) for each in ids if each is not None]
        extents = [self.index.extent(row) for row in rows if row is not None]
        if extents:
            low, high = min(low for low, _ in extents), max(high for _, high in extents)
            self.fit_range(low, high)

    def fit_range(self, low: int, high: int) -> None:
        """Show [low, high] seconds, filling four fifths of the view."""
        self.move_to(self.goal().fitted(low, high, _FIT_SELECTION, _FIT_SELECTION))

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
        content = self._builder.content_height(self._view.height)
        self.set_viewport(self._view.scrolled_to(self._view.top + pixels, content))

    def go_to(self, seconds: int) -> None:
        """Bring an instant to the middle."""
        self.move_to(self.goal().centred(seconds))

    def view_back(self) -> None:
        """Return to the view before."""
        self._remember_view()
        self._travel(self._history.back())

    def view_forward(self) -> None:
        """Undo `view_back`."""
        self._travel(self._history.forward())

    def reveal(self, event_id: int) -> None:
        """Bring an event into view; pans, scrolls and zooms only as far as needed."""
        row = self.index.row_of(event_id)
        if row is None:
            return
        view = self._builder.revealing(row, self.goal())
        self.move_to(view)

    # What the user does

    def choose(self, event_id: int) -> None:
        """The user picked an event: mark it and tell."""
        self.set_selected({event_id}, event_id)
        self.event_clicked.emit(event_id)

    def clear_selection(self) -> None:
        """The user picked nothing."""
        self.set_range(None)
        if self._emphasis.selected or self._emphasis.primary is not None:
            self.set_selected((), None)
            self.selection_cleared.emit()

    def choose_neighbour(self, step: int) -> None:
        """Pick the next (1) or previous (-1) event in time."""
        row = self._current_row()
        found = self.index.neighbour(row, step) if row is not None else self._first_in_view(step)
        self._choose_row(found)

    def choose_in_lane(self, step: int) -> None:
        """Pick the event nearest in time in the lane below (1) or above (-1)."""
        row = self._current_row()
        lanes = [lane.number for lane in self.index.lanes]
        if row is None:
            self.choose_neighbour(step)
            return
        at = lanes.index(int(self.index.columns.lane[row])) + step
        if 0 <= at < len(lanes):
            self._choose_row(self.index.nearest(lanes[at], self.index.extent(row)[0]))

    def activate(self) -> None:
        """Open the passage of the event that is read."""
        if self._emphasis.primary is not None:
            self.event_activated.emit(self._emphasis.primary)

    def hit(self, x: float, y: float) -> Hit:
        """What lies under a point of the widget."""
        return hit_test(self.scene(), x, y)

    def set_hovered(self, event_id: int | None) -> None:
        """The mouse is over an event."""
        if event_id == self._emphasis.hovered:
            return
        self._emphasis = replace(self._emphasis, hovered=event_id)
        self.hovered.emit(event_id)
        self.update()

    def set_range(self, span: tuple[int, int] | None, done: bool = False) -> None:
        """Mark a range of time, or none; `done` tells the listeners."""
        if span == self._range and not done:
            return
        cleared = span is None
        self._range = span
        self.update()
        if done or cleared:
            self.range_selected.emit(span)

    def fit_marked_range(self) -> None:
        """Zoom to the range that was marked by shift and drag."""
        if self._range:
            self.fit_range(*self._range)

    def show_peek(self, event_id: int | None) -> None:
        """Show an event's card, or none."""
        where = self.scene().item(event_id) if event_id is not None else None
        row = self.index.row_of(event_id) if event_id is not None else None
        if where is None or row is None:
            self._peek.hide()
            return
        box = where.label if isinstance(where, Item) else Box(where.x - 5, where.y - 5, 10, 10)
        place = QRect(round(box.x), round(box.y), round(box.width), round(box.height))
        self._peek.show_label(self._builder.lettering.label(row), "", place)

    def toggle_peek(self) -> None:
        """Show or hide the card of the event that is read, else of the one under the mouse."""
        showing = self._peek.isVisible()
        primary = self._emphasis.primary
        self.show_peek(None if showing else primary if primary is not None else self.hovered_id)

    def escape(self) -> None:
        """Put away what is in front: the peek card first, then the selection."""
        if self._peek.isVisible():
            self.show_peek(None)
        else:
            self.clear_selection()

    # Inside

    def _make_builder(self, index: EventIndex) -> SceneBuilder:
        return SceneBuilder(
            index, self._letters.style(), self._letters, self._labels, self._lane_names
        )

    def _show_view(self, view: Viewport) -> None:
        view = view.resized(self.width(), self.height())
        content = self._builder.content_height(view.height)
        view = view.scrolled_to(view.top, content)
        if view == self._view:
            return
        self._view = view
        self._peek.hide()
        self._changed()
        self._settled.start()
        self.viewport_changed.emit(view)

    def _changed(self) -> None:
        self._scene = None
        self.update()

    def _remember_view(self) -> None:
        if self._glide.goal is None:
            self._history.visit(self._view)

    def _travel(self, view: Viewport | None) -> None:
        if view is not None:
            self.move_to(view.resized(self.width(), self.height()))

    def _fitted_all(self) -> Viewport:
        view = self.goal()
        low, high = self.index.low, self.index.high
        if high - low < _FIRST_WINDOW:  # a few days would fill the width with one
            spare = (_FIRST_WINDOW - (high - low)) // 2
            low, high = low - spare, high + spare
        room = min(0.3, 0.8 * self._letters.style().max_card / max(view.width, 1.0))
        return replace(view.fitted(low, high, 0.04, room), top=0.0)

    def _fit_first(self) -> None:
        self._view = self._fitted_all()
        self._settled.start()
        self.viewport_changed.emit(self._view)

    def _zoom(self, factor: float) -> None:
        view = self.goal()
        x = view.width / 2
        row = self._current_row()
        if row is not None:
            at = view.x_of(self.index.extent(row)[0])
            x = at if 0 <= at <= view.width else x
        self.move_to(view.zoomed_at(x, factor))

    def _current_row(self) -> int | None:
        primary = self._emphasis.primary
        return None if primary is None else self.index.row_of(primary)

    def _first_in_view(self, step: int) -> int | None:
        items = [item for item in self.scene().items if item.label.x >= 0]
        if not items:
            return self.index.neighbour(None, step)
        return self.index.row_of(min(items, key=lambda item: item.body.x).id)

    def _choose_row(self, row: int | None) -> None:
        if row is not None:
            event_id = int(self.index.columns.ids[row])
            self.choose(event_id)
            self.reveal(event_id)

    def _describe(self) -> None:
        """Tell assistive technology which event is read: name, date, place among all."""
        row = self._current_row()
        if row is None:
            self.setAccessibleDescription("")
            self.setAccessibleName(self.tr("Timeline"))
            return
        label = self._builder.lettering.label(row)
        place = self.tr("{0} of {1}").format(self.index.place_of(row) + 1, len(self.index))
        words = [part for part in (label.title, label.date, label.note, place) if part]
        self.setAccessibleName(", ".join(words))

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
            paint_scene(painter, scene, self._theme, self._inks, self._letters, self._stamps)
            self._paint_range(painter)
            if self._ringed and self.hasFocus():
                painter.setPen(QPen(self._inks.accent, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._tell_first_painted)

    def _tell_first_painted(self) -> None:
        self.first_painted.emit()

    def _paint_range(self, painter: QPainter) -> None:
        if self._range is None:
            return
        low, high = (min(max(self._view.x_of(at), -9.0), self.width() + 9.0) for at in self._range)
        painter.setPen(QPen(self._inks.accent, 1))
        painter.setBrush(faded(self._inks.accent, 0.12))
        top = round(self.scene().style.axis)
        painter.drawRect(QRect(round(low), top, round(high - low), self.height() - top))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the left edge and the zoom; fit anew while nobody has chosen a view."""
        super().resizeEvent(event)
        self._view = self._view.resized(self.width(), self.height())
        if not self._placed and len(self.index):
            self._fit_first()
        self._changed()
        self.viewport_changed.emit(self._view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See `keys.KEYS`."""
        action: Callable[[TimelineCanvas], None] | None = KEYS.get(plain_key(event))
        if action is None:
            super().keyPressEvent(event)
            return
        self._ringed = True
        action(self)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self._ringed = event.reason() in _BY_KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu on what lies under the mouse, or on the event that is read."""
        hit = self.hit(event.pos().x(), event.pos().y())
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        target = self.primary if by_key else hit.event_id if hit.part is Part.EVENT else None
        self.menu_requested.emit(target, event.globalPos())
