"""Events to export."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication

from tests.unit.layout.helpers import Row, columns, labels, moment, since, within_year
from timeline_app.layout.columns import Mark
from timeline_app.layout.index import EventIndex
from timeline_app.layout.text import EventLabel, Labels
from timeline_app.ui.export.material import Material

LANES = ("The Monitor", "Daily Courier")
ROWS = [
    within_year(2011),
    since(2011, lane=1),
    *(moment(2015, 1 + n, 3 + n, lane=n % 2) for n in range(12)),
    *(moment(2016, 5, 1 + n, lane=n % 2) for n in range(28)),
    moment(2016, 6, 9, flags=int(Mark.PLANNED)),
]


def material_from(rows: Sequence[Row], words: Labels = labels, title: str = "case") -> Material:
    """Rows as something to export."""
    return Material(EventIndex.build(columns(rows)), words, LANES, LANES, title, "events")


def titled(title: str) -> Labels:
    """Labels that all have the same title."""
    return lambda ids: {each: EventLabel(title, "a day") for each in ids}


@pytest.fixture
def material(qapp: QApplication) -> Material:
    """43 events in two lanes: a year, an open interval, days, a planned one."""
    return material_from(ROWS)


def nothing(done: int, total: int) -> None:
    """Progress that nobody watches."""
