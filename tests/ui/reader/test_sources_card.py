"""All sources of an event stand under its text, with what each of them says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, settle
from tests.unit.store.test_groups import BODY, KILLED, draft
from timeline_app.domain.display import display
from timeline_app.domain.records import ArticleDraft
from timeline_app.session.selection import Events
from timeline_app.store import AddArticles, Library
from timeline_app.ui.reader.sources import Sources
from timeline_app.ui.window.main_window import MainWindow


def by(outlet: str, made: ArticleDraft) -> ArticleDraft:
    return replace(made, article=replace(made.article, publication=outlet))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Three outlets tell of one death, one of them of another day; one more event stands alone."""
    path = tmp_path / "sources.timeline"
    with Library.open(path) as library:
        library.apply(
            AddArticles(
                (
                    by("The Courier", draft("2016-06-30", (KILLED, "2016-05-16"))),
                    by("Meridian Wire", draft("2016-06-02", (KILLED, "2016-05-17"))),
                    by(
                        "The Record",
                        draft(
                            "2016-06-03",
                            (KILLED + " in the hills", "2016-05-16"),
                            ("A fire destroyed a mill in Brakel", "2016-05-30"),
                        ),
                    ),
                )
            )
        )
    return path


def chosen(qtbot: QtBot, open_window: OpenWindow, case: Path) -> MainWindow:
    window = open_window(case)
    event = next(event for event in window.session.library.events() if len(event.mentions) > 1)
    window.session.selection.select(Events.one(event.id), origin=window)
    settle(qtbot, window)
    return window


def test_every_source_is_listed_and_opens(
    qtbot: QtBot, open_window: OpenWindow, case: Path
) -> None:
    window = chosen(qtbot, open_window, case)
    card = window.reader.sources
    assert card.isVisibleTo(window.reader)
    assert card.shown is not None
    assert [told.outlet for told in card.shown.told] == [
        "Meridian Wire",
        "The Record",
        "The Courier",
    ]
    assert card.rows[0].accessibleName().startswith("Meridian Wire, first report · 2 June 2016")
    QTest.mouseClick(card.rows[2], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.reader.article is not None
    assert window.reader.article.publication == "The Courier"
    assert window.reader.mark is not None
    card.rows[0].setFocus()
    QTest.keyClick(card.rows[0], Qt.Key.Key_Space)
    settle(qtbot, window)
    assert window.reader.article.publication == "Meridian Wire"


def test_each_source_explains_its_own_date(
    qtbot: QtBot, open_window: OpenWindow, case: Path
) -> None:
    window = chosen(qtbot, open_window, case)
    shown = {}
    for number in range(3):
        window.reader.sources.chosen.emit(number)
        settle(qtbot, window)
        reasons = window.reader.why.shown
        assert window.reader.article is not None
        assert reasons is not None
        shown[window.reader.article.publication] = reasons.result
    assert shown["Meridian Wire"] == "Tuesday, 17 May 2016"
    assert shown["The Record"] == shown["The Courier"] == "Monday, 16 May 2016"


def test_a_disagreement_is_told(qtbot: QtBot, open_window: OpenWindow, case: Path) -> None:
    window = chosen(qtbot, open_window, case)
    shown = window.reader.sources.shown
    assert shown is not None
    assert shown.heading == "3 sources"
    assert shown.disagreement == (
        "The sources disagree: Meridian Wire says 17 May 2016,"
        " The Record and The Courier say 16 May 2016."
    )


def test_the_list_is_folded_where_there_is_little_room(
    qtbot: QtBot, open_window: OpenWindow, case: Path
) -> None:
    window = chosen(qtbot, open_window, case)
    card = window.reader.sources
    card.set_narrow(True)
    assert not card.rows[0].isVisibleTo(card)
    assert any(each.text() == "3 sources · dates differ" for each in card.findChildren(QLabel))
    (fold,) = (b for b in card.findChildren(QPushButton) if b.text() == "Show")
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert card.rows[0].isVisibleTo(card)
    card.set_narrow(False)
    assert card.rows[0].isVisibleTo(card)


def test_a_source_is_split_off_and_comes_back(
    qtbot: QtBot, open_window: OpenWindow, case: Path
) -> None:
    window = chosen(qtbot, open_window, case)
    window.reader.sources.split_wanted.emit(2)
    settle(qtbot, window)
    card = window.reader.sources
    assert card.shown is None or card.shown.heading == "2 sources"
    assert len(window.session.library.events()) == 3
    window.commands["undo"].trigger()
    settle(qtbot, window)
    assert len(window.session.library.events()) == 2


def test_the_date_of_one_source_is_taken(qtbot: QtBot, open_window: OpenWindow, case: Path) -> None:
    window = chosen(qtbot, open_window, case)
    card = window.reader.sources
    assert card.shown is not None
    other = next(told for told in card.shown.told if told.date)
    assert not card.menu(next(told for told in card.shown.told if not told.date)).isEmpty()
    take = card.menu(other).actions()[0]
    assert take.text() == f"Date the Event {other.date}"
    event = window.session.selection.primary
    take.trigger()
    settle(qtbot, window)
    assert event is not None
    assert display(window.session.library.events([event])[0].when) == other.date
    window.commands["undo"].trigger()
    settle(qtbot, window)
    assert display(window.session.library.events([event])[0].when) == card.shown.date


def test_one_source_needs_no_card(qtbot: QtBot, open_window: OpenWindow, case: Path) -> None:
    window = chosen(qtbot, open_window, case)
    alone = next(e for e in window.session.library.events() if len(e.mentions) == 1)
    window.session.selection.select(Events.one(alone.id), origin=window)
    settle(qtbot, window)
    assert not window.reader.sources.isVisibleTo(window.reader)


def test_copies_are_counted_apart(tmp_path: Path) -> None:
    title = "A storm wrecked the harbour of Lind"
    first, again = (
        draft(day, (title, "2016-05-16"), body=BODY) for day in ("2016-05-17", "2016-05-18")
    )
    with Library.open(tmp_path / "copies.timeline") as library:
        library.apply(AddArticles((first, again)))
        (event,) = library.events()
        assert Sources.read(library, event).heading == "1 source and 1 copy"
