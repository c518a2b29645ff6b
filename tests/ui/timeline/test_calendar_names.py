from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from timeline_app.layout.calendar_names import DateOrder
from timeline_app.ui.timeline.calendar_names import calendar_names, date_order


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


@pytest.mark.parametrize(
    ("locale", "date", "short_day", "month"),
    [
        ("C", "Thursday 19 May 2016", "19 May", "May 2016"),
        ("en_GB", "Thursday 19 May 2016", "19 May", "May 2016"),
        ("en_US", "Thursday, May 19, 2016", "May 19", "May 2016"),
        ("de_DE", "Donnerstag 19. Mai 2016", "19. Mai", "Mai 2016"),
        ("ru_RU", "четверг 19 мая 2016", "19 мая", "май 2016"),
        ("ja_JP", "2016年 5月 19日 木曜日", "5月 19日", "2016年 5月"),
        ("hu_HU", "2016. május 19. csütörtök", "máj. 19.", "2016. május"),
        ("es_ES", "jueves 19 mayo 2016", "19 may", "mayo 2016"),
    ],
)
def test_the_parts_of_a_date_come_in_the_readers_order(
    locale: str, date: str, short_day: str, month: str
) -> None:
    names = calendar_names(QLocale(locale))
    written = (names.date(4, 19, 5, 2016), names.day_of_month(19, 5), names.month_of_year(5, 2016))
    assert written == (date, short_day, month)
    assert "44 BCE" in names.month_of_year(5, -43)


@pytest.mark.parametrize("pattern", ["", "yyyy('e')'ko' MMMM'ren' d('a'), dddd", "yyyy d MMMM"])
def test_a_pattern_of_another_kind_makes_no_harm(pattern: str) -> None:
    assert date_order(pattern) in DateOrder
