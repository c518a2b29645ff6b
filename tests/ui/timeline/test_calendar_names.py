from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from timeline_app.ui.timeline.calendar_names import calendar_names


@pytest.mark.parametrize(
    ("locale", "month", "week_start", "weekend"),
    [
        ("en_US", "May", 7, (6, 7)),
        ("en_GB", "May", 1, (6, 7)),
        ("de_DE", "Mai", 1, (6, 7)),
        ("ar_EG", "مايو", 6, (5, 6)),
    ],
)
def test_names_and_weeks_are_those_of_the_reader(
    locale: str, month: str, week_start: int, weekend: tuple[int, ...]
) -> None:
    names = calendar_names(QLocale(locale))
    assert names.months[4] == month
    assert (names.week_start, names.weekend) == (week_start, weekend)
    assert len(names.weekdays) == len(names.short_weekdays) == 7
