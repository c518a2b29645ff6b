"""What each command of the window does; a method `on_<name>` a command of `actions.COMMANDS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from timeline_app.domain import calendars as cal
from timeline_app.domain.display import display
from timeline_app.domain.records import EventId, Status
from timeline_app.domain.text import page_of
from timeline_app.session.date_words import parse_date_words
from timeline_app.session.lanes import Lanes
from timeline_app.session.selection import Events, Passage, Reveal
from timeline_app.ui.commands.actions import COMMANDS
from timeline_app.ui.look.wording import page_words
from timeline_app.ui.window.panels import ARTICLES, EVENTS, UNDATED

if TYPE_CHECKING:
    from timeline_app.store import Library
    from timeline_app.ui.export.flow import ExportFlow
    from timeline_app.ui.merging.flow import MergeFlow
    from timeline_app.ui.window.main_window import MainWindow


FAR_TOO_SMALL = 20
"""A period this many times shorter than the view is zoomed to, so that it can be made out."""


class Handlers(QObject):
    """Runs the commands of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._export_flow: ExportFlow | None = None
        self._merge_flow: MergeFlow | None = None

    @property
    def export_flow(self) -> ExportFlow:
        """Exporting and printing; made when it is first needed."""
        if self._export_flow is None:
            from timeline_app.ui.export.flow import ExportFlow

            self._export_flow = ExportFlow(self._window)
        return self._export_flow

    @property
    def merge_flow(self) -> MergeFlow:
        """Merging, splitting and suggestions; made when it is first needed."""
        if self._merge_flow is None:
            from timeline_app.ui.merging.flow import MergeFlow

            self._merge_flow = MergeFlow(self._window)
        return self._merge_flow

    def table(self) -> dict[str, Callable[[], None]]:
        """A handler for every command."""
        return {command.name: getattr(self, f"on_{command.name}") for command in COMMANDS}

    # File

    def on_import_files(self) -> None:
        self._window.import_flow.ask_files()

    def on_import_folder(self) -> None:
        self._window.import_flow.ask_folder()

    def on_paste(self) -> None:
        self._window.import_flow.paste()

    def on_watched_folders(self) -> None:
        self._window.import_flow.ask_watched()

    def on_cancel_import(self) -> None:
        self._session.imports.cancel()

    def on_show_report(self) -> None:
        self._window.import_flow.show_report()

    def on_export_image(self) -> None:
        self.export_flow.ask_export()

    def on_print(self) -> None:
        self.export_flow.ask_print()

    def on_quit(self) -> None:
        self._window.close()

    # Edit

    def on_undo(self) -> None:
        self._session.undo_stack.undo()

    def on_redo(self) -> None:
        self._session.undo_stack.redo()

    def on_find(self) -> None:
        field = self._window.top_bar.search
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def on_accept(self) -> None:
        self._decide(Status.ACCEPTED)

    def on_reject(self) -> None:
        self._decide(Status.REJECTED)

    def on_edit_title(self) -> None:
        event = self._session.selection.primary
        found = self._session.events.get(event) if event is not None else None
        if found is None:
            self._window.banner.show_note(self.tr("Select an event first."))
            return
        save = partial(self._save_title, found.id, found.title)
        self._window.prompt.ask(self.tr("Title of the event"), save, found.title)

    def on_edit_date(self) -> None:
        self._window.correction_flow.ask_date()

    def on_star(self) -> None:
        self._window.correction_flow.toggle_star()

    def on_tags(self) -> None:
        self._window.correction_flow.ask_tags()

    def on_merge_events(self) -> None:
        self.merge_flow.merge_selected()

    def on_split_source(self) -> None:
        self.merge_flow.split_here()

    def on_suggestions(self) -> None:
        self.merge_flow.show_suggestions()

    def on_add_event(self) -> None:
        self._window.correction_flow.ask_event()

    def on_reread(self) -> None:
        self._window.version_flow.read_again()

    def on_versions(self) -> None:
        self._window.version_flow.show_versions()

    def on_article_details(self) -> None:
        self._window.correction_flow.show_details()

    def on_remove_articles(self) -> None:
        marked = self._window.lists.articles.marked
        selection = self._session.selection.selection
        if not marked and isinstance(selection, Passage):
            marked = [selection.article]
        self._session.remove_articles(marked)

    def on_copy_event(self) -> None:
        event = self._session.selection.primary
        if event is not None:
            read = partial(_event_text, self._session.library, event)
            self._session.read("copy", read, QGuiApplication.clipboard().setText)

    # View

    def on_fit_all(self) -> None:
        self._window.timeline.canvas.fit_all()

    def on_fit_selection(self) -> None:
        self._window.timeline.canvas.fit_selection()

    def on_mark_range(self) -> None:
        self._window.timeline.canvas.mark_range()

    def on_fit_range(self) -> None:
        self._window.timeline.canvas.fit_marked_range()

    def on_only_range(self) -> None:
        """Show what lies in the marked range; a second time, all again."""
        canvas, chosen = self._window.timeline.canvas, self._session.filter
        span = canvas.marked_range if chosen.span is None else None
        self._session.set_filter(replace(chosen, span=span))
        canvas.set_range(None)

    def on_zoom_in(self) -> None:
        self._window.timeline.canvas.zoom_in()

    def on_zoom_out(self) -> None:
        self._window.timeline.canvas.zoom_out()

    def on_toggle_list(self) -> None:
        self._window.lists.setVisible(self._window.commands["toggle_list"].isChecked())

    def on_toggle_reader(self) -> None:
        panel = self._window.reader_panel
        panel.setVisible(self._window.commands["toggle_reader"].isChecked())

    def on_toggle_filters(self) -> None:
        self._window.filters.setVisible(self._window.commands["toggle_filters"].isChecked())

    def on_show_rejected(self) -> None:
        shown = self._window.commands["show_rejected"].isChecked()
        self._session.set_filter(replace(self._session.filter, show_rejected=shown))

    def on_hide_by_context(self) -> None:
        hidden = self._window.commands["hide_by_context"].isChecked()
        self._session.set_filter(replace(self._session.filter, hide_by_context=hidden))

    def on_only_starred(self) -> None:
        only = self._window.commands["only_starred"].isChecked()
        self._session.set_filter(replace(self._session.filter, starred=only))

    def on_names(self) -> None:
        """The people, places and organisations of the library, beside the timeline."""
        from timeline_app.ui.names.dialog import NamesDialog

        dialog = self._window.findChild(NamesDialog) or NamesDialog(self._session, self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def on_lanes_article(self) -> None:
        self._set_lanes(Lanes.ARTICLE)

    def on_lanes_source(self) -> None:
        self._set_lanes(Lanes.SOURCE)

    def on_lanes_modality(self) -> None:
        self._set_lanes(Lanes.MODALITY)

    def on_lanes_person(self) -> None:
        self._set_lanes(Lanes.PERSON)

    def on_lanes_place(self) -> None:
        self._set_lanes(Lanes.PLACE)

    def on_lanes_organization(self) -> None:
        self._set_lanes(Lanes.ORGANIZATION)

    def on_lanes_tag(self) -> None:
        self._set_lanes(Lanes.TAG)

    def on_lanes_none(self) -> None:
        self._set_lanes(Lanes.NONE)

    def on_lane_up(self) -> None:
        self._move_lane(-1)

    def on_lane_down(self) -> None:
        self._move_lane(1)

    def on_theme_system(self) -> None:
        self._window.appearance.choose("system")

    def on_theme_light(self) -> None:
        self._window.appearance.choose("light")

    def on_theme_dark(self) -> None:
        self._window.appearance.choose("dark")

    def on_full_screen(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def on_reset_layout(self) -> None:
        self._window.reset_layout()

    # Go

    def on_open_passage(self) -> None:
        if self._session.selection.primary is None:
            self._window.banner.show_note(self.tr("Select an event first."))
            return
        self.on_focus_reader()

    def on_next_event(self) -> None:
        self._step_event(1)

    def on_previous_event(self) -> None:
        self._step_event(-1)

    def on_next_passage(self) -> None:
        self._window.reader.step(1)

    def on_previous_passage(self) -> None:
        self._window.reader.step(-1)

    def on_next_source(self) -> None:
        self._window.reader.next_source(1)

    def on_previous_source(self) -> None:
        self._window.reader.next_source(-1)

    def on_go_to_date(self) -> None:
        hint = self.tr("2016, May 2016, 19 May 2016, -0043")
        self._window.prompt.ask(self.tr("Go to date"), self._go_to, hint=hint)

    def on_view_back(self) -> None:
        self._window.timeline.canvas.view_back()

    def on_view_forward(self) -> None:
        self._window.timeline.canvas.view_forward()

    def on_focus_events(self) -> None:
        self._window.lists.show_tab(EVENTS)

    def on_focus_articles(self) -> None:
        self._window.lists.show_tab(ARTICLES)

    def on_focus_undated(self) -> None:
        self._window.lists.show_tab(UNDATED)

    def on_focus_timeline(self) -> None:
        self._window.timeline.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def on_focus_reader(self) -> None:
        self._window.reader_panel.show()
        self._window.reader.body.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Library

    def on_new_library(self) -> None:
        self._window.library_flow.ask_new()

    def on_open_library(self) -> None:
        self._window.library_flow.ask_open()

    def on_copy_library(self) -> None:
        self._window.library_flow.ask_copy()

    def on_open_samples(self) -> None:
        self._window.library_flow.open_samples()

    # Help

    def on_palette(self) -> None:
        self._window.show_palette()

    def on_shortcuts(self) -> None:
        from timeline_app.ui.commands.shortcuts_sheet import ShortcutsSheet

        ShortcutsSheet(self._window).open()

    def on_about(self) -> None:
        from timeline_app.ui.window.about import About

        About(self._window).open()

    # Steps that several commands share

    def _decide(self, status: Status) -> None:
        """Set the status of the selected events; a single one gives way to the next.

        What a filter hides keeps its status: nobody sees what would happen to it.
        """
        selection = self._session.selection.selection
        if not isinstance(selection, Events):
            return
        rows = self._window.lists.events.rows
        chosen = [event for event in selection.ids if rows.row_of(event) is not None]
        if not chosen:
            self._window.banner.show_note(self.tr("The selected event is hidden by the filter."))
            return
        following = rows.neighbour(selection.primary, 1)
        self._session.set_status(chosen, status)
        if following is not None and len(selection.ids) == 1:
            self._select(following)

    def _move_lane(self, by: int) -> None:
        """Move the lane of the selected event."""
        event, view = self._session.selection.primary, self._session.view
        row = view.index.row_of(event) if event is not None and view and view.index else None
        if row is None or view is None or view.index is None:
            self._window.banner.show_note(self.tr("Select an event of the lane first."))
            return
        self._session.move_lane(view.lane_names[int(view.index.columns.lane[row])], by)

    def _set_lanes(self, lanes: Lanes) -> None:
        self._window.timeline.canvas.set_collapsed(())
        self._session.set_lanes(lanes)

    def _step_event(self, by: int) -> None:
        rows = self._window.lists.events.rows
        found = rows.neighbour(self._session.selection.primary, by)
        if found is not None:
            self._select(found)

    def _select(self, event: EventId) -> None:
        self._session.selection.select(Events.one(event), origin=self, reveal=Reveal.SCROLL)

    def _save_title(self, event: EventId, before: str, title: str) -> None:
        if not title:
            raise ValueError(self.tr("A title needs at least one word."))
        if title != before:
            self._session.set_title(event, title)

    def _go_to(self, words: str) -> None:
        canvas = self._window.timeline.canvas
        viewport = canvas.viewport()
        middle = (viewport.first + viewport.last) // 2
        value = parse_date_words(words, cal.civil_from_seconds(middle).year)
        low, high = value.points[0].earliest, value.points[-1].latest
        length = high - low
        if length >= viewport.span:
            canvas.fit_range(low, high)
        elif length * FAR_TOO_SMALL < viewport.span:
            canvas.fit_range(low - length, high + length)
        else:
            canvas.go_to((low + high) // 2)
        canvas.setFocus()


def _event_text(library: Library, event: EventId) -> str:
    """An event with its quotations, as plain text to paste elsewhere."""
    found = library.events([event])[0]
    lines = [f"{display(found.when)}: {found.title}"]
    for mention in found.mentions:
        article = library.article(mention.article)
        source = ", ".join(part for part in (article.title, article.publication) if part)
        page = page_words(page_of(mention.passage.start, article.pages))
        place = ", ".join(part for part in (Path(article.path).name, page) if part)
        lines.append(f"“{mention.passage.slice(article.text)}” ({source}; {place})")
    return "\n".join(lines)
