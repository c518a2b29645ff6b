from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, settle
from tests.unit.session.samples import event_id
from timeline_app.domain import calendars as cal
from timeline_app.domain.records import Modality, Status
from timeline_app.session.lanes import Lanes
from timeline_app.session.selection import Events, Passage, Reveal
from timeline_app.store import Library, RemoveArticles
from timeline_app.ui.start import ErrorHook
from timeline_app.ui.window.empty_library import EmptyLibrary
from timeline_app.ui.window.main_window import MainWindow


def test_a_new_library_shows_everything_and_its_first_article(window: MainWindow) -> None:
    assert window.windowTitle() == "case"
    assert isinstance(window.session.selection.selection, Passage)
    assert window.reader.article is not None
    assert window.reader.article.id == 1
    view = window.timeline.canvas.viewport()
    assert view.first < cal.seconds_from_civil(2011)
    assert view.last > cal.seconds_from_civil(2016, 7)


def test_a_click_on_the_timeline_opens_the_passage(qtbot: QtBot, window: MainWindow) -> None:
    chosen = event_id(window.session.library, "General says advisers may go")
    window.timeline.canvas.choose(chosen)
    settle(qtbot, window)
    assert window.session.selection.selection == Events.one(chosen)
    assert window.reader.mark is not None
    assert window.reader.mark.event == chosen


def test_the_place_is_kept(qtbot: QtBot, open_window: OpenWindow, library_path: Path) -> None:
    first = open_window(library_path)
    chosen = event_id(first.session.library, "Secretary speaks in Vienna")
    first.session.selection.select(Events.one(chosen), reveal=Reveal.SCROLL)
    canvas = first.timeline.canvas
    low, high = cal.seconds_from_civil(2015, 11), cal.seconds_from_civil(2016, 9)
    canvas.set_viewport(canvas.viewport().fitted(low, high, 0.0, 0.0))
    first.commands["toggle_list"].trigger()
    settle(qtbot, first)
    before = canvas.viewport()
    first.close()
    second = open_window(library_path)
    view = second.timeline.canvas.viewport()
    assert abs(view.first - before.first) < 2 * view.seconds_per_px
    assert abs(view.last - before.last) < 2 * view.seconds_per_px
    assert second.session.selection.selection == Events.one(chosen)
    assert second.reader.mark is not None
    assert second.reader.mark.event == chosen
    assert second.lists.isHidden()
    assert not second.commands["toggle_list"].isChecked()


def test_search_narrows_all_views(qtbot: QtBot, window: MainWindow) -> None:
    window.commands["find"].trigger()
    field = window.top_bar.search
    with qtbot.waitSignal(window.session.index_changed):
        QTest.keyClicks(field, "vienna")
    assert window.lists.events.rows.rowCount() == 2
    assert len(window.timeline.canvas.index) == 1
    with qtbot.waitSignal(window.session.index_changed):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert len(window.timeline.canvas.index) == 4


def test_letters_in_the_search_field_are_no_commands(qtbot: QtBot, window: MainWindow) -> None:
    window.top_bar.search.setFocus()
    QTest.keyClicks(window.top_bar.search, "xaj0fASTX")
    assert window.top_bar.search.text() == "xaj0fASTX"
    settle(qtbot, window)
    assert {e.status for e in window.session.library.events()} == {Status.SUGGESTED}


def test_panels_give_way_when_the_window_gets_narrow(qtbot: QtBot, window: MainWindow) -> None:
    before = window.reader_panel.width()
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: window.timeline.width() > 510)
    assert window.reader_panel.width() < before


def test_a_chip_hides_a_kind_and_shows_it_again(qtbot: QtBot, window: MainWindow) -> None:
    chip = window.filters.chip(Modality.SAID)
    with qtbot.waitSignal(window.session.index_changed):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.isChecked()
    assert window.session.view is not None
    assert window.session.view.shown == 3
    assert chip.text() == "Said 1"
    with qtbot.waitSignal(window.session.index_changed):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert window.session.view.shown == 4


def test_rejecting_goes_on_to_the_next_event(qtbot: QtBot, window: MainWindow) -> None:
    library = window.session.library
    window.session.selection.select(Events.one(event_id(library, "Secretary speaks in Vienna")))
    following = event_id(library, "General says advisers may go")
    window.lists.events.setFocus()
    with qtbot.waitSignal(window.session.index_changed):
        QTest.keyClick(window.lists.events, Qt.Key.Key_X)
    assert window.session.selection.primary == following
    assert window.session.view is not None
    assert window.session.view.shown == 3
    with qtbot.waitSignal(window.session.index_changed):
        window.commands["show_rejected"].trigger()
    assert window.session.view.shown == 4


def test_what_a_filter_hides_keeps_its_status(qtbot: QtBot, window: MainWindow) -> None:
    library = window.session.library
    hidden = event_id(library, "Council votes")
    window.session.selection.select(Events.one(hidden))
    with qtbot.waitSignal(window.session.index_changed):
        QTest.keyClicks(window.top_bar.search, "vienna")
    window.commands["accept"].trigger()
    settle(qtbot, window)
    assert {event.status for event in library.events()} == {Status.SUGGESTED}
    assert window.session.selection.primary == hidden
    assert "hidden" in window.banner.text


def test_a_title_is_edited_in_place(qtbot: QtBot, window: MainWindow) -> None:
    event = event_id(window.session.library, "Council votes")
    window.session.selection.select(Events.one(event))
    window.commands["edit_title"].trigger()
    field = window.prompt.field
    assert field.text() == "Council votes"
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.prompt.isVisible()
    with qtbot.waitSignal(window.session.index_changed):
        QTest.keyClicks(field, "The council votes at last")
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert not window.prompt.isVisible()
    assert window.session.library.events([event])[0].title == "The council votes at last"


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("2013", (2013, 1, 1), (2014, 1, 1)),
        ("19 May 2016", (2016, 5, 19), (2016, 5, 20)),
        ("1850/1950", (1850, 1, 1), (1951, 1, 1)),
    ],
)
def test_goes_to_a_date(
    qtbot: QtBot,
    window: MainWindow,
    words: str,
    low: tuple[int, int, int],
    high: tuple[int, int, int],
) -> None:
    window.commands["go_to_date"].trigger()
    QTest.keyClicks(window.prompt.field, words)
    QTest.keyClick(window.prompt.field, Qt.Key.Key_Return)
    view = window.timeline.canvas.viewport()
    start, end = cal.seconds_from_civil(*low), cal.seconds_from_civil(*high)
    assert view.first < start
    assert end < view.last
    assert end - start > view.span / 50


def test_words_that_are_no_date_are_refused_in_place(qtbot: QtBot, window: MainWindow) -> None:
    before = window.timeline.canvas.viewport()
    window.commands["go_to_date"].trigger()
    QTest.keyClicks(window.prompt.field, "soon")
    QTest.keyClick(window.prompt.field, Qt.Key.Key_Return)
    assert window.prompt.isVisible()
    QTest.keyClick(window.prompt.field, Qt.Key.Key_Escape)
    assert not window.prompt.isVisible()
    assert window.timeline.canvas.viewport() == before


def test_themes_reach_every_part(qtbot: QtBot, window: MainWindow) -> None:
    window.commands["theme_dark"].trigger()
    dark = window.appearance.theme
    assert dark.name == "dark"
    assert window.session.settings.theme == "dark"
    assert window.palette().window().color().name() == dark.window
    window.commands["theme_light"].trigger()
    assert window.palette().window().color().name() == window.appearance.theme.window


def test_an_error_is_told_and_can_be_dismissed(qtbot: QtBot, window: MainWindow) -> None:
    window.session.failed.emit("The disk is full.")
    assert window.banner.text == "The disk is full."
    dismiss = window.banner.findChild(QToolButton)
    assert dismiss is not None
    QTest.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert window.banner.text == ""


def test_what_nobody_caught_is_logged_and_told(
    window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    hook = ErrorHook(window)
    try:
        raise OSError("gone")
    except OSError as error:
        hook(OSError, error, error.__traceback__)
    assert "gone" in window.banner.text
    assert caplog.records[-1].exc_info is not None


def test_an_empty_library_says_what_to_do(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    empty = open_window(tmp_path / "new.timeline")
    assert empty.findChild(EmptyLibrary) is not None
    assert empty.timeline.isHidden()


def test_libraries_open_in_the_same_window(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.session.index_changed):
        window.open_library(tmp_path / "other.timeline")
    assert window.windowTitle() == "other"
    assert window.lists.events.rows.rowCount() == 0
    assert window.reader.article is None
    with qtbot.waitSignal(window.session.index_changed):
        window.open_library(tmp_path / "case.timeline")
    settle(qtbot, window)
    assert window.lists.events.rows.rowCount() == 6
    assert window.reader.article is not None


def test_the_keyboard_reaches_every_part(qtbot: QtBot, window: MainWindow) -> None:
    for name, part in (
        ("focus_events", window.lists.events),
        ("focus_articles", window.lists.articles),
        ("focus_timeline", window.timeline.canvas),
        ("focus_reader", window.reader.body),
        ("find", window.top_bar.search),
    ):
        window.commands[name].trigger()
        assert window.focusWidget() is part, name


@pytest.mark.qt_log_ignore("does not support")
def test_an_event_has_a_menu_of_its_own(qtbot: QtBot, window: MainWindow) -> None:
    event = event_id(window.session.library, "Council votes")
    window.timeline.canvas.menu_requested.emit(event, window.mapToGlobal(QPoint(400, 300)))
    menu = window.event_menu
    assert menu.isVisible()
    assert window.session.selection.selection == Events.one(event)
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert "edit_title" in names
    menu.close()


@pytest.mark.qt_log_ignore("does not support")
def test_the_ground_has_a_menu_of_its_own(window: MainWindow) -> None:
    window.timeline.canvas.menu_requested.emit(None, window.mapToGlobal(QPoint(400, 300)))
    assert "event_menu" not in vars(window)
    assert window.ground_menu.isVisible()
    assert window.commands["go_to_date"] in window.ground_menu.actions()
    window.ground_menu.close()


def test_the_peek_card_quotes_the_source(window: MainWindow) -> None:
    canvas = window.timeline.canvas
    event = event_id(window.session.library, "Council votes")
    canvas.fit_all()
    canvas.reveal(event)
    window.session.selection.select(Events.one(event))
    canvas.toggle_peek()
    assert canvas.peeking
    mention = window.session.library.events([event])[0].mentions[0]
    text = window.session.library.article(mention.article).text
    assert any(mention.passage.slice(text)[:40] in words for words in canvas.peek_words())


def test_a_marked_range_is_told_until_it_is_gone(window: MainWindow) -> None:
    canvas, shown = window.timeline.canvas, window.status.range_words()
    first, last = cal.seconds_from_civil(2016, 5, 3), cal.seconds_from_civil(2016, 5, 20)
    canvas.set_range((first, last), done=True)
    assert window.status.range_words().startswith("Marked: 3 May to 19 May 2016 · Z zooms there")
    canvas.clear_selection()
    assert window.status.range_words() == shown


def test_lanes_are_chosen_in_the_menu_and_remembered(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.index_changed):
        window.commands["lanes_modality"].trigger()
    bands = window.timeline.canvas.scene().lanes
    assert {band.name for band in bands} == {"Happened", "Said", "Planned"}
    assert window.commands["lanes_modality"].isChecked()
    assert window.session.settings.lanes is Lanes.MODALITY
    with qtbot.waitSignal(window.session.index_changed):
        window.commands["lanes_none"].trigger()
    assert [band.name for band in window.timeline.canvas.scene().lanes] == [""]


def test_search_hits_are_marked_while_the_overview_keeps_its_range(
    qtbot: QtBot, window: MainWindow
) -> None:
    overview = window.timeline.overview
    before, plain = overview.whole(), overview.grab().toImage()
    with qtbot.waitSignal(window.session.index_changed):
        window.top_bar.search.setText("vienna")
    assert overview.whole() == before
    assert overview.grab().toImage() != plain


def test_tab_goes_from_the_lists_to_the_timeline(qtbot: QtBot, window: MainWindow) -> None:
    assert window.focusWidget() is window.lists.events
    QTest.keyClick(window.lists.events, Qt.Key.Key_Tab)
    assert window.focusWidget() is window.timeline.canvas


def test_only_a_marked_range_can_be_shown(qtbot: QtBot, window: MainWindow) -> None:
    canvas, commands = window.timeline.canvas, window.commands
    assert not commands["only_range"].isEnabled()
    window.session.selection.select(Events.one(event_id(window.session.library, "Council votes")))
    commands["mark_range"].trigger()
    assert commands["fit_range"].isEnabled()
    assert "L shows only this" in window.status.range_words()
    with qtbot.waitSignal(window.session.index_changed):
        commands["only_range"].trigger()
    assert window.session.view is not None
    assert 0 < window.session.view.shown < 4
    assert commands["only_range"].isChecked()
    assert canvas.marked_range is None
    with qtbot.waitSignal(window.session.index_changed):
        window.filters.span_cleared.emit()
    assert window.session.view.shown == 4
    assert not commands["only_range"].isEnabled()


def test_escape_unmarks_a_range_before_the_selection(window: MainWindow) -> None:
    canvas = window.timeline.canvas
    event = event_id(window.session.library, "Council votes")
    window.session.selection.select(Events.one(event))
    window.commands["mark_range"].trigger()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.marked_range is None
    assert window.session.selection.primary == event
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert window.session.selection.primary is None


def test_letters_that_move_the_timeline_star_and_accept_in_the_panels_only(
    qtbot: QtBot, window: MainWindow
) -> None:
    event = event_id(window.session.library, "Council votes")
    window.session.selection.select(Events.one(event))
    settle(qtbot, window)

    def found() -> tuple[bool, Status]:
        summary = window.session.events.get(event)
        assert summary is not None
        return summary.starred, summary.status

    canvas, events = window.timeline.canvas, window.lists.events
    canvas.setFocus()
    scale = canvas.viewport().seconds_per_px
    QTest.keyClick(canvas, Qt.Key.Key_S)
    QTest.keyClick(canvas, Qt.Key.Key_A)
    settle(qtbot, window)
    assert canvas.viewport().seconds_per_px > scale
    assert found() == (False, Status.SUGGESTED)
    for held, focused in (
        (Qt.KeyboardModifier.ShiftModifier, canvas),
        (Qt.KeyboardModifier.NoModifier, events),
    ):
        focused.setFocus()
        scale = canvas.viewport().seconds_per_px
        QTest.keyClick(focused, Qt.Key.Key_S, held)
        qtbot.waitUntil(lambda: found()[0])
        QTest.keyClick(focused, Qt.Key.Key_A, held)
        qtbot.waitUntil(lambda: found()[1] is Status.ACCEPTED)
        assert canvas.viewport().seconds_per_px == scale
        for _ in range(2):
            window.commands["undo"].trigger()
            settle(qtbot, window)
        assert found() == (False, Status.SUGGESTED)


def test_what_another_program_imported_is_shown_and_counted(
    qtbot: QtBot, window: MainWindow, library_path: Path
) -> None:
    assert window.status.summary == "2 articles, 4 events"
    with Library.open(library_path) as other:
        other.apply(RemoveArticles((2,)))
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    settle(qtbot, window)
    assert window.lists.events.rows.rowCount() == 5  # three events and two years
    assert window.status.summary == "1 article, 3 events"
