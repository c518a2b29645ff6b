"""The timeline as the window sees it: canvas, overview and legend in one widget."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from timeline_app.layout.index import EventIndex
from timeline_app.layout.text import Labels
from timeline_app.layout.viewport import Viewport
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.timeline.canvas import TimelineCanvas
from timeline_app.ui.timeline.legend import Legend
from timeline_app.ui.timeline.overview import Overview


class TimelineView(QWidget):
    """A timeline with its overview and legend; without events it says what to do."""

    event_clicked = Signal(object)  # event id
    event_activated = Signal(object)  # event id
    selection_cleared = Signal()
    viewport_changed = Signal(object)  # Viewport
    hovered = Signal(object)  # event id or None
    range_selected = Signal(object)  # (first second, last second) or None
    menu_requested = Signal(object, object)  # event id or None, global QPoint
    first_painted = Signal()

    def __init__(self, theme: Theme, labels: Labels, parent: QWidget | None = None) -> None:
        """`labels` is asked for the words of the events on screen, on the GUI thread."""
        super().__init__(parent)
        self.canvas = TimelineCanvas(theme, labels, self)
        self.overview = Overview(theme, self)
        self.legend = Legend(theme, self)
        self._theme = theme
        self._filtered = False
        self._importing = False
        self._empty = QLabel(self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._empty.setTextFormat(Qt.TextFormat.RichText)
        upper = QWidget(self)
        stack = QStackedLayout(upper)
        stack.setStackingMode(QStackedLayout.StackingMode.StackAll)
        stack.addWidget(self._empty)
        stack.addWidget(self.canvas)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(upper, 1)
        rows.addWidget(self.legend)
        rows.addWidget(self.overview)
        self.setFocusProxy(self.canvas)
        self._connect()
        self._show_empty(True, True)

    def _connect(self) -> None:
        canvas = self.canvas
        canvas.event_clicked.connect(self.event_clicked)
        canvas.event_activated.connect(self.event_activated)
        canvas.selection_cleared.connect(self.selection_cleared)
        canvas.viewport_changed.connect(self.viewport_changed)
        canvas.viewport_changed.connect(self.overview.set_view)
        canvas.hovered.connect(self.hovered)
        canvas.range_selected.connect(self.range_selected)
        canvas.menu_requested.connect(self.menu_requested)
        canvas.scene_changed.connect(self.legend.set_scene)
        canvas.first_painted.connect(self.first_painted)
        self.overview.view_requested.connect(canvas.set_viewport)

    def set_theme(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.canvas.set_theme(theme)
        self.overview.set_theme(theme)
        self.legend.set_theme(theme)
        self._theme = theme
        self._say_why_empty()

    def set_index(
        self,
        index: EventIndex | None,
        lane_names: Sequence[str],
        whole: EventIndex | None = None,
    ) -> None:
        """Show other events; the view keeps its place.

        `whole` has those too that a filter leaves out: the overview keeps their range.
        """
        some = index if whole is None else whole
        self._filtered = whole is not None and len(whole) > 0
        self._show_empty(some is None or not len(some), index is None or not len(index))
        self.overview.set_index(index, whole)
        self.canvas.set_index(index, lane_names)
        self.overview.set_view(self.canvas.viewport())

    def set_source_names(self, names: Sequence[str]) -> None:
        """Names of the colours, by the `source` column, for the legend."""
        self.legend.set_source_names(names)

    def set_selected(self, ids: Collection[int], primary: int | None) -> None:
        """Mark events as selected."""
        self.canvas.set_selected(ids, primary)
        self.overview.set_marked(chain(() if primary is None else (primary,), ids))

    def empty_words(self) -> str:
        """What an empty timeline says; nothing when there are events."""
        return self._empty.text() if self._empty.isVisibleTo(self) else ""

    def set_importing(self, importing: bool) -> None:
        """Say so while there is nothing to see yet."""
        if importing != self._importing:
            self._importing = importing
            self._say_why_empty()

    def set_hits(self, ids: Collection[int]) -> None:
        """Mark what a search has found in the overview."""
        self.overview.set_hits(ids)

    def _say_why_empty(self) -> None:
        """Nothing was imported yet, or nothing that was matches the search."""
        theme = self._theme
        if self._filtered:
            title, hint = self.tr("No event matches."), ""
        elif self._importing:
            title, hint = self.tr("Reading articles…"), self.tr("Events appear as they are found.")
        else:
            title = self.tr("Nothing on the timeline yet")
            hint = self.tr("Drop articles here, or press Ctrl+O to choose them.")
        self._empty.setText(
            f"<p style='color:{theme.text}; font-size:{theme.title_size}pt; font-weight:600'>"
            f"{title}</p><p style='color:{theme.muted}; font-size:{theme.body_size}pt'>{hint}</p>"
        )

    def _show_empty(self, empty: bool, bare: bool) -> None:
        """`empty`: there are no events at all; `bare`: none is drawn."""
        self._empty.setVisible(bare)
        self.overview.setVisible(not empty)
        self.legend.setVisible(not empty)
        if bare:
            self._say_why_empty()
            self._empty.raise_()
        else:
            self.canvas.raise_()

    # The canvas's own doings, for menus and the session

    def set_animated(self, animated: bool) -> None:
        """False: no motion."""
        self.canvas.set_animated(animated)

    def viewport(self) -> Viewport:
        """The part of time on screen."""
        return self.canvas.viewport()

    def set_viewport(self, view: Viewport) -> None:
        """Show another part of time at once."""
        self.canvas.set_viewport(view)

    def reveal(self, event_id: int) -> None:
        """Bring an event into view."""
        self.canvas.reveal(event_id)

    def fit_all(self) -> None:
        """Show all events."""
        self.canvas.fit_all()

    def fit_most(self) -> None:
        """Show the part of time that most events lie in."""
        self.canvas.fit_most()

    def fit_selection(self) -> None:
        """Show the selected events."""
        self.canvas.fit_selection()

    def zoom_in(self) -> None:
        """Magnify."""
        self.canvas.zoom_in()

    def zoom_out(self) -> None:
        """Shrink."""
        self.canvas.zoom_out()

    def pan_by(self, fraction: float) -> None:
        """Move by a part of the width."""
        self.canvas.pan_by(fraction)

    def go_to(self, seconds: int) -> None:
        """Bring an instant to the middle."""
        self.canvas.go_to(seconds)

    def view_back(self) -> None:
        """Return to the view before."""
        self.canvas.view_back()

    def view_forward(self) -> None:
        """Undo `view_back`."""
        self.canvas.view_forward()
