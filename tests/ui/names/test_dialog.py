from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, settle
from tests.unit.session.samples import Dated, draft
from timeline_app.domain.records import Entity, EntityKind
from timeline_app.store import AddArticles, Library
from timeline_app.ui.filters.bar import OnlyChip
from timeline_app.ui.names.dialog import NamesDialog
from timeline_app.ui.window.main_window import MainWindow

KERRY, SHORT = (Entity(EntityKind.PERSON, name) for name in ("John Kerry", "J. Kerry"))
VIENNA = Entity(EntityKind.PLACE, "Vienna")


@pytest.fixture
def window(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    """A window on three events: Kerry in Vienna twice, once under a short name, and nobody."""
    dated = tuple(
        Dated(f"{day} May 2016", f"2016-05-{day}", f"Day {day}", 0) for day in (11, 12, 13)
    )
    story = draft("Talks", "Wire", (", ".join(each.words for each in dated),), dated)
    entities = ((KERRY, VIENNA), (SHORT, VIENNA), ())
    events = [replace(e, entities=who) for e, who in zip(story.events, entities, strict=True)]
    path = tmp_path / "named.timeline"
    with Library.open(path) as library:
        library.apply(AddArticles((replace(story, events=tuple(events)),)))
    return open_window(path)


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> Iterator[NamesDialog]:
    """The names of the window's library, read."""
    made = NamesDialog(window.session, window)
    settle(qtbot, window)
    yield made
    made.close()


def listed(dialog: NamesDialog) -> list[tuple[str, int]]:
    return [(each.entity.name, each.events) for each in dialog.shown]


def test_names_are_grouped_and_counted(dialog: NamesDialog) -> None:
    assert listed(dialog) == [("J. Kerry", 1), ("John Kerry", 1), ("Vienna", 2)]


def test_ticked_names_filter_the_timeline(
    qtbot: QtBot, window: MainWindow, dialog: NamesDialog
) -> None:
    dialog.tick("John Kerry", on=True)
    settle(qtbot, window)
    assert window.session.view is not None
    assert window.session.view.shown == 1
    dialog.tick("Vienna", on=True)
    settle(qtbot, window)
    assert window.session.view.shown == 2
    dialog.clear()
    settle(qtbot, window)
    assert window.session.view.shown == 3


def test_a_chip_tells_of_names_that_are_ticked_and_clears_them(
    qtbot: QtBot, window: MainWindow, dialog: NamesDialog
) -> None:
    dialog.tick("John Kerry", on=True)
    settle(qtbot, window)
    (chip,) = (each for each in window.filters.findChildren(OnlyChip) if not each.isHidden())
    assert chip.text().startswith("1 name")
    chip.click()
    settle(qtbot, window)
    assert window.session.filter.entities == frozenset()
    assert chip.isHidden()
    dialog.tick("John Kerry", on=True)  # its tick went with the filter
    settle(qtbot, window)
    assert window.session.view is not None
    assert window.session.view.shown == 1


def test_names_are_merged_and_parted_again(
    qtbot: QtBot, window: MainWindow, dialog: NamesDialog
) -> None:
    dialog.tick("J. Kerry", on=True)
    dialog.choose(["J. Kerry", "John Kerry"])
    dialog.merge("John Kerry")
    settle(qtbot, window)
    assert listed(dialog) == [("John Kerry", 2), ("Vienna", 2)]
    assert window.session.filter.entities == frozenset()
    window.commands["undo"].trigger()
    settle(qtbot, window)
    assert listed(dialog) == [("J. Kerry", 1), ("John Kerry", 1), ("Vienna", 2)]


def test_a_name_is_given_another(qtbot: QtBot, window: MainWindow, dialog: NamesDialog) -> None:
    dialog.choose(["Vienna"])
    dialog.merge("  ")
    dialog.merge("Vienna, Austria")
    settle(qtbot, window)
    assert ("Vienna, Austria", 2) in listed(dialog)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_search_narrows_and_says_when_nothing_is_left(
    qtbot: QtBot, window: MainWindow, dialog: NamesDialog
) -> None:
    dialog.show()
    dialog._search.setText("kerry j")
    assert listed(dialog) == [("J. Kerry", 1), ("John Kerry", 1)]
    dialog._search.setText("xyz")
    assert listed(dialog) == []
    assert dialog._none.text() == "No name matches."
