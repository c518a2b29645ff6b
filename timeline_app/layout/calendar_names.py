"""How a reader writes months, days and weeks: names, and the order of a date's parts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from timeline_app.domain.display import MONTHS, WEEKDAYS, year_words


class DateOrder(Enum):
    """Which part of a date comes first: `19 May 2016`, `May 19, 2016`, `2016 May 19`."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"


@dataclass(frozen=True, slots=True)
class CalendarNames:
    """Names of months and weekdays, the first day of the week and the days without work.

    Days are 1 Monday to 7 Sunday. `dated_months` stand beside a day, where some languages have
    another form. `day_mark` and `year_mark` follow the numbers: `19.`, `19日`, `2016年`.
    """

    months: tuple[str, ...] = tuple(MONTHS)
    short_months: tuple[str, ...] = tuple(name[:3] for name in MONTHS)
    dated_months: tuple[str, ...] = tuple(MONTHS)
    short_dated_months: tuple[str, ...] = tuple(name[:3] for name in MONTHS)
    weekdays: tuple[str, ...] = tuple(WEEKDAYS)
    short_weekdays: tuple[str, ...] = tuple(name[:3] for name in WEEKDAYS)
    week_start: int = 1
    weekend: tuple[int, ...] = (6, 7)
    order: DateOrder = DateOrder.DAY_FIRST
    day_mark: str = ""
    year_mark: str = ""

    def day_of_month(self, day: int, month: int) -> str:
        """`19 May`, `May 19`: the month (1 to 12) in its short form."""
        number, name = f"{day}{self.day_mark}", self.short_dated_months[month - 1]
        return f"{number} {name}" if self.order is DateOrder.DAY_FIRST else f"{name} {number}"

    def month_of_year(self, month: int, year: int, *, short: bool = False) -> str:
        """`May 2016`; the year is astronomical."""
        name = (self.short_months if short else self.months)[month - 1]
        if self.order is DateOrder.YEAR_FIRST:
            return f"{self._year(year)} {name}"
        return f"{name} {self._year(year)}"

    def date(self, weekday: int, day: int, month: int, year: int, *, short: bool = False) -> str:
        """`Thursday 19 May 2016`, `Thu 19 May 2016` where it has to be `short`."""
        name = (self.short_weekdays if short else self.weekdays)[weekday - 1]
        months = self.short_dated_months if short else self.dated_months
        dated, number = months[month - 1], f"{day}{self.day_mark}"
        if self.order is DateOrder.DAY_FIRST:
            return f"{name} {number} {dated} {self._year(year)}"
        if self.order is DateOrder.MONTH_FIRST:
            return f"{name}, {dated} {number}, {self._year(year)}"
        return f"{self._year(year)} {dated} {number} {name}"

    def _year(self, year: int) -> str:
        """A year within a date, where `January 1` would be a day."""
        if year <= 0:
            return year_words(year)
        return f"{year} CE" if year < 100 else f"{year}{self.year_mark}"


ENGLISH: Final = CalendarNames()
