from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, settle
from timeline_app.importing.pending import remember
from timeline_app.importing.worker import ImportOptions
from timeline_app.ui.importing.watched_folders import WatchedFolders
from timeline_app.ui.window.main_window import MainWindow

STORY = "The bridge\n\nOn 3 March 2014 the bridge opened. It had been planned since 2001.\n"
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(folder: Path) -> list[Path]:
    """One file that can be read, one that is empty and one that isn't there."""
    story, empty = folder / "story.txt", folder / "empty.txt"
    story.write_text(STORY, encoding="utf-8")
    empty.write_bytes(b"")
    return [story, empty, folder / "gone.txt"]


def drag(paths: list[Path]) -> QMimeData:
    """What a file manager drags."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_drop_imports_and_the_view_stays(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    before = window.timeline.canvas.viewport()
    data = drag([files(tmp_path)[0]])
    actions = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(300, 300), actions, data, LEFT, NO_KEYS)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert window.drop_hint.isVisible()
    drop = QDropEvent(QPointF(300, 300), actions, data, LEFT, NO_KEYS)
    with qtbot.waitSignal(window.session.imports.finished):
        QApplication.sendEvent(window, drop)
    settle(qtbot, window)
    assert not window.drop_hint.isVisible()
    assert window.lists.articles.rows.rowCount() == 3
    assert window.timeline.canvas.viewport() == before
    assert "Imported 1 article" in window.banner.text


def test_other_drags_are_left_alone(qtbot: QtBot, window: MainWindow) -> None:
    words = QMimeData()
    words.setText("just words")
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, words, LEFT, NO_KEYS)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()
    assert not window.drop_hint.isVisible()


def test_the_hint_goes_when_the_files_do(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    data = drag(files(tmp_path))
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, LEFT, NO_KEYS)
    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.drop_hint.isVisible()


def test_refused_files_are_rows_with_their_reason(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.session.imports.finished):
        window.import_flow.take(files(tmp_path))
    settle(qtbot, window)
    panel = window.import_flow.panel
    assert panel.isVisible()
    outcomes = {(row[1], row[0]) for row in panel.rows()}
    assert outcomes == {
        ("empty.txt", "Refused"),
        ("gone.txt", "Refused"),
        ("story.txt", "Imported"),
    }
    assert all(row[2] for row in panel.rows())
    assert "1 article" in window.status.summary
    panel.copy()
    copied = QGuiApplication.clipboard().text()
    assert str(tmp_path / "empty.txt") in copied


def test_an_import_can_be_undone_from_its_note(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.session.imports.finished):
        window.import_flow.take(files(tmp_path)[:1])
    settle(qtbot, window)
    with qtbot.waitSignal(window.session.index_changed):
        window.commands["undo"].trigger()
    assert window.lists.articles.rows.rowCount() == 2
    assert window.status.summary == "2 articles, 4 events"


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_dialog_does_not_block(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    window.commands["import_files"].trigger()
    dialog = window.findChild(QFileDialog, "importDialog")
    assert dialog is not None
    assert dialog.isVisible()
    with qtbot.waitSignal(window.session.imports.finished):
        dialog.filesSelected.emit([str(files(tmp_path)[0])])
        dialog.close()
    settle(qtbot, window)
    assert window.lists.articles.rows.rowCount() == 3
    window.commands["import_files"].trigger()
    again = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    assert Path(again.directory().path()) == files(tmp_path)[0].parent
    again.close()


def test_the_first_articles_of_an_empty_library_are_fitted(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "new.timeline")
    with qtbot.waitSignal(window.session.imports.finished):
        window.import_flow.take(files(tmp_path)[:1])
    settle(qtbot, window)
    index, view = window.timeline.canvas.index, window.timeline.canvas.viewport()
    assert len(index) > 0
    assert view.first <= index.low
    assert window.reader.article is not None


def test_progress_shows_from_the_first_moment_and_can_be_cancelled(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    cancel = window.commands["cancel_import"]
    shown = [(window.status.busy, cancel.isEnabled())]
    with qtbot.waitSignal(window.session.imports.finished) as finished:
        window.import_flow.take(files(tmp_path))
        shown.append((window.status.busy, cancel.isEnabled()))
        cancel.trigger()
    shown.append((window.status.busy, cancel.isEnabled()))
    assert shown == [(False, False), (True, True), (False, False)]
    assert finished.args is not None
    assert finished.args[0].report.cancelled


def test_the_sample_library_is_filled_once(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.imports.finished):
        window.commands["open_samples"].trigger()
    settle(qtbot, window)
    samples = window.session.library.path
    articles = window.lists.articles.rows.rowCount()
    assert articles >= 3
    assert samples.name == "samples.timeline"
    window.commands["open_samples"].trigger()
    settle(qtbot, window)
    assert window.lists.articles.rows.rowCount() == articles


def test_fields_leave_dropped_files_to_the_window(window: MainWindow) -> None:
    assert not window.top_bar.search.acceptDrops()
    assert not window.prompt.field.acceptDrops()
    assert not window.timeline.canvas.acceptDrops()
    assert window.acceptDrops()


def words(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_pasted_text_becomes_an_article(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(STORY)
    with qtbot.waitSignal(window.session.imports.finished):
        window.commands["paste"].trigger()
    settle(qtbot, window)
    newest = window.session.library.article_ids()[-1]
    article = window.session.library.article(newest)
    assert article.title == "The bridge"
    assert article.path.startswith("Pasted 20")
    assert window.session.library.original(newest) == STORY.encode()


def test_a_pasted_list_of_files_is_imported(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    story = files(tmp_path)[0]
    with qtbot.waitSignal(window.session.imports.finished):
        window.import_flow.take_data(
            words(f"{story}\n{QUrl.fromLocalFile(str(story)).toString()}\n")
        )
    settle(qtbot, window)
    newest = window.session.library.article_ids()[-1]
    assert window.session.library.article(newest).path == str(story)


def test_a_dropped_address_is_not_fetched(qtbot: QtBot, window: MainWindow) -> None:
    data = words("https://example.org/story")
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, LEFT, NO_KEYS)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(
        window, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, LEFT, NO_KEYS)
    )
    assert not window.session.imports.running
    assert "Save the page" in window.banner.text


def test_nothing_to_paste_is_told(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("May 2016")
    window.commands["paste"].trigger()
    assert not window.session.imports.running
    assert "no article" in window.banner.text


def test_a_refused_file_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.session.imports.finished):
        window.import_flow.take(files(tmp_path))
    settle(qtbot, window)
    (tmp_path / "gone.txt").write_text(STORY.replace("bridge", "tunnel"), encoding="utf-8")
    with qtbot.waitSignal(window.session.imports.finished):
        window.import_flow.panel.retried.emit()
    settle(qtbot, window)
    outcomes = {(row[1], row[0]) for row in window.import_flow.panel.rows()}
    assert outcomes == {("empty.txt", "Refused"), ("gone.txt", "Imported")}


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_report_can_be_saved(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    with qtbot.waitSignal(window.session.imports.finished):
        window.import_flow.take(files(tmp_path))
    panel = window.import_flow.panel
    panel.ask_save()
    dialog = panel.findChild(QFileDialog, "reportDialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "report.txt"))
    dialog.close()
    assert "refused\t" in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_a_cut_off_import_is_offered_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    story = files(tmp_path)[0]
    library = window.session.library
    remember(library, [story], ImportOptions(source="Harbour Post"))
    window.import_flow.go_on()
    settle(qtbot, window)
    assert "story.txt" in window.banner.text
    button = next(b for b in window.banner.findChildren(QPushButton) if b.text() == "Go on")
    with qtbot.waitSignal(window.session.imports.finished):
        button.click()
    settle(qtbot, window)
    assert library.article(library.article_ids()[-1]).publication == "Harbour Post"
    assert library.pending() == []


def test_a_cut_off_import_can_be_let_go(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    library = window.session.library
    remember(library, files(tmp_path), ImportOptions())
    window.import_flow.go_on()
    settle(qtbot, window)
    assert "2 others" in window.banner.text
    QTest.keyClick(window.banner, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: library.pending() == [])
    assert window.banner.text == ""


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_files_in_a_watched_folder_come_in_and_removed_ones_stay_away(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    window.import_flow.ask_watched()
    dialog = window.findChild(WatchedFolders, "watchedFolders")
    assert dialog is not None
    dialog.add(str(folder))
    dialog.close()
    settle(qtbot, window)
    watch = window.import_flow.watch
    story = folder / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    with qtbot.waitSignal(window.session.imports.finished):
        look_twice(qtbot, window)
    settle(qtbot, window)
    assert window.lists.articles.rows.rowCount() == 3
    newest = window.session.library.article_ids()[-1]
    window.session.remove_articles([newest])
    settle(qtbot, window)
    story.touch()
    with qtbot.waitSignal(window.session.imports.finished):
        look_twice(qtbot, window)
    settle(qtbot, window)
    assert window.lists.articles.rows.rowCount() == 2
    watch.set_folders([])
    assert window.session.library.watched_folders() == [str(folder)]


def look_twice(qtbot: QtBot, window: MainWindow) -> None:
    """A file is taken once it held still between two looks."""
    for _ in range(2):
        window.import_flow.watch.look()
        qtbot.waitUntil(lambda: window.session._background.idle)
