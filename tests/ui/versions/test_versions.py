"""Newer versions of articles, proposed after an import; articles read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, settle
from timeline_app.domain.display import display
from timeline_app.domain.records import Basis, Event
from timeline_app.extract import digest
from timeline_app.store import AddArticles, Library, SetTitle
from timeline_app.store.replacing import ReplaceReadings
from timeline_app.ui.versions.dialog import VersionDialog
from timeline_app.ui.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

OLDER = """\
Talks fail

May 20, 2016

The harbour master closed the port on Monday. The court freed a journalist on 3 May 2015.

A fire destroyed the customs house on 9 April 2014.
"""
NEWER = OLDER.replace("on Monday", "on Tuesday").replace(
    "A fire destroyed the customs house on 9 April 2014.",
    "The ships left for Malta on 12 May 2016.",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The article's file, as it was first."""
    path = tmp_path / "talks.txt"
    path.write_text(OLDER, encoding="utf-8")
    return path


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, file: Path) -> MainWindow:
    """A window on the older version; the fire's title is the user's."""
    library_path = tmp_path / "case.timeline"
    with Library.open(library_path) as library:
        drafts = digest(file.read_bytes(), path=str(file))
        library.apply(AddArticles(tuple(drafts)))
        fire = next(e for e in library.events() if display(e.when) == "9 April 2014")
        library.apply(SetTitle(fire.id, "The fire"))
    return open_window(library_path)


def dated(window: MainWindow) -> dict[str, Event]:
    return {
        display(event.when): event
        for event in window.session.library.events()
        if event.basis in {Basis.EXPRESSION, Basis.KEPT}
    }


def import_newer(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    file.write_text(NEWER, encoding="utf-8")
    with qtbot.waitSignal(window.session.imports.finished):
        window.import_flow.take([file])
    settle(qtbot, window)
    qtbot.waitUntil(lambda: "newer version" in window.banner.text)


def dialog_of(qtbot: QtBot, window: MainWindow) -> VersionDialog:
    settle(qtbot, window)
    found = window.findChild(VersionDialog, "versionDialog")
    assert isinstance(found, VersionDialog)
    return found


def test_a_newer_version_is_proposed_and_replaces(
    qtbot: QtBot, window: MainWindow, file: Path
) -> None:
    before = dated(window)
    import_newer(qtbot, window, file)
    button = next(b for b in window.banner.findChildren(QPushButton) if b.text() == "Replace…")
    button.click()
    dialog = dialog_of(qtbot, window)
    told = {row[0]: row[1:] for row in dialog.rows()}
    assert told["Moved"][1] == "16 May 2016 → 17 May 2016"
    assert told["Kept"] == ("The fire", "9 Apr 2014")
    assert any("Malta" in title and date == "12 May 2016" for _, title, date in dialog.rows())
    dialog.replace.click()
    settle(qtbot, window)
    after = dated(window)
    assert after["17 May 2016"].id == before["16 May 2016"].id
    assert after["9 April 2014"].title == "The fire"
    assert after["9 April 2014"].basis is Basis.KEPT
    assert window.session.library.article(1).superseded_by == 2
    assert "Replaced by the newer version" in window.status.summary
    assert window.reader.article is not None
    assert window.reader.article.id == 2
    window.commands["undo"].trigger()
    settle(qtbot, window)
    assert window.session.library.article(1).superseded_by is None
    window.commands["versions"].trigger()
    assert dialog_of(qtbot, window).isVisible()


def test_both_can_stay(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    import_newer(qtbot, window, file)
    window.version_flow.show_found()
    dialog_of(qtbot, window).keep.click()
    settle(qtbot, window)
    assert window.session.library.article(1).superseded_by is None
    window.commands["versions"].trigger()
    settle(qtbot, window)
    assert "No article has a newer version" in window.banner.text


def test_the_report_offers_it_too(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    import_newer(qtbot, window, file)
    window.commands["show_report"].trigger()
    buttons = window.import_flow.panel.findChildren(QPushButton)
    offer = next(b for b in buttons if b.text() == "Replace 1 older version…")
    assert offer.isVisible()
    offer.click()
    dialog_of(qtbot, window).replace.click()
    settle(qtbot, window)
    assert not offer.isVisible()


def test_articles_are_read_again(qtbot: QtBot, window: MainWindow) -> None:
    library = window.session.library
    article = library.article(1)
    library.apply(ReplaceReadings(article, (), ()))  # as a poor reader left it
    assert list(dated(window)) == ["9 April 2014"]
    with qtbot.waitSignal(window.session.rereading.finished):
        window.commands["reread"].trigger()
    settle(qtbot, window)
    assert set(dated(window)) == {"9 April 2014", "3 May 2015", "16 May 2016"}
    assert dated(window)["9 April 2014"].title == "The fire"
    assert window.banner.text == "1 article read again, 1 of them otherwise."
    with qtbot.waitSignal(window.session.rereading.finished):
        window.commands["reread"].trigger()
    assert window.banner.text == "1 article read again, all as before."
    window.commands["undo"].trigger()
    settle(qtbot, window)
    assert list(dated(window)) == ["9 April 2014"]
