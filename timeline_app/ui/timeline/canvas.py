"""The timeline's canvas: one painted widget that shows events and tells what the user does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from timeline_app.layout.columns import EventColumns
from timeline_app.layout.hit import Hit, Part, hit_test
from timeline_app.layout.index import EventIndex
from timeline_app.layout.rings import rings
from timeline_app.layout.shapes import Box, Dot, Item, Pill
from timeline_app.layout.text import Labels
from timeline_app.layout.viewport import Viewport
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.timeline.accessible import Described, announce, install
from timeline_app.ui.timeline.hint import Hint
from timeline_app.ui.timeline.keys import KEYS, plain_key
from timeline_app.ui.timeline.peek import PeekCard
from timeline_app.ui.timeline.pointer import Pointer
from timeline_app.ui.timeline.scene_canvas import SceneCanvas
from timeline_app.ui.timeline.touch import Touch

_LISTED: Final = 7
_BY_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class TimelineCanvas(SceneCanvas):
    """Shows an index of events; says what the user does with them, and decides nothing itself."""

    event_clicked = Signal(object)  # event id
    event_activated = Signal(object)  # event id
    selection_cleared = Signal()
    hovered = Signal(object)  # event id or None
    menu_requested = Signal(object, object)  # event id or None, global QPoint

    def __init__(self, theme: Theme, labels: Labels, parent: QWidget | None = None) -> None:
        """`labels` is asked for the words of the events on screen, on the GUI thread."""
        install()
        super().__init__(theme, labels, parent)
        self._quotes: Callable[[int], str] | None = None
        self._peek = PeekCard(self)
        self._peek.set_theme(theme)
        self._hint = Hint(self)
        self._hint.set_theme(theme)
        self._touch = Touch(self, Pointer(self))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Timeline"))

    def set_theme(self, theme: Theme) -> None:
        """Take on a theme's colours and sizes."""
        super().set_theme(theme)
        self._peek.set_theme(theme)
        self._hint.set_theme(theme)

    def set_index(self, index: EventIndex | None, lane_names: Sequence[str]) -> None:
        """Show other events; the view keeps its place. The first events are fitted."""
        was_empty = not len(self._builder.index)
        self._placed |= not was_empty  # with other events, fitting anew would be a jump
        self._lane_names = tuple(lane_names)
        self._builder = self._make_builder(index or EventIndex.build(EventColumns.empty()))
        if was_empty and len(self._builder.index) and not self._placed:
            self._fit_first()
        self._changed()

    def set_quotes(self, quotes: Callable[[int], str] | None) -> None:
        """Where the peek card gets the words of an event's source from, by event id."""
        self._quotes = quotes

    def set_selected(self, ids: Collection[int], primary: int | None) -> None:
        """Mark events as selected; `primary` is the one that is read."""
        emphasis = replace(self._emphasis, selected=frozenset(ids), primary=primary)
        if emphasis == self._emphasis:
            return
        self._emphasis = emphasis
        announce(self, self.described)
        self.update()

    @property
    def primary(self) -> int | None:
        """The event that is read."""
        return self._emphasis.primary

    @property
    def hovered_id(self) -> int | None:
        """The event under the mouse."""
        return self._emphasis.hovered

    @property
    def peeking(self) -> bool:
        """True while the peek card is shown."""
        return self._peek.isVisible()

    def described(self) -> Described | None:
        """The event that is read, in words: title, date, how it is known, place among all."""
        row, primary = self._current_row(), self._emphasis.primary
        if row is None or primary is None:
            return None
        label = self.lettering.label(row)
        place = self.tr("{0} of {1}").format(self.index.place_of(row) + 1, len(self.index))
        name = ", ".join(part for part in (label.title, label.date, label.note) if part)
        drawn = self.scene().item(primary)
        return Described(name, place, _rect(_box_of(drawn)) if drawn else QRect())

    def fit_selection(self) -> None:
        """Show the selected events, filling four fifths of the view."""
        extent = self._selected_extent()
        if extent is not None:
            self.fit_range(*extent)

    def _selected_extent(self) -> tuple[int, int] | None:
        """First and last second of the selected events that are shown."""
        ids = self._emphasis.selected or {self._emphasis.primary}
        rows = [self.index.row_of(each) for each in ids if each is not None]
        extents = [self.index.extent(row) for row in rows if row is not None]
        if not extents:
            return None
        return min(low for low, _ in extents), max(high for _, high in extents)

    def mark_range(self) -> None:
        """Mark the time of the selected events; without any, the part that is in view."""
        low, high = self._selected_extent() or (self._view.first, self._view.last)
        self.set_range((low, high), done=True)

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

    def toggle_current_lane(self) -> None:
        """Fold or unfold the lane of the event that is read."""
        row = self._current_row()
        if row is not None:
            self.toggle_lane(int(self.index.columns.lane[row]))

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

    def show_peek(self, event_id: int | None) -> None:
        """Show an event's card, or none."""
        row = self.index.row_of(event_id) if event_id is not None else None
        box = self._place_of(event_id) if event_id is not None else None
        if box is None or row is None:
            self._peek.hide()
            return
        quote = self._quotes(event_id) if self._quotes and event_id is not None else ""
        self._peek.show_label(self.lettering.label(row), quote, _rect(box))

    def peek_words(self) -> tuple[str, ...]:
        """What the peek card says, from top to bottom."""
        return self._peek.words()

    def hint_at_zooming(self) -> None:
        """Tell how the wheel zooms: it was turned where there is nothing to scroll."""
        self._hint.show_text(self.tr("Hold Ctrl, or point at the dates above, to zoom"))

    def show_cluster(self, pill: Pill | None) -> None:
        """Show what a cluster stands for, or nothing."""
        if pill is None:
            self._peek.hide()
            return
        rows = self._builder.members(self.scene(), pill, _LISTED)
        rows.sort(key=self.index.place_of)
        self.lettering.load(rows)
        labels = [self.lettering.label(row) for row in rows]
        lines = [f"{each.date}  {each.title}" for each in labels]
        if pill.count > len(rows):
            lines.append(self.tr("and {0} more").format(pill.count - len(rows)))
        title = self.tr("{0} events").format(pill.count)
        self._peek.show_list(title, lines, _rect(pill.box))

    def toggle_peek(self) -> None:
        """Show or hide the card of the event that is read, else of the one under the mouse.

        An event out of view is brought there.
        """
        primary = self._emphasis.primary
        if self.peeking:
            self.show_peek(None)
            return
        if primary is not None and self._place_of(primary) is None:
            self.reveal(primary, at_once=True)
        self.show_peek(primary if primary is not None else self.hovered_id)

    def escape(self) -> None:
        """Put away what is in front: the peek card, then the marked range, then the selection."""
        if self.peeking:
            self.show_peek(None)
        elif self._range is not None:
            self.set_range(None)
        else:
            self.clear_selection()

    # Inside

    def _place_of(self, event_id: int) -> Box | None:
        """Where an event is drawn, or the cluster that it is part of; None out of view."""
        scene = self.scene()
        drawn = scene.item(event_id)
        if drawn is not None:
            return _box_of(drawn)
        return next(iter(rings(scene, self.index, (event_id,))), None)

    def _view_moved(self) -> None:
        self._peek.hide()

    def _zoom_x(self, view: Viewport) -> float:
        row = self._current_row()
        x = view.width / 2 if row is None else view.x_of(self.index.extent(row)[0])
        return x if 0 <= x <= view.width else view.width / 2

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

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See `keys.KEYS`."""
        action = KEYS.get(plain_key(event))
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


def _box_of(drawn: Item | Dot) -> Box:
    return drawn.label if isinstance(drawn, Item) else Box(drawn.x - 5, drawn.y - 5, 10, 10)


def _rect(box: Box) -> QRect:
    return QRect(round(box.x), round(box.y), round(box.width), round(box.height))
