from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.session.samples import event_id
from timeline_app.domain.records import Changes, ChangeSet, Modality, Status
from timeline_app.importing.worker import Clipping
from timeline_app.session import session as paced
from timeline_app.session.lanes import Lanes
from timeline_app.session.selection import Events, Nothing
from timeline_app.session.session import Session
from timeline_app.session.settings import Settings
from timeline_app.session.view import Filter, LibraryView
from timeline_app.store import Library, SetTitle


def shown_titles(session: Session) -> list[str]:
    """Titles of the shown events in order."""
    assert session.view is not None
    return [event.title for event in session.library.events(session.view.ids.tolist())]


def labels(session: Session) -> tuple[str | None, str | None]:
    """What could be undone and redone."""
    return session.undo_stack.undo_label, session.undo_stack.redo_label


def change(qtbot: QtBot, session: Session, chosen: Filter) -> LibraryView:
    """The view after a change of the filter."""
    with qtbot.waitSignal(session.index_changed):
        session.set_filter(chosen)
    assert session.view is not None
    return session.view


def test_view_has_events_in_time_order_with_their_years(session: Session) -> None:
    view = session.view
    assert view is not None
    assert view.years.tolist() == [2011, 2016, 2016, 2016]
    assert (view.shown, view.total) == (4, 4)
    assert view.lane_names == ("The Monitor", "Daily Courier")
    assert view.modality_counts[Modality.HAPPENED] == 2
    assert view.index is not None
    assert len(view.index) == 4


def test_filters_by_words_kind_and_source(qtbot: QtBot, session: Session) -> None:
    assert change(qtbot, session, Filter(text="vienn")).shown == 1
    assert shown_titles(session) == ["Secretary speaks in Vienna"]
    hidden = Filter().toggled(Modality.SAID)
    assert change(qtbot, session, hidden).shown == 3
    assert change(qtbot, session, Filter().toggled(frozenset({1}))).shown == 1
    assert shown_titles(session) == ["Council votes"]
    assert change(qtbot, session, Filter()).shown == 4


def test_a_filter_does_not_change_the_counts(qtbot: QtBot, session: Session) -> None:
    view = change(qtbot, session, Filter().toggled(Modality.SAID))
    assert view.modality_counts[Modality.SAID] == 1
    assert view.total == 4


def test_rejected_events_are_hidden_unless_asked_for(qtbot: QtBot, session: Session) -> None:
    event = event_id(session.library, "Council votes")
    with qtbot.waitSignal(session.index_changed):
        session.set_status([event], Status.REJECTED)
    assert session.view is not None
    assert (session.view.shown, session.view.total) == (3, 3)
    assert change(qtbot, session, Filter(show_rejected=True)).shown == 4


def test_removal_can_be_undone_and_done_again(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.index_changed):
        session.remove_articles([1])
    assert shown_titles(session) == ["Council votes"]
    assert labels(session) == ("Remove 1 article", None)
    with qtbot.waitSignal(session.index_changed):
        session.undo_stack.undo()
    assert len(shown_titles(session)) == 4
    assert labels(session) == (None, "Remove 1 article")
    with qtbot.waitSignal(session.index_changed):
        session.undo_stack.redo()
    assert shown_titles(session) == ["Council votes"]


def test_removed_events_leave_the_selection(qtbot: QtBot, session: Session) -> None:
    session.selection.select(Events.one(event_id(session.library, "Council votes")))
    with qtbot.waitSignal(session.library_changed):
        session.remove_articles([2])
    assert session.selection.selection == Nothing()


def test_an_edited_title_is_read_anew(qtbot: QtBot, session: Session) -> None:
    event = event_id(session.library, "Council votes")
    with qtbot.waitSignal(session.index_changed):
        session.set_title(event, "The council votes at last")
    found = session.events.get(event)
    assert found is not None
    assert (found.title, found.status) == ("The council votes at last", Status.EDITED)


def test_a_failed_edit_is_told_and_leaves_nothing_to_undo(
    qtbot: QtBot, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(session.failed) as told:
        session.set_title(999, "No such event")
    assert told.args is not None
    assert "Edit title" in told.args[0]
    assert session.undo_stack.undo_label is None
    assert session.saved


def test_opens_another_library(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    session.selection.select(Events.one(1))
    with qtbot.waitSignals([session.library_opened, session.index_changed]):
        session.open(tmp_path / "other.timeline")
    assert session.library.path == tmp_path / "other.timeline"
    assert session.view is not None
    assert session.view.articles == ()
    assert session.selection.selection == Nothing()
    assert session.settings.last_library == tmp_path / "other.timeline"


def test_a_file_that_is_no_library_leaves_this_one_open(
    qtbot: QtBot, session: Session, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = tmp_path / "picture.timeline"
    wrong.write_bytes(b"\x89PNG" * 2000)
    before = session.library.path
    with qtbot.waitSignal(session.failed) as told:
        session.open(wrong)
    assert told.args is not None
    assert "picture.timeline" in told.args[0]
    assert session.library.path == before
    assert len(session.library.article_ids()) == 2


def test_imports_report_and_can_be_undone(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("A story\n\nOn 3 March 2014 the bridge opened.\n", encoding="utf-8")
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with qtbot.waitSignal(session.imports.finished) as finished:
        session.import_paths([story, empty])
    assert finished.args is not None
    report = finished.args[0].report
    assert [row.outcome.value for row in report.rows] == ["refused", "imported"] or [
        row.outcome.value for row in report.rows
    ] == ["imported", "refused"]
    assert len(session.library.article_ids()) == 3
    assert session.undo_stack.undo_label == "Import 1 article"
    with qtbot.waitSignal(session.library_changed) as changed:
        session.undo_stack.undo()
    assert changed.args is not None
    changes: ChangeSet = changed.args[0]
    assert len(changes.articles.removed) == 1
    assert len(session.library.article_ids()) == 2


def test_two_imports_run_one_after_the_other(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        words = f"Story {name}\n\nOn 3 March 2014 it began.\n"
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
    session.import_paths([tmp_path / "a.txt"])
    session.import_paths([tmp_path / "b.txt"])
    assert not session.saved
    qtbot.waitUntil(lambda: session.idle)
    assert len(session.library.article_ids()) == 4


def test_views_of_a_large_library_take_little_of_the_time_of_an_import(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paced, "_LARGE", 0)
    monkeypatch.setattr(paced, "_SHARE", 1e-6)
    views: list[LibraryView] = []
    session.index_changed.connect(views.append)
    for number in range(3):
        words = f"Story {number}\n\nOn 3 March 2014 it began.\n".encode()
        session.import_paths([Clipping(f"{number}.txt", words)])
        with qtbot.waitSignal(session.imports.finished):
            session.imports.changed.emit(ChangeSet(events=Changes(changed=frozenset({1}))))
            assert not views
        qtbot.waitUntil(lambda: session.idle)
        assert views.pop().articles == tuple(session.library.summaries())
        assert not views


def test_what_another_program_wrote_is_shown_on_coming_back(
    qtbot: QtBot, session: Session, library_path: Path
) -> None:
    event = event_id(session.library, "Council votes")
    assert session.events.get(event) is not None
    with qtbot.assertNotEmitted(session.index_changed, wait=50):
        session.look_again()
    with Library.open(library_path) as other:
        other.apply(SetTitle(event, "Council voted"))
    with qtbot.waitSignal(session.index_changed):
        session.look_again()
    found = session.events.get(event)
    assert found is not None
    assert found.title == "Council voted"


def test_closing_twice_is_harmless(session: Session, library_path: Path) -> None:
    session.close()
    session.close()
    with Library.open(library_path) as library:
        assert len(library.article_ids()) == 2


def test_the_newest_of_quick_keystrokes_wins(qtbot: QtBot, session: Session) -> None:
    shown: list[int] = []
    session.index_changed.connect(lambda view: shown.append(view.shown))
    for text in ("a", "may", "vienna"):
        session.set_filter(Filter(text=text))
    qtbot.waitUntil(lambda: session.idle)
    assert shown[-1] == 1
    assert shown_titles(session) == ["Secretary speaks in Vienna"]


def test_lanes_can_be_moved_and_stay_there(
    qtbot: QtBot, session: Session, settings: Settings
) -> None:
    with qtbot.waitSignal(session.index_changed):
        session.refresh()
    assert session.view is not None
    before = session.view.lane_names
    session.move_lane(before[0], -1)
    session.move_lane("no such lane", 1)
    with qtbot.waitSignal(session.index_changed):
        session.move_lane(before[0], 1)
    assert session.view.lane_names == (before[1], before[0])
    assert settings.first_lanes(session.library.path, Lanes.ARTICLE) == (before[1], before[0])
    assert settings.first_lanes(session.library.path, Lanes.PERSON) == ()
