from __future__ import annotations

from collections import Counter

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.ui.commands.shortcuts_sheet import ShortcutsSheet
from timeline_app.ui.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def sheet(window: MainWindow, qtbot: QtBot) -> ShortcutsSheet:
    window.resize(1100, 700)
    made = ShortcutsSheet(window)
    made.open()
    qtbot.waitExposed(made)
    return made


def test_fits_into_the_smallest_window(sheet: ShortcutsSheet) -> None:
    assert sheet.width() <= 1100
    assert sheet.height() <= 700
    sheet.close()


def test_no_place_lists_a_key_twice(sheet: ShortcutsSheet) -> None:
    sections = [section for column in sheet.columns for section in column]
    for section in sections:
        keys = [key for entry in section.entries for key in entry.keys.split("  ")]
        assert max(Counter(keys).values()) == 1, section.heading
    everywhere = [entry.keys for section in sections[:-2] for entry in section.entries]
    assert len(set(everywhere)) == len(everywhere)
    sheet.close()


def test_keys_of_one_place_stand_under_its_name(sheet: ShortcutsSheet) -> None:
    places = {
        section.heading
        for column in sheet.columns
        for section in column
        for entry in section.entries
        if "A" in entry.keys.split()
    }
    assert places == {"On the timeline", "In the lists and the reader"}
    sheet.close()
