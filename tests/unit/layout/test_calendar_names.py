from __future__ import annotations

from dataclasses import replace

import pytest

from timeline_app.layout.calendar_names import ENGLISH, DateOrder


@pytest.mark.parametrize(
    ("order", "date", "day", "month"),
    [
        (DateOrder.DAY_FIRST, "Thu 19 May 2016", "19 May", "May 2016"),
        (DateOrder.MONTH_FIRST, "Thu, May 19, 2016", "May 19", "May 2016"),
        (DateOrder.YEAR_FIRST, "2016 May 19 Thu", "May 19", "2016 May"),
    ],
)
def test_orders(order: DateOrder, date: str, day: str, month: str) -> None:
    names = replace(ENGLISH, order=order)
    assert names.date(4, 19, 5, 2016, short=True) == date
    assert names.day_of_month(19, 5) == day
    assert names.month_of_year(5, 2016) == month


@pytest.mark.parametrize(
    ("year", "words"),
    [(2016, "May 2016年"), (44, "May 44 CE"), (0, "May 1 BCE"), (-43, "May 44 BCE")],
)
def test_years_that_could_be_days_say_their_era(year: int, words: str) -> None:
    assert replace(ENGLISH, year_mark="年").month_of_year(5, year) == words
