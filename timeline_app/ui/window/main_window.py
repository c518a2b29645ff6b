"""The window: bars above, lists left, timeline in the middle, reader right, a line below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from timeline_app.domain.display import counted, display
from timeline_app.domain.records import EventId
from timeline_app.domain.text import Span
from timeline_app.layout.text import EventLabel
from timeline_app.session.selection import Events, Passage, Reveal, Selection
from timeline_app.session.session import Session
from timeline_app.session.view import LibraryView
from timeline_app.ui.commands.actions import ICONS, Actions
from timeline_app.ui.commands.handlers import Handlers
from timeline_app.ui.commands.menus import EVENT_MENU, GROUND_MENU, pointer_menu
from timeline_app.ui.commands.states import CommandStates
from timeline_app.ui.details.flow import CorrectionFlow
from timeline_app.ui.filters.bar import FilterBar
from timeline_app.ui.filters.flow import FilterFlow
from timeline_app.ui.importing.drop_hint import DropHint
from timeline_app.ui.importing.flow import ImportFlow
from timeline_app.ui.look.appearance import Appearance
from timeline_app.ui.look.icons import icon
from timeline_app.ui.look.icons import load as load_icons
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.look.wording import colour_names, event_note, starred_title
from timeline_app.ui.versions.flow import VersionFlow
from timeline_app.ui.window import tab_order
from timeline_app.ui.window.banner import Banner
from timeline_app.ui.window.furnishing import Furnishing
from timeline_app.ui.window.library_flow import LibraryFlow
from timeline_app.ui.window.memory import WindowMemory
from timeline_app.ui.window.pacing import AFTER_PICTURE_MS
from timeline_app.ui.window.panels import ListsPanel, ReaderPanel
from timeline_app.ui.window.prompt import Prompt
from timeline_app.ui.window.status_line import StatusLine
from timeline_app.ui.window.top_bar import TopBar

if TYPE_CHECKING:
    from timeline_app.layout.viewport import Viewport
    from timeline_app.ui.reader.view import Reader
    from timeline_app.ui.timeline.view import TimelineView

MOST_HITS = 2_000
"""Search hits that are marked in the overview; more would be a line."""


class MainWindow(QMainWindow):
    """Puts the views together; what they share goes through the session.

    What takes long comes one after the other, what is looked at first coming first: a frame with
    bars and empty panels, then the timeline with its events, then what is in the panels.
    """

    first_painted = Signal()
    timeline_painted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._painted = False
        self._fit_after_import = False
        self._size_words = ""
        self.appearance = Appearance(session.settings, self)
        self.handlers = Handlers(self)
        self.commands = Actions(self, self.handlers.table())
        self._make_views()
        self.correction_flow = CorrectionFlow(self)
        self._lay_out()
        self._connect()
        self.filter_flow = FilterFlow(self)
        self.import_flow = ImportFlow(self)
        self.drop_hint.dropped.connect(self.import_flow.take_data)
        self.library_flow = LibraryFlow(self)
        self.version_flow = VersionFlow(self)
        self.furnishing = Furnishing(self)
        self.memory = WindowMemory(self)
        self.memory.restore_window()
        self._follow_panels()
        self._begin_library()
        self.states = CommandStates(self)
        self.lists.setFocus()

    # Parts

    def _make_views(self) -> None:
        theme, selection = self.appearance.theme, self.session.selection
        self.top_bar = TopBar(self.commands)
        self.filters = FilterBar(theme)
        self.lists = ListsPanel(selection, theme, self)
        self.reader_panel = ReaderPanel(self)
        self.status = StatusLine()
        self.prompt = Prompt(self)
        self.drop_hint = DropHint(self)

    def _lay_out(self) -> None:
        self.setObjectName("mainWindow")
        self.setDockNestingEnabled(True)
        self.setMinimumSize(720, 480)
        self.commands.fill(self.menuBar())
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.top_bar)
        self.addToolBarBreak()
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.filters)
        self._centre = QStackedWidget()
        self._centre.addWidget(QWidget())  # bare until the library has been read
        middle = QWidget()
        self._middle = QVBoxLayout(middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addWidget(self._centre, 1)
        self.setCentralWidget(middle)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.lists)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.reader_panel)
        self.lists.setMinimumWidth(220)
        self.reader_panel.setMinimumWidth(260)
        self.setStatusBar(self.status)
        for panel in (self.lists, self.reader_panel):
            self.commands.add_panel_keys(panel)

    def _connect(self) -> None:
        session = self.session
        session.index_changed.connect(self._on_view)
        session.library_opened.connect(self._on_library_opened)
        session.failed.connect(self.show_error)
        session.selection.changed.connect(self._on_selection)
        session.undo_stack.changed.connect(self._on_undo_changed)
        session.undo_stack.applied.connect(self._on_edited)
        session.imports.progress.connect(self.note_saved)
        session.imports.finished.connect(self._on_import_finished)
        self.appearance.theme_changed.connect(self._on_theme)
        self.lists.event_activated.connect(self._on_event_activated)
        self.lists.menu_requested.connect(self._on_menu_requested)
        self.lists.article_chosen.connect(self._on_article_chosen)
        self.lists.visibilityChanged.connect(self._follow_panels)
        self.reader_panel.visibilityChanged.connect(self._follow_panels)
        self.filters.visibilityChanged.connect(self._follow_panels)
        self.status.cancelled.connect(session.imports.cancel)
        self._on_undo_changed()
        self.commands["cancel_import"].setEnabled(False)
        self.commands[f"theme_{self.appearance.choice}"].setChecked(True)
        self.commands[f"lanes_{session.settings.lanes.value}"].setChecked(True)

    @cached_property
    def reader(self) -> Reader:
        """The reader at the right, made when it is first needed."""
        from timeline_app.ui.reader.view import Reader
        from timeline_app.ui.shelf.flow import ShelfFlow

        reader = Reader(self.session, self.appearance.theme)
        reader.article_shown.connect(self.lists.articles.show_open)
        flow = self.correction_flow
        reader.details_wanted.connect(flow.show_details)
        reader.reading_taken.connect(flow.take_reading)
        reader.reading_wanted.connect(flow.ask_reading)
        reader.date_wanted.connect(flow.ask_date)
        reader.body.addAction(self.commands["add_event"])
        ShelfFlow(self, reader)
        self.reader_panel.set_reader(reader)
        self.states.follow_reader(reader)
        return reader

    @property
    def opened_reader(self) -> Reader | None:
        """The reader, if it has been made."""
        return self.__dict__.get("reader")

    @cached_property
    def timeline(self) -> TimelineView:
        """The timeline in the middle, made when it is first needed."""
        from timeline_app.ui.timeline.view import TimelineView

        view = TimelineView(self.appearance.theme, self._labels)
        view.canvas.event_clicked.connect(self._on_event_clicked)
        view.canvas.event_activated.connect(self._on_event_activated)
        view.canvas.selection_cleared.connect(self._on_selection_cleared)
        view.canvas.viewport_changed.connect(self._on_viewport)
        view.canvas.menu_requested.connect(self._on_menu_requested)
        view.canvas.range_selected.connect(self.status.set_marked)
        view.canvas.range_selected.connect(self.filter_flow.follow_range)
        view.canvas.set_quotes(self._quote)
        view.first_painted.connect(self._on_timeline_painted)
        self._centre.addWidget(view)
        return view

    @cached_property
    def empty_library(self) -> QWidget:
        """What stands in the timeline's place while there are no articles."""
        from timeline_app.ui.window.empty_library import EmptyLibrary

        page = EmptyLibrary(self.commands)
        self._centre.addWidget(page)
        return page

    @cached_property
    def event_menu(self) -> QMenu:
        """What can be done with an event, at the pointer."""
        return pointer_menu("eventMenu", EVENT_MENU, self.commands, self)

    @cached_property
    def ground_menu(self) -> QMenu:
        """What can be done with the timeline, at the pointer."""
        return pointer_menu("groundMenu", GROUND_MENU, self.commands, self)

    @cached_property
    def banner(self) -> Banner:
        """Words over the timeline's lower edge."""
        return Banner(self.timeline.canvas)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the first frame stands, read the library."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._on_first_frame)

    def _on_first_frame(self) -> None:
        self.first_painted.emit()
        self.session.read("layout", _import_layout, self._make_timeline)
        self.session.refresh()

    def _make_timeline(self, _loaded: bool) -> None:
        """While the library is being read, so that its picture needn't wait."""
        _ = self.timeline

    def _on_timeline_painted(self) -> None:
        self.timeline_painted.emit()
        self.furnishing.begin()

    # What other parts ask of the window

    def show_error(self, text: str) -> None:
        """Tell a failure in the window."""
        self.banner.show_error(text)

    def add_report_panel(self, panel: QWidget) -> None:
        """Give the import report its place below the timeline."""
        self._middle.addWidget(panel)

    def open_library(self, path: Path) -> None:
        """Open another library, remembering the place in this one."""
        if path != self.session.library.path:
            self.memory.save_place()
            self.session.open(path)

    def note_saved(self) -> None:
        """Say whether all is saved."""
        self.status.set_saved(self.session.saved, read_only=self.session.read_only)

    def show_palette(self) -> None:
        """All commands, to be found by typing."""
        from timeline_app.ui.commands.palette import CommandPalette

        CommandPalette(self.commands, self).open_over()

    def reset_layout(self) -> None:
        """Panels back to where they are at the first start."""
        self.memory.reset_layout()

    def finish_loading(self) -> None:
        """What the first frames can do without: icons."""
        self._load_icons()
        self.import_flow.go_on()

    def _load_icons(self) -> None:
        if self.furnishing.done:
            load_icons(self, self._set_icons)
        else:
            QTimer.singleShot(AFTER_PICTURE_MS, self, self._load_icons)

    def _set_icons(self) -> None:
        for name, picture in ICONS.items():
            self.commands[name].setIcon(icon(picture, self.appearance.theme))

    # Library and view

    def _begin_library(self) -> None:
        path = self.session.library.path
        self.memory.begin_library()
        self.top_bar.search.clear()
        self._fit_after_import = self.session.library.is_empty()
        only = self.session.read_only
        self.setWindowTitle(self.tr("{0} (read-only)").format(path.stem) if only else path.stem)
        self.setWindowFilePath(str(path))
        self.status.set_summary("")
        self.note_saved()

    def _on_library_opened(self) -> None:
        self._begin_library()
        self.banner.dismiss()
        self.import_flow.go_on()

    def _on_view(self, view: LibraryView) -> None:
        self._show_centre(view)
        self.timeline.set_index(view.index, view.lane_names, view.whole)
        found = view.ids[:MOST_HITS].tolist() if self.session.filter.text.strip() else ()
        self.timeline.set_hits(found)
        self.timeline.set_source_names(colour_names(view.articles))
        self.furnishing.follow(view)
        self.status.show_range(view.total > 0)
        self._mark_on_canvas(self.session.selection.selection)
        self.memory.go_to_place(view)
        if self.status.summary in {"", self._size_words} and view.articles:
            articles, events = len(view.articles), view.total
            self._size_words = f"{counted(articles, 'article')}, {counted(events, 'event')}"
            self.status.set_summary(self._size_words)

    def _show_centre(self, view: LibraryView) -> None:
        importing = self.session.imports.running
        empty = not view.articles and not importing
        self.timeline.set_importing(importing)
        self._centre.setCurrentWidget(self.empty_library if empty else self.timeline)
        if empty:
            self.furnishing.begin()
        if not view.articles:
            self._fit_after_import = True

    def _on_import_finished(self) -> None:
        self.timeline.set_importing(False)
        if self._fit_after_import and self.session.view is not None:
            self._fit_after_import = False
            self.session.index_changed.connect(
                self._fit_once, Qt.ConnectionType.SingleShotConnection
            )
            self.session.refresh()

    def _fit_once(self) -> None:
        self.timeline.canvas.fit_most()

    # Selection

    def _labels(self, ids: Sequence[EventId]) -> Mapping[EventId, EventLabel]:
        found = self.session.events.get_many(ids)
        return {
            event: EventLabel(
                starred_title(summary), display(summary.when), event_note(summary, star=False)
            )
            for event, summary in found.items()
        }

    def _quote(self, event: EventId) -> str:
        return self.session.library.quote(event)

    def _on_selection(self, selection: Selection, origin: object) -> None:
        self._mark_on_canvas(selection)
        wanted = self.session.selection.reveal is not Reveal.NONE
        if wanted and isinstance(selection, Events) and origin is not self.timeline:
            self.timeline.canvas.reveal(selection.primary)

    def _mark_on_canvas(self, selection: Selection) -> None:
        if isinstance(selection, Events):
            self.timeline.set_selected(selection.ids, selection.primary)
        else:
            self.timeline.set_selected(frozenset(), None)

    def _on_event_clicked(self, event: EventId) -> None:
        """With Ctrl, one more is selected, or one less."""
        selection = self.session.selection.selection
        chosen = Events.one(event)
        held = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        if held and isinstance(selection, Events) and (ids := selection.ids ^ chosen.ids):
            chosen = Events(ids, event if event in ids else min(ids))
        self.session.selection.select(chosen, origin=self.timeline, reveal=Reveal.SCROLL)

    def _select_event(self, event: EventId) -> None:
        """One alone, unless it is one of those that are selected already."""
        selection = self.session.selection.selection
        ids = selection.ids if isinstance(selection, Events) else frozenset()
        chosen = Events(ids, event) if event in ids else Events.one(event)
        self.session.selection.select(chosen, origin=self.timeline, reveal=Reveal.SCROLL)

    def _on_event_activated(self, event: EventId) -> None:
        self._select_event(event)
        self.handlers.on_focus_reader()

    def _on_menu_requested(self, event: EventId | None, at: QPoint) -> None:
        if event is None:
            self.ground_menu.popup(at)
            return
        self._select_event(event)
        self.event_menu.popup(at)

    def _on_selection_cleared(self) -> None:
        self.session.selection.clear(origin=self.timeline)

    def _on_article_chosen(self, article: int) -> None:
        self.session.selection.select(Passage(article, Span(0, 0)), origin=self.lists.articles)

    # Undo, viewport, theme

    def _on_undo_changed(self) -> None:
        stack = self.session.undo_stack
        for name, words, what in (
            ("undo", self.tr("&Undo"), stack.undo_label),
            ("redo", self.tr("&Redo"), stack.redo_label),
        ):
            self.commands[name].setEnabled(what is not None)
            self.commands[name].setText(f"{words} {what}" if what else words)
        self.note_saved()

    def _on_edited(self, _changes: object) -> None:
        """What the last import brought may be gone: the line says what there is instead."""
        self.status.set_summary("")
        self.banner.withdraw_undo()

    def _on_viewport(self, viewport: Viewport) -> None:
        self.status.set_range(viewport.first, viewport.last)

    def _on_theme(self, theme: Theme) -> None:
        for part in (self.timeline, self.filters, self.reader, self.lists):
            part.set_theme(theme)
        self.finish_loading()

    def _follow_panels(self) -> None:
        for name, panel in (
            ("toggle_list", self.lists),
            ("toggle_reader", self.reader_panel),
            ("toggle_filters", self.filters),
        ):
            self.commands[name].setChecked(not panel.isHidden())

    def changeEvent(self, event: QEvent) -> None:
        """Back from another window: that may have been a terminal with an import."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.session.look_again()

    # The end

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window and the place, finish writing, go; a correction under way first."""
        if self.correction_flow.must_finish():
            event.ignore()
            return
        self.furnishing.stop()
        self.memory.save_place()
        self.memory.save_window()
        self.session.close()
        super().closeEvent(event)

    # Keyboard, and what floats

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through bars, lists, timeline and reader in the order in which they are read."""
        middle = self.centralWidget() or self._centre
        parts = (self.top_bar, self.filters, self.lists, middle, self.reader_panel, self.status)
        return tab_order.step(parts, forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Nothing floats where it no longer belongs, and panels give way to the timeline."""
        super().resizeEvent(event)
        if self.prompt.isVisible():
            self.prompt.dismiss()
        if event.size().width() < event.oldSize().width():
            self.memory.spare_the_timeline(self._centre.width())


def _import_layout() -> bool:
    """Load what the timeline rests on, which takes longer than a frame, off the GUI thread.

    Nothing of Qt: PySide makes a type when it is first imported, and crashes where two threads do.
    """
    import timeline_app.layout.fitting
    import timeline_app.layout.rings
    import timeline_app.layout.scene  # noqa: F401

    return True
